import { onConstraint } from '../../commands/database-refusals.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { isStopped } from './edition-before.js'
import { aboveCeiling, factsMissing } from './line-amounts.js'
import { holdAgainstLaw, lawfulLine, lawOfPlan, type PlanAnswer } from './line-law.js'
import type { LineRow, PlanRow } from './reads.js'

/** The most that each source can bear, as Sở Tài chính says. */
const balanceOf = ({ balances }: PlanRow): ReadonlyMap<FundSource, bigint> =>
  new Map(balances.map(({ source, amount }) => [source, amount]))

/**
 * A whole plan against the law of its date, each line with the support that it has at a stage.
 *
 * @param supportOf đồng; undefined while not known
 */
export const answerOf = (
  plan: PlanRow,
  lines: readonly LineRow[],
  supportOf: (line: LineRow) => bigint | undefined,
): PlanAnswer =>
  holdAgainstLaw(
    lawOfPlan(plan),
    plan.year,
    lines.map((line) => lawfulLine(line, supportOf(line))),
    balanceOf(plan),
  )

/** What stands against lines: a proposal that was stopped since, an amount above the ceiling, or not known to be within it. */
export const lineProblems = (
  { lines: answers }: PlanAnswer,
  lines: readonly LineRow[],
  supportOf: (line: LineRow) => bigint | undefined,
): readonly InputProblem[] =>
  answers.flatMap((answer, index) => {
    const line = lines[index]
    const support = line && supportOf(line)
    if (line === undefined) return []
    const field = `lines.${String(line.position)}`
    if (isStopped(line)) return [{ ...proposalStopped, field }]
    if (answer.status === 'above') return [aboveCeiling(field, support ?? 0n, answer)]
    return answer.status === 'unknown' && support !== undefined ? [{ ...factsMissing(answer), field }] : []
  })

const proposalStopped = problem(
  'proposal-stopped',
  'planId',
  { vi: 'Đề án của dòng này đã ngừng thực hiện.', en: 'The proposal of this line was stopped.' },
  {
    vi: 'đưa dòng ra khỏi dự thảo (removeLine); dự toán đã gửi thì trả lại kế hoạch (returnPlan) trước',
    en: 'the line taken out of the draft (removeLine); of a plan that was handed over, once it is returned (returnPlan)',
  },
)
onConstraint('plans_pay_none_stopped', proposalStopped)

export const planEmpty = problem(
  'plan-empty',
  'planId',
  { vi: 'Kế hoạch chưa có dòng nào.', en: 'The plan has no line.' },
  { vi: 'ít nhất một dòng', en: 'at least one line' },
)

export const notEstimated = ({ position, title }: LineRow) =>
  problem(
    'not-estimated',
    `lines.${String(position)}`,
    {
      vi: `Dòng ${String(position)} (${title}) chưa có dự toán.`,
      en: `Line ${String(position)} (${title}) is not estimated.`,
    },
    { vi: 'nhu cầu và dự toán', en: 'its demand and its estimate' },
  )
