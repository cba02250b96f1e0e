import { contentCodes, type ContentCode } from '@khuyencong/domain'
import { percent, type Parameter, type Ratio } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advanceGroups, advanceLimit, nationalMoney, type AdvanceFacts, type DecidedShare } from './index.js'
import { lawOn, withParameters } from './law-on.test-law.js'

const m = 1_000_000n

const law = lawOn('2024-03-01')

const advance = (code: ContentCode, known: AdvanceFacts, decided?: DecidedShare) => {
  const { verdict, limit, available, missing } = advanceLimit(law, code, { fund: 'national', ...known }, decided)
  return { verdict, limit, available, missing }
}
const failed = (code: ContentCode, known: AdvanceFacts) =>
  advanceLimit(law, code, { fund: 'national', ...known })
    .findings.filter((finding) => finding.verdict === 'unmet')
    .map((finding) => finding.rule)

/** A machine of 600 million đồng with 300 million of support, of which 421 million is in place. */
const machine: AdvanceFacts = {
  award: 300n * m,
  contractSigned: true,
  duration: 'one-year',
  alreadyAdvanced: 0n,
  totalInvestment: 600n * m,
  workDone: 421n * m,
}

describe('machinery, models, treatment at establishments: 70 % once the work is past 70 % of the investment', () => {
  test.each<ContentCode>(['MACH', 'LINE', 'DEMO-NEW', 'DEMO-REPL', 'ENV-EST', 'SXSH-PILOT'])('%s', (code) => {
    expect(advance(code, machine)).toEqual({ verdict: 'met', limit: 210n * m, available: 210n * m, missing: [] })
  })

  test('at exactly 70 % it is not yet past it; one đồng more is', () => {
    expect(advance('MACH', { ...machine, workDone: 420n * m })).toMatchObject({ verdict: 'unmet', available: 0n })
    expect(failed('MACH', { ...machine, workDone: 420n * m })).toEqual(['MR-5.establishment-works'])
    expect(advance('MACH', { ...machine, workDone: 420n * m + 1n })).toMatchObject({ available: 210n * m })
  })

  test('a total that 70 % does not divide: above the exact share counts, not above the rounded one', () => {
    // 70 % of 11 đồng is 7.7.
    const odd = { ...machine, totalInvestment: 11n }
    expect(advance('MACH', { ...odd, workDone: 7n }).verdict).toBe('unmet')
    expect(advance('MACH', { ...odd, workDone: 8n }).verdict).toBe('met')
  })

  test('progress not known: unknown, and asks for it', () => {
    expect(advance('MACH', { ...machine, workDone: undefined })).toEqual({
      verdict: 'unknown',
      limit: 210n * m,
      available: undefined,
      missing: ['workDone'],
    })
  })

  test('no contract: not yet, whatever the progress; what must change is the contract', () => {
    const { verdict, missing, remedies } = advanceLimit(law, 'MACH', { ...machine, contractSigned: false })
    expect([verdict, missing]).toEqual(['unmet', []])
    expect(remedies.map((remedy) => remedy.changes.flatMap((change) => change.facts))).toEqual([['contractSigned']])
  })

  test('what was advanced is taken off; what is above the limit leaves nothing', () => {
    expect(advance('MACH', { ...machine, alreadyAdvanced: 150n * m }).available).toBe(60n * m)
    expect(advance('MACH', { ...machine, alreadyAdvanced: 210n * m }).available).toBe(0n)
    expect(advance('MACH', { ...machine, alreadyAdvanced: 211n * m }).available).toBe(0n)
  })

  test('what was advanced not known: the limit is, what is left is not', () => {
    expect(advance('MACH', { ...machine, alreadyAdvanced: undefined })).toMatchObject({
      verdict: 'unknown',
      limit: 210n * m,
      available: undefined,
      missing: ['alreadyAdvanced'],
    })
  })

  test('nothing known: asks in order, but not for the fund, since all agree', () => {
    expect(advanceLimit(law, 'MACH', {})).toMatchObject({
      verdict: 'unknown',
      limit: undefined,
      missing: ['award', 'contractSigned', 'duration', 'alreadyAdvanced', 'totalInvestment', 'workDone', 'scheduleMet'],
      next: 'award',
    })
  })
})

describe('cluster infrastructure and treatment: 30 % once more than half of the item is done', () => {
  const cluster = { ...machine, award: 6_000n * m, totalInvestment: 10_000n * m, workDone: 5_000n * m + 1n }

  test.each<ContentCode>(['CCN-INFRA', 'ENV-CCN'])('%s', (code) => {
    expect(advance(code, cluster)).toMatchObject({ verdict: 'met', limit: 1_800n * m })
    expect(failed(code, { ...cluster, workDone: 5_000n * m })).toEqual(['MR-5.cluster-works'])
    expect(advance(code, { ...cluster, workDone: undefined }).missing).toEqual(['workDone'])
  })

  describe('over several years', () => {
    const long = { ...cluster, duration: 'several-years' } as const

    test('the first advance is the same', () => {
      expect(advance('CCN-INFRA', long)).toMatchObject({ limit: 1_800n * m, available: 1_800n * m })
    })

    test('a later one may go up to 70 % in all, if the contract is on schedule', () => {
      const later = { ...long, alreadyAdvanced: 1_800n * m }
      expect(advance('CCN-INFRA', later).missing).toEqual(['scheduleMet'])
      expect(failed('CCN-INFRA', { ...later, scheduleMet: false })).toEqual(['MR-7'])
      expect(advance('CCN-INFRA', { ...later, scheduleMet: true })).toMatchObject({
        verdict: 'met',
        limit: 4_200n * m,
        available: 2_400n * m,
      })
    })

    test('in one year there is no later one', () => {
      expect(advance('CCN-INFRA', { ...cluster, alreadyAdvanced: 1_800n * m })).toMatchObject({ available: 0n })
    })

    test('how long it takes not known: matters to a cluster', () => {
      const unknown = { ...cluster, alreadyAdvanced: 1_800n * m, duration: undefined }
      expect(advance('CCN-INFRA', unknown)).toMatchObject({ verdict: 'unknown', limit: undefined })
    })
  })
})

describe('training, advice, marks, associations, linkage, assessment: 70 % on contract and plan', () => {
  const service: AdvanceFacts = {
    award: 35n * m,
    contractSigned: true,
    workPlanReady: true,
    duration: 'one-year',
    alreadyAdvanced: 0n,
  }
  test.each<ContentCode>(['TRAIN', 'MGMT-TRAIN', 'CONSULT', 'BRAND', 'ASSOC', 'LINK', 'SXSH-ASSESS', 'SURVEY-ABROAD'])(
    '%s',
    (code) => {
      expect(advance(code, service)).toMatchObject({ verdict: 'met', limit: 24_500_000n })
      expect(failed(code, { ...service, workPlanReady: false })).toEqual(['MR-5.services'])
      expect(advance(code, { ...service, workPlanReady: undefined }).missing).toEqual(['workPlanReady'])
    },
  )
})

test.each<ContentCode>(['FAIR-DOM-ORG', 'FAIR-DOM-JOIN', 'FAIR-ABROAD', 'MEDIA', 'CCN-PLAN'])(
  '%s (fairs, media, plans): 70 % on the contract',
  (code) => {
    const known = { award: 100n * m, contractSigned: true, duration: 'one-year', alreadyAdvanced: 0n } as const
    expect(advance(code, known)).toMatchObject({ verdict: 'met', limit: 70n * m })
    expect(failed(code, { ...known, contractSigned: false })).toEqual(['MR-4.contract'])
    expect(advance(code, { ...known, contractSigned: undefined }).missing).toEqual(['contractSigned'])
  },
)

test('founding an enterprise: all of it, and only after acceptance', () => {
  const known = { award: 10n * m, accepted: true, alreadyAdvanced: 0n }
  expect(advance('STARTUP', known)).toMatchObject({ verdict: 'met', limit: 10n * m, available: 10n * m })
  expect(failed('STARTUP', { ...known, accepted: false })).toEqual(['MR-5.founding'])
  expect(advance('STARTUP', { ...known, accepted: undefined }).missing).toEqual(['accepted'])
})

test('a content that the article does not name: 70 % on the contract, and says so', () => {
  const known = {
    fund: 'national',
    award: 70n * m,
    contractSigned: true,
    duration: 'one-year',
    alreadyAdvanced: 0n,
  } as const
  const { verdict, limit, trust } = advanceLimit(lawOn('2016-01-01'), 'SHOWROOM', known)
  expect([verdict, limit]).toEqual(['met', 49n * m])
  expect(trust.doubts.find((doubt) => doubt.id === 'ADVANCE.group.SHOWROOM')).toMatchObject({
    kind: 'rule',
    title: { vi: 'Nhóm nội dung khi tạm ứng', en: 'Group of contents for advances' },
    trust: 'inferred',
    cites: [{ document: 'TT 36/2013/TT-BCT', article: '13' }],
    note: { en: /only the general rule on advances applies/ },
  })
})

describe('another share by decision of the fund manager', () => {
  const decided = (share: bigint, by: DecidedShare['by'] = 'fund-manager'): DecidedShare => ({
    share: percent(share),
    source: { document: 'QĐ 12/QĐ-SCT', clause: '2' },
    by,
  })

  test('takes the place of the first share, and is cited', () => {
    expect(advance('MACH', machine, decided(50n)).limit).toBe(150n * m)
    const { cites, steps, findings } = advanceLimit(law, 'MACH', { ...machine, fund: 'provincial' }, decided(50n))
    expect(cites?.[0]).toEqual({ document: 'QĐ 12/QĐ-SCT', clause: '2' })
    expect(steps[0]?.title.vi).toBe('Mức tạm ứng lần đầu theo quyết định')
    expect(findings.find(({ rule }) => rule === 'MR-8')).toMatchObject({
      verdict: 'met',
      cites: [{ document: 'TT 36/2013/TT-BCT', article: '16' }, { document: 'TT 17/2018/TT-BCT' }],
    })
  })

  test('of another than the manager of the fund is no decision; whose it is not known: asks', () => {
    expect(advance('MACH', machine, decided(50n, 'other'))).toMatchObject({ verdict: 'unmet', available: 0n })
    expect(advance('MACH', machine, { ...decided(50n), by: undefined })).toMatchObject({
      verdict: 'unknown',
      limit: 150n * m,
      missing: ['decided.by'],
    })
  })

  test('is a share of what is awarded: without the award it asks for that', () => {
    expect(advance('MACH', { ...machine, award: undefined }, decided(50n)).missing).toEqual(['award'])
  })

  test('is rounded as the law says, to the đồng', () => {
    expect(advance('MACH', { ...machine, award: 101n }, decided(50n)).limit).toBe(50n)
  })

  test('is not asked about where there is none', () => {
    const { findings } = advanceLimit(law, 'MACH', { ...machine, fund: 'national' })
    expect(findings.find(({ rule }) => rule === 'MR-8')?.verdict).toBe('not-applicable')
  })

  test('does not lift the cap on all advances, nor the condition of progress', () => {
    expect(advance('MACH', machine, decided(90n)).limit).toBe(210n * m)
    expect(failed('MACH', { ...machine, workDone: 1n })).toEqual(['MR-5.establishment-works'])
  })

  test('leaves contents alone that have no first share', () => {
    const known = { award: 70n * m, contractSigned: true, duration: 'one-year', alreadyAdvanced: 0n } as const
    expect(advance('SHOWROOM', known, decided(10n)).limit).toBe(49n * m)
    const { cites } = advanceLimit(law, 'SHOWROOM', { ...known, fund: 'national' }, decided(10n))
    expect(cites?.map(({ document }) => document)).not.toContain('QĐ 12/QĐ-SCT')
  })

  test('says where it has no say, and not while it may still have one', () => {
    const unused = (code: ContentCode, known: AdvanceFacts, by: DecidedShare | undefined = decided(50n)) =>
      advanceLimit(law, code, known, by).unusedDecision?.document
    const later = { ...machine, duration: 'several-years', alreadyAdvanced: 1n } as const
    expect([unused('SHOWROOM', {}), unused('MACH', later)]).toEqual(['QĐ 12/QĐ-SCT', 'QĐ 12/QĐ-SCT'])
    const asked = { ...later, alreadyAdvanced: undefined }
    expect([unused('MACH', machine), unused('MACH', asked), unused('MACH', {})]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(advanceLimit(law, 'SHOWROOM', {}).unusedDecision).toBeUndefined()
  })

  test('of founding: up to all of it', () => {
    const known = { award: 10n * m, accepted: true, alreadyAdvanced: 0n }
    expect(advance('STARTUP', known, decided(100n)).limit).toBe(10n * m)
    expect(() => advance('STARTUP', known, decided(101n))).toThrow(
      'decided.share: 101/100 is not a share of the award.',
    )
  })

  test.each([
    ['none of it', { numerator: 0n, denominator: 1n }, '0/1'],
    ['less than none of it', { numerator: -1n, denominator: 2n }, '-1/2'],
    ['a ratio to nothing', { numerator: 0n, denominator: 0n }, '0/0'],
    ['a float', 0.5, 'number'],
    ['numbers', { numerator: 1, denominator: 2 }, 'object'],
  ])('%s is no share', (_, share, shown) => {
    const wrong = { ...decided(50n), share: share as Ratio }
    expect(() => advanceLimit(law, 'MACH', machine, wrong)).toThrow(
      `decided.share: ${shown} is not a share of the award. Expected a ratio above 0 and at most 1, e.g. percent(60n).`,
    )
  })

  test('of somebody who is nobody', () => {
    const wrong = { ...decided(50n), by: 'council' as 'other' }
    expect(() => advanceLimit(law, 'MACH', machine, wrong)).toThrow(
      "decided.by: 'council' decides no share. Expected one of fund-manager, other, or nothing while it is not known.",
    )
  })

  test('has no say in what follows the first advance of several years, and is not cited for it', () => {
    const later = {
      ...machine,
      fund: 'national',
      duration: 'several-years',
      alreadyAdvanced: 1n,
      scheduleMet: true,
    } as const
    const { limit, cites } = advanceLimit(law, 'MACH', later, decided(10n))
    expect(limit).toBe(210n * m)
    expect(cites?.map(({ document }) => document)).not.toContain('QĐ 12/QĐ-SCT')
  })
})

describe('what it rests on', () => {
  const doubts = (day: string, fund: 'national' | 'provincial', award = 300n * m) =>
    advanceLimit(lawOn(day), 'MACH', { ...machine, fund, award }).trust.doubts.map(({ id, trust }) => [id, trust])

  test('the texts as issued, but for rounding', () => {
    expect(doubts('2018-05-10', 'national')).toEqual([])
    expect(doubts('2018-05-10', 'national', 300n * m + 1n)).toEqual([['MONEY.rounding', 'assumed']])
  })

  test('since 11 May 2018 the cap of TTLT 26/2014 is an assumption', () => {
    const ids = doubts('2018-05-11', 'national').map(([id]) => id)
    expect(ids).toEqual(expect.arrayContaining(['MR-4.contract', 'ADVANCE.cap']))
    expect(ids).not.toContain('MR-5.establishment-works')
  })

  test('since 10 July 2018 the shares of TT 36/2013 are one too', () => {
    expect(doubts('2018-07-09', 'national').map(([id]) => id)).not.toContain('MR-5.establishment-works')
    expect(doubts('2018-07-10', 'national').map(([id]) => id)).toEqual(
      expect.arrayContaining(['MR-5.establishment-works', 'ADVANCE.establishment-works.first']),
    )
  })

  test('for a local fund the national rule stands in, on any day', () => {
    const { trust } = advanceLimit(lawOn('2016-01-01'), 'MACH', { ...machine, fund: 'provincial' })
    const share = trust.doubts.find((doubt) => doubt.id === 'ADVANCE.establishment-works.first.local')
    expect(share).toMatchObject({ trust: 'assumed', note: { vi: /Điều 8 TT 46\/2012/ } })
  })
})

test("a province's own share takes the place of the reference; the fund then has to be known", () => {
  const { parameters } = nationalMoney
  const share = parameters['ADVANCE.establishment-works.first.local']
  const own: Parameter = { ...share, timeline: share.timeline.map((entry) => ({ ...entry, value: percent(50n) })) }
  const local = lawOn('2024-03-01', withParameters(own))
  expect(advanceLimit(local, 'MACH', { ...machine, fund: 'provincial' }).limit).toBe(150n * m)
  expect(advanceLimit(local, 'MACH', { ...machine, fund: 'national' }).limit).toBe(210n * m)
  expect(advanceLimit(local, 'MACH', machine)).toMatchObject({ verdict: 'unknown', missing: ['fund'] })
})

test('the limit reads step by step, with the article of each figure', () => {
  const { steps } = advanceLimit(lawOn('2016-01-01'), 'MACH', { ...machine, fund: 'national' })
  expect(steps.map((step) => `${step.title.vi}: ${step.text.vi}`)).toEqual(
    [
      'Mức tạm ứng lần đầu, mô hình, máy móc, xử lý ô nhiễm tại cơ sở: 70%',
      'Kinh phí hỗ trợ được duyệt: 300.000.000 đồng',
      'Mức tạm ứng lần đầu: 70% × 300.000.000 đồng (làm tròn xuống) = 210.000.000 đồng',
      'Tổng mức tạm ứng tối đa so với mức hỗ trợ: 70%',
      'Kinh phí hỗ trợ được duyệt: 300.000.000 đồng',
      'Tổng mức tạm ứng tối đa: 70% × 300.000.000 đồng (làm tròn xuống) = 210.000.000 đồng',
      'mức thấp nhất của 210.000.000 đồng; 210.000.000 đồng = 210.000.000 đồng',
    ].map((line, index) =>
      index === 6 ? `mức thấp nhất của Mức tạm ứng lần đầu; Tổng mức tạm ứng tối đa: ${line}` : line,
    ),
  )
  expect(steps[3]?.cites).toEqual([{ document: 'TTLT 26/2014/TTLT-BTC-BCT', article: '8', clause: '2', point: 'b' }])
})

test.each(contentCodes)('%s is placed in a group', (code) => {
  expect(Object.keys(advanceGroups)).toContain(code)
})

test('advances never come to more than 70 % of the support, nor to more than its award', () => {
  const money = fc.bigInt({ min: 0n, max: 10n ** 12n })
  fc.assert(
    fc.property(
      fc.constantFrom(...contentCodes.filter((code) => code !== 'STARTUP')),
      fc.record({ award: money, alreadyAdvanced: money, totalInvestment: money, workDone: money }),
      fc.constantFrom('one-year', 'several-years'),
      (code, known, duration) => {
        const all = { fund: 'provincial', contractSigned: true, workPlanReady: true, scheduleMet: true } as const
        const { verdict, available = 0n } = advanceLimit(law, code, { ...known, ...all, duration })
        expect(verdict).not.toBe('unknown')
        if (available > 0n) expect((known.alreadyAdvanced + available) * 100n <= known.award * 70n).toBe(true)
      },
    ),
  )
})

test.each([
  ['a float', { award: 1.5 }, /^facts\.award: '1.5' is not a value of 'award'\. Expected whole đồng, not negative/],
  ['a negative amount', { workDone: -1n }, /^facts\.workDone: '-1'/],
  ['an unknown fact', { progress: 70 }, /^facts\.progress: there is no fact 'progress'/],
])('%s is refused, naming the field', (_, wrong, message) => {
  expect(() => advanceLimit(law, 'MACH', wrong as unknown as AdvanceFacts)).toThrow(message)
})

test('an unknown content is refused, naming the codes', () => {
  // @ts-expect-error a code that is none
  expect(() => advanceLimit(law, 'MACHINE', {})).toThrow(/'MACHINE' is not a content code\. Expected one of TRAIN, /)
})

test.each(['nearest', undefined])('a law that rounds to %s is refused, naming the value', (value) => {
  const parameters = law.money.parameters.flatMap((found) =>
    found.parameter.id === 'MONEY.rounding'
      ? value === undefined
        ? []
        : [{ ...found, entry: { ...found.entry, value } }]
      : [found],
  )
  const decided = { share: percent(50n), source: { document: 'QĐ 12/QĐ-SCT' } }
  expect(() => advanceLimit({ money: { ...law.money, parameters } }, 'MACH', machine, decided)).toThrow(
    "test.money has no way to round in 'MONEY.rounding' on 2024-03-01. Expected down, up or half-up.",
  )
})
