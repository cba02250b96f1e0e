import type { AmountStatus } from './amount.js'
import type { Finding } from './bind-rule.js'
import type { Remedy } from './remedy.js'
import type { Support } from './support.js'
import type { IsoDate } from './iso-date.js'
import type { Text } from './text.js'
import type { Value } from './value.js'

export type Verdict = 'met' | 'unmet' | 'unknown'

/** Which law an answer was given under. */
export interface LawIdentity {
  readonly pack: string
  readonly version: string
  readonly asOf: IsoDate
}

/** Two rules of the law say different things and one of them prevailed. */
export interface DifferenceNotice {
  readonly kind: 'difference'
  readonly rule: string
  readonly exception: string
  readonly generalVerdict: Verdict
  readonly prevailingVerdict: Verdict
}

/** The answer hangs on an open point of law: under another reading it would be another. */
export interface OpenQuestionNotice {
  readonly kind: 'open-question'
  readonly parameter: string
  readonly title: Text
  readonly taken: Value
  /** What is taken in words, where the law has words for it. */
  readonly takenTitle: Text | undefined
  readonly readings: readonly { readonly value: Value; readonly title: Text; readonly verdict: Verdict }[]
}

/** The same of an amount: under another reading there would be another, or none. */
export interface OpenAmountNotice extends Omit<OpenQuestionNotice, 'readings'> {
  readonly readings: readonly {
    readonly value: Value
    readonly title: Text
    readonly status: AmountStatus
    /** In đồng; undefined unless known. */
    readonly amount: bigint | undefined
  }[]
}

export type Notice = DifferenceNotice | OpenQuestionNotice

/** An answer with everything it rests on. */
export interface Decision {
  /** The question, e.g. a content code. */
  readonly subject: string
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** For `unknown`: the facts that can still change the answer, in asking order. Empty once decided. */
  readonly missing: readonly string[]
  /** The first of `missing`. */
  readonly next: string | undefined
  readonly notices: readonly Notice[]
  readonly trust: Support
  readonly law: LawIdentity
  /**
   * For `unmet`: the smallest sets of changes that would end the no, those that an applicant can make first. Searched for when
   * they are first looked at; copy the list to clone a decision or post it: `{ ...decision, remedies: [...decision.remedies] }`.
   */
  readonly remedies: readonly Remedy[]
}
