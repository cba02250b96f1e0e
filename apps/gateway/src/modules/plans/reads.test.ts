import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn } from '../../testing/people.js'
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
