import { inputError, quote } from './input-error.js'

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** A calendar date as `YYYY-MM-DD` that is really in the calendar: no 30 February, no time, no time zone. */
export function parseDate(value: unknown): string {
  const match = typeof value === 'string' ? SHAPE.exec(value) : null
  if (match === null)
    throw inputError(`Date is a calendar date as YYYY-MM-DD, such as "2024-03-01"; got ${quote(value)}.`)
  const [date] = match
  // An impossible day rolls over into the next month, or is no time at all; either way it does not come back the same.
  const time = new Date(`${date}T00:00:00Z`)
  // There is no year 0.
  if (Number.isNaN(time.getTime()) || isoDate(time) !== date || date < '0001')
    throw inputError(`Date "${date}" is not in the calendar.`)
  return date
}

/** The calendar date of a database date, which Prisma gives as midnight UTC. */
export function isoDate(time: Date): string {
  return time.toISOString().slice(0, 10)
}
