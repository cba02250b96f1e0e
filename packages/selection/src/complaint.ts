import { isoDate, nextDay, type IsoDate, type Support } from '@khuyencong/rules'
import { choiceOf, numberOf, restingOn, valueAsSource } from './in-force.js'
import type { SelectionLaw } from './law.js'
import { daysToComplain, daysToDecide, firstDay } from './tt-26-2014/article-20.js'

export interface ComplaintTerm {
  readonly lastDay: IsoDate
  readonly workingDays: number
  readonly trust: Support
}

/** Which days are no working days besides Saturdays and Sundays: public holidays, and the days off in lieu of them. */
export type DaysOff = ReadonlySet<string>

type Law = SelectionLaw<'parameters' | 'identity'>

/**
 * The last day to complain about a result.
 * @param notifiedOn day of the notice of the result
 * @throws InputError when `notifiedOn` is not a day
 */
export const lastDayToComplain = (law: Law, notifiedOn: string, daysOff: DaysOff): ComplaintTerm =>
  term(law, daysToComplain, isoDate(notifiedOn, 'notifiedOn'), daysOff)

/**
 * The last day for the council of the level to decide on a complaint.
 * @param receivedOn day on which it received the complaint
 * @throws InputError when `receivedOn` is not a day
 */
export const lastDayToDecide = (law: Law, receivedOn: string, daysOff: DaysOff): ComplaintTerm =>
  term(law, daysToDecide, isoDate(receivedOn, 'receivedOn'), daysOff)

function term(law: Law, length: { readonly id: string }, from: IsoDate, daysOff: DaysOff): ComplaintTerm {
  const days = numberOf(law, length)
  const counting = choiceOf(law, firstDay, ['day-after', 'same-day'])
  let day = counting.value === 'same-day' ? from : nextDay(from)
  for (let left = days.value; ; day = nextDay(day)) {
    if (isWorkingDay(day, daysOff)) left -= 1
    if (left === 0) break
  }
  return {
    lastDay: day,
    workingDays: days.value,
    trust: restingOn([valueAsSource(days.found), valueAsSource(counting.found)]),
  }
}

const isWorkingDay = (day: IsoDate, daysOff: DaysOff): boolean => {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !daysOff.has(day)
}

/** 0 is Sunday. Sakamoto's method: the Gregorian calendar as arithmetic, without a clock. */
function weekdayOf(day: IsoDate): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][m - 1] ?? 0
  const year = m < 3 ? y - 1 : y
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + shift + d) % 7
}
