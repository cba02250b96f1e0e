import type { Transaction } from '../../database/transaction.js'
import { applicationFactsFrom, storedFacts } from '../proposals/facts.js'
import { belowAward } from './problems.js'
import { readLinesOf, type LineRow, type PlanRow } from './reads.js'

/** What the plan in force has and its adjustment no longer: lines of the edition before, as they were approved. */
export async function linesLeftOut(
  tx: Transaction,
  { id, programmeId, year, edition }: PlanRow,
): Promise<readonly LineRow[]> {
  const where = { programmeId, year, edition: edition - 1, state: 'APPROVED' } as const
  const before = await tx.plan.findFirst({ where, select: { id: true } })
  if (before === null) return []
  const [lines = [], now = []] = await readLinesOf(tx, [before.id, id])
  const items = new Set(now.map(({ itemId }) => itemId))
  return lines.filter(({ itemId }) => !items.has(itemId))
}

/** Whether a proposal was stopped and nothing is promised to it any more: an adjustment has no line for it. */
export const isStopped = ({ proposal, promised }: LineRow): boolean =>
  proposal?.state === 'CANCELLED' && promised === 0n

/**
 * An approved line as an adjustment begins with it: the same item, estimated at what is approved. What was decided of its
 * proposal since comes with it (TT 36/2013 Điều 11).
 */
export function approvedLine(line: LineRow) {
  const { itemId, kind, title, source, facts, proposal } = line
  return {
    ...{ itemId, kind, title, source, ...asDecided(line) },
    proposalId: proposal?.id ?? null,
    facts: storedFacts(applicationFactsFrom(facts)),
  }
}

/**
 * What a project asks for, in đồng: the support of its proposal. What is promised on a contract stands all the same, also where
 * the support was lowered under it.
 */
export const demandOf = ({ requestedSupport }: { readonly requestedSupport: bigint }, promised: bigint): bigint =>
  requestedSupport > promised ? requestedSupport : promised

/** Content and amounts of a line: those of its proposal, no higher than approved. Another content has its own ceiling. */
function asDecided({ contentCode, demanded, approved, ceiling, proposal, promised }: LineRow) {
  if (proposal === null) return { contentCode, demanded, estimated: approved, ceiling }
  const demand = demandOf(proposal, promised)
  return {
    ...{ contentCode: proposal.contentCode, demanded: demand },
    estimated: approved !== null && approved > demand ? demand : approved,
    ceiling: proposal.contentCode === contentCode ? ceiling : null,
  }
}

/** What stands against an item that goes on with other money: what is promised on it stays a least, from its source. */
export const promisedProblems = (
  { promised, source }: LineRow,
  now: Pick<LineRow, 'source' | 'estimated'>,
): readonly (typeof belowAward)[] =>
  promised > 0n && (now.source !== source || promised > (now.estimated ?? 0n)) ? [belowAward] : []
