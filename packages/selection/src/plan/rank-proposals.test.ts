import { InputError, type Decision } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from '../law.test-support.js'
import type { ProposalFacts } from '../proposal-facts.js'
import { atOtherBudgets, frontier } from './other-budgets.js'
import type { Proposal } from './proposal.js'
import { million, proposal } from './proposal.test-support.js'
import { rankProposals, type Plan, type PlanOptions } from './rank-proposals.js'

const law = on('2024-03-01')
const order = ({ proposals }: Plan) => proposals.map((each) => each.proposal)
const of = ({ proposals }: Plan, id: string) => proposals.find((each) => each.proposal === id)
const codes = (plan: Plan, id: string) => of(plan, id)?.reasons.map(({ code }) => code)

describe('the order of the law', () => {
  const everything = [
    proposal('none', 10),
    proposal('machinery', 10, { priorityIndustry: 'machinery' }),
    proposal('export', 10, { forExport: true }),
    proposal('hard', 10, { priorityAreas: ['hard'] }),
    proposal('countryside', 10, { priorityAreas: ['new-countryside'] }),
    proposal('poor', 10, { priorityAreas: ['poor-district'] }),
    proposal('island', 10, { priorityAreas: ['island'] }),
    proposal('island-export', 10, { priorityAreas: ['island'], forExport: true }),
  ]
  test('area before trade; trade rank b before rank a', () => {
    expect(order(rankProposals(law, everything, { budget: million(100) }))).toEqual([
      'island-export',
      'island',
      'poor',
      'countryside',
      'hard',
      'export',
      'machinery',
      'none',
    ])
  })
  test('each place has its articles', () => {
    const plan = rankProposals(law, everything, { budget: million(100) })
    expect(of(plan, 'island-export')?.reasons).toMatchObject([
      { code: 'priority', cites: [{ document: 'TT 46/2012/TT-BCT', article: '6', clause: '1' }, { clause: '3' }] },
      { code: 'priority', cites: [{ document: 'NĐ 45/2012/NĐ-CP', article: '6', clause: '2', point: 'b' }, {}] },
      { code: 'within-budget', cites: undefined },
    ])
    expect(codes(plan, 'none')).toEqual(['no-priority', 'within-budget'])
    expect(plan.trust).toEqual({ weakest: 'text', doubts: [] })
    expect(plan.law).toEqual({ pack: 'test', version: '0', asOf: '2024-03-01' })
  })
  test('national fund: a key proposal goes before any area, capacity decides last', () => {
    const key: ProposalFacts = { contents: 3, contentsLinked: true, largeScale: true, overOneYear: true }
    const plan = rankProposals(
      law,
      [
        proposal('low', 10),
        proposal('medium', 10, { unitCapacity: 'medium' }),
        proposal('high', 10, { unitCapacity: 'high' }),
        proposal('island', 10, { priorityAreas: ['island'] }),
        proposal('key', 10, key),
      ],
      { budget: million(100), fund: 'national' },
    )
    expect(order(plan)).toEqual(['key', 'island', 'high', 'medium', 'low'])
  })
  test('an unknown priority is not taken as met, and what is missing is named', () => {
    const plan = rankProposals(
      law,
      [
        proposal('open', 10, { forExport: undefined, cleanerProduction: undefined }),
        proposal('known', 10, { priorityIndustry: 'machinery' }),
      ],
      { budget: million(100) },
    )
    expect(order(plan)).toEqual(['known', 'open'])
    expect(of(plan, 'open')?.reasons).toMatchObject([
      { code: 'no-priority' },
      { code: 'could-rise', missing: ['forExport', 'cleanerProduction'] },
      { code: 'within-budget' },
    ])
  })
  test('from 15 October 2025 the plan says that its order is assumed', () => {
    const later = rankProposals(on('2025-10-15'), everything, { budget: million(100) })
    expect(later.trust.weakest).toBe('assumed')
    expect(later.trust.doubts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['PLAN.order.local', 'PLAN.areas', 'AREA-A']),
    )
  })
})

describe('the gate', () => {
  const finding = {
    rule: 'EL-01',
    title: { vi: 'Trực tiếp sản xuất', en: 'Produces itself' },
    verdict: 'unmet',
    cites: [{ document: 'NĐ 45/2012/NĐ-CP', article: '1' }],
  } as unknown as Decision['findings'][number]
  const met = { ...finding, verdict: 'met' } as const
  const plan = rankProposals(
    law,
    [
      proposal(
        'b-out',
        10,
        { priorityAreas: ['island'] },
        { eligibility: { verdict: 'unmet', findings: [met, finding] } },
      ),
      proposal('a-out', 10, {}, { eligibility: { verdict: 'unmet' } }),
      proposal('open', 10, {}, { eligibility: { verdict: 'unknown', missing: ['legalForm'] } }),
      proposal('in', 10),
    ],
    { budget: million(100) },
  )
  test('only what may be supported is ranked', () => {
    expect(plan).toMatchObject({ recommended: ['in'], waitingList: [], notRecommended: ['a-out', 'b-out', 'open'] })
    expect(of(plan, 'b-out')).toMatchObject({
      outcome: 'not-recommended',
      rank: undefined,
      list: 'general',
      points: undefined,
    })
  })
  test('with the articles that it fails, or what is still to be found out', () => {
    expect(of(plan, 'b-out')?.reasons).toEqual([{ code: 'not-eligible', text: finding.title, cites: finding.cites }])
    expect(of(plan, 'a-out')?.reasons).toEqual([
      {
        code: 'not-eligible',
        text: { vi: 'Không đủ điều kiện hỗ trợ.', en: 'May not be supported.' },
        cites: undefined,
      },
    ])
    expect(of(plan, 'open')?.reasons).toEqual([
      {
        code: 'eligibility-unknown',
        text: { vi: 'Chưa rõ đủ điều kiện hỗ trợ.', en: 'Whether it may be supported is not known yet.' },
        cites: undefined,
        missing: ['legalForm'],
      },
    ])
  })
})

describe('the budget', () => {
  const four = [
    proposal('a', 40, { priorityAreas: ['island'] }),
    proposal('b', 40, { priorityAreas: ['poor-district'] }),
    proposal('c', 30, { priorityAreas: ['new-countryside'] }),
    proposal('d', 20, { priorityAreas: ['hard'] }),
  ]
  const plan = rankProposals(law, four, { budget: million(100) })

  test('stops at the first that does not fit, and those after it wait', () => {
    expect(plan).toMatchObject({
      recommended: ['a', 'b'],
      waitingList: ['c', 'd'],
      spent: million(80),
      left: million(20),
      budget: million(100),
      setAside: 0n,
    })
    expect(codes(plan, 'c')).toEqual(['priority', 'budget-stop'])
    expect(of(plan, 'd')).toMatchObject({ outcome: 'recommended-not-funded', rank: 4 })
  })
  test('that is a convention, and whom the other would serve is named', () => {
    expect(plan.conventions).toMatchObject([
      {
        parameter: 'PLAN.budget-stop',
        taken: 'strict',
        otherwise: [{ reading: { value: 'pass-over' }, changes: ['d'] }],
      },
    ])
    expect(plan.trust.doubts.map(({ id }) => id)).toEqual(['PLAN.budget-stop'])
  })
  test('passing over is a declared option', () => {
    const other = rankProposals(on('2024-03-01', { 'PLAN.budget-stop': 'pass-over' }), four, { budget: million(100) })
    expect(other).toMatchObject({ recommended: ['a', 'b', 'd'], waitingList: ['c'], spent: million(100), left: 0n })
    expect(codes(other, 'c')).toEqual(['priority', 'passed-over'])
  })
  test('the budget itself is enough, one đồng less is not', () => {
    expect(rankProposals(law, four, { budget: million(130) }).recommended).toEqual(['a', 'b', 'c', 'd'])
    expect(rankProposals(law, four, { budget: million(130) - 1n }).recommended).toEqual(['a', 'b', 'c'])
    expect(rankProposals(law, four, { budget: 0n }).recommended).toEqual([])
  })
  test('where it makes no difference, no convention is named', () => {
    expect(rankProposals(law, four, { budget: million(130) }).conventions).toEqual([])
    expect(rankProposals(law, four, { budget: million(81) }).conventions).toEqual([])
  })
  test('at other budgets: who gains and who loses', () => {
    expect(atOtherBudgets(law, four, { budget: million(100) }, [million(40), million(110)])).toEqual([
      { budget: million(40), spent: million(40), recommended: ['a'], gained: [], lost: ['b'] },
      { budget: million(110), spent: million(110), recommended: ['a', 'b', 'c'], gained: ['c'], lost: [] },
    ])
  })
  test('the frontier says from which budget on each is funded', () => {
    expect(frontier(plan)).toEqual([
      { proposal: 'a', rank: 1, from: million(40) },
      { proposal: 'b', rank: 2, from: million(80) },
      { proposal: 'c', rank: 3, from: million(110) },
      { proposal: 'd', rank: 4, from: million(130) },
    ])
  })
})

describe('proposals of equal priority', () => {
  const equal = [
    proposal('a', 60, {}, { filedOn: '2024-02-10' }),
    proposal('b', 50, {}, { filedOn: '2024-02-01' }),
    proposal('c', 10),
    proposal('d', 10),
  ]
  test('the one filed first goes first, those of unknown day last, by id', () => {
    const plan = rankProposals(law, equal, { budget: million(110) })
    expect(order(plan)).toEqual(['b', 'a', 'c', 'd'])
    expect(codes(plan, 'a')).toEqual(['no-priority', 'tie', 'within-budget'])
    expect(plan.conventions).toMatchObject([
      {
        parameter: 'PLAN.tie',
        taken: 'filed-first',
        otherwise: [{ reading: { value: 'smaller-first' }, changes: ['a', 'c', 'd'] }],
      },
    ])
    expect(plan.trust.doubts.map(({ id }) => id)).toEqual(['PLAN.tie'])
  })
  test('the smaller one goes first where that was agreed', () => {
    const plan = rankProposals(on('2024-03-01', { 'PLAN.tie': 'smaller-first' }), equal, { budget: million(110) })
    expect(order(plan)).toEqual(['c', 'd', 'b', 'a'])
    expect(of(plan, 'a')?.reasons[1]?.text.en).toBe('Of equal priority; the smaller one goes first.')
  })
  test('the convention is in doubt even where the money is enough for all, for it gives the ranks', () => {
    const plan = rankProposals(law, equal, { budget: million(500) })
    expect(plan.conventions).toEqual([])
    expect(plan.trust.doubts.map(({ id }) => id)).toEqual(['PLAN.tie'])
  })
  test('only those that share a place say so', () => {
    const plan = rankProposals(law, [...equal, proposal('e', 1, { forExport: true })], { budget: million(500) })
    expect(codes(plan, 'e')).toEqual(['priority', 'within-budget'])
  })
})

describe('cleaner production', () => {
  const clean: ProposalFacts = { cleanerProduction: true, priorityAreas: ['island'] }
  const three = [proposal('x', 30, clean), proposal('y', 30, clean), proposal('z', 30, clean), proposal('a', 50)]

  test('stands outside the order: without a judgement of the managing body it waits', () => {
    const plan = rankProposals(law, three, { budget: million(200) })
    expect(plan).toMatchObject({ recommended: ['a'], waitingList: ['x', 'y', 'z'], conventions: [] })
    expect(of(plan, 'x')).toMatchObject({
      list: 'cleaner-production',
      rank: 1,
      reasons: [
        {
          code: 'cleaner-production',
          text: {
            vi: 'Ngoài thứ tự ưu tiên: chờ cơ quan quản lý xét hiệu quả, tính cấp thiết.',
            en: 'Outside the order: the managing body has yet to judge its effect and urgency.',
          },
          cites: [{ document: 'TT 46/2012/TT-BCT', article: '6', clause: '3', point: 'b' }],
        },
      ],
    })
    expect(of(plan, 'x')?.reasons).toHaveLength(1)
  })
  const decision = { budget: million(40), order: ['z', 'x'], reason: 'Wastewater first.' }
  test('as judged, from the money set aside', () => {
    const plan = rankProposals(law, three, { budget: million(90), cleanerProduction: decision })
    expect(plan).toMatchObject({
      recommended: ['a', 'z'],
      waitingList: ['x', 'y'],
      spent: million(80),
      setAside: million(40),
    })
    expect(of(plan, 'z')?.reasons).toMatchObject([
      {
        code: 'cleaner-production',
        text: { vi: 'Xét riêng: Wastewater first.', en: 'Judged apart: Wastewater first.' },
      },
      { code: 'within-budget' },
    ])
    expect(codes(plan, 'x')).toEqual(['cleaner-production', 'budget-stop'])
    expect(codes(plan, 'y')).toEqual(['cleaner-production'])
    expect(frontier(plan)).toEqual([{ proposal: 'a', rank: 1, from: million(90) }])
  })
  test('what is set aside is not spent on the rest', () => {
    expect(rankProposals(law, three, { budget: million(89), cleanerProduction: decision }).recommended).toEqual(['z'])
  })
  test('one that may not be supported is in neither list', () => {
    const out = proposal('o', 1, clean, { eligibility: { verdict: 'unmet' } })
    expect(of(rankProposals(law, [out], { budget: 0n }), 'o')).toMatchObject({
      outcome: 'not-recommended',
      list: 'cleaner-production',
    })
  })
})

describe('bad input is refused with every problem', () => {
  const refusal = (proposals: readonly Proposal[], options: PlanOptions): InputError | undefined => {
    try {
      rankProposals(law, proposals, options)
    } catch (error) {
      if (error instanceof InputError) return error
      throw error
    }
    return undefined
  }
  const problemsOf = (...given: Parameters<typeof refusal>): readonly string[] =>
    refusal(...given)?.problems.map(({ code, field }) => `${code} ${field}`) ?? []
  test('proposals', () => {
    const colour = { colour: 'red' } as unknown as ProposalFacts
    expect(problemsOf([proposal('a', 0), proposal('a', 1, colour)], { budget: -1n })).toEqual([
      'budget options.budget',
      'support proposals.a.support',
      'proposal-duplicate proposals.a',
      'fact-unknown proposals.a.facts.colour',
    ])
  })
  test('the decision on cleaner production', () => {
    const bad = { budget: 11n, order: ['a', 'b', 'a'], reason: ' ' }
    const cleaner = proposal('a', 1, { cleanerProduction: true })
    expect(problemsOf([cleaner], { budget: 10n, cleanerProduction: bad })).toEqual([
      'budget options.cleanerProduction.budget',
      'reason options.cleanerProduction.reason',
      'proposal-unknown options.cleanerProduction.order[1]',
      'proposal-duplicate options.cleanerProduction.order[2]',
    ])
    expect(
      problemsOf([cleaner], {
        budget: 10n,
        cleanerProduction: { ...bad, budget: -1n, order: [], reason: 'x' },
      }),
    ).toEqual(['budget options.cleanerProduction.budget'])
    expect(
      problemsOf([cleaner], { budget: 10n, cleanerProduction: { budget: 10n, order: ['a'], reason: 'x' } }),
    ).toEqual([])
    expect(
      problemsOf([proposal('a', 1)], { budget: 10n, cleanerProduction: { budget: 0n, order: [], reason: 'x' } }),
    ).toEqual([])
  })
  test('a decision on cleaner production that names one of the general list, whose money would lie idle', () => {
    const decision = { budget: 10n, order: ['a'], reason: 'x' }
    for (const cleanerProduction of [false, undefined]) {
      const general = [proposal('a', 1, { cleanerProduction })]
      expect(problemsOf(general, { budget: 10n, cleanerProduction: decision })).toEqual([
        'proposal-general options.cleanerProduction.order[0]',
      ])
    }
  })
  test('numbers for money', () => {
    const support = 1.5 as unknown as bigint
    const budget = 300 as unknown as bigint
    expect(problemsOf([{ ...proposal('a', 1), support }], { budget })).toEqual([
      'budget options.budget',
      'support proposals.a.support',
    ])
    const decision = { budget: 5 as unknown as bigint, order: [], reason: 'x' }
    expect(problemsOf([], { budget, cleanerProduction: decision })).toEqual([
      'budget options.budget',
      'budget options.cleanerProduction.budget',
    ])
  })
  test('in full sentences: where, what, and what was expected', () => {
    const sentences = (...given: Parameters<typeof refusal>) => refusal(...given)?.message.split('\n')
    expect(sentences([proposal('a', 0), proposal('a', 1)], { budget: -1n })).toEqual([
      'options.budget: -1 is not a budget. Expected whole đồng as a bigint, not negative.',
      'proposals.a.support: 0 is not a support. Expected whole đồng as a bigint, above 0.',
      'proposals.a: there are two proposals of this id. Expected each id once.',
    ])
    const bad = { budget: 1_001n, order: ['a', 'b', 'a'], reason: ' ' }
    const cleaner = proposal('a', 1, { cleanerProduction: true })
    expect(sentences([cleaner], { budget: 1_000n, cleanerProduction: bad })).toEqual([
      'options.cleanerProduction.budget: 1001 is not a part of the budget. Expected whole đồng as a bigint, 0 to 1,000 đồng.',
      'options.cleanerProduction.reason: there is none. Expected the reason of the decision.',
      "options.cleanerProduction.order[1]: 'b' is not proposed. Expected an id of a proposal.",
      "options.cleanerProduction.order[2]: 'a' is named twice. Expected each id once.",
    ])
  })
})

describe('properties', () => {
  const facts = fc.record({
    priorityAreas: fc.subarray(['island', 'poor-district', 'new-countryside', 'hard'] as const),
    forExport: fc.constantFrom(true, false, undefined),
    priorityIndustry: fc.constantFrom('machinery', 'other', undefined),
    cleanerProduction: fc.constantFrom(false, false, true),
  })
  const filedOn = fc.constantFrom('2024-01-01', '2024-01-02', undefined)
  const proposals = fc
    .array(
      fc.tuple(facts, fc.integer({ min: 1, max: 60 }), filedOn, fc.constantFrom('met', 'met', 'unmet', 'unknown')),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(([known, support, filed, verdict], index) =>
        proposal(`p${index}`, support, known, { eligibility: { verdict }, ...(filed && { filedOn: filed }) }),
      ),
    )
  const budget = fc.integer({ min: 0, max: 300 }).map(million)
  const passOver = on('2024-03-01', { 'PLAN.budget-stop': 'pass-over' })

  test('the plan does not depend on the order in which proposals come', () => {
    const smallerFirst = on('2024-03-01', { 'PLAN.tie': 'smaller-first' })
    fc.assert(
      fc.property(proposals, budget, fc.constantFrom(law, passOver, smallerFirst), (given, money, bound) => {
        const plan = rankProposals(bound, given, { budget: money })
        const others = given.toReversed()
        const moved = [...others.slice(1), ...others.slice(0, 1)]
        expect(rankProposals(bound, others, { budget: money }).proposals).toEqual(plan.proposals)
        expect(rankProposals(bound, moved, { budget: money }).proposals).toEqual(plan.proposals)
      }),
    )
  })
  test('no more is spent than there is, and every proposal has one outcome', () => {
    fc.assert(
      fc.property(proposals, budget, fc.boolean(), (given, money, strict) => {
        const plan = rankProposals(strict ? law : passOver, given, { budget: money })
        const supports = new Map(given.map(({ id, support }) => [id, support]))
        expect(plan.recommended.reduce((sum, id) => sum + (supports.get(id) ?? 0n), 0n)).toBe(plan.spent)
        expect(plan.spent).toBeLessThanOrEqual(money)
        expect(plan.left).toBe(money - plan.spent)
        expect([...plan.recommended, ...plan.waitingList, ...plan.notRecommended].sort()).toEqual(
          given.map(({ id }) => id).sort(),
        )
      }),
    )
  })
  test('with a strict stop a higher budget never drops a proposal', () => {
    fc.assert(
      fc.property(proposals, budget, budget, (given, money, more) => {
        const higher = new Set(rankProposals(law, given, { budget: money + more }).recommended)
        for (const id of rankProposals(law, given, { budget: money }).recommended) expect(higher).toContain(id)
      }),
    )
  })
  test('the frontier agrees with the plan at every budget', () => {
    fc.assert(
      fc.property(proposals, budget, (given, money) => {
        const plan = rankProposals(law, given, { budget: money })
        expect(frontier(plan).flatMap(({ proposal: id, from }) => (from <= money ? [id] : []))).toEqual(
          plan.recommended,
        )
      }),
    )
  })
  test('what waits ranks below what is funded', () => {
    fc.assert(
      fc.property(proposals, budget, (given, money) => {
        const plan = rankProposals(law, given, { budget: money })
        const ranks = (ids: readonly string[]) =>
          ids.flatMap((id) => (of(plan, id)?.list === 'general' ? [of(plan, id)?.rank ?? 0] : []))
        const waiting = ranks(plan.waitingList)
        for (const rank of ranks(plan.recommended)) for (const other of waiting) expect(rank).toBeLessThan(other)
      }),
    )
  })
})
