import { describe, expect, test } from 'vitest'
import { bind } from './bind.js'
import { all, any, atLeast, not, type Condition } from './condition.js'
import { addYears, endOfYear, highest, literal, lowest, param, sum, times, type Expression } from './expression.js'
import { defineFacts } from './facts.js'
import { factsRead } from './facts-read.js'
import * as town from './library.test-support.js'
import { parameter } from './parameter.js'
import { percent } from './ratio.js'
import { amountRule, byId, exception, requirement } from './rule.js'
import { vocabulary } from './vocabulary.js'

const flag = {
  kind: 'flag',
  group: 'g',
  mutability: 'fixed',
  title: { vi: '', en: '' },
  question: { vi: '', en: '' },
} as const
const facts = defineFacts({
  year: { ...flag, kind: 'year' },
  old: flag,
  legal: flag,
  special: flag,
  size: { ...flag, kind: 'money' },
  cost: { ...flag, kind: 'money' },
  unused: flag,
})
const { fact, is } = vocabulary<typeof facts>()
const sourced = { group: 'g', title: { vi: '', en: '' }, cites: [{ document: 'D' }], trust: 'text' } as const

const law = bind(
  {
    facts,
    parameters: {},
    rules: byId([
      requirement({ ...sourced, id: 'legal', from: '2020-01-01', applies: is('special'), requires: all(is('legal')) }),
      requirement({ ...sourced, id: 'repealed', from: '2010-01-01', to: '2019-12-31', requires: is('old') }),
      requirement({
        ...sourced,
        id: 'size',
        subjects: ['A'],
        from: '2020-01-01',
        requires: atLeast(fact('size'), fact('cost')),
      }),
      exception({
        ...sourced,
        id: 'year',
        exceptionTo: ['size'],
        from: '2020-01-01',
        applies: atLeast(fact('year'), fact('year')),
      }),
    ]),
    amounts: byId([
      amountRule({
        id: 'B',
        title: sourced.title,
        per: sourced.title,
        versions: [{ from: '2020-01-01', cites: sourced.cites, trust: 'text', amount: lowest([fact('cost')]) }],
      }),
    ]),
  },
  { pack: 'test', version: '1', asOf: '2024-01-01' },
)

test('a question reads the facts of its rules, their exceptions and its amount, in asking order', () => {
  expect(factsRead(law, 'A')).toEqual(['year', 'legal', 'special', 'size', 'cost'])
})

test('neither rules of other questions, exceptions to them, nor repealed rules count', () => {
  expect(factsRead(law, 'B')).toEqual(['legal', 'special', 'cost'])
})

test('an exception counts where any of the rules that it names is asked; an amount, for its own question alone', () => {
  const { fact, is, library, on, heading, source } = town
  const lift = exception({ ...heading('lift'), ...source, exceptionTo: ['a', 'b'], applies: is('resident') })
  const rules = [
    requirement({ ...heading('a'), ...source, subjects: ['A'], requires: is('card', 'child') }),
    requirement({ ...heading('b'), ...source, subjects: ['B'], requires: atLeast(fact('age'), literal(1)) }),
    lift,
  ]
  const amounts = ['A', 'C'].map((id) =>
    amountRule({ ...heading(id), per: sourced.title, versions: [{ ...source, amount: fact('debt') }] }),
  )
  const bound = on(library(rules, [], amounts))
  expect(factsRead(bound, 'A')).toEqual(['resident', 'card', 'debt'])
  expect(factsRead(bound, 'B')).toEqual(['resident', 'age'])
  expect(factsRead(bound, 'C')).toEqual(['debt'])
})

describe('every kind of condition and expression names its facts', () => {
  const { fact, is, isNot, oneOf, someOf, allOf, match, library, on, heading, source } = town
  const one = parameter({ id: 'one', title: sourced.title, unit: 'items', timeline: [{ ...source, value: 1 }] })
  const reads = (requires: Condition) =>
    factsRead(on(library([requirement({ ...heading('r'), ...source, requires })], [one])), 'r')
  const readsAmount = (amount: Expression<bigint>) =>
    factsRead(
      on(library([], [], [amountRule({ ...heading('r'), per: sourced.title, versions: [{ ...source, amount }] })])),
      'r',
    )

  test.each<[string, Condition, string[]]>([
    ['any, not', any(is('resident'), not(is('card', 'adult'))), ['resident', 'card']],
    ['all, isNot', all(isNot('resident'), all(is('card', 'adult'))), ['resident', 'card']],
    [
      'memberships',
      any(oneOf('card', ['adult']), someOf('papers', ['id']), allOf('papers', ['form'])),
      ['card', 'papers'],
    ],
    ['both sides', atLeast(fact('age'), fact('year')), ['age', 'year']],
    ['added years', atLeast(addYears(fact('joined'), fact('age')), literal('2024-01-01')), ['age', 'joined']],
    ['end of year', atLeast(fact('joined'), endOfYear(fact('year'))), ['joined', 'year']],
    ['values of the law', atLeast(literal<number>(1), param(one)), []],
  ])('%s', (_, condition, expected) => {
    expect(reads(condition)).toEqual(expected)
  })

  const byCard = match('card', { child: literal(percent(1n)), adult: literal(percent(2n)) })
  const roundingByFlag = match('card', { child: literal('up'), adult: literal('down') })
  test.each<[string, Expression<bigint>, string[]]>([
    ['product', times(literal(percent(1n)), fact('debt'), literal('down')), ['debt']],
    ['factor', times(byCard, literal(1n), literal('down')), ['card']],
    ['rounding', times(literal(percent(1n)), literal(1n), roundingByFlag), ['card']],
    ['highest', highest([literal(1n), fact('debt')]), ['debt']],
    ['sum', sum([literal(1n), fact('debt')]), ['debt']],
    ['cases', match('card', { child: literal(1n), adult: fact('debt') }), ['card', 'debt']],
  ])('%s', (_, amount, expected) => {
    expect(readsAmount(amount)).toEqual(expected)
  })
})
