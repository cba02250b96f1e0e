import type { BoundRule, RuleTrace } from './bind-rule.js'
import { ConflictError } from './errors.js'
import type { Mutability } from './facts.js'
import { slotOf, type Place, type Places, type Slots } from './place.js'
import type { ConditionTrace, Leaf } from './trace.js'
import type { Value } from './value.js'
import { decisive, readsOf, testsOneFact, witness, type Demand } from './witness.js'

/** The same demand is the same object, so that sets of them compare fast. */
type DemandSet = ReadonlySet<Demand>

/** Demands that are met together by one value of a fact; or one that is left open, with all facts that its condition reads. */
export interface Step {
  readonly demands: readonly Demand[]
  readonly facts: readonly Place[]
  /** Undefined where left open. */
  readonly to: Value | undefined
}

/** What is of the question is in no remedy. */
export type RemedyMutability = Exclude<Mutability, 'question'>

/** More alternatives than this at a time are not followed up; those with the fewest changes to what is fixed, then the fewest at all, are kept. */
const most = 64
/** Up to so many steps, every subset is tried before a set counts as minimal; beyond, they are left out one by one. */
const mostSubsets = 6
/** How often, in one search, conditions of several facts are looked at with other values; what is not found by then is left open. */
const mostLooks = 20_000

/** By which of the facts that it reads a condition may be met, alone or together. */
type Meeting = (read: readonly Place[]) => readonly (readonly Place[])[]

const byTheFewest: Meeting = (read) => [...read.map((fact) => [fact]), ...subsets(read.slice(0, mostSubsets)).slice(1)]
const byAll: Meeting = (read) => [read]
const leftOpen: Meeting = () => []

/**
 * Sets of steps after each of which none of `rules` says no any more; of no set is a part enough.
 *
 * Begins with no demand and asks, for each set of demands at hand, for values that meet them; takes the first rule that
 * still says no with these values, and goes on with each way in which that rule could stop saying so. A rule that says
 * no only because of a change made for another is thus met, too.
 *
 * A condition of several facts is met by each of them that alone can meet it, the others being as they are, and by the
 * fewest together that can. Where this leads nowhere, by all of them; where that does not, either, it is left open.
 */
export function search(rules: readonly BoundRule[], places: Places, slots: Slots): Step[][] {
  for (const meeting of [byTheFewest, byAll, leftOpen]) {
    const conditions = conditionsOf(rules, places, slots, meeting)
    const found = searched(conditions, slots)
    if (found.length > 0 || !conditions.anyOfSeveral()) return found
  }
  return []
}

function searched({ options }: Conditions, slots: Slots): Step[][] {
  const weight = (set: DemandSet) => [...set].filter(({ fixed }) => fixed).length * 1000 + set.size
  const solved = new Map<DemandSet, readonly Step[]>()
  const accepts = (set: DemandSet) => {
    const steps = solve([...set], slots)
    if (steps) solved.set(set, steps)
    return steps !== undefined
  }
  const after = (steps: readonly Step[]) => changedBy(steps, slots)

  const found: DemandSet[] = []
  let beam: readonly DemandSet[] = [new Set()]
  while (beam.length > 0) {
    const next: DemandSet[] = []
    for (const set of beam) {
      const ways = options(after(solved.get(set) ?? []))
      if (!ways) found.push(set)
      else next.push(...ways.map((way) => new Set([...set, ...way])).filter((grown) => grown.size > set.size))
    }
    beam = minimal(next, { weight, besides: found, accepts })
  }
  const endsNo = (steps: readonly Step[]) => !options(after(steps))
  return minimal(found, { weight }).map((set) => {
    const enough = fewest(solved.get(set) ?? [], endsNo)
    return enough.map((step) => ({ ...step, demands: decisive(step, slots, after(enough)) }))
  })
}

/** Steps by which demands are met together, the other facts being as they are; undefined where none are found. */
function solve(demands: readonly Demand[], slots: Slots): readonly Step[] | undefined {
  const steps = new Map<unknown, Step>()
  const byFact = new Map<Place, Demand[]>()
  const changed = [...slots]
  for (const demand of demands) {
    const { by, open } = demand
    if (open) steps.set(demand, { demands: [demand], facts: by, to: undefined })
    for (const fact of by) {
      changed[fact.index] = fact.unknown
      if (!open) byFact.set(fact, [...(byFact.get(fact) ?? []), demand])
    }
  }
  // What was chosen before the others were known is chosen again.
  for (let round = byFact.size > 1 && demands.some(({ under }) => under) ? 2 : 1; round > 0; round--)
    for (const [fact, demands] of byFact) {
      const to = witness(fact, slots, changed, demands)
      if (to === undefined) return undefined
      changed[fact.index] = slotOf(fact, to)
      steps.set(fact, { demands, facts: [fact], to })
    }
  return [...steps.values()]
}

/** The facts after these steps. What is left open becomes unknown: with that, no rule can be sure of its no, if any facts can end it. */
function changedBy(steps: readonly Step[], slots: Slots): Slots {
  const changed = [...slots]
  for (const { facts, to } of steps)
    for (const fact of facts) changed[fact.index] = to === undefined ? fact.unknown : slotOf(fact, to)
  return changed
}

const canChange = ({ definition }: Place): boolean => definition.mutability === 'changeable'
const canDiffer = ({ definition }: Place): boolean => definition.mutability !== 'question'

/** Whether any of `facts` can still be changed. */
export const mutabilityOf = (facts: readonly Place[]): RemedyMutability =>
  facts.some(canChange) ? 'changeable' : 'fixed'

/** The smallest part of `steps` that is enough; of many steps one of which no single one can be left out. */
function fewest(steps: readonly Step[], enough: (steps: readonly Step[]) => boolean): readonly Step[] {
  if (steps.length <= mostSubsets) return subsets(steps).find(enough) ?? steps
  // Once a step is left out, one that was needed with it may be needed no more: begin again.
  for (const step of steps) {
    const others = steps.filter((other) => other !== step)
    if (enough(others)) return fewest(others, enough)
  }
  return steps
}

/** The smallest first. */
const subsets = <T>(of: readonly T[]): T[][] =>
  of
    .reduce<T[][]>((all, one) => all.flatMap((subset) => [subset, [...subset, one]]), [[]])
    .sort((a, b) => a.length - b.length)

const covers = (set: DemandSet, part: DemandSet): boolean => part.size <= set.size && [...part].every((d) => set.has(d))

const sizeOf = (set: DemandSet): number => set.size

/** The lightest of `sets`: those that are accepted and hold neither another of them nor one of `besides`, up to the bound. */
function minimal(
  sets: readonly DemandSet[],
  {
    weight = sizeOf,
    besides = [],
    accepts = () => true,
  }: {
    readonly weight?: (set: DemandSet) => number
    readonly besides?: readonly DemandSet[]
    readonly accepts?: (set: DemandSet) => boolean
  } = {},
): DemandSet[] {
  const kept: DemandSet[] = []
  const weighed = sets.map((set) => ({ set, weight: weight(set) })).sort((a, b) => a.weight - b.weight)
  for (const { set } of weighed) {
    if (kept.length === most) break
    const covered = (smaller: DemandSet) => covers(set, smaller)
    if (!besides.some(covered) && !kept.some(covered) && accepts(set)) kept.push(set)
  }
  return kept
}

const both = (a: readonly DemandSet[], b: readonly DemandSet[]): DemandSet[] =>
  minimal(a.flatMap((x) => b.map((y) => new Set([...x, ...y]))))
const either = (options: readonly (readonly DemandSet[])[]): DemandSet[] => minimal(options.flat())
const every = (options: readonly (readonly DemandSet[])[]): DemandSet[] =>
  options.reduce<DemandSet[]>(both, [new Set()])

/** The conditions of some rules, and what can be demanded of them. */
interface Conditions {
  /** How the first rule that says no with these facts could stop saying so; undefined where none does. */
  readonly options: (slots: Slots) => DemandSet[] | undefined
  /** Whether a condition of several facts was among those that had to come out otherwise. */
  readonly anyOfSeveral: () => boolean
}

function conditionsOf(rules: readonly BoundRule[], places: Places, found: Slots, meeting: Meeting): Conditions {
  /** The same condition in two places makes the same demands. */
  const demands = new Map<string, DemandSet>()
  let looks = mostLooks
  let ofSeveral = false

  /** The demands by which a condition comes to hold or to fail, each by facts of its own. */
  const demandsOn = (leaf: Leaf, slots: Slots, toMeet: Pick<Demand, 'condition' | 'must' | 'under'>): DemandSet[] => {
    const read = [...new Set(readsOf(leaf))].flatMap((fact) => places.get(fact) ?? []).filter(canDiffer)
    if (read.length === 0) return []
    const open = { ...toMeet, by: read, open: true, fixed: !read.some(canChange) }
    const met = (by: readonly Place[]) => ({ ...open, by, open: false, fixed: !by.every(canChange) })
    const able: Demand[] = []
    if (testsOneFact(leaf)) able.push({ ...met(read), under: undefined })
    else {
      ofSeveral = true
      for (const by of meeting(read))
        if (!able.some((other) => other.by.every((fact) => by.includes(fact))) && solve([met(by)], slots))
          able.push(met(by))
      if (able.length === 0) able.push(open)
    }
    return able.map((demand) => {
      const { condition, must, open, by } = demand
      const content = asText([condition, must, open, by.map(({ fact }) => fact)])
      const set = demands.get(content) ?? new Set([demand])
      demands.set(content, set)
      return set
    })
  }

  return {
    anyOfSeveral: () => ofSeveral,
    options: (slots) => {
      for (const rule of rules) {
        const conflict = conflictOrNo(rule, slots)
        if (!conflict) continue
        const trace = rule.trace(slots)
        const leaves = leavesOf(trace)
        const asFound = leavesOf(rule.trace(found))
        const ways = (leaf: Leaf, must: Demand['must']) => {
          const at = leaves.indexOf(leaf)
          const under = (other: Slots) => (looks-- > 0 ? leavesOf(rule.trace(other))[at] : undefined)
          return demandsOn(leaf, slots, { condition: asFound[at] ?? leaf, must, under })
        }
        return ruleOptions(trace, ways, conflict === 'no' ? undefined : conflict.exceptions)
      }
      return undefined
    },
  }
}

/** To tell whether two are the same. */
export const asText = (node: unknown): string =>
  JSON.stringify(node, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

function conflictOrNo(rule: BoundRule, slots: Slots): ConflictError | 'no' | undefined {
  try {
    return rule.sign(slots) < 0 ? 'no' : undefined
  } catch (error) {
    if (error instanceof ConflictError) return error
    throw error
  }
}

/** Every condition of a rule at the bottom of its trees, always in the same order. */
function leavesOf({ applies, general, exceptions }: RuleTrace): Leaf[] {
  const leaves = (trace: ConditionTrace | undefined): Leaf[] =>
    !trace ? [] : 'of' in trace ? trace.of.flatMap(leaves) : [trace]
  return [applies, general, ...exceptions.flatMap((e) => [e.applies, e.requires])].flatMap(leaves)
}

/**
 * A rule says no no longer when it does not apply, when its general requirement does not fail and no exception steps in,
 * or when an exception steps in and does not fail, with none over it stepping in. Where two exceptions step in at once, one of them must not.
 */
function ruleOptions(
  { applies, general, exceptions }: RuleTrace,
  ways: (leaf: Leaf, must: Demand['must']) => DemandSet[],
  conflict: readonly string[] | undefined,
): DemandSet[] {
  /** The smallest sets of demands under which the condition does not come out against what is wanted. */
  const options = (trace: ConditionTrace | undefined, want: boolean): DemandSet[] => {
    if (!trace) return want ? [new Set()] : []
    if (trace.truth !== (want ? 'failed' : 'held')) return [new Set()]
    if (!('of' in trace)) return ways(trace, want ? 'hold' : 'fail')
    const parts = trace.of.map((part) => options(part, want))
    return (trace.op === 'all') === want ? every(parts) : either(parts)
  }
  const outOfScope = options(applies, false)
  if (conflict) {
    const one = exceptions.filter((e) => conflict.includes(e.rule)).map((e) => options(e.applies, false))
    return either([outOfScope, ...one])
  }
  const keepOut = (kept: RuleTrace['exceptions']) => kept.map((e) => options(e.applies, false))
  const ordinary = every([options(general, true), ...keepOut(exceptions)])
  const excepted = exceptions.map((e) =>
    every([
      options(e.applies, true),
      options(e.requires, true),
      ...keepOut(exceptions.filter(({ over }) => over.has(e.rule))),
    ]),
  )
  return either([outOfScope, ordinary, ...excepted])
}
