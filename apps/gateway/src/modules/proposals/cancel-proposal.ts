import type { Actor } from '../../access/actor.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { freeAwards } from '../money/free-awards.js'
import { refuseOpen } from '../money/refuse-open.js'
import { commandStep, type RecordWritten, type StepRequest } from './step-command.js'

/**
 * Stops what stands in an approved plan, on the decision of the level that approved it. What its contracts still promise is
 * free again with it, what is asked for and not decided is refused.
 *
 * @throws Refusal those of `takeStep`, `refuseOpen` and `freeAwards`
 */
export const cancelProposal = (prisma: PrismaClient, actor: Actor, request: StepRequest): Promise<RecordWritten> =>
  commandStep(prisma, actor, 'cancelProposal', request, async (tx, { proposal }) => [
    ...(await refuseOpen(tx, actor, proposal.id, request)),
    ...(await freeAwards(tx, actor, proposal.id, { on: request.on, document: request.document ?? '' })),
  ])
