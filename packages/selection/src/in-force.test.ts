import { InputError, LawError, ratio, type Doubt } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { choiceOf, listOf, numberOf, restingOn } from './in-force.js'
import { on } from './law.test-support.js'

describe('values of the law are read as what they are', () => {
  const threshold = { id: 'CONTEST.threshold' }
  const areas = { id: 'PLAN.areas' }
  const tie = { id: 'TALLY.tie' }

  test('a number, a list, a choice', () => {
    const law = on('2024-03-01')
    expect(numberOf(law, threshold)).toMatchObject({ value: 70, entry: { value: 70 }, found: { parameter: threshold } })
    expect(listOf(law, areas).value).toEqual(['AREA-A', 'AREA-B', 'AREA-C', 'AREA-D'])
    expect(choiceOf(law, tie, ['all-in', 'council-decides']).value).toBe('council-decides')
  })
  test('a pack that puts something else in their place is refused', () => {
    const law = on('2024-03-01', { 'CONTEST.threshold': 'seventy', 'PLAN.areas': ratio(1n, 2n), 'TALLY.tie': 'dice' })
    expect(() => numberOf(law, threshold)).toThrow(new LawError('Parameter CONTEST.threshold: expected a number.'))
    expect(() => listOf(law, areas)).toThrow(new LawError('Parameter PLAN.areas: expected a list.'))
    expect(() => listOf(law, threshold)).toThrow(LawError)
    expect(() => choiceOf(law, tie, ['all-in', 'none-in'])).toThrow(
      'Parameter TALLY.tie: expected one of all-in, none-in.',
    )
  })
  test('a value that the law does not have on the day names the day', () => {
    const problem = {
      code: 'no-law',
      field: 'law',
      message: "the law of test has no value of 'CONTEST.threshold' on 2014-10-20.",
      expected: 'a day on which it is encoded',
    }
    const ask = () => numberOf(on('2014-10-20'), threshold)
    expect(ask).toThrow(InputError)
    expect(ask).toThrow(expect.objectContaining({ problems: [problem] }))
  })
})

test('an answer rests on the weakest of its sources, each doubt once', () => {
  const source = (id: string, trust: Doubt['trust'], kind: Doubt['kind'] = 'parameter'): Doubt => ({
    kind,
    id,
    trust,
    title: { vi: id, en: id },
    cites: [{ document: 'd' }],
    note: undefined,
  })
  expect(restingOn([])).toEqual({ weakest: 'text', doubts: [] })
  const { weakest, doubts } = restingOn([
    source('a', 'text'),
    source('b', 'assumed'),
    source('c', 'secondary'),
    source('b', 'assumed'),
    source('b', 'inferred', 'rule'),
  ])
  expect(weakest).toBe('assumed')
  expect(doubts.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['parameter b', 'parameter c', 'rule b'])
})
