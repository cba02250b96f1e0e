import { InputError, nextDay, type IsoDate } from '@khuyencong/rules'

/** Which days are worked. Holidays are not known here: they are announced each year, so the caller brings them. */
export interface WorkCalendar {
  /** Whether a day is a public holiday. */
  isHoliday(day: IsoDate): boolean
  /** Whether a Saturday or Sunday is worked in exchange for another day (làm bù). */
  isWorkedInstead?(day: IsoDate): boolean
}

/** Day of the week: 0 Sunday to 6 Saturday. */
function weekday(day: IsoDate): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  // Years are counted from March, so that a leap day is the last of its year.
  const y = month < 3 ? year - 1 : year
  const beforeMonth = Math.floor((31 * (month < 3 ? month + 10 : month - 2)) / 12)
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + beforeMonth + date) % 7
}

export function isWorkingDay(day: IsoDate, calendar: WorkCalendar): boolean {
  const weekend = weekday(day) % 6 === 0
  return weekend ? (calendar.isWorkedInstead?.(day) ?? false) : !calendar.isHoliday(day)
}

/**
 * The day `days` calendar days later; the day itself is not counted.
 * @throws InputError when `days` is not a whole number ≥ 0
 */
export const daysAfter = (day: IsoDate, days: number): IsoDate => after(day, days, () => true)

/**
 * The `days`-th working day later; the day itself is not counted, and may itself be a holiday.
 * @throws InputError when `days` is not a whole number ≥ 0
 */
export const workingDaysAfter = (day: IsoDate, days: number, calendar: WorkCalendar): IsoDate =>
  after(day, days, (next) => isWorkingDay(next, calendar))

function after(day: IsoDate, days: number, counts: (day: IsoDate) => boolean): IsoDate {
  if (!Number.isSafeInteger(days) || days < 0)
    throw new InputError([
      {
        code: 'days',
        field: 'days',
        message: `${days} is not a number of days.`,
        expected: 'a whole number, not negative',
      },
    ])
  let [reached, left] = [day, days]
  while (left > 0) {
    reached = nextDay(reached)
    if (counts(reached)) left -= 1
  }
  return reached
}
