import type { Transaction } from '../../database/transaction.js'
import { isoDate } from '../../graphql/date.js'
import type { Stage } from './facts.js'

/** What the law is asked with when money is about to be released: the approval that a proposal has. */
export async function fundingStage(tx: Transaction, proposalId: string): Promise<Stage> {
  const approval = await tx.proposalStep.findFirstOrThrow({
    where: { proposalId, toState: 'APPROVED' },
    orderBy: { position: 'desc' },
  })
  return { approvedOn: isoDate(approval.on) }
}
