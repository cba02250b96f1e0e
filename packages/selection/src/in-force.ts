import {
  InputError,
  LawError,
  weakest as weaker,
  type DatedValue,
  type Doubt,
  type ParameterInForce,
  type Support,
  type Trust,
} from '@khuyencong/rules'

import type { SelectionLaw } from './law.js'

/** A value of the law in force, with where it stands. */
export interface Found<T> {
  readonly value: T
  readonly entry: DatedValue
  readonly found: ParameterInForce
}

type Law = SelectionLaw<'parameters' | 'identity'>

/**
 * The parameter as it stands on the day.
 * @throws InputError when the law has no such value on that day
 */
function inForceOn(law: Law, { id }: { readonly id: string }): ParameterInForce {
  const found = law.selection.parameters.find(({ parameter }) => parameter.id === id)
  if (found) return found
  const { asOf, pack } = law.selection.identity
  const message = `the law of ${pack} has no value of '${id}' on ${asOf}.`
  throw new InputError([{ code: 'no-law', field: 'law', message, expected: 'a day on which it is encoded' }])
}

const wrong = (id: string, expected: string) => new LawError(`Parameter ${id}: expected ${expected}.`)

/** A whole number, e.g. points, years, days. */
export function numberOf(law: Law, parameter: { readonly id: string }): Found<number> {
  const found = inForceOn(law, parameter)
  const { value } = found.entry
  if (typeof value !== 'number') throw wrong(parameter.id, 'a number')
  return { value, entry: found.entry, found }
}

/** A list of names. */
export function listOf(law: Law, parameter: { readonly id: string }): Found<readonly string[]> {
  const found = inForceOn(law, parameter)
  const { value } = found.entry
  if (typeof value !== 'object' || !('length' in value)) throw wrong(parameter.id, 'a list')
  return { value, entry: found.entry, found }
}

/** One of the options that the code knows. */
export function choiceOf<const C extends string>(
  law: Law,
  parameter: { readonly id: string },
  options: readonly C[],
): Found<C> {
  const found = inForceOn(law, parameter)
  const value = options.find((option) => option === found.entry.value)
  if (value === undefined) throw wrong(parameter.id, `one of ${options.join(', ')}`)
  return { value, entry: found.entry, found }
}

/** What an answer rests on that was put together from these values and rules. */
export function restingOn(sources: Iterable<Doubt>): Support {
  const doubts = new Map<string, Doubt>()
  let weakest: Trust = 'text'
  for (const source of sources) {
    if (source.trust === 'text') continue
    doubts.set(`${source.kind} ${source.id}`, source)
    weakest = weaker(weakest, source.trust)
  }
  return { weakest, doubts: [...doubts.values()] }
}

/** A value as something an answer rests on. */
export const valueAsSource = ({ parameter, entry }: ParameterInForce): Doubt => ({
  kind: 'parameter',
  id: parameter.id,
  title: parameter.title,
  trust: entry.trust,
  cites: entry.cites,
  note: entry.note,
})
