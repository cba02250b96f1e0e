import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { StepName } from './life-cycle.js'
import { commandStep, type StepRequest } from './step-command.js'

/** The steps of which there is no more to check or to write than the life cycle says. */
export const simpleSteps = [
  'askSupplement',
  'refuseProposal',
  'startProposal',
  'withdrawProposal',
] as const satisfies readonly StepName[]

export const takeSimpleStep = (
  prisma: PrismaClient,
  actor: Actor,
  name: (typeof simpleSteps)[number],
  request: StepRequest,
): Promise<RecordWritten> => commandStep(prisma, actor, name, request)
