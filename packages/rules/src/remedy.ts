import { compareValues, type Value } from './value.js'
import type { FactDefinitions, Facts, Mutability } from './facts.js'
import type { RuleTrace } from './bind-rule.js'
import type { ConditionTrace, Leaf, ValueTrace } from './trace.js'

/** One thing that would have to be otherwise. */
export interface Change {
  /** The facts that the condition reads. */
  readonly facts: readonly string[]
  /** The condition as it was found. */
  readonly condition: Leaf
  /** Whether the condition must come to hold or to fail. */
  readonly must: 'hold' | 'fail'
  /** A value of the (single) fact with which it would, or undefined where several facts together decide. */
  readonly to: Value | undefined
  readonly mutability: Mutability
}

/** A set of changes that together turn the answer; none of them can be left out. */
export interface Remedy {
  readonly changes: readonly Change[]
  /** `fixed` when any of the changes is to a fact that an applicant cannot change. */
  readonly mutability: Mutability
}

type Demand = Pick<Change, 'condition' | 'must'>
type Options = readonly (readonly Demand[])[]

/** More alternatives than this are not worth reading; the smallest are kept. */
const most = 64

const keyOf = ({ condition, must }: Demand): string =>
  `${must} ${JSON.stringify(condition, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))}`

const minimal = (options: Options): Options => {
  const sets = options.map((option) => new Map(option.map((demand) => [keyOf(demand), demand])))
  sets.sort((a, b) => a.size - b.size)
  const kept: Map<string, Demand>[] = []
  for (const set of sets) if (!kept.some((smaller) => [...smaller.keys()].every((key) => set.has(key)))) kept.push(set)
  return kept.slice(0, most).map((set) => [...set.values()])
}

const both = (a: Options, b: Options): Options => minimal(a.flatMap((x) => b.map((y) => [...x, ...y])))
const either = (options: readonly Options[]): Options => minimal(options.flat())
const every = (options: readonly Options[]): Options => options.reduce<Options>(both, [[]])

/** The smallest sets of demands under which the condition comes out as wanted. */
function options(trace: ConditionTrace | undefined, want: boolean): Options {
  if (!trace) return want ? [[]] : []
  if (trace.truth === (want ? 'held' : 'failed')) return [[]]
  if (!('of' in trace)) return [[{ condition: trace, must: want ? 'hold' : 'fail' }]]
  const parts = trace.of.map((part) => options(part, want))
  return (trace.op === 'all') === want ? every(parts) : either(parts)
}

/** A rule is satisfied when it does not apply, when its general requirement holds and no exception steps in, or when an exception steps in and is met. */
function ruleOptions(rule: RuleTrace): Options {
  const general = every([options(rule.general, true), ...rule.exceptions.map((e) => options(e.applies, false))])
  const excepted = rule.exceptions.map((e) => both(options(e.applies, true), options(e.requires, true)))
  return either([options(rule.applies, false), general, ...excepted])
}

/**
 * The smallest sets of changes under which none of `rules` says no, changeable ones first.
 * @param stillUnmet whether the whole decision would still be a no with these facts: an answer turned in one rule may be lost in another.
 */
export function remedies(
  rules: readonly RuleTrace[],
  definitions: FactDefinitions,
  facts: Facts,
  stillUnmet: (facts: Facts) => boolean,
): Remedy[] {
  if (rules.length === 0) return []
  const found: Remedy[] = []
  for (const demands of every(rules.map(ruleOptions))) {
    const changes = settle(demands, definitions, facts, stillUnmet)
    if (changes)
      found.push({ changes, mutability: changes.some((c) => c.mutability === 'fixed') ? 'fixed' : 'changeable' })
  }
  return found.sort(
    (a, b) =>
      Number(a.mutability === 'fixed') - Number(b.mutability === 'fixed') || a.changes.length - b.changes.length,
  )
}

/** Finds values that meet all demands at once, or none if they contradict one another or another rule. */
function settle(
  demands: readonly Demand[],
  definitions: FactDefinitions,
  facts: Facts,
  stillUnmet: (facts: Facts) => boolean,
): Change[] | undefined {
  const single = new Map<string, Demand[]>()
  for (const demand of demands) {
    const fact = singleFact(demand.condition)
    if (fact) single.set(fact, [...(single.get(fact) ?? []), demand])
  }
  const candidates = [...single].map(([fact, on]) => [fact, witnesses(fact, on, definitions)] as const)
  if (candidates.some(([, values]) => values?.length === 0)) return undefined
  const open =
    single.size < new Set(demands.flatMap((d) => factsOf(d.condition))).size || candidates.some(([, v]) => !v)
  const chosen = choose(
    candidates.flatMap(([fact, values]) => (values ? [[fact, values] as const] : [])),
    facts,
    (changed) => open || !stillUnmet(changed),
  )
  if (!chosen) return undefined
  return demands.map(({ condition, must }) => {
    const on = factsOf(condition)
    const fact = singleFact(condition)
    const mutability = on.some((key) => definitions[key]?.mutability === 'changeable') ? 'changeable' : 'fixed'
    return { facts: on, condition, must, to: fact ? chosen[fact] : undefined, mutability }
  })
}

/** The first combination of candidate values that is accepted. */
function choose(
  candidates: readonly (readonly [fact: string, values: readonly Value[]])[],
  facts: Facts,
  accepts: (facts: Facts) => boolean,
): Facts | undefined {
  const [first, ...rest] = candidates
  if (!first) return accepts(facts) ? facts : undefined
  for (const value of first[1]) {
    const chosen = choose(rest, { ...facts, [first[0]]: value }, accepts)
    if (chosen) return chosen
  }
  return undefined
}

/** Values of one fact that meet every demand on it; undefined where they cannot be listed. */
function witnesses(
  fact: string,
  demands: readonly Demand[],
  definitions: FactDefinitions,
): readonly Value[] | undefined {
  const definition = definitions[fact]
  const limits = demands.flatMap(({ condition }) => (condition.op === 'compare' ? around(condition) : []))
  const lists = demands.flatMap(({ condition }) => (condition.op === 'compare' ? [] : [condition.values]))
  const pool: readonly Value[] =
    definition?.kind === 'flag'
      ? [true, false]
      : definition?.kind === 'choice'
        ? Object.keys(definition.values)
        : definition?.kind === 'choices'
          ? [[], ...lists.flatMap((list) => [...list.map((item) => [item]), list])]
          : limits
  return pool.filter((value) => demands.every((demand) => satisfied(demand, value)))
}

/** The limit itself and its neighbours: if any value meets the comparison, one of these does. */
function around(condition: Leaf & { readonly op: 'compare' }): Value[] {
  const limit = condition.left.op === 'fact' ? condition.right.value : condition.left.value
  if (typeof limit === 'bigint') return [limit, limit + 1n, limit - 1n]
  if (typeof limit === 'number') return [limit, limit + 1, limit - 1]
  return limit === undefined ? [] : [limit]
}

function satisfied({ condition, must }: Demand, value: Value): boolean {
  return holds(condition, value) === (must === 'hold')
}

function holds(condition: Leaf, value: Value): boolean {
  if (condition.op === 'compare') {
    const limit = condition.left.op === 'fact' ? condition.right.value : condition.left.value
    if (limit === undefined) return false
    const order = condition.left.op === 'fact' ? compareValues(value, limit) : compareValues(limit, value)
    const by = { '=': order === 0, '≠': order !== 0, '<': order < 0, '≤': order <= 0, '>': order > 0, '≥': order >= 0 }
    return by[condition.relation]
  }
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : []
  const found =
    condition.op === 'all-of'
      ? condition.values.every((v) => list.includes(v))
      : list.some((v) => condition.values.includes(v))
  return found !== condition.negated
}

const factsIn = (trace: ValueTrace): string[] =>
  trace.op === 'fact' ? [trace.fact] : 'of' in trace ? trace.of.flatMap(factsIn) : []

const factsOf = (leaf: Leaf): string[] => [
  ...new Set(leaf.op === 'compare' ? [...factsIn(leaf.left), ...factsIn(leaf.right)] : factsIn(leaf.left)),
]

/** The fact of a leaf that reads one fact, as it is, against a known limit. */
function singleFact(leaf: Leaf): string | undefined {
  const facts = factsOf(leaf)
  const direct = leaf.left.op === 'fact' || (leaf.op === 'compare' && leaf.right.op === 'fact')
  return facts.length === 1 && direct ? facts[0] : undefined
}
