import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inForce, nextDay, type IsoDate, type Period } from './iso-date.js'
import { overlay, parameter, valueAt, type DatedValue } from './parameter.js'
import { source } from './library.test-support.js'

const fee = (...timeline: readonly DatedValue<bigint>[]) =>
  parameter({ id: 'fee', title: { vi: 'Phí', en: 'Fee' }, unit: 'dong', timeline })

describe('a timeline', () => {
  const changing = fee(
    { ...source, from: '2020-01-01', to: '2020-12-31', value: 10n },
    { ...source, from: '2022-01-01', value: 20n },
  )

  test.each<[IsoDate, bigint | undefined]>([
    ['2019-12-31', undefined],
    ['2020-01-01', 10n],
    ['2020-12-31', 10n],
    ['2021-01-01', undefined],
    ['2021-12-31', undefined],
    ['2022-01-01', 20n],
    ['9999-12-31', 20n],
  ])('on %s it gives %s', (day, value) => {
    expect(valueAt(changing, day)?.value).toBe(value)
  })

  test.each<[string, Period, Period, string]>([
    ['overlaps by a day', { from: '2020-01-01', to: '2021-01-01' }, { from: '2021-01-01' }, 'to 2021-01-01 overlaps'],
    ['follows one without end', { from: '2020-01-01' }, { from: '2021-01-01' }, 'overlaps the one from 2021-01-01'],
    ['is out of order', { from: '2021-01-01', to: '2021-12-31' }, { from: '2020-01-01', to: '2020-12-31' }, 'overlaps'],
    [
      'ends before it begins',
      { from: '2020-01-01', to: '2019-12-31' },
      { from: '2021-01-01' },
      'ends before it begins',
    ],
    [
      'is no day',
      { from: '2020-02-30' },
      { from: '2021-01-01' },
      "'2020-02-30' is not a calendar day; expected a real day written YYYY-MM-DD",
    ],
  ])('does not build where one entry %s', (_, first, second, message) => {
    expect(() => fee({ ...source, ...first, value: 1n }, { ...source, ...second, value: 2n })).toThrow(
      new RegExp(`^parameter fee: .*${message}`),
    )
  })
})

describe('overlay', () => {
  const day = fc
    .integer({ min: 0, max: 40 })
    .map((n) => Array.from({ length: n }).reduce<IsoDate>((d) => nextDay(d), '2024-02-10'))
  /** Entries in order without overlap, the last perhaps without end. */
  const timelines = (name: string) =>
    fc.tuple(fc.uniqueArray(day, { maxLength: 6 }), fc.boolean()).map(([days, open]) => {
      const ends = days.toSorted()
      return ends.flatMap((from, i) => {
        const to = ends[i + 1]
        if (i % 2 === 1) return []
        return to ? [{ from, to, name: `${name}${i}` }] : open ? [{ from, name: `${name}${i}` }] : []
      })
    })
  const at = (timeline: readonly (Period & { readonly name: string })[], date: IsoDate) =>
    timeline.filter((entry) => inForce(entry, date)).map(({ name }) => name)

  test('holds inside its periods, and outside leaves what was', () => {
    fc.assert(
      fc.property(timelines('old'), timelines('new'), day, (old, over, date) => {
        const inside = at(over, date)
        expect(at(overlay(old, over), date)).toEqual(inside.length > 0 ? inside : at(old, date))
      }),
      { numRuns: 500 },
    )
  })

  test('with an end at the end of the calendar leaves nothing after it', () => {
    expect(overlay([{ from: '2020-01-01' }], [{ from: '2021-01-01', to: '9999-12-31' }])).toEqual([
      { from: '2020-01-01', to: '2020-12-31' },
      { from: '2021-01-01', to: '9999-12-31' },
    ])
  })

  test('keeps what it does not touch as it is, and stands in order', () => {
    const old: Period = { from: '2020-01-01', to: '2020-12-31' }
    const next: Period = { from: '2021-01-01' }
    const over: Period = { from: '2022-01-01', to: '2022-12-31' }
    expect(overlay([old, next], [over])).toEqual([
      old,
      { from: '2021-01-01', to: '2021-12-31' },
      over,
      { from: '2023-01-01' },
    ])
    const first: Period = { from: '2019-01-01', to: '2019-12-31' }
    expect(overlay([old], [first])).toEqual([first, old])
  })

  test('with the same first or last day leaves nothing on that side', () => {
    const old: Period = { from: '2020-01-01', to: '2020-12-31' }
    expect(overlay([old], [{ from: '2020-01-01', to: '2020-06-30' }])).toEqual([
      { from: '2020-01-01', to: '2020-06-30' },
      { from: '2020-07-01', to: '2020-12-31' },
    ])
    expect(overlay([old], [{ from: '2020-07-01', to: '2020-12-31' }])).toEqual([
      { from: '2020-01-01', to: '2020-06-30' },
      { from: '2020-07-01', to: '2020-12-31' },
    ])
  })

  test('may last one day', () => {
    expect(overlay<Period>([{ from: '2020-01-01' }], [{ from: '2020-03-01', to: '2020-03-01' }])).toEqual([
      { from: '2020-01-01', to: '2020-02-29' },
      { from: '2020-03-01', to: '2020-03-01' },
      { from: '2020-03-02' },
    ])
  })

  test('without an owner is named as what it is', () => {
    expect(() => overlay([], [{ from: '2021-01-01', to: '2020-01-01' }])).toThrow('overlay: the period from 2021-01-01')
  })

  test('whose own periods overlap is refused, by the name of its owner', () => {
    const over = [{ from: '2021-01-01' }, { from: '2020-06-01' }] as const
    expect(() => overlay([], over, 'rule EL-01')).toThrow('rule EL-01: the period from 2020-06-01 overlaps')
  })
})
