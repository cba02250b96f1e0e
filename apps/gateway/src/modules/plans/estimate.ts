import type { Totals } from '@khuyencong/budget'
import type { Text } from '@khuyencong/rules'
import type { FundSource } from '../../generated/prisma/enums.js'
import { lineOfPart, type LineAnswer, type PlanAnswer } from './line-law.js'
import type { LineRow, PlanRow } from './reads.js'
import { sourceOf } from './sources.js'
import { answerOf } from './whole-plan.js'

/** Which amount of each line a sum is over. */
type PlanAmount = 'demanded' | 'estimated' | 'approved'

/** Sums of some lines, in đồng. */
export interface LineTotals {
  readonly lines: number
  readonly support: bigint
  readonly own: bigint
  /** Lines whose amount is not known: the sums are then a least. */
  readonly open: readonly string[]
}

interface SourceTotals extends LineTotals {
  readonly source: FundSource
  readonly title: Text
  readonly balance: bigint | undefined
  readonly verdict: 'met' | 'unmet' | 'unknown'
  readonly shortfall: bigint | undefined
  readonly surplus: bigint | undefined
}

/** Something to find out: the balance of a source, the amount of a line, or a fact of it. */
export interface PlanGap {
  readonly source?: FundSource
  readonly line?: string
  readonly fact?: string
}

/** A year's plan as a table: what it needs, by what, from where, and whether it can be met. */
export interface PlanEstimate {
  readonly amount: PlanAmount
  readonly verdict: 'met' | 'unmet' | 'unknown'
  readonly total: LineTotals
  readonly byContent: readonly (LineTotals & { readonly content: string })[]
  readonly bySource: readonly SourceTotals[]
  readonly byContentAndSource: readonly (LineTotals & { readonly content: string; readonly source: FundSource })[]
  readonly lines: readonly LineAnswer[]
  readonly repeated: readonly {
    readonly establishment: string
    readonly content: string
    readonly lines: readonly string[]
  }[]
  readonly missing: readonly PlanGap[]
  readonly law: PlanAnswer['estimate']['law']
}

/** The amount that a plan has come to: what is approved of an approved one, else what is estimated. */
export const usualAmount = ({ state }: PlanRow): PlanAmount => (state === 'APPROVED' ? 'approved' : 'estimated')

/**
 * The estimate of a plan under the law of its date.
 *
 * @throws Refusal `no-law`
 */
export function estimatePlan(plan: PlanRow, lines: readonly LineRow[], amount: PlanAmount): PlanEstimate {
  const { estimate, lines: answers } = answerOf(plan, lines, (line) => line[amount] ?? undefined)
  const idsOf = (content: string | undefined, source: FundSource | undefined) =>
    new Set(
      estimate.lines
        .filter(
          ({ line }) =>
            (content === undefined || line.content === content) &&
            (source === undefined || sourceOf[line.source] === source),
        )
        .map(({ line }) => lineOfPart(line.id)),
    )
  const sums = ({ support, own, open }: Totals, content?: string, source?: FundSource): LineTotals => ({
    lines: idsOf(content, source).size,
    ...{ support, own },
    open: linesOfParts(open),
  })
  return {
    amount,
    verdict: estimate.verdict,
    total: sums(estimate.total),
    byContent: estimate.byContent.map((each) => ({ content: each.content, ...sums(each, each.content) })),
    bySource: estimate.bySource.map(({ source, title, balance, verdict, shortfall, surplus, ...each }) => ({
      ...{ source: sourceOf[source], title, balance, verdict, shortfall, surplus },
      ...sums(each, undefined, sourceOf[source]),
    })),
    byContentAndSource: estimate.byContentAndSource.map((each) => {
      const source = sourceOf[each.source]
      return { content: each.content, source, ...sums(each, each.content, source) }
    }),
    lines: answers,
    repeated: estimate.repeated.map(({ establishment, content, lines: parts }) => ({
      ...{ establishment, content },
      lines: linesOfParts(parts),
    })),
    missing: estimate.verdict === 'unknown' ? gaps(estimate, answers) : [],
    law: estimate.law,
  }
}

const gaps = ({ bySource, total }: PlanAnswer['estimate'], answers: readonly LineAnswer[]): readonly PlanGap[] => [
  ...bySource.flatMap(({ source, balance, lines }) =>
    balance === undefined && lines > 0 ? [{ source: sourceOf[source] }] : [],
  ),
  ...linesOfParts(total.open).map((line) => ({ line })),
  ...answers.flatMap(({ line, missing }) => missing.map((fact) => ({ line, fact }))),
]

const linesOfParts = (parts: readonly string[]): readonly string[] => [...new Set(parts.map(lineOfPart))]
