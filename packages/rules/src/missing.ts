import type { Places } from './place.js'
import type { ConditionTrace, ValueTrace } from './trace.js'

/** The facts that keep a value from being known. */
export function missingInValue(trace: ValueTrace): string[] {
  if (trace.value !== undefined) return []
  if (trace.op === 'fact') return [trace.fact]
  return 'of' in trace ? trace.of.flatMap(missingInValue) : []
}

/** The facts that keep a condition from being decided: those under its undecided parts, none under decided ones. */
export function missingInCondition(trace: ConditionTrace): string[] {
  if (trace.truth !== 'unknown') return []
  if (trace.op === 'compare') return [...missingInValue(trace.left), ...missingInValue(trace.right)]
  return 'of' in trace ? trace.of.flatMap(missingInCondition) : missingInValue(trace.left)
}

/** Each of the facts once, in the order of the dictionary. */
export function inAskingOrder(facts: readonly string[], places: Places): string[] {
  const asked = new Set(facts)
  return [...places.keys()].filter((fact) => asked.has(fact))
}
