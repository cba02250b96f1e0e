import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import { notFound } from '../../commands/version.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { mustRunIn } from '../programme/must-run-in.js'
import { notDropped, type PlanWritten } from './edit.js'
import { lawOfPlan } from './line-law.js'
import { editionUnderWay } from './problems.js'

export interface OpenPlan {
  readonly idempotencyKey: string
  readonly programmeId: string
  readonly year: number
  /** ISO day whose law decides. */
  readonly planDate: string
}

/**
 * Opens the plan of a year of a programme, as an empty draft.
 *
 * @throws Refusal `not-found`, `year-outside-programme`, `no-law`, `edition-under-way` where the year has a plan already
 */
export async function openPlan(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: OpenPlan,
): Promise<PlanWritten> {
  authorise(actor, 'openPlan')
  const { programmeId, year, planDate } = input
  return await carryOut(
    prisma,
    { name: 'openPlan', personId: actor.personId, key, input: { ...input } },
    async (tx) => {
      const programme = await tx.programme.findUnique({ where: { id: programmeId } })
      if (programme === null) throw notFound('programmeId', programmeId)
      mustRunIn(programme, year)
      lawOfPlan({ ...programme, planDate })
      if ((await tx.plan.count({ where: { programmeId, year, ...notDropped } })) > 0)
        throw new Refusal([editionUnderWay])
      const { id, version } = await tx.plan.create({
        data: {
          programmeId,
          year,
          edition: 1,
          planDate: new Date(planDate),
          createdBy: actor.personId,
          makers: [actor.personId],
        },
      })
      return {
        answer: { id, version },
        changes: [{ entity: 'Plan', id, after: { programmeId, year, edition: 1, planDate } }],
      }
    },
  )
}
