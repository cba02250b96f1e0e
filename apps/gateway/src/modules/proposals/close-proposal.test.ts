import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../../graphql/refusal.js'
import { command } from '../../testing/command.js'
import { addHousehold } from '../../testing/apply.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { balancesIn, endWork, moneyHead, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { at } from '../../testing/plan-team.js'
import { done } from '../../testing/plans.js'
import { correctPosting } from '../money/correct-posting.js'
import { reconcileMoney } from '../money/reconcile.js'

// A proposal is closed when its money is at rest: what was not needed is free, what was advanced beyond the settlement is back.

const m = 1_000_000n

let gateway: TestGateway
let centre: Caller
let finance: Caller
let committee: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
  committee = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
})
afterAll(() => gateway.close())

/** 300 million under contract, some of it advanced; 100 settled of a machine that a storm left half done. */
async function settled(advance: bigint) {
  const { establishmentId, siteId, establishment } = await addHousehold(gateway)
  const applicant = { establishmentId, siteId }
  const money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 300n * m, contentCode: 'MACH', proposal: true, applicant }],
  })
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  if (advance > 0n) await people.advance(id, advance)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId, 'recordForceMajeure')
  await settle(id)
  return { money, id, proposalId, establishmentId, establishment }
}

async function settle(awardId: string) {
  const { id } = await command(centre, 'requestSettlement', {
    ...{ award: encodeGlobalID('Award', awardId), on: '2024-06-01', document: '05/QT', allVouchersListed: true },
    vouchers: [{ number: '1', item: 'máy', amount: String(200n * m), counts: true }],
    forceMajeure: { explanation: 'GT 01' },
  })
  const decided = { id, expectedVersion: 1, on: '2024-06-02', document: '06/QĐ' }
  expect((await command(finance, 'settleAward', decided)).refused).toEqual([])
}

async function close(proposalId: string, more: object = {}) {
  const where = { id: proposalId }
  const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where })
  const asked = { id: encodeGlobalID('Proposal', proposalId), expectedVersion, on: '2024-06-05', ...more }
  return await command(centre, 'closeProposal', asked)
}

test('what the contract did not need is free again, on the document of the closing', async () => {
  const { money, id, proposalId } = await settled(0n)
  expect(await close(proposalId, { document: '3/TL' })).toMatchObject({ state: 'CLOSED', refused: [] })
  expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
    SETTLEMENT: 100n * m,
    APPROPRIATION: 900n * m,
  })
  const where = { awardId: id, kind: 'RELEASE' } as const
  const released = await gateway.database.prisma.posting.findFirstOrThrow({ where })
  expect(released).toMatchObject({ document: '3/TL', personId: centre.personId, on: new Date('2024-06-05') })
  const { differences } = await reconcileMoney(gateway.database.prisma, { programmeId: money.programmeId })
  expect(differences).toEqual([])
})

test('where the closing has no document, on the contract itself', async () => {
  const { id, proposalId } = await settled(0n)
  expect(await close(proposalId)).toMatchObject({ state: 'CLOSED' })
  const where = { awardId: id, kind: 'RELEASE' } as const
  expect((await gateway.database.prisma.posting.findFirstOrThrow({ where })).document).toBe('HĐ 01')
})

test('what was advanced beyond the settlement comes back first, and its establishment stays', async () => {
  const { id, proposalId, establishment, establishmentId } = await settled(140n * m)
  const { prisma } = gateway.database
  expect((await close(proposalId)).refused).toEqual(['advance-not-returned'])
  const leave = async () => {
    const { version } = await prisma.establishment.findUniqueOrThrow({ where: { id: establishmentId } })
    const asked = { id: establishment, expectedVersion: version, on: '2024-06-10', reason: 'giải thể' }
    return (await command(centre, 'closeEstablishment', asked)).refused
  }
  expect(await leave()).toEqual(['proposal-under-way'])
  const { version: expectedVersion } = await prisma.award.findUniqueOrThrow({ where: { id } })
  const back = { id: encodeGlobalID('Award', id), expectedVersion, amount: String(40n * m) }
  expect((await command(finance, 'returnAdvance', { ...back, on: '2024-06-03', document: '31/GNT' })).refused).toEqual(
    [],
  )
  expect(await close(proposalId)).toMatchObject({ state: 'CLOSED', refused: [] })
  expect(await leave()).toEqual([])
})

/** The newest posting of a kind on an award is corrected: the codes for which it is refused. */
async function correct(awardId: string, kind: 'SETTLEMENT' | 'RELEASE') {
  const { prisma } = gateway.database
  const where = { awardId, kind, correctedBy: null } as const
  const { id: postingId } = await prisma.posting.findFirstOrThrow({ where, orderBy: { sequence: 'desc' } })
  try {
    const { finance: by } = moneyPeople(gateway.database)
    await correctPosting(prisma, by, { ...moneyHead('2024-06-06'), postingId, reason: 'nhầm' })
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.problems.map(({ code }) => code)
  }
}

async function releaseRest(awardId: string, amount: bigint) {
  const { version: expectedVersion } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id: awardId } })
  const rest = { id: encodeGlobalID('Award', awardId), expectedVersion, amount: String(amount) }
  const released = await command(centre, 'releaseCommitment', { ...rest, on: '2024-06-06', document: '12/TB' })
  expect(released.refused).toEqual([])
}

async function stop(proposalId: string) {
  const where = { id: proposalId }
  const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where })
  const said = { on: '2024-06-07', reason: 'không có gì để quyết toán', document: '900/QĐ-UBND' }
  return await command(committee, 'cancelProposal', {
    id: encodeGlobalID('Proposal', proposalId),
    expectedVersion,
    ...said,
  })
}

async function nextSteps(caller: Caller, proposalId: string): Promise<readonly string[]> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Proposal { nextSteps { name } } } }'
  const { body } = await caller.ask(query, { id: encodeGlobalID('Proposal', proposalId) })
  const Body = z.object({ data: z.object({ node: z.object({ nextSteps: z.array(z.object({ name: z.string() })) }) }) })
  return Body.parse(body).data.node.nextSteps.map(({ name }) => name)
}

test('a settlement that was corrected is made anew first', async () => {
  const { id, proposalId } = await settled(0n)
  expect(await correct(id, 'SETTLEMENT')).toEqual([])
  expect((await close(proposalId)).refused).toEqual(['not-settled'])
  await settle(id)
  expect(await close(proposalId)).toMatchObject({ state: 'CLOSED' })
})

test.each(['SETTLED', 'CLOSED'] as const)(
  'one that is %s is stopped where its settlement was corrected and there is none to make anew',
  async (state) => {
    const { money, id, proposalId } = await settled(100n * m)
    if (state === 'CLOSED') expect(await close(proposalId)).toMatchObject({ state })
    expect((await stop(proposalId)).refused).toEqual(['settlement-stands'])
    expect(await nextSteps(committee, proposalId)).toEqual([])
    expect(await correct(id, 'SETTLEMENT')).toEqual([])
    expect(await nextSteps(committee, proposalId)).toEqual(['cancelProposal'])
    expect((await stop(proposalId)).refused).toEqual(['advance-not-returned'])
    const { prisma } = gateway.database
    const { version: expectedVersion } = await prisma.award.findUniqueOrThrow({ where: { id } })
    const back = { id: encodeGlobalID('Award', id), expectedVersion, amount: String(100n * m) }
    const returned = await command(finance, 'returnAdvance', { ...back, on: '2024-06-06', document: '31/GNT' })
    expect(returned.refused).toEqual([])
    expect(await stop(proposalId)).toMatchObject({ state: 'CANCELLED', refused: [] })
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      RETURN: 100n * m,
      APPROPRIATION: 900n * m,
    })
    const { differences } = await reconcileMoney(prisma, { programmeId: money.programmeId })
    expect(differences).toEqual([])
  },
)

/** A step of a settled proposal, past the services. */
async function stepBySql(proposalId: string, action: 'cancelProposal' | 'closeProposal', to: 'CANCELLED' | 'CLOSED') {
  await gateway.database.engine.transaction(async (session) => {
    await session.run(`INSERT INTO proposal_steps
        (proposal_id, position, action, from_state, to_state, judges, person_id, role, "on", reason, document)
      SELECT proposal_id, max(position) + 1, '${action}', 'SETTLED', '${to}', ${to === 'CANCELLED'}, 'x', 'x', '2024-07-01', 'x', 'x'
      FROM proposal_steps WHERE proposal_id = '${proposalId}' GROUP BY proposal_id`)
    await session.run(`UPDATE proposals SET state = '${to}' WHERE id = '${proposalId}'`)
  })
}

test('the database stops none of which something is settled, whoever asks', async () => {
  const { id, proposalId } = await settled(0n)
  await releaseRest(id, 200n * m)
  const stopping = stepBySql(proposalId, 'cancelProposal', 'CANCELLED')
  await expect(stopping).rejects.toMatchObject({ constraint: 'proposals_stopped_settle_nothing' })
})

test('an adjustment of the plan that leaves it out then stops it as well', async () => {
  const { money, id, proposalId } = await settled(0n)
  expect(await correct(id, 'SETTLEMENT')).toEqual([])
  await releaseRest(id, 300n * m)
  const industry = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
  const { prisma } = gateway.database
  const { version: expectedVersion } = await prisma.plan.findUniqueOrThrow({ where: { id: money.planId } })
  const begun = { planId: encodeGlobalID('Plan', money.planId), expectedVersion, reason: 'thôi làm' }
  let plan = await done(industry, 'adjustPlan', begun)
  const line = { lineId: plan.lines[0]?.id, expectedVersion: plan.version, reason: 'thôi làm', on: '2024-06-10' }
  plan = await done(industry, 'removeLine', line)
  plan = await done(centre, 'addActivityLine', {
    ...at(plan),
    ...{ contentCode: 'MEDIA', title: 'phóng sự', source: 'PROVINCIAL_BUDGET', demanded: '40000000' },
    facts: { eligibleCost: '90000000', totalCost: '90000000' },
  })
  plan = await done(industry, 'handOverEstimate', { ...at(plan), on: '2024-06-11' })
  const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '40000000' }]
  plan = await done(finance, 'balancePlan', { ...at(plan), balances, on: '2024-06-12' })
  await done(committee, 'approvePlan', { ...at(plan), document: '30/QĐ', on: '2024-06-13' })
  expect(await prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })).toMatchObject({ state: 'CANCELLED' })
  const { differences } = await reconcileMoney(prisma, { programmeId: money.programmeId })
  expect(differences).toEqual([])
})

test('what the closing freed is promised again only where the settlement was corrected', async () => {
  const { money, id, proposalId } = await settled(0n)
  expect(await close(proposalId)).toMatchObject({ state: 'CLOSED' })
  expect(await correct(id, 'RELEASE')).toEqual(['proposal-closed'])
  expect(await correct(id, 'SETTLEMENT')).toEqual([])
  expect(await correct(id, 'RELEASE')).toEqual([])
  expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
    COMMITMENT: 300n * m,
    APPROPRIATION: 700n * m,
  })
})

test('the database closes none that holds money, whoever asks', async () => {
  const { proposalId } = await settled(0n)
  const closing = stepBySql(proposalId, 'closeProposal', 'CLOSED')
  await expect(closing).rejects.toMatchObject({ constraint: 'proposals_closed_hold_nothing' })
})
