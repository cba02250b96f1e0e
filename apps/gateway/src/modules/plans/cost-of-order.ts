import type { Plan } from '@khuyencong/selection'
import type { CostOfOrder } from '@khuyencong/selection/optimum'
import { refusal } from '../../graphql/refusal.js'
import { lawfulLater } from './line-law.js'

/**
 * What it costs, in the caller's own measure of value, that the law goes by priority and not by value for money. The solver
 * is loaded when it is first asked for: it is an optional part of the installation.
 *
 * @param values whole units by proposal, e.g. jobs
 * @throws Refusal `solver-missing`, and what the package says of values that it cannot take
 */
export async function costOfOrder(ranking: Plan, values: ReadonlyMap<string, bigint>): Promise<CostOfOrder> {
  const { costOfLegalOrder } = await solver()
  return await lawfulLater(() => costOfLegalOrder(ranking, values, { seconds }))
}

/** After them the best found so far is given, with its gap: the solver holds up everybody else while it works. */
const seconds = 2

async function solver() {
  try {
    return await import('@khuyencong/selection/optimum')
  } catch {
    throw refusal(
      'solver-missing',
      'values',
      { vi: 'Máy chủ chưa cài phần tính tối ưu.', en: 'The solver is not installed on this server.' },
      { vi: 'cài gói highs', en: 'the package highs' },
    )
  }
}
