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

/** An approved line as an adjustment begins with it: the same item, estimated at what is approved. */
export function approvedLine(line: LineRow) {
  const { itemId, kind, contentCode, title, source, facts, demanded, approved, ceiling, proposal } = line
  return {
    ...{ itemId, kind, contentCode, title, source, demanded, estimated: approved, ceiling },
    proposalId: proposal?.id ?? null,
    facts: storedFacts(applicationFactsFrom(facts)),
  }
}

/** What stands against an item that goes on with other money: what is promised on it stays a least, from its source. */
export const promisedProblems = (
  { promised, source }: LineRow,
  now: Pick<LineRow, 'source' | 'estimated'>,
): readonly (typeof belowAward)[] =>
  promised > 0n && (now.source !== source || promised > (now.estimated ?? 0n)) ? [belowAward] : []
