import { citationText, InputError, type Problem } from '@khuyencong/rules'
import { numberOf } from '../in-force.js'
import type { SelectionLaw } from '../law.js'
import { criteriaGroups, mostPoints } from '../tt-26-2014/article-7.js'
import { circular } from '../tt-26-2014/sources.js'
import type { Criterion, Entry, Round, Sheet } from './round.js'
import { toFine, type Fine } from './points.js'

/** A sheet that counts, with its total in ten-thousandths of a point. */
export interface CountedSheet {
  readonly sheet: Sheet
  readonly total: Fine
}

/** Why an entry lacks the sheet of a judge. */
export interface LeftOut {
  readonly judge: string
  readonly why: 'absent' | 'conflict'
  readonly reason: string
}

/** The sheets of one entry, judges in the order of the panel. */
export interface EntrySheets {
  readonly entry: Entry
  readonly sheets: readonly CountedSheet[]
  /** Sheets of judges with an interest in the entry. */
  readonly inConflict: readonly CountedSheet[]
  readonly leftOut: readonly LeftOut[]
}

const place = (lang: 'en', ...where: Parameters<typeof circular>) => citationText(circular(...where), lang)

/** The criteria of the round; without any, the four groups themselves. */
function criteriaOf(law: SelectionLaw<'parameters' | 'identity'>, round: Round): readonly Criterion[] {
  return (
    round.criteria ??
    criteriaGroups.map((group) => ({ id: group, group, most: numberOf(law, mostPoints[group]).value }))
  )
}

/**
 * Reads the sheets of a round: the latest version of each judge's sheet of each entry.
 * @throws InputError naming everything that is wrong with the round and with its sheets
 */
export function readSheets(
  law: SelectionLaw<'parameters' | 'identity'>,
  round: Round,
  sheets: readonly Sheet[],
): readonly EntrySheets[] {
  const { absences = [], conflicts = [] } = round
  const criteria = criteriaOf(law, round)
  const problems = [...roundProblems(law, round, criteria)]
  const judges = new Map(round.judges.map((judge, index) => [judge, index]))
  const entries = new Map(round.entries.map((entry, index) => [entry.id, index]))

  /** For each entry and judge, the sheets as they come. */
  const slots = round.entries.map(() => round.judges.map((): CountedSheet[] => []))
  for (const [index, sheet] of sheets.entries()) {
    const [entry, judge] = [entries.get(sheet.entry), judges.get(sheet.judge)]
    if (entry === undefined)
      problems.push(
        problem(
          'sheet-entry',
          `sheets[${index}].entry`,
          `'${sheet.entry}' is not entered in the round.`,
          'an entry of the round',
        ),
      )
    if (judge === undefined)
      problems.push(
        problem(
          'sheet-judge',
          `sheets[${index}].judge`,
          `'${sheet.judge}' does not sit on the panel.`,
          'a judge of the panel',
        ),
      )
    const total = readMarks(criteria, sheet, index, problems)
    if (entry !== undefined && judge !== undefined) slots[entry]?.[judge]?.push({ sheet, total })
  }

  const away = new Map(absences.map(({ judge, entry = '', reason }) => [`${judge}\n${entry}`, reason]))
  const interests = new Map(conflicts.map(({ judge, entry, reason }) => [`${judge}\n${entry}`, reason]))
  const read = round.entries.map((entry, row): EntrySheets => {
    const counted: CountedSheet[] = []
    const inConflict: CountedSheet[] = []
    const leftOut: LeftOut[] = []
    for (const [column, judge] of round.judges.entries()) {
      const absence = away.size === 0 ? undefined : (away.get(`${judge}\n${entry.id}`) ?? away.get(`${judge}\n`))
      const interest = interests.size === 0 ? undefined : interests.get(`${judge}\n${entry.id}`)
      const latest = latestOf(slots[row]?.[column] ?? [], judge, entry, problems)
      if (latest && absence !== undefined)
        problems.push(
          problem(
            'sheet-absent-judge',
            'sheets',
            `${sheetOf(judge, entry)} exists although the judge is recorded as absent.`,
            'no sheet, or no absence',
          ),
        )
      if (latest) (interest === undefined ? counted : inConflict).push(latest)
      if (interest !== undefined) leftOut.push({ judge, why: 'conflict', reason: interest })
      else if (latest) continue
      else if (absence !== undefined) leftOut.push({ judge, why: 'absent', reason: absence })
      else if (entry.eligibility !== 'unmet')
        problems.push(
          problem(
            'sheet-missing',
            'sheets',
            `${sheetOf(judge, entry)} is missing.`,
            'a sheet, or a recorded absence of the judge',
          ),
        )
    }
    return { entry, sheets: counted, inConflict, leftOut }
  })
  const [first, ...rest] = problems
  if (first) throw new InputError([first, ...rest])
  return read
}

const problem = (code: string, field: string, message: string, expected: string): Problem => ({
  code,
  field,
  message,
  expected,
})

/** The total of a sheet in ten-thousandths; what is wrong with a mark goes to `problems`. */
function readMarks(criteria: readonly Criterion[], sheet: Sheet, index: number, problems: Problem[]): Fine {
  let total = 0
  let seen = 0
  for (const { id, most } of criteria) {
    const mark = sheet.marks[id]
    if (mark === undefined) {
      problems.push(
        problem(
          'mark-missing',
          `sheets[${index}].marks.${id}`,
          `${sheet.judge} gave ${sheet.entry} no mark for '${id}'.`,
          `0 to ${most} points`,
        ),
      )
      continue
    }
    seen += 1
    const fine = toFine(mark)
    if (fine === undefined)
      problems.push(
        problem(
          'mark',
          `sheets[${index}].marks.${id}`,
          `${mark} is not a mark.`,
          `0 to ${most} points with at most four decimals`,
        ),
      )
    else if (mark > most)
      problems.push(
        problem(
          'mark-above-most',
          `sheets[${index}].marks.${id}`,
          `${mark} is above the highest mark of '${id}'.`,
          `at most ${most} points (${place('en', '7', '1')})`,
        ),
      )
    else total += fine
  }
  const given = Object.keys(sheet.marks)
  if (given.length > seen)
    for (const id of given.filter((key) => criteria.every((criterion) => criterion.id !== key)))
      problems.push(
        problem(
          'mark-criterion',
          `sheets[${index}].marks.${id}`,
          `'${id}' is not a criterion of the round.`,
          `one of ${criteria.map((criterion) => criterion.id).join(', ')}`,
        ),
      )
  return total
}

const sheetOf = (judge: string, entry: Entry): string => `the sheet of ${judge} for ${entry.id}`

/** The sheet that counts: versions run 1, 2, 3 … and each correction says why. */
function latestOf(
  given: readonly CountedSheet[],
  judge: string,
  entry: Entry,
  problems: Problem[],
): CountedSheet | undefined {
  const [first] = given
  if (!first || (given.length === 1 && first.sheet.version === 1)) return first
  const byVersion = given.toSorted((a, b) => a.sheet.version - b.sheet.version)
  const versions = byVersion.map(({ sheet }) => sheet.version)
  if (versions.some((version, index) => version !== index + 1))
    problems.push(
      problem(
        'sheet-version',
        'sheets',
        `${sheetOf(judge, entry)} has the versions ${versions.join(', ')}.`,
        'versions 1, 2, 3 … without a gap, one sheet for each',
      ),
    )
  for (const { sheet } of byVersion)
    if (sheet.version > 1 && isBlank(sheet.reason))
      problems.push(
        problem(
          'sheet-reason',
          'sheets',
          `${sheetOf(judge, entry)}, version ${sheet.version}, does not say why it was corrected.`,
          'a reason',
        ),
      )
  return byVersion.at(-1)
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

const duplicates = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
]

function* roundProblems(
  law: SelectionLaw<'parameters' | 'identity'>,
  round: Round,
  criteria: readonly Criterion[],
): Iterable<Problem> {
  const { judges, absences = [], conflicts = [], cut, tieDecision } = round
  const entries = round.entries.map(({ id }) => id)
  const [knownJudges, knownEntries] = [new Set(judges), new Set(entries)]
  if (judges.length % 2 === 0)
    yield problem(
      'panel-even',
      'round.judges',
      `the panel has ${judges.length} judges.`,
      `an odd number (${place('en', '11')})`,
    )
  for (const judge of duplicates(judges))
    yield problem('panel-duplicate', 'round.judges', `${judge} sits on the panel twice.`, 'each judge once')
  if (knownEntries.size < entries.length)
    for (const entry of duplicates(entries))
      yield problem('entry-duplicate', 'round.entries', `${entry} is entered twice.`, 'each entry once')

  for (const id of duplicates(criteria.map((criterion) => criterion.id)))
    yield problem('criterion-duplicate', 'round.criteria', `'${id}' is given twice.`, 'each criterion once')
  for (const { id, most } of criteria)
    if (!(most > 0) || toFine(most) === undefined)
      yield problem(
        'criterion-most',
        `round.criteria.${id}`,
        `${most} is not a highest mark.`,
        'a number of points above 0',
      )
  for (const group of criteriaGroups) {
    const most = numberOf(law, mostPoints[group]).value
    const sum = criteria
      .filter((criterion) => criterion.group === group)
      .reduce((total, c) => total + (toFine(c.most) ?? 0), 0)
    if (sum > (toFine(most) ?? 0))
      yield problem(
        'criteria-above-most',
        'round.criteria',
        `the criteria of the group '${group}' add up to ${sum / 10_000} points.`,
        `at most ${most} (${place('en', '16', '1')})`,
      )
  }

  for (const [kind, records] of [
    ['absences', absences],
    ['conflicts', conflicts],
  ] as const)
    for (const [index, { judge, entry, reason }] of records.entries()) {
      const field = `round.${kind}[${index}]`
      if (!knownJudges.has(judge))
        yield problem(
          'judge-unknown',
          `${field}.judge`,
          `'${judge}' does not sit on the panel.`,
          'a judge of the panel',
        )
      if (entry !== undefined && !knownEntries.has(entry))
        yield problem(
          'entry-unknown',
          `${field}.entry`,
          `'${entry}' is not entered in the round.`,
          'an entry of the round',
        )
      if (isBlank(reason)) yield problem('reason', `${field}.reason`, 'there is none.', 'a reason')
    }

  if (cut) {
    if (isBlank(cut.reason)) yield problem('reason', 'round.cut.reason', 'there is none.', 'the reason of the decision')
    for (const keep of 'keep' in cut ? [cut.keep] : Object.values(cut.keepByGroup))
      if (!Number.isInteger(keep) || keep < 0)
        yield problem('cut', 'round.cut', `${keep} is not a number of products.`, 'a whole number, not negative')
  }
  if (tieDecision) {
    if (isBlank(tieDecision.reason))
      yield problem('reason', 'round.tieDecision.reason', 'there is none.', 'the reason of the decision')
    for (const entry of tieDecision.order)
      if (!knownEntries.has(entry))
        yield problem(
          'entry-unknown',
          'round.tieDecision.order',
          `'${entry}' is not entered in the round.`,
          'an entry of the round',
        )
    for (const entry of duplicates(tieDecision.order))
      yield problem('entry-duplicate', 'round.tieDecision.order', `${entry} is named twice.`, 'each entry once')
  }
}
