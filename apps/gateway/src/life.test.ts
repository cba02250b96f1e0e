import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from './audit/verify.js'
import { verifyDecisions } from './decisions/verify.js'
import { held, machineFacts, machineProposal } from './testing/apply.js'
import { asVariables } from './testing/facts.js'
import { startTestGateway, type TestGateway } from './testing/gateway.js'
import { beginLife, commune, department, firstOf } from './testing/life.js'
import { ownId } from './testing/mutations.js'
import { programmeId } from './testing/plan-team.js'

// One proposal from its draft to its file, over HTTP. At each step everybody else tries to take it first, see `step`.

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

test('the life of a proposal, from draft to closed', async () => {
  const { person, enter, step, attach, seen, now } = await beginLife(gateway)
  const centreOf = ['centre', 'clerk'] as const

  // A household in Tân Hưng is registered by its district, and signs in.
  const household = await step({
    ...{ by: 'district', orBy: [...centreOf, ...department], does: 'registerEstablishment' },
    with: {
      input: { name: 'Hộ kinh doanh Nguyễn Văn An', form: 'HOUSEHOLD', locality: commune, siteAddress: 'Xưởng sấy' },
      on: '2024-01-10',
    },
  })
  const places = { establishment: household.id, site: firstOf(household, 'sites') }
  await enter('owner', { establishmentId: ownId(household.id) })

  // It asks for 200 million for a dryer of 570 million. The registry knows who and where it is.
  let proposal = await step({
    ...{ by: 'owner', orBy: ['district', ...centreOf], does: 'createProposal' },
    with: {
      proposal: machineProposal(places, { facts: asVariables(machineFacts) }),
    },
  })
  for (const paper of ['project', 'request', 'pledge', 'registration'])
    proposal = await attach('owner', proposal, paper)
  expect(await seen(proposal, 'owner')).toEqual({ state: 'DRAFT', next: ['submitProposal', 'withdrawProposal'] })

  // Handed in, surveyed on the spot, appraised, recommended: by four different people.
  proposal = await step({
    ...{ by: 'owner', orBy: ['district', ...centreOf], does: 'submitProposal' },
    with: { ...now(proposal), on: '2024-03-01' },
  })
  expect(await seen(proposal, 'centre')).toMatchObject({ state: 'SUBMITTED', next: expectStep('surveyProposal') })
  proposal = await step({
    ...{ by: 'centre', orBy: ['district', 'clerk'], does: 'surveyProposal' },
    with: { ...now(proposal), on: '2024-03-04' },
  })
  expect(await seen(proposal, 'appraiser')).toMatchObject({ state: 'SURVEYED', next: expectStep('appraiseProposal') })
  proposal = await step({
    ...{ by: 'appraiser', orBy: ['director', 'acceptor', 'council'], does: 'appraiseProposal' },
    with: { ...now(proposal), judgements: held, document: '15/BB-HĐTĐ', on: '2024-03-08' },
  })
  expect(await seen(proposal, 'director')).toMatchObject({ state: 'APPRAISED', next: expectStep('recommendProposal') })
  proposal = await step({
    ...{ by: 'director', orBy: ['acceptor'], fourEyes: ['appraiser'], does: 'recommendProposal' },
    with: { ...now(proposal), on: '2024-03-11' },
  })
  expect(await seen(proposal, 'owner')).toMatchObject({ state: 'RECOMMENDED', next: ['withdrawProposal'] })

  // Into the plan of the year: demand, estimate, balance, approval.
  let plan = await step({
    ...{ by: 'centre', orBy: ['clerk', ...department], does: 'openPlan' },
    with: { programmeId, year: 2024, planDate: '2024-03-12' },
  })
  plan = await step({
    ...{ by: 'centre', orBy: ['clerk', ...department], does: 'addProposalLine' },
    with: { planId: plan.id, expectedVersion: plan.version, proposalId: proposal.id, on: '2024-03-12' },
  })
  expect(await seen(proposal, 'owner')).toEqual({ state: 'IN_PLAN', next: [] })
  plan = await step({
    ...{ by: 'director', orBy: ['appraiser', 'acceptor'], does: 'handOverEstimate' },
    with: { planId: plan.id, expectedVersion: plan.version, on: '2024-03-15' },
  })
  plan = await step({
    ...{ by: 'planner', orBy: ['cashier', 'clerk'], does: 'balancePlan' },
    with: {
      ...{ planId: plan.id, expectedVersion: plan.version, on: '2024-03-20' },
      balances: [{ source: 'PROVINCIAL_BUDGET', amount: '500000000' }],
    },
  })
  plan = await step({
    ...{ by: 'chairman', does: 'approvePlan' },
    with: { planId: plan.id, expectedVersion: plan.version, document: '512/QĐ-UBND', on: '2024-03-25' },
  })
  expect(plan['state']).toBe('APPROVED')
  expect(await seen(proposal, 'centre')).toEqual({ state: 'APPROVED', next: ['contractProposal'] })

  // The budget allots 500 million; 200 of it are promised on a contract. Money: [free, committed, advanced, settled].
  await step({
    ...{ by: 'planner', orBy: ['cashier', 'clerk'], does: 'recordAppropriation' },
    with: {
      ...{ programme: programmeId, year: 2024, source: 'PROVINCIAL_BUDGET', amount: '500000000' },
      ...{ document: '600/QĐ-STC', on: '2024-04-01' },
    },
  })
  expect(await seen(proposal, 'centre')).toMatchObject({ money: [500, 0, 0, 0] })
  const { version } = await person('centre').read(proposal)
  const award = await step({
    ...{ by: 'centre', orBy: ['clerk'], does: 'signContract' },
    with: {
      ...{ planLine: firstOf(plan, 'lines'), expectedVersion: version, amount: '200000000' },
      ...{ document: '07/2024/HĐ-KC', on: '2024-04-05' },
    },
  })
  expect(await seen(proposal, 'centre')).toEqual({
    ...{ state: 'CONTRACTED', next: ['startProposal'], money: [300, 200, 0, 0] },
  })

  // Half of it in advance: asked for by the centre, paid by the finance department, and not by a clerk who works for both.
  const advance = await step({
    ...{ by: 'clerk', orBy: ['centre'], does: 'requestAdvance' },
    with: {
      ...{ award: award.id, amount: '100000000', document: '31/ĐN-TTKC', on: '2024-04-10' },
      facts: { workPlanReady: true, duration: 'ONE_YEAR', workDone: '450000000', scheduleMet: true },
    },
  })
  expect(await seen(proposal, 'centre')).toMatchObject({ money: [300, 200, 0, 0] })
  await step({
    ...{ by: 'cashier', orBy: ['planner'], fourEyes: ['clerk'], does: 'payAdvance' },
    with: { ...now(advance), document: '88/UNC', on: '2024-04-12' },
  })
  expect(await seen(proposal, 'centre')).toMatchObject({ money: [300, 100, 100, 0] })

  // The dryer is bought and runs; the department comes to see it.
  proposal = await step({
    ...{ by: 'centre', orBy: ['clerk'], does: 'startProposal' },
    with: { ...now(await person('centre').read(proposal)), on: '2024-04-15' },
  })
  expect(proposal['state']).toBe('RUNNING')
  for (const paper of ['contract', 'acceptance-record', 'liquidation'])
    proposal = await attach('owner', proposal, `acceptance.${paper}`)
  proposal = await step({
    ...{ by: 'acceptor', fourEyes: ['appraiser', 'director'], does: 'acceptProposal' },
    with: { ...now(proposal), document: '20/BB-NT', on: '2024-10-20' },
  })
  expect(await seen(proposal, 'centre')).toEqual({ state: 'ACCEPTED', next: [], money: [300, 100, 100, 0] })

  // Settled on its vouchers: what was advanced is spent for good, the rest is paid.
  const settlement = await step({
    ...{ by: 'clerk', orBy: ['centre'], does: 'requestSettlement' },
    with: {
      ...{ award: award.id, document: '45/ĐN-TTKC', on: '2024-10-25', allVouchersListed: true },
      vouchers: [{ number: 'HĐ 0012', item: 'Máy sấy', amount: '570000000', counts: true }],
      papers: ['CONTRACT', 'ACCEPTANCE_RECORD', 'LIQUIDATION'].map((name) => ({ name, answer: true })),
    },
  })
  expect(settlement['amount']).toBe('200000000')
  await step({
    ...{ by: 'cashier', orBy: ['planner'], fourEyes: ['clerk'], does: 'settleAward' },
    with: { ...now(settlement), document: '102/UNC', on: '2024-11-01' },
  })
  expect(await seen(proposal, 'centre')).toEqual({
    ...{ state: 'SETTLED', next: ['closeProposal'], money: [300, 0, 0, 200] },
  })
  proposal = await step({
    ...{ by: 'centre', orBy: ['clerk'], does: 'closeProposal' },
    with: { ...now(await person('centre').read(proposal)), on: '2024-11-05' },
  })
  expect(await seen(proposal, 'owner')).toEqual({ state: 'CLOSED', next: [], money: [300, 0, 0, 200] })

  // Every đồng is where the ledger says, the audit is whole, and the law says again what it said.
  const { body } = await person('inspector').ask(
    'query ($id: ID!) { reconciliation(programme: $id) { clean awards postings differences { message } } }',
    { id: programmeId },
  )
  expect(body).toEqual({ data: { reconciliation: { clean: true, awards: 1, postings: 4, differences: [] } } })
  const { faults } = await gateway.database.prisma.$transaction((tx) => verifyAudit(tx))
  expect(faults).toEqual([])
  const outcomes: Record<string, string[]> = {}
  await verifyDecisions(gateway.database.prisma, ({ question }, { outcome }) => {
    ;(outcomes[question] ??= []).push(outcome)
  })
  expect(outcomes).toEqual({
    eligibility: ['equal', 'equal', 'equal', 'equal'],
    ceiling: ['equal', 'equal', 'equal', 'equal'],
    'acceptance-proof': ['equal'],
    advance: ['equal', 'equal'],
    settlement: ['equal', 'equal'],
  })
}, 600_000)

const expectStep = (name: string) => expect.arrayContaining([name]) as unknown
