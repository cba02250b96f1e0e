export type { Amount, AmountStatus } from './amount.js'
export { bind } from './bind.js'
export type { AmountInForce, BoundLaw, ParameterInForce, RuleInForce } from './bind-law.js'
export type { Finding, FindingVerdict } from './bind-rule.js'
export * from './citation.js'
export * from './condition.js'
export * from './decision.js'
export * from './errors.js'
export * from './explain.js'
export {
  type Expression,
  addYears,
  endOfYear,
  highest,
  literal,
  lowest,
  named,
  param,
  sum,
  times,
} from './expression.js'
export {
  type ChoiceFact,
  type DateFact,
  type FactDefinition,
  type FactDefinitions,
  type Facts,
  type FactsOf,
  type FactValue,
  type FlagFact,
  type Mutability,
  type QuantityFact,
  defineFacts,
  factProblems,
} from './facts.js'
export { factsRead } from './facts-read.js'
export * from './format.js'
export type { Given } from './given.js'
export {
  type IsoDate,
  type Period,
  inForce,
  isIsoDate,
  isoDate,
  nextDay,
  periodsOverlap,
  previousDay,
  yearOf,
} from './iso-date.js'
export {
  type FactEntry,
  type ParameterEntry,
  type TraceDocument,
  type VersionEntry,
  fromJson,
  toJson,
  traceDocument,
} from './json.js'
export { type DatedValue, type Parameter, type Reading, type Unit, overlay, parameter, valueAt } from './parameter.js'
export { givingWayTo } from './priority.js'
export { type Ratio, type Rounding, applyRatio, isRatio, percent, ratio } from './ratio.js'
export type { Change, Remedy } from './remedy.js'
export * from './rule.js'
export { type Doubt, type Support, restingOn, together } from './support.js'
export {
  type WorkingCalendar,
  addDays,
  addWorkingDays,
  workingCalendar,
  workingDayFrom,
  workingDaysBetween,
} from './term.js'
export * from './text.js'
export * from './trace.js'
export { traceText } from './trace-text.js'
export * from './trust.js'
export { type Value, sameValue } from './value.js'
export { verdictText } from './verdict-text.js'
export { type Vocabulary, vocabulary } from './vocabulary.js'
