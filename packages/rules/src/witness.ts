import { holds, isAmong } from './bind-condition.js'
import { factsSeen } from './facts-seen.js'
import { dayAt, isIsoDate, nextDay, previousDay } from './iso-date.js'
import { firstYear, lastYear, slotOf, valueOf, type Place, type Slots } from './place.js'
import type { Leaf } from './trace.js'
import { compareValues, sameValue, type Value } from './value.js'

/** A condition that must come to hold or to fail. */
export interface Demand {
  /** As it was found. */
  readonly condition: Leaf
  readonly must: 'hold' | 'fail'
  /** The facts by whose values it is to be met; where that is left open, all that it reads. */
  readonly by: readonly Place[]
  readonly open: boolean
  /** Whether it takes a change to what is fixed. */
  readonly fixed: boolean
  /** The condition under other facts, undefined once it was looked at too often; absent where one fact is tested as it is. */
  readonly under: ((slots: Slots) => Leaf | undefined) | undefined
}

/** Of a list with more options than this, subsets are not tried one by one. */
const mostOptions = 10

/** The facts that a condition reads, each as often as it does. */
export const readsOf = (leaf: Leaf): string[] =>
  [leaf.left, ...(leaf.op === 'compare' ? [leaf.right] : [])].flatMap(factsSeen).map(({ fact }) => fact)

/** Whether a condition tests one fact, as it is, against something that no fact changes. */
export const testsOneFact = (leaf: Leaf): boolean =>
  (leaf.left.op === 'fact' || (leaf.op === 'compare' && leaf.right.op === 'fact')) && readsOf(leaf).length === 1

/**
 * A value of one fact that meets every demand on it, as near as can be to the one it was found with; undefined where none
 * does. What is not known is not against what must be.
 * @param slots the other facts, as they are to be
 */
export const witness = (place: Place, found: Slots, slots: Slots, demands: readonly Demand[]): Value | undefined =>
  candidates(place, found, slots, demands).find((value) => {
    const slot = slotOf(place, value)
    return (
      slot !== undefined &&
      demands.every(({ condition, must, under }) => {
        if (!under) return heldBy(condition, value) === (must === 'hold')
        const truth = under(slots.with(place.index, slot))?.truth
        return truth !== undefined && truth !== (must === 'hold' ? 'failed' : 'held')
      })
    )
  })

function candidates(place: Place, found: Slots, slots: Slots, demands: readonly Demand[]): Value[] {
  const { definition, values } = place
  const current = valueOf(place, found[place.index])
  const asItIs = current === undefined ? [] : [current]
  switch (definition.kind) {
    case 'flag':
    case 'choice':
      return [...asItIs, ...values]
    case 'choices':
      return lists(place, Array.isArray(current) ? (current as readonly string[]) : [], demands)
    default:
      return nearest(current, [
        ...asItIs,
        ...demands.flatMap((demand) => (demand.under ? turns(place, slots, demand.under) : around(demand))),
      ])
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

/**
 * The values next to one another between which a condition comes out another way, the other facts being as they are.
 * Between two that come out the same there is no such turn: no side of a comparison falls when a fact rises. (Where the
 * fact is on both sides, turns may go unseen.) Each turn takes 53 halvings at most; money beyond 2^53 đồng is not looked for.
 */
function turns(place: Place, slots: Slots, under: (slots: Slots) => Leaf | undefined): Value[] {
  const { kind } = place.definition
  const valueAt = (n: number) => (kind === 'money' ? BigInt(n) : kind === 'date' ? dayAt(n) : n)
  const outcomeAt = (n: number) => {
    const leaf = under(slots.with(place.index, valueAt(n)))
    const [a, b] = leaf?.op === 'compare' ? [leaf.left.value, leaf.right.value] : []
    return a === undefined || b === undefined ? leaf?.truth : compareValues(a, b)
  }
  const between = (low: number, atLow: unknown, high: number, atHigh: unknown): Value[] => {
    if (atLow === atHigh) return []
    if (high - low === 1) return [valueAt(low), valueAt(high)]
    const middle = low + Math.floor((high - low) / 2)
    const atMiddle = outcomeAt(middle)
    return [...between(low, atLow, middle, atMiddle), ...between(middle, atMiddle, high, atHigh)]
  }
  const [low, high] = kind === 'year' ? [firstYear, lastYear] : [0, Number.MAX_SAFE_INTEGER]
  return between(low, outcomeAt(low), high, outcomeAt(high))
}

/**
 * Lists made from the current one by adding or dropping what the demands speak of, the fewest first; where one speaks of
 * what hangs on other facts, that may be any option.
 */
function lists({ values }: Place, current: readonly string[], demands: readonly Demand[]): Value[] {
  const limits = demands.map(({ condition }) => (condition.op === 'compare' ? limitOf(condition) : condition.values))
  const spokenOf = limits.flatMap((limit) => (Array.isArray(limit) ? (limit as readonly string[]) : []))
  const named = [...new Set(demands.some(({ under }) => under) ? (values as readonly string[]) : spokenOf)]
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

function heldBy(condition: Leaf, value: Value): boolean {
  if (condition.op !== 'compare') return isAmong(condition.op, value, condition.values) !== condition.negated
  const limit = limitOf(condition)
  if (limit === undefined) return false
  const { left, relation } = condition
  return left.op === 'fact' ? holds(value, relation, limit) : holds(limit, relation, value)
}

/**
 * Those of the demands that a step is for without which another value would do; the rest follows from them. Conditions
 * that are as they must be already are not spoken of, unless the step is for nothing else: other steps would turn them.
 */
export function decisive(
  {
    demands,
    facts: [place],
    to,
  }: { readonly demands: readonly Demand[]; readonly facts: readonly Place[]; readonly to: Value | undefined },
  found: Slots,
  slots: Slots,
): readonly Demand[] {
  let left = demands.filter(({ condition, must }) => condition.truth !== (must === 'hold' ? 'held' : 'failed'))
  if (!place || to === undefined || left.length === 0) return demands
  for (const demand of left) {
    const others = left.filter((other) => other !== demand)
    const value = others.length > 0 ? witness(place, found, slots, others) : undefined
    if (value !== undefined && sameValue(value, to)) left = others
  }
  return left
}
