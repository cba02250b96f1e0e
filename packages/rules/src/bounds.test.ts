import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bind } from './bind.js'
import { atLeast, atMost, equals, lessThan, moreThan, type Condition } from './condition.js'
import { addYears, endOfYear, highest, literal, lowest, sum, times, type Expression } from './expression.js'
import type { Facts } from './facts.js'
import * as town from './library.test-support.js'
import { completions, facts, someFacts } from './random-law.test-support.js'
import { ratio, type Ratio } from './ratio.js'
import { amountRule, byId, requirement } from './rule.js'
import { compareValues } from './value.js'
import { vocabulary } from './vocabulary.js'

const { fact, match } = vocabulary<typeof facts>()
const source = { from: '2020-01-01', cites: [{ document: 'Decree 1', article: '1' }], trust: 'text' } as const
const title = { vi: 'a', en: 'a' }

const share: fc.Arbitrary<Expression<Ratio>> = fc.oneof(
  fc.constantFrom(ratio(0n, 1n), ratio(1n, 2n), ratio(3n, 2n)).map(literal),
  fc.constant(match('c', { x: literal(ratio(0n, 1n)), y: literal(ratio(1n, 3n)), z: literal(ratio(2n, 1n)) })),
)
const rounding = fc.constantFrom('down', 'up', 'half-up').map(literal)
const amounts: fc.Arbitrary<Expression<bigint>> = fc.letrec<{ any: Expression<bigint> }>((tie) => {
  const list = fc.array(tie('any'), { minLength: 1, maxLength: 3 })
  return {
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant(fact('m')),
      fc.constantFrom(-2n, 0n, 1n, 2n).map((value) => literal<bigint>(value)),
      fc.tuple(tie('any'), tie('any'), tie('any')).map(([x, y, z]) => match('c', { x, y, z })),
      list.map(lowest),
      list.map(highest),
      list.map(sum),
      fc.tuple(share, tie('any'), rounding).map(([factor, of, round]) => times(factor, of, round)),
    ),
  }
}).any

const lawOf = (amount: Expression<bigint>, requires: Condition) =>
  bind(
    {
      facts,
      parameters: {},
      rules: byId([requirement({ ...source, id: 'r', group: 'g', title, requires })]),
      amounts: byId([amountRule({ id: 'a', title, per: title, versions: [{ ...source, amount }] })]),
    },
    { pack: 'invented', version: '1', asOf: '2024-01-01' },
  )

test('an amount lies between its bounds and is what it was known to be, however the unknown facts turn out', () => {
  fc.assert(
    fc.property(amounts, someFacts, (terms, given) => {
      // Terms may be below zero, an amount may not.
      const law = lawOf(sum([terms, literal(10_000n)]), equals(literal(1n), literal(1n)))
      const found = law.amount('a', given)
      const trace = found?.trace
      if (!found || !trace) throw new Error('there is an amount')
      const [low, high] = 'of' in trace ? [trace.atLeast, trace.atMost] : []
      expect(found.atMost).toBe(high)
      expect(found.missing.length > 0).toBe(found.amount === undefined)
      for (const whole of completions(given)) {
        const { amount: value } = law.amount('a', whole) ?? {}
        if (value === undefined) throw new Error('all facts are known')
        if (found.amount !== undefined) expect(value).toBe(found.amount)
        if (low !== undefined) expect(compareValues(low, value)).toBeLessThan(1)
        if (high !== undefined) expect(compareValues(value, high)).toBeLessThan(1)
      }
    }),
    { numRuns: 500 },
  )
})

test('a comparison of amounts that is decided is so however the unknown facts turn out, and asks nothing', () => {
  const relation = fc.constantFrom(atMost, atLeast, lessThan, moreThan, equals)
  fc.assert(
    fc.property(amounts, relation, amounts, someFacts, (left, relate, right, given) => {
      const law = lawOf(left, relate(left, right))
      const { verdict, missing } = law.decide('S', given)
      expect(law.verdict('S', given)).toBe(verdict)
      expect(missing.length > 0).toBe(verdict === 'unknown')
      if (verdict !== 'unknown') for (const whole of completions(given)) expect(law.verdict('S', whole)).toBe(verdict)
    }),
    { numRuns: 500 },
  )
})

describe('what is not known does not matter', () => {
  const debt = town.fact('debt')
  const half = (of: Expression<bigint>) => times(literal(ratio(1n, 2n)), of, literal('down'))
  const fee = (amount: Expression<bigint>, given: Facts = {}) =>
    town
      .on(
        town.library(
          [],
          [],
          [amountRule({ ...town.heading('fee'), per: title, versions: [{ ...town.source, amount }] })],
        ),
      )
      .amount('fee', given)
  const verdict = (condition: Condition, given: Facts = {}) =>
    town
      .on(town.library([requirement({ ...town.heading('r'), ...town.source, requires: condition })]))
      .verdict('', given)

  test('to a product with nothing', () => {
    expect(fee(times(literal(ratio(0n, 1n)), debt, literal('up')))).toMatchObject({ amount: 0n, missing: [] })
    const byCard = town.match('card', { child: literal(ratio(1n, 2n)), adult: literal(ratio(1n, 1n)) })
    expect(fee(times(byCard, debt, literal('up')), { debt: 0n })).toMatchObject({ amount: 0n, missing: [] })
  })

  test('where the ends meet', () => {
    expect(fee(lowest([debt, literal(0n)]))).toMatchObject({ amount: 0n, missing: [] })
    expect(fee(highest([lowest([debt, literal(50n)]), literal(100n)]))).toMatchObject({ amount: 100n, missing: [] })
  })

  test.each<[string, Condition, string]>([
    ['the lowest of something and 100 is at most 200', atMost(lowest([debt, literal(100n)]), literal(200n)), 'met'],
    ['nor is it above', moreThan(lowest([debt, literal(100n)]), literal(100n)), 'unmet'],
    ['it may be 100', moreThan(lowest([debt, literal(100n)]), literal(99n)), 'unknown'],
    ['200 is at least that', atLeast(literal<bigint>(200n), lowest([debt, literal(100n)])), 'met'],
    ['the highest of something and 100 is at least 100', atLeast(highest([debt, literal(100n)]), literal(100n)), 'met'],
    ['nor is it below', lessThan(highest([debt, literal(100n)]), literal(100n)), 'unmet'],
    ['a sum with 100 is not 99', equals(sum([debt, literal(100n)]), literal(99n)), 'unmet'],
    ['half of something is not below nothing', lessThan(half(debt), literal(0n)), 'unmet'],
    ['half of at most 100 is at most 50', atMost(half(lowest([debt, literal(100n)])), literal(50n)), 'met'],
    ['a year is not before 1900', lessThan(town.fact('year'), literal(1900)), 'unmet'],
    ['nor does it end before', atLeast(endOfYear(town.fact('year')), literal('1900-12-31')), 'met'],
    ['a day may be any', atLeast(addYears(town.fact('joined'), literal(1)), literal('1900-01-01')), 'unknown'],
  ])('to a comparison: %s', (_, condition, expected) => {
    expect(verdict(condition)).toBe(expected)
  })
})
