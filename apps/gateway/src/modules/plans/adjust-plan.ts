import { randomUUID } from 'node:crypto'
import type { Actor } from '../../access/actor.js'
import { carryOut } from '../../commands/carry-out.js'
import { reasonMissing } from '../../commands/said.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { applicationFactsFrom } from '../proposals/facts.js'
import { storedFacts } from './add-activity-line.js'
import { holdPlan, notDropped, type PlanCommand, type PlanWritten } from './edit.js'
import { lawOfPlan } from './line-law.js'
import { editionUnderWay } from './problems.js'
import { readLinesOf, type LineRow } from './reads.js'

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
      const taken = lines.filter(({ proposal, promised }) => proposal?.state !== 'CANCELLED' || promised > 0n)
      await tx.planLine.createMany({
        data: taken.map((line, index) => {
          const { itemId, kind, title, source, facts, proposal } = line
          return {
            ...{ id: randomUUID(), planId: id, position: index + 1, itemId, kind, title, source },
            ...asDecided(line),
            proposalId: proposal?.id ?? null,
            facts: storedFacts(applicationFactsFrom(facts)),
          }
        }),
      })
      const after = { programmeId, year, edition, planDate, reason, lines: taken.map(({ itemId }) => itemId) }
      return { answer: { id, version }, changes: [{ entity: 'Plan', id, after }] }
    },
  )
}

/** Content and amounts of a line: those of its proposal, no higher than approved. Another content has its own ceiling. */
function asDecided({ contentCode, demanded, approved, ceiling, proposal }: LineRow) {
  if (proposal === null) return { contentCode, demanded, estimated: approved, ceiling }
  const { requestedSupport } = proposal
  return {
    ...{ contentCode: proposal.contentCode, demanded: requestedSupport },
    estimated: approved !== null && approved > requestedSupport ? requestedSupport : approved,
    ceiling: proposal.contentCode === contentCode ? ceiling : null,
  }
}
