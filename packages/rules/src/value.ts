import { isRatio, type Ratio } from './ratio.js'

/** What facts and parameters hold. Money is `bigint` đồng; counts and years are integers; dates are ISO days. */
export type Value = boolean | number | bigint | string | Ratio | readonly string[]

/** Whether two values are the same. Lists are sets: order and repetition do not count. */
export function sameValue(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.every((item) => b.includes(item)) && b.every((i) => a.includes(i))
  if (isRatio(a) && isRatio(b)) return compareValues(a, b) === 0
  return a === b
}

/** Order of two values of one kind: -1, 0 or 1. Strings (ISO days) order by code unit. */
export function compareValues(a: Value, b: Value): -1 | 0 | 1 {
  if (isRatio(a) && isRatio(b)) return compareValues(a.numerator * b.denominator, b.numerator * a.denominator)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Anything for an error message: what arrives from outside need not be a value at all. */
export function showValue(value: unknown): string {
  if (isRatio(value)) return `${value.numerator}/${value.denominator}`
  // A list in a list is no value, and may be that list itself.
  if (Array.isArray(value))
    return `[${value.map((item) => (Array.isArray(item) ? 'a list' : showValue(item))).join(', ')}]`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
