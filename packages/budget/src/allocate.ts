import { InputError, type Problem } from '@khuyencong/rules'
import { dongProblems, total } from './whole-dong.js'

/**
 * Divides an amount in proportion to weights, to the last đồng, by largest remainder: each part is its exact share
 * rounded down, and the đồng left over go one each to the largest remainders, of equal ones to the first. No part is
 * further from its exact share than one đồng.
 * @param amount in đồng, not negative
 * @param weights whole, not negative, at least one above zero
 * @returns one part for each weight, in the same order; they sum to `amount`
 * @throws InputError when an amount or weight is not whole or is negative, or nothing carries weight
 */
export function allocate(amount: bigint, weights: readonly bigint[]): bigint[] {
  const [first, ...rest] = [
    ...dongProblems('amount', amount),
    ...weights.flatMap((weight, index) => weightProblems(`weights[${index}]`, weight)),
  ]
  if (first) throw new InputError([first, ...rest])
  const whole = total(weights)
  if (whole === 0n)
    throw new InputError([
      { code: 'weights', field: 'weights', message: 'nothing carries weight.', expected: 'at least one above 0' },
    ])
  const parts = weights.map((weight) => (amount * weight) / whole)
  const left = amount - total(parts)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  const raised = new Set(byRemainder.slice(0, Number(left)).map(({ index }) => index))
  return parts.map((part, index) => (raised.has(index) ? part + 1n : part))
}

const weightProblems = (field: string, weight: unknown): Problem[] =>
  typeof weight === 'bigint' && weight >= 0n
    ? []
    : [{ code: 'weight', field, message: `${String(weight)} is not a weight.`, expected: 'a bigint, not negative' }]
