import { describe, expect, test } from 'vitest'
import { atLeast } from './condition.js'
import { InputError } from './errors.js'
import { literal } from './expression.js'
import { defineFacts } from './facts.js'
import { allOf, fact, facts, heading, is, library, on, source } from './library.test-support.js'
import { amountRule, requirement } from './rule.js'

const rule = (id: string, requires: Parameters<typeof requirement>[0]['requires']) =>
  requirement({ ...heading(id), ...source, requires })
const fee = amountRule({
  ...heading('fee'),
  per: { vi: 'thẻ', en: 'card' },
  versions: [{ ...source, amount: fact('debt') }],
})
const rules = [rule('residents', is('resident')), rule('age', atLeast(fact('age'), literal(6)))]
const law = on(library(rules, [], [fee]))

test('facts that are others when they are read again are refused, not taken for unknown', () => {
  let read = 0
  const law = on(library([rule('age', atLeast(fact('age'), literal(6)))]))
  const changing = {
    get age() {
      return read++ === 0 ? 'x' : 7
    },
  }
  expect(() => law.decide('loan', changing)).toThrow(InputError)
})

test('a count of nothing has no sign, also where the answer is shared', () => {
  const law = on(library([rule('age', atLeast(fact('age'), literal(6)))]))
  const seen = (age: number) => law.decide('loan', { age }).findings[0]?.requires
  expect(seen(-0)).toMatchObject({ left: { value: 0 } })
  expect(seen(0)).toMatchObject({ left: { value: 0 } })
})

describe('facts that were read once', () => {
  test('are answered as the facts themselves', () => {
    const given = { resident: false, age: 3, debt: 5n, papers: ['photo'] }
    const read = law.read(given)
    expect(law.decide('loan', read)).toEqual(law.decide('loan', given))
    expect(law.verdict('loan', read)).toBe('unmet')
    expect(law.amount('fee', read)).toEqual(law.amount('fee', given))
    expect(law.read(read)).toBe(read)
  })

  test('stay as they were, whatever becomes of the object that they were read from', () => {
    const papers = ['form']
    const given: Record<string, boolean | string[]> = { resident: true, papers }
    const law = on(library([rule('residents', is('resident')), rule('papers', allOf('papers', ['form']))]))
    const read = law.read(given)
    given['resident'] = false
    papers.pop()
    expect(law.verdict('loan', read)).toBe('met')
    expect(law.verdict('loan', given)).toBe('unmet')
  })

  test('serve every law with the same dictionary, and are read anew for any other', () => {
    const read = law.read({ age: 6, resident: true, card: 'child', papers: ['id', 'form'] })
    const young = on(library([rule('young', atLeast(fact('age'), literal(7)))]), '2023-01-01')
    expect(young.verdict('loan', read)).toBe('unmet')
    expect(young.read(read)).toBe(read)
    const reordered = Object.fromEntries(Object.entries(facts).reverse())
    const other = on({ ...library([...rules, rule('child', is('card', 'child'))]), facts: reordered })
    expect(other.verdict('loan', read)).toBe('met')
    const smaller = on({ ...library([rules[0] ?? rule('', is('resident'))]), facts: { resident: facts.resident } })
    expect(() => smaller.verdict('loan', read)).toThrow("there is no fact 'card'")
  })

  test('are refused where they do not fit, also by the verdict and after others that did', () => {
    expect(law.verdict('loan', { resident: true, age: 6 })).toBe('met')
    expect(() => law.verdict('loan', { resident: true, age: -6 })).toThrow('facts.age')
    expect(() => law.verdict('loan', { resident: true, colour: 'red' })).toThrow('facts.colour')
    expect(() => law.read({ papers: ['form', 'none'] })).toThrow(InputError)
    expect(() => law.read({ papers: 'form' })).toThrow(InputError)
    for (const none of [null, undefined, 5]) expect(() => law.read(none as never)).toThrow('not facts')
  })

  test('may come in any order and with gaps', () => {
    for (const given of [
      { age: 6, resident: true },
      { resident: true, age: 6 },
      { papers: undefined, age: 6, debt: undefined, resident: true },
      { resident: true, age: 6, colour: undefined },
    ])
      expect(law.verdict('loan', given)).toBe('met')
  })
})

test('of a list with more options than a number has bits, each is told from the others', () => {
  const options = Array.from({ length: 40 }, (_, i) => `o${i}`)
  const many = defineFacts({
    all: {
      ...facts.papers,
      values: Object.fromEntries(options.map((option) => [option, { vi: option, en: option }])),
    },
  })
  const has = (option: string) => ({ op: 'some-of', left: { op: 'fact', fact: 'all' }, values: [option] }) as const
  const law = on({ ...library([rule('last', has('o39'))]), facts: many })
  expect(law.verdict('loan', { all: ['o39', 'o1'] })).toBe('met')
  expect(law.verdict('loan', { all: ['o7'] })).toBe('unmet')
  expect(law.verdict('loan', {})).toBe('unknown')
  expect(() => law.verdict('loan', { all: ['o40'] })).toThrow(InputError)
})
