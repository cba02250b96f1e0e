import { LawError, ratio } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { on } from '../law.test-support.js'
import { appraisalPoints, brandProgrammeFloors, pointsRule } from './points-rule.js'
import { million, proposal } from './proposal.test-support.js'
import { rankProposals } from './rank-proposals.js'

const law = on('2024-03-01')
const title = { vi: 'Chấm điểm đề án của Sở', en: "The department's marks" }
const criteria = [
  { id: 'principles', title: appraisalPoints.principles, most: 20 },
  { id: 'effect', title: appraisalPoints.effect, most: 40, floor: 30 },
  { id: 'capacity', title: appraisalPoints.capacity, most: 20 },
  { id: 'combination', title: appraisalPoints.combination, most: 10 },
  { id: 'file', title: appraisalPoints.file, most: 10 },
]
const rule = pointsRule({ title, criteria, ...brandProgrammeFloors })
const full = { principles: 20, effect: 40, capacity: 20, combination: 10, file: 10 }
const plan = (marks: Readonly<Record<string, number>>) =>
  rankProposals(law, [proposal('p', 10, {}, { marks })], { budget: million(10), points: rule }).proposals[0]

test('the pattern: 80 in all, 60 % of each criterion', () => {
  expect(rule).toMatchObject({
    basis: 'local-rule',
    floor: 80,
    floorShare: ratio(60n, 100n),
    cites: [{ document: 'TT 33/2019/TT-BTC', article: '5' }],
  })
})

describe('floors', () => {
  test.each([
    [full, 100, undefined],
    [{ ...full, effect: 30, combination: 6, file: 6, capacity: 18 }, 80, undefined],
    [{ ...full, effect: 30, combination: 6, file: 6, capacity: 17.9999 }, 79.9999, 'total'],
    [{ ...full, combination: 5.9999 }, 95.9999, 'combination'],
    [{ ...full, combination: 6 }, 96, undefined],
    [{ ...full, effect: 29 }, 89, 'effect'],
    [{ ...full, effect: 20, file: 0 }, 70, 'effect, file, total'],
  ])('%o', (marks, points, below) => {
    const planned = plan(marks)
    expect(planned?.points).toBe(points)
    expect(planned?.outcome).toBe(below === undefined ? 'recommended' : 'not-recommended')
    if (below !== undefined)
      expect(planned?.reasons).toEqual([
        {
          code: 'below-floor',
          text: {
            vi: `Dưới mức điểm tối thiểu theo quy ước của địa phương: ${below}.`,
            en: `Below a floor of a local rule: ${below}.`,
          },
          cites: rule.cites,
        },
      ])
  })
})

test('points order proposals of equal priority, and never move one past a higher priority', () => {
  const proposals = [
    proposal('weak', 10, {}, { marks: { ...full, file: 6 } }),
    proposal('strong', 10, {}, { marks: full }),
    proposal('island', 10, { priorityAreas: ['island'] }, { marks: { ...full, principles: 12 } }),
  ]
  const ranked = rankProposals(law, proposals, { budget: million(20), points: rule })
  expect(ranked.proposals.map((each) => each.proposal)).toEqual(['island', 'strong', 'weak'])
  expect(ranked.proposals[1]?.reasons).toMatchObject([
    { code: 'no-priority' },
    {
      code: 'points',
      text: {
        vi: '100 điểm theo quy ước của địa phương: Chấm điểm đề án của Sở.',
        en: "100 points under a local rule: The department's marks.",
      },
    },
    { code: 'within-budget' },
  ])
  expect(ranked.conventions).toEqual([])
})

describe('marks', () => {
  const file = { code: 'mark', field: 'proposals.p.marks.file', expected: '0 to 10 points' }
  test.each([
    [
      'missing',
      { principles: 20, effect: 40, capacity: 20, combination: 10 },
      { ...file, message: 'there is no mark.' },
    ],
    ['above the highest', { ...full, file: 10.5 }, { ...file, message: '10.5 is not a mark of this criterion.' }],
    ['negative', { ...full, file: -1 }, { ...file, message: '-1 is not a mark of this criterion.' }],
    [
      'unknown',
      { ...full, beauty: 1 },
      {
        code: 'mark-criterion',
        field: 'proposals.p.marks.beauty',
        message: "'beauty' is not a criterion of the rule.",
        expected: 'one of principles, effect, capacity, combination, file',
      },
    ],
  ])('%s: refused', (_, marks, problem) => {
    expect(() => plan(marks)).toThrow(expect.objectContaining({ problems: [problem] }))
  })
  test('what may not be supported needs none', () => {
    const out = proposal('p', 10, {}, { eligibility: { verdict: 'unmet' } })
    expect(rankProposals(law, [out], { budget: 0n, points: rule }).notRecommended).toEqual(['p'])
  })
})

describe('a rule that does not build', () => {
  const [first, ...rest] = criteria
  if (!first) throw new Error('no criteria')
  test.each([
    ['not 100 points', { title, criteria: rest, floor: 60 }, 'add up to 80; expected 100'],
    ['a criterion twice', { title, criteria: [first, first, ...rest], floor: 60 }, "'principles' is given twice"],
    [
      'a floor above the highest mark',
      { title, criteria: [{ ...first, floor: 21 }, ...rest], floor: 60 },
      'has the floor 21 of 20',
    ],
    [
      'a floor that is no mark',
      { title, criteria: [{ ...first, floor: -1 }, ...rest], floor: 60 },
      'has the floor -1 of 20',
    ],
    [
      'a highest mark finer than four decimals',
      { title, criteria: [{ ...first, most: 20.00001 }, ...rest], floor: 60 },
      'has the floor 0 of 20.00001',
    ],
    ['a total out of reach', { title, criteria, floor: 101 }, 'the floor is 101'],
    ['a negative total', { title, criteria, floor: -1 }, 'the floor is -1'],
  ])('%s', (_, bad, message) => {
    expect(() => pointsRule(bad)).toThrow(LawError)
    expect(() => pointsRule(bad)).toThrow(message)
  })
  test('floors may be as high as the marks', () => {
    expect(pointsRule({ title, criteria: [{ ...first, floor: 20 }, ...rest], floor: 100 }).floor).toBe(100)
  })
})
