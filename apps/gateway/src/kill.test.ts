import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from './audit/verify.js'
import { openDatabase, type Database } from './database/database.js'
import type { Storage } from './environment.js'
import { reconcileMoney } from './modules/money/reconcile.js'
import { addHousehold, machineProposal, type Household } from './testing/apply.js'
import { command, type Commanded } from './testing/command.js'
import { ask, silent } from './testing/gateway.js'
import { commune } from './testing/life.js'
import { ownId } from './testing/mutations.js'
import { addPerson, cookieOf, postSignIn, testPassword } from './testing/people.js'
import { programmeId } from './testing/plan-team.js'
import { killAll, run, type Running } from './testing/process.js'
import { createStorage, type TestStorage } from './testing/storage.js'

// The process is killed in the middle of writes, ten times: what it acknowledged is there, and nothing is there by half.

const kills = 10
/** Acknowledged mutations before each kill, of all writers together. */
const writes = 9

let server: TestStorage
let folder: string
let storage: Storage
let household: Household
const emails: Record<Writer, string> = { centre: '', finance: '', owner: '' }
beforeAll(async () => {
  server = await createStorage()
  folder = mkdtempSync(join(tmpdir(), 'khuyencong-kill-'))
  // Another process is to open it: not in memory.
  storage = server.storage.kind === 'memory' ? { kind: 'folder', path: join(folder, 'data') } : server.storage
  await onDatabase(async (database) => {
    household = await addHousehold({ database })
    emails.centre = (await addPerson({ database }, 'CENTRE')).email
    emails.finance = (await addPerson({ database }, 'FINANCE_DEPARTMENT')).email
    const { establishmentId } = household
    emails.owner = (await addPerson({ database }, 'ESTABLISHMENT', { establishmentId })).email
  })
})
afterAll(async () => {
  killAll()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function onDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ storage, log: silent })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

interface Started {
  readonly gateway: Running
  readonly url: string
}

/** The real gateway, as it is served. */
async function start(): Promise<Started> {
  const place: Readonly<Record<string, string>> =
    storage.kind === 'postgres'
      ? { DATABASE_URL: storage.url, KHUYENCONG_SECRET: 'for tests only, and longer than it must be' }
      : { KHUYENCONG_DATA: join(folder, 'data') }
  const files = { KHUYENCONG_FILES: join(folder, 'files') }
  const gateway = run('src/main.ts', [], { PORT: '0', TRUSTED_PROXIES: '1', ...files, ...place })
  return { gateway, url: (await gateway.printed(/"msg":"Ready: (http:[^"]+)"/))[1] ?? '' }
}

/** A mutation as somebody asked for it, and what he knows of it. */
interface Asked {
  readonly by: Writer
  readonly name: string
  readonly key: string
  readonly variables: Readonly<Record<string, unknown>>
  /** The record's id, once it was acknowledged. */
  readonly id?: string
}
type Writer = 'centre' | 'finance' | 'owner'

test('killed ten times in the middle of writes', async () => {
  const cookies: Record<Writer, string> = { centre: '', finance: '', owner: '' }
  const at = (url: string, by: Writer) => ({
    ask: (query: string, variables?: Readonly<Record<string, unknown>>) =>
      ask(url, query, variables, { cookie: cookies[by] }),
  })
  let { gateway, url } = await start()
  for (const by of ['centre', 'finance', 'owner'] as const)
    cookies[by] = cookieOf(await postSignIn({ url }, emails[by], testPassword))
  let money = await command(at(url, 'finance'), 'recordAppropriation', {
    ...{ programme: programmeId, year: 2024, source: 'PROVINCIAL_BUDGET', amount: '1000000' },
    ...{ on: '2024-01-05', document: '1/QĐ' },
  })

  /** What each writer asks for next: money on what he read last, a new establishment, a new proposal. */
  const next: Readonly<Record<Writer, () => Omit<Asked, 'by' | 'key'>>> = {
    centre: () => ({
      name: 'registerEstablishment',
      variables: { input: { name: `Cơ sở ${randomUUID()}`, form: 'HOUSEHOLD', locality: commune }, on: '2024-03-01' },
    }),
    finance: () => ({
      name: 'raiseAppropriation',
      variables: {
        ...{ id: money.id, expectedVersion: money.version, amount: '1', on: '2024-02-01', document: '2/QĐ' },
      },
    }),
    owner: () => ({ name: 'createProposal', variables: { proposal: machineProposal(household) } }),
  }
  const done = async (asked: Asked): Promise<Commanded> => {
    const record = await command(at(url, asked.by), asked.name, asked.variables, asked.key)
    expect([asked.name, record.refused]).toEqual([asked.name, []])
    if (asked.by === 'finance') money = record
    return record
  }

  const acknowledged: Asked[] = []
  let unacknowledged = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    let enough: () => void = () => undefined
    const written = new Promise<void>((resolve) => (enough = resolve))
    const before = acknowledged.length
    /** Writes until the gateway is gone; gives what was under way then. */
    const writer = async (by: Writer): Promise<Asked> => {
      for (;;) {
        const asked = { by, key: randomUUID(), ...next[by]() }
        try {
          acknowledged.push({ ...asked, id: (await done(asked)).id })
        } catch (error) {
          if (isCutOff(error)) return asked
          throw error
        }
        if (acknowledged.length >= before + writes) enough()
      }
    }
    const writers = Promise.all((['centre', 'finance', 'owner'] as const).map(writer))
    await Promise.race([written, writers])
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40))
    gateway.process.kill('SIGKILL')
    await gateway.ended
    const underWay = await writers

    ;({ gateway, url } = await start())
    // Under its key it is answered again where it was done, and done where it was not; and so once more.
    unacknowledged += underWay.length
    for (const asked of underWay) {
      const { id } = await done(asked)
      expect((await done(asked)).id).toBe(id)
      acknowledged.push({ ...asked, id })
    }
    for (const asked of acknowledged.slice(before)) expect((await done(asked)).id).toBe(asked.id)
  }
  gateway.process.kill('SIGTERM')
  expect(await gateway.ended).toBe(0)

  await onDatabase(async ({ prisma }) => {
    const ids = (name: string) =>
      acknowledged.flatMap(({ name: of, id }) => (of === name && id !== undefined ? [ownId(id)] : [])).sort()
    const establishments = await prisma.establishment.findMany({
      where: { name: { startsWith: 'Cơ sở ' }, registeredOn: new Date('2024-03-01') },
    })
    expect(establishments.map(({ id }) => id).sort()).toEqual(ids('registerEstablishment'))
    const proposals = await prisma.proposal.findMany({ where: { establishmentId: household.establishmentId } })
    expect(proposals.map(({ id }) => id).sort()).toEqual(ids('createProposal'))
    const raised = ids('raiseAppropriation').length
    expect(await prisma.appropriation.findMany()).toMatchObject([{ id: ownId(money.id), version: 1 + raised }])
    const { appropriations, differences, postings } = await reconcileMoney(prisma, { programmeId: ownId(programmeId) })
    expect({ differences, postings }).toEqual({ differences: [], postings: 1 + raised })
    expect(appropriations).toMatchObject([{ appropriated: 1_000_000n + BigInt(raised), difference: 0n }])

    // Of each command its memory, its entries and its messages; of those that were cut off, the same or nothing.
    const commands = await prisma.command.findMany({ where: { key: { in: acknowledged.map(({ key }) => key) } } })
    expect(commands).toHaveLength(acknowledged.length)
    expect(await prisma.command.count()).toBe(1 + acknowledged.length)
    for (const { answer } of commands) expect(answer).not.toBeNull()
    const entries = await prisma.auditEntry.findMany({ where: { entity: { in: ['Establishment', 'Proposal'] } } })
    expect(entries.map(({ entityId }) => entityId).sort()).toEqual(
      [...ids('registerEstablishment'), ...ids('createProposal')].sort(),
    )
    expect(await prisma.outboxMessage.count()).toBe(await prisma.auditEntry.count())
    expect((await prisma.$transaction((tx) => verifyAudit(tx))).faults).toEqual([])
  })
  expect(unacknowledged).toBe(3 * kills)
}, 900_000)

/** The connection ended without an answer. */
const isCutOff = (error: unknown): boolean =>
  error instanceof TypeError && /fetch failed|terminated/.test(error.message)
