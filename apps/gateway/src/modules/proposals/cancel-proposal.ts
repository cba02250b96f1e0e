import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { freeMoney } from '../money/free-money.js'
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
