import { describe, expect, test } from 'vitest'
import { combinations, kept, mostKept } from './kept.js'
import { facts } from './library.test-support.js'
import { placesOf, type Place, type Slots } from './place.js'

const places = [...placesOf(facts).values()]
const place = (fact: string): Place => {
  const found = places.find((each) => each.fact === fact)
  if (!found) throw new Error(fact)
  return found
}

/** Counts how often a result is made. */
const counted = (...reads: readonly Place[]) => {
  let made = 0
  const of = kept(reads, (slots: Slots) => ({ values: reads.map(({ index }) => slots[index]), made: ++made }))
  return (values: Readonly<Record<string, number | bigint | undefined>>) =>
    of(places.map(({ fact, unknown }) => (fact in values ? values[fact] : unknown)))
}

describe('the result of', () => {
  test('few-valued facts is made once for each of their combinations', () => {
    const of = counted(place('resident'), place('card'), place('resident'))
    for (const resident of [0, 1, 2])
      for (const card of [0, 1, 2]) {
        expect(of({ resident, card }).values).toEqual([resident, card, resident])
        expect(of({ resident, card })).toBe(of({ resident, card }))
      }
    expect(of({ resident: 2, card: 2 }).made).toBe(9)
    expect(Object.isFrozen(of({ resident: 2, card: 2 }))).toBe(true)
  })

  test('a count is kept for the first of those that share a remainder, and right for all', () => {
    const of = counted(place('age'), place('resident'))
    const [first, second] = [of({ age: 6, resident: 1 }), of({ age: 6 + 1024, resident: 1 })]
    expect([first.values, second.values]).toEqual([
      [6, 1],
      [1030, 1],
    ])
    expect(of({ age: 6, resident: 1 })).toBe(first)
    expect(of({ age: 1030, resident: 1 })).toEqual({ ...second, made: 3 })
    expect(of({ resident: 1 }).values).toEqual([undefined, 1])
    expect(of({ age: 0, resident: 1 }).values).toEqual([0, 1])
    expect(of({ resident: 1 }).values).toEqual([undefined, 1])
  })

  test('money, of days and of two counts is made anew', () => {
    for (const reads of [[place('debt')], [place('joined')], [place('age'), place('year')]]) {
      const of = counted(...reads)
      expect(of({ debt: 1n, age: 1, year: 2000 })).not.toBe(of({ debt: 1n, age: 1, year: 2000 }))
    }
  })

  test('more combinations than a table holds is made anew', () => {
    const reads = [place('papers'), place('card'), place('resident'), { ...place('card'), index: 0 }]
    expect(combinations(reads)).toBeGreaterThan(mostKept / 2)
    const many = [...reads, { ...place('papers'), index: 1 }]
    const of = counted(...many)
    expect(of({})).not.toBe(of({}))
  })
})
