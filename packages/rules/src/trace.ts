import type { Citations } from './citation.js'
import type { Relation } from './condition.js'
import type { Text } from './text.js'
import type { Trust } from './trust.js'
import type { Value } from './value.js'

/** How one value came about. `value` is undefined where it is not known; `name` is the term's in a calculation, e.g. `cap`. */
export type ValueTrace = FactSeen | ParameterRead | LiteralRead | Step

export interface FactSeen {
  readonly op: 'fact'
  readonly fact: string
  /** Short name of this term in a calculation, e.g. `cost`. */
  readonly name: string | undefined
  readonly value: Value | undefined
}

export interface ParameterRead {
  readonly op: 'parameter'
  readonly name: string | undefined
  readonly parameter: string
  readonly title: Text
  readonly value: Value
  readonly cites: Citations
  readonly trust: Trust
  readonly note: Text | undefined
  /** The pack that put this value in place of another's; absent where none did. */
  readonly by?: string
}

export interface LiteralRead {
  readonly op: 'literal'
  readonly name: string | undefined
  readonly value: Value
}

export interface Step {
  readonly op: 'times' | 'min' | 'max' | 'sum' | 'add-years' | 'end-of-year' | 'match'
  readonly name: string | undefined
  readonly title: Text | undefined
  readonly value: Value | undefined
  /** Not known, but certainly no less than this. */
  readonly atLeast: Value | undefined
  /** Not known, but certainly no more than this. */
  readonly atMost: Value | undefined
  /** Which of the terms a minimum or maximum took. */
  readonly chosen: number | undefined
  readonly of: readonly ValueTrace[]
}

/** `held`: met; `failed`: unmet; `unknown`: a fact is missing that could still decide it. */
export type Truth = 'held' | 'failed' | 'unknown'

/** What became of one condition. Negations stand at the leaves, as the opposite relation or as `negated`. */
export type ConditionTrace = Test | Membership | Combination

export interface Test {
  readonly op: 'compare'
  readonly truth: Truth
  readonly title: Text | undefined
  readonly left: ValueTrace
  readonly relation: Relation
  readonly right: ValueTrace
}

export interface Membership {
  readonly op: 'one-of' | 'some-of' | 'all-of'
  readonly negated: boolean
  readonly truth: Truth
  readonly title: Text | undefined
  readonly left: ValueTrace
  readonly values: readonly string[]
}

export interface Combination {
  readonly op: 'all' | 'any'
  readonly truth: Truth
  readonly title: Text | undefined
  readonly of: readonly ConditionTrace[]
}

export type Leaf = Test | Membership
