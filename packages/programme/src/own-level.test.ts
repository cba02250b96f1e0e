import { ownLevel, supportCeiling } from '@khuyencong/budget'
import { LawError, percent } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { check, extend, national, rulebook } from './index.js'

const period = { from: '2024-01-01', to: '2025-12-31' } as const
const source = { cites: [{ document: 'NQ 1/2023', article: '4' }], trust: 'text' } as const
const description = { id: 'province', version: '1', title: { vi: 'Tỉnh', en: 'Province' }, period }

describe('a level that national law leaves to the province', () => {
  const { amounts, parameters } = ownLevel('SHOWROOM', [
    { ...source, from: '2024-01-01', to: '2024-12-31', cap: 50_000_000n },
    { ...source, from: '2025-01-01', to: '2025-12-31', rate: percent(40n), cap: 80_000_000n },
  ])
  const pack = extend(national, description, { replace: { amounts } }, { parameters })
  const ceiling = (day: string, fund: 'provincial' | 'national' | undefined, eligibleCost?: bigint) => {
    const { status, amount, binding, missing } = supportCeiling(pack.at(day), 'SHOWROOM', { fund, eligibleCost })
    return { status, amount, binding, missing }
  }

  test.each<[string, bigint, bigint, string]>([
    ['2024-01-01', 60_000_000n, 50_000_000n, 'cap'],
    ['2024-12-31', 40_000_000n, 40_000_000n, 'cost'],
    ['2025-01-01', 40_000_000n, 16_000_000n, 'rate'],
    ['2025-12-31', 400_000_000n, 80_000_000n, 'cap'],
  ])('on %s for a cost of %s', (day, cost, amount, binding) => {
    expect(ceiling(day, 'provincial', cost)).toEqual({ status: 'known', amount, binding, missing: [] })
  })

  test('holds for the local fund alone: the national fund has none, and an unknown fund is asked for', () => {
    expect(ceiling('2024-03-01', 'national', 1n).status).toBe('no-level')
    expect(ceiling('2025-03-01', undefined, 1n)).toMatchObject({ status: 'unknown', missing: ['fund'] })
    expect(ceiling('2024-03-01', 'provincial')).toMatchObject({ status: 'unknown', missing: ['eligibleCost'] })
  })

  test('has nothing for check to say, and stands in the rulebook', () => {
    expect(check(pack)).toEqual([])
    expect(rulebook(pack, 'en')).toContain('Cap: Showroom or display point (local fund)')
  })

  test('keeps its ids, so that a pack on top of it can replace its values, and no others', () => {
    const over = [{ ...source, ...period, value: 90_000_000n }]
    expect(extend(pack, description, { replace: { parameters: { 'SHOWROOM.cap.local': over } } }).id).toBe('province')
    // @ts-expect-error there is no such value
    expect(() => extend(pack, description, { replace: { parameters: { 'SHOWROOM.kap.local': over } } })).toThrow(
      LawError,
    )
  })

  test('is refused where national law has a level', () => {
    expect(() => ownLevel('MACH', [{ ...source, ...period, cap: 1n }])).toThrow(
      'Own level of MACH from 2024-01-01: national law has a level then; expected its values that end in .local to be replaced.',
    )
  })
})
