import { describe, expect, test } from 'vitest'
import { localitiesOn } from './localities.js'

describe('localities on a day', () => {
  test.each([
    ['2023-01-01', '2023-04-01', 235],
    ['2025-02-28', '2023-04-01', 235],
    ['2025-03-01', '2025-03-01', 207],
    ['2025-06-30', '2025-03-01', 207],
    ['2025-07-01', '2025-07-01', 64],
  ] as const)('%s: the list of %s, with %i communes, wards and townships', (day, asOf, count) => {
    const list = localitiesOn(day)
    expect([list[0]?.asOf, list.length]).toEqual([asOf, count])
  })

  test('districts until 1 July 2025, none since', () => {
    expect(new Set(localitiesOn('2025-06-30').map((l) => l.district?.name)).size).toBe(12)
    expect(localitiesOn('2025-07-01').every((l) => l.district === undefined && l.inCentralCity)).toBe(true)
  })

  test('what is known of a ward belongs to its code and its time', () => {
    const named = (day: '2024-01-01' | '2025-07-01') => localitiesOn(day).find((l) => l.name === 'Phường Tân Hưng')
    expect(named('2024-01-01')).toMatchObject({ wardSince: '2019-12-01', cityClass: 'class-1' })
    expect(named('2025-07-01')).not.toHaveProperty('wardSince')
  })

  test('no code twice in one list', () => {
    for (const day of ['2024-01-01', '2025-03-01', '2025-07-01'] as const) {
      const codes = localitiesOn(day).map((l) => l.code)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })
})
