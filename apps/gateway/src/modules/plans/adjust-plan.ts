import { randomUUID } from 'node:crypto'
import type { Actor } from '../../access/actor.js'
import { carryOut } from '../../commands/carry-out.js'
import { reasonMissing } from '../../commands/said.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { holdPlan, notDropped, type PlanCommand, type PlanWritten } from './edit.js'
import { approvedLine, isStopped } from './edition-before.js'
import { lawOfPlan } from './line-law.js'
import { editionUnderWay } from './problems.js'
import { readLinesOf } from './reads.js'

export interface AdjustPlan extends PlanCommand {
  readonly reason: string
  /** ISO day whose law decides; absent: that of the plan as it was approved. */
  readonly planDate: string | undefined
}

/**
 * Begins an adjustment in the year: a new draft with the lines of the plan in force, each at what is approved. Lines are then
 * raised, lowered, added, taken out; it is estimated, balanced and approved like any plan, and is in force from then on. What
 * was decided of a proposal since (TT 36/2013 Điều 11) comes with its line. A line whose proposal was stopped, with nothing
 * promised on it, is left behind.
 *
 * @throws Refusal those of `holdPlan`, `reason-missing`, `no-law`, `edition-under-way` where there is a later edition already
 */
export async function adjustPlan(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: AdjustPlan,
): Promise<PlanWritten> {
  return await carryOut(
    prisma,
    { name: 'adjustPlan', personId: actor.personId, key, input: { ...input } },
    async (tx) => {
      const before = await holdPlan(tx, actor, 'adjustPlan', input)
      const { programmeId, year, provinceName } = before
      const reason = input.reason.trim()
      const planDate = input.planDate ?? before.planDate
      if (reason === '') throw new Refusal([reasonMissing])
      lawOfPlan({ provinceName, planDate })
      const edition = before.edition + 1
      const later = { programmeId, year, edition, ...notDropped }
      if ((await tx.plan.count({ where: later })) > 0) throw new Refusal([editionUnderWay])
      const { id, version } = await tx.plan.create({
        data: {
          ...{ programmeId, year, edition, reason, planDate: new Date(planDate) },
          ...{ createdBy: actor.personId, makers: [actor.personId] },
        },
      })
      const [lines = []] = await readLinesOf(tx, [before.id])
      const taken = lines.filter((line) => !isStopped(line))
      await tx.planLine.createMany({
        data: taken.map((line, index) => ({
          ...{ id: randomUUID(), planId: id, position: index + 1 },
          ...approvedLine(line),
        })),
      })
      const after = { programmeId, year, edition, planDate, reason, lines: taken.map(({ itemId }) => itemId) }
      return { answer: { id, version }, changes: [{ entity: 'Plan', id, after }] }
    },
  )
}
