import type { Combination, ConditionTrace } from './trace.js'

/** The parts of a combination; all of several among all of others are parts like them, unless they have a title of their own. */
export const partsOf = (trace: Combination): readonly ConditionTrace[] =>
  trace.of.flatMap((part) => ('of' in part && part.op === trace.op && !part.title ? partsOf(part) : [part]))
