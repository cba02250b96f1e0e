import type { Expression } from './expression.js'
import type { IsoDate } from './iso-date.js'
import type { Ratio } from './ratio.js'
import type { Text } from './text.js'
import type { Value } from './value.js'

export type Relation = '=' | '≠' | '<' | '≤' | '>' | '≥'

/** What must hold: plain data, so that it can be listed, rendered, compared and overridden. */
export type Condition = (
  | { readonly op: 'compare'; readonly left: Expression; readonly relation: Relation; readonly right: Expression }
  /** The left value (or, for a list, at least one or every one of the listed) is among `values`. */
  | { readonly op: 'one-of' | 'some-of' | 'all-of'; readonly left: Expression; readonly values: readonly string[] }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
) & {
  /** The condition in the trade's words, where the sentence made from its parts would read badly. */
  readonly title?: Text
}

export const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ op: 'any', of })
export const not = (of: Condition): Condition => ({ op: 'not', of })

/** `then` is asked only where `when` holds. */
export const ifThen = (when: Condition, then: Condition): Condition => any(not(when), then)

export const titled = (title: Text, condition: Condition): Condition => ({ ...condition, title })

type Compare<Kind extends Value> = <T extends Kind>(left: Expression<T>, right: Expression<NoInfer<T>>) => Condition

const compare =
  (relation: Relation): Compare<Value> =>
  (left, right) => ({ op: 'compare', left, relation, right })

/** Of these one can be more than another; of codes, flags and lists none is. */
type Ordered = bigint | number | Ratio | IsoDate

export const equals = compare('=')
export const atMost: Compare<Ordered> = compare('≤')
export const atLeast: Compare<Ordered> = compare('≥')
export const moreThan: Compare<Ordered> = compare('>')
export const lessThan: Compare<Ordered> = compare('<')
