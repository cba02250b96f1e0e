import { InputError, type Problem } from './errors.js'
import type { IsoDate } from './iso-date.js'
import { firstYear, lastYear, placesOf, slotOf } from './place.js'
import type { Text } from './text.js'
import { showValue, type Value } from './value.js'

/**
 * Can an applicant still change this (papers, pledges, amounts), is it given (place, legal form, past), or does it say what is
 * asked (the stage, the law of which day)? To ask something else is no way to end a no: what is of the question is in no remedy.
 */
export type Mutability = 'changeable' | 'fixed' | 'question'

interface FactBase {
  /** Short name, as it stands in a finding. */
  readonly title: Text
  /** What to ask, as one asks a person. */
  readonly question: Text
  readonly mutability: Mutability
  /** Heading under which a form shows it. */
  readonly group: string
  /** Explanation below the question: what counts, from which paper it is read. */
  readonly help?: Text
}

export interface FlagFact extends FactBase {
  readonly kind: 'flag'
}
export interface ChoiceFact extends FactBase {
  readonly kind: 'choice' | 'choices'
  readonly values: Readonly<Record<string, Text>>
}
export interface QuantityFact extends FactBase {
  /** `money`: whole đồng ≥ 0. `count`: whole number ≥ 0. `year`: calendar year. */
  readonly kind: 'money' | 'count' | 'year'
}
export interface DateFact extends FactBase {
  readonly kind: 'date'
}

export type FactDefinition = FlagFact | ChoiceFact | QuantityFact | DateFact

/** A dictionary of facts. The order of its keys is the order in which to ask. */
export type FactDefinitions = Readonly<Record<string, FactDefinition>>

export type FactValue<D extends FactDefinition> = D extends { kind: 'flag' }
  ? boolean
  : D extends { kind: 'choice'; values: infer V }
    ? keyof V & string
    : D extends { kind: 'choices'; values: infer V }
      ? readonly (keyof V & string)[]
      : D extends { kind: 'money' }
        ? bigint
        : D extends { kind: 'date' }
          ? IsoDate
          : number

/** Facts as a caller gives them: every field may be absent, and absent means unknown. */
export type FactsOf<D extends FactDefinitions> = { readonly [K in keyof D]?: FactValue<D[K]> | undefined }

/** Facts as the kernel reads them. */
export type Facts = Readonly<Record<string, Value | undefined>>

/** Gives a dictionary its exact type. */
export const defineFacts = <const D extends FactDefinitions>(definitions: D): D => definitions

const expectations: Record<FactDefinition['kind'], string> = {
  flag: 'true or false',
  choice: 'one of',
  choices: 'a list out of',
  money: 'whole đồng as a bigint, not negative, e.g. 570_000_000n',
  count: 'a whole number, not negative',
  year: `a calendar year between ${firstYear} and ${lastYear}`,
  date: 'a real day written YYYY-MM-DD',
}

/** What a value of this fact must look like, in words. */
function expectedOf(definition: FactDefinition): string {
  const expected = expectations[definition.kind]
  return 'values' in definition ? `${expected} ${Object.keys(definition.values).join(', ')}` : expected
}

const kindOf = (given: unknown): string => Object.prototype.toString.call(given).slice(8, -1)

/** Whether facts can stand in it: a list, a `Map` or a `Date` is an object, too, but would say that nothing is known. */
export const canHoldFacts = (given: unknown): boolean => kindOf(given) === 'Object'

/** Every fact that the dictionary does not know or whose value does not fit; an empty list when all is well. */
export function factProblems(definitions: FactDefinitions, facts: Facts): Problem[] {
  if (!canHoldFacts(facts)) {
    const given: unknown = facts
    const shown = typeof given === 'object' && given !== null ? kindOf(given) : showValue(given)
    return [{ code: 'facts', field: 'facts', message: `'${shown}' are not facts.`, expected: 'an object' }]
  }
  const places = placesOf(definitions)
  const problems: Problem[] = []
  for (const key in facts) {
    const value = facts[key]
    if (value === undefined) continue
    const field = `facts.${key}`
    const place = places.get(key)
    if (!place) {
      const expected = `one of ${Object.keys(definitions).join(', ')}`
      problems.push({ code: 'fact-unknown', field, message: `there is no fact '${key}'.`, expected })
    } else if (slotOf(place, value) === undefined) {
      const message = `'${showValue(value)}' is not a value of '${key}'.`
      problems.push({ code: 'fact-type', field, message, expected: expectedOf(place.definition) })
    }
  }
  return problems
}

/**
 * Refuses facts that the dictionary does not know or whose values do not fit.
 * @throws InputError naming every such fact.
 */
export function checkFacts(definitions: FactDefinitions, facts: Facts): void {
  const [first, ...rest] = factProblems(definitions, facts)
  if (first) throw new InputError([first, ...rest])
}
