import type { Decision, IsoDate } from '@khuyencong/rules'
import type { ProposalFacts } from '../proposal-facts.js'

/** A proposal (đề án) for the yearly plan. */
export interface Proposal {
  readonly id: string
  /** The support that the plan would give it, in đồng; above 0. */
  readonly support: bigint
  /** What eligibility said of it. A proposal that may not be supported is not ranked. */
  readonly eligibility: Pick<Decision, 'verdict'> & Partial<Pick<Decision, 'findings' | 'missing'>>
  /** What bears on its priority, as far as known. */
  readonly facts: ProposalFacts
  /** Day on which its file was complete. */
  readonly filedOn?: IsoDate
  /** Marks by criterion, where the plan is made with a `pointsRule`. */
  readonly marks?: Readonly<Record<string, number>>
}
