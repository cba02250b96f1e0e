import {
  bindExpression,
  noSuch,
  ofAll,
  rangeIn,
  type BoundExpression,
  type Range,
  type Scope,
} from './bind-expression.js'
import type { Condition, Relation } from './condition.js'
import { kept } from './kept.js'
import { rangeOf, type Place, type Slots } from './place.js'
import type { Text } from './text.js'
import type { ConditionTrace, Membership, Test, Truth, ValueTrace } from './trace.js'
import { compareValues, sameValue, type Value } from './value.js'

/** Three values as numbers: 1 held, 0 unknown, -1 failed. Kleene's `and` is then the minimum and `or` the maximum. */
export type Sign = 1 | 0 | -1

export interface BoundCondition {
  /** The facts that it reads, each as often as it does. */
  readonly reads: readonly Place[]
  /** Every value of the law in it was read in its text. */
  readonly firm: boolean
  /** The result alone; stops as soon as it is decided. */
  readonly sign: (slots: Slots) => Sign
  /** The same result with every part of it. */
  readonly trace: (slots: Slots) => ConditionTrace
}

export const truthOf = (sign: Sign): Truth => (sign > 0 ? 'held' : sign < 0 ? 'failed' : 'unknown')
export const signOf = (truth: Truth): Sign => (truth === 'held' ? 1 : truth === 'failed' ? -1 : 0)
const signIf = (holds: boolean): Sign => (holds ? 1 : -1)

const opposite: Record<Relation, Relation> = { '=': '≠', '≠': '=', '<': '≥', '≥': '<', '≤': '>', '>': '≤' }

/** What a relation comes to where the left value is below, at and above the right one. */
const outcomes: Readonly<Record<Relation, readonly [Sign, Sign, Sign]>> = {
  '=': [-1, 1, -1],
  '≠': [1, -1, 1],
  '<': [1, -1, -1],
  '≤': [1, 1, -1],
  '>': [-1, -1, 1],
  '≥': [-1, 1, 1],
}

/** Whether a relation holds between two known values. */
export function holds(left: Value, relation: Relation, right: Value): boolean {
  const order = Array.isArray(left) ? Number(!sameValue(left, right)) : compareValues(left, right)
  return outcomes[relation][order + 1] === 1
}

/** What a relation comes to between values of which only the ends are known: it is certain where all of them agree. */
function between([low, high]: Range, relation: Relation, [otherLow, otherHigh]: Range): Sign {
  const [below, at, above] = outcomes[relation]
  const order = (a: Value | undefined, b: Value | undefined) =>
    a === undefined || b === undefined || Array.isArray(a) ? undefined : compareValues(a, b)
  const [most, least] = [order(high, otherLow), order(low, otherHigh)]
  if (most === -1) return below
  if (least === 1) return above
  if (most === 0 && below === at) return at
  return least === 0 && above === at ? at : 0
}

/** Whether a value, or a list, is among `values` in the sense of `op`. */
export function isAmong(op: Membership['op'], value: Value, values: readonly string[]): boolean {
  if (!Array.isArray(value)) return values.includes(value as string)
  const list = value as readonly string[]
  return op === 'all-of' ? values.every((item) => list.includes(item)) : list.some((item) => values.includes(item))
}

/**
 * Compiles a condition. Negations move to the leaves, so that a trace reads without them.
 * @param of the title of a negation around it; a title inside a negation says the contrary and is left out
 * @throws LawError naming the owner where it is of no kind that there is, compares in no way that there is, or an
 *   expression in it is wrong
 */
export function bindCondition(condition: Condition, scope: Scope, negated = false, of?: Text): BoundCondition {
  const { op } = condition
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
    case 'one-of':
    case 'some-of':
    case 'all-of':
      return bindMembership(condition, bindExpression(condition.left, scope), negated, title)
    default:
      throw noSuch(scope, 'condition', op)
  }
}

/** A condition at the bottom: of facts of few values, each answer is made once. */
const leaf = (
  terms: readonly BoundExpression[],
  sign: BoundCondition['sign'],
  trace: BoundCondition['trace'],
): BoundCondition => {
  const { reads, firm } = ofAll(terms)
  return { reads, firm, sign: kept(reads, sign), trace: kept(reads, trace) }
}

type Comparison = Condition & { readonly op: 'compare' }

/** A value that depends on an unknown choice is not known, but the comparison is where every case gives the same. */
function bindComparison(condition: Comparison, scope: Scope, negated: boolean, title?: Text): BoundCondition {
  if (!Object.hasOwn(outcomes, condition.relation)) throw noSuch(scope, 'relation', condition.relation)
  const left = bindExpression(condition.left, scope)
  const right = bindExpression(condition.right, scope)
  const relation = negated ? opposite[condition.relation] : condition.relation
  const ofLimit = bindLimit(left, condition.left.name, relation, right, title)
  if (ofLimit) return ofLimit
  const [below, at, above] = outcomes[relation]
  const cases = casesOf(condition).map((part) => bindComparison(part, scope, negated))
  const ofKnown = (a: Value, b: Value): Sign =>
    typeof a === 'object' ? signIf(holds(a, relation, b)) : a < b ? below : a > b ? above : at
  const ofTraces = (a: ValueTrace, b: ValueTrace, slots: Slots): Sign => {
    if (a.value !== undefined && b.value !== undefined) return ofKnown(a.value, b.value)
    const certain = between(rangeIn(left, a), relation, rangeIn(right, b))
    if (certain !== 0) return certain
    const [first = 0, ...rest] = cases.map((part) => part.sign(slots))
    return rest.every((sign) => sign === first) ? first : 0
  }
  const sign = (slots: Slots): Sign => {
    const a = left.value(slots)
    const b = right.value(slots)
    if (a !== undefined && b !== undefined) return ofKnown(a, b)
    return ofTraces(left.trace(slots), right.trace(slots), slots)
  }
  return leaf([left, right], sign, (slots) => {
    const a = left.trace(slots)
    const b = right.trace(slots)
    return { op: 'compare', truth: truthOf(ofTraces(a, b, slots)), title, left: a, relation, right: b }
  })
}

/** The commonest comparison by far, a number against a limit that no fact changes, reads the number and compares. */
function bindLimit(
  left: BoundExpression,
  name: string | undefined,
  relation: Relation,
  right: BoundExpression,
  title: Text | undefined,
): BoundCondition | undefined {
  const { constant: limit } = right
  const { place } = left
  if (place?.states !== Infinity || (typeof limit !== 'bigint' && typeof limit !== 'number')) return undefined
  const { index, fact } = place
  const [below, at, above] = outcomes[relation]
  const unknown = between(rangeOf(place.definition), relation, [limit, limit])
  const seenLimit = right.trace([])
  // One for each kind of number: code that has met but one kind compares it without a look at what it is.
  if (typeof limit === 'bigint') {
    const signOf = (value: bigint | undefined): Sign =>
      value === undefined ? unknown : value < limit ? below : value > limit ? above : at
    return {
      ...ofAll([left, right]),
      sign: (slots) => signOf(slots[index] as bigint | undefined),
      trace: (slots) => {
        const value = slots[index] as bigint | undefined
        const truth = truthOf(signOf(value))
        return { op: 'compare', truth, title, left: { op: 'fact', name, fact, value }, relation, right: seenLimit }
      },
    }
  }
  const sign = (slots: Slots): Sign => {
    const value = slots[index] as number | undefined
    return value === undefined ? unknown : value < limit ? below : value > limit ? above : at
  }
  const trace = (slots: Slots): Test => {
    const truth = truthOf(sign(slots))
    return { op: 'compare', truth, title, left: left.trace(slots), relation, right: seenLimit }
  }
  // To compare is quicker than to look up what was compared.
  return { ...leaf([left, right], sign, trace), sign }
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
    ...ofAll(of),
    sign: (slots) => {
      let result: Sign = none
      for (const part of of) {
        const sign = part.sign(slots)
        if (sign === decided) return decided
        if (sign === 0) result = 0
      }
      return result
    },
    trace: (slots) => {
      const parts = new Array<ConditionTrace>(of.length)
      let result: Sign = none
      let i = 0
      for (const part of of) {
        const trace = part.trace(slots)
        parts[i++] = trace
        const sign = signOf(trace.truth)
        if (sign === decided) result = decided
        else if (sign === 0 && result !== decided) result = 0
      }
      return { op, truth: truthOf(result), title, of: parts }
    },
  }
}

function bindMembership(
  condition: Condition & { readonly op: Membership['op'] },
  left: BoundExpression,
  negated: boolean,
  title: Condition['title'],
): BoundCondition {
  const { op, values } = condition
  const signIn = (value: Value | undefined): Sign =>
    value === undefined ? 0 : signIf(isAmong(op, value, values) !== negated)
  return leaf(
    [left],
    (slots) => signIn(left.value(slots)),
    (slots) => {
      const seen = left.trace(slots)
      return { op, negated, truth: truthOf(signIn(seen.value)), title, left: seen, values }
    },
  )
}
