import type { Citations } from './citation.js'
import { LawError } from './errors.js'
import { inForce, isIsoDate, lastDay, nextDay, previousDay, type IsoDate, type Period } from './iso-date.js'
import type { Text } from './text.js'
import type { Trust } from './trust.js'
import type { Value } from './value.js'

/** Another defensible reading of an open point of law. */
export interface Reading<T extends Value = Value> {
  readonly value: T
  readonly title: Text
}

/** A value over one period, with its source. */
export interface DatedValue<T extends Value = Value> extends Period {
  readonly value: T
  readonly cites: Citations
  readonly trust: Trust
  /** Why it is known no better, or how it came about. */
  readonly note?: Text
  /** The pack that put this value in place of another's; absent in the pack that declared it. */
  readonly by?: string
  /** Where the law is open: the readings that were not taken. A decision that they would turn says so. */
  readonly readings?: readonly Reading<T>[]
}

/** What a parameter's value is measured in; governs how it is written. */
export type Unit =
  'dong' | 'ratio' | 'persons' | 'items' | 'points' | 'years' | 'days' | 'working-days' | 'choice' | 'list'

/** A value of the law as a timeline. Between two entries there may be a hole only where the law had no such value. */
export interface Parameter<T extends Value = Value> {
  readonly id: string
  readonly title: Text
  readonly unit: Unit
  /** The codes of a choice or list in words. Ids of rules and values need none here: those have titles. */
  readonly values?: Readonly<Record<string, Text>>
  readonly timeline: readonly DatedValue<T>[]
}

/**
 * Declares a parameter.
 * @throws LawError when two entries overlap, are out of order or end before they begin.
 */
export function parameter<const Id extends string, const T extends Value>(
  declaration: Parameter<T> & { readonly id: Id },
): Parameter<Widen<T>> & { readonly id: Id } {
  checkPeriods(`parameter ${declaration.id}`, declaration.timeline)
  return declaration as unknown as Parameter<Widen<T>> & { readonly id: Id }
}

/** Literal types back to their kinds, so that a limit of 200 compares with any count. */
export type Widen<T> = T extends boolean ? boolean : T extends number ? number : T extends bigint ? bigint : T

export const valueAt = <T extends Value>(parameter: Parameter<T>, date: IsoDate): DatedValue<T> | undefined =>
  parameter.timeline.find((entry) => inForce(entry, date))

/** @throws LawError naming `owner` and the period that is malformed, or that begins before the one before it ends. */
export function checkPeriods(owner: string, periods: readonly Period[]): void {
  let before: Period | undefined
  for (const period of periods) {
    for (const day of [period.from, period.to])
      if (day !== undefined && !isIsoDate(day))
        throw new LawError(`${owner}: '${String(day)}' is not a calendar day; expected a real day written YYYY-MM-DD.`)
    if (period.to !== undefined && period.to < period.from)
      throw new LawError(`${owner}: the period from ${period.from} ends before it begins, on ${period.to}.`)
    if (before && (before.to === undefined || before.to >= period.from))
      throw new LawError(
        `${owner}: the period from ${before.from}${before.to ? ` to ${before.to}` : ''} overlaps the one from ${period.from}; expected an end before that day.`,
      )
    before = period
  }
}

/**
 * Lays `over` on a timeline: inside the periods of `over` it holds, outside the old entries stay as they were.
 * @throws LawError naming `owner` when a period of `over` is malformed or two of them overlap.
 */
export function overlay<T extends Period>(timeline: readonly T[], over: readonly T[], owner = 'overlay'): T[] {
  checkPeriods(owner, over.toSorted(byFirstDay))
  let left = [...timeline]
  for (const cut of over)
    left = left.flatMap((entry) => {
      const before = entry.from < cut.from ? [until(entry, previousDay(cut.from))] : []
      const after =
        cut.to && cut.to < lastDay && (!entry.to || entry.to > cut.to) ? [since(entry, nextDay(cut.to))] : []
      return [...before, ...after]
    })
  return [...left, ...over].sort(byFirstDay)
}

const byFirstDay = (a: Period, b: Period): number => (a.from < b.from ? -1 : 1)

const until = <T extends Period>(entry: T, last: IsoDate): T =>
  entry.to && entry.to < last ? entry : { ...entry, to: last }
const since = <T extends Period>(entry: T, first: IsoDate): T =>
  entry.from > first ? entry : { ...entry, from: first }
