import { facts, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { amountRule, bind, literal, named } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalMoney, priorityCeiling, supportCeiling, type Priority } from './index.js'
import { lawOn, withParameters } from './law-on.test-law.js'

const m = 1_000_000n
const on = (day: string, code: ContentCode, known: ApplicationFacts, priority?: Priority) => {
  const { status, amount, atMost, missing, binding } = priorityCeiling(lawOn(day), code, known, priority)
  return { status, amount, atMost, missing, binding }
}
const national = (eligibleCost: bigint): ApplicationFacts => ({ fund: 'national', eligibleCost })

describe.each(['2014-04-08', '2018-05-10', '2018-05-11', '2024-03-01'])('on %s, national fund', (day) => {
  const cap = day < '2018-05-11' ? 200n * m : 300n * m

  test('decided: one and a half times the cap, the share of the cost as it is', () => {
    expect(on(day, 'MACH', national(10_000n * m), 'decided')).toMatchObject({ amount: (cap * 3n) / 2n, binding: 'cap' })
    expect(on(day, 'MACH', national(100n * m), 'decided')).toMatchObject({ amount: 50n * m, binding: 'rate' })
  })

  test('not decided: the level', () => {
    expect(on(day, 'MACH', national(10_000n * m), 'not-decided').amount).toBe(cap)
  })

  test('not known whether: unknown, unless it makes no difference', () => {
    expect(on(day, 'MACH', national(10_000n * m))).toEqual({
      status: 'unknown',
      amount: undefined,
      atMost: (cap * 3n) / 2n,
      missing: ['priority'],
      binding: 'cap',
    })
    expect(on(day, 'MACH', national(100n * m))).toMatchObject({ status: 'known', amount: 50n * m })
  })

  test('not known whether, nor what it costs: asks for both, and is still no more than the raised cap', () => {
    expect(on(day, 'MACH', { fund: 'national' })).toMatchObject({
      status: 'unknown',
      atMost: (cap * 3n) / 2n,
      missing: ['priority', 'eligibleCost'],
    })
  })

  test('a line: the higher of the two factors, not one on the other', () => {
    expect(on(day, 'LINE', national(10_000n * m), 'decided').amount).toBe((cap * 3n) / 2n)
  })

  test('cost not known: unknown, and still no more than the raised cap', () => {
    expect(on(day, 'MACH', { fund: 'national' }, 'decided')).toMatchObject({
      status: 'unknown',
      atMost: (cap * 3n) / 2n,
      missing: ['eligibleCost'],
    })
  })
})

test('a cap alone, and no more than the cost', () => {
  expect(on('2024-03-01', 'DEMO-REPL', national(500n * m), 'decided').amount).toBe(150n * m)
  expect(on('2024-03-01', 'DEMO-REPL', national(120n * m), 'decided').amount).toBe(120n * m)
})

test('a cap alone, whatever it costs, as a province may set it for a prize: one and a half times it', () => {
  const prize = amountRule({
    id: 'AWARD-PROV',
    title: { vi: 'Giải thưởng', en: 'Prize' },
    per: { vi: 'một sản phẩm', en: 'one product' },
    versions: [
      {
        from: '2024-01-01',
        cites: [{ document: 'QĐ 9/2024/QĐ-UBND', article: '5' }],
        trust: 'text',
        amount: named('cap', { vi: 'Mức trần', en: 'Cap' }, literal(5n * m)),
      },
    ],
  })
  const law = lawOn('2024-03-01')
  const province = bind(
    { facts, rules: {}, parameters: {}, amounts: { [prize.id]: prize } },
    { pack: 'province', version: '0', asOf: '2024-03-01' },
  )
  const ceiling = (priority: Priority) =>
    priorityCeiling(
      { ...law, amount: (id, known) => province.amount(id, known) },
      'AWARD-PROV',
      { fund: 'national' },
      priority,
    )
  expect(ceiling('not-decided').amount).toBe(5n * m)
  expect(ceiling('decided')).toMatchObject({ status: 'known', amount: 7_500_000n, binding: 'cap' })
})

test('no cap, or no level: nothing to raise', () => {
  expect(on('2024-03-01', 'MEDIA', national(500n * m), 'decided').amount).toBe(500n * m)
  expect(on('2024-03-01', 'SHOWROOM', national(500n * m), 'decided').status).toBe('no-level')
})

describe('a local fund', () => {
  const local: ApplicationFacts = { fund: 'provincial', eligibleCost: 10_000n * m }

  test('is not raised: the factor is that of the national fund, and the answer says so', () => {
    const { amount, trust } = priorityCeiling(lawOn('2016-01-01'), 'MACH', local, 'decided')
    expect(amount).toBe(200n * m)
    expect(trust.doubts.find((doubt) => doubt.id === 'PRIORITY.factor.local')).toMatchObject({ trust: 'assumed' })
  })

  test('so whether it was decided is not asked', () => {
    const { fund } = local
    expect(on('2024-03-01', 'MACH', { fund })).toMatchObject({ atMost: 300n * m, missing: ['eligibleCost'] })
    expect(on('2024-03-01', 'MACH', local)).toMatchObject({ status: 'known', amount: 300n * m })
  })

  test('so while the fund is not known, neither is the ceiling', () => {
    expect(on('2024-03-01', 'MACH', { eligibleCost: 10_000n * m }, 'decided')).toMatchObject({
      status: 'unknown',
      missing: ['fund'],
    })
    expect(on('2024-03-01', 'MACH', { eligibleCost: 10_000n * m }).missing).toEqual(['priority', 'fund'])
  })
})

test('the factor was read, how it meets the share was not; since 2018 it is an assumption', () => {
  const trust = (day: string) =>
    priorityCeiling(lawOn(day), 'MACH', national(1n), 'decided').trust.doubts.find(
      (one) => one.id === 'PRIORITY.factor',
    )
  expect(trust('2018-05-10')).toMatchObject({ trust: 'inferred', note: { vi: /áp dụng cho mức trần/ } })
  expect(trust('2018-05-11')).toMatchObject({ trust: 'assumed', note: { vi: /chưa đọc được.*áp dụng cho mức trần/ } })
  const line = priorityCeiling(lawOn('2018-05-10'), 'LINE', national(1n), 'decided').trust.doubts
  expect(line.map((doubt) => doubt.id)).toContain('PRIORITY.line')
})

test('a raised ceiling names both packs: that of the level and that of the factor', () => {
  const { law, raisedUnder } = priorityCeiling(lawOn('2024-03-01'), 'MACH', national(700n * m), 'decided')
  expect([law.pack, raisedUnder?.pack]).toEqual(['test', 'test.money'])
  const under = (code: ContentCode, known: ApplicationFacts, priority: Priority) =>
    priorityCeiling(lawOn('2024-03-01'), code, known, priority).raisedUnder?.pack
  // Also where the factor changes nothing, since the share of the cost binds or it is 1.
  expect(under('MACH', national(1n), 'decided')).toBe('test.money')
  expect(under('MACH', { fund: 'provincial' }, 'decided')).toBe('test.money')
  expect(under('MACH', national(1n), 'not-decided')).toBeUndefined()
  expect(under('MEDIA', national(1n), 'decided')).toBeUndefined()
})

test('both factors apply where a law says so', () => {
  const line = nationalMoney.parameters['PRIORITY.line']
  const stacked = { ...line, timeline: line.timeline.map((entry) => ({ ...entry, value: 'stacked' })) }
  const law = lawOn('2024-03-01', withParameters(stacked))
  expect(priorityCeiling(law, 'LINE', national(10_000n * m), 'decided').amount).toBe(675n * m)
})

test('a line says what it would be if both factors applied, where that differs', () => {
  const notices = (cost: bigint) => priorityCeiling(lawOn('2024-03-01'), 'LINE', national(cost), 'decided').notices
  expect(notices(10_000n * m)).toEqual([
    {
      kind: 'open-question',
      parameter: 'PRIORITY.line',
      title: { vi: 'Hệ số ưu tiên và hệ số dây chuyền', en: 'The factor of priority and that of a line' },
      taken: 'alone',
      takenTitle: { vi: 'chỉ áp dụng một hệ số', en: 'one factor alone' },
      readings: [
        {
          value: 'stacked',
          title: { vi: 'được nhân cả hai hệ số', en: 'both factors apply' },
          status: 'known',
          amount: 675n * m,
        },
      ],
    },
  ])
  expect(notices(900n * m)).toEqual([])
})

test('the calculation says how the cap was raised', () => {
  const { steps } = priorityCeiling(lawOn('2024-03-01'), 'MACH', national(700n * m), 'decided')
  expect(steps.slice(-5).map((step) => `${step.title.vi}: ${step.text.vi}`)).toEqual([
    'Mức theo tỷ lệ hoặc chi phí: 350.000.000 đồng',
    'Hệ số ưu tiên địa bàn, ngành nghề: 150%',
    'Mức trần: 300.000.000 đồng',
    'Mức trần ưu tiên: 150% × 300.000.000 đồng (làm tròn xuống) = 450.000.000 đồng',
    'Mức hỗ trợ tối đa: mức thấp nhất của 350.000.000 đồng; 450.000.000 đồng = 350.000.000 đồng',
  ])
})

test('priority never lowers a ceiling, never more than one and a half times it', () => {
  const law = lawOn('2024-03-01')
  fc.assert(
    fc.property(
      fc.constantFrom<ContentCode[]>('MACH', 'LINE', 'DEMO-NEW', 'DEMO-REPL', 'BRAND', 'STARTUP', 'MEDIA'),
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      (code, cost) => {
        const { amount = -1n } = priorityCeiling(law, code, national(cost), 'decided')
        const { amount: level = -1n } = supportCeiling(law, code, national(cost))
        expect(amount >= level && amount * 2n <= level * 3n).toBe(true)
      },
    ),
  )
})
