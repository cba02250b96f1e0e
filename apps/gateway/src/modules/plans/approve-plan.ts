import { formatDong } from '@khuyencong/rules'
import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { FundSource } from '../../generated/prisma/enums.js'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { duplicateProblems } from '../duplicates/check.js'
import { freeMoney } from '../money/free-money.js'
import { lifeCycle } from '../proposals/life-cycle.js'
import { takeStep } from '../proposals/take-step.js'
import type { PlanWritten } from './edit.js'
import { linesLeftOut } from './edition-before.js'
import type { PlanAnswer } from './line-law.js'
import { planLifeCycle } from './life-cycle.js'
import { belowAward } from './problems.js'
import { readLinesOf, type LineRow, type PlanRow } from './reads.js'
import { sourceOf } from './sources.js'
import { commandPlanStep, type PlanStepRequest } from './step-command.js'
import { answerOf, lineProblems, notEstimated } from './whole-plan.js'

export interface ApprovePlan extends PlanStepRequest {
  readonly document: string
  /** Lines for which less than the estimate is approved, in đồng. Every other line is approved as estimated. */
  readonly amounts: readonly { readonly lineId: string; readonly amount: bigint }[]
}

/**
 * UBND tỉnh approves a plan: the amount of each line is fixed, its proposals are approved with it, and those that an
 * adjustment no longer has are stopped. From then on it is the plan in force.
 *
 * @throws Refusal those of `commandPlanStep` and `takeStep`, `line-unknown`, `amount-zero`, `above-estimate`, `below-award`,
 *   `above-ceiling` and `facts-missing` naming the article, `above-balance`, `above-appropriation`, `proposal-stopped`,
 *   `promised-left-out`, and those of `duplicateProblems`
 */
export const approvePlan = (
  prisma: PrismaClient,
  actor: Actor,
  { amounts, ...input }: ApprovePlan,
): Promise<PlanWritten> =>
  commandPlanStep(
    prisma,
    actor,
    'approvePlan',
    input,
    async (tx, plan) => {
      const [lines = []] = await readLinesOf(tx, [plan.id])
      const gone = await linesLeftOut(tx, plan)
      const lower = new Map(amounts.map(({ lineId, amount }) => [lineId, amount]))
      const approvedOf = ({ id, estimated }: LineRow) => lower.get(id) ?? estimated ?? undefined
      const answer = answerOf(plan, lines, approvedOf)
      const problems = [
        ...amounts.filter(({ lineId }) => lines.every(({ id }) => id !== lineId)).map(lineUnknown),
        ...lines.flatMap((line) => amountProblems(line, approvedOf(line))),
        ...lineProblems(answer, lines, approvedOf),
        ...gone.filter((line) => line.promised > 0n && !canBeStopped(line)).map(promisedLeftOut),
        ...balanceProblems(answer),
        ...(await appropriationProblems(tx, plan, answer)),
        ...(await paidTwice(tx, lines)),
      ]
      if (problems.length > 0) throw new Refusal(problems)
      return [
        ...(await writeApproved(tx, lines, answer, approvedOf)),
        ...(await approveProposals(tx, actor, lines, input)),
        ...(await stopProposals(tx, actor, plan, gone, input)),
      ]
    },
    amounts.map(({ lineId, amount }) => ({ lineId, amount })),
  )

/** What other records got state money for since the proposals were recommended. */
async function paidTwice(tx: Transaction, lines: readonly LineRow[]): Promise<readonly InputProblem[]> {
  const problems: InputProblem[] = []
  for (const { proposal, position } of lines) {
    if (proposal?.state !== 'IN_PLAN') continue
    problems.push(...(await duplicateProblems(tx, proposal.id, `lines.${String(position)}`)))
  }
  return problems
}

async function writeApproved(
  tx: Transaction,
  lines: readonly LineRow[],
  { lines: answers }: PlanAnswer,
  approvedOf: (line: LineRow) => bigint | undefined,
): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const [index, line] of lines.entries()) {
    const data = { approved: approvedOf(line) ?? null, ceiling: answers[index]?.ceiling ?? null }
    await tx.planLine.update({ where: { id: line.id }, data })
    changes.push({ entity: 'PlanLine', id: line.id, before: { approved: null, ceiling: line.ceiling }, after: data })
  }
  return changes
}

/** Those that were only in the draft; what an adjustment takes over is approved, or further, already. */
async function approveProposals(
  tx: Transaction,
  actor: Actor,
  lines: readonly LineRow[],
  { on, document }: PlanStepRequest,
): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const { proposal } of lines) {
    if (proposal?.state !== 'IN_PLAN') continue
    const { change } = await takeStep(tx, actor, 'approveProposal', { proposalId: proposal.id, on, document })
    changes.push(change)
  }
  return changes
}

/** What the edition before had and this one has no more is stopped by the level that approved it (TT 36/2013 Điều 11.2.a). */
async function stopProposals(
  tx: Transaction,
  actor: Actor,
  { reason }: PlanRow,
  gone: readonly LineRow[],
  { on, document }: PlanStepRequest,
): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const { proposal } of gone.filter(canBeStopped)) {
    if (proposal === null) continue
    const proposalId = proposal.id
    const { change } = await takeStep(tx, actor, 'cancelProposal', { proposalId, on, reason, document })
    changes.push(change, ...(await freeMoney(tx, actor, proposalId, { on, reason, document })))
  }
  return changes
}

const canBeStopped = ({ proposal }: LineRow): boolean =>
  proposal !== null && lifeCycle.cancelProposal.from.includes(proposal.state)

/** What is promised on a contract goes on; of a proposal that is stopped it is freed. */
const promisedLeftOut = ({ title, promised }: LineRow) =>
  problem(
    'promised-left-out',
    'planId',
    {
      vi: `“${title}” không còn trong bản này, nhưng đã cam kết ${formatDong(promised, 'vi')} theo hợp đồng.`,
      en: `“${title}” is not in this edition any more, but ${formatDong(promised, 'en')} are promised for it on a contract.`,
    },
    {
      vi: 'trả lại kế hoạch (returnPlan) rồi đưa dòng vào lại (addActivityLine, addProposalLine) hoặc bỏ bản điều chỉnh (dropPlan); hoặc giải phóng cam kết (releaseCommitment)',
      en: 'the plan returned (returnPlan) and the line taken up again (addActivityLine, addProposalLine), or the adjustment dropped (dropPlan); or the commitment released (releaseCommitment)',
    },
  )

function amountProblems(line: LineRow, approved: bigint | undefined): readonly InputProblem[] {
  const { estimated, promised, position } = line
  if (estimated === null || approved === undefined) return [notEstimated(line)]
  const field = `lines.${String(position)}`
  return [
    ...(approved <= 0n ? [{ ...amountZero, field }] : []),
    ...(approved > estimated ? [aboveEstimate(field, estimated)] : []),
    ...(approved < promised ? [{ ...belowAward, field }] : []),
  ]
}

const budgetLaw = planLifeCycle.balancePlan.cites[0]

function balanceProblems({ estimate }: PlanAnswer): readonly InputProblem[] {
  return estimate.bySource.flatMap(({ title, support, balance, shortfall }) =>
    balance !== undefined && shortfall !== undefined && shortfall > 0n
      ? [
          problem(
            'above-balance',
            'amounts',
            {
              vi: `${title.vi}: ${formatDong(support, 'vi')} vượt mức cân đối ${formatDong(shortfall, 'vi')}.`,
              en: `${title.en}: ${formatDong(support, 'en')} is above what was balanced by ${formatDong(shortfall, 'en')}.`,
            },
            { vi: `không quá ${formatDong(balance, 'vi')}`, en: `at most ${formatDong(balance, 'en')}` },
            budgetLaw,
          ),
        ]
      : [],
  )
}

const Appropriated = z.array(z.object({ source: z.enum(FundSource), amount: z.bigint().nullable() }))

/** Only where the year has been given its own money: the plan usually comes before it, and what is carried in does not wait. */
async function appropriationProblems(
  tx: Transaction,
  { programmeId, year }: PlanRow,
  { estimate }: PlanAnswer,
): Promise<readonly InputProblem[]> {
  const rows = await tx.$queryRaw`
    SELECT source::text, appropriated_to(programme_id, year, source)::bigint AS amount
    FROM appropriations WHERE programme_id = ${programmeId} AND year = ${year}`
  const appropriated = new Map(Appropriated.parse(rows).map(({ source, amount }) => [source, amount]))
  return estimate.bySource.flatMap(({ source, title, support }) => {
    const most = appropriated.get(sourceOf[source]) ?? null
    if (most === null || support <= most) return []
    return [
      problem(
        'above-appropriation',
        'amounts',
        {
          vi: `${title.vi}: ${formatDong(support, 'vi')} vượt dự toán đã giao.`,
          en: `${title.en}: ${formatDong(support, 'en')} is above its appropriation.`,
        },
        {
          vi: `không quá ${formatDong(most, 'vi')}, hoặc Sở Tài chính ghi giao bổ sung (raiseAppropriation) trước`,
          en: `at most ${formatDong(most, 'en')}, or a further appropriation first (raiseAppropriation)`,
        },
        budgetLaw,
      ),
    ]
  })
}

const lineUnknown = ({ lineId }: { readonly lineId: string }) =>
  problem(
    'line-unknown',
    'amounts',
    { vi: `Kế hoạch không có dòng ${lineId}.`, en: `The plan has no line ${lineId}.` },
    { vi: 'dòng của chính kế hoạch này', en: 'a line of this plan' },
  )

const amountZero = problem(
  'amount-zero',
  'amounts',
  { vi: 'Dòng được duyệt phải có kinh phí.', en: 'An approved line has money.' },
  {
    vi: 'số tiền lớn hơn 0, hoặc trả lại kế hoạch để bỏ dòng',
    en: 'an amount above zero, or a plan returned without the line',
  },
)

const aboveEstimate = (field: string, estimated: bigint) =>
  problem(
    'above-estimate',
    field,
    { vi: 'Số duyệt vượt dự toán.', en: 'More is approved than was estimated.' },
    { vi: `không quá ${formatDong(estimated, 'vi')}`, en: `at most ${formatDong(estimated, 'en')}` },
  )
