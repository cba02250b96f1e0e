import { isRatio, type Ratio } from './ratio.js'

/** What facts and parameters hold. Money is `bigint` đồng; counts and years are integers; dates are ISO days. */
export type Value = boolean | number | bigint | string | Ratio | readonly string[]

export function sameValue(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i])
  if (isRatio(a) && isRatio(b)) return compareValues(a, b) === 0
  return a === b
}

/** Order of two values of one kind: negative, zero or positive. Strings (ISO days) order by code unit. */
export function compareValues(a: Value, b: Value): number {
  if (isRatio(a) && isRatio(b)) return compareValues(a.numerator * b.denominator, b.numerator * a.denominator)
  return a < b ? -1 : a > b ? 1 : 0
}

/** A value for an error message. */
export const showValue = (value: Value): string =>
  isRatio(value)
    ? `${value.numerator}/${value.denominator}`
    : typeof value === 'object'
      ? `[${value.join(', ')}]`
      : String(value)
