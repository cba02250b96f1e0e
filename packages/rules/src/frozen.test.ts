import { describe, expect, test } from 'vitest'
import { bind } from './bind.js'
import { all, any, atLeast } from './condition.js'
import { literal, lowest, param } from './expression.js'
import { defineFacts, type FactDefinition } from './facts.js'
import { frozen } from './frozen.js'
import type { IsoDate } from './iso-date.js'
import { fact, heading, is, library, match, on, someOf, source } from './library.test-support.js'
import { parameter } from './parameter.js'
import { amountRule, byId, exception, requirement } from './rule.js'
import { vocabulary } from './vocabulary.js'

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

test('what was said of the law when it was bound stays, whatever becomes of the object', () => {
  const title = { vi: 'a', en: 'a' }
  const least = parameter({
    id: 'least',
    title,
    unit: 'persons',
    timeline: [
      { ...source, to: '2023-12-31', value: 5, readings: [{ value: 50, title }] },
      { ...source, from: '2024-01-01', value: 8, readings: [{ value: 80, title }] },
    ],
  })
  const rule = requirement({ ...heading('r'), ...source, requires: atLeast(fact('age'), param(least)) })
  const identity: { pack: string; version: string; asOf: IsoDate } = { pack: 'p', version: '1', asOf: '2023-06-01' }
  const law = bind(library([rule], [least]), identity)
  const before = law.decide('loan', { age: 60 })
  identity.asOf = '2024-06-01'
  expect(law.decide('loan', { age: 60 })).toEqual(before)
  expect(before.law).toEqual({ pack: 'p', version: '1', asOf: '2023-06-01' })
  expect(Object.isFrozen(before.law)).toBe(true)
})

test('so is the dictionary of facts: what is bound to it reads the facts that it had', () => {
  const flag = { kind: 'flag', group: 'g', mutability: 'fixed', title: { vi: 'a', en: 'a' } } as const
  const own: Record<string, FactDefinition> = { a: { ...flag, question: flag.title } }
  bind({ facts: own, rules: {}, parameters: {}, amounts: {} }, { pack: 'p', version: '1', asOf: '2024-01-01' })
  expect(() => (own['b'] = { ...flag, question: flag.title })).toThrow(TypeError)
  expect(Object.isFrozen(own['a']?.title)).toBe(true)
})

test('a list of very many options stands in answers in the order of the dictionary, each once, and cannot be changed', () => {
  const text = { vi: 'a', en: 'a' }
  const options = Object.fromEntries(Array.from({ length: 34 }, (_, i) => [`o${i}`, text]))
  const many = defineFacts({
    papers: { kind: 'choices', group: 'g', mutability: 'fixed', title: text, question: text, values: options },
  })
  const requires = vocabulary<typeof many>().someOf('papers', ['o33'])
  const rules = byId([requirement({ ...heading('r'), ...source, requires })])
  const law = bind({ facts: many, rules, parameters: {}, amounts: {} }, { pack: 'p', version: '1', asOf: '2024-01-01' })
  const given = law.read({ papers: ['o5', 'o2', 'o2'] })
  const seen = law.decide('loan', given).findings[0]?.requires
  const list: unknown = seen?.op === 'some-of' ? seen.left.value : undefined
  expect(list).toEqual(['o2', 'o5'])
  expect(() => (list as string[]).push('o33')).toThrow(TypeError)
  expect(law.verdict('loan', given)).toBe('unmet')
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
      const own = Object.entries({ ...ask() }).filter(([key]) => key !== 'remedies')
      for (const [, part] of own) spoil(part)
      expect(text(ask())).toBe(before)
    }
  })
})
