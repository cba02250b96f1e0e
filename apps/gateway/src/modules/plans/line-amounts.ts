import { formatDong } from '@khuyencong/rules'
import type { FundSource } from '../../generated/prisma/enums.js'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { holdAgainstLaw, lawOfPlan, type LineAnswer } from './line-law.js'
import type { Part } from './parts.js'
import type { PlanRow } from './reads.js'

/** What a line is to be, before it is written. Amounts are đồng. */
export interface LineAsked {
  readonly source: FundSource
  readonly parts: readonly Part[]
  readonly totalCost: bigint | undefined
  /** Absent while not known. */
  readonly demanded: bigint | undefined
  /** `usual`: the lower of demand and ceiling. */
  readonly estimated: bigint | 'usual'
}

/** Amounts that a line may have. */
export interface LineAmounts {
  readonly demanded: bigint | null
  readonly estimated: bigint | null
  readonly ceiling: bigint | null
}

/**
 * The amounts of a line under the law of the plan's date. More may be asked for than the law allows; estimated is never more
 * than either. Where demand or ceiling is not known yet, the estimate stays open unless it is given.
 *
 * @throws Refusal `above-demand`, `above-ceiling` naming the article, `facts-missing`, `amount-zero`, `no-law`
 */
export function lineAmounts(plan: PlanRow, asked: LineAsked): LineAmounts {
  const { demanded, estimated, source, parts, totalCost } = asked
  const given = estimated === 'usual' ? undefined : estimated
  const line = { id: 'line', source, parts, totalCost, support: given ?? demanded }
  const { lines } = holdAgainstLaw(lawOfPlan(plan), plan.year, [line], new Map())
  const [answer] = lines
  if (answer === undefined) throw new Error('The law says nothing of the line')
  if (given === undefined) {
    const open =
      demanded === undefined ||
      answer.status === 'unknown' ||
      (answer.status === 'above' && answer.ceiling === undefined)
    return {
      demanded: demanded ?? null,
      estimated: open ? null : lower(demanded, answer),
      ceiling: answer.ceiling ?? null,
    }
  }
  const problems = [
    ...(given === 0n ? [amountZero] : []),
    ...(demanded === undefined || given > demanded ? [aboveDemand(demanded)] : []),
    ...(answer.status === 'above' ? [aboveCeiling('estimated', given, answer)] : []),
    ...(answer.status === 'unknown' ? [factsMissing(answer)] : []),
  ]
  if (problems.length > 0) throw new Refusal(problems)
  return { demanded: demanded ?? null, estimated: given, ceiling: answer.ceiling ?? null }
}

const lower = (demanded: bigint, { ceiling }: LineAnswer): bigint =>
  ceiling !== undefined && ceiling < demanded ? ceiling : demanded

const amountZero = problem(
  'amount-zero',
  'estimated',
  { vi: 'Dòng không có kinh phí.', en: 'The line has no money.' },
  { vi: 'số tiền lớn hơn 0, hoặc bỏ dòng', en: 'an amount above zero, or no line' },
)

const aboveDemand = (demanded: bigint | undefined): InputProblem =>
  demanded === undefined
    ? problem(
        'demand-missing',
        'demanded',
        { vi: 'Chưa có nhu cầu kinh phí.', en: 'The demand is not known yet.' },
        { vi: 'nhu cầu trước, dự toán sau', en: 'the demand first, then the estimate' },
      )
    : problem(
        'above-demand',
        'estimated',
        { vi: 'Dự toán vượt nhu cầu.', en: 'The estimate is above the demand.' },
        { vi: `không quá ${formatDong(demanded, 'vi')}`, en: `at most ${formatDong(demanded, 'en')}` },
      )

/** A line above what the law allows, with the article. */
export function aboveCeiling(field: string, amount: bigint, { ceiling, excess, cites }: LineAnswer): InputProblem {
  const most = ceiling ?? amount - (excess ?? 0n)
  return problem(
    'above-ceiling',
    field,
    {
      vi: `${formatDong(amount, 'vi')} vượt mức hỗ trợ tối đa ${formatDong(most, 'vi')}.`,
      en: `${formatDong(amount, 'en')} is above the highest support, ${formatDong(most, 'en')}.`,
    },
    { vi: `không quá ${formatDong(most, 'vi')}`, en: `at most ${formatDong(most, 'en')}` },
    cites[0],
  )
}

/** A line of which it cannot be said whether the law allows it. */
export const factsMissing = ({ missing, cites }: LineAnswer): InputProblem =>
  problem(
    'facts-missing',
    'facts',
    {
      vi: `Chưa tính được mức hỗ trợ tối đa: còn thiếu ${missing.join(', ')}.`,
      en: `The highest support is not known yet: ${missing.join(', ')} is missing.`,
    },
    { vi: missing.join(', '), en: missing.join(', ') },
    cites[0],
  )
