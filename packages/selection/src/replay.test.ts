import { readFileSync } from 'node:fs'
import { InputError, type IsoDate } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { assessRound } from './assess.js'
import { entry, marksOf, round } from './contest/round.test-support.js'
import type { Entry, Sheet } from './contest/round.js'
import { tally } from './contest/tally.js'
import type { ProductGroup } from './entry-facts.js'
import { on } from './law.test-support.js'
import type { Level } from './level.js'

/** Real rounds as published: counts only, never a product's marks. What each carries stands in test-data/README.md. */
const [header = [], ...lines] = readFileSync(new URL('../test-data/rounds.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  )
const rounds = lines.map((line) => new Map(header.map((name, index) => [name, line[index] ?? ''])))

type Row = (typeof rounds)[number]
const text = (row: Row, column: string): string => row.get(column) ?? ''
const count = (row: Row, column: string): number | undefined =>
  text(row, column) === '' ? undefined : Number(text(row, column))
const named = (id: string): Row => {
  const row = rounds.find((each) => text(each, 'case_id') === id)
  if (!row) throw new Error(`There is no round ${id}.`)
  return row
}

const columns = { handicraft: 'handicraft', 'agri-food': 'agri_food', machinery: 'machinery', other: 'other' } as const
const groups = Object.keys(columns) as ProductGroup[]
const byGroup = (row: Row, what: 'entered' | 'recognised') =>
  groups.map((group) => count(row, `${what}_${columns[group]}`))

test('the file is read whole', () => {
  expect(rounds).toHaveLength(21)
  for (const row of rounds) expect(text(row, 'source_url')).toMatch(/^https?:/)
})

describe.each(rounds.map((row) => ({ id: text(row, 'case_id'), row })))('$id', ({ row }) => {
  const [entered, reached, recognised] = [count(row, 'entered'), count(row, 'reached_70'), count(row, 'recognised')]

  test('counts that add up', () => {
    for (const what of ['entered', 'recognised'] as const) {
      const parts = byGroup(row, what)
      if (parts.every((part) => part !== undefined))
        expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(count(row, what))
    }
    if (entered !== undefined && recognised !== undefined) {
      expect(recognised).toBeLessThanOrEqual(reached ?? entered)
      expect((recognised / entered).toFixed(4)).toBe(text(row, 'recognised_share'))
    }
    if (reached !== undefined) expect(reached).toBeLessThanOrEqual(entered ?? 0)
  })
})

/**
 * A round with the published counts. The marks are ours: `reached` entries of distinct means from 70 up and the rest
 * just below, so that what is replayed is threshold, cut and counts, not the judgement of any product.
 */
function replay(id: string, day: IsoDate, reason?: string) {
  const row = named(id)
  const [entered = 0, reached = 0, recognised = 0] = ['entered', 'reached_70', 'recognised'].map((column) =>
    count(row, column),
  )
  const groupOf = groups.flatMap((group) =>
    Array.from({ length: count(row, `entered_${columns[group]}`) ?? 0 }, () => group),
  )
  const entries = Array.from({ length: entered }, (_, index): Entry =>
    entry(`${id}-${String(index).padStart(3, '0')}`, { group: groupOf[index] ?? 'other' }),
  )
  const judges = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
  const sheets = entries.flatMap(({ id: product }, index) =>
    judges.map((judge): Sheet => {
      const mean = index < reached ? 70 + index * 0.25 : 69.75
      return { judge, entry: product, version: 1, marks: marksOf(mean) }
    }),
  )
  const cut = reason === undefined ? {} : { cut: { keep: recognised, by: 'council', reason } as const }
  return tally(on(day), round(judges, entries, { ...cut }), sheets)
}

describe('rounds that publish how many reached 70', () => {
  test.each([
    ['QNA-P-2024', '2024-10-01', undefined, { entered: 74, reachedThreshold: 68, recognised: 68 }],
    ['QTR-P-2024', '2024-10-01', undefined, { entered: 43, reachedThreshold: 34, recognised: 34 }],
    ['TNG-P-2023', '2023-10-27', 'The best 30.', { entered: 43, reachedThreshold: 43, recognised: 30 }],
    [
      'LAN-P-2016',
      '2016-10-01',
      'The council voted 8 of 8 for the 10.',
      { entered: 36, reachedThreshold: 23, recognised: 10 },
    ],
  ] as const)('%s', (id, day, reason, counts) => {
    const result = replay(id, day, reason)
    expect(result.counts).toMatchObject(counts)
    expect(result.conventions).toEqual([])
    // The best are recognised, the cut follows, and those below 70 come last.
    const outcomes = result.ranking.map(({ outcome }) => outcome)
    expect(outcomes).toEqual([
      ...Array<string>(counts.recognised).fill('recognised'),
      ...Array<string>(counts.reachedThreshold - counts.recognised).fill('cut'),
      ...Array<string>(counts.entered - counts.reachedThreshold).fill('below-threshold'),
    ])
  })
  test('Quảng Trị sent its ten best to the region: all are recognised', () => {
    const ten = replay('QTR-P-2024', '2024-10-01').ranking.slice(0, count(named('QTR-P-2024'), 'nominated_up'))
    expect(ten.map(({ rank, outcome }) => [rank, outcome])).toEqual(
      Array.from({ length: 10 }, (_, index) => [index + 1, 'recognised']),
    )
  })
})

test('Hải Dương 2012 was held under TT 35/2010, which is not encoded: refused, not guessed', () => {
  expect(() => replay('HD-P-2012', '2012-10-01')).toThrow(InputError)
})

test('2014 to 2020: twelve regional rounds with 880 products and three national ones, the third with 110', () => {
  const [all, first, second] = ['ALL-2014-2020', 'QG-2015', 'QG-2017'].map((id) => count(named(id), 'recognised'))
  expect(880 + (first ?? 0) + (second ?? 0) + 110).toBe(all)
})

describe('years of the rounds', () => {
  const yearOf = (id: string): number => count(named(id), 'contest_year') ?? 0
  const size: Record<string, number> = { PROVINCE: 7, REGION: 9, NATION: 11 }
  const held = (level: Level, id: string, before: number, otherTimeDecided = false, regionalRoundYear?: number) =>
    assessRound(on(`${yearOf(id)}-09-01` as IsoDate), level, {
      councilSize: size[level],
      panelOdd: true,
      heldBefore: true,
      roundYear: yearOf(id),
      lastRoundYear: before,
      otherTimeDecided,
      regionalRoundYear,
    }).verdict

  test('regions every two years or more', () => {
    expect(held('REGION', 'BAC-R-2024', yearOf('BAC-R-2020'))).toBe('met')
    expect(held('REGION', 'NAM-R-2024', yearOf('NAM-R-2022'))).toBe('met')
  })
  test('the nation after two years, and in the year after the region', () => {
    expect(held('NATION', 'QG-2017', yearOf('QG-2015'))).toBe('met')
    expect(held('NATION', 'TNG-N-2021', 2019, false, yearOf('BAC-R-2020'))).toBe('met')
    expect(held('NATION', 'QG-2021', 2019, false, yearOf('BAC-R-2020'))).toBe('met')
  })
  test('Quảng Nam’s yearly round needs a decision of the competent authority', () => {
    expect(held('PROVINCE', 'QNA-P-2022', 2021)).toBe('unmet')
    expect(held('PROVINCE', 'QNA-P-2022', 2021, true)).toBe('met')
  })
})
