import type { Citations, LawIdentity, ParameterInForce, Ratio, Support, Text } from '@khuyencong/rules'
import { InputError } from '@khuyencong/rules'
import { checkLevel } from '../assess.js'
import type { ProductGroup } from '../entry-facts.js'
import { conventionUsed, makesADifference, type ConventionUsed } from '../convention.js'
import { choiceOf, numberOf, restingOn, valueAsSource, type Found } from '../in-force.js'
import type { SelectionLaw } from '../law.js'
import { absentJudge, conflictOfInterest, rounding, tieAtCut } from '../local-rules.js'
import { threshold } from '../tt-26-2014/article-17.js'
import { readSheets, type CountedSheet, type EntrySheets, type LeftOut } from './check-round.js'
import { compareMeans, meanRatio, reaches, toTwoDecimals, type Mean } from './points.js'
import type { Cut, Round, Sheet } from './round.js'

/**
 * What came of an entry.
 * - `recognised`: reached the threshold and was not cut
 * - `below-threshold`: the mean is lower
 * - `cut`: reached it, but the council decided on fewer
 * - `tied-at-cut`: the cut runs between equal means and the council has not decided yet
 * - `eligibility-unknown`: marked, but whether it may enter is not known
 * - `not-eligible`: may not enter, so it is not marked
 */
export type Outcome = 'recognised' | 'below-threshold' | 'cut' | 'tied-at-cut' | 'eligibility-unknown' | 'not-eligible'

/** One judge's total of one entry, and the version of the sheet that it stands on. */
export interface Score {
  readonly judge: string
  readonly sheetVersion: number
  readonly total: Ratio
}

export interface EntryResult {
  readonly entry: string
  readonly group: ProductGroup
  /** 1 for the highest mean; equal means share a rank. Absent for an entry that was not marked. */
  readonly rank: number | undefined
  readonly outcome: Outcome
  readonly reason: Text
  readonly cites: Citations
  /** The mean of the judges' totals, exactly. */
  readonly mean: Ratio | undefined
  readonly reachedThreshold: boolean
  readonly scores: readonly Score[]
  readonly leftOut: readonly LeftOut[]
  /** Lowest and highest total, and how far apart they are. */
  readonly spread: { readonly lowest: Ratio; readonly highest: Ratio; readonly range: Ratio } | undefined
}

export interface Counts {
  readonly entered: number
  readonly marked: number
  readonly reachedThreshold: number
  readonly recognised: number
  readonly recognisedByGroup: Readonly<Partial<Record<ProductGroup, number>>>
}

export interface Tally {
  readonly round: string
  /** Marked entries from the highest mean down, then those that were not marked; equal means by id. */
  readonly ranking: readonly EntryResult[]
  readonly threshold: number
  readonly cut: Cut | undefined
  readonly counts: Counts
  readonly conventions: readonly ConventionUsed[]
  readonly trust: Support
  readonly law: LawIdentity
}

type Law = SelectionLaw<'parameters' | 'identity'>

const options = {
  rounding: ['exact', 'two-decimals'],
  tie: ['council-decides', 'all-in', 'none-in'],
  absent: ['mean-of-present', 'refuse'],
  conflict: ['leave-out', 'count'],
} as const

/** How a round is counted: what the law says, and what has to be agreed because it does not. */
interface Settings {
  readonly threshold: number
  readonly rounding: (typeof options.rounding)[number]
  readonly tie: (typeof options.tie)[number]
  readonly conflict: (typeof options.conflict)[number]
}

/**
 * The result of a round from its sheets alone.
 * @param law a pack bound to the day of the round
 * @param round the panel, the entries, and what the council decided
 * @param sheets every version of every judge's sheet; the latest of each counts
 * @returns mean, rank and outcome of each entry, with the conventions used and whom another convention would have served
 * @throws InputError naming everything that is wrong with the round and its sheets: marks above the highest, unknown criteria, missing sheets …
 */
export function tally(law: Law, round: Round, sheets: readonly Sheet[]): Tally {
  checkLevel(law, round.level)
  const read = readSheets(law, round, sheets)
  const limit = numberOf(law, threshold)
  const conventions = {
    rounding: choiceOf(law, rounding, options.rounding),
    tie: choiceOf(law, tieAtCut, options.tie),
    absent: choiceOf(law, absentJudge, options.absent),
    conflict: choiceOf(law, conflictOfInterest, options.conflict),
  }
  const settings: Settings = {
    threshold: limit.value,
    rounding: conventions.rounding.value,
    tie: conventions.tie.value,
    conflict: conventions.conflict.value,
  }
  refuseUnmarked(read, settings, conventions.absent.value)

  const placed = place(read, round, settings)
  const changedBy = (other: Partial<Settings>): readonly string[] => {
    const others = new Map(place(read, round, { ...settings, ...other }).map((p) => [p.of.entry.id, p]))
    return placed
      .filter(({ of, outcome, rank }) => {
        const there = others.get(of.entry.id)
        return there && (there.outcome !== outcome || there.rank !== rank)
      })
      .map(({ of }) => of.entry.id)
  }
  const hasConflict = (round.conflicts ?? []).length > 0
  const hasAbsence = read.some(({ leftOut }) => leftOut.some(({ why }) => why === 'absent'))
  const made = [
    conventionUsed(conventions.rounding, options.rounding, (other) => changedBy({ rounding: other })),
    ...(round.cut ? [conventionUsed(conventions.tie, options.tie, (other) => changedBy({ tie: other }))] : []),
    ...(hasConflict
      ? [conventionUsed(conventions.conflict, options.conflict, (other) => changedBy({ conflict: other }))]
      : []),
    // Under the other reading there would be no result at all.
    ...(hasAbsence ? [conventionUsed(conventions.absent, options.absent, () => [])] : []),
  ].filter(
    (each) => makesADifference(each) || each.parameter === conflictOfInterest.id || each.parameter === absentJudge.id,
  )
  const ranking = placed.map((p) => resultOf(p, round, limit))
  const usedIds = new Set(made.map(({ parameter }) => parameter))
  const sources: readonly ParameterInForce[] = [
    limit.found,
    ...Object.values(conventions).flatMap(({ found }) => (usedIds.has(found.parameter.id) ? [found] : [])),
  ]
  return {
    round: round.id,
    ranking,
    threshold: limit.value,
    cut: round.cut,
    counts: count(ranking),
    conventions: made,
    trust: restingOn(sources.map(valueAsSource)),
    law: law.selection.identity,
  }
}

/** @throws InputError naming the entries that no sheet is left for, and those with an absent judge where that is refused */
function refuseUnmarked(
  read: readonly EntrySheets[],
  { conflict }: Settings,
  absent: (typeof options.absent)[number],
): void {
  const problems = read.flatMap(({ entry, sheets, inConflict, leftOut }) => {
    if (entry.eligibility === 'unmet') return []
    const field = `round.entries.${entry.id}`
    const counted = sheets.length + (conflict === 'count' ? inConflict.length : 0)
    const missing = absent === 'refuse' ? leftOut.filter(({ why }) => why === 'absent') : []
    return [
      ...(counted === 0
        ? [{ code: 'entry-unmarked', field, message: `no sheet of ${entry.id} counts.`, expected: 'at least one' }]
        : []),
      ...missing.map(({ judge }) => ({
        code: 'sheet-missing',
        field,
        message: `${judge} is absent, and this law counts no entry without every sheet.`,
        expected: 'a sheet of every judge',
      })),
    ]
  })
  const [first, ...rest] = problems
  if (first) throw new InputError([first, ...rest])
}

/** An entry with its mean and its place. */
export interface Placed {
  readonly of: EntrySheets
  readonly counted: readonly CountedSheet[]
  /** As compared: rounded where the convention says so. */
  readonly mean: Mean | undefined
  readonly exact: Mean | undefined
  readonly rank: number | undefined
  readonly outcome: Outcome
}

type Ranked = Placed & { readonly mean: Mean; readonly exact: Mean; readonly rank: number }

/** No two entries have the same id. */
const byId = (a: { readonly of: EntrySheets }, b: { readonly of: EntrySheets }): number =>
  a.of.entry.id < b.of.entry.id ? -1 : 1

/** Means, ranks and outcomes. `without` leaves a judge's sheets out where another's remain. */
export function place(
  read: readonly EntrySheets[],
  round: Round,
  settings: Settings,
  without?: string,
): readonly Placed[] {
  const marked: (Omit<Ranked, 'rank' | 'outcome'> & { readonly mean: Mean })[] = []
  const unmarked: Placed[] = []
  for (const of of read) {
    if (of.entry.eligibility === 'unmet') {
      unmarked.push({ of, counted: [], mean: undefined, exact: undefined, rank: undefined, outcome: 'not-eligible' })
      continue
    }
    const all = settings.conflict === 'count' ? [...of.sheets, ...of.inConflict] : of.sheets
    const others = without === undefined ? all : all.filter(({ sheet }) => sheet.judge !== without)
    const counted = others.length > 0 ? others : all
    const exact = { sum: counted.reduce((sum, { total }) => sum + total, 0), of: counted.length }
    marked.push({ of, counted, exact, mean: settings.rounding === 'exact' ? exact : toTwoDecimals(exact) })
  }
  marked.sort((a, b) => compareMeans(b.mean, a.mean) || byId(a, b))
  let rank = 0
  let before: Mean | undefined
  const ranked = marked.map((entry, index): Ranked => {
    if (!before || compareMeans(before, entry.mean) !== 0) rank = index + 1
    before = entry.mean
    const passes = reaches(entry.mean, settings.threshold)
    const outcome = !passes
      ? 'below-threshold'
      : entry.of.entry.eligibility === 'met'
        ? 'recognised'
        : 'eligibility-unknown'
    return { ...entry, rank, outcome }
  })
  return [...applyCut(ranked, round, settings.tie), ...unmarked.sort(byId)]
}

/** The council's cut, over the round or group by group. An entry of unknown eligibility takes no one's place. */
function applyCut(ranked: readonly Ranked[], { cut, tieDecision }: Round, tie: Settings['tie']): readonly Ranked[] {
  if (!cut) return ranked
  const outcomes = new Map<string, Outcome>()
  const scopes: readonly (readonly [readonly Ranked[], number])[] =
    'keep' in cut
      ? [[ranked, cut.keep]]
      : Object.entries(cut.keepByGroup).map(([group, keep]) => [
          ranked.filter(({ of }) => of.entry.group === group),
          keep,
        ])
  for (const [scope, keep] of scopes) {
    const passing = scope.filter(({ outcome }) => outcome === 'recognised')
    const [lastIn, firstOut] = [passing[keep - 1], passing[keep]]
    if (!firstOut) continue
    const splits = lastIn?.rank === firstOut.rank
    const tied = splits ? passing.filter(({ rank }) => rank === firstOut.rank) : []
    const inTie = new Set(tied)
    const sure = passing.slice(0, keep).filter((entry) => !inTie.has(entry)).length
    const byCouncil = decided(tied, tieDecision?.order ?? [], keep - sure)
    for (const [index, entry] of passing.entries())
      if (!inTie.has(entry)) {
        if (index >= keep) outcomes.set(entry.of.entry.id, 'cut')
      } else if (tie === 'none-in') outcomes.set(entry.of.entry.id, 'cut')
      else if (tie === 'council-decides') {
        if (!byCouncil) outcomes.set(entry.of.entry.id, 'tied-at-cut')
        else if (!byCouncil.has(entry.of.entry.id)) outcomes.set(entry.of.entry.id, 'cut')
      }
  }
  return ranked.map((entry) => ({ ...entry, outcome: outcomes.get(entry.of.entry.id) ?? entry.outcome }))
}

/** Those whom the council puts in; undefined unless its decision names enough of the tied ones. */
function decided(tied: readonly Ranked[], order: readonly string[], places: number): ReadonlySet<string> | undefined {
  const ids = new Set(tied.map(({ of }) => of.entry.id))
  const chosen = order.filter((id) => ids.has(id)).slice(0, places)
  return chosen.length === places ? new Set(chosen) : undefined
}

const reasons: Readonly<Record<Outcome, (threshold: number) => Text>> = {
  recognised: (points) => ({
    vi: `Điểm bình quân đạt từ ${points} điểm, được công nhận.`,
    en: `The mean reaches ${points} points; recognised.`,
  }),
  'below-threshold': (points) => ({
    vi: `Điểm bình quân dưới ${points} điểm.`,
    en: `The mean is below ${points} points.`,
  }),
  cut: (points) => ({
    vi: `Đạt từ ${points} điểm nhưng ngoài số lượng được quyết định.`,
    en: `Reaches ${points} points, but the number decided on is smaller.`,
  }),
  'tied-at-cut': () => ({
    vi: 'Bằng điểm ở vị trí cắt; chờ Hội đồng quyết định.',
    en: 'Of equal mean at the cut; the council has to decide.',
  }),
  'eligibility-unknown': () => ({
    vi: 'Đạt điểm nhưng chưa rõ có đủ điều kiện tham gia.',
    en: 'The mean is enough, but whether it may enter is not known.',
  }),
  'not-eligible': () => ({ vi: 'Không đủ điều kiện tham gia, không chấm điểm.', en: 'May not enter; not marked.' }),
}

function resultOf(
  { of, counted, exact, mean, rank, outcome }: Placed,
  round: Round,
  limit: Found<number>,
): EntryResult {
  const totals = counted.map(({ total }) => total)
  const asRatio = (sum: number): Ratio => meanRatio({ sum, of: 1 })
  const [lowest, highest] = [Math.min(...totals), Math.max(...totals)]
  const decision = outcome === 'cut' || outcome === 'tied-at-cut' ? round.cut?.reason : undefined
  const reason = reasons[outcome](limit.value)
  return {
    entry: of.entry.id,
    group: of.entry.group,
    rank,
    outcome,
    reason: decision === undefined ? reason : { vi: `${reason.vi} ${decision}`, en: `${reason.en} ${decision}` },
    cites: limit.entry.cites,
    mean: exact && meanRatio(exact),
    reachedThreshold: mean !== undefined && reaches(mean, limit.value),
    scores: counted.map(({ sheet, total }) => ({
      judge: sheet.judge,
      sheetVersion: sheet.version,
      total: asRatio(total),
    })),
    leftOut: of.leftOut,
    spread:
      totals.length === 0
        ? undefined
        : { lowest: asRatio(lowest), highest: asRatio(highest), range: asRatio(highest - lowest) },
  }
}

function count(ranking: readonly EntryResult[]): Counts {
  const recognised = ranking.filter(({ outcome }) => outcome === 'recognised')
  const recognisedByGroup: Partial<Record<ProductGroup, number>> = {}
  for (const { group } of recognised) recognisedByGroup[group] = (recognisedByGroup[group] ?? 0) + 1
  return {
    entered: ranking.length,
    marked: ranking.filter(({ rank }) => rank !== undefined).length,
    reachedThreshold: ranking.filter(({ reachedThreshold }) => reachedThreshold).length,
    recognised: recognised.length,
    recognisedByGroup,
  }
}

/** How a round is counted under the law, for statistics over the same sheets. */
export function settingsOf(law: Law): Settings {
  return {
    threshold: numberOf(law, threshold).value,
    rounding: choiceOf(law, rounding, options.rounding).value,
    tie: choiceOf(law, tieAtCut, options.tie).value,
    conflict: choiceOf(law, conflictOfInterest, options.conflict).value,
  }
}
