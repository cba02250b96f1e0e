import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from './index.js'

test.each([
  ['evenly', 300n, [1n, 1n, 1n], [100n, 100n, 100n]],
  ['the đồng left over to the first of equals', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  ['the đồng left over to the largest remainders', 10n, [1n, 3n, 3n], [2n, 4n, 4n]],
  ['nothing to what carries no weight', 5n, [0n, 2n, 0n], [0n, 5n, 0n]],
  ['nothing at all', 0n, [1n, 2n], [0n, 0n]],
  ['more parts than đồng', 1n, [1n, 1n, 1n], [1n, 0n, 0n]],
] as const)('%s', (_, amount, weights, parts) => {
  expect(allocate(amount, weights)).toEqual(parts)
})

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0n))

describe('any amount, any weights', () => {
  test('the parts sum to the whole, and each is within one đồng of its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (whole, by) => {
        const parts = allocate(whole, by)
        const all = by.reduce((a, b) => a + b)
        expect(parts.reduce((a, b) => a + b)).toBe(whole)
        parts.forEach((part, index) => {
          const off = part * all - whole * (by[index] ?? 0n)
          expect(off < all && off > -all).toBe(true)
        })
      }),
    )
  })

  test('who weighs more gets no less', () => {
    fc.assert(
      fc.property(amount, weights, (whole, by) => {
        const parts = allocate(whole, by)
        by.forEach((a, i) =>
          by.forEach((b, j) => {
            if (a > b) expect((parts[i] ?? 0n) >= (parts[j] ?? 0n)).toBe(true)
          }),
        )
      }),
    )
  })
})

test.each([
  ['a negative amount', -1n, [1n], 'amount: -1 is not an amount of money. Expected whole đồng, not negative'],
  ['a float', 1.5, [1n], 'amount: 1.5 is not an amount of money.'],
  ['a negative weight', 1n, [1n, -1n], 'weights[1]: -1 is not a weight. Expected a bigint, not negative.'],
  ['a number as a weight', 1n, [1], 'weights[0]: 1 is not a weight.'],
  ['no weight', 1n, [0n, 0n], 'weights: nothing carries weight. Expected at least one above 0.'],
  ['no weights', 1n, [], 'weights: nothing carries weight.'],
] as const)('%s is refused', (_, whole, by, message) => {
  expect(() => allocate(whole as bigint, by as readonly bigint[])).toThrow(message)
})
