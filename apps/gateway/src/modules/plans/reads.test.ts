import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addHousehold } from '../../testing/apply.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'
import { at, planAt, planTeam, programmeOfItsOwn, type PlanTeam } from '../../testing/plan-team.js'
import { done, machineProposal, type PlanShown } from '../../testing/plans.js'
import { beginningsOf, planLifeCycle, planStepNames } from './life-cycle.js'

let gateway: TestGateway
let team: PlanTeam
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
})
afterAll(() => gateway.close())

const PLAN = `query ($id: ID!) {
  node(id: $id) {
    ... on Plan {
      year edition state version balances { source amount } steps { action personName role on document }
      programme { title }
      lines {
        position kind contentCode title source demanded estimated approved ceiling approvedBefore promised
        proposal { number state title requestedSupport }
        establishment { name form provinceName }
        site { provinceName }
      }
    }
  }
}`

const MONEY = `query ($id: ID!) { node(id: $id) { ... on Proposal {
  planLine { edition state approved } payments { awarded committed advanced settled } } } }`

describe('a plan', () => {
  test('with its lines, proposals, establishments and sites is five statements, whatever their number', async () => {
    const small = await planAt(gateway, team, 'APPROVED')
    const counts: number[] = []
    for (const plan of [small, await planOf(50)]) {
      gateway.takeStatements()
      const { body } = await team.finance.ask(PLAN, { id: plan.id })
      counts.push(gateway.takeStatements().length)
      expect(body).toMatchObject({
        data: { node: { lines: expect.objectContaining({ length: plan.lines.length }) as unknown } },
      })
    }
    // Who asks; the plan; its programme; its lines; their proposals as records of their own.
    expect(counts).toEqual([5, 5])
  })

  test('shows who took which step in which office', async () => {
    const plan = await planAt(gateway, team, 'APPROVED')
    const { body } = await team.finance.ask(PLAN, { id: plan.id })
    expect(body).toMatchObject({
      data: {
        node: {
          balances: [{ source: 'PROVINCIAL_BUDGET', amount: '250000000' }],
          steps: [
            { action: 'handOverEstimate', role: 'INDUSTRY_DEPARTMENT', on: '2024-03-05', document: null },
            { action: 'balancePlan', role: 'FINANCE_DEPARTMENT' },
            { action: 'approvePlan', role: 'PROVINCIAL_COMMITTEE', document: '512/QĐ-UBND' },
          ],
        },
      },
    })
  })

  test('is for the offices that have to do with plans', async () => {
    const plan = await planAt(gateway, team, 'DRAFT')
    const programmeId = encodeGlobalID('ProgrammeDocument', 'hai-duong-2023-2025')
    const establishment = await signIn(gateway, 'ESTABLISHMENT')
    for (const [caller, code] of [
      [gateway, 'not-signed-in'],
      [establishment, 'not-allowed'],
    ] as const) {
      const asked = [
        await caller.ask(PLAN, { id: plan.id }),
        await caller.ask('query ($id: ID!) { node(id: $id) { ... on PlanLine { title } } }', { id: plan.lines[0]?.id }),
        await caller.ask('query ($id: ID!) { plans(programmeId: $id) { year } }', { id: programmeId }),
      ]
      for (const { body } of asked) expect(JSON.stringify(body)).toContain(code)
      for (const query of ['planEstimate(planId: $id)', 'planRanking(planId: $id, budget: "1")']) {
        const { body } = await caller.ask(`query ($id: ID!) { r: ${query} { ... on Refused { problems { code } } } }`, {
          id: plan.id,
        })
        expect(body).toEqual({ data: { r: { problems: [{ code }] } } })
      }
    }
  })
})

describe('a committee of a locality', () => {
  const LINES = `query ($id: ID!) { plans(programmeId: $id) {
    id edition state inForce lines { title approved establishment { id } proposal { number } } } }`
  const Lines = z.object({
    data: z.object({
      plans: z.array(
        z.looseObject({
          id: z.string(),
          edition: z.number(),
          inForce: z.boolean(),
          lines: z.array(z.looseObject({ title: z.string(), proposal: z.object({ number: z.string() }).nullable() })),
        }),
      ),
    }),
  })

  /** A plan in force with a machine in the city of Hải Dương and one elsewhere, and an adjustment of it under way. */
  async function planOfTwoPlaces() {
    const programme = await programmeOfItsOwn(gateway)
    const node = encodeGlobalID('ProgrammeDocument', programme)
    const [inCity, elsewhere] = [await addHousehold(gateway), await addHousehold(gateway)]
    const other = await gateway.database.prisma.site.update({
      where: { id: elsewhere.siteId },
      data: { localityId: '2023-04-01/10606' },
    })
    let plan = await done(team.centre, 'openPlan', { programmeId: node, year: 2024, planDate: '2024-03-01' })
    const ids: string[] = []
    for (const { establishmentId, siteId } of [inCity, { ...elsewhere, siteId: other.id }]) {
      const record = { programmeId: programme, establishmentId, siteId, title: establishmentId }
      const { id } = await machineProposal(gateway.database, { record })
      ids.push(id)
      const line = { ...at(plan), proposalId: encodeGlobalID('Proposal', id), on: '2024-03-02' }
      plan = await done(team.centre, 'addProposalLine', line)
    }
    plan = await done(team.industry, 'handOverEstimate', { ...at(plan), on: '2024-03-05' })
    const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '400000000' }]
    plan = await done(team.finance, 'balancePlan', { ...at(plan), balances, on: '2024-03-10' })
    plan = await done(team.committee, 'approvePlan', { ...at(plan), document: '1/QĐ', on: '2024-03-15' })
    const draft = await done(team.industry, 'adjustPlan', { ...at(plan), reason: 'bổ sung' })
    return { node, plan, draft, ids, titles: [inCity.establishmentId, elsewhere.establishmentId] }
  }

  test('reads the plan in force, and of it the proposals of its own place', async () => {
    const { node, plan, draft, titles } = await planOfTwoPlaces()
    const committee = await signIn(gateway, 'LOCAL_COMMITTEE')
    const { body } = await committee.ask(LINES, { id: node })
    const { plans } = Lines.parse(body).data
    expect(plans).toMatchObject([{ id: plan.id, edition: 1, inForce: true }])
    expect(plans[0]?.lines.map(({ title, proposal }) => [title, proposal !== null])).toEqual([
      [titles[0], true],
      [titles[1], false],
    ])
    for (const [id, found] of [
      [plan.id, { edition: 1 }],
      [draft.id, null],
    ] as const) {
      const asked = await committee.ask('query ($id: ID!) { node(id: $id) { ... on Plan { edition } } }', { id })
      expect(asked.body).toMatchObject({ data: { node: found } })
    }
    const estimate = await committee.ask(
      'query ($id: ID!) { r: planEstimate(planId: $id) { ... on Refused { problems { code } } } }',
      { id: plan.id },
    )
    expect(estimate.body).toEqual({ data: { r: { problems: [{ code: 'not-allowed' }] } } })
    const { body: all } = await team.finance.ask(LINES, { id: node })
    expect(Lines.parse(all).data.plans.map(({ lines }) => lines.map(({ proposal }) => proposal !== null))).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('reads the money of a proposal of its own place, with the proposal', async () => {
    const { node, plan, ids } = await planOfTwoPlaces()
    const money = { programme: node, year: 2024, source: 'PROVINCIAL_BUDGET', amount: '400000000' }
    const said = { on: '2024-03-20', document: '3/QĐ' }
    expect((await command(team.finance, 'recordAppropriation', { ...money, ...said })).refused).toEqual([])
    for (const [index, id] of ids.entries()) {
      const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id } })
      const contract = { planLine: plan.lines[index]?.id, expectedVersion, amount: '200000000', ...said }
      expect((await command(team.centre, 'signContract', contract)).refused).toEqual([])
    }
    const committee = await signIn(gateway, 'LOCAL_COMMITTEE')
    const [own, other] = await Promise.all(
      ids.map(async (id) => (await committee.ask(MONEY, { id: encodeGlobalID('Proposal', id) })).body),
    )
    const payments = { awarded: '200000000', committed: '200000000', advanced: '0', settled: '0' }
    expect(own).toMatchObject({ data: { node: { planLine: { edition: 1, state: 'APPROVED' }, payments } } })
    expect(other).toMatchObject({ data: { node: null } })
    const flow = await committee.ask('query ($id: ID!) { moneyFlow(programme: $id) { year } }', { id: node })
    expect(JSON.stringify(flow.body)).toContain('not-allowed')
  })
})

test('a plan that is being drawn up is not seen through its proposals either', async () => {
  const household = await addHousehold(gateway)
  const { establishmentId, siteId } = household
  const programme = await programmeOfItsOwn(gateway)
  const record = { programmeId: programme, establishmentId, siteId }
  const proposalId = encodeGlobalID('Proposal', (await machineProposal(gateway.database, { record })).id)
  const node = encodeGlobalID('ProgrammeDocument', programme)
  const plan = await done(team.centre, 'openPlan', { programmeId: node, year: 2024, planDate: '2024-03-01' })
  await done(team.centre, 'addProposalLine', { ...at(plan), proposalId, on: '2024-03-02' })
  const lineFor = async (caller: Caller) => (await caller.ask(MONEY, { id: proposalId })).body
  for (const role of ['ESTABLISHMENT', 'LOCAL_COMMITTEE'] as const)
    expect(await lineFor(await signIn(gateway, role, { establishmentId }))).toMatchObject({
      data: { node: { planLine: null } },
    })
  const draft = { edition: 1, state: 'DRAFT' }
  expect(await lineFor(team.finance)).toMatchObject({ data: { node: { planLine: draft } } })
})

test('the life cycle is shown as it is', async () => {
  const { body } = await gateway.ask(
    '{ planLifeCycle { action from { state roles } to judges needsReason needsDocument cites { document article } } }',
  )
  expect(body).toMatchObject({
    data: {
      planLifeCycle: planStepNames.map((action) => ({
        action,
        from: beginningsOf(action).map(([state, roles]) => ({ state, roles })),
        to: planLifeCycle[action].to,
        judges: planLifeCycle[action].judges === true,
      })),
    },
  })
})

/** A draft of so many machines. */
async function planOf(count: number): Promise<PlanShown> {
  const programmeId = await programmeOfItsOwn(gateway)
  for (let made = 0; made < count; made += 1) await machineProposal(gateway.database, { record: { programmeId } })
  const node = encodeGlobalID('ProgrammeDocument', programmeId)
  const plan = await done(team.centre, 'openPlan', { programmeId: node, year: 2024, planDate: '2024-03-01' })
  const budget = (BigInt(count) * 200_000_000n).toString()
  return await done(team.centre, 'fillPlanByRanking', { ...at(plan), budget, on: '2024-03-02' })
}
