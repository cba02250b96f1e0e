import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  estimateYear,
  fundSourceCodes,
  moneyWords,
  nationalMoney,
  type Balance,
  type DemandLine,
  type Estimate,
  type Totals,
} from './index.js'
import { lawOn } from './law-on.test-law.js'

const m = 1_000_000n
const law = lawOn('2024-03-01')

const machine: DemandLine = {
  id: 'MÁY-1',
  content: 'MACH',
  source: 'provincial-budget',
  support: 250n * m,
  own: 450n * m,
  establishment: '0801234567',
  facts: { eligibleCost: 600n * m },
}
const showroom: DemandLine = { ...machine, id: 'PTB-1', content: 'SHOWROOM', support: 70n * m, own: 30n * m, facts: {} }
const model: DemandLine = {
  ...machine,
  id: 'MH-1',
  content: 'DEMO-NEW',
  source: 'national-fund',
  support: 500n * m,
  own: 50_200n * m,
  establishment: '0809999999',
  facts: { eligibleCost: 50_700n * m },
}
/** Paid in full: an activity of the programme itself. */
const fair: DemandLine = {
  id: 'HC-1',
  content: 'FAIR-DOM-ORG',
  source: 'provincial-budget',
  support: 900n * m,
  own: 0n,
  facts: { eligibleCost: 900n * m },
}
const demand = [machine, showroom, model, fair]
const balance: Balance = { 'provincial-budget': 1_220n * m, 'national-fund': 600n * m }

const source = (estimate: Estimate, of: string) => estimate.bySource.find((one) => one.source === of)

describe('a year that can be balanced', () => {
  const estimate = estimateYear(law, 2024, demand, balance)

  test('demand by content, by source and by both', () => {
    expect(estimate).toMatchObject({ year: 2024, verdict: 'met', missing: [] })
    expect(estimate.total).toEqual({ lines: 4, support: 1_720n * m, own: 50_680n * m, open: [], openOwn: [] })
    expect(estimate.byContent.map(({ content, support }) => [content, support])).toEqual([
      ['MACH', 250n * m],
      ['SHOWROOM', 70n * m],
      ['DEMO-NEW', 500n * m],
      ['FAIR-DOM-ORG', 900n * m],
    ])
    expect(estimate.byContentAndSource.map((cell) => [cell.content, cell.source, cell.lines])).toEqual([
      ['MACH', 'provincial-budget', 1],
      ['SHOWROOM', 'provincial-budget', 1],
      ['DEMO-NEW', 'national-fund', 1],
      ['FAIR-DOM-ORG', 'provincial-budget', 1],
    ])
  })

  test('to the đồng: neither shortfall nor surplus, or what is left over', () => {
    expect(source(estimate, 'provincial-budget')).toMatchObject({ verdict: 'met', shortfall: 0n, surplus: 0n })
    expect(source(estimate, 'national-fund')).toMatchObject({ verdict: 'met', shortfall: 0n, surplus: 100n * m })
    expect(estimate.bySource.map((one) => one.source)).toEqual(['provincial-budget', 'national-fund'])
  })

  test('ceilings bind each line, not the plan: more than half of a plan may be state money', () => {
    const plan = estimateYear(law, 2024, [machine, fair], balance)
    expect(plan.total.support * 100n > (plan.total.support + plan.total.own) * 53n).toBe(true)
    expect(plan.verdict).toBe('met')
  })

  test('several contents for one establishment are as they should be', () => {
    expect(estimate.repeated).toEqual([])
    expect(estimate.lines.map(({ line, status }) => [line.id, status])).toEqual([
      ['MÁY-1', 'within'],
      ['PTB-1', 'no-level'],
      ['MH-1', 'within'],
      ['HC-1', 'within'],
    ])
  })

  test('one content twice for one establishment is shown', () => {
    const again = { ...machine, id: 'MÁY-2', support: 50n * m }
    const other = { ...machine, id: 'MÁY-3', establishment: '0807777777', support: 0n }
    const { repeated, verdict } = estimateYear(law, 2024, [machine, again, other, fair], balance)
    expect(repeated).toEqual([{ establishment: '0801234567', content: 'MACH', lines: ['MÁY-1', 'MÁY-2'] }])
    const written = { ...again, establishment: ' 0801234567' }
    expect(estimateYear(law, 2024, [machine, written], balance).repeated).toHaveLength(1)
    expect(verdict).toBe('met')
    const activities = [fair, { ...fair, id: 'HC-2', support: 1n }]
    expect(estimateYear(law, 2024, activities, balance).repeated).toEqual([])
  })
})

describe('a year that cannot be balanced', () => {
  test('one đồng too little: unmet, and by how much', () => {
    const estimate = estimateYear(law, 2024, demand, { ...balance, 'provincial-budget': 1_220n * m - 1n })
    expect(estimate.verdict).toBe('unmet')
    expect(source(estimate, 'provincial-budget')).toMatchObject({ verdict: 'unmet', shortfall: 1n, surplus: 0n })
    expect(source(estimate, 'national-fund')?.verdict).toBe('met')
  })

  test('even while a line is open, if what is known is too much already', () => {
    const open = { ...showroom, support: undefined }
    const estimate = estimateYear(law, 2024, [machine, open, fair], { 'provincial-budget': 1_149n * m })
    expect(estimate).toMatchObject({ verdict: 'unmet', missing: [] })
  })

  test('a line above its ceiling: by how much', () => {
    const above = { ...machine, support: 300n * m + 1n }
    const estimate = estimateYear(law, 2024, [above], { 'provincial-budget': 400n * m })
    expect(estimate.verdict).toBe('unmet')
    expect(estimate.lines[0]).toMatchObject({ status: 'above', excess: 1n, ceiling: { amount: 300n * m } })
    expect(estimateYear(law, 2024, [{ ...machine, support: 300n * m }], balance).lines[0]?.status).toBe('within')
  })

  test('above its cap though its cost is not known', () => {
    const above = { ...machine, support: 301n * m, facts: undefined }
    expect(estimateYear(law, 2024, [above], balance).lines[0]).toMatchObject({ status: 'above', excess: 1n * m })
  })

  test('a higher level that was decided counts, for the national fund', () => {
    const line = {
      ...machine,
      source: 'national-fund',
      support: 400n * m,
      facts: { eligibleCost: 2_000n * m },
    } as const
    expect(estimateYear(law, 2024, [line], balance).lines[0]?.status).toBe('above')
    expect(estimateYear(law, 2024, [{ ...line, priority: 'decided' }], balance).lines[0]?.status).toBe('within')
  })
})

describe('not known', () => {
  test('what can be balanced: asks for it', () => {
    const estimate = estimateYear(law, 2024, [machine], {})
    expect(estimate).toMatchObject({ verdict: 'unknown', missing: ['balance.provincial-budget'] })
    expect(source(estimate, 'provincial-budget')).toMatchObject({ shortfall: undefined, surplus: undefined })
  })

  test('the support of a line: the sum is a least', () => {
    const estimate = estimateYear(law, 2024, [machine, { ...showroom, support: undefined }], balance)
    expect(estimate).toMatchObject({ verdict: 'unknown', missing: ['lines.PTB-1.support'] })
    expect(estimate.total).toMatchObject({ support: 250n * m, open: ['PTB-1'] })
    expect(source(estimate, 'provincial-budget')).toMatchObject({ verdict: 'unknown', surplus: 970n * m })
  })

  test('the cost of a line: asks for it', () => {
    const estimate = estimateYear(law, 2024, [{ ...machine, facts: {} }], balance)
    expect(estimate.lines[0]?.status).toBe('unknown')
    expect(estimate.missing).toEqual(['lines.MÁY-1.facts.eligibleCost'])
  })

  test('own money: counted as far as it is known, and the lines named where it is not', () => {
    const estimate = estimateYear(law, 2024, [{ ...machine, own: undefined }, fair], balance)
    expect(estimate.total).toMatchObject({ own: 0n, openOwn: ['MÁY-1'] })
    expect(source(estimate, 'provincial-budget')?.openOwn).toEqual(['MÁY-1'])
  })
})

describe('sources', () => {
  test('other lawful money has no level of its own', () => {
    const gift = { ...machine, source: 'other-lawful', support: 900n * m } as const
    const estimate = estimateYear(law, 2024, [gift], { 'other-lawful': 900n * m })
    expect(estimate).toMatchObject({ verdict: 'met', lines: [{ status: 'no-level', ceiling: undefined }] })
  })

  test.each(['district-budget', 'commune-budget'] as const)('%s has the level of a local fund', (of) => {
    const line = { ...machine, source: of, support: 301n * m }
    expect(estimateYear(law, 2024, [line], { [of]: 999n * m }).lines[0]?.status).toBe('above')
  })

  test('gifts have none either', () => {
    const gift = { ...machine, source: 'gifts', support: 900n * m } as const
    expect(estimateYear(law, 2024, [gift], { gifts: 900n * m })).toMatchObject({
      verdict: 'met',
      bySource: [{ source: 'gifts', lawful: 'met', verdict: 'met' }],
    })
  })

  test('a source that the law on the day does not have: the year cannot be planned so', () => {
    const rule = nationalMoney.rules['MR-15']
    const versions = rule.versions.map((version) => ({
      ...version,
      requires: moneyWords.is('moneySource', 'provincial-budget'),
    }))
    const without = lawOn('2024-03-01', { rules: { ...nationalMoney.rules, 'MR-15': { ...rule, versions } } })
    const line = { ...machine, source: 'district-budget' } as const
    const estimate = estimateYear(without, 2024, [line], { 'district-budget': 900n * m })
    expect(estimate).toMatchObject({ verdict: 'unmet', bySource: [{ lawful: 'unmet', verdict: 'met' }] })
    expect(estimateYear(without, 2024, [machine], { 'provincial-budget': 900n * m }).verdict).toBe('met')
  })

  test('a source with money and no demand is all surplus', () => {
    const estimate = estimateYear(law, 2024, [], { 'national-fund': 5n })
    expect(estimate).toMatchObject({ verdict: 'met', total: { lines: 0, support: 0n } })
    expect(estimate.bySource).toMatchObject([{ source: 'national-fund', lines: 0, surplus: 5n, verdict: 'met' }])
  })
})

const amount = fc.bigInt({ min: 0n, max: 10n ** 10n })
const anyLine = fc.record({
  content: fc.constantFrom('MACH', 'DEMO-NEW', 'SHOWROOM', 'MEDIA'),
  source: fc.constantFrom(...fundSourceCodes),
  support: fc.option(amount, { nil: undefined }),
  own: fc.option(amount, { nil: undefined }),
})

test('however the demand is cut, it adds up; shortfall and surplus are what is between demand and balance', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 20 }),
      fc.dictionary(fc.constantFrom(...fundSourceCodes), amount),
      (list, money) => {
        const lines = list.map((line, index) => ({ ...line, id: String(index) }))
        const { total, byContent, bySource, byContentAndSource, verdict } = estimateYear(law, 2024, lines, money)
        const sum = (parts: readonly Totals[]) => ({
          lines: parts.reduce((n, part) => n + part.lines, 0),
          support: parts.reduce((n, part) => n + part.support, 0n),
          own: parts.reduce((n, part) => n + part.own, 0n),
          open: parts.flatMap((part) => part.open).sort(),
          openOwn: parts.flatMap((part) => part.openOwn).sort(),
        })
        const whole = sum([total])
        expect(sum(byContent)).toEqual(whole)
        expect(sum(bySource)).toEqual(whole)
        expect(sum(byContentAndSource)).toEqual(whole)
        for (const { support, balance: has, shortfall, surplus, verdict: one } of bySource) {
          if (has === undefined) continue
          expect(support + (surplus ?? -1n) - (shortfall ?? -1n)).toBe(has)
          expect(one === 'unmet').toBe(support > has)
        }
        if (bySource.some((one) => one.verdict === 'unmet')) expect(verdict).toBe('unmet')
      },
    ),
  )
})

test.each([
  ['a line listed twice', [machine, machine], {}, "demand[1].id: the line 'MÁY-1' already stands at demand[0]."],
  ['a float', [{ ...machine, support: 0.5 }], {}, 'demand[0].support: 0.5 is not an amount of money.'],
  ['a negative own part', [{ ...machine, own: -1n }], {}, 'demand[0].own: -1 is not an amount of money.'],
  [
    'an unknown source',
    [{ ...machine, source: 'bank' }],
    {},
    "demand[0].source: 'bank' is not a source of money. Expected one of provincial-budget,",
  ],
  ['an unknown source of the balance', [], { bank: 1n }, "balance: 'bank' is not a source of money."],
  ['a number for the balance', [], { 'national-fund': 5 }, 'balance.national-fund: 5 is not an amount of money.'],
  [
    'an unknown content',
    [machine, { ...fair, content: 'MACHINE' }],
    {},
    "demand[1].content: 'MACHINE' is not a content code.",
  ],
  [
    'a fact of a line',
    [fair, { ...machine, facts: { eligibleCost: -1n } }],
    {},
    "demand[1].facts.eligibleCost: '-1' is not a value of 'eligibleCost'.",
  ],
])('%s is refused', (_, lines, money, message) => {
  expect(() => estimateYear(law, 2024, lines as unknown as DemandLine[], money as unknown as Balance)).toThrow(message)
})
