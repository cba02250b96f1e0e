import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/database.js'
import type { Transaction } from '../database/transaction.js'
import { refusal } from '../graphql/refusal.js'
import { openTestDatabase } from '../testing/database.js'
import { carryOut, type Command } from './carry-out.js'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const command = (key: string, input: Command['input'] = {}): Command => ({
  name: 'foundProgramme',
  personId: 'person-1',
  key,
  input,
})

/** Work of which one can see how often it was done: it makes a record. */
const found = (title: string) => async (tx: Transaction) => {
  const { id } = await tx.programme.create({
    data: {
      id: `${title}-${String(await tx.programme.count())}`,
      title,
      issuer: 'test',
      periodFrom: new Date('2023-01-01'),
      periodTo: new Date('2025-12-31'),
      provinceName: 'Hải Dương',
    },
  })
  return { answer: { id, amount: 5n }, changes: [{ entity: 'Programme', id, after: { title } }] }
}

const named = (title: string) => database.prisma.programme.findMany({ where: { title } })
const entriesOf = (entityId: string) => database.prisma.auditEntry.findMany({ where: { entityId } })

describe('a command', () => {
  test('leaves its record, its audit entry and its message', async () => {
    const { id } = await carryOut(database.prisma, command('key-00001'), found('once'))
    expect(await named('once')).toHaveLength(1)
    const [entry] = await entriesOf(id)
    expect(entry).toMatchObject({ personId: 'person-1', action: 'foundProgramme', entity: 'Programme' })
    expect(JSON.parse(entry?.content ?? '')).toMatchObject({ entityId: id, after: { title: 'once' } })
    const message = await database.prisma.outboxMessage.findUnique({ where: { sequence: entry?.sequence ?? 0n } })
    expect(message).toMatchObject({ topic: 'Programme.foundProgramme', payload: { id } })
  })

  test('asked fifty times at once is done once, and answered alike', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => carryOut(database.prisma, command('key-00002', { n: 1n }), found('fifty'))),
    )
    expect(await named('fifty')).toHaveLength(1)
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ id: answers[0]?.id, amount: '5' })]),
    )
  })

  test('under a used key with another input is refused, and the other name too', async () => {
    await carryOut(database.prisma, command('key-00003', { a: 1, b: 2 }), found('used'))
    // The order of fields is no difference.
    await carryOut(database.prisma, command('key-00003', { b: 2, a: 1 }), found('used'))
    const other = { problems: [{ code: 'key-used', field: 'idempotencyKey' }] }
    await expect(carryOut(database.prisma, command('key-00003', { a: 2 }), found('used'))).rejects.toMatchObject(other)
    await expect(
      carryOut(database.prisma, { ...command('key-00003', { a: 1, b: 2 }), name: 'else' }, found('used')),
    ).rejects.toMatchObject(other)
    expect(await named('used')).toHaveLength(1)
  })

  test('of another person may have the same key', async () => {
    await carryOut(database.prisma, command('key-00004'), found('two'))
    await carryOut(database.prisma, { ...command('key-00004'), personId: 'person-2' }, found('two'))
    expect(await named('two')).toHaveLength(2)
  })

  test('that is refused leaves nothing, and may be asked again under its key', async () => {
    const entries = await database.prisma.auditEntry.count()
    const refusing = async (tx: Transaction) => {
      await found('refused')(tx)
      throw refusal('no', 'input', { vi: 'không', en: 'no' }, { vi: 'khác', en: 'else' })
    }
    await expect(carryOut(database.prisma, command('key-00005'), refusing)).rejects.toMatchObject({
      problems: [{ code: 'no' }],
    })
    expect(await named('refused')).toHaveLength(0)
    expect(await database.prisma.auditEntry.count()).toBe(entries)
    await carryOut(database.prisma, command('key-00005'), found('refused'))
    expect(await named('refused')).toHaveLength(1)
  })

  test('that sums more than the database keeps is refused', async () => {
    const summing = async (tx: Transaction) => {
      await tx.$queryRaw`SELECT 9223372036854775807::bigint + 1`
      return { answer: null, changes: [] }
    }
    await expect(carryOut(database.prisma, command('key-00006'), summing)).rejects.toMatchObject({
      problems: [{ code: 'amount-too-large' }],
    })
  })

  test.each(['short', 'with a space in it', 'x'.repeat(201)])('under the key "%s" is refused', async (key) => {
    await expect(carryOut(database.prisma, command(key), found('bad'))).rejects.toMatchObject({
      problems: [{ code: 'key-form' }],
    })
  })
})

test('many writers at once get entries without a gap', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      carryOut(database.prisma, command(`writer-${String(n)}`), async (tx) => {
        const { id } = await tx.programme.create({
          data: {
            id: `many-${String(n)}`,
            title: 'many',
            issuer: 'test',
            periodFrom: new Date('2023-01-01'),
            periodTo: new Date('2025-12-31'),
            provinceName: 'Hải Dương',
          },
        })
        return { answer: id, changes: [{ entity: 'Programme', id, after: { n } }] }
      }),
    ),
  )
  const entries = await database.prisma.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
  expect(entries.map(({ sequence }) => Number(sequence))).toEqual(entries.map((_, index) => index + 1))
})

test.each(['audit_entries', 'audit_heads', 'outbox'])('the database refuses to change %s', async (table) => {
  const attempts = [
    `UPDATE ${table} SET ${table === 'audit_heads' ? 'size' : 'sequence'} = 0`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
  ]
  for (const statement of attempts)
    await expect(database.engine.transaction((session) => session.run(statement))).rejects.toThrow(
      /is refused: its rows are never changed/,
    )
})
