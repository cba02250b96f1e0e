import { toContentCode } from '@khuyencong/domain'
import { allocate, estimateYear, type DemandLine, type Estimate, type LineEstimate } from '@khuyencong/budget'
import { InputError, type Citation, type Text } from '@khuyencong/rules'
import type { FundSource } from '../../generated/prisma/enums.js'
import { Refusal } from '../../graphql/refusal.js'
import { mustHaveLaw } from '../law/must-have-law.js'
import type { ServedLaw } from '../law/packs.js'
import { applicationFactsFrom } from '../proposals/facts.js'
import { activityPart, partsOf, type Part } from './parts.js'
import type { LineRow, PlanRow } from './reads.js'
import { lawSource } from './sources.js'

/** A line of a plan as the law is asked about it. */
export interface LawfulLine {
  readonly id: string
  readonly source: FundSource
  readonly parts: readonly Part[]
  /** State money, in đồng; absent while not known. */
  readonly support: bigint | undefined
  /** Cost of the whole, in đồng; absent while not known. */
  readonly totalCost: bigint | undefined
}

/** A line that stands in a plan, with the support that it has at a stage of it. */
export function lawfulLine(line: LineRow, support: bigint | undefined): LawfulLine {
  const { id, source, proposal, contentCode } = line
  const facts = applicationFactsFrom(line.facts)
  return {
    ...{ id, source, support },
    parts: proposal === null ? activityPart(contentCode, facts) : partsOf(proposal),
    totalCost: proposal === null ? facts.totalCost : proposal.totalCost,
  }
}

/**
 * The law of a plan's date.
 * @throws Refusal `no-law`
 */
export const lawOfPlan = ({ provinceName, planDate }: Pick<PlanRow, 'provinceName' | 'planDate'>): ServedLaw =>
  mustHaveLaw(provinceName, planDate)

/** What the law says of one line, all its parts together. */
export interface LineAnswer {
  readonly line: string
  readonly status: LineEstimate['status']
  /** The most that the law allows the line, in đồng; undefined where it sets no level, or it is not known yet. */
  readonly ceiling: bigint | undefined
  /** How far above it, in đồng. */
  readonly excess: bigint | undefined
  /** Facts that would tell the ceiling. */
  readonly missing: readonly string[]
  /** Where the level stands. */
  readonly cites: readonly Citation[]
  /** Where the law has no level: what would be needed for one. */
  readonly needs: Text | undefined
}

export interface PlanAnswer {
  readonly estimate: Estimate
  readonly lines: readonly LineAnswer[]
}

/**
 * Holds lines of a plan against the law of its date, all at once.
 *
 * @param balance what can be balanced, by source, in đồng
 * @throws Refusal with what the packages say of an input that they cannot answer to
 */
export function holdAgainstLaw(
  law: ServedLaw,
  year: number,
  lines: readonly LawfulLine[],
  balance: ReadonlyMap<FundSource, bigint>,
): PlanAnswer {
  const demand = lines.flatMap(demandOf)
  const balances = Object.fromEntries([...balance].map(([source, amount]) => [lawSource[source], amount]))
  const estimate = lawful(() => estimateYear(law, year, demand, balances))
  return { estimate, lines: lines.map((line) => answerFor(line, estimate)) }
}

/** Ids of parts: of a line of one part the line's own. */
const partId = (line: LawfulLine, index: number): string =>
  line.parts.length === 1 ? line.id : `${line.id}#${String(index + 1)}`

/** The line that a part belongs to. */
export const lineOfPart = (id: string): string => id.split('#')[0] ?? id

function demandOf(line: LawfulLine): DemandLine[] {
  const { parts, support, totalCost, source } = line
  const weights = parts.map(({ weight }) => weight)
  const shares =
    support === undefined
      ? undefined
      : weights.some((weight) => weight > 0n)
        ? allocate(support, weights)
        : allocate(
            support,
            parts.map(() => 1n),
          )
  return parts.map((part, index) => ({
    id: partId(line, index),
    content: toContentCode(part.contentCode),
    source: lawSource[source],
    support: shares?.[index],
    // Own money is known of the whole; it stands with the first part.
    own: index > 0 || totalCost === undefined || support === undefined ? undefined : above(totalCost, support),
    establishment: part.establishmentId,
    facts: part.facts,
    priority: part.priority,
  }))
}

const above = (total: bigint, part: bigint): bigint => (total > part ? total - part : 0n)

function answerFor(line: LawfulLine, { lines }: Estimate): LineAnswer {
  const answers = line.parts.map((part, index): PartAnswer => {
    const found = lines.find((each) => each.line.id === partId(line, index))
    if (found === undefined) throw new Error(`The law says nothing of ${partId(line, index)}`)
    return { ...found, weight: part.weight }
  })
  const statuses = new Set(answers.map(({ status }) => status))
  const status = (['above', 'unknown', 'within', 'no-level'] as const).find((each) => statuses.has(each)) ?? 'no-level'
  const ceiling = ceilingOfLine(answers)
  const excesses = answers.flatMap(({ excess }) => (excess === undefined ? [] : [excess]))
  return {
    ...{ line: line.id, status, ceiling },
    excess:
      status !== 'above'
        ? undefined
        : ceiling !== undefined && line.support !== undefined
          ? line.support - ceiling
          : excesses.reduce((sum, excess) => sum + excess, 0n),
    missing: [...new Set(answers.flatMap((each) => (each.status === 'unknown' ? (each.ceiling?.missing ?? []) : [])))],
    cites: answers.flatMap((each) => each.ceiling?.cites ?? []),
    needs: answers.find((each) => each.ceiling?.needs !== undefined)?.ceiling?.needs,
  }
}

interface PartAnswer extends LineEstimate {
  readonly weight: bigint
}

/**
 * The most that a line may have, when it is divided among its parts by their weights and none is to be above its own
 * ceiling. Parts without a level bind nothing.
 */
function ceilingOfLine(parts: readonly PartAnswer[]): bigint | undefined {
  const binding = parts.filter(({ status }) => status !== 'no-level')
  const [only] = parts
  if (parts.length === 1) return binding.length === 1 ? only?.ceiling?.amount : undefined
  const even = parts.every(({ weight }) => weight === 0n)
  const weightOf = ({ weight }: PartAnswer) => (even ? 1n : weight)
  const whole = parts.reduce((sum, part) => sum + weightOf(part), 0n)
  const bounds = binding.flatMap((part) => {
    if (weightOf(part) === 0n) return []
    const amount = part.ceiling?.amount
    return [amount === undefined ? undefined : (amount * whole) / weightOf(part)]
  })
  return bounds.reduce(
    (lowest, bound) => (bound === undefined || lowest === undefined ? undefined : bound < lowest ? bound : lowest),
    bounds[0],
  )
}

/**
 * What a package answers.
 * @throws Refusal with the problems of the input, where the package refuses it
 */
export function lawful<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asRefusal(error)
  }
}

/** The same of a package that takes its time. */
export async function lawfulLater<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw asRefusal(error)
  }
}

const asRefusal = (error: unknown): unknown => (error instanceof InputError ? new Refusal(error.problems) : error)
