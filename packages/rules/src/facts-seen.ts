import type { FactSeen, ValueTrace } from './trace.js'

/** The facts in a value's trace, each as often as it was read. */
export const factsSeen = (trace: ValueTrace): FactSeen[] =>
  trace.op === 'fact' ? [trace] : 'of' in trace ? trace.of.flatMap(factsSeen) : []
