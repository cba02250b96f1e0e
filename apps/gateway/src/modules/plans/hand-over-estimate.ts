import type { Actor } from '../../access/actor.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import type { PlanWritten } from './edit.js'
import type { PlanAnswer } from './line-law.js'
import { readLinesOf, type LineRow } from './reads.js'
import { commandPlanStep, type PlanStepRequest } from './step-command.js'
import { answerOf, lineProblems, notEstimated, planEmpty } from './whole-plan.js'

/**
 * Sở Công Thương hands its estimate over: every line is estimated, and within what the law allows on the plan date.
 *
 * @throws Refusal those of `commandPlanStep`, `plan-empty`, `not-estimated`, `above-ceiling`, `facts-missing`, `proposal-stopped`
 */
export const handOverEstimate = (prisma: PrismaClient, actor: Actor, input: PlanStepRequest): Promise<PlanWritten> =>
  commandPlanStep(prisma, actor, 'handOverEstimate', input, async (tx, plan) => {
    const [lines = []] = await readLinesOf(tx, [plan.id])
    const supportOf = ({ estimated }: LineRow) => estimated ?? undefined
    const answer = answerOf(plan, lines, supportOf)
    const problems = [
      ...(lines.length === 0 ? [planEmpty] : []),
      ...lines.filter(({ estimated }) => estimated === null).map(notEstimated),
      ...lineProblems(answer, lines, supportOf),
    ]
    if (problems.length > 0) throw new Refusal(problems)
    await writeCeilings(tx, lines, answer)
    return []
  })

/** Facts may have become known since a line was written. */
async function writeCeilings(
  tx: Transaction,
  lines: readonly LineRow[],
  { lines: answers }: PlanAnswer,
): Promise<void> {
  for (const [index, { id, ceiling }] of lines.entries()) {
    const now = answers[index]?.ceiling ?? null
    if (now !== ceiling) await tx.planLine.update({ where: { id }, data: { ceiling: now } })
  }
}
