import type { Citation, Period, Text } from '@khuyencong/rules'
import type { ContentCode } from '@khuyencong/domain'

/** A figure that a programme document states of what went before. */
export interface BaselineFigure {
  readonly id: string
  readonly title: Text
  /** Đồng where `unit` is `dong`, else a number of things. */
  readonly value: bigint
  readonly unit: 'dong' | 'establishments' | 'rounds' | 'products' | 'artisans'
  /** The document says "nearly" or "more than". */
  readonly approximate?: boolean
  readonly cites: readonly [Citation, ...Citation[]]
}

/** A programme (chương trình): contents and tasks for a period, approved by one decision. */
export interface Programme {
  readonly title: Text
  /** The decision that approves it. */
  readonly document: string
  readonly period: Period
  /** Where the decision has each content. */
  readonly contents: Readonly<Record<ContentCode, readonly Citation[]>>
  /** Where the money comes from. */
  readonly sources: readonly { readonly title: Text; readonly cites: readonly [Citation, ...Citation[]] }[]
  /** What the period before achieved. */
  readonly baseline: readonly BaselineFigure[]
}
