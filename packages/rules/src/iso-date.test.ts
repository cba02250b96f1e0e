import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayAt,
  addYears,
  endOfYear,
  firstDay,
  inForce,
  isIsoDate,
  isoDate,
  lastDay,
  nextDay,
  periodsOverlap,
  previousDay,
  yearOf,
  type IsoDate,
} from './iso-date.js'

/** Days by an independent calendar: the platform's. */
const days = fc
  .date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate)

test.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(isIsoDate(text)).toBe(true)
  expect(isoDate(text)).toBe(text)
})

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-04-31',
  '2024-13-01',
  '2024-00-10',
  '2024-01-00',
  '0000-01-01',
  '2024-1-1',
  '24-01-01',
  '01/03/2024',
  '2024-03-01\n',
  ' 2024-03-01',
  '2024-03-01T00:00',
  '',
])('%j is not a day', (text) => {
  expect(isIsoDate(text)).toBe(false)
  expect(() => isoDate(text, 'asOf')).toThrow(`asOf: '${text}' is not a calendar day. Expected a real day written`)
})

test.each([null, undefined, 20240301, new Date(0)])('%s is not a day', (value) => {
  expect(isIsoDate(value)).toBe(false)
})

test.each([
  ['2024-02-28', '2024-02-29'],
  ['2023-02-28', '2023-03-01'],
  ['2023-12-31', '2024-01-01'],
  ['2024-04-30', '2024-05-01'],
  ['0999-12-31', '1000-01-01'],
] as const)('after %s comes %s', (day, next) => {
  expect(nextDay(day)).toBe(next)
  expect(previousDay(next)).toBe(day)
})

test('the next and the previous day are as the platform has them, and inverse', () => {
  fc.assert(
    fc.property(days, (day) => {
      const next = new Date(new Date(day).getTime() + 86_400_000).toISOString().slice(0, 10)
      expect(nextDay(day)).toBe(next)
      expect(previousDay(nextDay(day))).toBe(day)
      expect(nextDay(previousDay(day))).toBe(day)
      expect(day < nextDay(day)).toBe(true)
    }),
  )
})

test('days order as strings do', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(Math.sign(Number(a > b) - Number(a < b))).toBe(Math.sign(Date.parse(a) - Date.parse(b)))
    }),
  )
})

test.each([
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2019-12-01', 5, '2024-12-01'],
  ['2024-03-01', -4, '2020-03-01'],
  ['9997-01-01', 5, lastDay],
  ['0002-01-01', -5, firstDay],
] as const)('%s and %i years is %s', (day, years, later) => {
  expect(addYears(day, years)).toBe(later)
})

test('the calendar ends where days would no longer order as strings', () => {
  expect(nextDay(lastDay)).toBe(lastDay)
  expect(previousDay(firstDay)).toBe(firstDay)
})

test('a year and its last day', () => {
  expect(yearOf('2024-06-30')).toBe(2024)
  expect(endOfYear(2024)).toBe('2024-12-31')
})

describe('periods', () => {
  const spring = { from: '2024-03-01', to: '2024-05-31' } as const

  test('are in force on both of their boundary days, and not beyond', () => {
    const within = (['2024-02-29', '2024-03-01', '2024-05-31', '2024-06-01'] as const).map((d) => inForce(spring, d))
    expect(within).toEqual([false, true, true, false])
    expect(inForce({ from: '2024-03-01' }, lastDay)).toBe(true)
  })

  test('overlap from one common day on', () => {
    expect(periodsOverlap(spring, { from: '2024-05-31' })).toBe(true)
    expect(periodsOverlap({ from: '2024-05-31' }, spring)).toBe(true)
    expect(periodsOverlap(spring, { from: '2024-06-01' })).toBe(false)
    expect(periodsOverlap(spring, { from: '2024-01-01', to: '2024-02-29' })).toBe(false)
  })
})

test('days by number are every day in its order, up to the last', () => {
  const numbers = [fc.integer({ min: 0, max: 4_000_000 }), fc.maxSafeInteger().map(Math.abs)] as const
  fc.assert(
    fc.property(fc.oneof(...numbers), (number) => {
      const [day, next] = [dayAt(number), dayAt(number + 1)]
      expect(isIsoDate(day)).toBe(true)
      expect([day, nextDay(day)]).toContain(next)
    }),
  )
  expect([dayAt(0), dayAt(31 + 27), dayAt(31 + 28), dayAt(62)]).toEqual([
    '0001-01-01',
    '0001-02-28',
    '0001-02-28',
    '0001-03-01',
  ])
  expect([dayAt(2023 * 372 + 31 + 28), dayAt(2023 * 372 + 61)]).toEqual(['2024-02-29', '2024-02-29'])
  expect(dayAt(Number.MAX_SAFE_INTEGER)).toBe('9999-12-31')
})
