import { describe, expect, test } from 'vitest'
import { all, atLeast, atMost } from './condition.js'
import { bind } from './bind.js'
import { InputError } from './errors.js'
import { literal, lowest, named, param, sum, times } from './expression.js'
import { defineFacts, type Facts } from './facts.js'
import { fromJson, toJson, traceDocument, type TraceDocument } from './json.js'
import { allOf, fact, facts, heading, is, library, on, oneOf, source } from './library.test-support.js'
import { parameter } from './parameter.js'
import { percent } from './ratio.js'
import { amountRule, byId, exception, requirement, requirementOverTime } from './rule.js'
import { vocabulary } from './vocabulary.js'

const word = { vi: 'chữ', en: 'word' }
const title = (text: string) => ({ vi: text, en: text })
const leastAge = parameter({
  id: 'least-age',
  title: title('least age'),
  unit: 'persons',
  timeline: [
    { ...source, to: '2021-12-31', value: 8 },
    { ...source, from: '2022-01-01', trust: 'assumed', value: 6 },
  ],
})
const share = parameter({
  id: 'share',
  title: title('share'),
  unit: 'ratio',
  timeline: [{ ...source, value: percent(50n) }],
})
const unread = parameter({ id: 'unread', title: title('unread'), unit: 'items', timeline: [{ ...source, value: 1 }] })

const law = library(
  [
    requirement({ ...heading('residence'), ...source, requires: is('resident') }),
    requirementOverTime({
      ...heading('age'),
      subjects: ['child', 'adult'],
      versions: [
        { ...source, to: '2023-06-30', by: 'town', requires: atLeast(fact('age'), param(leastAge)) },
        { ...source, from: '2023-07-01', requires: all() },
      ],
    }),
    exception({
      ...heading('guests'),
      exceptionTo: ['residence'],
      ...source,
      applies: oneOf('card', ['adult']),
      requires: atMost(fact('debt'), literal(5n)),
    }),
    requirement({ ...heading('papers'), subjects: ['loan'], ...source, requires: allOf('papers', ['id']) }),
  ],
  [leastAge, share, unread],
  [
    amountRule({
      ...heading('fee'),
      per: title('card'),
      versions: [
        {
          ...source,
          amount: lowest([
            named('half', title('half'), times(param(share), fact('debt'), literal('down'))),
            literal(9n),
          ]),
        },
      ],
    }),
    amountRule({ ...heading('fine'), per: title('day'), versions: [{ ...source, amount: sum([literal(1n)]) }] }),
  ],
)
const asked = (subject: string, given: Facts) =>
  traceDocument(on(law, '2023-01-01'), given, on(law, '2023-01-01').decide(subject, given))
const computed = (id: string, given: Facts) => {
  const amount = on(law, '2023-01-01').amount(id, given)
  if (!amount) throw new Error(`no ${id}`)
  return traceDocument(on(law, '2023-01-01'), given, amount)
}
const names = ({ facts, parameters, versions }: TraceDocument) => ({
  facts: facts.map(({ fact }) => fact),
  parameters: parameters.map(({ parameter }) => parameter),
  versions: versions.map(({ id }) => id),
})

describe('a document of a decision holds', () => {
  test('the facts that were given or read, and what is missing, in the order of the dictionary', () => {
    const { facts: entries } = asked('adult', { year: 2023, card: 'child' })
    expect(entries).toEqual([
      { fact: 'resident', definition: facts.resident, given: undefined },
      { fact: 'card', definition: facts.card, given: 'child' },
      { fact: 'age', definition: facts.age, given: undefined },
      { fact: 'year', definition: facts.year, given: 2023 },
    ])
  })

  test('what an exception that stepped in reads, and its rule', () => {
    expect(names(asked('adult', { card: 'adult', resident: true }))).toEqual({
      facts: ['resident', 'card', 'age', 'debt'],
      parameters: ['least-age'],
      versions: ['residence', 'age', 'guests'],
    })
  })

  test('no value, rule or fact of another question', () => {
    expect(names(asked('loan', { resident: true, card: 'child' }))).toEqual({
      facts: ['resident', 'card', 'papers'],
      parameters: [],
      versions: ['residence', 'papers'],
    })
  })

  test('each value as it was in force, with its unit and its days', () => {
    expect(asked('adult', {}).parameters).toEqual([
      { ...source, from: '2022-01-01', trust: 'assumed', value: 6, parameter: 'least-age', unit: 'persons' },
    ])
  })

  test('the days of each text, and who set it', () => {
    expect(asked('adult', { card: 'adult' }).versions).toEqual([
      { id: 'residence', by: undefined, from: '2020-01-01' },
      { id: 'age', by: 'town', from: '2020-01-01', to: '2023-06-30' },
      { id: 'guests', by: undefined, from: '2020-01-01' },
    ])
  })

  test('the law, and that it is a decision', () => {
    const law = { pack: 'library', version: '1', asOf: '2023-01-01' }
    expect(asked('adult', {})).toMatchObject({ schema: 'trace.v1', kind: 'decision', law })
  })
})

test('a document of an amount holds its own rule and value, and that it is an amount', () => {
  const document = computed('fee', { debt: 10n })
  expect(document).toMatchObject({ schema: 'trace.v1', kind: 'amount', answer: { amount: 5n } })
  expect(names(document)).toEqual({ facts: ['debt'], parameters: ['share'], versions: ['fee'] })
  expect(names(computed('fine', {}))).toEqual({ facts: [], parameters: [], versions: ['fine'] })
})

test('facts that were read once stand in it as if they were given themselves', () => {
  const bound = on(law, '2023-01-01')
  const given = { card: 'child', age: 7, papers: ['form', 'id'], debt: 5n } as const
  const read = bound.read(given)
  for (const answer of [bound.decide('adult', read), bound.amount('fee', read)]) {
    if (!answer) throw new Error('there is a fee')
    expect(traceDocument(bound, read, answer)).toEqual(traceDocument(bound, given, answer))
  }
})

test('it says which pack put a value in place of another, where one did', () => {
  const own = parameter({ ...leastAge, timeline: [{ ...source, by: 'town', value: 9 }] })
  const rule = requirement({ ...heading('age'), ...source, requires: atLeast(fact('age'), param(own)) })
  const bound = on(library([rule], [own]))
  const document = traceDocument(bound, { age: 7 }, bound.decide('loan', { age: 7 }))
  expect(document.parameters).toMatchObject([{ parameter: 'least-age', by: 'town' }])
  expect(document.answer).toMatchObject({ findings: [{ requires: { right: { value: 9, by: 'town' } } }] })
  expect(fromJson(toJson(document))).toEqual(document)
  expect(asked('adult', {}).parameters[0]).not.toHaveProperty('by')
})

describe('as JSON', () => {
  const documents = [
    asked('adult', {}),
    asked('adult', { resident: false, card: 'child', age: 5, papers: ['id', 'form'], joined: '2020-02-29' }),
    asked('loan', { resident: false, papers: [] }),
    computed('fee', { debt: 12_345_678_901_234_567_890n }),
    computed('fee', {}),
  ]

  test.each(documents.map((document) => [document.kind, document] as const))('a %s comes back', (_, document) => {
    expect(fromJson(toJson(document))).toEqual(document)
  })

  test('keys stand in the order of their code units, at every depth, without white space', () => {
    const reordered = (node: unknown): unknown =>
      Array.isArray(node)
        ? node.map(reordered)
        : typeof node === 'object' && node !== null
          ? Object.fromEntries(
              Object.keys(node)
                .sort()
                .map((key) => [key, reordered((node as Record<string, unknown>)[key])]),
            )
          : node
    for (const document of documents) {
      const text = toJson(document)
      expect(text).toBe(JSON.stringify(reordered(JSON.parse(text))))
    }
    expect(
      toJson(asked('loan', { resident: true })).startsWith('{"answer":{"findings":[{"applies":null,"by":null,'),
    ).toBe(true)
  })

  test('but for keys that are whole numbers: they stand first, by size', () => {
    const values = { b: word, '10': word, a: word, '9': word }
    const about = { kind: 'choice', mutability: 'fixed', title: word, question: word, group: 'g' } as const
    const own = defineFacts({ part: { ...about, values } })
    const rules = byId([
      requirement({ ...heading('r'), ...source, requires: vocabulary<typeof own>().is('part', 'a') }),
    ])
    const bound = bind(
      { facts: own, rules, parameters: {}, amounts: {} },
      { pack: 'p', version: '1', asOf: '2024-01-01' },
    )
    const text = toJson(traceDocument(bound, {}, bound.decide('q', {})))
    expect(text.match(/"(9|10|a|b)":\{/g)?.join('')).toBe('"9":{"10":{"a":{"b":{')
  })

  test('the order in which facts were given makes no difference', () => {
    const [a, b] = [asked('adult', { age: 7, card: 'child' }), asked('adult', { card: 'child', age: 7 })]
    expect(toJson(a)).toBe(toJson(b))
  })

  test('money, ratios and what is not known have a form of their own', () => {
    const text = toJson(computed('fee', { debt: 10n }))
    expect(text).toContain('"amount":{"$dong":"5"}')
    expect(text).toContain('"value":{"$ratio":"50/100"}')
    expect(toJson(computed('fee', {}))).toContain('"amount":null')
  })
})

test('a choice whose values are named as the parts of a ratio, or as a mark of the format, comes back as it was', () => {
  const values = { numerator: word, denominator: word, $dong: word, $ratio: word, constructor: word }
  const about = { mutability: 'fixed', title: word, question: word, group: 'g' } as const
  const facts = defineFacts({ part: { kind: 'choice', values, ...about } })
  const { is } = vocabulary<typeof facts>()
  const rules = byId([requirement({ ...heading('r'), ...source, requires: is('part', 'numerator') })])
  const law = bind({ facts, rules, parameters: {}, amounts: {} }, { pack: 'p', version: '1', asOf: '2024-01-01' })
  const given = { part: 'denominator' } as const
  const text = toJson(traceDocument(law, given, law.decide('q', given)))
  expect(fromJson(text).facts[0]?.definition).toEqual(facts.part)
  expect(toJson(fromJson(text))).toBe(text)
})

describe('what is no document is refused', () => {
  const problem = (text: string) => {
    try {
      fromJson(text)
    } catch (error) {
      if (error instanceof InputError) return error.problems
      throw error
    }
    return 'taken'
  }
  const expected = "a document of the schema 'trace.v1', as toJson writes it"

  test.each([
    ['text', '{', 'json', 'trace', 'this is not JSON.'],
    ['nothing', 'null', 'trace-schema', 'schema', "'undefined' is not a schema that can be read here."],
    ['a number', '7', 'trace-schema', 'schema', "'undefined' is not a schema that can be read here."],
    ['a list', '[]', 'trace-schema', 'schema', "'undefined' is not a schema that can be read here."],
    ['an object', '{"a":1}', 'trace-schema', 'schema', "'undefined' is not a schema that can be read here."],
    [
      'another schema',
      '{"schema":"trace.v2"}',
      'trace-schema',
      'schema',
      "'trace.v2' is not a schema that can be read here.",
    ],
    ['money with a point', '{"a":{"$dong":"1.5"}}', 'trace-value', '$dong', "'1.5' is not a whole number of đồng."],
    ['money and more', '[{"$dong":"1 "}]', 'trace-value', '$dong', "'1 ' is not a whole number of đồng."],
    ['half a ratio', '{"$ratio":"1/"}', 'trace-value', '$ratio', "'1/' is not a ratio."],
    ['a ratio of words', '{"$ratio":"a/b"}', 'trace-value', '$ratio', "'a/b' is not a ratio."],
    ['a ratio to nothing', '{"$ratio":"1/00"}', 'trace-value', '$ratio', "'1/00' is not a ratio."],
    ['a ratio and more', '{"$ratio":"1/2/3"}', 'trace-value', '$ratio', "'1/2/3' is not a ratio."],
  ])('%s', (_, text, code, field, message) => {
    expect(problem(text)).toEqual([{ code, field, message, expected }])
  })

  test('more lists in one another than can be read', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    expect(() => fromJson(`{"schema":"trace.v1","a":${deep}}`)).toThrow(InputError)
  })

  const whole = {
    schema: 'trace.v1',
    kind: 'decision',
    law: { pack: 'library', version: '1', asOf: '2024-01-01' },
    facts: [],
    parameters: [],
    versions: [],
    answer: { subject: 'card' },
  }

  test.each([
    ['nothing but its schema', { schema: 'trace.v1' }, 'kind', 'undefined'],
    ['of another kind', { ...whole, kind: 'letter' }, 'kind', 'letter'],
    ['of no law', { ...whole, law: null }, 'law.pack', 'undefined'],
    ['of no version', { ...whole, law: { ...whole.law, version: 1 } }, 'law.version', '1'],
    ['of no day', { ...whole, law: { ...whole.law, asOf: '2024-1-1' } }, 'law.asOf', '2024-1-1'],
    ['without facts', { ...whole, facts: {} }, 'facts', 'an object'],
    ['with a fact without a name', { ...whole, facts: [null] }, 'facts', '[undefined]'],
    ['without values', { ...whole, parameters: undefined }, 'parameters', 'undefined'],
    ['without versions', { ...whole, versions: 'all' }, 'versions', 'all'],
    ['a decision on nothing', { ...whole, answer: { rule: 'fee' } }, 'answer.subject', 'undefined'],
    ['an amount of nothing', { ...whole, kind: 'amount' }, 'answer.rule', 'undefined'],
  ])('%s', (_, document, field, found) => {
    const message = `'${found}' cannot stand here.`
    expect(problem(JSON.stringify(document))).toEqual([{ code: 'trace-shape', field, message, expected }])
  })

  test('what only looks like money or a ratio is left as it is', () => {
    const looks = '"a":{"$dong":7},"b":{"$ratio":null},"c":"1/2","d":{"$dong":"-7"}'
    expect(fromJson(`${JSON.stringify(whole).slice(0, -1)},${looks}}`)).toEqual({
      ...whole,
      a: { $dong: 7 },
      b: { $ratio: undefined },
      c: '1/2',
      d: -7n,
    })
  })
})
