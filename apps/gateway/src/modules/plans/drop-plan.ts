import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { takeStep } from '../proposals/take-step.js'
import { lineJson, type PlanWritten } from './edit.js'
import { readLinesOf, type PlanRow } from './reads.js'
import { commandPlanStep, type PlanStepRequest } from './step-command.js'

/**
 * Gives up the draft of an adjustment, or a year's plan without any line. It stays on record as it was, with its lines, and so
 * does the plan in force. A proposal that only stood in the draft is recommended again; what the plan in force has goes on.
 * The number of the edition is free for another draft.
 *
 * @throws Refusal those of `commandPlanStep` and `takeStep`, `plan-has-lines`
 */
export const dropPlan = (prisma: PrismaClient, actor: Actor, input: PlanStepRequest): Promise<PlanWritten> =>
  commandPlanStep(
    prisma,
    actor,
    'dropPlan',
    input,
    async (tx, { id, edition }) => {
      const [lines = []] = await readLinesOf(tx, [id])
      if (edition === 1 && lines.length > 0) throw new Refusal([planHasLines])
      const { on, reason } = input
      const changes: Change[] = []
      for (const { proposal } of lines) {
        if (proposal?.state !== 'IN_PLAN') continue
        const { change } = await takeStep(tx, actor, 'unplanProposal', { proposalId: proposal.id, on, reason })
        changes.push(change)
      }
      return changes
    },
    null,
    linesKept,
  )

/** The lines that go with the plan: nothing is written to them, but with it they no longer count. */
async function linesKept(tx: Transaction, { id }: PlanRow) {
  const [lines = []] = await readLinesOf(tx, [id])
  return {
    lines: lines.map(({ proposal, ...line }) => ({ id: line.id, ...lineJson(line), proposalId: proposal?.id })),
  }
}

const planHasLines = problem(
  'plan-has-lines',
  'planId',
  {
    vi: 'Dự thảo kế hoạch năm còn dòng; chỉ bỏ cả bản khi là bản điều chỉnh.',
    en: "The draft of the year's plan still has lines; only an adjustment is dropped as a whole.",
  },
  { vi: 'đưa từng dòng ra khỏi dự thảo (removeLine) trước', en: 'take its lines out one by one first (removeLine)' },
)
