import type { IsoDate } from './iso-date.js'
import type { Ratio, Rounding } from './ratio.js'
import type { Text } from './text.js'
import type { Value } from './value.js'

/**
 * What an amount, a limit or a date is made of: plain data. The type parameter is the kind of value it gives;
 * it exists for the compiler alone.
 */
export type Expression<T extends Value = Value> = (
  | { readonly op: 'fact'; readonly fact: string }
  | { readonly op: 'parameter'; readonly parameter: string }
  | { readonly op: 'literal'; readonly value: Value }
  | { readonly op: 'times'; readonly factor: Expression; readonly of: Expression; readonly rounding: Expression }
  | { readonly op: 'min' | 'max' | 'sum'; readonly of: readonly Expression[] }
  | { readonly op: 'add-years'; readonly date: Expression; readonly years: Expression }
  | { readonly op: 'end-of-year'; readonly year: Expression }
  | { readonly op: 'match'; readonly fact: string; readonly cases: Readonly<Record<string, Expression>> }
) & {
  /** Short name of this term in a calculation, e.g. `rate` or `cap`. */
  readonly name?: string
  readonly title?: Text
  readonly __value?: T
}

const make = <T extends Value>(expression: Expression): Expression<T> => expression as Expression<T>

export const literal = <T extends Value>(value: T): Expression<T> => make({ op: 'literal', value })

/** The value of a parameter on the bound date. */
export const param = <T extends Value>(parameter: {
  readonly id: string
  readonly timeline: readonly { readonly value: T }[]
}): Expression<T> => make({ op: 'parameter', parameter: parameter.id })

/** `factor × of`, in whole units rounded as the `rounding` parameter says: the choice is law or assumption, never code. */
export const times = (
  factor: Expression<Ratio>,
  of: Expression<bigint>,
  rounding: Expression<Rounding> | Expression<string>,
): Expression<bigint> => make({ op: 'times', factor, of, rounding })

export const lowest = <T extends bigint | number>(of: readonly Expression<T>[]): Expression<T> =>
  make({ op: 'min', of })
export const highest = <T extends bigint | number>(of: readonly Expression<T>[]): Expression<T> =>
  make({ op: 'max', of })
export const sum = <T extends bigint | number>(of: readonly Expression<T>[]): Expression<T> => make({ op: 'sum', of })

export const addYears = (date: Expression<IsoDate>, years: Expression<number>) =>
  make<IsoDate>({ op: 'add-years', date, years })

export const endOfYear = (year: Expression<number>) => make<IsoDate>({ op: 'end-of-year', year })

/** Names a term, so that a calculation can say which one bound it. */
export const named = <T extends Value>(name: string, title: Text, expression: Expression<T>): Expression<T> =>
  make({ ...expression, name, title })
