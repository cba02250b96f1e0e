import { ratio, type Lang, type Ratio } from '@khuyencong/rules'

/**
 * Points in ten-thousandths, as a whole number. Sums over any panel stay far below the safe integers, so that all
 * arithmetic on marks is exact.
 */
export type Fine = number

export const finePerPoint = 10_000

/** A mark as written by a judge; undefined when it is negative, not finite or finer than four decimals. */
export function toFine(mark: number): Fine | undefined {
  const fine = Math.round(mark * finePerPoint)
  // Division rounds to the nearest float, as reading a decimal does: only what was written with four decimals comes back.
  return fine / finePerPoint === mark && mark >= 0 && mark <= 1_000_000 ? fine : undefined
}

/** A mean that is not yet divided: `sum` over `of` sheets. */
export interface Mean {
  readonly sum: Fine
  readonly of: number
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compareMeans = (a: Mean, b: Mean): number => a.sum * b.of - b.sum * a.of

export const reaches = (mean: Mean, points: number): boolean => mean.sum >= points * finePerPoint * mean.of

/** Half up to hundredths of a point. */
export function toTwoDecimals({ sum, of }: Mean): Mean {
  const hundredth = finePerPoint / 100
  return { sum: Math.floor((2 * sum + hundredth * of) / (2 * hundredth * of)) * hundredth, of: 1 }
}

export function meanRatio({ sum, of }: Mean): Ratio {
  const denominator = of * finePerPoint
  const divisor = greatestDivisor(sum, denominator)
  return ratio(BigInt(sum / divisor), BigInt(denominator / divisor))
}

function greatestDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}

/** The mean for statistics alone: a float. */
export const meanNumber = ({ sum, of }: Mean): number => sum / of / finePerPoint

/** Points in words, rounded half up to two decimals for reading: `83,67` in Vietnamese, `83.67` in English. */
export function pointsText({ numerator, denominator }: Ratio, lang: Lang): string {
  const hundredths = (2n * 100n * numerator + denominator) / (2n * denominator)
  const fraction = String(hundredths % 100n).padStart(2, '0')
  return `${hundredths / 100n}${lang === 'vi' ? ',' : '.'}${fraction}`
}
