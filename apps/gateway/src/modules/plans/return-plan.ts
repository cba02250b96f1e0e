import type { Actor } from '../../access/actor.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { PlanWritten } from './edit.js'
import { commandPlanStep, type PlanStepRequest } from './step-command.js'

/**
 * Sends a plan back to its draft, with the reason. What was balanced stays to be seen until it is balanced anew.
 *
 * @throws Refusal those of `commandPlanStep`
 */
export const returnPlan = (prisma: PrismaClient, actor: Actor, input: PlanStepRequest): Promise<PlanWritten> =>
  commandPlanStep(prisma, actor, 'returnPlan', input)
