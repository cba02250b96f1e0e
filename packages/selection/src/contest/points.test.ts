import { ratio } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { compareMeans, meanNumber, meanRatio, pointsText, reaches, toFine, toTwoDecimals } from './points.js'

describe('marks are read as they are written', () => {
  test.each([
    [0, 0],
    [40, 400_000],
    [8.1, 81_000],
    [0.1 + 0.7, undefined],
    [7.25, 72_500],
    [0.0001, 1],
    [1.0001, 10_001],
    [1.00001, undefined],
    [-1, undefined],
    [-0.5, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [1_000_000, 10_000_000_000],
    [1_000_001, undefined],
  ])('%s', (mark, fine) => {
    expect(toFine(mark)).toBe(fine)
  })
})

describe('means', () => {
  test('are compared without dividing', () => {
    expect(compareMeans({ sum: 2, of: 3 }, { sum: 4, of: 6 })).toBe(0)
    expect(compareMeans({ sum: 2, of: 3 }, { sum: 3, of: 4 })).toBeLessThan(0)
    expect(compareMeans({ sum: 1, of: 1 }, { sum: 3, of: 4 })).toBeGreaterThan(0)
  })
  test('reach a threshold when they are equal to it', () => {
    expect(reaches({ sum: 2_100_000, of: 3 }, 70)).toBe(true)
    expect(reaches({ sum: 2_099_999, of: 3 }, 70)).toBe(false)
  })
  test('round half up to hundredths of a point', () => {
    expect(toTwoDecimals({ sum: 699_950, of: 1 })).toEqual({ sum: 700_000, of: 1 })
    expect(toTwoDecimals({ sum: 699_949, of: 1 })).toEqual({ sum: 699_900, of: 1 })
    expect(toTwoDecimals({ sum: 2_000_000, of: 3 })).toEqual({ sum: 666_700, of: 1 })
  })
  test('are exact ratios in lowest terms', () => {
    expect(meanRatio({ sum: 2_510_000, of: 3 })).toEqual(ratio(251n, 3n))
    expect(meanRatio({ sum: 0, of: 3 })).toEqual(ratio(0n, 1n))
    expect(meanNumber({ sum: 2_510_000, of: 3 })).toBeCloseTo(83.6667, 3)
  })
  test('in words', () => {
    expect(pointsText(ratio(251n, 3n), 'vi')).toBe('83,67')
    expect(pointsText(ratio(251n, 3n), 'en')).toBe('83.67')
    expect(pointsText(ratio(70n, 1n), 'en')).toBe('70.00')
    expect(pointsText(ratio(141n, 20n), 'en')).toBe('7.05')
  })
})
