import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'
import { done, machineProposal, million, refusedFor, type PlanShown } from '../../testing/plans.js'

// The plan of 2024 from its first line to the approval, and one adjustment.

let gateway: TestGateway
let centre: Caller
let industry: Caller
let finance: Caller
let committee: Caller
let viceChair: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  industry = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
  committee = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
  viceChair = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
})
afterAll(() => gateway.close())

const programmeId = encodeGlobalID('ProgrammeDocument', 'hai-duong-2023-2025')
const proposalId = (id: string) => encodeGlobalID('Proposal', id)
const at = ({ id, version }: PlanShown) => ({ planId: id, expectedVersion: version })
const lineOf = (plan: PlanShown, title: string) => {
  const found = plan.lines.find((line) => line.title === title)
  if (found === undefined) throw new Error(`The plan has no line ${title}`)
  return found
}

describe('the year 2024', () => {
  let plan: PlanShown
  let lathe: string
  let dryer: string

  test('is opened by the centre', async () => {
    plan = await done(centre, 'openPlan', { programmeId, year: 2024, planDate: '2024-03-01' })
    expect(plan).toMatchObject({ state: 'DRAFT', edition: 1, version: 1, lines: [] })
  })

  test('takes two proposals, each with its step to the plan', async () => {
    for (const title of ['máy tiện', 'máy sấy']) {
      const { id } = await machineProposal(gateway.database, { record: { title } })
      plan = await done(centre, 'addProposalLine', { ...at(plan), proposalId: proposalId(id), on: '2024-03-02' })
      if (title === 'máy tiện') lathe = id
      else dryer = id
      expect(lineOf(plan, title)).toMatchObject({
        kind: 'PROJECT',
        source: 'PROVINCIAL_BUDGET',
        demanded: '200000000',
        estimated: '200000000',
        ceiling: '285000000',
        proposal: { state: 'IN_PLAN' },
      })
    }
  })

  test('takes activities of the programme itself', async () => {
    const media = { contentCode: 'MEDIA', title: 'phóng sự truyền hình', source: 'PROVINCIAL_BUDGET' }
    plan = await done(centre, 'addActivityLine', {
      ...at(plan),
      ...media,
      demanded: '50000000',
    })
    // What the ceiling of the content needs is not known yet.
    expect(lineOf(plan, 'phóng sự truyền hình')).toMatchObject({ estimated: null, ceiling: null })
    const cost = {
      lineId: lineOf(plan, 'phóng sự truyền hình').id,
      facts: { eligibleCost: '80000000', totalCost: '80000000' },
    }
    plan = await done(centre, 'changeLine', { ...cost, expectedVersion: plan.version })
    expect(lineOf(plan, 'phóng sự truyền hình')).toMatchObject({ estimated: '50000000', ceiling: '80000000' })
    const training = { contentCode: 'MGMT-TRAIN', title: 'tập huấn', source: 'PROVINCIAL_BUDGET' }
    plan = await done(industry, 'addActivityLine', { ...at(plan), ...training })
    expect(lineOf(plan, 'tập huấn')).toMatchObject({ demanded: null, estimated: null })
    // Its cost is not known: the estimate cannot be handed over.
    expect(await refusedFor(industry, 'handOverEstimate', { ...at(plan), on: '2024-03-03' })).toEqual(['not-estimated'])
    const change = { lineId: lineOf(plan, 'tập huấn').id, expectedVersion: plan.version, demanded: '30000000' }
    plan = await done(industry, 'changeLine', change)
    expect(lineOf(plan, 'tập huấn')).toMatchObject({ demanded: '30000000', estimated: '30000000' })
  })

  test('is estimated, returned, estimated again and balanced', async () => {
    plan = await done(industry, 'handOverEstimate', { ...at(plan), on: '2024-03-05' })
    expect(plan.state).toBe('ESTIMATED')
    plan = await done(finance, 'returnPlan', { ...at(plan), on: '2024-03-06', reason: 'thiếu thuyết minh' })
    expect(plan.state).toBe('DRAFT')
    plan = await done(industry, 'handOverEstimate', { ...at(plan), on: '2024-03-07' })
    const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '470000000' }]
    plan = await done(finance, 'balancePlan', { ...at(plan), balances, on: '2024-03-10' })
    expect(plan.state).toBe('BALANCED')
  })

  test('is approved line by line, and its proposals with it', async () => {
    const approval = { on: '2024-03-15', document: '512/QĐ-UBND' }
    // 480 million are estimated and 470 balanced.
    expect(await refusedFor(committee, 'approvePlan', { ...at(plan), ...approval })).toEqual(['above-balance'])
    const amounts = [{ lineId: lineOf(plan, 'tập huấn').id, amount: '20000000' }]
    plan = await done(committee, 'approvePlan', { ...at(plan), ...approval, amounts })
    expect(plan).toMatchObject({ state: 'APPROVED', inForce: true })
    expect(plan.lines.map(({ approved }) => approved)).toEqual(['200000000', '200000000', '50000000', '20000000'])
    expect(plan.lines.map(({ proposal }) => proposal?.state)).toEqual(['APPROVED', 'APPROVED', undefined, undefined])
    const steps = await gateway.database.prisma.proposalStep.findMany({
      where: { proposalId: lathe, action: 'approveProposal' },
    })
    expect(steps).toMatchObject([
      { document: '512/QĐ-UBND', personId: committee.personId, role: 'PROVINCIAL_COMMITTEE' },
    ])
  })

  test('is adjusted: one line raised, one stopped, one added; in force when it is approved', async () => {
    const first = plan
    plan = await done(industry, 'adjustPlan', { ...at(plan), reason: 'bổ sung truyền thông' })
    expect(plan).toMatchObject({ state: 'DRAFT', edition: 2, inForce: false })
    expect(plan.lines.map(({ approvedBefore, estimated, approved }) => [approvedBefore, estimated, approved])).toEqual([
      ['200000000', '200000000', null],
      ['200000000', '200000000', null],
      ['50000000', '50000000', null],
      ['20000000', '20000000', null],
    ])
    const media = lineOf(plan, 'phóng sự truyền hình')
    const change = { lineId: media.id, expectedVersion: plan.version, demanded: '80000000' }
    plan = await done(industry, 'changeLine', change)
    const stop = { lineId: lineOf(plan, 'máy sấy').id, expectedVersion: plan.version, reason: 'cơ sở xin thôi' }
    plan = await done(industry, 'removeLine', { ...stop, on: '2024-08-01' })
    // The plan in force still has it.
    const { state } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id: dryer } })
    expect(state).toBe('APPROVED')
    const { id } = await machineProposal(gateway.database, { record: { title: 'máy ép' } })
    plan = await done(centre, 'addProposalLine', { ...at(plan), proposalId: proposalId(id), on: '2024-08-02' })

    plan = await done(industry, 'handOverEstimate', { ...at(plan), on: '2024-08-05' })
    const balances = [{ source: 'PROVINCIAL_BUDGET', amount: (500n * million).toString() }]
    plan = await done(finance, 'balancePlan', { ...at(plan), balances, on: '2024-08-06' })
    const approval = { ...at(plan), on: '2024-08-10', document: '1900/QĐ-UBND' }
    // He approved the dryer; that it stops is for another to judge.
    expect(await refusedFor(committee, 'approvePlan', approval)).toEqual(['four-eyes'])
    plan = await done(viceChair, 'approvePlan', approval)
    expect(plan).toMatchObject({ state: 'APPROVED', inForce: true })
    expect(lineOf(plan, 'phóng sự truyền hình')).toMatchObject({ approvedBefore: '50000000', approved: '80000000' })
    expect(lineOf(plan, 'máy ép').proposal?.state).toBe('APPROVED')
    const stopped = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id: dryer } })
    expect(stopped.state).toBe('CANCELLED')
    const { body } = await finance.ask(
      'query ($id: ID!) { plans(programmeId: $id, year: 2024) { edition inForce state } }',
      {
        id: programmeId,
      },
    )
    expect(body).toEqual({
      data: {
        plans: [
          { edition: 2, inForce: true, state: 'APPROVED' },
          { edition: 1, inForce: false, state: 'APPROVED' },
        ],
      },
    })
    // What was approved first stands as it was.
    const lines = await gateway.database.prisma.planLine.findMany({
      where: { plan: { edition: 1 } },
      orderBy: { position: 'asc' },
    })
    expect(lines.map(({ approved }) => approved?.toString())).toEqual(first.lines.map(({ approved }) => approved))
  })
})
