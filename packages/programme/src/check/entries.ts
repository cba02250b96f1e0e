import type {
  AmountVersion,
  Condition,
  DatedValue,
  ExceptionVersion,
  Expression,
  Parameter,
  RequirementVersion,
  Rule,
} from '@khuyencong/rules'
import type { PackLaw } from '../pack.js'
import type { Place } from './problem.js'

export interface RuleEntry {
  readonly place: Place & { readonly kind: 'rule' }
  readonly rule: Rule
  readonly version: RequirementVersion | ExceptionVersion
}
export interface ValueEntry {
  readonly place: Place & { readonly kind: 'parameter' }
  readonly parameter: Parameter
  readonly version: DatedValue
}
export interface AmountEntry {
  readonly place: Place & { readonly kind: 'amount' }
  readonly version: AmountVersion
}

export const ruleEntries = ({ rules }: PackLaw): RuleEntry[] =>
  Object.values(rules).flatMap((rule) =>
    rule.versions.map((version) => ({
      place: { kind: 'rule' as const, id: rule.id, from: version.from },
      rule,
      version,
    })),
  )

export const valueEntries = ({ parameters }: PackLaw): ValueEntry[] =>
  Object.values(parameters).flatMap((parameter) =>
    parameter.timeline.map((version) => ({
      place: { kind: 'parameter' as const, id: parameter.id, from: version.from },
      parameter,
      version,
    })),
  )

export const amountEntries = ({ amounts }: PackLaw): AmountEntry[] =>
  Object.values(amounts).flatMap(({ id, versions }) =>
    versions.map((version) => ({ place: { kind: 'amount' as const, id, from: version.from }, version })),
  )

/** Every version of a rule or amount, with the expressions that it is made of. */
export const readers = (law: PackLaw) => [
  ...ruleEntries(law).map((entry) => ({ ...entry, expressions: conditionsOf(entry).flatMap(expressionsOf) })),
  ...amountEntries(law).map((entry) => ({ ...entry, expressions: expressionsIn(entry.version.amount) })),
]

/** What a rule's version asks, when it applies and what it requires. */
export const conditionsOf = ({ version: { applies, requires } }: Pick<RuleEntry, 'version'>): Condition[] =>
  [applies, requires].filter((condition) => condition !== undefined)

/** A condition and every condition in it. */
export function conditionsIn(condition: Condition): Condition[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return [condition, ...condition.of.flatMap(conditionsIn)]
    case 'not':
      return [condition, ...conditionsIn(condition.of)]
    default:
      return [condition]
  }
}

/** Every expression in a condition. */
export const expressionsOf = (condition: Condition): Expression[] =>
  conditionsIn(condition).flatMap((part) =>
    part.op === 'compare'
      ? [...expressionsIn(part.left), ...expressionsIn(part.right)]
      : 'left' in part
        ? expressionsIn(part.left)
        : [],
  )

/** An expression and every expression in it. */
const expressionsIn = (expression: Expression): Expression[] => [
  expression,
  ...terms(expression).flatMap(expressionsIn),
]

function terms(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'times':
      return [expression.factor, expression.of, expression.rounding]
    case 'min':
    case 'max':
    case 'sum':
      return expression.of
    case 'add-years':
      return [expression.date, expression.years]
    case 'end-of-year':
      return [expression.year]
    case 'match':
      return Object.values(expression.cases)
    default:
      return []
  }
}

export const parametersIn = (expressions: readonly Expression[]): string[] => [
  ...new Set(expressions.flatMap((e) => (e.op === 'parameter' ? [e.parameter] : []))),
]

export const factsIn = (expressions: readonly Expression[]): string[] => [
  ...new Set(expressions.flatMap((e) => (e.op === 'fact' || e.op === 'match' ? [e.fact] : []))),
]
