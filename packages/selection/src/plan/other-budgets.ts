import type { Proposal } from './proposal.js'
import { rankProposals, type Plan, type PlanLaw, type PlanOptions } from './rank-proposals.js'

/** What the plan would be with another budget. */
export interface AtBudget {
  readonly budget: bigint
  readonly spent: bigint
  readonly recommended: readonly string[]
  /** Funded here, not in the plan itself; and the other way round. */
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}

/**
 * The same proposals under other budgets: who gains, who loses. What is set aside for cleaner production stays.
 * @throws InputError as `rankProposals`
 */
export function atOtherBudgets(
  law: PlanLaw,
  proposals: readonly Proposal[],
  options: PlanOptions,
  budgets: readonly bigint[],
): readonly AtBudget[] {
  const funded = new Set(rankProposals(law, proposals, options).recommended)
  return budgets.map((budget) => {
    const { recommended, spent } = rankProposals(law, proposals, { ...options, budget })
    const here = new Set(recommended)
    return {
      budget,
      spent,
      recommended,
      gained: recommended.filter((id) => !funded.has(id)),
      lost: [...funded].filter((id) => !here.has(id)),
    }
  })
}

/** A point of the frontier: from this budget on, one more proposal is funded. */
export interface FrontierStep {
  readonly proposal: string
  readonly rank: number
  /** The smallest budget that funds it and all before it, with what is set aside for cleaner production. */
  readonly from: bigint
}

/**
 * At which budget each proposal of the general list would be funded when the order is kept strictly.
 * Steps rise with the rank, so that a higher budget never drops a proposal.
 */
export function frontier(plan: Plan): readonly FrontierStep[] {
  let from = plan.setAside
  return plan.proposals.flatMap(({ proposal, support, rank, list }) => {
    if (rank === undefined || list !== 'general') return []
    from += support
    return [{ proposal, rank, from }]
  })
}
