import type { Place, Slots } from './place.js'

/** No more results than this are kept in one table. */
const most = 256

/**
 * `compute`, with results that are made once for all decisions, hence frozen.
 * - Of facts of few values, every result is kept.
 * - Of such facts and one count or year, the last result for each remainder of the number: most numbers are near one another.
 * - Of other facts none is kept.
 */
export function kept<T>(reads: readonly Place[], compute: (slots: Slots) => T): (slots: Slots) => T {
  const places = [...new Set(reads)]
  const few = places.filter(({ states }) => states < Infinity)
  const [number, second] = places.filter(({ states }) => states === Infinity)
  const states = few.reduce((product, place) => product * place.states, 1)
  if (states > most || second || places.length === 0) return compute
  if (number && number.definition.kind !== 'count' && number.definition.kind !== 'year') return compute

  const numbers = number ? 2 ** Math.floor(Math.log2(most / states)) : 1
  const results = new Array<T | undefined>(states * numbers).fill(undefined)
  const make = (slots: Slots, at: number): T => (results[at] = Object.freeze(compute(slots)))
  const combination = (slots: Slots): number => {
    let at = 0
    for (const place of few) at = at * place.states + (slots[place.index] as number)
    return at
  }
  if (number) {
    const { index } = number
    const of = new Array<number | undefined>(results.length).fill(undefined)
    return (slots) => {
      const value = slots[index] as number | undefined
      const at = combination(slots) * numbers + ((value ?? 0) & (numbers - 1))
      const result = results[at]
      if (result !== undefined && of[at] === value) return result
      of[at] = value
      return make(slots, at)
    }
  }
  const [only] = places
  if (only && places.length === 1) {
    const { index } = only
    return (slots) => results[slots[index] as number] ?? make(slots, slots[index] as number)
  }
  return (slots) => {
    const at = combination(slots)
    return results[at] ?? make(slots, at)
  }
}
