import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient, Proposal } from '../../generated/prisma/client.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { checkDuplicates } from '../duplicates/check.js'
import { missingPapers } from './dossier.js'
import { placeProblems } from './draft-problems.js'
import { decideByLaw } from './record-decisions.js'
import { commandStep, type StepRequest } from './step-command.js'

/**
 * Hands a proposal in: its file has to be complete, no place of it closed, nothing of it may be paid for elsewhere, and the law of the plan date has
 * to allow it.
 */
export const submitProposal = (prisma: PrismaClient, actor: Actor, request: StepRequest): Promise<RecordWritten> =>
  commandStep(prisma, actor, 'submitProposal', request, async (tx, { proposal, position }) => {
    const problems = [
      ...(await placesOf(tx, proposal)),
      ...(await missingExpenses(tx, proposal.id)),
      ...(await missingPapers(tx, proposal.id)),
    ]
    if (problems.length > 0) throw new Refusal(problems)
    await checkDuplicates(tx, proposal.id)
    await decideByLaw(tx, proposal.id, position, 'proposal')
    return []
  })

/** What is handed in is for an establishment that is there: it may have closed since the draft was written. */
async function placesOf(tx: Transaction, proposal: Proposal): Promise<readonly InputProblem[]> {
  const members = await tx.proposalMember.findMany({ where: { proposalId: proposal.id }, orderBy: { position: 'asc' } })
  return await placeProblems(tx, { ...proposal, members })
}

/** Without its items nobody can see whether the same thing is paid for twice. */
async function missingExpenses(tx: Transaction, proposalId: string): Promise<readonly InputProblem[]> {
  return (await tx.proposalExpense.count({ where: { proposalId } })) > 0 ? [] : [expensesMissing]
}

const expensesMissing: InputProblem = {
  code: 'expenses-missing',
  field: 'expenses',
  message: { vi: 'Đề án chưa kê nội dung chi.', en: 'The proposal lists no expense items.' },
  expected: {
    vi: 'các nội dung chi với chi phí và mức hỗ trợ của từng khoản',
    en: 'the items, each with its cost and support',
  },
}
