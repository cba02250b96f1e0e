import { describe, expect, test } from 'vitest'
import { all, any, atLeast } from './condition.js'
import { literal, lowest, param } from './expression.js'
import { frozen } from './frozen.js'
import { fact, heading, is, library, match, on, someOf, source } from './library.test-support.js'
import { parameter } from './parameter.js'
import { amountRule, exception, requirement } from './rule.js'

test('what is frozen is so through and through', () => {
  const made = frozen({ of: [{ values: ['a'] }], none: undefined, nothing: null, amount: 5n })
  expect(Object.isFrozen(made.of[0]?.values)).toBe(true)
  expect(frozen(made)).toBe(made)
  const inner = { list: [1] }
  frozen(Object.freeze({ inner }))
  expect(Object.isFrozen(inner.list)).toBe(true)
})

test('so are the titles and articles of the law, which no answer copies', () => {
  const rule = requirement({ ...heading('r'), ...source, cites: [{ document: 'Decree 1' }], requires: is('resident') })
  const [finding] = on(library([rule])).decide('loan', { resident: true }).findings
  expect(finding?.trust.weakest).toBe('text')
  expect([finding?.cites, finding?.title].map(Object.isFrozen)).toEqual([true, true])
})

describe('whatever a caller does with an answer, the next is as it was', () => {
  const weak = { ...source, trust: 'assumed' } as const
  const title = { vi: 'a', en: 'a' }
  const least = parameter({ id: 'least', title, unit: 'persons', timeline: [{ ...weak, value: 6 }] })
  const either = any(someOf('papers', ['form']), is('card', 'child'))
  const law = on(
    library(
      [
        requirement({
          ...heading('r'),
          ...weak,
          requires: all(is('resident'), either, atLeast(fact('age'), param(least))),
        }),
        exception({ ...heading('e'), ...weak, exceptionTo: ['r'], applies: is('card', 'adult'), requires: either }),
      ],
      [least],
      [
        amountRule({
          ...heading('fee'),
          per: title,
          versions: [
            { ...weak, amount: lowest([match('card', { child: literal(5n), adult: literal(7n) }), literal(6n)]) },
          ],
        }),
        amountRule({ ...heading('none'), per: title, versions: [] }),
      ],
    ),
  )
  const text = (answer: unknown) => JSON.stringify(answer, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v))

  /** Spoils every list and object in an answer that lets itself be spoilt. */
  function spoil(node: unknown): void {
    if (typeof node !== 'object' || node === null) return
    for (const part of Object.values(node)) spoil(part)
    for (const key of Object.keys(node)) Reflect.set(node, key, 'spoilt')
    if (Array.isArray(node)) Reflect.set(node, node.length, 'spoilt')
  }

  test.each([
    [{ card: 'child', papers: ['form'], age: 5 }],
    [{ resident: true, card: 'adult', age: 3, papers: [] }],
    [{ resident: false, card: 'child', papers: [], age: 9 }],
    [{}],
  ])('of %o', (facts) => {
    for (const ask of [
      () => law.decide('loan', facts),
      () => law.amount('fee', facts),
      () => law.amount('none', facts),
    ]) {
      const before = text(ask())
      const own = Object.entries({ ...ask() }).filter(([key]) => key !== 'remedies' && key !== 'law')
      for (const [, part] of own) spoil(part)
      expect(text(ask())).toBe(before)
    }
  })
})
