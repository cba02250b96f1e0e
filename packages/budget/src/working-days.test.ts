import { isoDate, nextDay, type IsoDate } from '@khuyencong/rules'
import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAfter, isWorkingDay, workingDaysAfter, type WorkCalendar } from './index.js'

/**
 * Public holidays of Vietnam as the library has them. It does not know the second day off at National Day (since
 * 2021) nor the days that the government moves each year: an agency adds those, as here for 2024.
 */
const library = new Holidays('VN')
const announced = new Set(['2024-04-29', '2024-09-03'])
const workedInstead = new Set(['2024-05-04'])
const vietnam: WorkCalendar = {
  isHoliday: (day) =>
    announced.has(day) ||
    (library.isHoliday(new Date(`${day}T12:00:00+07:00`)) || []).some((holiday) => holiday.type === 'public'),
  isWorkedInstead: (day) => workedInstead.has(day),
}
const noHolidays: WorkCalendar = { isHoliday: () => false }

describe('a working day', () => {
  test.each([
    ['2024-03-01', true, 'a Friday'],
    ['2024-03-02', false, 'a Saturday'],
    ['2024-03-03', false, 'a Sunday'],
    ['2024-03-04', true, 'a Monday'],
    ['2024-02-08', true, 'the last day before Tết'],
    ['2024-02-09', false, "Tết's eve"],
    ['2024-02-13', false, 'the fourth day of Tết'],
    ['2024-04-18', false, 'the day of the Hùng kings'],
    ['2024-04-29', false, 'a day off that the government moved'],
    ['2024-05-04', true, 'the Saturday that is worked instead'],
    ['2024-05-05', false, 'the Sunday after it'],
    ['2024-09-03', false, 'the second day of National Day'],
  ] as const)('%s: %s (%s)', (...[day, works]) => {
    expect(isWorkingDay(day, vietnam)).toBe(works)
  })
})

describe('counting', () => {
  test('the first day is not counted', () => {
    expect(daysAfter('2024-03-01', 0)).toBe('2024-03-01')
    expect(daysAfter('2024-03-01', 1)).toBe('2024-03-02')
    expect(daysAfter('2024-02-20', 15)).toBe('2024-03-06')
    expect(daysAfter('2023-12-20', 15)).toBe('2024-01-04')
  })

  test('weekends are not worked', () => {
    expect(workingDaysAfter('2024-03-01', 1, noHolidays)).toBe('2024-03-04')
    expect(workingDaysAfter('2024-03-02', 1, noHolidays)).toBe('2024-03-04')
    expect(workingDaysAfter('2024-03-01', 5, noHolidays)).toBe('2024-03-08')
    expect(workingDaysAfter('2024-03-02', 0, noHolidays)).toBe('2024-03-02')
  })

  test('Tết is not worked', () => {
    expect(workingDaysAfter('2024-02-08', 1, vietnam)).toBe('2024-02-14')
    expect(workingDaysAfter('2025-01-24', 1, vietnam)).toBe('2025-01-27')
    expect(workingDaysAfter('2025-01-27', 1, vietnam)).toBe('2025-02-03')
  })

  test('a Saturday worked instead counts', () => {
    expect(workingDaysAfter('2024-04-26', 1, vietnam)).toBe('2024-05-02')
    expect(workingDaysAfter('2024-05-03', 1, vietnam)).toBe('2024-05-04')
  })

  test.each([1.5, -1, Number.NaN])('%s days are refused', (days) => {
    expect(() => daysAfter('2024-03-01', days)).toThrow(
      `days: ${days} is not a number of days. Expected a whole number`,
    )
  })
})

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)))
const utc = (day: IsoDate) => new Date(`${day}T00:00:00Z`)

test('weekends fall where the calendar of the language has them', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(isWorkingDay(day, noHolidays)).toBe(![0, 6].includes(utc(day).getUTCDay()))
    }),
    { numRuns: 1_000 },
  )
})

test('days add up, and working days are never sooner', () => {
  const count = fc.nat({ max: 60 })
  fc.assert(
    fc.property(anyDay, count, count, (day, a, b) => {
      expect(daysAfter(daysAfter(day, a), b)).toBe(daysAfter(day, a + b))
      expect(utc(daysAfter(day, a)).getTime() - utc(day).getTime()).toBe(a * 86_400_000)
      expect(workingDaysAfter(workingDaysAfter(day, a, noHolidays), b, noHolidays)).toBe(
        workingDaysAfter(day, a + b, noHolidays),
      )
      expect(workingDaysAfter(day, a, noHolidays) >= daysAfter(day, a)).toBe(true)
      expect(workingDaysAfter(day, 1, noHolidays) >= nextDay(day)).toBe(true)
    }),
  )
})
