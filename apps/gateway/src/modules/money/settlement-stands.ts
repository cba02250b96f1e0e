import type { Transaction } from '../../database/transaction.js'

/** Whether something is settled on a contract of a proposal: a settlement that was corrected does not count. */
export async function settlementStands(tx: Transaction, proposalId: string): Promise<boolean> {
  const where = { award: { proposalId }, account: 'SETTLEMENT', balance: { gt: 0n } } as const
  return (await tx.accountBalance.count({ where })) > 0
}
