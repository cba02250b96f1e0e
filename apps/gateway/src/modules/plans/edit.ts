import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import { authorise, type Action } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { lockVersion, notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import type { Json } from '../../json.js'
import { readPlansById, type PlanRow } from './reads.js'

/** Which plan, as the caller saw it. */
export interface PlanSeen {
  readonly planId: string
  readonly expectedVersion: number
}

/** What a command on a plan is asked with. */
export interface PlanCommand extends PlanSeen {
  readonly idempotencyKey: string
}

/** The plan that was written; whoever shows it reads it again. */
export interface PlanWritten extends Readonly<Record<string, string | number>> {
  readonly id: string
  readonly version: number
}

/** Plans that count: a draft that was dropped leaves its edition to another. */
export const notDropped = { state: { not: 'DROPPED' } } as const satisfies Prisma.PlanWhereInput

/**
 * Holds a plan until the transaction ends.
 *
 * @throws Refusal `not-found`, `stale`, and those of `authorise`
 */
export async function holdPlan(
  tx: Transaction,
  actor: Actor,
  action: Action,
  { planId, expectedVersion }: PlanSeen,
): Promise<PlanRow> {
  await lockVersion(tx, 'plans', planId, expectedVersion)
  const [plan] = await readPlansById(tx, [planId])
  if (plan === undefined) throw notFound('planId', planId)
  authorise(actor, action, { state: plan.state })
  return plan
}

/**
 * Marks a draft as changed, and who changed it: he is one of its makers from now on.
 *
 * @returns the plan as an answer, and its change for the audit
 */
export async function edited(
  tx: Transaction,
  { id, version, state }: PlanRow,
  { personId }: Actor,
): Promise<{ readonly answer: PlanWritten; readonly change: Change }> {
  await tx.$executeRaw`
    UPDATE plans SET version = ${version + 1},
      makers = CASE WHEN ${personId} = ANY (makers) THEN makers ELSE array_append(makers, ${personId}) END
    WHERE id = ${id}`
  return {
    answer: { id, version: version + 1 },
    change: { entity: 'Plan', id, before: { version, state }, after: { version: version + 1, state } },
  }
}

const Next = z.tuple([z.object({ position: z.number() })])

/** The number of the line that comes after the last of a plan. */
export async function nextPosition(tx: Transaction, planId: string): Promise<number> {
  const rows = await tx.$queryRaw`
    SELECT coalesce(max(position), 0)::int + 1 AS position FROM plan_lines WHERE plan_id = ${planId}`
  return Next.parse(rows)[0].position
}

/** What of a line goes into the audit. */
export function lineJson(line: {
  readonly position: number
  readonly itemId: string
  readonly proposalId?: string | null | undefined
  readonly contentCode: string
  readonly title: string
  readonly source: string
  readonly demanded?: bigint | null | undefined
  readonly estimated?: bigint | null | undefined
  readonly approved?: bigint | null | undefined
  readonly ceiling?: bigint | null | undefined
}): Readonly<Record<string, Json>> {
  const { position, itemId, proposalId, contentCode, title, source, demanded, estimated, approved, ceiling } = line
  return { position, itemId, proposalId, contentCode, title, source, demanded, estimated, approved, ceiling }
}
