import { bindExpression, type BoundExpression, type Scope } from './bind-expression.js'
import type { Condition, Relation } from './condition.js'
import type { Facts } from './facts.js'
import type { Text } from './text.js'
import type { ConditionTrace, Membership, Truth } from './trace.js'
import { compareValues, sameValue, type Value } from './value.js'

/** Three values as numbers: 1 held, 0 unknown, -1 failed. Kleene's `and` is then the minimum and `or` the maximum. */
export type Sign = 1 | 0 | -1

export interface BoundCondition {
  /** The facts that it reads, each as often as it does. */
  readonly reads: readonly string[]
  /** Every value of the law in it was read in its text. */
  readonly firm: boolean
  /** The result alone; stops as soon as it is decided. */
  readonly sign: (facts: Facts) => Sign
  /** The same result with every part of it. */
  trace(facts: Facts): ConditionTrace
}

export const truthOf = (sign: Sign): Truth => (sign > 0 ? 'held' : sign < 0 ? 'failed' : 'unknown')
export const signOf = (truth: Truth): Sign => (truth === 'held' ? 1 : truth === 'failed' ? -1 : 0)

const opposite: Record<Relation, Relation> = { '=': '≠', '≠': '=', '<': '≥', '≥': '<', '≤': '>', '>': '≤' }

/** Whether a relation holds between two known values. */
export const tests: Record<Relation, (left: Value, right: Value) => boolean> = {
  '=': sameValue,
  '≠': (left, right) => !sameValue(left, right),
  '<': (left, right) => compareValues(left, right) < 0,
  '≤': (left, right) => compareValues(left, right) <= 0,
  '>': (left, right) => compareValues(left, right) > 0,
  '≥': (left, right) => compareValues(left, right) >= 0,
}

/** Whether a value, or a list, is among `values` in the sense of `op`. */
export function isAmong(op: Membership['op'], value: Value, values: readonly string[]): boolean {
  if (!Array.isArray(value)) return values.some((item) => item === value)
  const list = value as readonly string[]
  if (op === 'all-of') {
    for (const item of values) if (!list.includes(item)) return false
    return true
  }
  for (const item of list) if (values.includes(item)) return true
  return false
}

/**
 * Compiles a condition. Negations move to the leaves, so that a trace reads without them.
 * @param of the title of a negation around it; a title inside a negation says the contrary and is left out
 */
export function bindCondition(condition: Condition, scope: Scope, negated = false, of?: Text): BoundCondition {
  const title = of ?? (negated ? undefined : condition.title)
  switch (condition.op) {
    case 'not':
      return bindCondition(condition.of, scope, !negated, title)
    case 'all':
    case 'any': {
      const op = (condition.op === 'all') === negated ? 'any' : 'all'
      const of = condition.of.map((part) => bindCondition(part, scope, negated))
      return bindCombination(op, of, title)
    }
    case 'compare':
      return bindComparison(condition, scope, negated, title)
    default:
      return bindMembership(condition, bindExpression(condition.left, scope), negated, title)
  }
}

type Comparison = Condition & { readonly op: 'compare' }

/** A value that depends on an unknown choice is not known, but the comparison is where every case gives the same. */
function bindComparison(condition: Comparison, scope: Scope, negated: boolean, title?: Text): BoundCondition {
  const left = bindExpression(condition.left, scope)
  const right = bindExpression(condition.right, scope)
  const relation = negated ? opposite[condition.relation] : condition.relation
  if (left.fact !== undefined && right.constant !== undefined)
    return bindLimit(left, left.fact, relation, right, right.constant, title)
  const test = tests[relation]
  const cases = casesOf(condition).map((part) => bindComparison(part, scope, negated))
  const decide = (a: Value | undefined, b: Value | undefined, facts: Facts): Sign => {
    if (a !== undefined && b !== undefined) return test(a, b) ? 1 : -1
    const [first = 0, ...rest] = cases.map((part) => part.sign(facts))
    return rest.every((sign) => sign === first) ? first : 0
  }
  return {
    reads: [...left.reads, ...right.reads],
    firm: left.firm && right.firm,
    sign: (facts) => decide(left.value(facts), right.value(facts), facts),
    trace: (facts) => {
      const a = left.trace(facts)
      const b = right.trace(facts)
      return { op: 'compare', truth: truthOf(decide(a.value, b.value, facts)), title, left: a, relation, right: b }
    },
  }
}

/** The commonest comparison by far: a fact against a value that no fact changes. */
function bindLimit(
  left: BoundExpression,
  fact: string,
  relation: Relation,
  right: BoundExpression,
  constant: Value,
  title?: Text,
): BoundCondition {
  const test = tests[relation]
  const sign =
    typeof constant === 'object'
      ? (facts: Facts) => {
          const value = facts[fact]
          return value === undefined ? 0 : signIf(test(value, constant))
        }
      : against[relation](fact, constant)
  const limit = right.trace({})
  return {
    reads: left.reads,
    firm: right.firm,
    sign,
    trace: (facts) => {
      const truth = truthOf(sign(facts))
      return { op: 'compare', truth, title, left: left.trace(facts), relation, right: limit }
    },
  }
}

type Against = Readonly<Record<Relation, (fact: string, limit: Value) => (facts: Facts) => Sign>>

const signIf = (holds: boolean): Sign => (holds ? 1 : -1)

/** A fact against a limit that is neither a ratio nor a list: there the language's own comparison does what `tests` do. */
const against: Against = {
  '=': (fact, limit) => (facts) => {
    const value = facts[fact]
    return value === undefined ? 0 : signIf(value === limit)
  },
  '≠': (fact, limit) => (facts) => {
    const value = facts[fact]
    return value === undefined ? 0 : signIf(value !== limit)
  },
  '<': (fact, limit) => (facts) => {
    const value = facts[fact]
    return value === undefined ? 0 : signIf(value < limit)
  },
  '≤': (fact, limit) => (facts) => {
    const value = facts[fact]
    return value === undefined ? 0 : signIf(value <= limit)
  },
  '>': (fact, limit) => (facts) => {
    const value = facts[fact]
    return value === undefined ? 0 : signIf(value > limit)
  },
  '≥': (fact, limit) => (facts) => {
    const value = facts[fact]
    return value === undefined ? 0 : signIf(value >= limit)
  },
}

/** The same comparison in each case of a match, where one side is a match. */
function casesOf(condition: Comparison): Comparison[] {
  for (const side of ['left', 'right'] as const) {
    const term = condition[side]
    if (term.op === 'match') return Object.values(term.cases).map((part) => ({ ...condition, [side]: part }))
  }
  return []
}

function bindCombination(op: 'all' | 'any', of: readonly BoundCondition[], title: Condition['title']): BoundCondition {
  const decided = op === 'all' ? -1 : 1
  const none = op === 'all' ? 1 : -1
  return {
    reads: of.flatMap((part) => part.reads),
    firm: of.every((part) => part.firm),
    sign: (facts) => {
      let result: Sign = none
      for (const part of of) {
        const sign = part.sign(facts)
        if (sign === decided) return decided
        if (sign === 0) result = 0
      }
      return result
    },
    trace: (facts) => {
      const parts = of.map((part) => part.trace(facts))
      let result: Sign = none
      for (const { truth } of parts) {
        const sign = signOf(truth)
        if (sign === decided) result = decided
        else if (sign === 0 && result !== decided) result = 0
      }
      return { op, truth: truthOf(result), title, of: parts }
    },
  }
}

function bindMembership(
  condition: Condition & { readonly op: 'one-of' | 'some-of' | 'all-of' },
  left: BoundExpression,
  negated: boolean,
  title: Condition['title'],
): BoundCondition {
  const { op, values } = condition
  const isIn = among(op, values)
  const { fact } = left
  const decide = (value: Value | undefined): Sign => (value === undefined ? 0 : signIf(isIn(value) !== negated))
  return {
    reads: left.reads,
    firm: left.firm,
    sign: fact === undefined ? (facts) => decide(left.value(facts)) : (facts) => decide(facts[fact]),
    trace: (facts) => {
      const seen = left.trace(facts)
      return { op, negated, truth: truthOf(decide(seen.value)), title, left: seen, values }
    },
  }
}

/** `isAmong` with its values fixed. Few strings are found faster one by one, many by their hash (measured). */
function among(op: Membership['op'], values: readonly string[]): (value: Value) => boolean {
  const set: ReadonlySet<Value> = new Set(values)
  if (values.length > 8) return (value) => (typeof value === 'object' ? isAmong(op, value, values) : set.has(value))
  return (value) => {
    if (typeof value === 'object') return isAmong(op, value, values)
    for (const item of values) if (item === value) return true
    return false
  }
}
