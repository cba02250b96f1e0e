import { supportCeiling, type SupportCeiling } from '@khuyencong/budget'
import { contents, isContentCode, type ApplicationFacts } from '@khuyencong/domain'
import type { Fund } from '../../generated/prisma/enums.js'
import { lawOfProvince } from '../law/packs.js'

/** What of a grant decides for at most how much it could have been. */
export interface GrantFigures {
  readonly contentCode: string | null
  readonly beneficiaryCount: number | null
  readonly fund: Fund
  /** ISO day. */
  readonly planDate: string
  readonly provinceName: string
  /** Đồng. */
  readonly totalCost: bigint | null
}

const funds: Readonly<Record<Fund, ApplicationFacts['fund']>> = {
  NATIONAL: 'national',
  PROVINCIAL: 'provincial',
  DISTRICT: 'district',
  UNKNOWN: undefined,
}

/**
 * The most that a grant could have been under the law of its plan date. The cost that support counts is not published,
 * so the total cost stands for it: the ceiling is then never too low.
 *
 * @returns null where there is nothing to compute by: several establishments (levels are for one), several contents or
 * one that is not encoded, or a plan date before the first levels
 */
export function ceilingOf(grant: GrantFigures): SupportCeiling | null {
  const { contentCode, beneficiaryCount, fund, planDate, provinceName, totalCost } = grant
  if (contentCode === null || !isContentCode(contentCode) || beneficiaryCount !== 1) return null
  if (contents[contentCode].beneficiary !== 'establishment') return null
  const law = lawOfProvince(provinceName, planDate)
  if (law === undefined) return null
  return supportCeiling(law, contentCode, {
    fund: funds[fund],
    ...(totalCost !== null && { eligibleCost: totalCost }),
  })
}
