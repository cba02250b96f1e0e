import { factProblems, formatDong, type FactDefinitions, type Problem } from '@khuyencong/rules'
import type { PlanOptions } from './rank-proposals.js'
import type { Proposal } from './proposal.js'

/** Everything that is wrong with the proposals and with what the managing body decided. */
export function checkProposals(
  dictionary: FactDefinitions,
  proposals: readonly Proposal[],
  { budget, cleanerProduction }: PlanOptions,
): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, field: string, message: string, expected: string) =>
    problems.push({ code, field, message, expected })
  if (!isWhole(budget) || budget < 0n)
    add('budget', 'options.budget', `${String(budget)} is not a budget.`, 'whole đồng as a bigint, not negative')
  const ids = new Set<string>()
  for (const { id, support, facts } of proposals) {
    const field = `proposals.${id}`
    if (ids.has(id)) add('proposal-duplicate', field, 'there are two proposals of this id.', 'each id once')
    ids.add(id)
    if (!isWhole(support) || support <= 0n)
      add('support', `${field}.support`, `${String(support)} is not a support.`, 'whole đồng as a bigint, above 0')
    for (const problem of factProblems(dictionary, facts))
      problems.push({ ...problem, field: `${field}.${problem.field}` })
  }
  if (!cleanerProduction) return problems
  const field = 'options.cleanerProduction'
  const { budget: apart, order, reason } = cleanerProduction
  const whole = isWhole(budget) ? formatDong(budget, 'en') : 'the budget'
  if (!isWhole(apart) || apart < 0n || apart > budget)
    add(
      'budget',
      `${field}.budget`,
      `${String(apart)} is not a part of the budget.`,
      `whole đồng as a bigint, 0 to ${whole}`,
    )
  if (reason.trim() === '') add('reason', `${field}.reason`, 'there is none.', 'the reason of the decision')
  for (const [index, id] of order.entries()) {
    const at = `${field}.order[${index}]`
    if (!ids.has(id)) add('proposal-unknown', at, `'${id}' is not proposed.`, 'an id of a proposal')
    if (order.indexOf(id) !== index) add('proposal-duplicate', at, `'${id}' is named twice.`, 'each id once')
  }
  return problems
}

/** A program without types may give a number. */
const isWhole = (amount: unknown): boolean => typeof amount === 'bigint'
