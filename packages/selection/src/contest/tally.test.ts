import { ratio } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from '../law.test-support.js'
import type { Round } from './round.js'
import { entry, marksOf, round, sheet, sheets } from './round.test-support.js'
import { tally, type Tally } from './tally.js'

const law = on('2024-03-01')
const panel = ['A', 'B', 'C']
const rowOf = ({ ranking }: Tally, id: string) => ranking.find((each) => each.entry === id)
const outcomes = ({ ranking }: Tally) => Object.fromEntries(ranking.map((each) => [each.entry, each.outcome]))

describe('mean and threshold', () => {
  const result = tally(
    law,
    round(panel, [entry('silk'), entry('tea', { group: 'agri-food' }), entry('plough', { group: 'machinery' })]),
    sheets({ silk: [90, 80, 81], tea: [70, 70, 70], plough: [70, 70, 69.9999] }),
  )

  test('the mean of the totals, exactly', () => {
    expect(rowOf(result, 'silk')?.mean).toEqual(ratio(251n, 3n))
  })
  test('70 itself is enough; less by a ten-thousandth of one mark is not', () => {
    expect(outcomes(result)).toEqual({ silk: 'recognised', tea: 'recognised', plough: 'below-threshold' })
  })
  test('best first, with the judges’ totals, the versions of their sheets and the spread', () => {
    expect(result.ranking.map(({ entry: id, rank }) => [id, rank])).toEqual([
      ['silk', 1],
      ['tea', 2],
      ['plough', 3],
    ])
    expect(rowOf(result, 'silk')).toMatchObject({
      scores: [
        { judge: 'A', sheetVersion: 1, total: ratio(90n, 1n) },
        { judge: 'B', sheetVersion: 1, total: ratio(80n, 1n) },
        { judge: 'C', sheetVersion: 1, total: ratio(81n, 1n) },
      ],
      spread: { lowest: ratio(80n, 1n), highest: ratio(90n, 1n), range: ratio(10n, 1n) },
      leftOut: [],
      reachedThreshold: true,
      cites: [{ article: '17', clause: '1' }],
    })
  })
  test('counts that add up', () => {
    expect(result.counts).toEqual({
      entered: 3,
      marked: 3,
      reachedThreshold: 2,
      recognised: 2,
      recognisedByGroup: { handicraft: 1, 'agri-food': 1 },
    })
  })
  test('the law and what the result rests on', () => {
    expect(result).toMatchObject({
      round: 'P-2024',
      threshold: 70,
      cut: undefined,
      law: { pack: 'test', asOf: '2024-03-01' },
      trust: { weakest: 'assumed' },
    })
    expect(result.trust.doubts.map(({ id }) => id)).toEqual(['CONTEST.threshold', 'TALLY.rounding'])
  })
  test('under the first wording a clear result rests on the text alone', () => {
    expect(tally(on('2016-03-01'), round(panel, [entry('x')]), sheets({ x: [80, 80, 80] })).trust).toEqual({
      weakest: 'text',
      doubts: [],
    })
  })
})

test('equal means share a rank, and the next rank is skipped; they stand by id', () => {
  const result = tally(
    law,
    round(
      panel,
      ['d', 'c', 'b', 'a'].map((id) => entry(id)),
    ),
    sheets({ a: [80, 80, 80], b: [90, 80, 70], c: [95, 95, 95], d: [71, 71, 71] }),
  )
  expect(result.ranking.map(({ entry: id, rank }) => [id, rank])).toEqual([
    ['c', 1],
    ['a', 2],
    ['b', 2],
    ['d', 4],
  ])
})

test('a correction takes the place of the sheet before it, whatever the order in which they come', () => {
  const first = sheets({ x: [60, 70, 70] })
  const second = sheet('A', 'x', 90, { version: 2, reason: 'a page was skipped' })
  for (const given of [
    [...first, second],
    [second, ...first],
  ])
    expect(tally(law, round(panel, [entry('x')]), given).ranking[0]).toMatchObject({
      mean: ratio(230n, 3n),
      scores: [{ judge: 'A', sheetVersion: 2 }, { sheetVersion: 1 }, { sheetVersion: 1 }],
    })
})

describe('who may enter', () => {
  const result = tally(
    law,
    round(
      panel,
      [
        entry('in'),
        entry('open', { eligibility: 'unknown' }),
        entry('out', { eligibility: 'unmet' }),
        entry('also', { eligibility: 'unmet' }),
      ],
      {
        cut: { keep: 1, by: 'council', reason: 'One for the region.' },
      },
    ),
    sheets({ in: [80, 80, 80], open: [95, 95, 95], out: [99, 99, 99] }),
  )
  test('an entry of unknown eligibility is ranked, not recognised, and takes no place of the cut', () => {
    expect(outcomes(result)).toEqual({
      open: 'eligibility-unknown',
      in: 'recognised',
      also: 'not-eligible',
      out: 'not-eligible',
    })
    expect(rowOf(result, 'open')).toMatchObject({ rank: 1, reachedThreshold: true })
  })
  test('an entry that may not enter is not marked, even where there are sheets', () => {
    expect(rowOf(result, 'out')).toMatchObject({
      rank: undefined,
      mean: undefined,
      spread: undefined,
      scores: [],
      reachedThreshold: false,
    })
    expect(result.ranking.map(({ entry: id }) => id)).toEqual(['open', 'in', 'also', 'out'])
    expect(result.counts).toMatchObject({ entered: 4, marked: 2, recognised: 1, reachedThreshold: 2 })
  })
  test('below the threshold, eligibility does not matter', () => {
    const low = tally(law, round(panel, [entry('open', { eligibility: 'unknown' })]), sheets({ open: [50, 50, 50] }))
    expect(outcomes(low)).toEqual({ open: 'below-threshold' })
  })
})

describe('the council’s cut', () => {
  const entries = [
    entry('a'),
    entry('b'),
    entry('c', { group: 'agri-food' }),
    entry('d', { group: 'agri-food' }),
    entry('e'),
  ]
  const marks = sheets({ a: [95, 95, 95], b: [90, 90, 90], c: [85, 85, 85], d: [80, 80, 80], e: [60, 60, 60] })
  const cut = (of: Round['cut']) => tally(law, round(panel, entries, of && { cut: of }), marks)

  test.each([
    [0, []],
    [1, ['a']],
    [3, ['a', 'b', 'c']],
    [4, ['a', 'b', 'c', 'd']],
    [9, ['a', 'b', 'c', 'd']],
  ])('keep %i', (keep, recognised) => {
    const result = cut({ keep, by: 'approved-project', reason: 'The approved project pays for so many.' })
    expect(result.ranking.filter(({ outcome }) => outcome === 'recognised').map(({ entry: id }) => id)).toEqual(
      recognised,
    )
    expect(rowOf(result, 'e')?.outcome).toBe('below-threshold')
    expect(result.counts).toMatchObject({ reachedThreshold: 4, recognised: recognised.length })
  })
  test('group by group; a group that is not named is not cut', () => {
    const result = cut({ keepByGroup: { handicraft: 1 }, by: 'council', reason: 'Balance of the groups.' })
    expect(outcomes(result)).toEqual({
      a: 'recognised',
      b: 'cut',
      c: 'recognised',
      d: 'recognised',
      e: 'below-threshold',
    })
  })
  test('the reason is that of the decision', () => {
    const result = cut({ keep: 1, by: 'council', reason: 'Voted 8 of 8.' })
    expect(rowOf(result, 'b')?.reason).toEqual({
      vi: 'Đạt từ 70 điểm nhưng ngoài số lượng được quyết định. Voted 8 of 8.',
      en: 'Reaches 70 points, but the number decided on is smaller. Voted 8 of 8.',
    })
    expect(rowOf(result, 'a')?.reason.en).toBe('The mean reaches 70 points; recognised.')
    expect(rowOf(result, 'e')?.reason.en).toBe('The mean is below 70 points.')
  })
})

test('every outcome says why, in both languages', () => {
  const result = tally(
    law,
    round(
      panel,
      [
        ...['in', 'tied', 'also-tied', 'out', 'low'].map((id) => entry(id)),
        entry('open', { eligibility: 'unknown' }),
        entry('barred', { eligibility: 'unmet' }),
      ],
      { cut: { keep: 2, by: 'council', reason: 'Two.' } },
    ),
    sheets({
      in: [95, 95, 95],
      tied: [80, 80, 80],
      'also-tied': [80, 80, 80],
      out: [75, 75, 75],
      low: [60, 60, 60],
      open: [90, 90, 90],
    }),
  )
  expect(result.ranking.map(({ entry: id, outcome, reason: { vi, en } }) => [id, outcome, vi, en])).toEqual([
    ['in', 'recognised', 'Điểm bình quân đạt từ 70 điểm, được công nhận.', 'The mean reaches 70 points; recognised.'],
    [
      'open',
      'eligibility-unknown',
      'Đạt điểm nhưng chưa rõ có đủ điều kiện tham gia.',
      'The mean is enough, but whether it may enter is not known.',
    ],
    [
      'also-tied',
      'tied-at-cut',
      'Bằng điểm ở vị trí cắt; chờ Hội đồng quyết định. Two.',
      'Of equal mean at the cut; the council has to decide. Two.',
    ],
    [
      'tied',
      'tied-at-cut',
      'Bằng điểm ở vị trí cắt; chờ Hội đồng quyết định. Two.',
      'Of equal mean at the cut; the council has to decide. Two.',
    ],
    [
      'out',
      'cut',
      'Đạt từ 70 điểm nhưng ngoài số lượng được quyết định. Two.',
      'Reaches 70 points, but the number decided on is smaller. Two.',
    ],
    ['low', 'below-threshold', 'Điểm bình quân dưới 70 điểm.', 'The mean is below 70 points.'],
    ['barred', 'not-eligible', 'Không đủ điều kiện tham gia, không chấm điểm.', 'May not enter; not marked.'],
  ])
})

describe('equal means at the cut', () => {
  const entries = ['a', 'b', 'c', 'd'].map((id) => entry(id))
  const marks = sheets({ a: [90, 90, 90], b: [80, 80, 80], c: [85, 80, 75], d: [80, 75, 85] })
  const keep2: Partial<Round> = { cut: { keep: 2, by: 'council', reason: 'Two.' } }
  const under = (tie: string, rest: Partial<Round> = {}) =>
    tally(on('2024-03-01', { 'TALLY.tie': tie }), round(panel, entries, { ...keep2, ...rest }), marks)

  test('the council decides: until it has, none of them is in', () => {
    expect(outcomes(under('council-decides'))).toEqual({
      a: 'recognised',
      b: 'tied-at-cut',
      c: 'tied-at-cut',
      d: 'tied-at-cut',
    })
  })
  test('its decision fills the places that are left', () => {
    const result = under('council-decides', { tieDecision: { order: ['a', 'd', 'b'], reason: 'More exports.' } })
    expect(outcomes(result)).toEqual({ a: 'recognised', b: 'cut', c: 'cut', d: 'recognised' })
  })
  test('its decision fills no more than those, whoever stands above and below the tie', () => {
    const ranked = round(
      panel,
      ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id)),
      {
        cut: { keep: 3, by: 'council', reason: 'Three.' },
        tieDecision: { order: ['d', 'c'], reason: 'More exports.' },
      },
    )
    const given = sheets({ a: [95, 95, 95], b: [90, 90, 90], c: [80, 80, 80], d: [80, 80, 80], e: [75, 75, 75] })
    expect(outcomes(tally(law, ranked, given))).toEqual({
      a: 'recognised',
      b: 'recognised',
      c: 'cut',
      d: 'recognised',
      e: 'cut',
    })
  })
  test('a decision that names too few leaves it open', () => {
    const result = under('council-decides', { tieDecision: { order: ['a'], reason: 'More exports.' } })
    expect(outcomes(result)).toMatchObject({ b: 'tied-at-cut' })
  })
  test('all in', () => {
    expect(outcomes(under('all-in'))).toEqual({ a: 'recognised', b: 'recognised', c: 'recognised', d: 'recognised' })
  })
  test('none in', () => {
    expect(outcomes(under('none-in'))).toEqual({ a: 'recognised', b: 'cut', c: 'cut', d: 'cut' })
    // It is named as soon as one of the other conventions would serve somebody.
    expect(under('none-in').conventions).toMatchObject([
      {
        parameter: 'TALLY.tie',
        taken: 'none-in',
        otherwise: [
          { reading: { value: 'all-in' }, changes: ['b', 'c', 'd'] },
          { reading: { value: 'none-in' }, changes: [] },
        ],
      },
    ])
  })
  test('a tie that the cut does not split needs no decision', () => {
    const result = tally(law, round(panel, entries, { cut: { keep: 4, by: 'council', reason: 'Four.' } }), marks)
    expect(result.counts.recognised).toBe(4)
    const first = tally(law, round(panel, entries, { cut: { keep: 1, by: 'council', reason: 'One.' } }), marks)
    expect(outcomes(first)).toEqual({ a: 'recognised', b: 'cut', c: 'cut', d: 'cut' })
  })
  test('the convention is named, with those whom another would serve', () => {
    expect(tally(law, round(panel, entries, keep2), marks).conventions).toMatchObject([
      {
        parameter: 'TALLY.tie',
        taken: 'council-decides',
        otherwise: [
          { reading: { value: 'all-in' }, changes: ['b', 'c', 'd'] },
          { reading: { value: 'none-in' }, changes: ['b', 'c', 'd'] },
        ],
      },
    ])
    expect(tally(law, round(panel, entries, keep2), marks).trust.doubts.map(({ id }) => id)).toContain('TALLY.tie')
  })
})

describe('rounding', () => {
  const entries = [entry('x'), entry('y')]
  const marks = sheets({ x: [70, 70, 69.9999], y: [90, 90, 90] })

  test('no text has it, so means are compared exactly, and whom two decimals would serve is named', () => {
    const result = tally(law, round(panel, entries), marks)
    expect(outcomes(result)).toMatchObject({ x: 'below-threshold' })
    expect(result.conventions).toMatchObject([
      {
        parameter: 'TALLY.rounding',
        taken: 'exact',
        otherwise: [{ reading: { value: 'two-decimals' }, changes: ['x'] }],
      },
    ])
    expect(result.trust.doubts.map(({ id }) => id)).toContain('TALLY.rounding')
  })
  test('a round may agree on two decimals; the exact mean stays', () => {
    const result = tally(on('2024-03-01', { 'TALLY.rounding': 'two-decimals' }), round(panel, entries), marks)
    expect(rowOf(result, 'x')).toMatchObject({ outcome: 'recognised', mean: ratio(2_099_999n, 30_000n) })
  })
  test('where it makes no difference, it is not named', () => {
    expect(tally(law, round(panel, entries), sheets({ x: [71, 70, 70], y: [90, 90, 91] })).conventions).toEqual([])
  })
})

describe('a judge who is absent, or has an interest', () => {
  const one = round(panel, [entry('x')])

  test('the mean of those who marked, with the absence on record', () => {
    const result = tally(law, { ...one, absences: [{ judge: 'C', reason: 'Ill.' }] }, sheets({ x: [80, 70] }))
    expect(result.ranking[0]).toMatchObject({
      mean: ratio(75n, 1n),
      leftOut: [{ judge: 'C', why: 'absent', reason: 'Ill.' }],
    })
    expect(result.conventions).toMatchObject([
      {
        parameter: 'TALLY.absent-judge',
        taken: 'mean-of-present',
        otherwise: [{ reading: { value: 'refuse' }, changes: [] }],
      },
    ])
    expect(result.trust.doubts.map(({ id }) => id)).toContain('TALLY.absent-judge')
  })
  test('a law may refuse a result without every sheet', () => {
    const strict = on('2024-03-01', { 'TALLY.absent-judge': 'refuse' })
    const problem = {
      code: 'sheet-missing',
      field: 'round.entries.x',
      message: 'C is absent, and this law counts no entry without every sheet.',
      expected: 'a sheet of every judge',
    }
    expect(() =>
      tally(strict, { ...one, absences: [{ judge: 'C', reason: 'Ill.' }] }, sheets({ x: [80, 70] })),
    ).toThrow(expect.objectContaining({ problems: [problem] }))
    expect(tally(strict, one, sheets({ x: [80, 70, 90] })).counts.recognised).toBe(1)
    // A judge with an interest is not absent: his sheet is not wanted.
    const conflicts = [{ judge: 'C', entry: 'x', reason: 'Owns it.' }]
    expect(tally(strict, { ...one, conflicts }, sheets({ x: [80, 70] })).counts.recognised).toBe(1)
  })
  test('a sheet in conflict is kept, not counted, and what it would have changed is named', () => {
    const result = tally(
      law,
      { ...one, conflicts: [{ judge: 'C', entry: 'x', reason: 'Owns it.' }] },
      sheets({ x: [70, 69, 100] }),
    )
    expect(result.ranking[0]).toMatchObject({
      outcome: 'below-threshold',
      mean: ratio(139n, 2n),
      leftOut: [{ judge: 'C', why: 'conflict', reason: 'Owns it.' }],
    })
    expect(result.conventions).toMatchObject([
      {
        parameter: 'TALLY.conflict-of-interest',
        taken: 'leave-out',
        otherwise: [{ reading: { value: 'count' }, changes: ['x'] }],
      },
    ])
  })
  test('under the other convention it counts', () => {
    const counting = on('2024-03-01', { 'TALLY.conflict-of-interest': 'count' })
    const result = tally(
      counting,
      { ...one, conflicts: [{ judge: 'C', entry: 'x', reason: 'Owns it.' }] },
      sheets({ x: [70, 69, 100] }),
    )
    expect(result.ranking[0]).toMatchObject({ outcome: 'recognised', mean: ratio(239n, 3n) })
  })
  test('a judge with an interest need not hand in a sheet', () => {
    const result = tally(
      law,
      { ...one, conflicts: [{ judge: 'C', entry: 'x', reason: 'Owns it.' }] },
      sheets({ x: [80, 70] }),
    )
    expect(result.ranking[0]?.leftOut).toEqual([{ judge: 'C', why: 'conflict', reason: 'Owns it.' }])
  })
})

describe('properties', () => {
  /** Totals in quarters of a point for up to eight entries and 1, 3 or 5 judges. */
  const table = fc.constantFrom(1, 3, 5).chain((judges) =>
    fc.array(
      fc.array(
        fc.integer({ min: 240, max: 400 }).map((quarters) => quarters / 4),
        { minLength: judges, maxLength: judges },
      ),
      { minLength: 1, maxLength: 8 },
    ),
  )
  const given = (totals: readonly (readonly number[])[], rest: Partial<Round> = {}) => {
    const names = totals[0]?.map((_, index) => `J${index}`) ?? []
    return {
      of: round(
        names,
        totals.map((_, index) => entry(`e${index}`)),
        rest,
      ),
      marks: totals.flatMap((row, index) => row.map((total, judge) => sheet(`J${judge}`, `e${index}`, total))),
    }
  }
  const shuffled = <T>(items: readonly T[], seed: number): T[] =>
    items
      .map((item, index) => ({ item, key: ((index + 1) * (seed + 7919) * 2_654_435_761) % 4_294_967_296 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)

  test('the result does not depend on the order of sheets, entries or judges', () => {
    fc.assert(
      fc.property(table, fc.nat(1000), fc.nat(8), (totals, seed, keep) => {
        const { of, marks } = given(totals, { cut: { keep, by: 'council', reason: 'so' } })
        const other = { ...of, entries: shuffled(of.entries, seed), judges: shuffled(of.judges, seed) }
        const plain = ({ ranking }: Tally) =>
          ranking.map(({ entry: id, rank, outcome, mean }) => ({ id, rank, outcome, mean }))
        expect(plain(tally(law, other, shuffled(marks, seed)))).toEqual(plain(tally(law, of, marks)))
      }),
    )
  })

  test('judges who give each entry its mean change nothing; two, so that the panel stays odd', () => {
    // A mean must be a mark that can be written: a fifth of quarters of a point has two decimals.
    const ofFive = table.filter(([row = []]) => row.length !== 3)
    fc.assert(
      fc.property(ofFive, (totals) => {
        const { of, marks } = given(totals)
        const more = { ...of, judges: [...of.judges, 'M1', 'M2'] }
        const means = totals.flatMap((row, index) => {
          const mean = row.reduce((sum, total) => sum + total, 0) / row.length
          return ['M1', 'M2'].map((judge) => ({ ...sheet(judge, `e${index}`, 0), marks: marksOf(mean) }))
        })
        const plain = ({ ranking }: Tally) =>
          ranking.map(({ entry: id, rank, outcome, mean }) => ({ id, rank, outcome, mean }))
        expect(plain(tally(law, more, [...marks, ...means]))).toEqual(plain(tally(law, of, marks)))
      }),
    )
  })

  test('a higher mark never lowers its entry', () => {
    fc.assert(
      fc.property(table, fc.nat(7), fc.nat(4), (totals, which, who) => {
        const { of, marks } = given(totals)
        const id = `e${which % totals.length}`
        const judge = `J${who % of.judges.length}`
        const raised = marks.map((each) =>
          each.entry === id && each.judge === judge ? { ...each, marks: marksOf(100) } : each,
        )
        expect(rowOf(tally(law, of, raised), id)?.rank).toBeLessThanOrEqual(rowOf(tally(law, of, marks), id)?.rank ?? 0)
      }),
    )
  })

  test('no more are recognised than the cut keeps, and none of them is below one that was cut', () => {
    fc.assert(
      fc.property(table, fc.nat(8), (totals, keep) => {
        const { of, marks } = given(totals, { cut: { keep, by: 'council', reason: 'so' } })
        const { ranking, counts } = tally(law, of, marks)
        expect(counts.recognised).toBeLessThanOrEqual(keep)
        expect(counts.recognised).toBeLessThanOrEqual(counts.reachedThreshold)
        const [lastIn, firstCut] = [
          ranking.findLast((each) => each.outcome === 'recognised'),
          ranking.find((each) => each.outcome === 'cut'),
        ]
        if (lastIn && firstCut) expect(lastIn.rank).toBeLessThanOrEqual(firstCut.rank ?? 0)
      }),
    )
  })
})
