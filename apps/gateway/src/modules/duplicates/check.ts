import type { Transaction } from '../../database/transaction.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { findDuplicates, isSettled, type Duplicate } from './find.js'

/**
 * Makes sure that no expense item of a proposal has state money from another record, before it is submitted, recommended or
 * approved. Call it in the transaction that moves the proposal.
 *
 * @throws Refusal with what `duplicateProblems` says
 */
export async function checkDuplicates(tx: Transaction, proposalId: string): Promise<void> {
  const problems = await duplicateProblems(tx, proposalId, 'expenses')
  if (problems.length > 0) throw new Refusal(problems)
}

/**
 * What stands against paying for the items of a proposal: `supported-already` for what is certain and not overridden,
 * `supported-perhaps` for what is possible and neither acknowledged nor overridden; each names the other record. Until the
 * transaction ends nobody else gets this answer for the same establishments: of two proposals at once the second sees the
 * first.
 *
 * @param field of the input that names the proposal or its items
 */
export async function duplicateProblems(
  tx: Transaction,
  proposalId: string,
  field: string,
): Promise<readonly InputProblem[]> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('expenses of ' || establishment_id, 0))
    FROM (
      SELECT DISTINCT establishment_id FROM proposal_expenses WHERE proposal_id = ${proposalId} ORDER BY establishment_id
    ) establishments`
  return (await findDuplicates(tx, proposalId))
    .filter((duplicate) => !isSettled(duplicate))
    .map((duplicate) => problem(duplicate, field))
}

const problem = ({ certainty, message, cites }: Duplicate, field: string): InputProblem => ({
  code: certainty === 'certain' ? 'supported-already' : 'supported-perhaps',
  field,
  message,
  expected: expected[certainty],
  article: cites[0],
})

const expected = {
  certain: {
    vi: 'bỏ nội dung chi này; khoản chi khác thì ghi rõ (ví dụ số máy), hoặc Sở Công Thương chấp thuận và nêu lý do',
    en: 'leave the item out; say which it is where it is another (e.g. its serial number), or have the department override it with a reason',
  },
  possible: {
    vi: 'ghi thời gian thực hiện, hoặc xác nhận là khoản chi khác và nêu lý do',
    en: 'say in which period, or acknowledge that it is another purchase, with a reason',
  },
}
