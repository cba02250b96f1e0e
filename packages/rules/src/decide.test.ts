import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { all, any, atLeast, atMost, equals, lessThan, moreThan, not, type Condition } from './condition.js'
import { ConflictError, InputError } from './errors.js'
import { literal, param } from './expression.js'
import type { Facts } from './facts.js'
import { fact, heading, is, isNot, library, oneOf, on, source } from './library.test-support.js'
import { parameter, type DatedValue, type Parameter } from './parameter.js'
import { bound, completions, conditions, laws, plainLaws, someFacts, values } from './random-law.test-support.js'
import type { Remedy } from './remedy.js'
import { exception, requirement, type Sourced } from './rule.js'
import type { Trust } from './trust.js'

const rule = (id: string, requires: Condition, given: Partial<Sourced> & { applies?: Condition } = {}) =>
  requirement({ ...heading(id), ...source, ...given, requires })
const decide = (rules: Parameters<typeof library>[0], facts: Facts) => on(library(rules)).decide('loan', facts)

describe('a verdict', () => {
  const rules = [rule('residents', is('resident')), rule('grown', atLeast(fact('age'), literal(6)))]

  test.each([
    [{ resident: true, age: 6 }, 'met', [], undefined],
    [{ resident: true }, 'unknown', ['age'], 'age'],
    [{}, 'unknown', ['resident', 'age'], 'resident'],
    [{ age: 6 }, 'unknown', ['resident'], 'resident'],
    // A no asks nothing more.
    [{ resident: false }, 'unmet', [], undefined],
    [{ age: 5 }, 'unmet', [], undefined],
  ] as const)('of %o is %s', (facts, verdict, missing, next) => {
    expect(decide(rules, facts)).toMatchObject({ subject: 'loan', verdict, missing, next })
  })

  test('with no rule at all is met', () => {
    expect(decide([], {})).toMatchObject({ verdict: 'met', findings: [], trust: { weakest: 'text', doubts: [] } })
  })

  test('says under which law it was given', () => {
    expect(decide(rules, {}).law).toEqual({ pack: 'library', version: '1', asOf: '2024-01-01' })
  })

  test('is refused for facts that do not fit, with all that is wrong', () => {
    expect(() => decide(rules, { age: -1, colour: 'red' })).toThrow(InputError)
  })

  test('the verdict alone is the verdict of the decision', () => {
    fc.assert(
      fc.property(laws, someFacts, (law, facts) => {
        expect(law.verdict('S', facts)).toBe(law.decide('S', facts).verdict)
      }),
      { numRuns: 300 },
    )
  })

  test('that is decided stays so however the unknown facts turn out', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        const { verdict } = law.decide('S', facts)
        if (verdict === 'unknown') return
        for (const whole of completions(facts)) expect(law.verdict('S', whole)).toBe(verdict)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what is missing', () => {
  /** The facts of which, with all other unknown ones given in some way, one value gives another verdict than another. */
  const canChange = (law: ReturnType<typeof bound>, facts: Facts): string[] =>
    (Object.keys(values) as (keyof typeof values)[]).filter(
      (key) =>
        facts[key] === undefined &&
        completions({ ...facts, [key]: values[key][0] }).some(
          (whole) => new Set(values[key].map((value) => law.verdict('S', { ...whole, [key]: value }))).size > 1,
        ),
    )

  test('is every fact that can change the answer, in asking order', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        const { verdict, missing } = law.decide('S', facts)
        expect(missing.toSorted()).toEqual(expect.arrayContaining(verdict === 'unknown' ? canChange(law, facts) : []))
        expect(missing).toEqual(Object.keys(values).filter((key) => missing.includes(key)))
      }),
      { numRuns: 300 },
    )
  })

  test('is no other fact where each fact is read in one place', () => {
    const join = fc.constantFrom<(tree: Condition, leaf: Condition) => Condition>(
      (tree, leaf) => all(tree, leaf),
      (tree, leaf) => any(tree, leaf),
      (tree, leaf) => all(not(tree), leaf),
      (tree, leaf) => any(leaf, not(tree)),
    )
    const once = fc
      .tuple(fc.shuffledSubarray([...leaves]), fc.array(join, { minLength: leaves.length }))
      .map(([read, joins]) => read.reduce((tree, leaf, i) => joins[i]?.(tree, leaf) ?? tree, all()))
    fc.assert(
      fc.property(once, someFacts, (condition, facts) => {
        const law = bound([requirement({ ...heading('R'), ...source, requires: condition })])
        expect(law.decide('S', facts).missing).toEqual(canChange(law, facts))
      }),
      { numRuns: 300 },
    )
  })

  const leaves: readonly Condition[] = [
    { op: 'compare', left: { op: 'fact', fact: 'p' }, relation: '=', right: literal(true) },
    { op: 'compare', left: { op: 'fact', fact: 'q' }, relation: '=', right: literal(true) },
    { op: 'one-of', left: { op: 'fact', fact: 'c' }, values: ['x', 'y'] },
    { op: 'all-of', left: { op: 'fact', fact: 'l' }, values: ['u'] },
    { op: 'compare', left: { op: 'fact', fact: 'n' }, relation: '≥', right: literal(1) },
    { op: 'compare', left: { op: 'fact', fact: 'm' }, relation: '≤', right: literal(1n) },
  ]

  test('may be more than can matter where one fact is read twice: Kleene logic does not see that the two go together', () => {
    expect(decide([rule('tautology', any(is('resident'), isNot('resident')))], {})).toMatchObject({
      verdict: 'unknown',
      missing: ['resident'],
    })
  })

  test('is nothing where no value of a fact could fail', () => {
    expect(decide([rule('always', atLeast(fact('age'), literal(0)))], {})).toMatchObject({
      verdict: 'met',
      missing: [],
    })
    expect(decide([rule('never', lessThan(fact('age'), literal(0)))], {})).toMatchObject({
      verdict: 'unmet',
      missing: [],
    })
    expect(decide([rule('some', moreThan(fact('age'), literal(0)))], {})).toMatchObject({ missing: ['age'] })
  })
})

describe('notices', () => {
  const amnesty = exception({
    ...heading('amnesty'),
    ...source,
    exceptionTo: ['residents'],
    applies: is('card', 'child'),
  })
  const rules = [rule('residents', is('resident')), amnesty]

  test('an exception that says otherwise than the general rule', () => {
    expect(decide(rules, { card: 'child', resident: false }).notices).toEqual([
      {
        kind: 'difference',
        rule: 'residents',
        exception: 'amnesty',
        generalVerdict: 'unmet',
        prevailingVerdict: 'met',
      },
    ])
  })

  test('none where both say the same, where the general rule says nothing yet, or where no exception steps in', () => {
    expect(decide(rules, { card: 'child', resident: true }).notices).toEqual([])
    expect(decide(rules, { card: 'child' }).notices).toEqual([])
    expect(decide(rules, { card: 'adult', resident: false }).notices).toEqual([])
  })

  const title = (text: string) => ({ vi: text, en: text })
  const opening = parameter({
    id: 'opening',
    title: title('from which age'),
    unit: 'persons',
    timeline: [{ ...source, trust: 'assumed', value: 6, readings: [{ value: 7, title: title('the year after') }] }],
  })
  const open = on(library([rule('grown', atLeast(fact('age'), param(opening)))], [opening]))

  test('an open question that another reading would turn', () => {
    expect(open.decide('loan', { age: 6 }).notices).toEqual([
      {
        kind: 'open-question',
        parameter: 'opening',
        title: opening.title,
        taken: 6,
        readings: [{ value: 7, title: title('the year after'), verdict: 'unmet' }],
      },
    ])
  })

  test('what is taken in words: its own, or those of the code', () => {
    type Card = 'child' | 'adult'
    const taken = (own: Pick<Parameter<Card>, 'timeline' | 'values'>) => {
      const choice = parameter({ ...opening, unit: 'choice', ...own })
      return on(library([rule('card', equals(fact('card'), param(choice)))], [choice])).decide('loan', {
        card: 'child',
      }).notices
    }
    const entry: DatedValue<Card> = {
      ...source,
      value: 'child',
      readings: [{ value: 'adult', title: title('a grown-up') }],
    }
    const values = { child: title('a minor'), adult: title('a grown-up') }
    expect(taken({ timeline: [entry] })).toMatchObject([{ taken: 'child', takenTitle: undefined }])
    expect(taken({ timeline: [entry], values })).toMatchObject([{ taken: 'child', takenTitle: values.child }])
    expect(taken({ timeline: [{ ...entry, title: title('under 16') }], values })).toMatchObject([
      { takenTitle: title('under 16') },
    ])
  })

  test.each([5, 7])('no open question at the age of %i, where all readings agree', (age) => {
    expect(open.decide('loan', { age }).notices).toEqual([])
  })

  test('under a reading that sets two exceptions against one another there is no verdict', () => {
    const step = (id: string, least: Condition) =>
      exception({ ...heading(id), ...source, exceptionTo: ['residents'], applies: least })
    const law = library(
      [
        rule('residents', is('resident')),
        step('young', atMost(fact('age'), literal(6))),
        step('old', atLeast(fact('age'), param(opening))),
      ],
      [parameter({ ...opening, timeline: [{ ...source, value: 7, readings: [{ value: 6, title: title('6') }] }] })],
    )
    expect(on(law).decide('loan', { age: 6 }).notices).toMatchObject([{ readings: [{ value: 6, verdict: 'unknown' }] }])
  })
})

describe('trust', () => {
  const by = (id: string, trust: Trust, requires: Condition) => rule(id, requires, { trust })
  const weakest = (rules: Parameters<typeof library>[0], facts: Facts) => {
    const { trust } = decide(rules, facts)
    return [trust.weakest, trust.doubts.map(({ id }) => id)]
  }

  test('of a yes is that of the weakest rule, and each rule that was not read is named', () => {
    const rules = [by('a', 'text', all()), by('b', 'inferred', all()), by('c', 'secondary', all())]
    expect(weakest(rules, {})).toEqual(['inferred', ['b', 'c']])
  })

  test('of a no is that of the firmest no: one is enough', () => {
    const rules = [by('a', 'assumed', any()), by('b', 'secondary', any()), by('c', 'inferred', all())]
    expect(weakest(rules, {})).toEqual(['secondary', ['b']])
  })

  test('of an unknown is that of the undecided rules', () => {
    expect(weakest([by('a', 'assumed', is('resident')), by('b', 'inferred', all())], {})).toEqual(['assumed', ['a']])
  })

  const limit = (id: string, trust: Trust, value: number) =>
    parameter({ id, title: { vi: id, en: id }, unit: 'persons', timeline: [{ ...source, trust, value }] })
  const [firm, weak] = [limit('firm', 'text', 6), limit('weak', 'assumed', 4)]
  const overFirm = atLeast(fact('age'), param(firm))
  const overWeak = atLeast(fact('age'), param(weak))
  const resting = (condition: Condition, age: number) => {
    const { verdict, trust } = on(library([rule('r', condition)], [firm, weak])).decide('loan', { age })
    return [verdict, trust.weakest, trust.doubts.map(({ kind, id }) => `${kind} ${id}`)]
  }
  const nothing = ['text', []]
  const onWeak = ['assumed', ['parameter weak']]

  test.each<[string, Condition, number, unknown[]]>([
    ['any that held: its firmest part that held', any(overWeak, overFirm), 6, ['met', ...nothing]],
    ['any of which the weak part alone held', any(overWeak, overFirm), 5, ['met', ...onWeak]],
    ['any that failed: every part', any(overWeak, overFirm), 3, ['unmet', ...onWeak]],
    ['all that held: every part', all(overWeak, overFirm), 6, ['met', ...onWeak]],
    ['all that failed: its firmest part that failed', all(overWeak, overFirm), 3, ['unmet', ...nothing]],
    ['all of which the firm part alone failed', all(overWeak, overFirm), 5, ['unmet', ...nothing]],
  ])('of %s', (_, condition, age, expected) => {
    expect(resting(condition, age)).toEqual(expected)
  })

  test('of a rule that does not apply is that of what keeps it out', () => {
    const scoped = rule('scoped', any(), { applies: overWeak })
    expect(on(library([scoped], [firm, weak])).decide('loan', { age: 3 }).trust).toMatchObject({
      weakest: 'assumed',
      doubts: [{ kind: 'parameter', id: 'weak' }],
    })
  })

  test('of a general rule that counts because an exception stays out is also that of what keeps it out', () => {
    const strict = exception({
      ...heading('strict'),
      ...source,
      trust: 'inferred',
      exceptionTo: ['r'],
      applies: overWeak,
      requires: any(),
    })
    const law = on(library([rule('r', all()), strict], [firm, weak]))
    expect(law.decide('loan', { age: 3 })).toMatchObject({
      verdict: 'met',
      trust: { doubts: [{ kind: 'parameter', id: 'weak' }] },
    })
  })

  test('of a general rule is not that of an exception that stays out and would have said the same', () => {
    const lift = exception({ ...heading('lift'), ...source, exceptionTo: ['r'], applies: overWeak })
    const law = on(library([rule('r', all()), lift], [firm, weak]))
    expect(law.decide('loan', { age: 3 }).trust).toEqual({ weakest: 'text', doubts: [] })
  })
})

test('an answer for which it does not matter whether an exception steps in rests on what that would say', () => {
  const least = parameter({
    id: 'least',
    title: { vi: 'tuổi', en: 'age' },
    unit: 'persons',
    timeline: [{ ...source, trust: 'assumed', value: 6 }],
  })
  const strict = exception({
    ...heading('strict'),
    ...source,
    exceptionTo: ['r'],
    applies: is('resident'),
    requires: atLeast(fact('age'), param(least)),
  })
  const law = on(library([rule('r', all()), strict], [least]))
  const doubts = [{ kind: 'parameter', id: 'least' }]
  expect(law.decide('loan', { age: 6 })).toMatchObject({ verdict: 'met', trust: { weakest: 'assumed', doubts } })
  expect(law.decide('loan', { age: 6, resident: false }).trust).toEqual({ weakest: 'text', doubts: [] })
})

test('such an answer rests on how that exception is known, too', () => {
  const lift = exception({
    ...heading('lift'),
    ...source,
    trust: 'assumed',
    exceptionTo: ['r'],
    applies: is('resident'),
  })
  const law = on(library([rule('r', all()), lift]))
  const trust = (given: Facts) => law.decide('loan', given).trust
  expect(trust({})).toMatchObject({ weakest: 'assumed', doubts: [{ kind: 'rule', id: 'lift' }] })
  expect(trust({ resident: true })).toMatchObject({ weakest: 'assumed', doubts: [{ kind: 'rule', id: 'lift' }] })
  expect(trust({ resident: false })).toEqual({ weakest: 'text', doubts: [] })
})

describe('the remedies of a no', () => {
  const given = { resident: false }
  const refused = () => decide([rule('residents', is('resident'))], given)

  test('are a field like any other: listed in its place, compared, copied and serialised', () => {
    const decision = refused()
    const fields = ['subject', 'verdict', 'findings', 'missing', 'next', 'notices', 'trust', 'law', 'remedies']
    expect(Object.keys(decision)).toEqual(fields)
    expect(Object.keys(decide([], {}))).toEqual(fields)
    expect({ ...decision }.remedies).toMatchObject([{ changes: [{ facts: ['resident'], to: true }] }])
    expect(JSON.parse(JSON.stringify(decision))).toMatchObject({ remedies: [{ mutability: 'fixed' }] })
    expect(decision).toEqual(refused())
    expect(decision).not.toEqual({ ...decision, remedies: [] })
  })

  test('are a list like any other, whatever is done with it first', () => {
    const [only] = refused().remedies
    const looks: ((remedies: readonly Remedy[]) => unknown)[] = [
      (remedies) => remedies[0],
      (remedies) => [...remedies][0],
      (remedies) => remedies.map((remedy) => remedy)[0],
      (remedies) => Object.values(remedies)[0],
      (remedies) => Object.getOwnPropertyDescriptor(remedies, 0)?.value as unknown,
      (remedies) => Object.freeze(remedies)[0],
      (remedies) => Object.entries(Object.getOwnPropertyDescriptors(remedies))[0]?.[1].value as unknown,
      (remedies) => [remedies].flat()[0],
    ]
    for (const look of looks) expect(look(refused().remedies)).toEqual(only)
    expect(refused().remedies).toStrictEqual([only])
    expect(refused().remedies).toHaveLength(1)
    expect(Array.isArray(refused().remedies)).toBe(true)
    expect('0' in refused().remedies).toBe(true)
    expect(Object.getPrototypeOf(refused().remedies)).toBe(Array.prototype)
    expect(inspect(refused())).toContain("remedies: [ { changes: [Array], mutability: 'fixed' } ]")
    expect(() => Object.assign(refused().remedies, [])).not.toThrow()
    expect(() => Object.assign(refused().remedies, [only])).toThrow(TypeError)
  })

  test('are not to be cloned as they are: a copy of the list is', () => {
    const decision = refused()
    expect(() => structuredClone(decision)).toThrow('could not be cloned')
    expect(structuredClone({ ...decision, remedies: [...decision.remedies] })).toEqual(decision)
    const granted = decide([], {})
    expect(structuredClone(granted)).toEqual(granted)
  })

  test('are those of the facts that were given, whatever becomes of them, and the same at each reading', () => {
    const facts: Record<string, boolean> = { ...given }
    const decision = decide([rule('residents', is('resident'))], facts)
    facts['resident'] = true
    expect(decision.remedies).toHaveLength(1)
    expect(decision.remedies).toBe(decision.remedies)
  })
})

describe('findings', () => {
  const law = on(library([rule('residents', is('resident')), rule('debt', atMost(fact('debt'), literal(5n)))]))
  const found = (debt: bigint) => law.decide('loan', { resident: true, debt }).findings

  test('of few-valued facts are shared and frozen, those of money are made anew', () => {
    const [[shared, own], [again, other]] = [found(1n), found(1n)]
    expect(again).toBe(shared)
    expect(Object.isFrozen(shared)).toBe(true)
    expect(other).not.toBe(own)
    expect(other).toEqual(own)
  })

  test('have the same plain fields either way', () => {
    const [shared = {}, own = {}] = found(1n)
    expect(Object.keys(shared)).toEqual(Object.keys(own))
    expect(Object.getPrototypeOf(shared)).toBe(Object.prototype)
    expect({ ...shared }).toEqual(shared)
  })
})

describe('the same law', () => {
  test('gives the same answer to the same facts, byte by byte', () => {
    const json = (value: unknown) =>
      JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? `${item}n` : item))
    fc.assert(
      fc.property(fc.array(conditions, { maxLength: 3 }), someFacts, (required, facts) => {
        const answer = () =>
          bound(required.map((requires, i) => requirement({ ...heading(`R${i}`), ...source, requires }))).decide(
            'S',
            facts,
          )
        const first = json(answer())
        expect(json(answer())).toBe(first)
      }),
      { numRuns: 50 },
    )
  })

  test('lists what is in force', () => {
    const law = on(
      library([
        rule('old', all(), { to: '2023-12-31' }),
        rule('new', oneOf('card', ['child']), { from: '2024-01-01' }),
      ]),
    )
    expect(law.rules.map((r) => r.rule.id)).toEqual(['new'])
    expect(law.amount('fee', {})).toBeUndefined()
  })

  test('a conflict is reported by the verdict alone, too', () => {
    const lift = (id: string) => exception({ ...heading(id), ...source, exceptionTo: ['r'] })
    const law = on(library([rule('r', equals(fact('card'), literal('child'))), lift('a'), lift('b')]))
    expect(() => law.verdict('loan', {})).toThrow(ConflictError)
  })

  test('a conflict is reported by the verdict alone where another rule says no, too', () => {
    const lift = (id: string) => exception({ ...heading(id), ...source, exceptionTo: ['r'] })
    const law = on(library([rule('no', any()), rule('r', all()), lift('a'), lift('b')]))
    expect(() => law.decide('loan', {})).toThrow(ConflictError)
    expect(() => law.verdict('loan', {})).toThrow(ConflictError)
  })
})
