import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import { Refusal } from '../../graphql/refusal.js'
import { freeAwards } from './free-awards.js'
import { refuseOpen, type EndedBy } from './refuse-open.js'
import { said } from './sentences.js'
import { settlementStands } from './settlement-stands.js'

/**
 * Of a proposal that is stopped: what is asked for and not decided is refused, what its contracts still promise is free again.
 * What is settled is not stopped any more, unless its settlement was corrected.
 *
 * @throws Refusal `settlement-stands`, those of `refuseOpen` and `freeAwards`
 */
export async function freeMoney(
  tx: Transaction,
  actor: Actor,
  proposalId: string,
  by: EndedBy,
): Promise<readonly Change[]> {
  if (await settlementStands(tx, proposalId)) throw new Refusal([said.settlementStands])
  return [
    ...(await refuseOpen(tx, actor, { proposalId }, by)),
    ...(await freeAwards(tx, actor, proposalId, { on: by.on, document: by.document ?? '' })),
  ]
}
