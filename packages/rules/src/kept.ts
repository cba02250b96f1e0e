import { frozen } from './frozen.js'
import type { Place, Slots } from './place.js'

/** No more results than this are kept in one table. */
export const mostKept = 256

/** How many combinations of values there are of these facts; infinite with a quantity. */
export const combinations = (reads: readonly Place[]): number =>
  [...new Set(reads)].reduce((product, { states }) => product * states, 1)

/**
 * `compute`, with results that are made once for all decisions, hence frozen.
 * - Of facts of few values, every result is kept.
 * - Of such facts and one count or year, the results for the first number of each remainder: most numbers are near one another.
 * - Of other facts none is kept.
 */
export function kept<T>(reads: readonly Place[], compute: (slots: Slots) => T): (slots: Slots) => T {
  const places = [...new Set(reads)]
  const few = places.filter(({ states }) => states < Infinity)
  const [number, another] = places.filter(({ states }) => states === Infinity)
  const states = combinations(few)
  if (states > mostKept || another || places.length === 0) return compute
  if (number && number.definition.kind !== 'count' && number.definition.kind !== 'year') return compute

  const numbers = number ? 2 ** Math.floor(Math.log2(mostKept / states)) : 1
  const results = new Array<T | undefined>(states * numbers).fill(undefined)
  const make = (slots: Slots, at: number): T => (results[at] = frozen(compute(slots)))
  const weights = few.map((_, i) => combinations(few.slice(0, i)) * numbers)
  const indices = few.map(({ index }) => index)
  const [first = 0, ...others] = indices
  /** Where the results for these values of the few-valued facts begin. */
  const begins = (slots: Slots): number => {
    let at = 0
    for (let i = 0; i < indices.length; i++) at += (slots[indices[i] ?? 0] as number) * (weights[i] ?? 0)
    return at
  }
  if (number) {
    const { index } = number
    const of = new Array<number>(results.length).fill(none)
    const alone = few.length === 0
    return (slots) => {
      const value = (slots[index] as number | undefined) ?? notKnown
      const at = (value & (numbers - 1)) + (alone ? 0 : begins(slots))
      if (of[at] === value) return results[at] as T
      if (of[at] !== none) return compute(slots)
      const result = make(slots, at)
      of[at] = value
      return result
    }
  }
  if (others.length === 0) return (slots) => results[slots[first] as number] ?? make(slots, slots[first] as number)
  return (slots) => {
    const at = begins(slots)
    return results[at] ?? make(slots, at)
  }
}

/** In the place of a number: it is not known; there is none yet. Counts and years are not negative. */
const [notKnown, none] = [-1, -2]
