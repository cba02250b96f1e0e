import { describe, expect, test } from 'vitest'
import { atLeast, any } from './condition.js'
import { ConflictError } from './errors.js'
import { literal } from './expression.js'
import type { Facts } from './facts.js'
import type { IsoDate } from './iso-date.js'
import { fact, heading, is, isNot, library, on, source } from './library.test-support.js'
import { amountRule, exception, requirement, requirementOverTime, type Law, type Rule } from './rule.js'

const findings = (rules: readonly Rule[], facts: Facts, subject = 'loan') =>
  on(library(rules)).decide(subject, facts).findings
const finding = (rules: readonly Rule[], facts: Facts) => findings(rules, facts)[0]

const residents = requirement({ ...heading('residents'), ...source, requires: is('resident') })

describe('a rule', () => {
  test.each([
    [{ resident: true }, 'met', []],
    [{ resident: false }, 'unmet', []],
    [{}, 'unknown', ['resident']],
  ] as const)('of %o says %s', (facts, verdict, missing) => {
    expect(finding([residents], facts)).toMatchObject({ rule: 'residents', verdict, missing, cites: source.cites })
  })

  const adults = requirement({
    ...heading('adults'),
    ...source,
    applies: is('card', 'adult'),
    requires: atLeast(fact('age'), literal(18)),
  })

  test.each([
    [{ card: 'adult', age: 18 }, 'met', []],
    [{ card: 'adult', age: 17 }, 'unmet', []],
    [{ card: 'adult' }, 'unknown', ['age']],
    [{ card: 'child', age: 17 }, 'not-applicable', []],
    [{ card: 'child' }, 'not-applicable', []],
    // Whether it applies is not known: met if it is met anyhow, else unknown.
    [{ age: 18 }, 'met', []],
    [{ age: 17 }, 'unknown', ['card']],
    [{}, 'unknown', ['card', 'age']],
  ] as const)('with a scope, of %o says %s', (facts, verdict, missing) => {
    expect(finding([adults], facts)).toMatchObject({ verdict, missing })
  })

  test('for other subjects is not asked', () => {
    const forLoans = requirement({ ...heading('loans'), subjects: ['loan'], ...source, requires: is('resident') })
    expect(findings([forLoans], {}, 'loan')).toHaveLength(1)
    const forVisits = requirement({ ...heading('visits'), subjects: ['visit'], ...source, requires: is('resident') })
    expect(findings([forLoans, forVisits], {}, 'visit')).toMatchObject([{ rule: 'visits' }])
  })

  test('names the subjects that can be asked: any other is misspelt, not met for want of rules', () => {
    const ended = { ...source, to: '2022-12-31' } as const
    const forLoans = requirement({ ...heading('loans'), subjects: ['loan'], ...ended, requires: is('resident') })
    const forAll = requirement({ ...heading('all'), ...source, requires: is('resident') })
    const fee = amountRule({ ...heading('fee'), per: { vi: 'thẻ', en: 'card' }, versions: [] })
    const law = library([forLoans], [], [fee])
    const refused = (of: Law, subject: string) => {
      const problem = { code: 'subject-unknown', field: 'subject', message: `no rule speaks of '${subject}'.` }
      const refusal: unknown = expect.objectContaining({ problems: [expect.objectContaining(problem)] })
      expect(() => on(of).decide(subject, {})).toThrow(refusal)
      expect(() => on(of).verdict(subject, {})).toThrow(refusal)
    }
    refused(law, 'laon')
    expect(() => on(law).verdict('laon', {})).toThrow('Expected one of loan.')
    // Of what the law spoke of on another day it says nothing today.
    expect(on(law).verdict('loan', {})).toBe('met')
    // Without a general rule, nothing would be asked of these.
    refused({ ...law, subjects: ['visit'] }, 'visit')
    refused(law, 'fee')
    const withGeneral = { ...library([forLoans, forAll], [], [fee]), subjects: ['visit'] }
    refused(withGeneral, 'laon')
    for (const subject of ['loan', 'fee', 'visit']) expect(on(withGeneral).verdict(subject, {})).toBe('unknown')
    expect(on(library([forAll])).verdict('anything', {})).toBe('unknown')
  })

  test('changes with the day: the versions before and after, and the gap between', () => {
    const changing = requirementOverTime({
      ...heading('changing'),
      versions: [
        { ...source, from: '2020-01-01', to: '2020-12-31', requires: is('resident') },
        { ...source, from: '2022-01-01', requires: isNot('resident') },
      ],
    })
    const verdict = (day: IsoDate) =>
      on(library([changing]), day).decide('loan', { resident: true }).findings[0]?.verdict
    const days = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'] as const
    expect(days.map(verdict)).toEqual([undefined, 'met', 'met', undefined, undefined, 'unmet'])
  })
})

describe('an exception', () => {
  const forChildren = exception({
    ...heading('for-children'),
    ...source,
    cites: [{ document: 'Decree 1', article: '2' }],
    exceptionTo: ['residents'],
    applies: is('card', 'child'),
    requires: atLeast(fact('age'), literal(6)),
  })
  const rules = [residents, forChildren]

  test.each([
    // It applies: its own requirement counts, not the general one.
    [{ card: 'child', age: 6, resident: false }, 'met', []],
    [{ card: 'child', age: 5, resident: true }, 'unmet', []],
    [{ card: 'child' }, 'unknown', ['age']],
    // It does not apply.
    [{ card: 'adult', age: 5, resident: true }, 'met', []],
    [{ card: 'adult', resident: false }, 'unmet', []],
    // Whether it applies is not known: decided only where both say the same.
    [{ age: 6, resident: true }, 'met', []],
    [{ age: 5, resident: false }, 'unmet', []],
    [{ age: 5, resident: true }, 'unknown', ['card']],
    [{ resident: false }, 'unknown', ['card', 'age']],
  ] as const)('of %o: %s', (facts, verdict, missing) => {
    const found = finding(rules, facts)
    expect(found).toMatchObject({ verdict })
    expect(found?.missing.toSorted()).toEqual(missing.toSorted())
  })

  test('that stepped in is named, with its article and with what the general rule would have said', () => {
    expect(finding(rules, { card: 'child', age: 6, resident: false })).toMatchObject({
      cites: forChildren.versions[0]?.cites,
      exception: { rule: 'for-children', generalVerdict: 'unmet', applies: { truth: 'held' } },
    })
    expect(finding(rules, { card: 'adult', resident: true })).toMatchObject({
      cites: source.cites,
      exception: undefined,
    })
  })

  test('without a requirement lifts the rule', () => {
    const lifted = exception({
      ...heading('amnesty'),
      ...source,
      exceptionTo: ['residents'],
      applies: is('card', 'child'),
    })
    expect(finding([residents, lifted], { card: 'child' })).toMatchObject({ verdict: 'met', requires: undefined })
    expect(finding([residents, lifted], { card: 'adult' })).toMatchObject({ verdict: 'unknown' })
  })

  test('holds for its subjects and its period alone', () => {
    const amnesty = exception({
      ...heading('amnesty'),
      ...source,
      subjects: ['visit'],
      exceptionTo: ['residents'],
      to: '2023-12-31',
    })
    const law = { ...library([residents, amnesty]), subjects: ['loan'] }
    expect(on(law, '2023-12-31').verdict('visit', { resident: false })).toBe('met')
    expect(on(law, '2024-01-01').verdict('visit', { resident: false })).toBe('unmet')
    expect(on(law, '2023-12-31').verdict('loan', { resident: false })).toBe('unmet')
  })

  test('to a rule that does not apply has no say', () => {
    const scoped = requirement({
      ...heading('scoped'),
      ...source,
      applies: is('card', 'adult'),
      requires: is('resident'),
    })
    const strict = exception({ ...heading('strict'), ...source, exceptionTo: ['scoped'], requires: any() })
    expect(finding([scoped, strict], { card: 'child' })).toMatchObject({
      verdict: 'not-applicable',
      exception: undefined,
    })
  })
})

describe('two exceptions at once', () => {
  const one = (id: string, over: readonly string[] = []) =>
    exception({ ...heading(id), ...source, exceptionTo: ['residents'], over, applies: is('card', 'child') })
  const strict = exception({
    ...heading('strict'),
    ...source,
    exceptionTo: ['residents'],
    applies: atLeast(fact('age'), literal(100)),
    requires: any(),
  })

  test('without priority are an error that names both', () => {
    const rules = [residents, one('first'), one('second')]
    expect(() => findings(rules, { card: 'child' })).toThrow(ConflictError)
    expect(() => findings(rules, { card: 'child' })).toThrow(
      "Rule residents: exceptions first and second apply at once; give one priority by naming the other in its 'over'.",
    )
    expect(finding(rules, { card: 'adult', resident: true })).toMatchObject({ verdict: 'met' })
  })

  test('of which one goes before the other are that one', () => {
    const rules = [residents, strict, one('kind', ['strict'])]
    expect(finding(rules, { card: 'child', age: 100 })).toMatchObject({ verdict: 'met', exception: { rule: 'kind' } })
    expect(finding(rules, { card: 'adult', age: 100 })).toMatchObject({
      verdict: 'unmet',
      exception: { rule: 'strict' },
    })
  })

  test('of three in a line are the first', () => {
    const rules = [residents, one('a', ['b']), one('b', ['c']), one('c')]
    expect(finding(rules, { card: 'child' })).toMatchObject({ exception: { rule: 'a' } })
  })

  test('of three in a line are the first also where the one between stays out: priority is handed on', () => {
    const out = (id: string, over: readonly string[]) =>
      exception({ ...heading(id), ...source, exceptionTo: ['residents'], over, applies: is('card', 'adult') })
    const rules = [residents, one('a', ['b']), out('b', ['c']), one('c')]
    expect(finding(rules, { card: 'child' })).toMatchObject({ exception: { rule: 'a' } })
    const between = exception({ ...heading('b'), ...source, to: '2020-12-31', exceptionTo: ['residents'], over: ['c'] })
    expect(finding([residents, one('a', ['b']), between, one('c')], { card: 'child' })).toMatchObject({
      exception: { rule: 'a' },
    })
  })

  test('of which the one that goes before is unknown: what it hangs on is asked', () => {
    // If the age is 100 the answer is no, unless the card is a child's.
    const rules = [residents, strict, one('kind', ['strict'])]
    expect(finding(rules, { resident: true })).toMatchObject({ verdict: 'unknown', missing: ['age', 'card'] })
  })

  test('do not conflict where the rule does not apply', () => {
    const scoped = requirement({
      ...heading('residents'),
      ...source,
      applies: is('resident'),
      requires: is('resident'),
    })
    const rules = [scoped, one('first'), one('second')]
    const facts = { resident: false, card: 'child' }
    expect(finding(rules, facts)).toMatchObject({ verdict: 'not-applicable' })
    expect(on(library(rules)).verdict('loan', facts)).toBe('met')
  })

  test('do not conflict yet where one that goes before them may still step in: that is asked', () => {
    const before = (id: string, over: readonly string[]) =>
      exception({ ...heading(id), ...source, exceptionTo: ['residents'], over, applies: is('resident') })
    const rules = [residents, one('first'), one('second'), before('third', ['first', 'second'])]
    expect(finding(rules, { card: 'child' })).toMatchObject({ verdict: 'unknown', missing: ['resident'] })
    expect(on(library(rules)).verdict('loan', { card: 'child' })).toBe('unknown')
    expect(finding(rules, { card: 'child', resident: true })).toMatchObject({ verdict: 'met' })
    expect(() => findings(rules, { card: 'child', resident: false })).toThrow(ConflictError)
    const another = [...rules.slice(0, 3), one('fourth'), before('third', ['first'])]
    expect(() => findings(another, { card: 'child' })).toThrow('exceptions second and fourth apply at once')
  })

  test('do not conflict yet where the rule may not apply, or ask what the exceptions require', () => {
    const scoped = requirement({ ...heading('residents'), ...source, applies: is('resident'), requires: any() })
    const grown = (id: string) =>
      exception({ ...heading(id), ...source, exceptionTo: ['residents'], requires: atLeast(fact('age'), literal(6)) })
    const rules = [scoped, grown('first'), grown('second')]
    expect(finding(rules, {})).toMatchObject({ verdict: 'unknown', missing: ['resident', 'age'] })
    expect(finding(rules, { resident: false })).toMatchObject({ verdict: 'not-applicable' })
    expect(() => findings(rules, { resident: true })).toThrow(ConflictError)
  })
})
