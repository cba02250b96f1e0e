import { encodeGlobalID } from '@pothos/plugin-relay'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../generated/prisma/enums.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'
import {
  at,
  planAt,
  planTeam,
  programmeId,
  programmeOfItsOwn,
  proposalNode,
  type PlanTeam,
} from '../../testing/plan-team.js'
import {
  act,
  done,
  machineProposal,
  refusedFor,
  type PlanMutation,
  type PlanShown,
  type Wanted,
} from '../../testing/plans.js'
import { planActions } from './actions.js'

let gateway: TestGateway
let team: PlanTeam
const others = new Map<Role, Caller>()
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
  const roles = [
    'ESTABLISHMENT',
    'LOCAL_COMMITTEE',
    'COUNCIL_MEMBER',
    'INSPECTOR',
    'OTHER_DEPARTMENT',
    'ADMINISTRATOR',
  ] as const
  for (const role of roles) others.set(role, await signIn(gateway, role))
})
afterAll(() => gateway.close())

const callers = (): ReadonlyMap<Role, Caller> =>
  new Map<Role, Caller>([
    ...others,
    ['CENTRE', team.centre],
    ['INDUSTRY_DEPARTMENT', team.industry],
    ['FINANCE_DEPARTMENT', team.finance],
    ['PROVINCIAL_COMMITTEE', team.committee],
  ])

/** One plan in each state, that nothing here changes. */
let plans: Readonly<Record<(typeof states)[number], PlanShown>>

const states = ['DRAFT', 'ESTIMATED', 'BALANCED', 'APPROVED', 'DROPPED'] as const
const lineOf = (plan: PlanShown, kind: 'PROJECT' | 'ACTIVITY') => {
  const found = plan.lines.find((line) => line.kind === kind)
  if (found === undefined) throw new Error(`The plan has no ${kind}`)
  return found
}

const on = '2024-03-20'
const media = { contentCode: 'MEDIA', title: 'phóng sự', source: 'PROVINCIAL_BUDGET' }
const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '250000000' }]

/** What each mutation is asked with, on a plan that has both kinds of lines. */
const asked: Readonly<Record<Exclude<PlanMutation, 'openPlan'>, (plan: PlanShown) => Record<string, unknown>>> = {
  addActivityLine: (plan) => ({ ...at(plan), ...media }),
  addProposalLine: (plan) => ({ ...at(plan), proposalId: proposalNode('none'), on }),
  fillPlanByRanking: (plan) => ({ ...at(plan), budget: '1000000000', on }),
  changeLine: (plan) => ({ lineId: lineOf(plan, 'ACTIVITY').id, expectedVersion: plan.version, title: 'phim' }),
  removeLine: (plan) => ({ lineId: lineOf(plan, 'ACTIVITY').id, expectedVersion: plan.version, reason: 'thừa', on }),
  handOverEstimate: (plan) => ({ ...at(plan), on }),
  balancePlan: (plan) => ({ ...at(plan), balances, on }),
  returnPlan: (plan) => ({ ...at(plan), reason: 'thiếu', on }),
  approvePlan: (plan) => ({ ...at(plan), document: '1/QĐ', on }),
  dropPlan: (plan) => ({ ...at(plan), reason: 'thôi', on }),
  adjustPlan: (plan) => ({ ...at(plan), reason: 'bổ sung' }),
}
const mutations = Object.keys(asked).filter((name): name is keyof typeof asked => Object.hasOwn(asked, name))

describe('every mutation', () => {
  beforeAll(async () => {
    const [DRAFT, ESTIMATED, BALANCED, APPROVED, DROPPED] = [
      await planAt(gateway, team, 'DRAFT'),
      await planAt(gateway, team, 'ESTIMATED'),
      await planAt(gateway, team, 'BALANCED'),
      await planAt(gateway, team, 'APPROVED'),
      await planAt(gateway, team, 'DROPPED'),
    ]
    plans = { DRAFT, ESTIMATED, BALANCED, APPROVED, DROPPED }
  })

  test.each(mutations)(
    '%s is refused to who has not signed in, and to each role that may not, in any state',
    async (name) => {
      for (const state of states) {
        const plan = plans[state]
        const variables = asked[name](plan)
        expect(await refusedFor(gateway, name, variables)).toEqual(['not-signed-in'])
        for (const [role, caller] of callers()) {
          const rows = planActions.filter(
            ({ action, roles }) => action === name && (roles as readonly Role[]).includes(role),
          )
          const may = rows.some((row) => 'states' in row && (row.states as readonly string[]).includes(state))
          if (may) continue
          expect([role, await refusedFor(caller, name, variables)]).toEqual([
            role,
            [rows.length === 0 ? 'not-allowed' : 'not-in-this-state'],
          ])
        }
      }
    },
  )

  test('is refused when the plan has changed, and answered again under its key', async () => {
    const plan = await planAt(gateway, team, 'DRAFT')
    const key = randomUUID()
    const first = await done(team.centre, 'addActivityLine', { ...at(plan), ...media }, key)
    const again = await done(team.centre, 'addActivityLine', { ...at(plan), ...media }, key)
    expect(again).toEqual(first)
    expect(again.lines).toHaveLength(3)
    for (const name of mutations) {
      const caller = name === 'balancePlan' ? team.finance : name === 'approvePlan' ? team.committee : team.industry
      expect([name, await refusedFor(caller, name, asked[name](plan))]).toEqual([name, ['stale']])
    }
    expect(await refusedFor(team.centre, 'addActivityLine', { ...at(plan), ...media, title: 'khác' }, key)).toEqual([
      'key-used',
    ])
  })
})

describe('openPlan', () => {
  const open = { programmeId, year: 2025, planDate: '2025-03-01' }

  test('is for the centre and Sở Công Thương', async () => {
    expect(await refusedFor(gateway, 'openPlan', open)).toEqual(['not-signed-in'])
    for (const [role, caller] of callers())
      if (role !== 'CENTRE' && role !== 'INDUSTRY_DEPARTMENT')
        expect([role, await refusedFor(caller, 'openPlan', open)]).toEqual([role, ['not-allowed']])
  })

  test('once a year, in the years of the programme, under a law', async () => {
    expect(await refusedFor(team.centre, 'openPlan', { ...open, year: 2026 })).toEqual(['year-outside-programme'])
    expect(await refusedFor(team.centre, 'openPlan', { ...open, planDate: '2001-01-01' })).toEqual(['no-law'])
    const none = encodeGlobalID('ProgrammeDocument', 'none')
    expect(await refusedFor(team.centre, 'openPlan', { ...open, programmeId: none })).toEqual(['not-found'])
    await done(team.centre, 'openPlan', open)
    expect(await refusedFor(team.industry, 'openPlan', open)).toEqual(['edition-under-way'])
  })
})

describe('addActivityLine', () => {
  test('names what is wrong with content, title and amounts', async () => {
    const plan = await planAt(gateway, team, 'DRAFT')
    const add = (more: Record<string, unknown>) =>
      act(team.centre, 'addActivityLine', { ...at(plan), ...media, ...more })
    expect(await add({ contentCode: 'NOTHING', title: ' ' })).toMatchObject({
      problems: [{ code: 'title-missing' }, { code: 'content-unknown' }],
    })
    expect(await add({ contentCode: 'MACH' })).toMatchObject({
      problems: [{ code: 'needs-proposal', article: { text: 'clause 3, Article 4, NĐ 45/2012/NĐ-CP' } }],
    })
    expect(await add({ estimated: '1' })).toMatchObject({
      problems: [{ code: 'demand-missing' }, { code: 'facts-missing', expected: 'eligibleCost' }],
    })
    const facts = { eligibleCost: '40000000' }
    expect(await add({ facts, demanded: '60000000', estimated: '61000000' })).toMatchObject({
      problems: [{ code: 'above-demand' }, { code: 'above-ceiling', expected: 'at most 40,000,000 đồng' }],
    })
    expect(await add({ facts, demanded: '60000000', estimated: '0' })).toMatchObject({
      problems: [{ code: 'amount-zero' }],
    })
    // More may be asked for than the law allows; what is estimated is the lower.
    expect(
      await done(team.centre, 'addActivityLine', { ...at(plan), ...media, facts, demanded: '60000000' }),
    ).toMatchObject({
      lines: [{}, {}, { demanded: '60000000', estimated: '40000000', ceiling: '40000000' }],
    })
  })
})

describe('addProposalLine', () => {
  test('names what is wrong with the proposal', async () => {
    const plan = await planAt(gateway, team, 'DRAFT')
    const programme = (await gateway.database.prisma.plan.findFirstOrThrow({ orderBy: { createdAt: 'desc' } }))
      .programmeId
    const add = (id: string, more: Record<string, unknown> = {}) =>
      refusedFor(team.centre, 'addProposalLine', { ...at(plan), proposalId: proposalNode(id), on, ...more })
    const proposal = async ({ record, ...rest }: Wanted = {}) =>
      (await machineProposal(gateway.database, { ...rest, record: { programmeId: programme, ...record } })).id
    expect(await add('none')).toEqual(['not-found'])
    expect(await add(await proposal({ record: { planYear: 2025 } }))).toEqual(['not-of-this-plan'])
    expect(await add(await proposal({ record: { programmeId: await programmeOfItsOwn(gateway) } }))).toEqual([
      'not-of-this-plan',
    ])
    expect(await add(await proposal({ state: 'APPRAISED' }))).toEqual(['not-in-this-state'])
    expect(await add(await proposal(), { source: 'NATIONAL_FUND' })).toEqual(['source-not-of-fund'])
    expect(await add(await proposal(), { on: '2999-01-01' })).toEqual(['on-in-future'])
    // On the plan date the law says no.
    const notNew = await act(team.centre, 'addProposalLine', {
      ...{ ...at(plan), on },
      proposalId: proposalNode(await proposal({ facts: { legallyEstablished: false } })),
    })
    expect(notNew).toMatchObject({ problems: [{ code: 'not-eligible' }] })
    // More than the law allows, or than is asked for.
    expect(
      await add(await proposal({ record: { requestedSupport: 300_000_000n } }), { estimated: '290000000' }),
    ).toEqual(['above-ceiling'])
    expect(await add(await proposal(), { estimated: '200000001' })).toEqual(['above-demand'])
    const once = await proposal()
    const after = await done(team.centre, 'addProposalLine', { ...at(plan), proposalId: proposalNode(once), on })
    expect(
      await refusedFor(team.centre, 'addProposalLine', { ...at(after), proposalId: proposalNode(once), on }),
    ).toEqual(['proposal-twice'])
  })
})

describe('changeLine and removeLine', () => {
  test('leave to the proposal what is the proposal’s', async () => {
    const plan = await planAt(gateway, team, 'DRAFT')
    const line = { lineId: lineOf(plan, 'PROJECT').id, expectedVersion: plan.version }
    for (const change of [{ title: 'khác' }, { demanded: '1' }, { facts: {} }])
      expect(await refusedFor(team.centre, 'changeLine', { ...line, ...change })).toEqual(['of-the-proposal'])
    expect(await refusedFor(team.centre, 'changeLine', { ...line, source: 'NATIONAL_FUND' })).toEqual([
      'source-not-of-fund',
    ])
    expect(await refusedFor(team.centre, 'changeLine', { ...line, estimated: '285000001' })).toEqual([
      'above-demand',
      'above-ceiling',
    ])
    const lower = await done(team.centre, 'changeLine', { ...line, estimated: '150000000' })
    expect(lineOf(lower, 'PROJECT')).toMatchObject({ demanded: '200000000', estimated: '150000000' })
  })

  test('give a proposal back to those that wait', async () => {
    const plan = await planAt(gateway, team, 'DRAFT')
    const line = { lineId: lineOf(plan, 'PROJECT').id, expectedVersion: plan.version }
    expect(await refusedFor(team.centre, 'removeLine', { ...line, on, reason: ' ' })).toEqual(['reason-missing'])
    const after = await done(team.centre, 'removeLine', { ...line, on, reason: 'cơ sở chưa sẵn sàng' })
    expect(after.lines.map(({ kind }) => kind)).toEqual(['ACTIVITY'])
    expect(
      await refusedFor(team.centre, 'removeLine', { ...line, expectedVersion: after.version, on, reason: 'x' }),
    ).toEqual(['not-found'])
    const number = lineOf(plan, 'PROJECT').proposal?.number ?? ''
    const { state } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { number } })
    expect(state).toBe('RECOMMENDED')
  })
})

describe('the steps', () => {
  test('have their days in order and not in the future, a reason, a document', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    const approve = (more: Record<string, unknown>) =>
      refusedFor(team.committee, 'approvePlan', { ...at(plan), document: '1/QĐ', on, ...more })
    expect(await approve({ on: '2999-01-01' })).toEqual(['on-in-future'])
    expect(await approve({ on: '2024-03-09' })).toEqual(['on-before-last-step'])
    expect(await approve({ document: ' ' })).toEqual(['document-missing'])
    expect(await refusedFor(team.committee, 'returnPlan', { ...at(plan), reason: '', on })).toEqual(['reason-missing'])
  })

  test('an empty plan is not handed over', async () => {
    const programme = encodeGlobalID('ProgrammeDocument', await programmeOfItsOwn(gateway))
    const plan = await done(team.industry, 'openPlan', { programmeId: programme, year: 2024, planDate: '2024-03-01' })
    expect(await refusedFor(team.industry, 'handOverEstimate', { ...at(plan), on })).toEqual(['plan-empty'])
  })

  test('every source that is asked is balanced, once, from zero', async () => {
    const plan = await planAt(gateway, team, 'ESTIMATED')
    const balance = (given: readonly object[]) =>
      refusedFor(team.finance, 'balancePlan', { ...at(plan), balances: given, on })
    expect(await balance([])).toEqual(['source-not-balanced'])
    expect(await balance([...balances, ...balances])).toEqual(['source-twice'])
    expect(await balance([{ source: 'PROVINCIAL_BUDGET', amount: '-1' }])).toEqual(['amount-negative'])
  })

  test('no line is approved above its estimate, at nothing, or of another plan', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    const other = await planAt(gateway, team, 'BALANCED')
    const line = lineOf(plan, 'ACTIVITY').id
    const approve = (amounts: readonly object[]) =>
      refusedFor(team.committee, 'approvePlan', { ...at(plan), document: '1/QĐ', on, amounts })
    expect(await approve([{ lineId: line, amount: '50000001' }])).toEqual(['above-estimate', 'above-balance'])
    expect(await approve([{ lineId: line, amount: '0' }])).toEqual(['amount-zero'])
    expect(await approve([{ lineId: lineOf(other, 'ACTIVITY').id, amount: '1' }])).toEqual(['line-unknown'])
  })
})

describe('four eyes', () => {
  /** One person in two offices. */
  async function alsoHolds(caller: Caller, role: Role): Promise<void> {
    const { prisma } = gateway.database
    const there = await prisma.membership.findFirstOrThrow({ where: { role } })
    await prisma.membership.create({
      data: {
        id: randomUUID(),
        personId: caller.personId,
        organisationId: there.organisationId,
        role,
        from: new Date('2023-01-01'),
      },
    })
  }

  test('who made, estimated or balanced a plan does not approve it; who made or estimated it does not balance it', async () => {
    const [maker, estimator, balancer] = [
      await signIn(gateway, 'CENTRE'),
      await signIn(gateway, 'INDUSTRY_DEPARTMENT'),
      await signIn(gateway, 'FINANCE_DEPARTMENT'),
    ]
    for (const caller of [maker, estimator]) await alsoHolds(caller, 'FINANCE_DEPARTMENT')
    for (const caller of [maker, estimator, balancer]) await alsoHolds(caller, 'PROVINCIAL_COMMITTEE')
    let plan = await planAt(gateway, { ...team, centre: maker, industry: estimator }, 'ESTIMATED')
    for (const caller of [maker, estimator])
      expect(await refusedFor(caller, 'balancePlan', { ...at(plan), balances, on })).toEqual(['four-eyes'])
    plan = await done(balancer, 'balancePlan', { ...at(plan), balances, on })
    for (const caller of [maker, estimator, balancer])
      expect(await refusedFor(caller, 'approvePlan', { ...at(plan), document: '1/QĐ', on })).toEqual(['four-eyes'])
    await done(team.committee, 'approvePlan', { ...at(plan), document: '1/QĐ', on })
  })
})

describe('adjustPlan', () => {
  test('has a reason, begins at the newest edition, one at a time', async () => {
    const plan = await planAt(gateway, team, 'APPROVED')
    expect(await refusedFor(team.industry, 'adjustPlan', { ...at(plan), reason: ' ' })).toEqual(['reason-missing'])
    await done(team.industry, 'adjustPlan', { ...at(plan), reason: 'bổ sung' })
    expect(await refusedFor(team.industry, 'adjustPlan', { ...at(plan), reason: 'nữa' })).toEqual(['edition-under-way'])
  })
})
