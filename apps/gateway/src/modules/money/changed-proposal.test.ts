import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../graphql/refusal.js'
import { addHousehold, householdFacts } from '../../testing/apply.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { actorIn, endWork, moneyHead, moneyPeople, yearOfMoney, type YearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { at } from '../../testing/plan-team.js'
import { done } from '../../testing/plans.js'
import { partsOf } from '../plans/parts.js'
import { readLinesOf } from '../plans/reads.js'
import { storedFacts } from '../proposals/facts.js'
import { correctPosting } from './correct-posting.js'
import { reconcileMoney } from './reconcile.js'

// What a decision lowers or exchanges of an approved proposal (TT 36/2013 Điều 11) binds its contract, its advances and its
// settlement.

const m = 1_000_000n

let gateway: TestGateway
let centre: Caller
let industry: Caller
let committee: Caller
let finance: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  industry = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
  committee = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
})
afterAll(() => gateway.close())

/** A household's machine with 200 million of support, in the approved plan. */
async function approved() {
  const { establishmentId, siteId } = await addHousehold(gateway)
  const applicant = { establishmentId, siteId, facts: storedFacts(householdFacts) }
  const money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 200n * m, contentCode: 'MACH', proposal: true, applicant }],
  })
  return { money, proposalId: money.lines[0]?.proposalId ?? '' }
}

async function change(caller: Caller, proposalId: string, wanted: object) {
  const where = { id: proposalId }
  const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where })
  const said = { on: '2024-03-10', reason: 'thu hẹp quy mô', document: '20/QĐ' }
  const id = encodeGlobalID('Proposal', proposalId)
  return await command(caller, 'changeApprovedProposal', { id, expectedVersion, ...said, change: wanted })
}

const lowered = (support: bigint) => ({
  requestedSupport: support.toString(),
  facts: { ownFunds: (570n * m - support).toString() },
})
/** Another content, with what its own level allows. */
const exchanged = { contentCode: 'BRAND', ...lowered(30n * m) }

async function sign({ lines }: YearOfMoney, amount: bigint) {
  const [line] = lines
  const where = { id: line?.proposalId ?? '' }
  const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where })
  const planLine = encodeGlobalID('PlanLine', line?.id ?? '')
  const said = { amount: amount.toString(), on: '2024-03-12', document: 'HĐ 01' }
  return await command(centre, 'signContract', { planLine, expectedVersion, ...said })
}

/** The plan adjusted to what was decided of its proposal, and approved with less where that is said: its line. */
async function adjust({ planId }: YearOfMoney, support: bigint, approved = support) {
  const { version } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: planId } })
  const begun = { planId: encodeGlobalID('Plan', planId), expectedVersion: version, reason: 'đổi nội dung' }
  let plan = await done(industry, 'adjustPlan', begun)
  plan = await done(industry, 'handOverEstimate', { ...at(plan), on: '2024-03-25' })
  const balances = [{ source: 'PROVINCIAL_BUDGET', amount: support.toString() }]
  plan = await done(finance, 'balancePlan', { ...at(plan), balances, on: '2024-03-26' })
  const amounts = [{ lineId: plan.lines[0]?.id, amount: approved.toString() }]
  plan = await done(committee, 'approvePlan', { ...at(plan), amounts, document: '30/QĐ', on: '2024-03-27' })
  return plan.lines[0]?.id ?? ''
}

async function signLine(planLine: string, proposalId: string, amount: bigint) {
  const where = { id: proposalId }
  const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where })
  const said = { amount: amount.toString(), on: '2024-03-28', document: 'HĐ 02' }
  return await command(centre, 'signContract', { planLine, expectedVersion, ...said })
}

/** The newest posting of a kind on an award is corrected. */
async function correct(awardId: string, kind: 'RELEASE' | 'RETURN') {
  const where = { awardId, kind, correctedBy: null } as const
  const { id } = await gateway.database.prisma.posting.findFirstOrThrow({ where, orderBy: { sequence: 'desc' } })
  const asked = { ...moneyHead('2024-06-29', '13/TB'), postingId: id, reason: 'nhầm' }
  try {
    await correctPosting(gateway.database.prisma, actorIn('FINANCE_DEPARTMENT'), asked)
    return { refused: [], problems: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refused: error.problems.map(({ code }) => code), problems: error.problems }
  }
}

/** The same past the service. */
async function correctBySql(awardId: string): Promise<void> {
  const { prisma } = gateway.database
  await prisma.$transaction(async (tx) => {
    const { entries, ...found } = await tx.posting.findFirstOrThrow({
      where: { awardId, kind: 'RELEASE', correctedBy: null },
      include: { entries: true },
    })
    const { appropriationId, document, personId, on } = found
    const { id } = await tx.posting.create({
      data: { kind: 'CORRECTION', correctsId: found.id, reason: 'x', awardId, appropriationId, document, personId, on },
    })
    const data = entries.map(({ amount, ...entry }) => ({ ...entry, postingId: id, amount: -amount }))
    await tx.postingEntry.createMany({ data })
  })
}

async function release(awardId: string, amount: bigint) {
  const { version } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id: awardId } })
  const asked = { id: encodeGlobalID('Award', awardId), expectedVersion: version, amount: amount.toString() }
  return await command(centre, 'releaseCommitment', { ...asked, on: '2024-03-20', document: '12/TB' })
}

async function giveBack(awardId: string, amount: bigint) {
  const { version } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id: awardId } })
  const asked = { id: encodeGlobalID('Award', awardId), expectedVersion: version, amount: amount.toString() }
  return await command(finance, 'returnAdvance', { ...asked, on: '2024-06-02', document: '14/TB' })
}

const differencesOf = async ({ programmeId }: YearOfMoney) =>
  (await reconcileMoney(gateway.database.prisma, { programmeId })).differences.map(({ code }) => code)

test('no contract is above the support that was lowered', async () => {
  const { money, proposalId } = await approved()
  expect((await change(industry, proposalId, lowered(100n * m))).refused).toEqual([])
  expect((await sign(money, 100n * m + 1n)).refused).toEqual(['above-support'])
  expect((await sign(money, 100n * m)).refused).toEqual([])
  expect(await differencesOf(money)).toEqual([])
})

test('the law is asked about its line with what was changed last', async () => {
  const { money, proposalId } = await approved()
  for (const support of [180n, 150n, 100n]) {
    expect((await change(industry, proposalId, lowered(support * m))).refused).toEqual([])
    const [[line] = []] = await readLinesOf(gateway.database.prisma, [money.planId])
    if (!line?.proposal) throw new Error('The plan has no line of the proposal.')
    expect(partsOf(line.proposal)).toMatchObject([{ facts: { ownFunds: (570n - support) * m } }])
  }
})

test('none is signed for another content than the plan has: the plan is adjusted first, from the proposal', async () => {
  const { money, proposalId } = await approved()
  expect((await change(committee, proposalId, exchanged)).refused).toEqual([])
  expect((await sign(money, 30n * m)).refused).toEqual(['content-not-planned'])
  const { version } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: money.planId } })
  const plan = { planId: encodeGlobalID('Plan', money.planId), expectedVersion: version, reason: 'đổi nội dung' }
  const adjusted = await command(industry, 'adjustPlan', plan)
  expect(adjusted.refused).toEqual([])
  const line = await gateway.database.prisma.planLine.findFirstOrThrow({ where: { proposalId, plan: { edition: 2 } } })
  expect(line).toMatchObject({ contentCode: 'BRAND', demanded: 30n * m, estimated: 30n * m, ceiling: null })
})

test('what a contract promises stands until it gives it back; then advance and settlement keep to the support', async () => {
  const { money, proposalId } = await approved()
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  expect((await change(industry, proposalId, lowered(100n * m))).refused).toEqual(['below-award'])
  expect((await change(committee, proposalId, exchanged)).refused).toEqual(['below-award', 'content-of-award'])
  expect((await release(id, 100n * m)).refused).toEqual([])
  expect((await change(industry, proposalId, lowered(100n * m))).refused).toEqual([])

  const facts = { workPlanReady: true, duration: 'SEVERAL_YEARS', scheduleMet: true, workDone: (500n * m).toString() }
  const ask = (amount: bigint) =>
    command(centre, 'requestAdvance', {
      ...{ award: encodeGlobalID('Award', id), amount: amount.toString(), facts, on: '2024-03-25', document: '05/TU' },
    })
  expect(await ask(70n * m + 1n)).toMatchObject({
    refused: ['above-advance-limit'],
    problems: [{ message: 'No more than 70,000,000 đồng may still be advanced.' }],
  })

  await endWork(gateway.database, proposalId, 'recordForceMajeure')
  const settlement = await command(centre, 'requestSettlement', {
    ...{ award: encodeGlobalID('Award', id), on: '2024-06-01', document: '05/QT', allVouchersListed: true },
    vouchers: [{ number: 'HĐ 1', item: 'máy', amount: (570n * m).toString(), counts: true }],
    forceMajeure: { explanation: 'GT 01' },
  })
  expect(settlement).toMatchObject({ refused: [], amount: '100000000' })
  expect(await differencesOf(money)).toEqual([])
})

test('a contract that gave everything back makes room for one of the content that was decided', async () => {
  const { money, proposalId } = await approved()
  const { id } = await moneyPeople(gateway.database).sign(money)
  expect((await release(id, 200n * m)).refused).toEqual([])
  expect((await change(committee, proposalId, exchanged)).refused).toEqual([])
  expect(await correct(id, 'RELEASE')).toMatchObject({
    refused: ['content-of-award', 'above-support'],
    problems: [{ field: 'postingId' }, { field: 'postingId' }],
  })
  await expect(correctBySql(id)).rejects.toThrow(/awards_taken_up_of_content/)

  const line = await adjust(money, 30n * m)
  expect((await signLine(line, proposalId, 30n * m)).refused).toEqual([])
  expect((await signLine(line, proposalId, 30n * m)).refused).toEqual(['already-awarded'])
  expect((await correct(id, 'RELEASE')).refused).toEqual([
    ...['already-awarded', 'content-of-award', 'above-support', 'above-plan'],
  ])
  await expect(correctBySql(id)).rejects.toThrow(/awards_taken_up_once/)
  const awards = await gateway.database.prisma.award.findMany({ where: { proposalId }, orderBy: { createdAt: 'asc' } })
  expect(awards.map(({ contentCode, amount }) => [contentCode, amount])).toEqual([
    ['MACH', 200n * m],
    ['BRAND', 30n * m],
  ])
  const shown = await centre.ask(
    'query ($id: ID!) { node(id: $id) { ... on Proposal { payments { awarded committed } } } }',
    {
      id: encodeGlobalID('Proposal', proposalId),
    },
  )
  expect(shown.body).toEqual({ data: { node: { payments: { awarded: '30000000', committed: '30000000' } } } })
  expect(await differencesOf(money)).toEqual([])
})

test('a contract is signed again in place of one that gave everything back; after the work none is', async () => {
  const { money, proposalId } = await approved()
  const people = moneyPeople(gateway.database)
  const first = await people.sign(money)
  expect((await release(first.id, 200n * m)).refused).toEqual([])
  const second = await people.sign(money, 0, 150n * m)
  expect((await correct(first.id, 'RELEASE')).refused).toEqual(['already-awarded', 'above-support'])
  expect((await release(second.id, 150n * m)).refused).toEqual([])
  expect((await correct(first.id, 'RELEASE')).refused).toEqual([])
  expect((await correct(second.id, 'RELEASE')).refused).toEqual(['already-awarded', 'above-support'])
  expect((await release(first.id, 200n * m)).refused).toEqual([])
  await endWork(gateway.database, proposalId, 'recordForceMajeure')
  await expect(people.sign(money)).rejects.toMatchObject({ problems: [{ code: 'already-awarded' }] })
  expect(await differencesOf(money)).toEqual([])
})

test('what a contract gave back before the support was lowered does not come again', async () => {
  const { money, proposalId } = await approved()
  const { id } = await moneyPeople(gateway.database).sign(money)
  expect((await release(id, 100n * m)).refused).toEqual([])
  expect((await change(industry, proposalId, lowered(100n * m))).refused).toEqual([])
  expect(await correct(id, 'RELEASE')).toMatchObject({
    refused: ['above-support'],
    problems: [
      { message: { en: expect.stringContaining('more than the support that the proposal now has') as unknown } },
    ],
  })
  await expect(correctBySql(id)).rejects.toThrow(/awards_taken_up_within_support/)
  expect(await differencesOf(money)).toEqual([])
})

test('nor what it gave back before the plan approved less for it', async () => {
  const { money } = await approved()
  const { id } = await moneyPeople(gateway.database).sign(money)
  expect((await release(id, 100n * m)).refused).toEqual([])
  await adjust(money, 200n * m, 150n * m)
  const expected = expect.stringMatching(/adjustPlan/) as unknown
  expect(await correct(id, 'RELEASE')).toMatchObject({
    refused: ['above-plan'],
    problems: [{ field: 'postingId', expected: { vi: expected, en: expected } }],
  })
  await expect(correctBySql(id)).rejects.toThrow(/awards_taken_up_within_plan/)
  expect(await differencesOf(money)).toEqual([])
})

test('as much as the plan still approves comes again', async () => {
  const { money } = await approved()
  const { id } = await moneyPeople(gateway.database).sign(money)
  expect((await release(id, 60n * m)).refused).toEqual([])
  expect((await release(id, 50n * m)).refused).toEqual([])
  await adjust(money, 200n * m, 140n * m)
  expect((await correct(id, 'RELEASE')).refused).toEqual([])
  expect((await correct(id, 'RELEASE')).refused).toEqual(['above-plan'])
  expect(await differencesOf(money)).toEqual([])
})

test('nor is anything promised again for an activity that the plan left out; an advance that never came back is found', async () => {
  const money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 200n * m }, { approved: 100n * m }],
  })
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  await people.advance(id, 50n * m)
  expect((await giveBack(id, 50n * m)).refused).toEqual([])
  expect((await release(id, 150n * m)).refused).toEqual([])
  const { version: expectedVersion } = await gateway.database.prisma.plan.findUniqueOrThrow({
    where: { id: money.planId },
  })
  const begun = { planId: encodeGlobalID('Plan', money.planId), expectedVersion, reason: 'thôi làm' }
  let plan = await done(industry, 'adjustPlan', begun)
  const line = { lineId: plan.lines[0]?.id, expectedVersion: plan.version, reason: 'thôi làm', on: '2024-06-10' }
  plan = await done(industry, 'removeLine', line)
  const facts = { totalCost: (400n * m).toString(), eligibleCost: (400n * m).toString() }
  plan = await done(industry, 'changeLine', { lineId: plan.lines[0]?.id, expectedVersion: plan.version, facts })
  plan = await done(industry, 'handOverEstimate', { ...at(plan), on: '2024-06-11' })
  const balances = [{ source: 'PROVINCIAL_BUDGET', amount: (100n * m).toString() }]
  plan = await done(finance, 'balancePlan', { ...at(plan), balances, on: '2024-06-12' })
  await done(committee, 'approvePlan', { ...at(plan), document: '30/QĐ', on: '2024-06-13' })

  expect((await correct(id, 'RELEASE')).refused).toEqual(['above-plan'])
  expect(await differencesOf(money)).toEqual([])
  expect((await correct(id, 'RETURN')).refused).toEqual([])
  expect(await differencesOf(money)).toEqual(['award-above-plan'])
  expect((await giveBack(id, 50n * m)).refused).toEqual([])
  expect(await differencesOf(money)).toEqual([])
})

test('a return that never happened is corrected all the same, and found', async () => {
  const { money, proposalId } = await approved()
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  await people.advance(id, 50n * m)
  expect((await giveBack(id, 50n * m)).refused).toEqual([])
  expect((await release(id, 150n * m)).refused).toEqual([])
  expect((await change(committee, proposalId, exchanged)).refused).toEqual([])
  expect((await correct(id, 'RETURN')).refused).toEqual([])
  expect(await differencesOf(money)).toEqual(['award-above-support', 'award-of-other-content'])
})

test('a return that never happened beside the contract that took its place is found', async () => {
  const { money, proposalId } = await approved()
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  await people.advance(id, 50n * m)
  expect((await giveBack(id, 50n * m)).refused).toEqual([])
  expect((await release(id, 150n * m)).refused).toEqual([])
  expect((await signLine(encodeGlobalID('PlanLine', money.lines[0]?.id ?? ''), proposalId, 160n * m)).refused).toEqual(
    [],
  )
  expect(await differencesOf(money)).toEqual([])
  expect((await correct(id, 'RETURN')).refused).toEqual([])
  const { differences } = await reconcileMoney(gateway.database.prisma, money)
  // Each of the two is within both; together they are not.
  expect(differences.map(({ code, where }) => [code, where === id])).toEqual(
    expect.arrayContaining(
      [true, false].flatMap((first) => [
        ['award-above-plan', first],
        ['award-above-support', first],
      ]),
    ),
  )
  expect(differences).toHaveLength(4)
})

test('an award that is above it or for something else all the same is found', async () => {
  const { money, proposalId } = await approved()
  await moneyPeople(gateway.database).sign(money)
  await gateway.database.engine.transaction(async (session) => {
    await session.run('SET LOCAL session_replication_role = replica')
    await session.run(`UPDATE proposals SET requested_support = 1, content_code = 'BRAND' WHERE id = '${proposalId}'`)
    await session.run('SET LOCAL session_replication_role = DEFAULT')
  })
  expect(await differencesOf(money)).toEqual(['award-above-support', 'award-of-other-content'])
})
