import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindCondition, truthOf } from './bind-condition.js'
import { all, any, atMost, equals, ifThen, not, titled, type Condition } from './condition.js'
import { literal } from './expression.js'
import type { Facts } from './facts.js'
import { reader } from './given.js'
import { placesOf } from './place.js'
import { completions, conditions, facts, someFacts, values } from './random-law.test-support.js'
import { vocabulary } from './vocabulary.js'

const { fact, is, isNot, oneOf, someOf, allOf, match } = vocabulary<typeof facts>()
const places = placesOf(facts)
const read = reader(facts, places)
const bound = (condition: Condition) => {
  const { sign, trace } = bindCondition(condition, { places, owner: 'Rule R', parameter: () => undefined })
  return { sign: (given: Facts) => sign(read(given).slots), trace: (given: Facts) => trace(read(given).slots) }
}
const sign = (condition: Condition, given: Facts) => bound(condition).sign(given)

type Shape = (a: Condition, b: Condition, c: Condition) => Condition

describe('Kleene logic', () => {
  test.each<[Facts, Facts, number, number]>([
    [{ p: true }, { q: true }, 1, 1],
    [{ p: true }, { q: false }, -1, 1],
    [{ p: true }, {}, 0, 1],
    [{ p: false }, {}, -1, 0],
    [{}, {}, 0, 0],
    [{ p: false }, { q: false }, -1, -1],
  ])('with %o and %o: all is %i, any is %i', (a, b, both, either) => {
    expect(sign(all(is('p'), is('q')), { ...a, ...b })).toBe(both)
    expect(sign(any(is('p'), is('q')), { ...a, ...b })).toBe(either)
  })

  const law = (name: string, left: Shape, right: Shape) =>
    test(name, () => {
      fc.assert(
        fc.property(conditions, conditions, conditions, someFacts, (a, b, c, given) => {
          expect(sign(left(a, b, c), given)).toBe(sign(right(a, b, c), given))
        }),
      )
    })
  law(
    'all is commutative',
    (a, b) => all(a, b),
    (a, b) => all(b, a),
  )
  law(
    'any is commutative',
    (a, b) => any(a, b),
    (a, b) => any(b, a),
  )
  law(
    'all is associative',
    (a, b, c) => all(a, all(b, c)),
    (a, b, c) => all(all(a, b), c),
  )
  law(
    'any is associative',
    (a, b, c) => any(a, any(b, c)),
    (a, b, c) => any(any(a, b), c),
  )
  law(
    'all distributes over any',
    (a, b, c) => all(a, any(b, c)),
    (a, b, c) => any(all(a, b), all(a, c)),
  )
  law(
    'not all is any not',
    (a, b) => not(all(a, b)),
    (a, b) => any(not(a), not(b)),
  )
  law(
    'not any is all not',
    (a, b) => not(any(a, b)),
    (a, b) => all(not(a), not(b)),
  )
  law(
    'not not is nothing',
    (a) => not(not(a)),
    (a) => a,
  )
  law(
    'if-then is not-or',
    (a, b) => ifThen(a, b),
    (a, b) => any(not(a), b),
  )
  law(
    'of one is that one',
    (a) => all(any(a)),
    (a) => a,
  )

  test('not turns the sign', () => {
    fc.assert(
      fc.property(conditions, someFacts, (a, given) => {
        expect(sign(not(a), given) + sign(a, given)).toBe(0)
      }),
    )
  })

  test('of nothing, all holds and any fails', () => {
    expect([sign(all(), {}), sign(any(), {})]).toEqual([1, -1])
  })
})

test('the traced result is the untraced one', () => {
  fc.assert(
    fc.property(conditions, someFacts, (condition, given) => {
      const it = bound(condition)
      expect(it.trace(given).truth).toBe(truthOf(it.sign(given)))
    }),
  )
})

test('another fact resolves an unknown, and never turns what was decided', () => {
  fc.assert(
    fc.property(conditions, someFacts, fc.constantFrom('p', 'q', 'c', 'l', 'n', 'm'), (condition, given, key) => {
      const before = sign(condition, given)
      if (before === 0 || given[key] !== undefined) return
      for (const value of values[key]) expect(sign(condition, { ...given, [key]: value })).toBe(before)
    }),
    { numRuns: 300 },
  )
})

test('what is decided is so however the unknown facts turn out', () => {
  fc.assert(
    fc.property(conditions, someFacts, (condition, given) => {
      const before = sign(condition, given)
      if (before !== 0) for (const whole of completions(given)) expect(sign(condition, whole)).toBe(before)
    }),
    { numRuns: 100 },
  )
})

describe('a comparison', () => {
  test.each<[Condition, Facts, number]>([
    [atMost(fact('n'), literal(2)), { n: 2 }, 1],
    [atMost(fact('n'), literal(2)), { n: 3 }, -1],
    [not(atMost(fact('n'), literal(2))), { n: 3 }, 1],
    [atMost(fact('n'), literal(2)), {}, 0],
    [equals(fact('l'), literal<readonly ('u' | 'v')[]>(['u', 'v'])), { l: ['v', 'u'] }, 1],
    [isNot('p'), { p: false }, 1],
    [isNot('p'), {}, 0],
    [oneOf('c', ['x', 'y']), { c: 'z' }, -1],
    [someOf('l', ['u', 'v']), { l: ['v'] }, 1],
    [someOf('l', ['u', 'v']), { l: [] }, -1],
    [allOf('l', ['u', 'v']), { l: ['v'] }, -1],
    [allOf('l', ['u', 'v']), { l: ['v', 'u'] }, 1],
    [not(allOf('l', ['u'])), { l: [] }, 1],
  ])('%o of %o is %i', (condition, given, expected) => {
    expect(sign(condition, given)).toBe(expected)
  })

  test('with a limit that hangs on an unknown choice is decided where every case decides it alike', () => {
    const within = atMost(fact('n'), match('c', { x: literal(10), y: literal(20), z: literal(30) }))
    expect([5, 15, 31].map((n) => sign(within, { n }))).toEqual([1, 0, -1])
    expect([5, 15, 31].map((n) => bound(within).trace({ n }).truth)).toEqual(['held', 'unknown', 'failed'])
    expect(sign(not(within), { n: 5 })).toBe(-1)
    expect(sign(within, { n: 15, c: 'y' })).toBe(1)
  })
})

describe('a title', () => {
  const title = { vi: 'tên', en: 'name' }
  const titleOf = (condition: Condition) => bound(condition).trace({}).title

  test('stands in the trace', () => {
    expect(titleOf(titled(title, is('p')))).toEqual(title)
    expect(titleOf(titled(title, all(is('p'), is('q'))))).toEqual(title)
  })

  test('of a negation is kept; inside one it would say the contrary', () => {
    expect(titleOf(titled(title, not(is('p'))))).toEqual(title)
    expect(titleOf(not(titled(title, is('p'))))).toBeUndefined()
    expect(titleOf(not(not(titled(title, is('p')))))).toEqual(title)
  })
})
