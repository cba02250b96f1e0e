import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import { freeAwards } from './free-awards.js'
import { refuseOpen, type EndedBy } from './refuse-open.js'

/**
 * Of a proposal that is stopped: what is asked for and not decided is refused, what its contracts still promise is free again.
 *
 * @throws Refusal those of `refuseOpen` and `freeAwards`
 */
export const freeMoney = async (
  tx: Transaction,
  actor: Actor,
  proposalId: string,
  by: EndedBy,
): Promise<readonly Change[]> => [
  ...(await refuseOpen(tx, actor, { proposalId }, by)),
  ...(await freeAwards(tx, actor, proposalId, { on: by.on, document: by.document ?? '' })),
]
