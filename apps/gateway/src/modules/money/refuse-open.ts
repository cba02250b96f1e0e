import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { PaymentKind } from '../../generated/prisma/enums.js'
import { Refusal } from '../../graphql/refusal.js'
import { refuse } from './payment.js'
import { said } from './sentences.js'

/** What ends the work of a proposal: a decision that stops it, or the record of what was done until force majeure did. */
interface EndedBy {
  /** ISO day on which it counts. */
  readonly on: string
  readonly document?: string | null | undefined
  readonly reason?: string | null | undefined
}

/**
 * Refuses what was asked for a proposal and can no longer be paid, on the document and for the reason that its work ends with.
 * The proposal is held.
 *
 * @param kind absent: whatever was asked for
 * @throws Refusal `four-eyes` where who asked for it ends the work
 */
export async function refuseOpen(
  tx: Transaction,
  { personId }: Actor,
  proposalId: string,
  { on, document, reason }: EndedBy,
  kind?: PaymentKind,
): Promise<readonly Change[]> {
  // Nobody else decides on them meanwhile: whoever does holds the proposal.
  const open = await tx.paymentRequest.findMany({
    where: { award: { proposalId }, state: 'REQUESTED', ...(kind === undefined ? {} : { kind }) },
    orderBy: { id: 'asc' },
  })
  if (open.some(({ requestedBy }) => requestedBy === personId)) throw new Refusal([said.fourEyes])
  const changes: Change[] = []
  for (const payment of open) {
    const decision = { on, document: document ?? '', reason: reason?.trim() ?? '' }
    changes.push((await refuse(tx, payment, personId, decision)).change)
  }
  return changes
}
