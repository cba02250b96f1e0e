import type { FactDefinition, FactDefinitions } from './facts.js'
import { frozen } from './frozen.js'
import { isIsoDate } from './iso-date.js'
import type { Value } from './value.js'

/**
 * A fact as bound rules read it: flags, choices and lists by the number of their value, so that answers can be kept in
 * tables; all others as they are. Not known is 0 for the former, undefined for the latter.
 */
export type Slot = number | bigint | string | readonly string[] | undefined

/** The facts of one case, each in the place that its definition has in the dictionary. Never changed once made. */
export type Slots = readonly Slot[]

/** Where a fact stands, and how its value is written there. */
export interface Place {
  readonly fact: string
  readonly index: number
  readonly definition: FactDefinition
  /** The values of a flag or choice, the options of a list; none of a quantity. */
  readonly values: readonly Value[]
  /** The number of each value of a flag or choice, from 1; of a list the bit of each option. */
  readonly numbers: ReadonlyMap<unknown, number>
  /** How many different slots there can be, with the unknown one; infinite for quantities. */
  readonly states: number
  /** The slot of a fact that is not known. */
  readonly unknown: Slot
}

export type Places = ReadonlyMap<string, Place>

/** Years before and after are mistakes. */
export const [firstYear, lastYear] = [1900, 2999]

/** A list of more options than this has more combinations than a number has bits. */
const mostOptions = 30

/** The same dictionary has the same places, so that facts read under one of its laws serve the others, too. */
const known = new WeakMap<FactDefinitions, Places>()

/** The places of a dictionary, which is frozen: it stays as they were made from it. */
export function placesOf(definitions: FactDefinitions): Places {
  const found = known.get(definitions)
  if (found) return found
  const places = new Map(
    Object.entries(frozen(definitions)).map(([fact, definition], index) => [fact, placeOf(fact, definition, index)]),
  )
  known.set(definitions, places)
  return places
}

function placeOf(fact: string, definition: FactDefinition, index: number): Place {
  const { kind } = definition
  const values = kind === 'flag' ? [false, true] : 'values' in definition ? Object.keys(definition.values) : []
  const ofList = kind === 'choices'
  const states = ofList ? 2 ** values.length + 1 : values.length + 1
  const few = values.length > 0 && !(ofList && values.length > mostOptions)
  const numbers = new Map<unknown, number>(values.map((value, i) => [value, ofList ? 1 << i : i + 1]))
  return { fact, index, definition, values, numbers, states: few ? states : Infinity, unknown: few ? 0 : undefined }
}

/** The slot of a value; `undefined` where the value is not one that the fact can have. */
export function slotOf({ definition, values, numbers, unknown }: Place, value: unknown): Slot {
  switch (definition.kind) {
    case 'flag':
      return value === true ? 2 : value === false ? 1 : undefined
    case 'choice':
      return numbers.get(value)
    case 'choices': {
      if (!Array.isArray(value)) return undefined
      let bits = 0
      for (const item of value) {
        const bit = numbers.get(item)
        if (bit === undefined) return undefined
        bits |= bit
      }
      if (unknown === 0) return bits + 1
      return Object.freeze((values as readonly string[]).filter((option) => value.includes(option)))
    }
    case 'money':
      return typeof value === 'bigint' && value >= 0n ? value : undefined
    case 'count':
      // A zero has no sign.
      return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) + 0 : undefined
    case 'year':
      return Number.isInteger(value) && (value as number) >= firstYear && (value as number) <= lastYear
        ? (value as number)
        : undefined
    case 'date':
      return isIsoDate(value) ? value : undefined
  }
}

/** The least and the highest that a quantity can be while it is not known; undefined where there is no such end. */
export function rangeOf({ kind }: FactDefinition): readonly [Value | undefined, Value | undefined] {
  if (kind === 'year') return [firstYear, lastYear]
  return [kind === 'money' ? 0n : kind === 'count' ? 0 : undefined, undefined]
}

/** The value of a slot, or undefined where it is not known. Lists come back in the order of the dictionary. */
export function valueOf({ definition, values }: Place, slot: Slot): Value | undefined {
  switch (definition.kind) {
    case 'flag':
    case 'choice':
      return values[(slot as number) - 1]
    case 'choices':
      if (typeof slot !== 'number') return slot
      return slot === 0 ? undefined : (values as readonly string[]).filter((_, i) => ((slot - 1) >> i) & 1)
    default:
      return slot
  }
}
