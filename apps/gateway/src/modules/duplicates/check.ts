import type { Transaction } from '../../database/transaction.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { findDuplicates, isSettled, type Duplicate } from './find.js'

/**
 * Makes sure that no expense item of a proposal has state money from another record, before it is submitted, recommended or
 * approved. Until the transaction ends nobody else passes this check for the same establishments: of two proposals at once
 * the second sees the first. Call it in the transaction that moves the proposal, before it moves.
 *
 * @throws Refusal `supported-already` for what is certain and not overridden, `supported-perhaps` for what is possible and
 *   neither acknowledged nor overridden; each names the other record
 */
export async function checkDuplicates(tx: Transaction, proposalId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('expenses of ' || establishment_id, 0))
    FROM (
      SELECT DISTINCT establishment_id FROM proposal_expenses WHERE proposal_id = ${proposalId} ORDER BY establishment_id
    ) establishments`
  const [first, ...others] = (await findDuplicates(tx, proposalId))
    .filter((duplicate) => !isSettled(duplicate))
    .map(problem)
  if (first !== undefined) throw new Refusal([first, ...others])
}

const problem = ({ certainty, message, cites }: Duplicate): InputProblem => ({
  code: certainty === 'certain' ? 'supported-already' : 'supported-perhaps',
  field: 'expenses',
  message,
  expected: expected[certainty],
  article: cites[0],
})

const expected = {
  certain: {
    vi: 'bỏ nội dung chi này, hoặc Sở Công Thương chấp thuận và nêu lý do',
    en: 'leave the item out, or have the department override it with a reason',
  },
  possible: {
    vi: 'ghi thời gian thực hiện, hoặc xác nhận là khoản chi khác và nêu lý do',
    en: 'say in which period, or acknowledge that it is another purchase, with a reason',
  },
}
