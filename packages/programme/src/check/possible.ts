import {
  bind,
  factProblems,
  isIsoDate,
  LawError,
  nextDay,
  previousDay,
  valueAt,
  type Condition,
  type Expression,
  type FactDefinition,
  type FactDefinitions,
  type Facts,
  type IsoDate,
  type Value,
} from '@khuyencong/rules'
import type { Pack } from '../pack.js'
import { conditionsIn, factsIn, expressionsOf } from './entries.js'

/**
 * Whether any facts can make a condition hold.
 * - `no`: certainly none can
 * - `yes`: these facts do
 * - `maybe`: not decided here
 */
export type Possible = { readonly answer: 'yes'; readonly facts: Facts } | { readonly answer: 'no' | 'maybe' }

/** More evaluations than this are not worth an answer. */
const most = 20_000

/** More listed items than this have too many subsets to go through. */
const mostItems = 8

type Comparison = Condition & { readonly op: 'compare' }

/**
 * Goes through every case that the condition can tell apart: each value of a choice, both of a flag, each limit that a
 * quantity is compared with and its neighbours. A comparison between several facts, or of something computed from them,
 * is taken as free to hold or not: what is then still impossible is impossible for certain.
 */
export function possible(condition: Condition, pack: Pick<Pack, 'facts' | 'law'>, day: IsoDate): Possible {
  const free: string[] = []
  const plain = withoutComputed(condition, pack.facts, free)
  const facts: FactDefinitions = { ...pack.facts, ...Object.fromEntries(free.map((name) => [name, flag])) }
  const domains = [...new Set(factsIn(expressionsOf(plain)))].map(
    (fact) => [fact, domain(fact, plain, facts, pack.law, day)] as const,
  )
  if (domains.some(([, values]) => values === undefined)) return { answer: 'maybe' }
  const test = verdictOf(plain, facts, pack, day)
  if (!test) return { answer: 'maybe' }

  let left = most
  const search = (known: Facts, index: number): Possible => {
    if (left-- <= 0) return { answer: 'maybe' }
    const verdict = test(known)
    if (verdict === 'unmet') return { answer: 'no' }
    const [fact, values = []] = domains[index] ?? []
    if (verdict === 'met' || fact === undefined) return { answer: 'yes', facts: known }
    let answer: Possible = { answer: 'no' }
    for (const value of values) {
      const found = search({ ...known, [fact]: value }, index + 1)
      if (found.answer === 'yes') return found
      if (found.answer === 'maybe') answer = found
    }
    return answer
  }
  const found = search({}, 0)
  // With free comparisons in play, the facts that were found need not exist.
  return found.answer === 'yes' && free.length > 0 ? { answer: 'maybe' } : found
}

const flag: FactDefinition = {
  kind: 'flag',
  group: '',
  mutability: 'fixed',
  title: { vi: '', en: '' },
  question: { vi: '', en: '' },
}

const verdictOf = (condition: Condition, facts: FactDefinitions, pack: Pick<Pack, 'law'>, day: IsoDate) => {
  const rule = {
    id: 'asked',
    group: '',
    title: { vi: '', en: '' },
    versions: [{ from: day, cites: [{ document: 'asked' }], trust: 'text', requires: condition }],
  } as const
  const law = { facts, parameters: pack.law.parameters, rules: { asked: rule }, amounts: {} }
  try {
    const bound = bind(law, { pack: 'asked', version: '', asOf: day })
    bound.verdict('', {})
    return (known: Facts) => bound.verdict('', known)
  } catch (error) {
    // What keeps it from building is reported where it stands.
    if (error instanceof LawError) return undefined
    throw error
  }
}

/** Puts a free flag in place of each comparison that does not come down to one fact against fixed limits; equal ones share a flag. */
function withoutComputed(condition: Condition, facts: FactDefinitions, free: string[]): Condition {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map((part) => withoutComputed(part, facts, free)) }
    case 'not':
      return { op: 'not', of: withoutComputed(condition.of, facts, free) }
    case 'compare':
      return limitsOf(condition) ? condition : freed(JSON.stringify(condition, exact), free)
    default:
      return condition.left.op === 'fact' ? condition : freed(JSON.stringify(condition, exact), free)
  }
}

const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value)

function freed(content: string, free: string[]): Condition {
  const fact = `free: ${content}`
  if (!free.includes(fact)) free.push(fact)
  return { op: 'compare', left: { op: 'fact', fact }, relation: '=', right: { op: 'literal', value: true } }
}

/** A comparison of one fact as it is: the fact, and the fixed expressions that it is compared with. */
function limitsOf({ left, right }: Comparison): { readonly fact: string; readonly limits: Expression[] } | undefined {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const)
    if (one.op === 'fact') {
      const limits = fixed(other)
      if (limits) return { fact: one.fact, limits }
    }
  return undefined
}

/** The literals and parameters that an expression chooses from; undefined where it computes. */
function fixed(expression: Expression): Expression[] | undefined {
  if (expression.op === 'literal' || expression.op === 'parameter') return [expression]
  if (expression.op !== 'match') return undefined
  const cases = Object.values(expression.cases).map(fixed)
  return cases.some((part) => part === undefined) ? undefined : cases.flatMap((part) => part ?? [])
}

/** The values of a fact that the condition can tell apart; undefined where they are too many. */
function domain(
  fact: string,
  condition: Condition,
  facts: FactDefinitions,
  law: Pack['law'],
  day: IsoDate,
): readonly Value[] | undefined {
  const definition = facts[fact]
  if (!definition) return undefined
  switch (definition.kind) {
    case 'flag':
      return [true, false]
    case 'choice':
      return Object.keys(definition.values)
    case 'choices': {
      const parts = conditionsIn(condition)
      // A list that is compared as a whole differs by what no membership speaks of, too.
      const whole = parts.some((part) => part.op === 'compare' && limitsOf(part)?.fact === fact)
      return subsets(whole ? Object.keys(definition.values) : [...new Set(parts.flatMap((part) => listed(part, fact)))])
    }
    default: {
      const limits = conditionsIn(condition).flatMap((part) => {
        const found = part.op === 'compare' ? limitsOf(part) : undefined
        return found?.fact === fact ? found.limits.flatMap((limit) => valueOf(limit, law, day)) : []
      })
      const near = [...new Set(limits.flatMap(around))]
      const fitting = near.filter((value) => factProblems({ [fact]: definition }, { [fact]: value }).length === 0)
      // Of limits beyond all that the fact can be, every value is on the same side.
      return fitting.length > 0 ? fitting : [anyOf[definition.kind]]
    }
  }
}

const anyOf = { money: 0n, count: 0, year: 2000, date: '2000-01-01' } as const

const listed = (part: Condition, fact: string): readonly string[] =>
  'values' in part && part.left.op === 'fact' && part.left.fact === fact ? part.values : []

const subsets = (items: readonly string[]): readonly Value[] | undefined =>
  items.length > mostItems
    ? undefined
    : items.reduce<readonly (readonly string[])[]>(
        (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
        [[]],
      )

function valueOf(limit: Expression, law: Pack['law'], day: IsoDate): readonly Value[] {
  if (limit.op === 'literal') return [limit.value]
  const parameter = limit.op === 'parameter' ? law.parameters[limit.parameter] : undefined
  const entry = parameter && valueAt(parameter, day)
  return entry ? [entry.value] : []
}

/** A limit and its neighbours: below, at and above it a comparison can differ, nowhere else. */
function around(limit: Value): readonly Value[] {
  if (typeof limit === 'bigint') return [limit - 1n, limit, limit + 1n]
  if (typeof limit === 'number') return [limit - 1, limit, limit + 1]
  return isIsoDate(limit) ? [previousDay(limit), limit, nextDay(limit)] : [limit]
}
