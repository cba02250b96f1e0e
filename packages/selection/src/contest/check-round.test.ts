import { InputError } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { on } from '../law.test-support.js'
import { entry, round, sheet, sheets } from './round.test-support.js'
import type { Round, Sheet } from './round.js'
import { tally } from './tally.js'

const law = on('2024-03-01')
const panel = ['A', 'B', 'C']

function refusal(of: Round, given: readonly Sheet[]): InputError | undefined {
  try {
    tally(law, of, given)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  return undefined
}
/** The codes of all problems, with the field of each. */
const problemsOf = (of: Round, given: readonly Sheet[]): readonly string[] =>
  refusal(of, given)?.problems.map(({ code, field }) => `${code} ${field}`) ?? []
const one = round(panel, [entry('x')])
const good = sheets({ x: [80, 80, 80] })
const withSheet = (rest: Partial<Sheet>) => [...good.slice(0, 2), { ...sheet('C', 'x', 80), ...rest }]

test('a good round has no problem', () => {
  expect(problemsOf(one, good)).toEqual([])
})

describe('sheets', () => {
  test.each<[string, Partial<Sheet>, string[]]>([
    [
      'a mark above the highest',
      { marks: { market: 40.5, economy: 40, culture: 10, other: 10 } },
      ['mark-above-most sheets[2].marks.market'],
    ],
    [
      'a negative mark',
      { marks: { market: -1, economy: 40, culture: 10, other: 10 } },
      ['mark sheets[2].marks.market'],
    ],
    [
      'a mark finer than four decimals',
      { marks: { market: 1 / 3, economy: 40, culture: 10, other: 10 } },
      ['mark sheets[2].marks.market'],
    ],
    ['a missing mark', { marks: { economy: 40, culture: 10, other: 10 } }, ['mark-missing sheets[2].marks.market']],
    [
      'an unknown criterion',
      { marks: { market: 1, economy: 1, culture: 1, other: 1, beauty: 1 } },
      ['mark-criterion sheets[2].marks.beauty'],
    ],
    ['a judge who does not sit', { judge: 'D' }, ['sheet-judge sheets[2].judge', 'sheet-missing sheets']],
    ['an entry that is none', { entry: 'y' }, ['sheet-entry sheets[2].entry', 'sheet-missing sheets']],
    ['version 2 without version 1', { version: 2, reason: 'sum' }, ['sheet-version sheets']],
    ['version 0', { version: 0 }, ['sheet-version sheets']],
  ])('%s', (_, rest, problems) => {
    expect(problemsOf(one, withSheet(rest))).toEqual(problems)
  })

  test('a missing sheet names judge and entry', () => {
    expect(() => tally(law, one, good.slice(1))).toThrow('the sheet of A for x is missing')
  })
  test('two sheets of one version', () => {
    expect(problemsOf(one, [...good, sheet('A', 'x', 70)])).toEqual(['sheet-version sheets'])
  })
  test('a correction without its reason', () => {
    expect(problemsOf(one, [...good, sheet('A', 'x', 70, { version: 2 })])).toEqual(['sheet-reason sheets'])
    expect(problemsOf(one, [...good, sheet('A', 'x', 70, { version: 2, reason: '  ' })])).toEqual([
      'sheet-reason sheets',
    ])
    expect(problemsOf(one, [...good, sheet('A', 'x', 70, { version: 2, reason: 'added up wrongly' })])).toEqual([])
  })
  test('every problem is named, not only the first', () => {
    const bad = withSheet({ judge: 'D', marks: { market: 50, economy: 50, beauty: 1 } })
    expect(problemsOf(one, bad).length).toBe(7)
  })
  test('the limit is the highest mark itself', () => {
    expect(problemsOf(one, sheets({ x: [100, 100, 100] }))).toEqual([])
    expect(problemsOf(one, sheets({ x: [0, 0, 0] }))).toEqual([])
  })
})

describe('sub-criteria of a round', () => {
  const criteria = [
    { id: 'turnover', group: 'market', most: 25 },
    { id: 'growth', group: 'market', most: 15 },
    { id: 'technique', group: 'economy', most: 40 },
    { id: 'form', group: 'culture', most: 10 },
    { id: 'awards', group: 'other', most: 10 },
  ] as const
  const marks = { turnover: 25, growth: 15, technique: 40, form: 10, awards: 10 }
  const marked = panel.map((judge) => ({ ...sheet(judge, 'x', 0), marks }))

  test('within the four groups', () => {
    expect(tally(law, { ...one, criteria }, marked).ranking[0]?.mean).toEqual({ numerator: 100n, denominator: 1n })
  })
  test('above the highest mark of a group', () => {
    const more = [...criteria, { id: 'fame', group: 'culture', most: 0.5 } as const]
    const fame = marked.map((each) => ({ ...each, marks: { ...each.marks, fame: 0 } }))
    expect(problemsOf({ ...one, criteria: more }, fame)).toEqual(['criteria-above-most round.criteria'])
  })
  test('a highest mark finer than four decimals', () => {
    const fine = [...criteria.slice(0, 3), { id: 'form', group: 'culture', most: 1 / 3 } as const, criteria[4]]
    const noForm = marked.map((each) => ({ ...each, marks: { ...each.marks, form: 0 } }))
    expect(problemsOf({ ...one, criteria: fine }, noForm)).toEqual(['criterion-most round.criteria.form'])
  })
  test('twice the same, or without a mark to give', () => {
    const twice = [...criteria.slice(0, 4), { id: 'form', group: 'other', most: 0 } as const]
    const fewer = panel.map((judge) => ({
      ...sheet(judge, 'x', 0),
      marks: { turnover: 1, growth: 1, technique: 1, form: 0 },
    }))
    expect(problemsOf({ ...one, criteria: twice }, fewer)).toEqual([
      'criterion-duplicate round.criteria',
      'criterion-most round.criteria.form',
    ])
  })
})

describe('the round itself', () => {
  test('an even panel', () => {
    expect(problemsOf(round(['A', 'B'], [entry('x')]), sheets({ x: [80, 80] }))).toEqual(['panel-even round.judges'])
  })
  test('no panel', () => {
    expect(problemsOf(round([], [entry('x')]), [])).toEqual(['panel-even round.judges'])
  })
  test('a judge twice, an entry twice', () => {
    expect(problemsOf(round(['A', 'B', 'B'], [entry('x')]), sheets({ x: [80, 80] }))).toEqual([
      'panel-duplicate round.judges',
      'sheet-missing sheets',
    ])
    expect(problemsOf(round(panel, [entry('x'), entry('x')]), good)).toContain('entry-duplicate round.entries')
  })
  test('absences and conflicts of people and products that are not there, without reason', () => {
    expect(
      problemsOf(
        {
          ...one,
          absences: [{ judge: 'D', reason: 'ill' }],
          conflicts: [
            { judge: 'E', entry: 'y', reason: '' },
            { judge: 'A', entry: 'x', reason: ' ' },
          ],
        },
        good,
      ),
    ).toEqual([
      'judge-unknown round.absences[0].judge',
      'judge-unknown round.conflicts[0].judge',
      'entry-unknown round.conflicts[0].entry',
      'reason round.conflicts[0].reason',
      'reason round.conflicts[1].reason',
    ])
  })
  test('a cut needs a whole number and its reason', () => {
    expect(problemsOf({ ...one, cut: { keep: 0.5, by: 'council', reason: ' ' } }, good)).toEqual([
      'reason round.cut.reason',
      'cut round.cut',
    ])
    expect(
      problemsOf({ ...one, cut: { keepByGroup: { handicraft: -1 }, by: 'council', reason: 'plan' } }, good),
    ).toEqual(['cut round.cut'])
    expect(problemsOf({ ...one, cut: { keep: 0, by: 'council', reason: 'plan' } }, good)).toEqual([])
  })
  test('a decision on a tie names entries of the round once, with its reason', () => {
    expect(problemsOf({ ...one, tieDecision: { order: ['x', 'y', 'x'], reason: '' } }, good)).toEqual([
      'reason round.tieDecision.reason',
      'entry-unknown round.tieDecision.order',
      'entry-duplicate round.tieDecision.order',
    ])
  })
  test('a level that is not held', () => {
    expect(problemsOf({ ...one, level: 'COMMUNE' }, good)).toEqual(['level level'])
  })
})

describe('who does not mark', () => {
  test('an absence for the round or for one entry replaces the sheet', () => {
    const two = round(panel, [entry('x'), entry('y')])
    const given = sheets({ x: [80, 80, 80], y: [80, 80] })
    expect(problemsOf(two, given)).toEqual(['sheet-missing sheets'])
    expect(problemsOf({ ...two, absences: [{ judge: 'C', entry: 'y', reason: 'ill' }] }, given)).toEqual([])
    const without = given.filter(({ judge }) => judge !== 'C')
    expect(problemsOf({ ...two, absences: [{ judge: 'C', reason: 'ill' }] }, without)).toEqual([])
  })
  test('whoever is recorded as absent has no sheet', () => {
    expect(problemsOf({ ...one, absences: [{ judge: 'C', reason: 'ill' }] }, good)).toEqual([
      'sheet-absent-judge sheets',
    ])
  })
  test('an entry that may not enter needs no sheets', () => {
    expect(problemsOf(round(panel, [entry('x'), entry('y', { eligibility: 'unmet' })]), good)).toEqual([])
  })
  test('an entry of which no sheet counts is refused', () => {
    const absences = panel.map((judge) => ({ judge, reason: 'ill' }))
    expect(problemsOf({ ...one, absences }, [])).toEqual(['entry-unmarked round.entries.x'])
  })
})

describe('what is wrong is said in full: where, what, and what was expected', () => {
  const sentences = (of: Round, given: readonly Sheet[]) => refusal(of, given)?.message.split('\n')

  test('of sheets', () => {
    const bad = withSheet({ judge: 'D', entry: 'y', marks: { market: 50, economy: -1, culture: 10, beauty: 1 } })
    expect(sentences(one, bad)).toEqual([
      "sheets[2].entry: 'y' is not entered in the round. Expected an entry of the round.",
      "sheets[2].judge: 'D' does not sit on the panel. Expected a judge of the panel.",
      "sheets[2].marks.market: 50 is above the highest mark of 'market'. Expected at most 40 points (clause 1, Article 7, TT 26/2014/TT-BCT).",
      'sheets[2].marks.economy: -1 is not a mark. Expected 0 to 40 points with at most four decimals.',
      "sheets[2].marks.other: D gave y no mark for 'other'. Expected 0 to 10 points.",
      "sheets[2].marks.beauty: 'beauty' is not a criterion of the round. Expected one of market, economy, culture, other.",
      'sheets: the sheet of C for x is missing. Expected a sheet, or a recorded absence of the judge.',
    ])
    expect(sentences(one, [...good, sheet('A', 'x', 70, { version: 3 })])).toEqual([
      'sheets: the sheet of A for x has the versions 1, 3. Expected versions 1, 2, 3 … without a gap, one sheet for each.',
      'sheets: the sheet of A for x, version 3, does not say why it was corrected. Expected a reason.',
    ])
    expect(sentences({ ...one, absences: [{ judge: 'C', reason: 'ill' }] }, good)).toEqual([
      'sheets: the sheet of C for x exists although the judge is recorded as absent. Expected no sheet, or no absence.',
    ])
  })
  test('of the round', () => {
    const criteria = [
      { id: 'turnover', group: 'market', most: 40.5 },
      { id: 'turnover', group: 'market', most: 0 },
    ] as const
    const wrong: Round = {
      ...round(['A', 'B', 'B', 'C'], [entry('x', { eligibility: 'unmet' }), entry('x', { eligibility: 'unmet' })]),
      criteria,
      absences: [{ judge: 'D', reason: ' ' }],
      conflicts: [{ judge: 'A', entry: 'y', reason: 'Owns it.' }],
      cut: { keepByGroup: { handicraft: -1, machinery: 0.5 }, by: 'council', reason: '' },
      tieDecision: { order: ['z', 'x', 'x'], reason: ' ' },
    }
    expect(sentences(wrong, [])).toEqual([
      'round.judges: the panel has 4 judges. Expected an odd number (Article 11, TT 26/2014/TT-BCT).',
      'round.judges: B sits on the panel twice. Expected each judge once.',
      'round.entries: x is entered twice. Expected each entry once.',
      "round.criteria: 'turnover' is given twice. Expected each criterion once.",
      'round.criteria.turnover: 0 is not a highest mark. Expected a number of points above 0.',
      "round.criteria: the criteria of the group 'market' add up to 40.5 points. Expected at most 40 (clause 1, Article 16, TT 26/2014/TT-BCT).",
      "round.absences[0].judge: 'D' does not sit on the panel. Expected a judge of the panel.",
      'round.absences[0].reason: there is none. Expected a reason.',
      "round.conflicts[0].entry: 'y' is not entered in the round. Expected an entry of the round.",
      'round.cut.reason: there is none. Expected the reason of the decision.',
      'round.cut: -1 is not a number of products. Expected a whole number, not negative.',
      'round.cut: 0.5 is not a number of products. Expected a whole number, not negative.',
      'round.tieDecision.reason: there is none. Expected the reason of the decision.',
      "round.tieDecision.order: 'z' is not entered in the round. Expected an entry of the round.",
      'round.tieDecision.order: x is named twice. Expected each entry once.',
    ])
  })
  test('of an entry without a sheet that counts', () => {
    const absences = panel.map((judge) => ({ judge, reason: 'ill' }))
    expect(sentences({ ...one, absences }, [])).toEqual([
      'round.entries.x: no sheet of x counts. Expected at least one.',
    ])
  })
})
