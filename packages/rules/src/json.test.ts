import { describe, expect, test } from 'vitest'
import { bind } from './bind.js'
import { InputError } from './errors.js'
import { defineFacts } from './facts.js'
import { fromJson, toJson, traceDocument } from './json.js'
import { heading, source } from './library.test-support.js'
import { byId, requirement } from './rule.js'
import { vocabulary } from './vocabulary.js'

const word = { vi: 'chữ', en: 'word' }

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

describe('what is no trace is refused', () => {
  const schema = '"schema":"trace.v1"'
  test.each([
    ['no JSON', '{'],
    ['another schema', '{"schema":"trace.v2"}'],
    ['no object', '5'],
    ['a part of a đồng', `{${schema},"a":{"$dong":"1.5"}}`],
    ['a ratio to nothing', `{${schema},"a":{"$ratio":"1/0"}}`],
    ['a ratio to nothing at all', `{${schema},"a":{"$ratio":"1/00"}}`],
    ['half a ratio', `{${schema},"a":{"$ratio":"1"}}`],
    ['more lists in one another than can be read', `{${schema},"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('%s', (_, text) => {
    expect(() => fromJson(text)).toThrow(InputError)
  })
})
