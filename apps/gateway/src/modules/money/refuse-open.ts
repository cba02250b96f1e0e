import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { PaymentKind } from '../../generated/prisma/enums.js'
import { Refusal } from '../../graphql/refusal.js'
import { beforeRequest, refuse } from './payment.js'
import { said } from './sentences.js'

/** What ends it: a decision that stops a proposal, the record of what was done until force majeure did, or the settlement. */
export interface EndedBy {
  /** ISO day on which it counts. */
  readonly on: string
  readonly document?: string | null | undefined
  readonly reason?: string | null | undefined
}

/**
 * Refuses what was asked for and can no longer be paid, on the document and for the reason that it ends with. The proposal is
 * held; of an activity, the requests themselves.
 *
 * @param kind absent: whatever was asked for
 * @param of a proposal, or an award of an activity
 * @throws Refusal `four-eyes` where who asked for it ends the work, `before-request`
 */
export async function refuseOpen(
  tx: Transaction,
  { personId }: Actor,
  of: { readonly proposalId: string } | { readonly awardId: string },
  { on, document, reason }: EndedBy,
  kind?: PaymentKind,
): Promise<readonly Change[]> {
  // Nobody else decides on them meanwhile: whoever does holds the proposal.
  const open = await tx.paymentRequest.findMany({
    where: {
      ...('awardId' in of ? of : { award: of }),
      state: 'REQUESTED',
      ...(kind === undefined ? {} : { kind }),
    },
    orderBy: { id: 'asc' },
  })
  if (open.some(({ requestedBy }) => requestedBy === personId)) throw new Refusal([said.fourEyes])
  if (open.some((payment) => new Date(on) < payment.on)) throw new Refusal([beforeRequest])
  const changes: Change[] = []
  for (const payment of open) {
    const decision = { on, document: document ?? '', reason: reason?.trim() ?? '' }
    changes.push((await refuse(tx, payment, personId, decision)).change)
  }
  return changes
}
