import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRatio, percent, ratio, type Rounding } from './ratio.js'

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })
const ratios = fc
  .tuple(fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }))
  .map(([numerator, denominator]) => ratio(numerator, denominator))

test.each<[bigint, bigint, Rounding, bigint]>([
  [50n, 570_000_000n, 'down', 285_000_000n],
  [50n, 5n, 'down', 2n],
  [50n, 5n, 'up', 3n],
  [50n, 5n, 'half-up', 3n],
  [49n, 1n, 'half-up', 0n],
  [150n, 3n, 'half-up', 5n],
  [50n, 4n, 'up', 2n],
  [0n, 7n, 'up', 0n],
  [50n, -5n, 'down', -3n],
  [50n, -5n, 'up', -2n],
  [50n, -5n, 'half-up', -2n],
])('%s%% of %s, rounded %s, is %s', (rate, of, rounding, result) => {
  expect(applyRatio(percent(rate), of, rounding)).toBe(result)
})

/** The exact product lies between these bounds, by multiplication alone. */
test('the rounded result is the nearest whole number on its side', () => {
  fc.assert(
    fc.property(ratios, amounts, ({ numerator, denominator }, of) => {
      const factor = { numerator, denominator }
      const exact = of * numerator
      const rounded = (rounding: Rounding) => applyRatio(factor, of, rounding) * denominator
      const [down, up, half] = [rounded('down'), rounded('up'), rounded('half-up')]
      expect(down <= exact && exact < down + denominator).toBe(true)
      expect(up >= exact && exact > up - denominator).toBe(true)
      expect(2n * half > 2n * exact - denominator && 2n * half <= 2n * exact + denominator).toBe(true)
    }),
  )
})

test('no đồng is lost: a share and the rest, rounded against one another, make the whole', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 100n }), amounts, (rate, whole) => {
      const share = applyRatio(percent(rate), whole, 'down')
      expect(share + applyRatio(percent(100n - rate), whole, 'up')).toBe(whole)
    }),
  )
})

test.each([
  [1n, 0n],
  [1n, -2n],
  [-1n, 2n],
])('%s/%s is no ratio', (numerator, denominator) => {
  expect(() => ratio(numerator, denominator)).toThrow('is not a ratio: expected numerator ≥ 0 and denominator > 0.')
})
