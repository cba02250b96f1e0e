import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from './errors.js'
import { isoDate, previousDay, type IsoDate } from './iso-date.js'
import { addDays, addWorkingDays, dayOfWeek, workingCalendar, workingDayFrom, workingDaysBetween } from './term.js'

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)))

const anyCalendar = fc.array(anyDay, { maxLength: 30 }).map((off) => workingCalendar(off))

const problemsOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

describe('dayOfWeek', () => {
  test.each([
    ['2024-02-29', 4],
    ['2024-03-03', 7],
    ['2024-03-04', 1],
    ['2000-01-01', 6],
    ['1900-03-01', 4],
  ] as const)('%s is day %i', (day, of) => expect(dayOfWeek(day)).toBe(of))

  test('agrees with the calendar of the machine', () => {
    fc.assert(fc.property(anyDay, (day) => dayOfWeek(day) === (new Date(day).getUTCDay() || 7)))
  })
})

describe('days', () => {
  test('agree with the calendar of the machine', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(800), (day, days) => {
        const machine = new Date(new Date(day).getTime() + days * 86_400_000).toISOString().slice(0, 10)
        return addDays(day, days) === machine
      }),
    )
  })

  test.each([-1, 1.5, Number.NaN])('%s is refused', (days) => {
    expect(problemsOf(() => addDays('2024-01-01', days))).toMatchObject([{ code: 'days', field: 'days' }])
    expect(() => addDays('2024-01-01', days)).toThrow(`days: ${days} is not a number of days.`)
    expect(() => addWorkingDays('2024-01-01', days, () => true)).toThrow('Expected a whole number, not negative')
  })
})

describe('what is no day is refused, by the name of the argument', () => {
  const works = workingCalendar([])
  test.each([
    ['daysOff[1]', () => workingCalendar(['2024-09-03', '2024-9-2'])],
    ['daysWorked[0]', () => workingCalendar([], ['2024-02-30'])],
    ['date', () => works('2024-3-10')],
    ['date', () => addDays('2024-02-30', 1)],
    ['date', () => addWorkingDays('2024-13-45', 1, works)],
    ['date', () => workingDayFrom('2024-2-3', works)],
    ['from', () => workingDaysBetween('2024-3-1', '2024-03-10', works)],
    ['to', () => workingDaysBetween('2024-03-01', '2024-3-10', works)],
  ] as const)('%s', (field, work) => expect(problemsOf(work)).toMatchObject([{ code: 'date', field }]))
})

test('a term beyond the calendar ends on its last day, and is not counted for ever', () => {
  const works = workingCalendar([])
  expect(addDays('9999-12-01', Number.MAX_SAFE_INTEGER)).toBe('9999-12-31')
  expect(addWorkingDays('9999-12-01', Number.MAX_SAFE_INTEGER, works)).toBe('9999-12-31')
})

describe('working days', () => {
  const weekdays = workingCalendar([])

  test('a Friday and one day is the Monday after', () => {
    expect(addWorkingDays('2024-03-01', 1, weekdays)).toBe('2024-03-04')
    expect(addWorkingDays('2024-03-01', 0, weekdays)).toBe('2024-03-01')
    expect(addWorkingDays('2024-03-02', 1, weekdays)).toBe('2024-03-04')
  })

  test('Friday is worked, Saturday and Sunday are not', () => {
    expect((['2024-03-01', '2024-03-02', '2024-03-03'] as const).map(weekdays)).toEqual([true, false, false])
  })

  test('days off are passed over, days worked in exchange are counted', () => {
    // Friday 2 May 2025 was off, Saturday 26 April was worked for it.
    const calendar = workingCalendar(['2025-04-30', '2025-05-01', '2025-05-02'], ['2025-04-26'])
    expect(addWorkingDays('2025-04-25', 1, calendar)).toBe('2025-04-26')
    expect(addWorkingDays('2025-04-29', 1, calendar)).toBe('2025-05-05')
  })

  test('a day cannot be both', () => {
    expect(() => workingCalendar(['2025-04-26'], ['2025-04-26'])).toThrow('2025-04-26 is both a day off')
    expect(problemsOf(() => workingCalendar(['2025-04-26'], ['2025-04-26']))).toMatchObject([
      { code: 'calendar', field: 'daysWorked', expected: 'a day that is not off' },
    ])
  })

  test('a calendar without working days is refused, not searched for ever', () => {
    expect(() => addWorkingDays('2024-01-01', 1, () => false)).toThrow('There is no working day within 60 days')
    expect(problemsOf(() => addWorkingDays('2024-01-01', 1, () => false))).toMatchObject([
      { code: 'calendar', field: 'isWorkingDay', expected: 'a calendar with working days' },
    ])
    const off = (days: number) => (date: IsoDate) => date >= addDays('2024-01-01', days)
    expect(workingDayFrom('2024-01-01', off(60))).toBe('2024-03-01')
    expect(() => workingDayFrom('2024-01-01', off(61))).toThrow('There is no working day')
  })

  test('counting and adding are the reverse of one another', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), anyCalendar, (from, days, calendar) => {
        const end = addWorkingDays(from, days, calendar)
        return workingDaysBetween(from, end, calendar) === days && (days === 0 || calendar(end))
      }),
    )
  })

  test('never end before as many calendar days, and never with fewer holidays later', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.array(anyDay), (from, days, off) => {
        const end = addWorkingDays(from, days, workingCalendar(off))
        return end >= addDays(from, days) && end >= addWorkingDays(from, days, weekdays)
      }),
    )
  })

  test('add up', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.nat(30), anyCalendar, (from, a, b, calendar) => {
        const inTwo = addWorkingDays(addWorkingDays(from, a, calendar), b, calendar)
        return inTwo === addWorkingDays(from, a + b, calendar)
      }),
    )
  })

  test('none between a day and itself, or backwards', () => {
    expect(workingDaysBetween('2024-03-01', '2024-03-01', weekdays)).toBe(0)
    expect(workingDaysBetween('2024-03-05', previousDay('2024-03-05'), weekdays)).toBe(0)
  })
})
