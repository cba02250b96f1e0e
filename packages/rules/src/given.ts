import { InputError } from './errors.js'
import { canHoldFacts, checkFacts, type FactDefinitions, type Facts } from './facts.js'
import { slotOf, valueOf, type Place, type Places, type Slots } from './place.js'

/** Facts that were checked and read once, to be asked about often. What becomes of the caller's object later does not matter. */
export class Given {
  constructor(
    readonly places: Places,
    readonly slots: Slots,
  ) {}
}

/**
 * How the facts of a dictionary are read.
 * @returns a function that throws InputError when a fact is not in the dictionary or its value does not fit
 */
export function reader(definitions: FactDefinitions, places: Places): (facts: Facts | Given) => Given {
  const unknown = [...places.values()].map((place) => place.unknown)
  /** The places of the facts read last, in their order: the facts of the next case mostly have the same. */
  const before: Place[] = []

  /** Undefined where something does not fit. */
  const slotsOf = (facts: Facts): Slots | undefined => {
    if (!canHoldFacts(facts)) return undefined
    const slots: Slots[number][] = unknown.slice()
    let n = 0
    for (const key in facts) {
      const value = facts[key]
      let place = before[n]
      if (place?.fact !== key) {
        place = places.get(key)
        if (place) before[n] = place
      }
      n++
      if (value === undefined) continue
      if (!place) return undefined
      const slot = slotOf(place, value)
      if (slot === undefined) return undefined
      slots[place.index] = slot
    }
    return slots
  }

  const read = (facts: Facts): Given => {
    const slots = slotsOf(facts)
    if (slots) return new Given(places, slots)
    checkFacts(definitions, facts)
    const message = 'they were others when they were read again.'
    throw new InputError([{ code: 'facts', field: 'facts', message, expected: 'values, not what computes them' }])
  }
  return (facts) => (!(facts instanceof Given) ? read(facts) : facts.places === places ? facts : read(factsOf(facts)))
}

/** The facts as they were read; lists in the order of the dictionary. */
export const factsOf = ({ places, slots }: Given): Facts =>
  Object.fromEntries([...places.values()].map((place) => [place.fact, valueOf(place, slots[place.index])]))
