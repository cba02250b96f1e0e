import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { ownId } from '../../testing/mutations.js'
import { at, planAt, planTeam, programmeOfItsOwn, proposalNode, type PlanTeam } from '../../testing/plan-team.js'
import { act, done, machineProposal, refusedFor, type PlanShown } from '../../testing/plans.js'
import { signIn } from '../../testing/people.js'
import { encodeGlobalID } from '@pothos/plugin-relay'

let gateway: TestGateway
let team: PlanTeam
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
})
afterAll(() => gateway.close())

const why = { reason: 'ngân sách không cân đối được', on: '2024-08-20' }
const drop = (plan: PlanShown) => done(team.centre, 'dropPlan', { ...at(plan), ...why })

/** An adjustment with a new proposal and without the activity of the plan in force, sent back by Sở Tài chính. */
async function returnedAdjustment() {
  const inForce = await planAt(gateway, team, 'APPROVED')
  const { programmeId } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: ownId(inForce.id) } })
  let plan = await done(team.industry, 'adjustPlan', { ...at(inForce), reason: 'bổ sung máy ép' })
  const { id } = await machineProposal(gateway.database, { record: { programmeId, title: 'máy ép' } })
  plan = await done(team.centre, 'addProposalLine', { ...at(plan), proposalId: proposalNode(id), on: '2024-08-02' })
  const activity = { lineId: plan.lines[1]?.id, expectedVersion: plan.version, reason: 'thôi', on: '2024-08-03' }
  plan = await done(team.industry, 'removeLine', activity)
  plan = await done(team.industry, 'handOverEstimate', { ...at(plan), on: '2024-08-05' })
  plan = await done(team.finance, 'returnPlan', { ...at(plan), reason: 'không đủ nguồn', on: '2024-08-10' })
  return { inForce, plan, added: id, programme: encodeGlobalID('ProgrammeDocument', programmeId) }
}

const Plans = z.object({
  data: z.object({ plans: z.array(z.object({ edition: z.number(), state: z.string(), inForce: z.boolean() })) }),
})
async function plansOf(programme: string) {
  const query = 'query ($id: ID!) { plans(programmeId: $id) { edition state inForce } }'
  const { body } = await team.finance.ask(query, { id: programme })
  return Plans.parse(body).data.plans.map(
    ({ edition, state, inForce }) => `${String(edition)} ${state} ${String(inForce)}`,
  )
}

const Shown = z.object({ data: z.object({ node: z.object({ state: z.string(), planLine: z.unknown() }) }) })
async function proposalOf(id: string) {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Proposal { state planLine { edition state } } } }'
  return Shown.parse((await team.centre.ask(query, { id: proposalNode(id) })).body).data.node
}

test('the draft of an adjustment is dropped, and the plan in force is as it was', async () => {
  const { inForce, plan, added, programme } = await returnedAdjustment()
  expect(await proposalOf(added)).toEqual({ state: 'IN_PLAN', planLine: { edition: 2, state: 'DRAFT' } })
  const dropped = await drop(plan)
  // It stays to be seen, with its lines.
  expect(dropped).toMatchObject({ edition: 2, state: 'DROPPED', inForce: false, version: plan.version + 1 })
  expect(dropped.lines.map(({ title, proposal }) => [title, proposal?.state])).toEqual([
    ['Hỗ trợ máy cán tôn', 'APPROVED'],
    ['máy ép', 'RECOMMENDED'],
  ])
  expect(await plansOf(programme)).toEqual(['2 DROPPED false', '1 APPROVED true'])
  // What only stood in the draft is recommended again, and for the reason that was given; what is in force goes on.
  expect(await proposalOf(added)).toEqual({ state: 'RECOMMENDED', planLine: null })
  const last = { where: { proposalId: added }, orderBy: { position: 'desc' } } as const
  expect(await gateway.database.prisma.proposalStep.findFirst(last)).toMatchObject({
    ...{ action: 'unplanProposal', personId: team.centre.personId, reason: why.reason },
  })
  expect(await proposalOf(ownId(inForce.lines[0]?.proposal?.id ?? ''))).toEqual({
    state: 'APPROVED',
    planLine: { edition: 1, state: 'APPROVED' },
  })
})

const Entries = z.object({
  data: z.object({
    auditEntries: z.object({
      nodes: z.array(z.object({ node: z.object({ action: z.string(), content: z.string() }) })),
    }),
  }),
})
const Dropped = z.object({
  before: z.object({ lines: z.array(z.looseObject({ id: z.string(), title: z.string() })) }),
  after: z.object({ state: z.literal('DROPPED'), step: z.object({ reason: z.string() }) }),
})

test('the audit keeps what was dropped in one entry: the step with its reason, and every line as it stood', async () => {
  const { plan, added } = await returnedAdjustment()
  const { id, lines } = await drop(plan)
  const inspector = await signIn(gateway, 'INSPECTOR')
  const entriesOf = async (entity: string, record: string) => {
    const query = `query ($filter: AuditFilter!) { auditEntries(first: 50, filter: $filter) { nodes: edges { node { action content } } } }`
    const { body } = await inspector.ask(query, { filter: { entity, entityId: ownId(record) } })
    const all = Entries.parse(body).data.auditEntries.nodes.map(({ node }) => node)
    return all.filter(({ action }) => action === 'dropPlan').map(({ content }): unknown => JSON.parse(content))
  }
  const { before, after } = z.tuple([Dropped]).parse(await entriesOf('Plan', id))[0]
  expect(after.step.reason).toBe(why.reason)
  expect(before.lines).toMatchObject(lines.map(({ id: line, title }) => ({ id: ownId(line), title })))
  expect(before.lines[1]).toMatchObject({ proposalId: added })
  // No line was written, and none is said to have been.
  for (const line of lines) expect(await entriesOf('PlanLine', line.id)).toEqual([])
})

test('another adjustment is begun, approved and adjusted as if there had been none', async () => {
  const { inForce, plan, programme, added } = await returnedAdjustment()
  await drop(plan)
  let anew = await done(team.industry, 'adjustPlan', { ...at(inForce), reason: 'bổ sung lần nữa' })
  expect(await refusedFor(team.industry, 'adjustPlan', { ...at(inForce), reason: 'x' })).toEqual(['edition-under-way'])
  expect(anew).toMatchObject({ edition: 2, state: 'DRAFT' })
  const line = { ...at(anew), proposalId: proposalNode(added), on: '2024-09-01' }
  anew = await done(team.centre, 'addProposalLine', line)
  anew = await done(team.industry, 'handOverEstimate', { ...at(anew), on: '2024-09-02' })
  const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '450000000' }]
  anew = await done(team.finance, 'balancePlan', { ...at(anew), balances, on: '2024-09-03' })
  const chair = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
  anew = await done(chair, 'approvePlan', { ...at(anew), document: '1900/QĐ-UBND', on: '2024-09-10' })
  expect(anew.lines.map(({ approvedBefore }) => approvedBefore)).toEqual(['200000000', '50000000', null])
  expect(await plansOf(programme)).toEqual(['2 APPROVED true', '2 DROPPED false', '1 APPROVED false'])
  // Of the two second editions the one that was approved is the one before.
  let third = await done(team.industry, 'adjustPlan', { ...at(anew), reason: 'lần ba' })
  expect(third.lines.map(({ approvedBefore }) => approvedBefore)).toEqual(['200000000', '50000000', '200000000'])
  // What both of them had and the third has not is stopped once.
  const left = {
    lineId: third.lines[2]?.id,
    expectedVersion: third.version,
    reason: 'cơ sở xin thôi',
    on: '2024-10-01',
  }
  third = await done(team.industry, 'removeLine', left)
  third = await done(team.industry, 'handOverEstimate', { ...at(third), on: '2024-10-02' })
  third = await done(team.finance, 'balancePlan', { ...at(third), balances, on: '2024-10-03' })
  await done(team.committee, 'approvePlan', { ...at(third), document: '2100/QĐ-UBND', on: '2024-10-10' })
  expect(await proposalOf(added)).toMatchObject({ state: 'CANCELLED' })
})

test('a year that has no line yet is dropped and opened anew; one with lines is not', async () => {
  const programmeId = encodeGlobalID('ProgrammeDocument', await programmeOfItsOwn(gateway))
  const open = { programmeId, year: 2024, planDate: '2024-03-01' }
  const empty = await done(team.centre, 'openPlan', open)
  expect(await drop(empty)).toMatchObject({ state: 'DROPPED', edition: 1, lines: [] })
  expect(await done(team.centre, 'openPlan', open)).toMatchObject({ state: 'DRAFT', edition: 1 })
  expect(await plansOf(programmeId)).toEqual(['1 DRAFT false', '1 DROPPED false'])

  const plan = await planAt(gateway, team, 'DRAFT')
  expect(await act(team.centre, 'dropPlan', { ...at(plan), ...why })).toMatchObject({
    problems: [{ code: 'plan-has-lines', expected: 'take its lines out one by one first (removeLine)' }],
  })
})

test('nobody drops it without a reason, before its last step, or twice', async () => {
  const { plan } = await returnedAdjustment()
  const refused = (change: object) => refusedFor(team.industry, 'dropPlan', { ...at(plan), ...why, ...change })
  expect(await refused({ reason: ' ' })).toEqual(['reason-missing'])
  expect(await refused({ on: '2024-08-09' })).toEqual(['on-before-last-step'])
  expect(await refused({ on: '2999-01-01' })).toEqual(['on-in-future'])
  const dropped = await drop(plan)
  expect(await refused(at(dropped))).toEqual(['not-in-this-state'])
})
