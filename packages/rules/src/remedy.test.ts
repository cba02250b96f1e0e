import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bound, completions, conditions, joint, laws, plainLaws, someFacts, values } from './random-law.test-support.js'
import { all, any, atLeast, atMost, equals, lessThan, moreThan, not, type Condition } from './condition.js'
import { ConflictError } from './errors.js'
import { addYears, endOfYear, highest, literal, lowest, sum, times } from './expression.js'
import type { Facts } from './facts.js'
import { allOf, fact, heading, is, library, match, on, someOf, source } from './library.test-support.js'
import { percent, ratio } from './ratio.js'
import { exception, requirement, type Rule } from './rule.js'
import type { Remedy } from './remedy.js'
import { asText } from './remedy-search.js'

/** The facts after a remedy; those of a condition that is left open may be anything, unless another change says what. */
const after = ({ changes }: Pick<Remedy, 'changes'>, facts: Facts): Facts => {
  const unknown = changes.filter(({ to }) => to === undefined).flatMap((change) => change.facts)
  const known = changes.flatMap(({ facts: [fact = ''], to }) => (to === undefined ? [] : [[fact, to] as const]))
  return { ...facts, ...Object.fromEntries(unknown.map((fact) => [fact, undefined])), ...Object.fromEntries(known) }
}

const oneOfAges = (...ages: readonly number[]) => any(...ages.map((age) => equals(fact('age'), literal(age))))

describe('for any law', () => {
  test('a remedy ends the no, no part of it does, and none is proposed twice', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        const { remedies } = law.decide('S', facts)
        const proposed = remedies
          .filter(({ changes }) => changes.every(({ to }) => to !== undefined))
          .map(({ changes }) => [...new Set(changes.map(({ facts, to }) => asText([facts, to])))].join())
        expect(proposed).toEqual([...new Set(proposed)])
        for (const remedy of remedies) {
          const changedFacts = after(remedy, facts)
          const known = Object.values(changedFacts).every((value) => value !== undefined)
          expect(known ? ['met'] : ['met', 'unknown']).toContain(law.verdict('S', changedFacts))
          expect(remedy.changes.flatMap((change) => change.facts)).not.toContain('q')
          const changed = [...new Set(remedy.changes.map((change) => change.facts.join()))]
          for (let part = 0; part < 2 ** changed.length - 1; part++) {
            const kept = changed.filter((_, i) => (part >> i) & 1)
            const some = { changes: remedy.changes.filter((change) => kept.includes(change.facts.join())) }
            expect(law.verdict('S', after(some, facts))).toBe('unmet')
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('where any facts but those of the question would end a no, there is a remedy', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        const { verdict, remedies } = law.decide('S', facts)
        if (verdict !== 'unmet') return
        const { q } = facts
        const others = completions({ q: q ?? true }).map((changed) => ({ ...changed, q }))
        const possible = others.some((changed) => law.verdict('S', changed) !== 'unmet')
        if (possible) expect(remedies).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('of a condition of several facts, each that alone can end the no is proposed with a value, and each smallest set', () => {
    const named = (Object.keys(values) as (keyof typeof values)[]).filter((fact) => fact !== 'q')
    const amounts = [0n, 1n, 2n, 3n, 4n, 5n]
    const wide: typeof values = { ...values, m: amounts, w: amounts }
    /** All ways to give the facts `of` other values. */
    const changed = (facts: Facts, of: readonly (keyof typeof values)[]) =>
      of.reduce<Facts[]>((found, key) => found.flatMap((f) => wide[key].map((v) => ({ ...f, [key]: v }))), [facts])
    fc.assert(
      fc.property(joint, someFacts, (requires, facts) => {
        const law = bound([requirement({ ...heading('R'), ...source, requires })])
        if (law.verdict('S', facts) !== 'unmet') return
        const enough = (of: readonly (keyof typeof values)[]) =>
          changed(facts, of).some((other) => law.verdict('S', other) !== 'unmet')
        const pairs = named.flatMap((a, i) => named.slice(i + 1).map((b) => [a, b] as const))
        const singles = named.filter((fact) => enough([fact]))
        const sets = pairs.filter((pair) => pair.every((fact) => !singles.includes(fact)) && enough(pair))
        const { remedies } = law.decide('S', facts)
        const proposed = remedies.map(({ changes }) => changes.map((change) => change.facts.join()).join())
        expect(proposed.toSorted()).toEqual([...singles, ...sets.map(String)].toSorted())
        for (const { changes } of remedies) for (const { to } of changes) expect(to).toBeDefined()
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

  const own = fact('debt')
  const fee = fact('fee')

  test('where several facts decide, each that alone can end the no is a way of its own, changeable or fixed by that fact', () => {
    const rules = [rule('r', atLeast(fact('age'), match('card', { child: literal(6), adult: literal(18) })))]
    expect(changes(rules, { age: 7, card: 'adult' })).toEqual([[['card', 'child']], [['age', 18]]])
    expect(changes(rules, { age: 5, card: 'adult' })).toEqual([[['age', 18]]])
    const { remedies } = on(library(rules)).decide('loan', { age: 7, card: 'adult' })
    expect(remedies.map(({ mutability }) => mutability)).toEqual(['changeable', 'fixed'])
  })

  test.each<[string, Condition, Facts, unknown]>([
    ['a sum', atLeast(sum([own, fee]), literal(10n)), { debt: 3n, fee: 4n }, [[['debt', 6n]], [['fee', 7n]]]],
    ['one of them unknown', equals(sum([own, fee]), literal(10n)), { debt: 30n }, [[['debt', 10n]]]],
    [
      'a share of the other side',
      atMost(own, times(literal(ratio(1n, 3n)), fee, literal('half-up'))),
      { debt: 4n, fee: 9n },
      [[['debt', 3n]], [['fee', 11n]]],
    ],
    ['exactly', equals(sum([own, fee]), literal(10n)), { debt: 30n, fee: 4n }, [[['debt', 6n]]]],
    ['anything but', not(equals(sum([own, fee]), literal(4n))), { debt: 0n, fee: 4n }, [[['debt', 1n]], [['fee', 5n]]]],
    [
      'the lowest of two that are too low',
      atLeast(lowest([own, fee]), literal(9n)),
      { debt: 1n, fee: 2n },
      [
        [
          ['debt', 9n],
          ['fee', 9n],
        ],
      ],
    ],
    [
      'the lowest of two with one too low',
      atLeast(lowest([own, fee]), literal(9n)),
      { debt: 1n, fee: 9n },
      [[['debt', 9n]]],
    ],
    [
      'the highest of two',
      atLeast(highest([own, fee]), literal(9n)),
      { debt: 1n, fee: 2n },
      [[['debt', 9n]], [['fee', 9n]]],
    ],
    [
      'years after a day',
      atLeast(endOfYear(fact('year')), addYears(fact('joined'), fact('age'))),
      { joined: '2020-02-29', age: 5, year: 2024 },
      [[['year', 2025]], [['joined', '2019-12-31']], [['age', 4]]],
    ],
    [
      'one fact, not as it is',
      atLeast(endOfYear(fact('year')), literal('2024-06-01')),
      { year: 2020 },
      [[['year', 2024]]],
    ],
    [
      'years that begin on 29 February',
      moreThan(addYears(fact('joined'), literal(1)), literal('2021-02-28')),
      { joined: '2000-01-01' },
      [[['joined', '2020-03-01']]],
    ],
  ])('the nearest values: %s', (_, condition, facts, ways) => {
    expect(changes([rule('r', condition)], facts).toSorted()).toEqual([...(ways as unknown[])].toSorted())
  })

  test('a value proposed for one rule that another forbids is not proposed, or brings along what that other needs', () => {
    const rules = [
      rule('whole', atLeast(sum([own, fee]), literal(100n))),
      rule('no-more', atMost(fee, literal(60n))),
      rule('form', any(atMost(own, literal(50n)), allOf('papers', ['form']))),
    ]
    expect(changes(rules, { debt: 30n, fee: 20n, papers: [] })).toEqual([
      [
        ['papers', ['form']],
        ['debt', 80n],
      ],
    ])
    expect(changes(rules, { debt: 45n, fee: 20n, papers: [] })).toEqual([
      [['fee', 55n]],
      [
        ['papers', ['form']],
        ['debt', 80n],
      ],
    ])
  })

  test('a value follows another that changes for a rule of its own', () => {
    const rules = [rule('whole', atLeast(sum([own, fee]), literal(100n))), rule('fee', atMost(fee, literal(20n)))]
    expect(changes(rules, { debt: 10n, fee: 60n })).toEqual([
      [
        ['debt', 80n],
        ['fee', 20n],
      ],
    ])
  })

  test('values of several facts that only together end the no are looked for one after another', () => {
    const rules = [rule('one-more', equals(own, sum([fee, literal(1n)]))), rule('enough', atLeast(own, literal(50n)))]
    expect(changes(rules, { debt: 0n, fee: 0n })).toEqual([
      [
        ['debt', 50n],
        ['fee', 49n],
      ],
    ])
  })

  test('where values are not found so, the condition stands without', () => {
    const half = times(literal(percent(50n)), own, literal('down'))
    const rules = [rule('ten', equals(sum([own, fee]), literal(10n))), rule('half', equals(half, fee))]
    expect(changes(rules, { debt: 4n, fee: 2n })).toEqual([[['debt+fee', undefined]]])
  })

  test('the ways out of forty rules with three each are found before this test runs out of time', () => {
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
    const found = changes([...rules, ...hard], {
      age: 5,
      debt: 100n,
      year: 1990,
      resident: false,
      papers: [],
      card: 'adult',
    })
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
