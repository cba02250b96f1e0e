import { describe, expect, test } from 'vitest'
import { atLeast, atMost, equals, moreThan, type Condition } from './condition.js'
import { highest, literal, lowest, named, param, sum, times, type Expression } from './expression.js'
import type { Facts } from './facts.js'
import type { IsoDate } from './iso-date.js'
import { fact, heading, library, match, on, source } from './library.test-support.js'
import { parameter } from './parameter.js'
import { percent, ratio, type Ratio } from './ratio.js'
import { amountRule, requirement } from './rule.js'

const title = (text: string) => ({ vi: text, en: text })
const rate = parameter({
  id: 'rate',
  title: title('rate'),
  unit: 'ratio',
  timeline: [{ ...source, value: percent(50n) }],
})
const ended = parameter({
  id: 'ended',
  title: title('ended'),
  unit: 'dong',
  timeline: [{ ...source, to: '2020-12-31', value: 70n }],
})

const amountOf = (amount: Expression<bigint>) => {
  const rule = amountRule({ ...heading('fee'), per: title('card'), versions: [{ ...source, amount }] })
  const law = library([], [rate, ended], [rule])
  return (given: Facts, day?: IsoDate) => on(law, day).amount('fee', given)
}
const verdictOf = (requires: Condition) => {
  const law = on(library([requirement({ ...heading('r'), ...source, requires })], [rate, ended]))
  return (given: Facts) => {
    const { verdict, missing } = law.decide('r', given)
    expect(law.verdict('r', given)).toBe(verdict)
    return [verdict, ...missing]
  }
}
const byCard = <T extends bigint | Ratio>(child: T, adult: T): Expression<T> =>
  match('card', { child: literal(child), adult: literal(adult) })

describe('a sum', () => {
  test('of money, and of counts', () => {
    expect(amountOf(sum([fact('debt'), literal(3n)]))({ debt: 4n })?.amount).toBe(7n)
    const grown = verdictOf(atLeast(sum([fact('age'), literal(2)]), literal(8)))
    expect([grown({ age: 6 }), grown({ age: 5 }), grown({})]).toEqual([['met'], ['unmet'], ['unknown', 'age']])
  })

  test('of an unknown term is at least the others', () => {
    expect(amountOf(sum([fact('debt'), literal(3n)]))({})?.trace).toMatchObject({
      op: 'sum',
      value: undefined,
      atLeast: 3n,
      atMost: undefined,
      chosen: undefined,
      of: [{ fact: 'debt' }, { value: 3n }],
    })
  })
})

describe('the lowest and the highest', () => {
  const trace = (amount: Expression<bigint>, given: Facts) => amountOf(amount)(given)?.trace
  const three = [literal(5n), fact('debt'), literal(7n)]

  test('name the first of the terms that decided', () => {
    expect(trace(lowest(three), { debt: 5n })).toMatchObject({ op: 'min', value: 5n, chosen: 0 })
    expect(trace(lowest(three), { debt: 4n })).toMatchObject({ value: 4n, chosen: 1 })
    expect(trace(highest(three), { debt: 4n })).toMatchObject({ op: 'max', value: 7n, chosen: 2 })
    expect(trace(highest(three), { debt: 7n })).toMatchObject({ value: 7n, chosen: 1 })
  })

  test('a sum or a product chooses nothing', () => {
    expect(trace(sum([literal(5n), literal(0n)]), {})).toMatchObject({ value: 5n, chosen: undefined })
    expect(trace(times(literal(percent(100n)), literal(5n), literal('down')), {})).toMatchObject({ chosen: undefined })
  })

  test('with a term unknown are bounded by the others', () => {
    expect(trace(lowest(three), {})).toMatchObject({ value: undefined, atLeast: 0n, atMost: 5n, chosen: undefined })
    expect(trace(highest(three), {})).toMatchObject({ value: undefined, atLeast: 7n, atMost: undefined })
  })

  test('bound the amount above, and nothing else does', () => {
    expect(amountOf(lowest(three))({})).toMatchObject({ status: 'unknown', atMost: 5n })
    expect(amountOf(lowest(three))({ debt: 1n })).toMatchObject({ status: 'known', atMost: undefined })
    expect(amountOf(highest(three))({})).toMatchObject({ status: 'unknown', atMost: undefined })
    expect(amountOf(fact('debt'))({})).toMatchObject({ status: 'unknown', atMost: undefined })
  })

  test('are binding only in what they took, down to the last that has a name', () => {
    const inner = named('inner', title('inner'), lowest([named('cost', title('cost'), fact('debt')), literal(9n)]))
    const of = amountOf(lowest([inner, named('cap', title('cap'), literal(50n))]))
    expect([of({ debt: 1n })?.binding, of({ debt: 60n })?.binding, of({})?.binding]).toEqual([
      'cost',
      'inner',
      undefined,
    ])
    expect(
      amountOf(sum([named('cost', title('cost'), fact('debt')), literal(0n)]))({ debt: 1n })?.binding,
    ).toBeUndefined()
  })
})

describe('a product', () => {
  test('by a value of the law has its three terms in the trace, known or not', () => {
    const of = amountOf(named('half', title('half'), times(param(rate), fact('debt'), literal('up'))))
    const terms = (value: bigint | undefined) => [
      { op: 'parameter', parameter: 'rate' },
      { op: 'fact', fact: 'debt', value },
      { op: 'literal', value: 'up' },
    ]
    expect(of({ debt: 5n })?.trace).toMatchObject({ op: 'times', name: 'half', value: 3n, of: terms(5n) })
    expect(of({})?.trace).toMatchObject({ value: undefined, atLeast: 0n, of: terms(undefined) })
  })

  test('by a share that hangs on a choice', () => {
    const of = amountOf(times(byCard(percent(10n), ratio(1n, 3n)), fact('debt'), literal('half-up')))
    expect(of({ card: 'child', debt: 15n })?.amount).toBe(2n)
    expect(of({ card: 'adult', debt: 5n })?.amount).toBe(2n)
    expect(of({ debt: 5n })).toMatchObject({ status: 'unknown', missing: ['card'], atMost: 2n })
    expect(of({ card: 'adult' })).toMatchObject({ status: 'unknown', missing: ['debt'] })
  })

  test('rounded as a choice says', () => {
    const rounding = match('card', { child: literal('up'), adult: literal('down') })
    const of = amountOf(times(param(rate), fact('debt'), rounding))
    expect([of({ card: 'child', debt: 5n })?.amount, of({ card: 'adult', debt: 5n })?.amount]).toEqual([3n, 2n])
    expect(of({ debt: 5n })).toMatchObject({ status: 'unknown', missing: ['card'] })
    const wrong = match('card', { child: literal('up'), adult: literal('dwn') })
    expect(() => amountOf(times(param(rate), fact('debt'), wrong))({})).toThrow(
      "Amount fee rounds 'dwn'; expected down, up or half-up, from a parameter or a literal.",
    )
  })

  test('of something below zero is not bounded by its share', () => {
    const loss = times(byCard(percent(50n), percent(100n)), sum([literal(-10n), byCard(0n, 4n)]), literal('down'))
    const rest = amountOf(sum([literal(100n), loss]))
    expect(rest({})?.trace).toMatchObject({ value: undefined, atLeast: undefined, atMost: undefined })
    expect(rest({ card: 'child' })?.amount).toBe(95n)
  })
})

describe('a match', () => {
  test('of a known choice is its case, with the choice and the case in the trace', () => {
    expect(amountOf(byCard(5n, 6n))({ card: 'adult' })?.trace).toMatchObject({
      op: 'match',
      value: 6n,
      chosen: 1,
      of: [{ fact: 'card', value: 'adult' }, { value: 6n }],
    })
  })

  test('of an unknown choice lies between its cases, and has all of them in the trace', () => {
    expect(amountOf(byCard(5n, 6n))({})?.trace).toMatchObject({
      value: undefined,
      atLeast: 5n,
      atMost: 6n,
      chosen: undefined,
      of: [{ fact: 'card', value: undefined }, { value: 5n }, { value: 6n }],
    })
    expect(amountOf(byCard(5n, 5n))({})?.trace).toMatchObject({
      value: 5n,
      of: [{ fact: 'card', value: undefined }, { value: 5n }, { value: 5n }],
    })
  })

  test('whose case is not known lies where that case does', () => {
    const of = amountOf(match('card', { child: literal(1n), adult: lowest([fact('debt'), literal(9n)]) }))
    expect(of({ card: 'adult' })?.trace).toMatchObject({ value: undefined, chosen: 1, atLeast: 0n, atMost: 9n })
    expect(of({})?.trace).toMatchObject({ value: undefined, atLeast: 0n, atMost: 9n })
  })

  test('of lists has no ends, and is a list where the cases agree on it', () => {
    type Papers = readonly ('form' | 'photo' | 'id')[]
    const papers = (adult: Papers) =>
      verdictOf(equals(fact('papers'), match('card', { child: literal<Papers>(['id']), adult: literal(adult) })))
    expect(papers(['id', 'form'])({ papers: ['id'] })).toEqual(['unknown', 'card'])
    expect(papers(['id', 'form'])({ papers: ['form', 'id'], card: 'adult' })).toEqual(['met'])
    expect(papers(['id'])({ papers: ['id'] })).toEqual(['met'])
  })

  test('with a case that has no value on the day is no level there, and without bounds where the choice is unknown', () => {
    const of = amountOf(match('card', { child: literal(1n), adult: param(ended) }))
    expect(of({ card: 'child' })).toMatchObject({ status: 'known', amount: 1n })
    expect(of({ card: 'adult' })).toMatchObject({ status: 'no-level', amount: undefined, missing: [] })
    expect(of({})).toMatchObject({ status: 'unknown', missing: ['card'], atMost: undefined })
    expect(of({}, '2020-06-01')).toMatchObject({ status: 'unknown', missing: ['card'], atMost: 70n })
  })

  test('in a rule must have a value in every case', () => {
    expect(() => verdictOf(atMost(fact('debt'), match('card', { child: literal(1n), adult: param(ended) })))).toThrow(
      "Rule r uses the parameter 'ended', which has no value on this date.",
    )
  })

  test('of which every case lacks a value is no level', () => {
    expect(amountOf(match('card', { child: param(ended), adult: param(ended) }))({ card: 'child' })).toMatchObject({
      status: 'no-level',
    })
  })

  test('is compared case by case where the choice is unknown', () => {
    const limit = verdictOf(moreThan(fact('debt'), byCard(5n, 7n)))
    expect([limit({ debt: 5n }), limit({ debt: 6n }), limit({ debt: 8n })]).toEqual([
      ['unmet'],
      ['unknown', 'card'],
      ['met'],
    ])
    const share = verdictOf(equals(byCard<bigint>(5n, 7n), literal(6n)))
    expect(share({})).toEqual(['unmet'])
  })
})
