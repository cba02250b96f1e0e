import { LawError } from './errors.js'
import type { Expression } from './expression.js'
import type { FactDefinitions, Facts } from './facts.js'
import { addYears, endOfYear, type IsoDate } from './iso-date.js'
import type { DatedValue, Parameter } from './parameter.js'
import { applyRatio, isRounding, type Ratio, type Rounding } from './ratio.js'
import type { Step, ValueTrace } from './trace.js'
import { compareValues, sameValue, showValue, type Value } from './value.js'

/** What binding needs to know: the dictionary, and each parameter with its value on the bound date. */
export interface Scope {
  readonly facts: FactDefinitions
  /** The rule or amount being bound, for error messages. */
  readonly owner: string
  /** A case of a match may have no value on the date: the whole then has none where that case is taken. Otherwise it is an error. */
  readonly casesMayLack?: boolean
  parameter(id: string): { readonly parameter: Parameter; readonly entry: DatedValue | undefined } | undefined
}

/** An expression with its parameters resolved, ready to be evaluated any number of times. */
export interface BoundExpression {
  /** The fact that this is, where it is one and nothing more. */
  readonly fact?: string
  /** The value that no fact changes, where it is one and nothing more. */
  readonly constant?: Value
  /** The facts that it reads, each as often as it does. */
  readonly reads: readonly string[]
  /** Every value of the law in it was read in its text. */
  readonly firm: boolean
  value(facts: Facts): Value | undefined
  trace(facts: Facts): ValueTrace
}

/** A parameter that the law does not have on the bound date: there is no value, which is not zero. */
export class NoValueError extends LawError {}

const none: readonly string[] = []

export function bindExpression(expression: Expression, scope: Scope): BoundExpression {
  switch (expression.op) {
    case 'fact':
      return bindFact(expression.fact, scope, expression.name)
    case 'parameter':
      return bindParameter(expression.parameter, scope, expression.name)
    case 'literal': {
      const read = { op: 'literal', name: expression.name, value: expression.value } as const
      return { constant: read.value, reads: none, firm: true, value: () => read.value, trace: () => read }
    }
    case 'times':
      checkRounding(expression.rounding, scope)
      return bindStep(expression, [expression.factor, expression.of, expression.rounding], scope, (values) => {
        const [factor, of, rounding] = values as [Ratio, bigint, Rounding]
        return applyRatio(factor, of, rounding)
      })
    case 'min':
      return bindExtreme(expression, expression.of, scope, -1)
    case 'max':
      return bindExtreme(expression, expression.of, scope, 1)
    case 'sum':
      return bindStep(expression, expression.of, scope, (values) => values.reduce(add))
    case 'add-years':
      return bindStep(expression, [expression.date, expression.years], scope, (values) => {
        const [date, years] = values as [IsoDate, number]
        return addYears(date, years)
      })
    case 'end-of-year':
      return bindStep(expression, [expression.year], scope, (values) => endOfYear(values[0] as number))
    case 'match':
      return bindMatch(expression, scope)
  }
}

const add = (a: Value, b: Value): Value => (typeof a === 'bigint' ? a + (b as bigint) : (a as number) + (b as number))

/** Without this, a misspelt rounding would pass for another. */
function checkRounding(rounding: Expression, scope: Scope): void {
  const terms = rounding.op === 'match' ? Object.values(rounding.cases) : [rounding]
  for (const term of terms) {
    const value = bindExpression(term, scope).value({})
    if (!isRounding(value))
      throw new LawError(
        `${scope.owner} rounds '${showValue(value)}'; expected down, up or half-up, from a parameter or a literal.`,
      )
  }
}

function bindFact(fact: string, scope: Scope, name?: string): BoundExpression {
  if (!Object.hasOwn(scope.facts, fact))
    throw new LawError(`${scope.owner} reads the fact '${fact}', which the dictionary does not have.`)
  return {
    fact,
    reads: [fact],
    firm: true,
    value: (facts) => facts[fact],
    trace: (facts) => ({ op: 'fact', name, fact, value: facts[fact] }),
  }
}

function bindParameter(id: string, scope: Scope, name?: string): BoundExpression {
  const found = scope.parameter(id)
  if (!found) throw new LawError(`${scope.owner} uses the parameter '${id}', which this law does not have.`)
  const { parameter, entry } = found
  if (!entry) throw new NoValueError(`${scope.owner} uses the parameter '${id}', which has no value on this date.`)
  const { value, cites, trust, note } = entry
  const read = { op: 'parameter', name, parameter: id, title: parameter.title, value, cites, trust, note } as const
  return { constant: value, reads: none, firm: trust === 'text', value: () => value, trace: () => read }
}

type Named = Pick<Expression, 'name' | 'title'> & { readonly op: Step['op'] }

const step = (
  { op, name, title }: Named,
  of: readonly ValueTrace[],
  value: Value | undefined,
  chosen?: number,
  atMost?: Value,
): Step => ({ op, name, title, value, atMost, chosen, of })

const known = (values: readonly (Value | undefined)[]): values is readonly Value[] => !values.includes(undefined)

const ofAll = (terms: readonly BoundExpression[]) => ({
  reads: terms.flatMap((term) => term.reads),
  firm: terms.every((term) => term.firm),
})

function bindTerms({ op }: Named, terms: readonly Expression[], scope: Scope): readonly BoundExpression[] {
  if (terms.length === 0) throw new LawError(`${scope.owner}: a '${op}' of no terms has no value.`)
  return terms.map((term) => bindExpression(term, scope))
}

function bindStep(
  from: Named,
  terms: readonly Expression[],
  scope: Scope,
  compute: (values: readonly Value[]) => Value,
): BoundExpression {
  const bound = bindTerms(from, terms, scope)
  const resolve = (values: readonly (Value | undefined)[]) => (known(values) ? compute(values) : undefined)
  return {
    ...ofAll(bound),
    value: (facts) => {
      const values: Value[] = []
      for (const term of bound) {
        const value = term.value(facts)
        if (value === undefined) return undefined
        values.push(value)
      }
      return compute(values)
    },
    trace: (facts) => {
      const of = bound.map((term) => term.trace(facts))
      return step(from, of, resolve(of.map((term) => term.value)))
    },
  }
}

/** The lowest (`sign` -1) or highest (1) term. A lowest with unknown terms is still no more than its known ones. */
function bindExtreme(from: Named, terms: readonly Expression[], scope: Scope, sign: -1 | 1): BoundExpression {
  const bound = bindTerms(from, terms, scope)
  const best = (values: readonly Value[]) => values.reduce((a, b) => (compareValues(b, a) * sign > 0 ? b : a))
  return {
    ...ofAll(bound),
    value: (facts) => {
      const values = bound.map((term) => term.value(facts))
      return known(values) ? best(values) : undefined
    },
    trace: (facts) => {
      const of = bound.map((term) => term.trace(facts))
      const values = of.map((term) => term.value)
      if (known(values)) {
        const value = best(values)
        return step(from, of, value, values.indexOf(value))
      }
      const bounds = of
        .map((term) => term.value ?? ('atMost' in term ? term.atMost : undefined))
        .filter((v) => v !== undefined)
      return step(from, of, undefined, undefined, sign < 0 && bounds.length > 0 ? best(bounds) : undefined)
    },
  }
}

function bindMatch(from: Expression & { readonly op: 'match' }, scope: Scope): BoundExpression {
  const subject = bindFact(from.fact, scope)
  checkCases(from, scope)
  const byKey = new Map(Object.entries(from.cases).map(([key, term]) => [key, bindCase(term, scope)]))
  const cases = [...byKey.values()].filter((term): term is BoundExpression => !(term instanceof NoValueError))
  const [lacking] = [...byKey.values()].filter((term) => term instanceof NoValueError)
  if (lacking && cases.length === 0) throw lacking
  const agreed = (values: readonly (Value | undefined)[]) => {
    const [first, ...rest] = values
    return !lacking && first !== undefined && rest.every((value) => value !== undefined && sameValue(first, value))
      ? first
      : undefined
  }
  const chosen = (key: Value) => {
    const term = typeof key === 'string' ? byKey.get(key) : undefined
    if (!term) throw new LawError(`${scope.owner}: no case for '${showValue(key)}' of the fact '${from.fact}'.`)
    if (term instanceof NoValueError) throw term
    return term
  }
  return {
    ...ofAll([subject, ...cases]),
    value: (facts) => {
      const key = subject.value(facts)
      return key === undefined ? agreed(cases.map((term) => term.value(facts))) : chosen(key).value(facts)
    },
    trace: (facts) => {
      const seen = subject.trace(facts)
      if (seen.value !== undefined) {
        const term = chosen(seen.value).trace(facts)
        const atMost = term.value === undefined && 'atMost' in term ? term.atMost : undefined
        return step(from, [seen, term], term.value, 1, atMost)
      }
      const terms = cases.map((term) => term.trace(facts))
      return step(from, [seen, ...terms], agreed(terms.map((term) => term.value)))
    },
  }
}

function checkCases({ fact, cases }: Expression & { readonly op: 'match' }, scope: Scope): void {
  const definition = scope.facts[fact]
  if (definition?.kind !== 'choice')
    throw new LawError(`${scope.owner} matches the fact '${fact}', which is not a choice of one value.`)
  for (const value of Object.keys(definition.values))
    if (!Object.hasOwn(cases, value))
      throw new LawError(`${scope.owner}: no case for '${value}' of the fact '${fact}'.`)
}

function bindCase(term: Expression, scope: Scope): BoundExpression | NoValueError {
  try {
    return bindExpression(term, scope)
  } catch (error) {
    if (scope.casesMayLack && error instanceof NoValueError) return error
    throw error
  }
}
