import { z } from 'zod'
import { lockVersion, notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'

const Found = z.array(z.object({ version: z.number().int() }))

/**
 * Holds a proposal until the transaction ends.
 *
 * @param expectedVersion absent: whatever its version is
 * @throws Refusal `not-found`, `stale`
 */
export async function lockProposal(tx: Transaction, id: string, expectedVersion?: number): Promise<void> {
  if (expectedVersion !== undefined) {
    await lockVersion(tx, 'proposals', id, expectedVersion)
    return
  }
  const [found] = Found.parse(await tx.$queryRaw`SELECT version FROM proposals WHERE id = ${id} FOR UPDATE`)
  if (!found) throw notFound('proposalId', id)
}
