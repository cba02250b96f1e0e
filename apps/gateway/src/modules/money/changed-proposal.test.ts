import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHousehold, householdFacts } from '../../testing/apply.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { endWork, moneyPeople, yearOfMoney, type YearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { storedFacts } from '../proposals/facts.js'
import { reconcileMoney } from './reconcile.js'

// What a decision lowers or exchanges of an approved proposal (TT 36/2013 Điều 11) binds its contract, its advances and its
// settlement.

const m = 1_000_000n

let gateway: TestGateway
let centre: Caller
let industry: Caller
let committee: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  industry = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
  committee = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
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

async function release(awardId: string, amount: bigint) {
  const { version } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id: awardId } })
  const asked = { id: encodeGlobalID('Award', awardId), expectedVersion: version, amount: amount.toString() }
  return await command(centre, 'releaseCommitment', { ...asked, on: '2024-03-20', document: '12/TB' })
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
