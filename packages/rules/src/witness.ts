import { holds, isAmong } from './bind-condition.js'
import { isIsoDate, nextDay, previousDay } from './iso-date.js'
import { slotOf, valueOf, type Place, type Slots } from './place.js'
import type { Leaf, ValueTrace } from './trace.js'
import { compareValues, sameValue, type Value } from './value.js'

/** A condition that must come to hold or to fail. */
export interface Demand {
  readonly condition: Leaf
  readonly must: 'hold' | 'fail'
}

/** Of a list with more options than this, subsets are not tried one by one. */
const mostOptions = 10

/** The facts that a condition reads. */
export const factsOf = (leaf: Leaf): string[] => [
  ...new Set(leaf.op === 'compare' ? [...factsIn(leaf.left), ...factsIn(leaf.right)] : factsIn(leaf.left)),
]

const factsIn = (trace: ValueTrace): string[] =>
  trace.op === 'fact' ? [trace.fact] : 'of' in trace ? trace.of.flatMap(factsIn) : []

/** The fact of a condition that tests one fact, as it is, against something that no fact changes. */
export function singleFact(leaf: Leaf): string | undefined {
  const direct = leaf.left.op === 'fact' || (leaf.op === 'compare' && leaf.right.op === 'fact')
  const read = leaf.op === 'compare' ? [...factsIn(leaf.left), ...factsIn(leaf.right)] : factsIn(leaf.left)
  return direct && read.length === 1 ? read[0] : undefined
}

/** A value of one fact that meets every demand on it, as near as can be to the one it has; undefined where none does. */
export const witness = (place: Place, slots: Slots, demands: readonly Demand[]): Value | undefined =>
  candidates(place, slots, demands).find(
    (value) => slotOf(place, value) !== undefined && demands.every((demand) => satisfied(demand, value)),
  )

function candidates(place: Place, slots: Slots, demands: readonly Demand[]): Value[] {
  const { definition } = place
  const current = valueOf(place, slots[place.index])
  switch (definition.kind) {
    case 'flag':
      return [true, false]
    case 'choice':
      return Object.keys(definition.values)
    case 'choices':
      return lists(Array.isArray(current) ? (current as readonly string[]) : [], demands)
    default:
      return nearest(current, demands.flatMap(around))
  }
}

/** Candidates above the current value, the lowest first, then those below, the highest first. */
function nearest(current: Value | undefined, values: readonly Value[]): Value[] {
  const ordered = values.toSorted(compareValues)
  if (current === undefined) return ordered
  const below = ordered.filter((value) => compareValues(value, current) < 0)
  return [...ordered.filter((value) => compareValues(value, current) >= 0), ...below.toReversed()]
}

/** The limit itself and its neighbours: if any value meets comparisons with these limits, one of them does. */
function around({ condition }: Demand): Value[] {
  const limit = condition.op === 'compare' ? limitOf(condition) : undefined
  if (typeof limit === 'bigint') return [limit, limit + 1n, limit - 1n]
  if (typeof limit === 'number') return [limit, limit + 1, limit - 1]
  return isIsoDate(limit) ? [limit, nextDay(limit), previousDay(limit)] : []
}

/** Lists made from the current one by adding or dropping what the demands speak of, the fewest first. */
function lists(current: readonly string[], demands: readonly Demand[]): Value[] {
  const limits = demands.map(({ condition }) => (condition.op === 'compare' ? limitOf(condition) : condition.values))
  const named = [...new Set(limits.flatMap((limit) => (Array.isArray(limit) ? (limit as readonly string[]) : [])))]
  const without = current.filter((item) => !named.includes(item))
  const whole = limits.filter((limit) => Array.isArray(limit))
  if (named.length > mostOptions) return [...whole, [...without, ...named], without]
  const distance = (list: readonly string[]) =>
    named.filter((item) => list.includes(item) !== current.includes(item)).length
  const subsets = named.reduce<string[][]>(
    (found, item) => found.flatMap((subset) => [[...subset, item], subset]),
    [[]],
  )
  const changed = subsets.map((subset) => [...without, ...subset]).sort((a, b) => distance(a) - distance(b))
  return [...changed, ...whole]
}

const limitOf = ({ left, right }: Leaf & { readonly op: 'compare' }): Value | undefined =>
  left.op === 'fact' ? right.value : left.value

function satisfied({ condition, must }: Demand, value: Value): boolean {
  return heldBy(condition, value) === (must === 'hold')
}

function heldBy(condition: Leaf, value: Value): boolean {
  if (condition.op !== 'compare') return isAmong(condition.op, value, condition.values) !== condition.negated
  const limit = limitOf(condition)
  if (limit === undefined) return false
  const { left, relation } = condition
  return left.op === 'fact' ? holds(value, relation, limit) : holds(limit, relation, value)
}

/** Those of `demands` on one fact without which another value would do; the rest follows from them. */
export function decisive<D extends Demand>(place: Place, slots: Slots, to: Value, demands: readonly D[]): readonly D[] {
  let left = demands
  for (const demand of demands) {
    const others = left.filter((other) => other !== demand)
    const value = others.length > 0 ? witness(place, slots, others) : undefined
    if (value !== undefined && sameValue(value, to)) left = others
  }
  return left
}
