import type { Citations, Ratio, Text, Trust } from '@khuyencong/rules'

/** How a figure is known, and where it stands. */
export interface Source {
  readonly cites: Citations
  readonly trust: Trust
  readonly note?: Text
}

/** One figure of a level, with its source. */
export type Figure<T> = Source & { readonly value: T }

/** A level of support as a circular sets it: a share of the cost, a cap in đồng, or both. */
export interface Level {
  readonly rate?: Figure<Ratio>
  readonly cap: Figure<bigint>
}

/** A level with one source for both figures. */
export const level = (source: Source, cap: bigint, rate?: Ratio): Level => ({
  cap: { ...source, value: cap },
  ...(rate && { rate: { ...source, value: rate } }),
})

/** A million đồng. */
export const million = 1_000_000n
