import { describe, expect, test } from 'vitest'
import { isoDate, parseDate } from './date.js'

describe('Date', () => {
  test.each(['2024-02-29', '2018-05-10', '0001-01-01', '1900-01-01', '9999-12-31'])('%s', (date) =>
    expect(parseDate(date)).toBe(date),
  )

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-04-31',
    '2024-06-99',
    '0000-01-01',
  ])('%s is not in the calendar', (date) => {
    expect(() => parseDate(date)).toThrow(`Date "${date}" is not in the calendar.`)
  })

  test.each(['2024-1-1', '20240101', '01/01/2024', '2024-01-01T00:00:00Z', ' 2024-01-01', '', 20240101, null])(
    '%j has not the shape of a date',
    (value) => {
      expect(() => parseDate(value)).toThrow('Date is a calendar date as YYYY-MM-DD')
    },
  )

  test('a database date is midnight UTC, wherever the machine stands', () => {
    expect(isoDate(new Date('2018-05-11T00:00:00Z'))).toBe('2018-05-11')
  })
})
