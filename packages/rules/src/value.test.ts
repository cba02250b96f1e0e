import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratio } from './ratio.js'
import { compareValues, sameValue, showValue } from './value.js'

test('ratios compare by what they are worth', () => {
  expect(sameValue(ratio(1n, 2n), ratio(50n, 100n))).toBe(true)
  expect(compareValues(ratio(1n, 3n), ratio(1n, 2n))).toBeLessThan(0)
  const parts = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(parts, parts, parts, parts, (a, b, c, d) => {
      const order = compareValues(ratio(BigInt(a), BigInt(b)), ratio(BigInt(c), BigInt(d)))
      expect(Math.sign(order)).toBe(Math.sign(a * d - c * b))
    }),
  )
})

test('lists are sets', () => {
  expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true)
  expect(sameValue(['a', 'a'], ['a'])).toBe(true)
  expect(sameValue(['a'], ['a', 'b'])).toBe(false)
  expect(sameValue([], [])).toBe(true)
})

test('a number, an amount of money and a text are never the same', () => {
  expect(sameValue(5, 5n)).toBe(false)
  expect(sameValue('5', 5)).toBe(false)
})

test.each([
  [ratio(1n, 3n), '1/3'],
  [['a', ['b']], '[a, a list]'],
  [null, 'null'],
  [{}, 'an object'],
  [570n, '570'],
])('%o is shown as %s', (value, shown) => {
  expect(showValue(value)).toBe(shown)
})
