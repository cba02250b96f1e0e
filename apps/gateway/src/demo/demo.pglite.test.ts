import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../audit/verify.js'
import { lockFolder } from '../database/folder-lock.js'
import { openPglite } from '../database/pglite-engine.js'
import { verifyDecisions } from '../decisions/verify.js'
import { ProposalState, Role } from '../generated/prisma/enums.js'
import { reconcileMoney } from '../modules/money/reconcile.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { addPerson, postSignIn } from '../testing/people.js'
import { fillDemo } from './fill.js'
import { inDemoFolder, openDemoFolder } from './folder.js'
import { readActivities, readCollaborators, readEstablishments, readPeople, readProposals } from './tables.js'

const password = 'mật khẩu của bài kiểm thử'

/** A minute alone, more on a busy machine. */
const filling = 300_000

let gateway: TestGateway
/** The requests that each run carried out. */
const runs: string[][] = []

/** @param breaksAfter so many requests the run breaks */
async function fill(breaksAfter = Infinity): Promise<void> {
  const done: string[] = []
  runs.push(done)
  await fillDemo({
    ...{ url: gateway.url, prisma: gateway.database.prisma, password },
    onDone: (key) => {
      done.push(key)
      if (done.length === breaksAfter) throw new Error('the line is cut')
    },
  })
}

beforeAll(async () => {
  gateway = await startTestGateway()
  await expect(fill(300)).rejects.toThrow('the line is cut')
  await fill()
}, filling)
afterAll(() => gateway.close())

test('a run that broke goes on where it stopped', () => {
  const [first = [], second = []] = runs
  expect(first).toHaveLength(300)
  expect(second.length).toBeGreaterThan(150)
  expect(first.filter((key) => second.includes(key))).toEqual([])
})

test('there is a proposal in every state of the life cycle', async () => {
  const rows = await gateway.database.prisma.proposal.findMany({ select: { state: true, kind: true } })
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(Object.values(ProposalState)))
  expect(new Set(rows.map(({ kind }) => kind))).toContain('GROUP')
})

test('each came to the state that its table names', async () => {
  const rows = await gateway.database.prisma.proposal.findMany({ select: { title: true, state: true } })
  const states = (all: readonly { title: string; state: string }[]) =>
    all.map(({ title, state }) => `${title} ${state}`)
  const wanted = readProposals().map(({ title, reaches }) => ({ title, state: reaches }))
  expect(states(rows).toSorted()).toEqual(states(wanted).toSorted())
})

test('two establishments lie in each of the twelve districts', async () => {
  const rows = await gateway.database.prisma.site.findMany({
    where: { establishment: { origin: 'RECORDED' } },
    select: { locality: { select: { parent: { select: { name: true } } } } },
  })
  const districts = Map.groupBy(rows, ({ locality }) => locality?.parent?.name)
  expect(districts.size).toBe(12)
  expect([...districts.values()].map((sites) => sites.length)).toEqual(Array.from({ length: 12 }, () => 2))
})

test('everybody signs in with the one password', async () => {
  const people = await gateway.database.prisma.person.findMany()
  expect(people).toHaveLength(readPeople().length + 1)
  const answers = await Promise.all(people.map(({ email }) => postSignIn(gateway, email, password)))
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
  expect(people.filter(({ mustChangePassword }) => mustChangePassword)).toEqual([])
})

test('somebody holds each office', async () => {
  const rows = await gateway.database.prisma.membership.findMany({ select: { role: true } })
  expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(Object.values(Role)))
})

test('a year is over: its plan was adjusted, its money is settled, carried over or returned', async () => {
  const { prisma } = gateway.database
  const plans = await prisma.plan.findMany({ orderBy: [{ year: 'asc' }, { edition: 'asc' }] })
  expect(plans.map(({ year, edition, state }) => [year, edition, state])).toEqual([
    [2024, 1, 'APPROVED'],
    [2024, 2, 'APPROVED'],
    [2025, 1, 'APPROVED'],
    [2025, 2, 'DRAFT'],
  ])
  const { appropriations, differences } = await reconcileMoney(prisma)
  expect(differences).toEqual([])
  const of2024 = appropriations.filter(({ year }) => year === 2024)
  expect(of2024.map(({ free, committed, advanced }) => [free, committed, advanced])).toEqual([
    [0n, 0n, 0n],
    [0n, 0n, 0n],
  ])
  const kinds = await prisma.posting.groupBy({ by: ['kind'] })
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['COMMITMENT', 'ADVANCE', 'SETTLEMENT', 'RETURN', 'CARRY_OVER', 'RELEASE']),
  )
})

test('audit and decisions verify', async () => {
  const { prisma } = gateway.database
  const { faults } = await prisma.$transaction((tx) => verifyAudit(tx))
  expect(faults).toEqual([])
  const outcomes: string[] = []
  await verifyDecisions(prisma, (_decision, { outcome }) => outcomes.push(outcome))
  expect(outcomes.length).toBeGreaterThan(150)
  expect(new Set(outcomes)).toEqual(new Set(['equal']))
})

test('run again it changes nothing', async () => {
  const { prisma } = gateway.database
  const counts = async () => ({
    commands: await prisma.command.count(),
    audit: await prisma.auditEntry.count(),
    steps: await prisma.proposalStep.count(),
    postings: await prisma.posting.count(),
  })
  const before = await counts()
  await fill()
  expect(runs.at(-1)).toEqual([])
  expect(await counts()).toEqual(before)
})

test('every name says that it is an illustration', () => {
  const all = [readEstablishments(), readPeople(), readCollaborators()].flat()
  const titles = [readProposals(), readActivities()].flat()
  const named = [...all.map(({ name }) => name), ...titles.map(({ title }) => title)]
  expect(named.filter((name) => !name.includes('(minh họa)'))).toEqual([])
})

test('a database with other people is left alone', async () => {
  const own = await startTestGateway()
  try {
    await addPerson(own, 'CENTRE')
    const options = { url: own.url, prisma: own.database.prisma, password }
    await expect(fillDemo(options)).rejects.toThrow(/people who are not of the demo/)
    expect(await own.database.prisma.person.count()).toBe(1)
  } finally {
    await own.close()
  }
})

describe('the folder of a demo', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'khuyencong-demo-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('keeps its password until it is begun anew', () => {
    const place = join(folder, 'demo')
    const first = openDemoFolder(place, false, undefined)
    expect(openDemoFolder(place, false, undefined)).toEqual(first)
    expect(() => openDemoFolder(place, false, 'another password')).toThrow(/another password/)
    expect(openDemoFolder(place, true, 'another password').password).toBe('another password')
  })

  test('is not somebody else’s', () => {
    writeFileSync(join(folder, 'letter.txt'), '')
    expect(() => openDemoFolder(folder, true, undefined)).toThrow(/not a demo/)
  })

  test('is the one that there is: nobody is told to name another', async () => {
    const { data } = openDemoFolder(join(folder, 'only'), false, undefined)
    const open = () => inDemoFolder(() => openPglite(data))
    const lock = lockFolder(data)
    await expect(open()).rejects.toThrow(
      /^The data folder .* is in use by another process \(.*\)\. Stop that process\.$/,
    )
    lock.release()
    mkdirSync(data)
    writeFileSync(join(data, 'letter.txt'), '')
    await expect(open()).rejects.toThrow(/than a database\. Put it right, or begin anew with --fresh\.$/)
  })
})
