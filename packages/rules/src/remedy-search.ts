import type { BoundRule, RuleTrace } from './bind-rule.js'
import { ConflictError } from './errors.js'
import type { Mutability } from './facts.js'
import { slotOf, type Places, type Slots } from './place.js'
import type { ConditionTrace, Leaf } from './trace.js'
import type { Value } from './value.js'
import { factsOf, singleFact, witness, type Demand } from './witness.js'

/** Demands by number, so that sets of them compare fast: twice the number of the condition, and 1 for `hold`. */
type DemandSet = ReadonlySet<number>

/** Demands that are met together: by one value of their fact, or, where several facts decide, in a way left open. */
export interface Step {
  readonly demands: readonly Demand[]
  readonly facts: readonly string[]
  /** Undefined where left open. */
  readonly to: Value | undefined
}

/** More alternatives than this at a time are not followed up; those with the fewest changes to what is fixed, then the fewest at all, are kept. */
const most = 64
/** Up to so many steps, every subset is tried before a set counts as minimal; beyond, they are left out one by one. */
const mostSubsets = 6

/**
 * Sets of steps after each of which none of `rules` says no any more; of no set is a part enough.
 *
 * Begins with no demand and asks, for each set of demands at hand, for values that meet them; takes the first rule that
 * still says no with these values, and goes on with each way in which that rule could stop saying so. A rule that says
 * no only because of a change made for another is thus met, too.
 */
export function search(rules: readonly BoundRule[], places: Places, slots: Slots): Step[][] {
  const conditions = new Conditions(rules, slots)
  const fixed = conditions.found.map((leaf) => mutabilityOf(factsOf(leaf), places) === 'fixed')
  const weight = (set: DemandSet) => [...set].filter((demand) => fixed[demand >> 1]).length * 1000 + set.size

  const stepsOf = (set: DemandSet): Step[] | undefined => {
    const byFact = new Map<string, Demand[]>()
    const steps: Step[] = []
    for (const number of set) {
      const demand = conditions.demand(number)
      const fact = singleFact(demand.condition)
      if (fact === undefined) steps.push({ demands: [demand], facts: factsOf(demand.condition), to: undefined })
      else byFact.set(fact, [...(byFact.get(fact) ?? []), demand])
    }
    for (const [fact, demands] of byFact) {
      const place = places.get(fact)
      const to = place && witness(place, slots, demands)
      if (to === undefined) return undefined
      steps.push({ demands, facts: [fact], to })
    }
    return steps
  }

  const found: DemandSet[] = []
  let beam: readonly DemandSet[] = [new Set()]
  while (beam.length > 0) {
    const next: DemandSet[] = []
    for (const set of beam) {
      const options = conditions.options(changedBy(stepsOf(set) ?? [], places, slots))
      if (!options) found.push(set)
      else next.push(...options.map((option) => new Set([...set, ...option])).filter((grown) => grown.size > set.size))
    }
    beam = minimal(next, { weight, besides: found, accepts: (set) => stepsOf(set) !== undefined })
  }
  const endsNo = (steps: readonly Step[]) => !conditions.options(changedBy(steps, places, slots))
  return minimal(found, { weight }).flatMap((set) => {
    const steps = stepsOf(set)
    return steps ? [fewest(steps, endsNo)] : []
  })
}

/** The facts after these steps. What is left open becomes unknown: with that, no rule can be sure of its no, if any facts can end it. */
function changedBy(steps: readonly Step[], places: Places, slots: Slots): Slots {
  const changed = [...slots]
  const set = (fact: string, to: Value | undefined) => {
    const place = places.get(fact)
    if (place) changed[place.index] = to === undefined ? place.unknown : slotOf(place, to)
  }
  for (const { facts, to } of steps) if (to === undefined) for (const fact of facts) set(fact, to)
  for (const { facts, to } of steps) if (to !== undefined) for (const fact of facts) set(fact, to)
  return changed
}

/** Whether any of `facts` can still be changed. */
export const mutabilityOf = (facts: readonly string[], places: Places): Mutability =>
  facts.some((fact) => places.get(fact)?.definition.mutability === 'changeable') ? 'changeable' : 'fixed'

/** The smallest part of `steps` that is enough. */
function fewest(steps: readonly Step[], enough: (steps: readonly Step[]) => boolean): Step[] {
  if (steps.length > mostSubsets)
    return steps.reduce<Step[]>(
      (left, step) => {
        const others = left.filter((other) => other !== step)
        return enough(others) ? others : left
      },
      [...steps],
    )
  const subsets = steps.reduce<Step[][]>((all, step) => all.flatMap((subset) => [subset, [...subset, step]]), [[]])
  return subsets.sort((a, b) => a.length - b.length).find(enough) ?? [...steps]
}

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

/** The conditions of some rules as they were found, each with a number; the same condition in two places has one. */
class Conditions {
  readonly #rules: readonly BoundRule[]
  readonly found: readonly Leaf[]
  /** For each rule, the numbers of its conditions in the order of `leavesOf`. */
  readonly #numbers: readonly (readonly number[])[]

  constructor(rules: readonly BoundRule[], slots: Slots) {
    this.#rules = rules
    const found: Leaf[] = []
    const byContent = new Map<string, number>()
    this.#numbers = rules.map((rule) =>
      leavesOf(rule.trace(slots)).map((leaf) => {
        const content = JSON.stringify(leaf, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
        const number = byContent.get(content) ?? found.push(leaf) - 1
        byContent.set(content, number)
        return number
      }),
    )
    this.found = found
  }

  demand(number: number): Demand {
    const condition = this.found[number >> 1]
    if (!condition) throw new RangeError(`no demand ${number}`)
    return { condition, must: number & 1 ? 'hold' : 'fail' }
  }

  /** How the first rule that says no with these facts could stop saying so; undefined where none does. */
  options(slots: Slots): DemandSet[] | undefined {
    for (const [index, rule] of this.#rules.entries()) {
      const conflict = conflictOrNo(rule, slots)
      if (!conflict) continue
      const trace = rule.trace(slots)
      const numbers = this.#numbers[index] ?? []
      const numberOf = new Map(leavesOf(trace).map((leaf, i) => [leaf, numbers[i] ?? 0]))
      return ruleOptions(trace, numberOf, conflict === 'no' ? undefined : conflict.exceptions)
    }
    return undefined
  }
}

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
  numberOf: ReadonlyMap<Leaf, number>,
  conflict: readonly string[] | undefined,
): DemandSet[] {
  /** The smallest sets of demands under which the condition does not come out against what is wanted. */
  const options = (trace: ConditionTrace | undefined, want: boolean): DemandSet[] => {
    if (!trace) return want ? [new Set()] : []
    if (trace.truth !== (want ? 'failed' : 'held')) return [new Set()]
    if (!('of' in trace)) return [new Set([(numberOf.get(trace) ?? 0) * 2 + (want ? 1 : 0)])]
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
