import type { Actor } from '../../access/actor.js'
import type { Action } from '../../access/table.js'
import { notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import { holdPlan } from './edit.js'
import { readLinesById, type LineRow, type PlanRow } from './reads.js'

/** Which line, and its plan as the caller saw it. */
export interface LineSeen {
  readonly lineId: string
  readonly expectedVersion: number
}

/**
 * Holds the plan that a line stands in until the transaction ends.
 *
 * @throws Refusal `not-found`, and those of `holdPlan`
 */
export async function holdLine(
  tx: Transaction,
  actor: Actor,
  action: Action,
  { lineId, expectedVersion }: LineSeen,
): Promise<{ readonly plan: PlanRow; readonly line: LineRow }> {
  const there = await tx.planLine.findUnique({ where: { id: lineId }, select: { planId: true } })
  if (there === null) throw notFound('lineId', lineId)
  const plan = await holdPlan(tx, actor, action, { planId: there.planId, expectedVersion })
  const [line] = await readLinesById(tx, [lineId])
  if (line === undefined) throw notFound('lineId', lineId)
  return { plan, line }
}
