import { LawError } from './errors.js'

/** An exact ratio, e.g. 50 % = 50/100. Never a float. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** How an exact result becomes whole units. */
export type Rounding = 'down' | 'up' | 'half-up'

/** @throws LawError when the numerator is below 0 or the denominator not above. */
export function ratio(numerator: bigint, denominator: bigint): Ratio {
  if (denominator <= 0n || numerator < 0n)
    throw new LawError(`${numerator}/${denominator} is not a ratio: expected numerator ≥ 0 and denominator > 0.`)
  return { numerator, denominator }
}

/**
 * So many hundredths.
 * @throws LawError when `whole` is below 0
 */
export const percent = (whole: bigint): Ratio => ratio(whole, 100n)

const roundings: readonly unknown[] = ['down', 'up', 'half-up'] satisfies Rounding[]

export const isRounding = (value: unknown): value is Rounding => roundings.includes(value)

/** `of × factor` in whole units, rounded as `rounding` says: of a negative amount, too, `down` is towards the lower number. */
export function applyRatio(factor: Ratio, of: bigint, rounding: Rounding): bigint {
  const scaled = of * factor.numerator
  const cut = scaled % factor.denominator
  if (cut === 0n) return scaled / factor.denominator
  const rest = cut < 0n ? cut + factor.denominator : cut
  const whole = (scaled - rest) / factor.denominator
  const up = rounding === 'up' || (rounding === 'half-up' && rest * 2n >= factor.denominator)
  return up ? whole + 1n : whole
}

export const isRatio = (value: unknown): value is Ratio =>
  typeof value === 'object' && value !== null && 'denominator' in value && typeof value.denominator === 'bigint'
