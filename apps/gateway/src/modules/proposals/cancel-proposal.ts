import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { freeAwards } from '../money/free-awards.js'
import { refuseOpen } from '../money/refuse-open.js'
import { commandStep, type StepRequest } from './step-command.js'

/**
 * Stops what stands in an approved plan, on the decision of the level that approved it.
 *
 * @throws Refusal those of `takeStep` and `freeMoney`
 */
export const cancelProposal = (prisma: PrismaClient, actor: Actor, request: StepRequest): Promise<RecordWritten> =>
  commandStep(prisma, actor, 'cancelProposal', request, (tx, { proposal }) =>
    freeMoney(tx, actor, proposal.id, request),
  )

/**
 * Of a proposal that is stopped: what is asked for and not decided is refused, what its contracts still promise is free again.
 *
 * @throws Refusal those of `refuseOpen` and `freeAwards`
 */
export const freeMoney = async (
  tx: Transaction,
  actor: Actor,
  proposalId: string,
  by: Pick<StepRequest, 'on' | 'document' | 'reason'>,
): Promise<readonly Change[]> => [
  ...(await refuseOpen(tx, actor, proposalId, by)),
  ...(await freeAwards(tx, actor, proposalId, { on: by.on, document: by.document ?? '' })),
]
