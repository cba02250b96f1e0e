import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { at, planTeam, programmeOfItsOwn, proposalNode, type PlanTeam } from '../../testing/plan-team.js'
import { done, machineProposal, million, refusedFor, type PlanShown, type Wanted } from '../../testing/plans.js'

let gateway: TestGateway
let team: PlanTeam
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
})
afterAll(() => gateway.close())

const RANKING = `query ($id: ID!, $budget: Dong!, $fund: Fund! = PROVINCIAL, $others: [Dong!]!, $cleaner: CleanerProductionInput) {
  planRanking(planId: $id, budget: $budget, fund: $fund, cleanerProduction: $cleaner) {
    __typename
    ... on Refused { problems { code field } }
    ... on PlanRanking {
      proposals {
        proposal { title } support outcome rank list
        reasons { code text(lang: EN) cites { text(lang: EN) } missing { key question(lang: EN) } }
      }
      waitingList spent left
      frontier { proposal rank from }
      atBudgets(budgets: $others) { budget spent gained lost }
      law { pack }
    }
  }
}`

interface Shown {
  readonly proposals: readonly {
    readonly proposal: { readonly title: string }
    readonly outcome: string
    readonly rank: number | null
    readonly reasons: readonly { readonly code: string; readonly missing: readonly { readonly key: string }[] }[]
  }[]
}

const ids = new Map<string, string>()
let programmeId: string
let plan: PlanShown

async function rank(budget: bigint, more: Record<string, unknown> = {}): Promise<Shown> {
  const variables = { id: plan.id, budget: budget.toString(), others: [], ...more }
  const { body } = await team.industry.ask(RANKING, variables)
  return (body as { data: { planRanking: Shown } }).data.planRanking
}

const placed = ({ proposals }: Shown) =>
  proposals.map(({ proposal, outcome, rank: place }) => [proposal.title, outcome, place])

async function add(title: string, wanted: Wanted = {}): Promise<void> {
  const record = { programmeId, title, ...wanted.record }
  const { id } = await machineProposal(gateway.database, { ...wanted, record })
  ids.set(title, id)
}
const node = (title: string) => proposalNode(ids.get(title) ?? '')

beforeEach(async () => {
  programmeId = await programmeOfItsOwn(gateway)
  const programme = encodeGlobalID('ProgrammeDocument', programmeId)
  plan = await done(team.centre, 'openPlan', { programmeId: programme, year: 2024, planDate: '2024-03-01' })
  await add('none')
  await add('machinery', { priority: { priorityIndustry: 'machinery' } })
  await add('commune', { priority: { priorityAreas: ['new-countryside'] } })
})

test('goes by the order of the law, and says what other budgets would change', async () => {
  const shown = await rank(400n * million, { others: [(200n * million).toString(), (600n * million).toString()] })
  expect(placed(shown)).toEqual([
    ['commune', 'RECOMMENDED', 1],
    ['machinery', 'RECOMMENDED', 2],
    ['none', 'RECOMMENDED_NOT_FUNDED', 3],
  ])
  expect(shown).toMatchObject({
    waitingList: [node('none')],
    spent: '400000000',
    left: '0',
    frontier: [
      { proposal: node('commune'), rank: 1, from: '200000000' },
      { proposal: node('machinery'), rank: 2, from: '400000000' },
      { proposal: node('none'), rank: 3, from: '600000000' },
    ],
    atBudgets: [
      { budget: '200000000', gained: [], lost: [node('machinery')] },
      { budget: '600000000', gained: [node('none')], lost: [] },
    ],
    law: { pack: 'hai-duong-2023.selection' },
  })
  expect(shown.proposals[0]?.reasons).toMatchObject([
    {
      code: 'priority',
      cites: [
        { text: 'clause 1, Article 6, TT 46/2012/TT-BCT' },
        { text: 'point a, clause 3, Article 6, TT 46/2012/TT-BCT' },
      ],
    },
    { code: 'within-budget' },
  ])
})

test('asks for what is not known, and never takes it as a yes or a no', async () => {
  await add('unsaid', { priority: { priorityAreas: undefined } })
  await add('unknown', { facts: { legallyEstablished: undefined } })
  await add('refused', { facts: { legallyEstablished: false } })
  const shown = await rank(200n * million)
  expect(Object.fromEntries(placed(shown).map(([title, outcome]) => [title, outcome]))).toMatchObject({
    commune: 'RECOMMENDED',
    unsaid: 'RECOMMENDED_NOT_FUNDED',
    unknown: 'NOT_RECOMMENDED',
    refused: 'NOT_RECOMMENDED',
  })
  const reasonsOf = (title: string) => shown.proposals.find(({ proposal }) => proposal.title === title)?.reasons
  expect(reasonsOf('unsaid')).toContainEqual(
    expect.objectContaining({ code: 'could-rise', missing: [expect.objectContaining({ key: 'priorityAreas' })] }),
  )
  expect(reasonsOf('unknown')).toMatchObject([
    { code: 'eligibility-unknown', missing: [{ key: 'legallyEstablished' }] },
  ])
  expect(reasonsOf('refused')).toMatchObject([{ code: 'not-eligible' }])
})

test('gives a proposal no more than the law allows', async () => {
  await add('dear', { record: { requestedSupport: 300n * million } })
  const shown = await rank(1000n * million)
  expect(shown.proposals).toContainEqual(expect.objectContaining({ proposal: { title: 'dear' }, support: '285000000' }))
})

test('keeps cleaner production apart, by what was judged of it', async () => {
  await add('clean', { priority: { cleanerProduction: true } })
  const cleaner = { budget: (200n * million).toString(), order: [node('clean')], reason: 'cấp thiết' }
  expect((await rank(400n * million, { cleaner })).proposals).toContainEqual(
    expect.objectContaining({ proposal: { title: 'clean' }, outcome: 'RECOMMENDED', list: 'CLEANER_PRODUCTION' }),
  )
  expect(await rank(100n * million, { cleaner })).toMatchObject({ problems: [{ code: 'budget' }] })
})

test('is of one fund, which has to be chosen', async () => {
  await add('national', { record: { fund: 'NATIONAL' } })
  expect(placed(await rank(400n * million, { fund: 'NATIONAL' }))).toEqual([['national', 'RECOMMENDED', 1]])
  expect(await rank(1n, { fund: 'UNKNOWN' })).toMatchObject({ problems: [{ code: 'fund-unknown' }] })
})

test('fills a draft in its order, and then with what more money allows', async () => {
  const fill = { budget: (400n * million).toString(), on: '2024-03-02' }
  plan = await done(team.centre, 'fillPlanByRanking', { ...at(plan), ...fill })
  expect(plan.lines.map(({ title, estimated, proposal }) => [title, estimated, proposal?.state])).toEqual([
    ['commune', '200000000', 'IN_PLAN'],
    ['machinery', '200000000', 'IN_PLAN'],
  ])
  expect(await refusedFor(team.centre, 'fillPlanByRanking', { ...at(plan), ...fill })).toEqual(['nothing-recommended'])
  plan = await done(team.centre, 'fillPlanByRanking', { ...at(plan), ...fill, budget: (600n * million).toString() })
  expect(plan.lines.map(({ title }) => title)).toEqual(['commune', 'machinery', 'none'])
})

test('says what the order of the law costs by a measure of value, proven', async () => {
  const { id } = plan
  const cost = async (values: readonly object[]) => {
    const { body } = await team.industry.ask(
      `query ($id: ID!, $values: [ProposalValueInput!]!) {
        planRanking(planId: $id, budget: "400000000") {
          ... on PlanRanking {
            costOfOrder(values: $values) {
              ... on Refused { problems { code } }
              ... on CostOfLegalOrder { legal best cost proven onlyLegal onlyBest }
            }
          }
        }
      }`,
      { id, values },
    )
    return body
  }
  const values = ['commune', 'machinery', 'none'].map((title, value) => ({ proposalId: node(title), value: value + 1 }))
  expect(await cost(values)).toEqual({
    data: {
      planRanking: {
        costOfOrder: {
          ...{ legal: '3', best: '5', cost: '2', proven: true },
          ...{ onlyLegal: [node('commune')], onlyBest: [node('none')] },
        },
      },
    },
  })
  expect(await cost([])).toEqual({ data: { planRanking: { costOfOrder: { problems: [{ code: 'value' }] } } } })
})
