import { LawError } from './errors.js'
import type { Expression } from './expression.js'
import { frozen } from './frozen.js'
import { addYears, endOfYear, type IsoDate } from './iso-date.js'
import { kept } from './kept.js'
import type { DatedValue, Parameter } from './parameter.js'
import { rangeOf, valueOf, type Place, type Places, type Slots } from './place.js'
import { applyRatio, isRatio, isRounding, type Ratio, type Rounding } from './ratio.js'
import type { FactSeen, Step, ValueTrace } from './trace.js'
import { compareValues, sameValue, showValue, type Value } from './value.js'

/** What binding needs to know: the facts, and each parameter with its value on the bound date. */
export interface Scope {
  readonly places: Places
  /** The rule or amount being bound, for error messages. */
  readonly owner: string
  /** A case of a match may have no value on the date: the whole then has none where that case is taken. Otherwise it is an error. */
  readonly casesMayLack?: boolean
  parameter(id: string): { readonly parameter: Parameter; readonly entry: DatedValue | undefined } | undefined
}

type Maybe = Value | undefined

/** The least and the highest that a value can be. */
export type Range = readonly [low: Maybe, high: Maybe]

/** An expression with its parameters resolved, ready to be evaluated any number of times. */
export interface BoundExpression {
  /** The fact that this is, where it is one and nothing more. */
  readonly place?: Place
  /** The value that no fact changes, where it is one and nothing more. */
  readonly constant?: Value
  /** The facts that it reads, each as often as it does. */
  readonly reads: readonly Place[]
  /** Every value of the law in it was read in its text. */
  readonly firm: boolean
  readonly value: (slots: Slots) => Maybe
  readonly trace: (slots: Slots) => ValueTrace
}

/** A parameter that the law does not have on the bound date: there is no value, which is not zero. */
export class NoValueError extends LawError {}

/** A law that is data may have any word where one of a few is expected; taken for another, it would answer wrongly. */
export const noSuch = ({ owner }: Scope, what: string, found: unknown): LawError =>
  new LawError(`${owner}: there is no ${what} '${showValue(found)}'.`)

/** @throws LawError naming the owner where it is of no kind that there is, or names what is not there */
export function bindExpression(expression: Expression, scope: Scope): BoundExpression {
  const { name, op } = expression
  switch (expression.op) {
    case 'fact':
      return bindFact(expression.fact, scope, name)
    case 'parameter':
      return bindParameter(expression.parameter, scope, name)
    case 'literal':
      return constant({ op: 'literal', name, value: expression.value }, true)
    case 'times':
      return bindTimes(expression, scope)
    case 'min':
      return bindStep(expression, expression.of, scope, { value: strict(lowest), high: partial(lowest) })
    case 'max':
      return bindStep(expression, expression.of, scope, { value: strict(highest), low: partial(highest) })
    case 'sum':
      return bindStep(expression, expression.of, scope, { value: strict((values) => values.reduce(add)) })
    case 'add-years':
      return bindStep(expression, [expression.date, expression.years], scope, {
        value: strict(([date, years]) => addYears(date as IsoDate, years as number)),
      })
    case 'end-of-year':
      return bindStep(expression, [expression.year], scope, { value: strict(([year]) => endOfYear(year as number)) })
    case 'match':
      return bindMatch(expression, scope)
    default:
      throw noSuch(scope, 'expression', op)
  }
}

/** Money, or counts: the sign is the same for both. */
const add = (a: Value, b: Value): Value => (a as bigint) + (b as bigint)
const lowest = (values: readonly Value[]) => values.reduce((a, b) => (compareValues(b, a) < 0 ? b : a))
const highest = (values: readonly Value[]) => values.reduce((a, b) => (compareValues(b, a) > 0 ? b : a))

type Compute<V> = (values: readonly V[]) => Maybe

const known = (values: readonly Maybe[]): values is readonly Value[] => !values.includes(undefined)

/** Not known with any term. */
const strict =
  (compute: Compute<Value>): Compute<Maybe> =>
  (values) =>
    known(values) ? compute(values) : undefined

/** What the known terms say. */
const partial =
  (compute: Compute<Value>): Compute<Maybe> =>
  (values) => {
    const some = values.filter((value) => value !== undefined)
    return some.length > 0 ? compute(some) : undefined
  }

function bindFact(fact: string, scope: Scope, name?: string): BoundExpression {
  const place = scope.places.get(fact)
  if (!place) throw new LawError(`${scope.owner} reads the fact '${fact}', which the dictionary does not have.`)
  const { index } = place
  const reads = [place]
  // A quantity stands in its slot as it is.
  if (place.values.length === 0) {
    const value = (slots: Slots) => slots[index] as Maybe
    const seen = (slots: Slots): FactSeen => ({ op: 'fact', name, fact, value: slots[index] })
    return { place, reads, firm: true, value, trace: kept(reads, seen) }
  }
  const value = (slots: Slots) => valueOf(place, slots[index])
  const seen = (slots: Slots): FactSeen => ({ op: 'fact', name, fact, value: value(slots) })
  return { place, reads, firm: true, value, trace: kept(reads, seen) }
}

function bindParameter(id: string, scope: Scope, name?: string): BoundExpression {
  const found = scope.parameter(id)
  if (!found) throw new LawError(`${scope.owner} uses the parameter '${id}', which this law does not have.`)
  const { parameter, entry } = found
  if (!entry) throw new NoValueError(`${scope.owner} uses the parameter '${id}', which has no value on this date.`)
  const { value, cites, trust, note, by } = entry
  const { title, values } = parameter
  const read = { op: 'parameter', name, parameter: id, title, value, cites, trust, note } as const
  return constant({ ...read, ...(values && { values }), ...(by && { by }) }, trust === 'text')
}

function constant(read: ValueTrace & { readonly value: Value }, firm: boolean): BoundExpression {
  const seen = frozen(read)
  return { constant: read.value, reads: [], firm, value: () => read.value, trace: () => seen }
}

/** Between what a value lies, as far as its trace and what is possible of a fact tell. */
export function rangeIn({ place }: BoundExpression, trace: ValueTrace | undefined): Range {
  if (!trace) return [undefined, undefined]
  if (trace.value !== undefined) return [trace.value, trace.value]
  return 'of' in trace ? [trace.atLeast, trace.atMost] : place ? rangeOf(place.definition) : [undefined, undefined]
}

type Named = Pick<Expression, 'name' | 'title'> & { readonly op: Step['op'] }

const stepOf = (
  { op, name, title }: Named,
  of: readonly ValueTrace[],
  value: Maybe,
  chosen?: number,
  [atLeast, atMost]: Range = [undefined, undefined],
): Step => ({ op, name, title, value, atLeast, atMost, chosen, of })

/** What is true of several together. */
export const ofAll = (terms: readonly Pick<BoundExpression, 'reads' | 'firm'>[]) => ({
  reads: terms.flatMap((term) => term.reads),
  firm: terms.every((term) => term.firm),
})

/** How a step comes to its value; how its ends come from those of its terms, where that is not the same. */
interface Arithmetic {
  readonly value: Compute<Maybe>
  readonly low?: Compute<Maybe>
  readonly high?: Compute<Maybe>
}

function bindStep(
  from: Named,
  terms: readonly Expression[],
  scope: Scope,
  { value: compute, low = compute, high = compute }: Arithmetic,
): BoundExpression & { readonly terms: readonly BoundExpression[] } {
  if (terms.length === 0) throw new LawError(`${scope.owner}: a '${from.op}' of no terms has no value.`)
  const bound = terms.map((term) => bindExpression(term, scope))
  const chooses = from.op === 'min' || from.op === 'max'
  const trace = (slots: Slots): Step => {
    const of = new Array<ValueTrace>(bound.length)
    const values = new Array<Maybe>(bound.length)
    let i = 0
    for (const term of bound) {
      const seen = term.trace(slots)
      of[i] = seen
      values[i++] = seen.value
    }
    const value = compute(values)
    if (value !== undefined) return stepOf(from, of, value, chooses ? values.indexOf(value) : undefined)
    const ranges = bound.map((term, i) => rangeIn(term, of[i]))
    const least = low(ranges.map(([end]) => end))
    const most = high(ranges.map(([, end]) => end))
    // Where the ends meet there is nothing left to know.
    return least !== undefined && most !== undefined && sameValue(least, most)
      ? stepOf(from, of, least, chooses ? values.indexOf(least) : undefined)
      : stepOf(from, of, undefined, undefined, [least, most])
  }
  return {
    ...ofAll(bound),
    terms: bound,
    value: (slots) => compute(bound.map((term) => term.value(slots))) ?? trace(slots).value,
    trace,
  }
}

const isZero = (value: Maybe): boolean => value === 0n || (isRatio(value) && value.numerator === 0n)

/** A product. Nothing of something, or something of nothing, is nothing, whatever the other is. */
function bindTimes(from: Expression & { readonly op: 'times' }, scope: Scope): BoundExpression {
  checkRounding(from.rounding, scope)
  const product: Compute<Value> = ([factor, of, rounding]) =>
    applyRatio(factor as Ratio, of as bigint, rounding as Rounding)
  // Below zero, the ends of the factor would change places.
  const end = strict((values) => ((values[1] as bigint) < 0n ? undefined : product(values)))
  const value: Compute<Maybe> = (values) => (values.some(isZero) ? 0n : strict(product)(values))
  const step = bindStep(from, [from.factor, from.of, from.rounding], scope, { value, low: end, high: end })
  // What most products are, a fixed share of a fact, without going through the terms.
  const [factor, of, rounding] = step.terms
  if (!of || factor?.constant === undefined || rounding?.constant === undefined) return step
  const share = factor.constant as Ratio
  const rounded = rounding.constant as Rounding
  const [before, after] = [factor.trace([]), rounding.trace([])]
  return {
    ...step,
    value: (slots) => {
      const whole = of.value(slots)
      return whole === undefined ? step.trace(slots).value : applyRatio(share, whole as bigint, rounded)
    },
    trace: (slots) => {
      const seen = of.trace(slots)
      if (seen.value === undefined) return step.trace(slots)
      return stepOf(from, [before, seen, after], applyRatio(share, seen.value as bigint, rounded))
    },
  }
}

/** Without this, a misspelt rounding would pass for another. */
function checkRounding(rounding: Expression, scope: Scope): void {
  const terms = rounding.op === 'match' ? Object.values(rounding.cases) : [rounding]
  for (const term of terms) {
    const value = bindExpression(term, scope).constant
    if (!isRounding(value))
      throw new LawError(
        `${scope.owner} rounds '${showValue(value)}'; expected down, up or half-up, from a parameter or a literal.`,
      )
  }
}

function bindMatch(from: Expression & { readonly op: 'match' }, scope: Scope): BoundExpression {
  const subject = bindFact(from.fact, scope)
  checkCases(from, subject, scope)
  const byKey = new Map(Object.entries(from.cases).map(([key, term]) => [key, bindCase(term, scope)]))
  const cases = [...byKey.values()].filter((term): term is BoundExpression => !(term instanceof NoValueError))
  const [lacking] = [...byKey.values()].filter((term) => term instanceof NoValueError)
  if (lacking && cases.length === 0) throw lacking
  const chosen = (key: Value) => {
    const term = byKey.get(key as string)
    if (!term) throw new LawError(`${scope.owner}: no case for '${showValue(key)}'.`)
    if (term instanceof NoValueError) throw term
    return term
  }
  const trace = (slots: Slots): Step => {
    const seen = subject.trace(slots)
    if (seen.value !== undefined) {
      const term = chosen(seen.value)
      const of = term.trace(slots)
      return stepOf(from, [seen, of], of.value, 1, of.value === undefined ? rangeIn(term, of) : undefined)
    }
    const of = cases.map((term) => term.trace(slots))
    const [first, ...others] = of.map(({ value }) => value)
    const agreed = !lacking && first !== undefined && others.every((v) => v !== undefined && sameValue(first, v))
    if (agreed) return stepOf(from, [seen, ...of], first)
    const ranges = cases.map((term, i) => rangeIn(term, of[i]))
    const end = (best: Compute<Value>, i: 0 | 1) => {
      const ends = ranges.map((range) => range[i])
      return lacking || ends.some(Array.isArray) ? undefined : strict(best)(ends)
    }
    return stepOf(from, [seen, ...of], undefined, undefined, [end(lowest, 0), end(highest, 1)])
  }
  return {
    ...ofAll([subject, ...cases]),
    value: (slots) => {
      const key = subject.value(slots)
      return key === undefined ? trace(slots).value : chosen(key).value(slots)
    },
    trace,
  }
}

function checkCases(
  { fact, cases }: Expression & { readonly op: 'match' },
  { place }: BoundExpression,
  { owner }: Scope,
): void {
  if (place?.definition.kind !== 'choice')
    throw new LawError(`${owner} matches the fact '${fact}', which is not a choice of one value.`)
  for (const value of Object.keys(place.definition.values))
    if (!Object.hasOwn(cases, value)) throw new LawError(`${owner}: no case for '${value}' of the fact '${fact}'.`)
}

function bindCase(term: Expression, scope: Scope): BoundExpression | NoValueError {
  try {
    return bindExpression(term, scope)
  } catch (error) {
    if (scope.casesMayLack && error instanceof NoValueError) return error
    throw error
  }
}
