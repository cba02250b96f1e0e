import type { Actor } from '../../access/actor.js'
import { carryOut } from '../../commands/carry-out.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { edited, holdPlan, type PlanCommand, type PlanWritten } from './edit.js'
import { planProposal, type PlanProposal } from './plan-proposal.js'

export interface AddProposalLine extends PlanCommand, PlanProposal {}

/**
 * Puts a recommended proposal into a draft.
 *
 * @throws Refusal those of `holdPlan` and `planProposal`
 */
export async function addProposalLine(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: AddProposalLine,
): Promise<PlanWritten> {
  const command = { name: 'addProposalLine', personId: actor.personId, key, input: { ...input } }
  return await carryOut(prisma, command, async (tx) => {
    const plan = await holdPlan(tx, actor, 'addProposalLine', input)
    const changes = await planProposal(tx, actor, plan, input)
    const { answer, change } = await edited(tx, plan, actor)
    return { answer, changes: [change, ...changes] }
  })
}
