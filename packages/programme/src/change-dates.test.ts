import { nextDay, type Period } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { changeDates, definePack, national } from './index.js'

const source = { cites: [{ document: 'D' }], trust: 'text' } as const
const title = { vi: 'a', en: 'a' }

const packOf = (...periods: readonly Period[]) =>
  definePack(
    { id: 'p', version: '1', title, period: { from: '2024-01-01', to: '2024-12-31' } },
    {},
    {
      rules: {},
      amounts: {},
      parameters: {
        a: { id: 'a', title, unit: 'dong', timeline: periods.map((period) => ({ ...period, ...source, value: 1n })) },
      },
    },
  )

describe('the days on which a pack changes', () => {
  test('its first day, and where values begin and end; not before, not after', () => {
    const pack = packOf(
      { from: '2020-01-01', to: '2024-02-28' },
      { from: '2024-02-29', to: '2024-06-30' },
      { from: '2024-08-01', to: '2024-12-31' },
      { from: '2025-01-01' },
    )
    expect(changeDates(pack)).toEqual(['2024-01-01', '2024-02-29', '2024-07-01', '2024-08-01'])
  })

  test('of national law', () => {
    expect(changeDates(national)).toContain('2018-05-11')
    expect(changeDates(national)).toContain('2025-10-15')
    expect([...changeDates(national)].sort()).toEqual(changeDates(national))
  })

  test('between two of them the answer is the same', () => {
    const facts = { fund: 'national', siteKind: 'ward', planYear: 2018, eligibleCost: 900_000_000n } as const
    const answer = (day: string) => {
      const { verdict, findings, missing, notices, trust } = national.at(day).decide('MACH', facts)
      return { verdict, findings, missing, notices, trust }
    }
    const days = changeDates(national)
    for (const [index, day] of days.entries()) {
      const later = nextDay(day)
      if (later === days[index + 1]) continue
      expect(answer(later)).toEqual(answer(day))
    }
  })
})
