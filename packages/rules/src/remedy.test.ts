import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bound, completions, conditions, laws, plainLaws, someFacts } from './random-law.test-support.js'
import { all, any, atLeast, atMost, equals, lessThan, moreThan, not, type Condition } from './condition.js'
import { ConflictError } from './errors.js'
import { literal } from './expression.js'
import type { Facts } from './facts.js'
import { allOf, fact, heading, is, library, match, on, someOf, source } from './library.test-support.js'
import { exception, requirement, type Rule } from './rule.js'
import type { Remedy } from './remedy.js'

const after = ({ changes }: Remedy, facts: Facts): Facts =>
  changes.reduce<Facts>((changed, { facts: on, to }) => ({ ...changed, [on[0] ?? '']: to }), facts)

const oneOfAges = (...ages: readonly number[]) => any(...ages.map((age) => equals(fact('age'), literal(age))))

describe('for any law', () => {
  test('a remedy ends the no, and no part of it does', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        for (const remedy of law.decide('S', facts).remedies) {
          expect(law.verdict('S', after(remedy, facts))).not.toBe('unmet')
          const changed = [...new Set(remedy.changes.flatMap((change) => change.facts))]
          for (let part = 0; part < 2 ** changed.length - 1; part++) {
            const kept = changed.filter((_, i) => (part >> i) & 1)
            const some = { ...remedy, changes: remedy.changes.filter(({ facts: [f = ''] }) => kept.includes(f)) }
            expect(law.verdict('S', after(some, facts))).toBe('unmet')
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('where any facts would end a no, there is a remedy', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        const { verdict, remedies } = law.decide('S', facts)
        if (verdict !== 'unmet') return
        const other = Object.fromEntries(Object.keys(facts).map((key) => [key, undefined]))
        const possible = completions(other).some((changed) => law.verdict('S', changed) !== 'unmet')
        if (possible) expect(remedies).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

test('for any law whose exceptions may contradict one another, a remedy neither keeps a no nor makes a conflict', () => {
  const parts = fc.tuple(conditions, conditions, fc.boolean())
  fc.assert(
    fc.property(
      conditions,
      fc.array(parts, { minLength: 2, maxLength: 3 }),
      someFacts,
      (requires, exceptions, facts) => {
        const law = bound([
          requirement({ ...heading('R'), ...source, requires }),
          ...exceptions.map(([applies, instead, before], i) =>
            exception({
              ...heading(`E${i}`),
              ...source,
              exceptionTo: ['R'],
              over: before && i > 0 ? [`E${i - 1}`] : [],
              applies,
              requires: instead,
            }),
          ),
        ])
        const verdict = (given: Facts) => {
          try {
            return law.verdict('S', given)
          } catch (error) {
            if (error instanceof ConflictError) return 'conflict'
            throw error
          }
        }
        if (verdict(facts) !== 'unmet') return
        const { remedies } = law.decide('S', facts)
        for (const remedy of remedies) expect(['met', 'unknown']).toContain(verdict(after(remedy, facts)))
      },
    ),
    { numRuns: 300 },
  )
})

describe('for the library', () => {
  const rule = (id: string, requires: Condition, applies?: Condition) =>
    requirement({ ...heading(id), ...source, requires, ...(applies && { applies }) })
  const changes = (rules: readonly Rule[], facts: Facts) =>
    on(library(rules))
      .decide('loan', facts)
      .remedies.map((r) => r.changes.map((c) => [c.facts.join('+'), c.to]))

  test('no remedy where there is no no', () => {
    expect(changes([rule('r', is('resident'))], {})).toEqual([])
  })

  test('no remedy where nothing would help', () => {
    expect(changes([rule('r', any())], {})).toEqual([])
    expect(changes([rule('r', lessThan(fact('debt'), literal(0n)))], { debt: 1n })).toEqual([])
  })

  test('what is unknown need not change: the answer is no longer a no, though not yet a yes', () => {
    expect(changes([rule('r', all(is('resident'), is('card', 'child')))], { resident: false })).toEqual([
      [['resident', true]],
    ])
  })

  test('what an applicant can change comes first, then what is least', () => {
    const rules = [rule('r', any(is('resident'), all(is('card', 'child'), atMost(fact('debt'), literal(0n)))))]
    const { remedies } = on(library(rules)).decide('loan', { resident: false, card: 'adult', debt: 5n })
    expect(remedies.map((r) => [r.mutability, r.changes.map((c) => c.facts[0])])).toEqual([
      ['changeable', ['card', 'debt']],
      ['fixed', ['resident']],
    ])
  })

  test.each<[string, Condition, Facts, unknown]>([
    ['at least', atLeast(fact('age'), literal(6)), { age: 3 }, 6],
    ['above', moreThan(fact('age'), literal(6)), { age: 3 }, 7],
    ['below', lessThan(fact('debt'), literal(10n)), { debt: 12n }, 9n],
    ['another than', not(equals(fact('age'), literal(6))), { age: 6 }, 7],
    ['after a day', moreThan(fact('joined'), literal('2024-02-28')), { joined: '2020-01-01' }, '2024-02-29'],
    ['before a day', lessThan(fact('joined'), literal('2024-01-01')), { joined: '2024-05-01' }, '2023-12-31'],
    ['a limit on the left', atMost(literal<number>(6), fact('age')), { age: 3 }, 6],
    ['also a paper', all(allOf('papers', ['form', 'id'])), { papers: ['photo', 'id'] }, ['photo', 'form', 'id']],
    ['a paper less', not(someOf('papers', ['photo'])), { papers: ['photo', 'id'] }, ['id']],
    [
      'two demands on one fact',
      all(atLeast(fact('age'), literal(6)), not(equals(fact('age'), literal(6)))),
      { age: 3 },
      7,
    ],
    [
      'a demand that one already meets and must go on meeting',
      all(atLeast(fact('age'), literal(6)), not(oneOfAges(6, 7))),
      { age: 3 },
      8,
    ],
  ])('the nearest value: %s', (_, condition, facts, to) => {
    const [first] = changes([rule('r', condition)], facts)[0] ?? []
    expect(first?.[1]).toEqual(to)
  })

  test('a change that would call for another one brings that along', () => {
    const rules = [rule('children', is('card', 'child')), rule('forms', allOf('papers', ['form']), is('card', 'child'))]
    expect(changes(rules, { card: 'adult', papers: [] })).toEqual([
      [
        ['card', 'child'],
        ['papers', ['form']],
      ],
    ])
  })

  test('a change that would set two exceptions against one another brings along what keeps one of them out', () => {
    const lift = (id: string, applies: Condition) =>
      exception({ ...heading(id), ...source, exceptionTo: ['r'], applies })
    const rules = [
      rule('r', any()),
      lift('young', is('card', 'child')),
      lift('old', atLeast(fact('age'), literal(60))),
      rule('children', is('card', 'child')),
    ]
    expect(changes(rules, { card: 'adult', age: 60 })).toEqual([
      [
        ['card', 'child'],
        ['age', 59],
      ],
    ])
  })

  test('where several facts decide together, the condition stands without a value', () => {
    const rules = [rule('r', atLeast(fact('age'), match('card', { child: literal(6), adult: literal(18) })))]
    expect(changes(rules, { age: 5, card: 'adult' })).toEqual([[['age+card', undefined]]])
  })

  test('twenty rules with three ways out each take less than two seconds', () => {
    const ages = Array.from({ length: 20 }, (_, i) => i)
    const rules = ages.map((i) =>
      rule(`r${i}`, any(not(equals(fact('age'), literal(i))), is('resident'), allOf('papers', ['form', 'id']))),
    )
    const hard = ages.map((i) =>
      rule(
        `h${i}`,
        any(
          atLeast(fact('age'), literal(100 + i)),
          atMost(fact('debt'), literal(BigInt(i))),
          moreThan(fact('year'), literal(2000 + i)),
        ),
      ),
    )
    const begin = performance.now()
    const found = changes([...rules, ...hard], {
      age: 5,
      debt: 100n,
      year: 1990,
      resident: false,
      papers: [],
      card: 'adult',
    })
    expect(performance.now() - begin).toBeLessThan(2000)
    expect(found).toContainEqual([
      ['papers', ['form', 'id']],
      ['debt', 0n],
    ])
    expect(found).toContainEqual([
      ['resident', true],
      ['debt', 0n],
    ])
  })
})
