import type { IsoDate } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { on } from '../law.test-support.js'
import type { ProposalFacts } from '../proposal-facts.js'
import { priorityOrder, standings, type Fund } from './order.js'
import { plain } from './proposal.test-support.js'

const law = on('2024-03-01')
const verdict = (rule: string, facts: ProposalFacts) => law.selection.verdict(rule, facts)

/** Per priority: what meets it, and which fact leaves it open. */
describe.each<[string, ProposalFacts, (keyof ProposalFacts)[]]>([
  ['AREA-A', { priorityAreas: ['highland'] }, ['priorityAreas']],
  ['AREA-A', { priorityAreas: ['island'] }, ['priorityAreas']],
  ['AREA-A', { priorityAreas: ['land-border'] }, ['priorityAreas']],
  ['AREA-A', { priorityAreas: ['ethnic-minority'] }, ['priorityAreas']],
  ['AREA-B', { priorityAreas: ['poor-district'] }, ['priorityAreas']],
  ['AREA-C', { priorityAreas: ['new-countryside'] }, ['priorityAreas']],
  ['AREA-D', { priorityAreas: ['hard'] }, ['priorityAreas']],
  ['AREA-D', { priorityAreas: ['very-hard'] }, ['priorityAreas']],
  ['TRADE-B', { typicalProduct: true }, ['typicalProduct']],
  ['TRADE-B', { keyProduct: true }, ['keyProduct']],
  ['TRADE-B', { forExport: true }, ['forExport']],
  ['TRADE-B', { localMaterialValue: 51n }, ['localMaterialValue']],
  ['TRADE-B', { localMaterialValue: 51n }, ['materialValue']],
  ['TRADE-B', { workers: 50 }, ['workers']],
  ['TRADE-A', { priorityIndustry: 'machinery' }, ['priorityIndustry']],
  ['TRADE-A', { priorityIndustry: 'farm-chemicals' }, ['priorityIndustry']],
  ['TRADE-A', { priorityIndustry: 'farm-processing' }, ['priorityIndustry']],
  ['TRADE-A', { priorityIndustry: 'supporting' }, ['priorityIndustry']],
  ['CLEANER', { cleanerProduction: true }, ['cleanerProduction']],
  ['KEY', { contents: 2, contentsLinked: true, largeScale: true, overOneYear: true }, ['contents']],
  ['CAPACITY-HIGH', { unitCapacity: 'high' }, ['unitCapacity']],
  ['CAPACITY-MEDIUM', { unitCapacity: 'medium' }, ['unitCapacity']],
  ['CAPACITY-MEDIUM', { unitCapacity: 'high' }, ['unitCapacity']],
])('%s, %o', (rule, facts, [asks]) => {
  test('met, unmet, unknown', () => {
    expect(verdict(rule, { ...plain, ...facts })).toBe('met')
    expect(verdict(rule, plain)).toBe('unmet')
    const open = { ...plain, ...facts, ...(asks && { [asks]: undefined }) }
    expect(verdict(rule, open)).toBe('unknown')
    expect(law.selection.decide(rule, open).missing).toEqual([asks])
  })
})

describe('limits', () => {
  test('many workers are 50 or more', () => {
    expect(verdict('TRADE-B', { ...plain, workers: 49 })).toBe('unmet')
    expect(verdict('TRADE-B', { ...plain, workers: 50 })).toBe('met')
  })
  test.each([
    [100n, 50n, 'unmet'],
    [100n, 51n, 'met'],
    [101n, 50n, 'unmet'],
    [101n, 51n, 'met'],
  ] as const)('of %s đồng of materials, %s from the province: %s', (materialValue, localMaterialValue, expected) => {
    expect(verdict('TRADE-B', { ...plain, materialValue, localMaterialValue })).toBe(expected)
  })
  test.each(['contentsLinked', 'largeScale', 'overOneYear'] as const)('a key proposal needs %s', (fact) => {
    const key = { ...plain, contents: 2, contentsLinked: true, largeScale: true, overOneYear: true }
    expect(verdict('KEY', { ...key, [fact]: false })).toBe('unmet')
    expect(verdict('KEY', { ...key, contents: 1 })).toBe('unmet')
  })
  test('owners count from 15 October 2025', () => {
    const owned = { ...plain, ownedByWomenOrMinority: true }
    const last = (day: IsoDate) =>
      standings(on(day), priorityOrder(on(day), 'local'), owned).map(({ met }) => met?.rule.id)
    expect(last('2025-10-14')).toEqual([undefined, undefined, undefined])
    expect(last('2025-10-15')).toEqual([undefined, undefined, 'OWNER', undefined])
    expect(on('2025-10-15').selection.verdict('OWNER', plain)).toBe('unmet')
    expect(on('2025-10-15').selection.verdict('OWNER', {})).toBe('unknown')
  })
})

describe('the order of the lists', () => {
  const steps = (day: IsoDate, fund: Fund) =>
    priorityOrder(on(day), fund).steps.map(({ id, priorities }) => [id, priorities.map(({ rule }) => rule.id)])
  const areas = ['PLAN.areas', ['AREA-A', 'AREA-B', 'AREA-C', 'AREA-D']]
  const trades = ['PLAN.trades', ['TRADE-B', 'TRADE-A']]

  test('local fund: area, trade, then the province’s own', () => {
    expect(steps('2024-03-01', 'local')).toEqual([areas, trades, ['PLAN.own', []]])
  })
  test('national fund: key proposals first, capacity last', () => {
    expect(steps('2024-03-01', 'national')).toEqual([
      ['PLAN.key', ['KEY']],
      areas,
      trades,
      ['PLAN.capacity', ['CAPACITY-HIGH', 'CAPACITY-MEDIUM']],
    ])
  })
  test('from 15 October 2025 the order is an assumption', () => {
    const trust = (day: IsoDate, fund: Fund) => priorityOrder(on(day), fund).sources.map(({ entry }) => entry.trust)
    expect(new Set(trust('2025-10-14', 'local'))).toEqual(new Set(['text']))
    expect(trust('2025-10-15', 'local')).toContain('assumed')
    expect(new Set(trust('2025-10-14', 'national'))).toEqual(new Set(['text']))
    expect(trust('2025-10-15', 'national')).toContain('assumed')
  })
  test('before TT 46/2012 there is no order; before TT 36/2013 none of the national fund', () => {
    expect(() => priorityOrder(on('2013-02-09'), 'local')).toThrow('PLAN.order.local')
    expect(priorityOrder(on('2013-02-10'), 'local').steps).toHaveLength(3)
    expect(() => priorityOrder(on('2014-02-09'), 'national')).toThrow('PLAN.order.national')
    expect(priorityOrder(on('2014-02-10'), 'national').steps).toHaveLength(4)
  })
  test('a list that names a rule not in force does not build', () => {
    expect(() => priorityOrder(on('2024-03-01', { 'PLAN.own': ['OWNER'] }), 'local')).toThrow(
      "Parameter PLAN.own names the rule 'OWNER', which is not in force on 2024-03-01.",
    )
  })
})

test('the first priority that is met gives the place; only what stands above it and is not known could raise it', () => {
  const order = priorityOrder(law, 'local')
  const [area, trade] = standings(law, order, {
    ...plain,
    priorityAreas: ['hard'],
    typicalProduct: undefined,
    priorityIndustry: 'machinery',
  })
  expect(area).toMatchObject({ step: 'PLAN.areas', place: 3, couldRise: [] })
  expect(trade).toMatchObject({
    step: 'PLAN.trades',
    place: 1,
    couldRise: ['typicalProduct'],
    met: { rule: { id: 'TRADE-A' } },
  })
  expect(standings(law, order, {})[0]).toMatchObject({ place: 4, met: undefined })
})
