import { expect, test } from 'vitest'
import { bind } from './bind.js'
import { all, atLeast } from './condition.js'
import { lowest } from './expression.js'
import { defineFacts } from './facts.js'
import { factsRead } from './facts-read.js'
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
