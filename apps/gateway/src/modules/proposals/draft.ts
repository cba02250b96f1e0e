import type { ApplicationFacts } from '@khuyencong/domain'
import type { ProposalFacts } from '@khuyencong/selection'
import type { Fund, ProposalKind } from '../../generated/prisma/enums.js'

/** What a proposal asks for, as it is written. Amounts are đồng, days ISO. */
export interface Draft {
  readonly kind: ProposalKind
  readonly title: string
  readonly contentCode: string
  readonly fund: Fund
  readonly establishmentId: string
  readonly siteId: string
  readonly planYear: number
  readonly planDate: string
  readonly facts: ApplicationFacts
  readonly priorityFacts: ProposalFacts
  readonly totalCost: bigint
  readonly eligibleCost: bigint
  readonly requestedSupport: bigint
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly partners: readonly string[]
  readonly members: readonly Member[]
  readonly expenses: readonly Expense[]
}

/** An establishment of a group, or a content of a key proposal. */
export interface Member {
  readonly establishmentId: string
  readonly siteId: string
  readonly contentCode: string
  readonly facts: ApplicationFacts
  readonly eligibleCost: bigint
  readonly requestedSupport: bigint
}

/** One item of expense (nội dung chi). */
export interface Expense {
  readonly establishmentId: string
  readonly item: string
  readonly cost: bigint
  readonly support: bigint
  readonly periodFrom: string | null
  readonly periodTo: string | null
}
