import { facts, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { bind, isoDate, type Parameter } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalBudget, supportCeiling } from './index.js'

const m = 1_000_000n

const lawOn = (day: string, parameters: Readonly<Record<string, Parameter>> = nationalBudget.parameters) =>
  bind(
    { facts, rules: {}, amounts: nationalBudget.amounts, parameters },
    { pack: 'test', version: '0', asOf: isoDate(day) },
  )

const on = (day: string, code: ContentCode, known: ApplicationFacts) => {
  const { status, amount, atMost, binding, missing, trust } = supportCeiling(lawOn(day), code, known)
  return { status, amount, atMost, binding, missing, trust: trust.weakest }
}
const national = (eligibleCost: bigint): ApplicationFacts => ({ fund: 'national', eligibleCost })

describe.each([
  // content, cap before and since 11 May 2018, share of the cost
  { code: 'MACH', before: 200n * m, since: 300n * m, rate: 50n },
  { code: 'LINE', before: 200n * m, since: 450n * m, rate: 50n },
  { code: 'DEMO-NEW', before: 500n * m, since: 1_000n * m, rate: 30n },
  { code: 'BRAND', before: 35n * m, since: 35n * m, rate: 50n },
  { code: 'CONSULT', before: 35n * m, since: 35n * m, rate: 50n },
  { code: 'ASSOC-REG', before: 70n * m, since: 70n * m, rate: 30n },
  { code: 'ASSOC-NAT', before: 100n * m, since: 100n * m, rate: 30n },
  { code: 'LINK', before: 150n * m, since: 150n * m, rate: 50n },
  { code: 'CCN-PLAN', before: 500n * m, since: 500n * m, rate: 50n },
  { code: 'INTEREST', before: 500n * m, since: 500n * m, rate: 50n },
  { code: 'ENV-EST', before: 300n * m, since: 300n * m, rate: 30n },
  { code: 'ENV-CCN', before: 1_500n * m, since: 1_500n * m, rate: 30n },
] as const)('$code', ({ code, before, since, rate }) => {
  test.each([
    ['2014-04-08', before],
    ['2018-05-10', before],
    ['2018-05-11', since],
    ['2024-03-01', since],
  ] as const)('on %s: %s at most, and the share of the cost below that', (day, cap) => {
    expect(on(day, code, national(100_000n * m))).toMatchObject({ status: 'known', amount: cap, binding: 'cap' })
    expect(on(day, code, national(10n * m))).toMatchObject({ amount: (10n * m * rate) / 100n, binding: 'rate' })
  })

  test('without the cost it is unknown, asks for it, and is still no more than the cap', () => {
    expect(on('2024-03-01', code, { fund: 'national' })).toMatchObject({
      status: 'unknown',
      amount: undefined,
      atMost: since,
      missing: ['eligibleCost'],
    })
  })
})

test.each([
  ['STARTUP', 10n * m, 10n * m],
  ['DEMO-REPL', 100n * m, 100n * m],
  ['VOTE-REG', 100n * m, 200n * m],
  ['VOTE-NAT', 200n * m, 400n * m],
  ['CCN-INFRA', 3_000n * m, 6_000n * m],
] as const)('%s: a cap alone', (code, before, since) => {
  for (const [day, cap] of [
    ['2018-05-10', before],
    ['2018-05-11', since],
  ] as const)
    expect(on(day, code, national(100_000n * m))).toMatchObject({ status: 'known', amount: cap, binding: 'cap' })
})

test.each([
  ['FAIR-DOM-ORG', 100n],
  ['FAIR-DOM-JOIN', 80n],
  ['FAIR-ABROAD', 100n],
  ['SURVEY-ABROAD', 100n],
  ['MEDIA', 100n],
] as const)('%s: a share of the cost, without a cap', (code, rate) => {
  for (const day of ['2018-05-10', '2018-05-11'])
    expect(on(day, code, national(100_000n * m))).toMatchObject({ amount: 1_000n * m * rate, binding: 'rate' })
})

test.each([
  ['SXSH-ASSESS', 50n * m],
  ['AWARD-REG', 5n * m],
  ['AWARD-NAT', 10n * m],
] as const)('%s: a level until 10 May 2018, none found since', (code, before) => {
  expect(on('2018-05-10', code, national(1_000n * m))).toMatchObject({ status: 'known', amount: before })
  expect(on('2018-05-11', code, national(1_000n * m)).status).toBe('no-level')
})

test('DEMO-REPL: a cap alone, and no more than the cost', () => {
  expect(on('2024-03-01', 'DEMO-REPL', national(500n * m))).toMatchObject({ amount: 100n * m, binding: 'cap' })
  expect(on('2024-03-01', 'DEMO-REPL', national(40n * m))).toMatchObject({ amount: 40n * m, binding: 'cost' })
})

test('SXSH-PILOT: no level in the circular of 2014, 30 % and 500 m since that of 2018', () => {
  expect(on('2018-05-10', 'SXSH-PILOT', national(2_000n * m))).toMatchObject({ status: 'no-level', amount: undefined })
  expect(on('2018-05-11', 'SXSH-PILOT', national(2_000n * m))).toMatchObject({ status: 'known', amount: 500n * m })
})

test('no level: the article that is cited is in force on the day', () => {
  const cited = (day: string, code: ContentCode) => supportCeiling(lawOn(day), code, {}).cites?.[0]?.document
  expect([cited('2018-05-10', 'SXSH-PILOT'), cited('2018-05-11', 'SXSH-ASSESS')]).toEqual([
    'TTLT 221/2012/TTLT-BTC-BCT',
    'TT 28/2018/TT-BTC',
  ])
  expect([cited('2018-05-10', 'QUALITY'), cited('2018-05-11', 'QUALITY')]).toEqual([
    'TTLT 26/2014/TTLT-BTC-BCT',
    'TT 28/2018/TT-BTC',
  ])
})

test('before the first circular that is encoded there is no level', () => {
  expect(on('2014-04-07', 'MACH', national(100n * m)).status).toBe('no-level')
})

describe('trust', () => {
  test('read in the circular of 2014; the rounding is assumed, where there is something to round', () => {
    const doubts = (cost: bigint) =>
      supportCeiling(lawOn('2016-01-01'), 'MACH', national(cost)).trust.doubts.map((d) => [d.id, d.trust])
    expect(doubts(100n * m)).toEqual([])
    expect(doubts(100n * m + 1n)).toEqual([['SUPPORT.rounding', 'assumed']])
  })

  test('figures of TT 28/2018 that were not read say so', () => {
    const { trust } = supportCeiling(lawOn('2023-12-31'), 'BRAND', national(100n * m + 1n))
    expect(trust.doubts.filter((d) => d.trust === 'assumed').map((d) => d.id)).toEqual([
      'BRAND.rate',
      'SUPPORT.rounding',
      'BRAND.cap',
    ])
  })

  test('what TT 64/2024 made of TT 28/2018 is not known: from 2024 on every figure of it is assumed', () => {
    const trust = (day: string, code: ContentCode) =>
      supportCeiling(lawOn(day), code, national(100n * m)).trust.doubts.find((d) => /^(MACH|CCN)/.test(d.id))
    expect(trust('2023-12-31', 'MACH')?.trust).toBe('secondary')
    expect(trust('2024-01-01', 'MACH')).toMatchObject({ trust: 'assumed', note: { vi: /64\/2024/, en: /64\/2024/ } })
    expect(on('2023-12-31', 'LINE', national(2_000n * m)).amount).toBe(450n * m)
    expect(on('2024-01-01', 'LINE', national(2_000n * m)).amount).toBe(450n * m)
    const factor = supportCeiling(lawOn('2024-01-01'), 'LINE', national(2_000n * m)).trust.doubts
    expect(factor.find((d) => d.id === 'LINE.factor')).toMatchObject({ trust: 'assumed' })
    expect(on('2024-01-01', 'SHOWROOM', {}).status).toBe('no-level')
  })

  test('the circular has a tender or ordered price for media; that it is paid in full is inferred', () => {
    const { trust } = supportCeiling(lawOn('2016-01-01'), 'MEDIA', national(100n * m))
    expect(trust.doubts.find((d) => d.id === 'MEDIA.rate')).toMatchObject({ trust: 'inferred' })
  })

  test("a local fund rests on the province's own level, for which the national one only stands in", () => {
    const { amount, trust } = supportCeiling(lawOn('2024-03-01'), 'MACH', { ...national(570n * m), fund: 'provincial' })
    expect(amount).toBe(285n * m)
    expect(trust.doubts.filter((d) => d.trust === 'assumed').map((d) => d.id)).toContain('MACH.rate.local')
  })
})

describe('the fund chooses the level', () => {
  const { parameters } = nationalBudget
  const cap = parameters['MACH.cap.local']
  const lower: Parameter = { ...cap, timeline: cap.timeline.map((entry) => ({ ...entry, value: 250n * m })) }
  const law = lawOn('2024-03-01', { ...parameters, [lower.id]: lower })

  test('where they agree, the fund need not be known', () => {
    expect(on('2024-03-01', 'MACH', { eligibleCost: 570n * m })).toMatchObject({ status: 'known', amount: 285n * m })
  })

  test('where they differ, it is asked for', () => {
    expect(supportCeiling(law, 'MACH', { eligibleCost: 570n * m })).toMatchObject({
      status: 'unknown',
      missing: ['fund'],
    })
    expect(supportCeiling(law, 'MACH', { eligibleCost: 570n * m, fund: 'provincial' }).amount).toBe(250n * m)
    expect(supportCeiling(law, 'MACH', { eligibleCost: 570n * m, fund: 'national' }).amount).toBe(285n * m)
  })
})

test('the calculation reads step by step, with the article of each figure', () => {
  const { steps } = supportCeiling(lawOn('2023-12-31'), 'MACH', national(570n * m + 1n))
  expect(steps.map((step) => `${step.title.vi}: ${step.text.vi}`)).toEqual([
    'Tỷ lệ hỗ trợ tối đa: Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ: 50%',
    'Chi phí được tính hỗ trợ: 570.000.001 đồng',
    'Theo tỷ lệ chi phí: 50% × 570.000.001 đồng (làm tròn xuống) = 285.000.000 đồng',
    'Mức hỗ trợ tối đa: Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ: 300.000.000 đồng',
    'Mức hỗ trợ tối đa: mức thấp nhất của 285.000.000 đồng; 300.000.000 đồng = 285.000.000 đồng',
  ])
  expect(steps[0]?.cites).toEqual([{ document: 'TT 28/2018/TT-BTC', article: '8', clause: '4' }])
})

test('any cost: never above the share, never above the cap, and less than one đồng lost to rounding', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cost) => {
      const { amount = -1n } = supportCeiling(lawOn('2024-03-01'), 'DEMO-NEW', national(cost))
      expect(amount * 100n <= cost * 30n && amount <= 1_000n * m).toBe(true)
      expect(amount === 1_000n * m || cost * 30n - amount * 100n < 100n).toBe(true)
    }),
  )
})

test.each([
  ['a float', { eligibleCost: 1.5 }],
  ['a number', { eligibleCost: 570_000_000 }],
  ['a negative amount', { eligibleCost: -1n }],
  ['an unknown fact', { eligiblecost: 1n }],
])('%s is refused, naming the field', (_, wrong) => {
  expect(() => supportCeiling(lawOn('2024-03-01'), 'MACH', wrong as ApplicationFacts)).toThrow(
    /^facts\.eligible[cC]ost: /,
  )
})

test('an unknown content is refused, naming the codes', () => {
  // @ts-expect-error a code that is none
  expect(() => supportCeiling(lawOn('2024-03-01'), 'LINES', {})).toThrow(/'LINES' is not a content code.*MACH, LINE/)
})
