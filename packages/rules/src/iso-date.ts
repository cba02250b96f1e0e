import { InputError } from './errors.js'

/** A calendar day, `YYYY-MM-DD`. ISO days order as strings, so `<` compares them. */
export type IsoDate = `${number}-${number}-${number}`

/** A period of days, both ends included; no `to` means without end. */
export interface Period {
  readonly from: IsoDate
  readonly to?: IsoDate
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The calendar's ends: beyond four digits of a year, days would no longer order as strings. */
export const firstDay: IsoDate = '0001-01-01'
export const lastDay: IsoDate = '9999-12-31'

/** What would lie beyond the calendar's ends becomes the end. */
function write(year: number, month: number, day: number): IsoDate {
  if (year < 1) return firstDay
  if (year > 9999) return lastDay
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  ) as IsoDate
}

const read = (date: IsoDate): [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]

/** Whether `text` is a real calendar day written `YYYY-MM-DD`. */
export function isIsoDate(text: unknown): text is IsoDate {
  const parts = typeof text === 'string' ? pattern.exec(text) : null
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * Reads a calendar day.
 * @throws InputError when `text` is not a real day written `YYYY-MM-DD`; `field` is named in the error.
 */
export function isoDate(text: string, field = 'date'): IsoDate {
  if (isIsoDate(text)) return text
  const message = `'${text}' is not a calendar day.`
  throw new InputError([{ code: 'date', field, message, expected: 'a real day written YYYY-MM-DD, e.g. 2024-03-01' }])
}

export const yearOf = (date: IsoDate): number => read(date)[0]

export const endOfYear = (year: number): IsoDate => write(year, 12, 31)

/** The same day `years` later; 29 February falls back to 28 February in a common year. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const [year, month, day] = read(date)
  return write(year + years, month, Math.min(day, daysInMonth(year + years, month)))
}

/** Every day in its order, by a number from 0 on. The last day of a shorter month has several, that of the calendar all the rest. */
export function dayAt(number: number): IsoDate {
  const [year, month] = [Math.floor(number / 372) + 1, (Math.floor(number / 31) % 12) + 1]
  return write(year, month, Math.min((number % 31) + 1, daysInMonth(year, month)))
}

/** The day after; of the calendar's last day, that day itself. */
export function nextDay(date: IsoDate): IsoDate {
  const [year, month, day] = read(date)
  if (day < daysInMonth(year, month)) return write(year, month, day + 1)
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1)
}

/** The day before; of the calendar's first day, that day itself. */
export function previousDay(date: IsoDate): IsoDate {
  const [year, month, day] = read(date)
  if (day > 1) return write(year, month, day - 1)
  return month > 1 ? write(year, month - 1, daysInMonth(year, month - 1)) : write(year - 1, 12, 31)
}

export const inForce = (period: Period, date: IsoDate): boolean =>
  period.from <= date && (period.to === undefined || date <= period.to)

export const periodsOverlap = (a: Period, b: Period): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to)
