import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from '../law.test-support.js'
import { fairness } from './fairness.js'
import { kendallsW } from './kendall.js'
import { entry, round, sheets } from './round.test-support.js'

const law = on('2024-03-01')

describe("Kendall's W", () => {
  test('the same order is 1, opposite orders of two judges are 0', () => {
    expect(
      kendallsW([
        [1, 2, 3],
        [10, 20, 30],
        [4, 5, 6],
      ]),
    ).toEqual({ w: 1, judges: 3, entries: 3 })
    expect(
      kendallsW([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toEqual({ w: 0, judges: 2, entries: 3 })
  })
  test('without ties, worked by hand', () => {
    // Ranks (1 2 3 4), (2 1 3 4), (1 2 4 3): sums 4 5 10 11, middle 7.5, S = 12.25 + 6.25 + 6.25 + 12.25 = 37; W = 12·37 / (9·60).
    expect(
      kendallsW([
        [1, 2, 3, 4],
        [2, 1, 3, 4],
        [1, 2, 4, 3],
      ])?.w,
    ).toBeCloseTo(444 / 540, 12)
  })
  test('with ties, worked by hand', () => {
    // Ranks (1.5 1.5 3), (1 2.5 2.5), (1 2 3): sums 3.5 6 8.5, S = 12.5, T = 6 + 6; W = 150 / (9·24 − 3·12).
    expect(
      kendallsW([
        [5, 5, 9],
        [1, 2, 2],
        [1, 2, 3],
      ])?.w,
    ).toBeCloseTo(150 / 180, 12)
  })
  test('identical orders with the same tie are still 1', () => {
    expect(
      kendallsW([
        [1, 1, 2],
        [5, 5, 7],
      ])?.w,
    ).toBe(1)
  })
  test('nothing to agree on', () => {
    expect(kendallsW([])).toBeUndefined()
    expect(kendallsW([[1, 2]])).toBeUndefined()
    expect(kendallsW([[1], [2]])).toBeUndefined()
    expect(
      kendallsW([
        [3, 3],
        [4, 4],
      ]),
    ).toBeUndefined()
  })
  test('lies between 0 and 1 and does not depend on the order of judges or entries', () => {
    const marks = fc
      .integer({ min: 2, max: 5 })
      .chain((entries) =>
        fc.array(fc.array(fc.nat(4), { minLength: entries, maxLength: entries }), { minLength: 2, maxLength: 5 }),
      )
    fc.assert(
      fc.property(marks, (rows) => {
        const w = kendallsW(rows)?.w
        const other = kendallsW(rows.map((row) => row.toReversed()).toReversed())?.w
        if (w === undefined) expect(other).toBeUndefined()
        else {
          expect(w).toBeGreaterThanOrEqual(-1e-12)
          expect(w).toBeLessThanOrEqual(1 + 1e-12)
          expect(other).toBeCloseTo(w, 12)
        }
      }),
    )
  })
})

describe('a panel', () => {
  const panel = ['A', 'B', 'C']
  // C alone lifts y over the threshold and keeps x from the first rank.
  const result = fairness(
    law,
    round(panel, [entry('x'), entry('y'), entry('z')]),
    sheets({ x: [90, 90, 75], y: [65, 65, 89], z: [50, 52, 60] }),
  )

  test('leniency is measured against the other judges of the same entries', () => {
    expect(result.judges.map(({ judge, sheets: count }) => [judge, count])).toEqual([
      ['A', 3],
      ['B', 3],
      ['C', 3],
    ])
    // A: 90 − 82.5, 65 − 77, 50 − 56.
    expect(result.judges[0]?.leniency).toBeCloseTo((7.5 - 12 - 6) / 3, 12)
    // C: 75 − 90, 89 − 65, 60 − 51.
    expect(result.judges[2]?.leniency).toBeCloseTo((-15 + 24 + 9) / 3, 12)
    expect(result.judges[0]?.mean).toBeCloseTo(205 / 3, 12)
  })
  test('what hangs on one judge', () => {
    expect(result.leaveOneOut).toEqual([
      { judge: 'A', gained: [], lost: [], moved: 0 },
      { judge: 'B', gained: [], lost: [], moved: 0 },
      { judge: 'C', gained: [], lost: ['y'], moved: 0 },
    ])
  })
  test('agreement over the entries that all have marked', () => {
    expect(result.agreement).toMatchObject({ judges: 3, entries: 3 })
    // Ranks from the lowest: x 3 3 2, y 2 2 3, z 1 1 1; S = 4 + 1 + 9, W = 12·14 / (9·24).
    expect(result.agreement?.w).toBeCloseTo(7 / 9, 12)
    const absent = fairness(
      law,
      round(panel, [entry('x'), entry('y'), entry('z')], { absences: [{ judge: 'C', entry: 'z', reason: 'ill' }] }),
      sheets({ x: [90, 90, 75], y: [65, 65, 89], z: [50, 52] }),
    )
    expect(absent.agreement).toMatchObject({ judges: 3, entries: 2 })
    expect(absent.judges[2]).toMatchObject({ sheets: 2 })
  })
  test('a judge who never marked has no statistics', () => {
    const { judges, leaveOneOut } = fairness(
      law,
      round(panel, [entry('x')], { absences: [{ judge: 'C', reason: 'ill' }] }),
      sheets({ x: [90, 70] }),
    )
    expect(judges[2]).toEqual({ judge: 'C', sheets: 0, mean: undefined, leniency: undefined })
    expect(leaveOneOut[2]).toEqual({ judge: 'C', gained: [], lost: [], moved: 0 })
  })
  test('a panel of one has nobody to be compared with', () => {
    const { judges, agreement, leaveOneOut } = fairness(
      law,
      round(['A'], [entry('x'), entry('y')]),
      sheets({ x: [90], y: [80] }),
    )
    expect(judges).toEqual([{ judge: 'A', sheets: 2, mean: 85, leniency: undefined }])
    expect([agreement, leaveOneOut]).toEqual([undefined, []])
  })
  test('leaving a strict judge out can let an entry in and reorder', () => {
    const strict = fairness(law, round(panel, [entry('x'), entry('y')]), sheets({ x: [80, 80, 40], y: [70, 70, 70] }))
    expect(strict.leaveOneOut[2]).toEqual({ judge: 'C', gained: ['x'], lost: [], moved: 2 })
  })
  test('those who gain or lose are named by id, not by rank', () => {
    const entries = ['d', 'c', 'b', 'a'].map((id) => entry(id))
    const { leaveOneOut } = fairness(
      law,
      round(panel, entries),
      // C alone keeps a and b out, and c and d in.
      sheets({ a: [75, 75, 40], b: [76, 76, 40], c: [60, 60, 95], d: [61, 61, 95] }),
    )
    expect(leaveOneOut[2]).toMatchObject({ judge: 'C', gained: ['a', 'b'], lost: ['c', 'd'] })
  })
  test('a level that is not held is refused', () => {
    expect(() => fairness(law, round(panel, [entry('x')], { level: 'COMMUNE' }), sheets({ x: [1, 1, 1] }))).toThrow(
      'no round is held',
    )
  })
})
