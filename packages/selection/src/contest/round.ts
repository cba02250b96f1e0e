import type { Verdict } from '@khuyencong/rules'
import type { ProductGroup } from '../entry-facts.js'
import type { Level } from '../level.js'
import type { CriteriaGroup } from '../tt-26-2014/article-7.js'

/** A product or set in the round; a set counts as one. */
export interface Entry {
  readonly id: string
  readonly group: ProductGroup
  /** What `assessEntry` said of it. An entry that may not enter is not marked. */
  readonly eligibility: Verdict
}

/** A sub-criterion that the head of the council set for the round, inside one of the four groups. */
export interface Criterion {
  readonly id: string
  readonly group: CriteriaGroup
  /** Highest mark, in points. */
  readonly most: number
}

/** A judge who does not mark an entry, or any entry. */
export interface Absence {
  readonly judge: string
  /** Absent: the judge is away for the whole round. */
  readonly entry?: string
  readonly reason: string
}

/** A judge whose sheet of an entry is in doubt because he has an interest in it. */
export interface Conflict {
  readonly judge: string
  readonly entry: string
  readonly reason: string
}

/**
 * The council's decision on how many to recognise: over the whole round, or for each group of products. Groups that
 * are not named are not cut.
 */
export type Cut = (
  { readonly keep: number } | { readonly keepByGroup: Readonly<Partial<Record<ProductGroup, number>>> }
) & {
  readonly by: 'council' | 'approved-project'
  readonly reason: string
}

/** The council's decision among entries of equal mean at the cut: best first. */
export interface TieDecision {
  readonly order: readonly string[]
  readonly reason: string
}

/** A round of a contest: everything that the sheets alone do not say. */
export interface Round {
  readonly id: string
  readonly level: Level
  /** The panel (Ban Giám khảo), an odd number. */
  readonly judges: readonly string[]
  readonly entries: readonly Entry[]
  /** Sub-criteria of this round; absent: one mark for each of the four groups, under the group's own name. */
  readonly criteria?: readonly Criterion[]
  readonly absences?: readonly Absence[]
  readonly conflicts?: readonly Conflict[]
  readonly cut?: Cut
  readonly tieDecision?: TieDecision
}

/**
 * One judge's marks of one entry. A sheet is never changed: a correction is the next version, with its reason, and the
 * versions before stay.
 */
export interface Sheet {
  readonly judge: string
  readonly entry: string
  /** 1 for the first; each correction adds 1. */
  readonly version: number
  /** Why it was corrected; from version 2 on. */
  readonly reason?: string
  /** Points by criterion, at most four decimals. */
  readonly marks: Readonly<Record<string, number>>
}
