import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryOut } from '../commands/carry-out.js'
import type { Database } from '../database/database.js'
import { openTestDatabase } from '../testing/database.js'
import { verifyAudit, type KnownHead } from './verify.js'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  // In one command, and so on one day.
  await carryOut(database.prisma, { name: 'note', personId: 'person-1', key: 'key-00001', input: null }, () =>
    Promise.resolve({
      answer: null,
      changes: [1, 2, 3, 4, 5].map((n) => ({ entity: 'Note', id: `note-${String(n)}`, after: { n } })),
    }),
  )
})
afterAll(() => database.close())

const verify = (known: readonly KnownHead[] = []) => database.prisma.$transaction((tx) => verifyAudit(tx, known))

class Undone extends Error {}

/** The faults that show after someone did this who owns the database, so that triggers are no hindrance. It is undone at the end. */
async function faultsAfter(...statements: readonly string[]): Promise<readonly string[]> {
  let found: readonly string[] = []
  const attempt = database.prisma.$transaction(async (tx) => {
    for (const table of ['audit_entries', 'audit_heads', 'outbox'])
      await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    for (const statement of statements) await tx.$executeRawUnsafe(statement)
    const { faults } = await verifyAudit(tx)
    found = faults.map(({ sequence, message }) => `${String(sequence ?? 'end')}: ${message}`)
    throw new Undone()
  })
  await expect(attempt).rejects.toThrow(Undone)
  return found
}

test('an audit that nobody touched is whole', async () => {
  const { size, root, faults } = await verify()
  expect({ size, faults }).toEqual({ size: 5n, faults: [] })
  expect(root).toMatch(/^[0-9a-f]{64}$/)
  expect((await verify([{ size, root }])).faults).toEqual([])
})

describe('shows', () => {
  test('an edited content', async () => {
    const found = await faultsAfter(
      `UPDATE audit_entries SET content = replace(content, '"n":3', '"n":4') WHERE sequence = 3`,
    )
    expect(found[0]).toBe('3: its hash does not follow from its content and the entry before')
  })

  test('an edited column', async () => {
    expect(await faultsAfter(`UPDATE audit_entries SET person_id = 'person-9' WHERE sequence = 2`)).toEqual([
      '2: its columns and its content differ',
    ])
  })

  test('a removed entry', async () => {
    const found = await faultsAfter(
      'DELETE FROM audit_entries WHERE sequence = 4',
      'DELETE FROM outbox WHERE sequence = 4',
    )
    expect(found.slice(0, 2)).toEqual([
      '5: entries 4 to 4 are missing',
      '5: its hash does not follow from its content and the entry before',
    ])
  })

  test('a removed last entry', async () => {
    expect(
      await faultsAfter('DELETE FROM audit_entries WHERE sequence = 5', 'DELETE FROM outbox WHERE sequence = 5'),
    ).toEqual(['end: the state says that there are 5 entries, or another last one'])
  })

  test('two swapped entries', async () => {
    const found = await faultsAfter(
      'UPDATE audit_entries SET sequence = 99 WHERE sequence = 2',
      'UPDATE audit_entries SET sequence = 2 WHERE sequence = 3',
      'UPDATE audit_entries SET sequence = 3 WHERE sequence = 99',
    )
    expect(found[0]).toBe('2: its columns and its content differ')
  })

  test('a lost message', async () => {
    expect(await faultsAfter('DELETE FROM outbox WHERE sequence = 2')).toEqual([
      'end: 1 entries have no message of their own, or the reverse',
    ])
  })

  test('an audit that was made anew from the start, by a head that was kept elsewhere', async () => {
    const { size, root } = await verify()
    const other = await openTestDatabase()
    const again = await other.prisma.$transaction((tx) => verifyAudit(tx, [{ size, root }]))
    expect(again.faults.map(({ message }) => message)).toEqual([
      'the head that was kept elsewhere is over 5 entries, and there are 0',
    ])
    await other.close()
  })
})

test('the first entry of a later day closes the day before with the head over all that was written', async () => {
  const { size, root } = await verify()
  await database.engine.transaction((session) => session.run(`UPDATE audit_state SET last_day = '2024-01-31'`))
  await carryOut(database.prisma, { name: 'note', personId: 'person-1', key: 'key-00006', input: 6 }, () =>
    Promise.resolve({ answer: 6, changes: [{ entity: 'Note', id: 'note-6', after: { n: 6 } }] }),
  )
  const [head] = await database.prisma.auditHead.findMany()
  expect(head).toEqual({ day: new Date('2024-01-31'), size, root })
  expect(await verify()).toMatchObject({ size: 6n, heads: 1, faults: [] })

  expect(await faultsAfter(`UPDATE audit_heads SET root = repeat('a', 64)`)).toEqual([
    '5: the head of 2024-01-31 is another',
  ])
})
