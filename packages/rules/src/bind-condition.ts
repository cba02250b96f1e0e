import { bindExpression, type BoundExpression, type Scope } from './bind-expression.js'
import type { Condition, Relation } from './condition.js'
import type { Facts } from './facts.js'
import type { ConditionTrace, Truth } from './trace.js'
import { compareValues, sameValue, type Value } from './value.js'

/** Three values as numbers: 1 held, 0 unknown, -1 failed. Kleene's `and` is then the minimum and `or` the maximum. */
export type Sign = 1 | 0 | -1

export interface BoundCondition {
  /** The result alone; stops as soon as it is decided. */
  sign(facts: Facts): Sign
  /** The same result with every part of it. */
  trace(facts: Facts): ConditionTrace
}

export const truthOf = (sign: Sign): Truth => (sign > 0 ? 'held' : sign < 0 ? 'failed' : 'unknown')
export const signOf = (truth: Truth): Sign => (truth === 'held' ? 1 : truth === 'failed' ? -1 : 0)

const opposite: Record<Relation, Relation> = { '=': '≠', '≠': '=', '<': '≥', '≥': '<', '≤': '>', '>': '≤' }

const tests: Record<Relation, (left: Value, right: Value) => boolean> = {
  '=': sameValue,
  '≠': (left, right) => !sameValue(left, right),
  '<': (left, right) => compareValues(left, right) < 0,
  '≤': (left, right) => compareValues(left, right) <= 0,
  '>': (left, right) => compareValues(left, right) > 0,
  '≥': (left, right) => compareValues(left, right) >= 0,
}

/** Compiles a condition. Negations move to the leaves, so that a trace reads without them. */
export function bindCondition(condition: Condition, scope: Scope, negated = false): BoundCondition {
  const title = negated ? undefined : condition.title
  switch (condition.op) {
    case 'not':
      return bindCondition(condition.of, scope, !negated)
    case 'all':
    case 'any': {
      const op = (condition.op === 'all') === negated ? 'any' : 'all'
      const of = condition.of.map((part) => bindCondition(part, scope, negated))
      return bindCombination(op, of, title)
    }
    case 'compare': {
      const left = bindExpression(condition.left, scope)
      const right = bindExpression(condition.right, scope)
      const relation = negated ? opposite[condition.relation] : condition.relation
      const test = tests[relation]
      const decide = (a: Value | undefined, b: Value | undefined): Sign =>
        a === undefined || b === undefined ? 0 : test(a, b) ? 1 : -1
      return {
        sign: (facts) => decide(left.value(facts), right.value(facts)),
        trace: (facts) => {
          const [a, b] = [left.trace(facts), right.trace(facts)]
          return { op: 'compare', truth: truthOf(decide(a.value, b.value)), title, left: a, relation, right: b }
        },
      }
    }
    default:
      return bindMembership(condition, bindExpression(condition.left, scope), negated, title)
  }
}

function bindCombination(op: 'all' | 'any', of: readonly BoundCondition[], title: Condition['title']): BoundCondition {
  const decided = op === 'all' ? -1 : 1
  const none = op === 'all' ? 1 : -1
  return {
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
      const signs = parts.map((part) => signOf(part.truth))
      const sign = signs.includes(decided) ? decided : signs.includes(0) ? 0 : none
      return { op, truth: truthOf(sign), title, of: parts }
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
  const wanted = new Set(values)
  const holds = (value: Value): boolean => {
    if (typeof value === 'string') return wanted.has(value)
    const list = value as readonly string[]
    return op === 'some-of' ? list.some((item) => wanted.has(item)) : values.every((item) => list.includes(item))
  }
  const decide = (value: Value | undefined): Sign => (value === undefined ? 0 : holds(value) === negated ? -1 : 1)
  return {
    sign: (facts) => decide(left.value(facts)),
    trace: (facts) => {
      const seen = left.trace(facts)
      return { op, negated, truth: truthOf(decide(seen.value)), title, left: seen, values }
    },
  }
}
