import { InputError } from './errors.js'
import { isoDate, lastDay, nextDay, yearOf, type IsoDate } from './iso-date.js'

/** Whether offices work on a day. Which days are holidays is for the caller to say: it is decided anew each year. */
export type WorkingCalendar = (date: IsoDate) => boolean

/** Day of the week by ISO: Monday is 1, Sunday 7. */
export function dayOfWeek(date: IsoDate): number {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  // Zeller: January and February count as months 13 and 14 of the year before.
  const [m, y] = month > 2 ? [month, yearOf(date)] : [month + 12, yearOf(date) - 1]
  const [century, inCentury] = [Math.floor(y / 100), y % 100]
  const fromSaturday =
    day + Math.floor((13 * (m + 1)) / 5) + inCentury + Math.floor(inCentury / 4) + Math.floor(century / 4) + 5 * century
  return ((fromSaturday + 5) % 7) + 1
}

/**
 * Monday to Friday, but for the days off; and the days that are worked in exchange.
 * @param daysOff public holidays, the days off in lieu of them, and the days swapped for others
 * @param daysWorked Saturdays and Sundays that are worked in exchange for days off
 * @returns whether a day is worked; it throws InputError when it is given no real day
 * @throws InputError when one of them is no real day written `YYYY-MM-DD`, or is named both as off and as worked
 */
export function workingCalendar(daysOff: readonly IsoDate[], daysWorked: readonly IsoDate[] = []): WorkingCalendar {
  const set = (days: readonly IsoDate[], field: string) => new Set(days.map((day, i) => isoDate(day, `${field}[${i}]`)))
  const [off, worked] = [set(daysOff, 'daysOff'), set(daysWorked, 'daysWorked')]
  for (const day of worked)
    if (off.has(day)) {
      const message = `${day} is both a day off and a day worked.`
      throw new InputError([{ code: 'calendar', field: 'daysWorked', message, expected: 'a day that is not off' }])
    }
  return (date) => worked.has(date) || (dayOfWeek(isoDate(date)) <= 5 && !off.has(date))
}

const wholeDays = (days: number): void => {
  if (Number.isSafeInteger(days) && days >= 0) return
  const message = `${days} is not a number of days.`
  throw new InputError([{ code: 'days', field: 'days', message, expected: 'a whole number, not negative' }])
}

/**
 * The day `days` calendar days later; the calendar's last day where that would be beyond it.
 * @throws InputError when `date` is no real day or `days` no whole number from 0 on
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  wholeDays(days)
  let day = isoDate(date)
  for (let left = days; left > 0 && day < lastDay; left--) day = nextDay(day)
  return day
}

/** More days off in a row than any calendar has: past it, the calendar is wrong rather than the holiday long. */
const longestHoliday = 60

/**
 * The day itself if it is worked, else the first working day after it.
 * @throws InputError when `date` is no real day, or the calendar has no working day for two months
 */
export function workingDayFrom(date: IsoDate, isWorkingDay: WorkingCalendar): IsoDate {
  let day = isoDate(date)
  for (let off = 0; !isWorkingDay(day); off++) {
    if (off === longestHoliday) {
      const message = `There is no working day within ${longestHoliday} days of ${date}.`
      throw new InputError([
        { code: 'calendar', field: 'isWorkingDay', message, expected: 'a calendar with working days' },
      ])
    }
    day = nextDay(day)
  }
  return day
}

/**
 * The `days`-th working day after `date`; with 0 days, `date` itself. The day on which a term begins is not counted.
 * @throws InputError as `addDays` and `workingDayFrom` do
 */
export function addWorkingDays(date: IsoDate, days: number, isWorkingDay: WorkingCalendar): IsoDate {
  wholeDays(days)
  let day = isoDate(date)
  for (let left = days; left > 0 && day < lastDay; left--) day = workingDayFrom(nextDay(day), isWorkingDay)
  return day
}

/**
 * How many working days lie after `from`, up to and with `to`; 0 where `to` is not after `from`.
 * @throws InputError when one of them is no real day written `YYYY-MM-DD`
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate, isWorkingDay: WorkingCalendar): number {
  const last = isoDate(to, 'to')
  let count = 0
  for (let day = isoDate(from, 'from'); day < last;) {
    day = nextDay(day)
    if (isWorkingDay(day)) count++
  }
  return count
}
