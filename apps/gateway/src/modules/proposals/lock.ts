import { lockVersion } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'

/**
 * Holds a proposal until the transaction ends.
 *
 * @param expectedVersion absent: whatever its version is
 * @throws Refusal `not-found`, `stale`
 */
export async function lockProposal(tx: Transaction, id: string, expectedVersion?: number): Promise<void> {
  await lockVersion(tx, 'proposals', id, expectedVersion)
}
