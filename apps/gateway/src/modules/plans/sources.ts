import type { FundSource as LawSource } from '@khuyencong/budget'
import { contents, isContentCode } from '@khuyencong/domain'
import type { Fund, FundSource } from '../../generated/prisma/enums.js'

/** The sources as the law of money calls them. */
export const lawSource = {
  PROVINCIAL_BUDGET: 'provincial-budget',
  DISTRICT_BUDGET: 'district-budget',
  COMMUNE_BUDGET: 'commune-budget',
  NATIONAL_FUND: 'national-fund',
  OTHER_LAWFUL: 'other-lawful',
} as const satisfies Readonly<Record<FundSource, LawSource>>

/** And back. */
export const sourceOf = {
  'provincial-budget': 'PROVINCIAL_BUDGET',
  'district-budget': 'DISTRICT_BUDGET',
  'commune-budget': 'COMMUNE_BUDGET',
  'national-fund': 'NATIONAL_FUND',
  // A plan keeps gifts among the other lawful sources.
  gifts: 'OTHER_LAWFUL',
  'other-lawful': 'OTHER_LAWFUL',
} as const satisfies Readonly<Record<LawSource, FundSource>>

/** Which sources may pay a proposal that asks a fund: the first unless the plan says otherwise. Other lawful money may pay any. */
export const sourcesOfFund: Readonly<Record<Fund, readonly [FundSource, ...FundSource[]] | undefined>> = {
  PROVINCIAL: ['PROVINCIAL_BUDGET', 'OTHER_LAWFUL'],
  NATIONAL: ['NATIONAL_FUND', 'OTHER_LAWFUL'],
  DISTRICT: ['DISTRICT_BUDGET', 'COMMUNE_BUDGET', 'OTHER_LAWFUL'],
  UNKNOWN: undefined,
}

/** Contents of establishments in which the programme takes many of them along: stalls at a fair, a visit abroad. */
const takenAlong: readonly string[] = ['FAIR-DOM-JOIN', 'FAIR-ABROAD', 'SURVEY-ABROAD']

/** Whether the programme may do it itself; what is for one establishment needs a proposal of its own. */
export const isActivity = (code: string): boolean =>
  isContentCode(code) && (contents[code].beneficiary !== 'establishment' || takenAlong.includes(code))
