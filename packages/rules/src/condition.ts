import type { Expression } from './expression.js'
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

const compare =
  (relation: Relation) =>
  <T extends Value>(left: Expression<T>, right: Expression<NoInfer<T>>): Condition => ({
    op: 'compare',
    left,
    relation,
    right,
  })

export const equals = compare('=')
export const atMost = compare('≤')
export const atLeast = compare('≥')
export const moreThan = compare('>')
export const lessThan = compare('<')
