import {
  addDays,
  addWorkingDays,
  weakest,
  workingDayFrom,
  type Citations,
  type IsoDate,
  type Trust,
  type WorkingCalendar,
} from '@khuyencong/rules'
import { countingTerms } from './blds-2015.js'
import type { TermInForce } from './term-in-force.js'

/** When a term ends. */
export interface Deadline {
  /** The day of the event that starts the term; it is not counted itself. */
  readonly from: IsoDate
  /** The last day of the term as counted. */
  readonly lastDay: IsoDate
  /** The last day on which to act: the next working day where `lastDay` is a weekend or holiday. */
  readonly due: IsoDate
  readonly cites: Citations
  readonly trust: Trust
}

/**
 * The end of a term of calendar or working days.
 * @param term days from `procedure`, with their source
 * @param from the day of the event, e.g. of publication
 * @param isWorkingDay the calendar of working days: the caller knows the public holidays, the days off in lieu and the days swapped
 * @throws InputError when the calendar has no working days
 */
export function deadline(term: TermInForce, from: IsoDate, isWorkingDay: WorkingCalendar): Deadline {
  const lastDay =
    term.unit === 'working-days' ? addWorkingDays(from, term.value, isWorkingDay) : addDays(from, term.value)
  return {
    from,
    lastDay,
    due: workingDayFrom(lastDay, isWorkingDay),
    cites: [...term.cites, ...countingTerms],
    trust: weakest(term.trust, 'secondary'),
  }
}
