import {
  bind,
  inForce,
  InputError,
  isoDate,
  LawError,
  type AmountRule,
  type BoundLaw,
  type Law,
  type Parameter,
  type Period,
  type Rule,
  type Text,
} from '@khuyencong/rules'
import { withNamedCodes } from './named-codes.js'
import { questionsOf, refusingOthers } from './questions.js'

/** The rules, values and amounts of a pack, each by its id. */
export interface PackLaw {
  readonly rules: Readonly<Record<string, Rule>>
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly amounts: Readonly<Record<string, AmountRule>>
}

/** What a pack says of itself. */
export interface PackDescription {
  readonly id: string
  /** Changes with every change of a rule or value. A stored decision names it. */
  readonly version: string
  readonly title: Text
  /** The days for which the pack answers. */
  readonly period: Period
  /** The questions that its rules may be about, besides the contents of support and its amounts: by code, with a name. */
  readonly subjects?: Readonly<Record<string, Text>>
  /** What its amounts are, as a heading of its rulebook; absent: levels of support. */
  readonly amountsAre?: Text
  /** Ids of values that a function reads and no rule or amount does, e.g. how a mean is rounded. */
  readonly readByFunctions?: readonly string[]
}

/** One jurisdiction's law, bound to a day by `at`. */
export interface Pack<L extends PackLaw = PackLaw> extends PackDescription {
  readonly law: L
  readonly facts: Law['facts']
  /** The pack that this one builds on, as it was extended. */
  readonly base?: Pack
  /**
   * The law in force on a day.
   * @param date an ISO day, e.g. `2024-03-01`
   * @returns the law; asked for what is neither an amount, nor a subject of a rule, nor one of the pack's `subjects`, it throws
   *   InputError
   * @throws InputError when `date` is not a day or lies outside the pack's period
   * @throws LawError when the pack does not build
   */
  at(date: string): BoundLaw
}

/**
 * Makes a pack of rules, values and amounts. Where a value is a list of ids, their titles are its words.
 * @throws LawError when an item is missing or stands under another id than its own; all else that is wrong, `check` says
 */
export function definePack<L extends PackLaw>(description: PackDescription, facts: Law['facts'], law: L): Pack<L> {
  const { id, version, period } = description
  for (const [kind, items] of Object.entries(law) as [
    string,
    Readonly<Record<string, { readonly id: string } | null>>,
  ][])
    for (const [key, item] of Object.entries(items))
      if (item?.id !== key)
        throw new LawError(
          `Pack ${id}: ${kind} '${key}' holds ${item ? `an item with the id '${item.id}'` : 'no item'}.`,
        )
  const named = { ...law, parameters: withNamedCodes(law) }
  return {
    ...description,
    law: named,
    facts,
    at(date) {
      const asOf = isoDate(date, 'asOf')
      if (!inForce(period, asOf)) {
        const expected = `a day from ${period.from}${period.to ? ` to ${period.to}` : ''}`
        const message = `${asOf} is outside the period of the pack ${id}.`
        throw new InputError([{ code: 'date-outside-period', field: 'asOf', message, expected }])
      }
      const subjects = Object.keys(description.subjects ?? {})
      const known = new Set([...questionsOf(Object.values(named.rules), Object.values(named.amounts)), ...subjects])
      return refusingOthers(bind({ facts, ...named, subjects }, { pack: id, version, asOf }), known)
    },
  }
}
