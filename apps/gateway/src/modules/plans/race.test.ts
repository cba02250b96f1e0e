import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn } from '../../testing/people.js'
import { at, planAt, planTeam, type PlanTeam } from '../../testing/plan-team.js'
import { act, type PlanMutation } from '../../testing/plans.js'

// Two at once: one is done, the other is told.

let gateway: TestGateway
let team: PlanTeam
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
})
afterAll(() => gateway.close())

/** How each of several requests at once ended, in the order of the alphabet. */
async function atOnce(asked: readonly Parameters<typeof act>[]): Promise<readonly string[]> {
  const shown = await Promise.all(asked.map((each) => act(...each)))
  return shown
    .map((one) => (one.__typename === 'Plan' ? 'done' : one.problems.map(({ code }) => code).join()))
    .toSorted()
}

const on = '2024-03-20'
const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '250000000' }]
const before = {
  handOverEstimate: ['DRAFT', {}],
  balancePlan: ['ESTIMATED', { balances }],
  returnPlan: ['BALANCED', { reason: 'thiếu' }],
  approvePlan: ['BALANCED', { document: '1/QĐ' }],
} as const satisfies Partial<Record<PlanMutation, readonly [string, object]>>

const callers = {
  handOverEstimate: 'industry',
  balancePlan: 'finance',
  returnPlan: 'committee',
  approvePlan: 'committee',
} as const

test.each(['handOverEstimate', 'balancePlan', 'returnPlan', 'approvePlan'] as const)('%s', async (name) => {
  const [state, more] = before[name]
  const plan = await planAt(gateway, team, state)
  const asked = Array.from({ length: 5 }, (): Parameters<typeof act> => [
    team[callers[name]],
    name,
    { ...at(plan), ...more, on },
  ])
  expect(await atOnce(asked)).toEqual(['done', 'stale', 'stale', 'stale', 'stale'])
})

test('two chairmen', async () => {
  const vice = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
  const plan = await planAt(gateway, team, 'BALANCED')
  const variables = { ...at(plan), document: '1/QĐ', on }
  expect(
    await atOnce([
      [team.committee, 'approvePlan', variables],
      [vice, 'approvePlan', variables],
    ]),
  ).toEqual(['done', 'stale'])
})

test('approving and returning', async () => {
  const plan = await planAt(gateway, team, 'BALANCED')
  expect(
    await atOnce([
      [team.committee, 'approvePlan', { ...at(plan), document: '1/QĐ', on }],
      [team.finance, 'returnPlan', { ...at(plan), reason: 'thiếu', on }],
    ]),
  ).toEqual(['done', 'stale'])
})

test('ten adjustments of one plan', async () => {
  const plan = await planAt(gateway, team, 'APPROVED')
  const asked = Array.from({ length: 10 }, (): Parameters<typeof act> => [
    team.industry,
    'adjustPlan',
    { ...at(plan), reason: 'bổ sung' },
  ])
  expect(await atOnce(asked)).toEqual(['done', ...Array.from({ length: 9 }, () => 'edition-under-way')])
})
