import { toContentCode, contentProblems, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import type { LawIdentity, Problem, Text, Verdict } from '@khuyencong/rules'
import { askEach } from './ask-each.js'
import { groupBy } from './group-by.js'
import { fundSourceCodes, fundSources, type FundSource } from './fund-sources.js'
import type { LevelLaw, MoneyLaw } from './money-law.js'
import { assessSource } from './money-source.js'
import { priorityCeiling, type Priority } from './priority-factor.js'
import { refuse } from './refuse.js'
import type { SupportCeiling } from './support-ceiling.js'
import { textKey } from './text-key.js'
import { dongProblems, total } from './whole-dong.js'

/** One line of the demand: a project of an establishment, or an activity of the programme itself. */
export interface DemandLine {
  readonly id: string
  /** A content code. */
  readonly content: ContentCode
  readonly source: FundSource
  /** State money asked for, in đồng; absent while not known. */
  readonly support?: bigint | undefined
  /** Own money of the establishment, in đồng; absent while not known. */
  readonly own?: bigint | undefined
  /** Tax code or registration number; absent for the programme's own activities. */
  readonly establishment?: string | undefined
  /** What the ceiling of the content needs, e.g. `eligibleCost`; the fund follows from the source. */
  readonly facts?: ApplicationFacts | undefined
  /** Whether a higher level was decided for it (MR-1); absent: not. */
  readonly priority?: Priority | undefined
}

/** What the finance department can balance, by source, in đồng; absent while not known. */
export type Balance = Readonly<Partial<Record<FundSource, bigint>>>

/** Sums of some lines, in đồng. */
export interface Totals {
  readonly lines: number
  /** Of the lines whose amount is known. */
  readonly support: bigint
  readonly own: bigint
  /** Lines whose support is not known: the sum is then a least. */
  readonly open: readonly string[]
  /** The same of own money. */
  readonly openOwn: readonly string[]
}

export interface SourceEstimate extends Totals {
  readonly source: FundSource
  readonly title: Text
  readonly balance: bigint | undefined
  /** May promotion money come from it (MR-15)? */
  readonly lawful: Verdict
  /** `met`: the demand can be balanced; `unmet`: it cannot, whatever the open lines come to. */
  readonly verdict: Verdict
  /** Demand above the balance so far, in đồng; undefined while the balance is not known. */
  readonly shortfall: bigint | undefined
  /** Balance above the demand so far, in đồng; undefined while the balance is not known. */
  readonly surplus: bigint | undefined
}

/** A line held against the ceiling of its content. */
export interface LineEstimate {
  readonly line: DemandLine
  /** `no-level`: the law sets none, so the line rests on its own approval. */
  readonly status: 'within' | 'above' | 'unknown' | 'no-level'
  /** How far the line is above its ceiling, in đồng; undefined unless above. */
  readonly excess: bigint | undefined
  /** Undefined where the content has no ceiling in the law. */
  readonly ceiling: SupportCeiling | undefined
}

/** One establishment asks for one content more than once: allowed for different items, and to be looked at. */
export interface RepeatedContent {
  readonly establishment: string
  readonly content: ContentCode
  readonly lines: readonly string[]
}

export interface Estimate {
  readonly year: number
  /** Every source lawful and balanced, and no line above its ceiling. */
  readonly verdict: Verdict
  readonly total: Totals
  readonly byContent: readonly (Totals & { readonly content: ContentCode })[]
  readonly bySource: readonly SourceEstimate[]
  readonly byContentAndSource: readonly (Totals & { readonly content: ContentCode; readonly source: FundSource })[]
  readonly lines: readonly LineEstimate[]
  readonly repeated: readonly RepeatedContent[]
  /** What would decide an open estimate, e.g. `balance.provincial-budget` or `lines.MACH-3.support`. */
  readonly missing: readonly string[]
  readonly law: LawIdentity
}

/**
 * The yearly estimate: demand by content and source, held against what can be balanced. The same sums serve a plan:
 * its `balance` is then the appropriation. Ceilings bind each line, never a content's or a plan's total, and one
 * establishment may have several contents.
 * @param balance what the finance department can balance, by source
 * @throws InputError when a line is listed twice, or a content, source or amount does not fit
 */
export function estimateYear(
  law: LevelLaw & MoneyLaw<'amount' | 'decide' | 'parameters' | 'identity'>,
  year: number,
  demand: readonly DemandLine[],
  balance: Balance,
): Estimate {
  check(demand, balance)
  const placed = demand.map((line) => ({ ...line, content: toContentCode(line.content) }))
  const contents = [...new Set(placed.map((line) => line.content))]
  const lines = askEach(
    placed,
    (line) => against(law, line),
    (field, index) => `demand[${index}].${field}`,
  )
  const bySource = fundSourceCodes
    .filter((source) => balance[source] !== undefined || placed.some((line) => line.source === source))
    .map((source) =>
      sourceEstimate(
        source,
        assessSource(law, { moneySource: source }).verdict,
        placed.filter((line) => line.source === source),
        balance[source],
      ),
    )
  const verdict = conjunction([
    ...bySource.flatMap((source) => [source.lawful, source.verdict]),
    ...lines.map(({ status }): Verdict => (status === 'above' ? 'unmet' : status === 'unknown' ? 'unknown' : 'met')),
  ])
  return {
    year,
    verdict,
    total: totals(placed),
    byContent: contents.map((content) => ({ content, ...totals(placed.filter((line) => line.content === content)) })),
    bySource,
    byContentAndSource: contents.flatMap((content) =>
      fundSourceCodes.flatMap((source) => {
        const cell = placed.filter((line) => line.content === content && line.source === source)
        return cell.length > 0 ? [{ content, source, ...totals(cell) }] : []
      }),
    ),
    lines,
    repeated: repeatedContents(placed),
    missing: verdict === 'unknown' ? missingOf(bySource, lines) : [],
    law: law.identity,
  }
}

type PlacedLine = DemandLine & { readonly content: ContentCode }

const amounts = (values: readonly (bigint | undefined)[]): bigint[] => values.filter((value) => value !== undefined)

const totals = (lines: readonly PlacedLine[]): Totals => ({
  lines: lines.length,
  support: total(amounts(lines.map((line) => line.support))),
  own: total(amounts(lines.map((line) => line.own))),
  open: lines.filter((line) => line.support === undefined).map((line) => line.id),
  openOwn: lines.filter((line) => line.own === undefined).map((line) => line.id),
})

function sourceEstimate(
  source: FundSource,
  lawful: Verdict,
  lines: readonly PlacedLine[],
  balance: bigint | undefined,
): SourceEstimate {
  const sums = totals(lines)
  const difference = balance === undefined ? undefined : balance - sums.support
  return {
    source,
    title: fundSources[source].title,
    ...sums,
    balance,
    lawful,
    verdict:
      difference === undefined
        ? sums.lines === 0
          ? 'met'
          : 'unknown'
        : difference < 0n
          ? 'unmet'
          : sums.open.length > 0
            ? 'unknown'
            : 'met',
    shortfall: difference === undefined ? undefined : difference < 0n ? -difference : 0n,
    surplus: difference === undefined ? undefined : difference > 0n ? difference : 0n,
  }
}

const conjunction = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('unmet') ? 'unmet' : verdicts.includes('unknown') ? 'unknown' : 'met'

/** Levels differ by fund; gifts and other lawful sources have none of their own, so their lines are held against none. */
const fundOf: Readonly<Record<FundSource, ApplicationFacts['fund']>> = {
  'provincial-budget': 'provincial',
  'district-budget': 'district',
  'commune-budget': 'district',
  'national-fund': 'national',
  gifts: undefined,
  'other-lawful': undefined,
}

function against(law: LevelLaw & MoneyLaw<'amount' | 'parameters' | 'identity'>, line: PlacedLine): LineEstimate {
  const fund = fundOf[line.source]
  const ceiling =
    fund !== undefined
      ? priorityCeiling(law, line.content, { ...line.facts, fund }, line.priority ?? 'not-decided')
      : undefined
  if (!ceiling || ceiling.status === 'no-level') return { line, status: 'no-level', excess: undefined, ceiling }
  const highest = ceiling.amount ?? ceiling.atMost
  if (line.support !== undefined && highest !== undefined && line.support > highest)
    return { line, status: 'above', excess: line.support - highest, ceiling }
  const known = line.support !== undefined && ceiling.amount !== undefined
  return { line, status: known ? 'within' : 'unknown', excess: undefined, ceiling }
}

function repeatedContents(lines: readonly PlacedLine[]): RepeatedContent[] {
  const asked = lines.flatMap(({ establishment, content, id }) =>
    establishment === undefined ? [] : [{ establishment, content, id }],
  )
  const groups = groupBy(asked, ({ establishment, content }) => JSON.stringify([textKey(establishment), content]))
  return [...groups.values()].flatMap((group) => {
    const [first, ...more] = group
    if (!first || more.length === 0) return []
    return [{ establishment: first.establishment, content: first.content, lines: group.map(({ id }) => id) }]
  })
}

const missingOf = (sources: readonly SourceEstimate[], lines: readonly LineEstimate[]): string[] => [
  ...sources.flatMap(({ source, balance, lines: count }) =>
    balance === undefined && count > 0 ? [`balance.${source}`] : [],
  ),
  ...lines.flatMap(({ line, status, ceiling }) => [
    ...(line.support === undefined ? [`lines.${line.id}.support`] : []),
    ...(status === 'unknown' && ceiling ? ceiling.missing.map((fact) => `lines.${line.id}.facts.${fact}`) : []),
  ]),
]

function check(demand: readonly DemandLine[], balance: Balance): void {
  const seen = new Map<string, number>()
  const problems = demand.flatMap(({ id, content, source, support, own }, index): Problem[] => {
    const before = seen.get(id)
    seen.set(id, before ?? index)
    return [
      ...(before === undefined
        ? []
        : [
            {
              code: 'line-twice',
              field: `demand[${index}].id`,
              message: `the line '${id}' already stands at demand[${before}].`,
              expected: 'each line once',
            },
          ]),
      ...contentProblems(`demand[${index}].content`, content),
      ...sourceProblems(`demand[${index}].source`, source),
      ...(support === undefined ? [] : dongProblems(`demand[${index}].support`, support)),
      ...(own === undefined ? [] : dongProblems(`demand[${index}].own`, own)),
    ]
  })
  for (const [source, amount] of Object.entries(balance))
    problems.push(...sourceProblems('balance', source), ...dongProblems(`balance.${source}`, amount))
  refuse(problems)
}

const sourceProblems = (field: string, source: string): Problem[] =>
  Object.hasOwn(fundSources, source)
    ? []
    : [
        {
          code: 'source-unknown',
          field,
          message: `'${source}' is not a source of money.`,
          expected: `one of ${fundSourceCodes.join(', ')}`,
        },
      ]
