import { checkLevel } from '../assess.js'
import type { SelectionLaw } from '../law.js'
import { readSheets } from './check-round.js'
import { kendallsW, type Agreement } from './kendall.js'
import { finePerPoint, meanNumber } from './points.js'
import type { Round, Sheet } from './round.js'
import { place, settingsOf, type Placed } from './tally.js'

/** One judge against the others. Statistics are floats; no outcome rests on them. */
export interface JudgeStatistics {
  readonly judge: string
  /** Sheets that count. */
  readonly sheets: number
  /** Mean of the judge's totals, in points; undefined without any. */
  readonly mean: number | undefined
  /** How many points above the other judges of the same entries, on average; negative for a strict judge. Undefined without others. */
  readonly leniency: number | undefined
}

/** What would be otherwise if one judge's sheets were left out. */
export interface LeftOutJudge {
  readonly judge: string
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** Entries whose rank would differ. */
  readonly moved: number
}

export interface Fairness {
  readonly judges: readonly JudgeStatistics[]
  /** Over the entries that every judge marked; undefined for fewer than two judges or entries, or when all marks are equal. */
  readonly agreement: Agreement | undefined
  readonly leaveOneOut: readonly LeftOutJudge[]
}

/**
 * How fair a panel looks in its sheets: leniency of each judge, agreement, and what hangs on a single judge.
 * @throws InputError as `tally`
 */
export function fairness(
  law: SelectionLaw<'parameters' | 'identity'>,
  round: Round,
  sheets: readonly Sheet[],
): Fairness {
  checkLevel(law, round.level)
  const read = readSheets(law, round, sheets)
  const settings = settingsOf(law)
  const placed = place(read, round, settings)
  const complete = placed.filter(({ counted }) => counted.length === round.judges.length)
  return {
    judges: round.judges.map((judge) => statisticsOf(judge, placed)),
    agreement: kendallsW(
      round.judges.map((judge) =>
        complete.map(({ counted }) => counted.find(({ sheet }) => sheet.judge === judge)?.total ?? 0),
      ),
    ),
    leaveOneOut:
      round.judges.length < 2
        ? []
        : round.judges.map((judge) => difference(judge, placed, place(read, round, settings, judge))),
  }
}

function statisticsOf(judge: string, placed: readonly Placed[]): JudgeStatistics {
  let [own, sheets, above, compared] = [0, 0, 0, 0]
  for (const { counted, exact } of placed) {
    const sheet = counted.find((each) => each.sheet.judge === judge)
    if (!sheet || !exact) continue
    own += sheet.total
    sheets += 1
    if (exact.of === 1) continue
    above += sheet.total / finePerPoint - meanNumber({ sum: exact.sum - sheet.total, of: exact.of - 1 })
    compared += 1
  }
  return {
    judge,
    sheets,
    mean: sheets === 0 ? undefined : meanNumber({ sum: own, of: sheets }),
    leniency: compared === 0 ? undefined : above / compared,
  }
}

function difference(judge: string, all: readonly Placed[], without: readonly Placed[]): LeftOutJudge {
  const before = new Map(all.map((placed) => [placed.of.entry.id, placed]))
  const gained: string[] = []
  const lost: string[] = []
  let moved = 0
  for (const { of, outcome, rank } of without) {
    const was = before.get(of.entry.id)
    if (was?.rank !== rank) moved += 1
    if (outcome === 'recognised' && was?.outcome !== 'recognised') gained.push(of.entry.id)
    if (outcome !== 'recognised' && was?.outcome === 'recognised') lost.push(of.entry.id)
  }
  return { judge, gained: gained.sort(), lost: lost.sort(), moved }
}
