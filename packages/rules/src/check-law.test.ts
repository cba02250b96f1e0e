import { describe, expect, test } from 'vitest'
import { bind } from './bind.js'
import { all, equals, not, type Condition } from './condition.js'
import { LawError } from './errors.js'
import { literal, lowest, param, times, type Expression } from './expression.js'
import { fact, facts, heading, is, library, on, source } from './library.test-support.js'
import { parameter, type Parameter } from './parameter.js'
import { ratio } from './ratio.js'
import { amountRule, byId, exception, requirement, type Law } from './rule.js'
import type { Value } from './value.js'

const residents = requirement({ ...heading('residents'), ...source, requires: is('resident') })
const asking = (left: Expression<never>) =>
  library([requirement({ ...heading('odd'), ...source, requires: equals<Value>(left, literal(true)) })])
/** What only a law that is written in JavaScript or read from a file has. */
const misspelt = (requires: object) =>
  library([requirement({ ...heading('odd'), ...source, requires: requires as Condition })])
const amount = (expression: Expression<bigint>) =>
  amountRule({
    id: 'fee',
    title: heading('fee').title,
    per: heading('card').title,
    versions: [{ ...source, amount: expression }],
  })
const none: Parameter<never> = { id: 'none', title: heading('none').title, unit: 'dong', timeline: [] }
const repealed = parameter({ ...none, id: 'repealed', timeline: [{ ...source, to: '2020-12-31', value: 1n }] })
const lift = (id: string, exceptionTo: string, over: readonly string[] = []) =>
  exception({ ...heading(id), ...source, exceptionTo: [exceptionTo], over })
const uncited = { ...source, cites: [] as unknown as typeof source.cites }

describe('a law does not build where', () => {
  test.each<[string, Law, string]>([
    [
      'a rule uses an unknown parameter',
      asking(param(none)),
      "Rule odd uses the parameter 'none', which this law does not have.",
    ],
    [
      'a rule reads an unknown fact',
      asking({ op: 'fact', fact: 'toString' }),
      "Rule odd reads the fact 'toString', which the dictionary does not have.",
    ],
    [
      'a rule in force uses a value that is not',
      { ...asking(param(repealed) as Expression<never>), parameters: byId([repealed]) },
      "Rule odd uses the parameter 'repealed', which has no value on this date.",
    ],
    [
      'an amount uses an unknown parameter',
      library([], [], [amount(param(none))]),
      "Amount fee uses the parameter 'none', which this law does not have.",
    ],
    [
      'an exception is to an unknown rule',
      library([lift('amnesty', 'toString')]),
      "Exception amnesty names the rule 'toString', which this law does not have.",
    ],
    [
      'an exception is over an unknown rule',
      library([residents, lift('amnesty', 'residents', ['none'])]),
      "Exception amnesty names the rule 'none', which this law does not have.",
    ],
    [
      'an exception is to an exception',
      library([residents, lift('a', 'residents'), lift('b', 'a')]),
      "Exception b is to 'a', itself an exception; to go before it, name it in 'over'.",
    ],
    [
      'an exception is over a general rule',
      library([residents, lift('a', 'residents', ['residents'])]),
      "Exception a is over 'residents', a general rule; expected another exception.",
    ],
    [
      'exceptions go before one another in a ring',
      library([residents, lift('a', 'residents', ['b']), lift('b', 'residents', ['a'])]),
      'Exception a goes before itself, by way of b, a.',
    ],
    [
      'a match lacks a case',
      library([], [], [amount({ op: 'match', fact: 'card', cases: { child: literal(1n) } })]),
      "Amount fee: no case for 'adult' of the fact 'card'.",
    ],
    [
      'a match is on something else than a choice',
      library([], [], [amount({ op: 'match', fact: 'papers', cases: {} })]),
      "Amount fee matches the fact 'papers', which is not a choice of one value.",
    ],
    ['a lowest has no terms', library([], [], [amount(lowest([]))]), "Amount fee: a 'min' of no terms has no value."],
    [
      'a rounding is misspelt',
      library([], [], [amount(times(literal(ratio(1n, 2n)), fact('debt'), literal('halfup')))]),
      "Amount fee rounds 'halfup'; expected down, up or half-up, from a parameter or a literal.",
    ],
    [
      'a condition is of no kind that there is',
      misspelt({ op: 'none-of', left: fact('card'), values: ['child'] }),
      "Rule odd: there is no condition 'none-of'.",
    ],
    [
      'a condition inside another is none at all',
      misspelt(not([is('resident')] as unknown as Condition)),
      "Rule odd: there is no condition 'undefined'.",
    ],
    [
      'a relation is misspelt',
      misspelt({ op: 'compare', left: fact('age'), relation: '<=', right: literal(5) }),
      "Rule odd: there is no relation '<='.",
    ],
    [
      'a relation is misspelt in a negation',
      misspelt({ op: 'not', of: { op: 'compare', left: fact('age'), relation: 'toString', right: literal(5) } }),
      "Rule odd: there is no relation 'toString'.",
    ],
    [
      'an expression is of no kind that there is',
      library([], [], [amount({ op: 'mul', of: [fact('debt')] } as unknown as Expression<bigint>)]),
      "Amount fee: there is no expression 'mul'.",
    ],
    [
      'a rule cites nothing',
      library([requirement({ ...heading('r'), ...uncited, requires: is('resident') })]),
      'Rule r: what holds from 2020-01-01 cites nothing; expected an article.',
    ],
    [
      'a value cites nothing',
      library([], [parameter({ ...none, id: 'p', timeline: [{ ...uncited, value: 1n }] })]),
      'Parameter p: what holds from 2020-01-01 cites nothing; expected an article.',
    ],
    [
      'what a rule cites was left out',
      library([{ ...residents, versions: [{ ...source, cites: undefined as never, requires: is('resident') }] }]),
      'Rule residents: what holds from 2020-01-01 cites nothing; expected an article.',
    ],
    [
      'what a general rule requires was left out',
      library([{ ...residents, versions: [{ ...source, requires: undefined as never }] }]),
      'Rule residents: what holds from 2020-01-01 requires nothing; expected a condition.',
    ],
    [
      'a fact has the name of what every object has',
      { ...library([]), facts: { ...facts, toString: facts.age } },
      "'toString' cannot name a fact: every object has it by inheritance, known or not.",
    ],
  ])('%s', (_, law, message) => {
    expect(() => bind(law, { pack: 'library', version: '1', asOf: '2024-01-01' })).toThrow(new LawError(message))
  })
})

test('a rule that is not in force may use a value that no longer is', () => {
  const old = requirement({
    ...heading('old'),
    ...source,
    to: '2020-12-31',
    requires: equals<Value>(fact('debt'), param(repealed)),
  })
  expect(on(library([old], [repealed])).rules).toEqual([])
})

test('two laws with one id are an error', () => {
  expect(() => byId([residents, residents])).toThrow("The id 'residents' is given twice.")
})

test('a law too deep to be walked through is refused, and so is one that is a part of itself', () => {
  const nested = (depth: number) => {
    let requires: Condition = is('resident')
    for (let level = 0; level < depth; level++) requires = level % 2 === 0 ? not(requires) : all(requires)
    return library([requirement({ ...heading('deep'), ...source, requires })])
  }
  expect(on(nested(250)).decide('loan', { resident: false }).verdict).toBe('met')
  const refused = 'Rule deep is too deep: more than 400 objects and lists in one another.'
  expect(() => on(nested(300))).toThrow(refused)
  expect(() => on(nested(50_000))).toThrow(refused)
  const round: { op: 'all'; of: Condition[] } = { op: 'all', of: [] }
  round.of.push(round)
  expect(() => on(library([requirement({ ...heading('round'), ...source, requires: round })]))).toThrow(LawError)
})

test.each(['2024-02-30', '2024-2-1', '2024-13-01'] as const)('a law is bound to a real day, not to %s', (day) => {
  expect(() => on(library([residents]), day)).toThrow(`asOf: '${day}' is not a calendar day.`)
})
