import type { Citations, Period, Ratio, Text, Trust } from '@khuyencong/rules'

/** How a figure is known, and where it stands. */
export interface Source {
  readonly cites: Citations
  readonly trust: Trust
  readonly note?: Text
}

/** A level of support as a circular sets it: a share of the cost, a cap in đồng, or both. */
export interface Level extends Source {
  readonly rate?: Ratio
  readonly cap?: bigint
}

/** The levels of one circular while it is in force. */
export interface LevelTable {
  readonly period: Period
  readonly levels: Readonly<Record<string, Level>>
}

/** A million đồng. */
export const million = 1_000_000n
