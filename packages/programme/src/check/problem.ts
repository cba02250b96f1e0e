import type { Citations, IsoDate, Text } from '@khuyencong/rules'

/** What can be wrong with a pack, for programs. `message` says it for people. */
export type PackProblemCode =
  | 'malformed'
  | 'period-malformed'
  | 'overlap'
  | 'uncited'
  | 'unknown-trust'
  | 'assumed-without-note'
  | 'missing-translation'
  | 'unknown-fact'
  | 'unknown-parameter'
  | 'unknown-rule'
  | 'unknown-value'
  | 'unknown-subject'
  | 'unknown-group'
  | 'table-gap'
  | 'table-surplus'
  | 'value-type'
  | 'unnamed-code'
  | 'reading-equals-value'
  | 'missing-value'
  | 'expired-value'
  | 'no-level-yet'
  | 'above-reference'
  | 'national-value'
  | 'base-again'
  | 'exempt-in-part'
  | 'never-in-force'
  | 'never-applies'
  | 'always-applies'
  | 'never-met'
  | 'always-met'
  | 'dead-branch'
  | 'exception-to-nothing'
  | 'exceptions-conflict'
  | 'exceptions-may-conflict'
  | 'unused-fact'
  | 'unused-parameter'
  | 'does-not-build'

/** Where in a pack: an item, and the version or value that begins on `from`. */
export interface Place {
  readonly kind: 'pack' | 'rule' | 'parameter' | 'amount' | 'fact'
  readonly id: string
  readonly from?: IsoDate
}

/** One thing that is wrong with a pack. An `error` makes answers wrong or impossible; a `warning` is to be looked at. */
export interface PackProblem {
  readonly code: PackProblemCode
  readonly severity: 'error' | 'warning'
  readonly place: Place
  /** What is wrong and what was expected. */
  readonly message: Text
  /** The articles concerned, where the place has any. */
  readonly cites: Citations | undefined
}

export const error = (code: PackProblemCode, place: Place, cites: Citations | undefined, message: Text): PackProblem =>
  ({ code, severity: 'error', place, message, cites }) as const

export const warning = (
  code: PackProblemCode,
  place: Place,
  cites: Citations | undefined,
  message: Text,
): PackProblem => ({ code, severity: 'warning', place, message, cites }) as const
