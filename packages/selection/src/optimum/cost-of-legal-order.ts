import { InputError, type Ratio, ratio } from '@khuyencong/rules'
import type { Plan } from '../plan/rank-proposals.js'
import { bestUseFrom, type BestUse, type SearchOptions } from './best-use.js'

/** What it costs, in the caller's own measure of value, that the law goes by priority and not by value for money. */
export interface CostOfOrder {
  /** Value of what the plan recommends. */
  readonly legal: bigint
  readonly best: BestUse
  /** `best.value - legal`: never negative. */
  readonly cost: bigint
  /** `cost` over `best.value`, exactly; 0 when nothing has any value. */
  readonly share: Ratio
  /** Recommended by the law's order but not in the best use, and the other way round. */
  readonly onlyLegal: readonly string[]
  readonly onlyBest: readonly string[]
}

/**
 * Compares the plan with the best use of the same money over the same proposals: those that the plan recommends, funded
 * or not. The law is not the worse for the difference: it buys what it puts first.
 * @param plan from `rankProposals`
 * @param values what each proposal is worth, in whole units; e.g. points or jobs
 * @throws InputError when a proposal has no value, or as `bestUse`
 */
export async function costOfLegalOrder(
  plan: Plan,
  values: ReadonlyMap<string, bigint>,
  options?: SearchOptions,
): Promise<CostOfOrder> {
  const items = plan.proposals
    .filter(({ outcome }) => outcome !== 'not-recommended')
    .map(({ proposal, support }) => ({ id: proposal, cost: support, value: valueOf(values, proposal) }))
  // The plan is one of the choices: a search that ends before it finds as much has at least that.
  const best = await bestUseFrom(plan.recommended, items, plan.budget, options)
  const legal = plan.recommended.reduce((sum, id) => sum + valueOf(values, id), 0n)
  const [inPlan, inBest] = [new Set(plan.recommended), new Set(best.chosen)]
  const cost = best.value - legal
  return {
    legal,
    best,
    cost,
    share: best.value === 0n ? ratio(0n, 1n) : ratio(cost, best.value),
    onlyLegal: plan.recommended.filter((id) => !inBest.has(id)),
    onlyBest: best.chosen.filter((id) => !inPlan.has(id)),
  }
}

function valueOf(values: ReadonlyMap<string, bigint>, id: string): bigint {
  const value = values.get(id)
  if (value !== undefined) return value
  throw new InputError([
    { code: 'value', field: `values.${id}`, message: 'there is none.', expected: 'a value for every proposal' },
  ])
}
