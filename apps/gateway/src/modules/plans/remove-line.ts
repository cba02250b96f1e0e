import type { Actor } from '../../access/actor.js'
import { carryOut } from '../../commands/carry-out.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { takeStep } from '../proposals/take-step.js'
import { edited, lineJson, type PlanWritten } from './edit.js'
import { holdLine, type LineSeen } from './hold-line.js'
import { belowAward } from './problems.js'

export interface RemoveLine extends LineSeen {
  readonly idempotencyKey: string
  /** ISO day on which it counts. */
  readonly on: string
  readonly reason: string
}

/**
 * Takes a line out of a draft. A proposal that only stood in the draft is recommended again; one that the plan in force has
 * is stopped when the adjustment is approved.
 *
 * @throws Refusal those of `holdLine` and `takeStep`, `below-award`
 */
export async function removeLine(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: RemoveLine,
): Promise<PlanWritten> {
  return await carryOut(
    prisma,
    { name: 'removeLine', personId: actor.personId, key, input: { ...input } },
    async (tx) => {
      const { plan, line } = await holdLine(tx, actor, 'removeLine', input)
      if (line.promised > 0n) throw new Refusal([belowAward])
      const { on, reason } = input
      const { proposal } = line
      const steps =
        proposal?.state === 'IN_PLAN'
          ? [await takeStep(tx, actor, 'unplanProposal', { proposalId: proposal.id, on, reason })]
          : []
      await tx.planLine.delete({ where: { id: line.id } })
      const { answer, change } = await edited(tx, plan, actor)
      const removed = {
        entity: 'PlanLine',
        id: line.id,
        before: { ...lineJson(line), proposalId: proposal?.id, reason },
      }
      return { answer, changes: [change, removed, ...steps.map((step) => step.change)] }
    },
  )
}
