import { describe, expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../address'
import { readQuestion, usual, withEntry, writeFacts } from './question'

const facts = {
  fund: 'national',
  planYear: 2025,
  wardFromCommune: true,
  inCentralCity: false,
  wardSince: '2019-12-01',
  equipmentGains: ['output', 'less-pollution'],
  demoGains: [],
  insuredWorkers: 0,
  eligibleCost: 900_719_925_474_099_301n,
} as const

test('facts come back from an address as they were, money to the đồng', () => {
  const address = stringifySearch({ asOf: '2024-06-01', content: 'LINE', locality: '11011', ...writeFacts(facts) })
  expect(readQuestion(parseSearch(address))).toEqual({
    asOf: '2024-06-01',
    content: 'LINE',
    locality: '11011',
    facts,
    misread: [],
    strange: [],
  })
})

test('an empty address asks the usual question and knows nothing', () => {
  expect(readQuestion({})).toMatchObject({ ...usual, facts: {}, misread: [], strange: [] })
})

describe('what is not a value is named, and counts as unknown', () => {
  test.each([
    ['fund', 'communal'],
    ['fund', 'toString'],
    ['wardFromCommune', 'yes'],
    ['eligibleCost', '-1'],
    ['eligibleCost', '1.5'],
    ['eligibleCost', '570.000.000'],
    ['eligibleCost', '1000000000000000000'],
    ['planYear', '24'],
    ['insuredWorkers', '1e3'],
    ['wardSince', '2019-02-30'],
    ['equipmentGains', 'output,luck'],
    ['equipmentNew', ''],
  ])('%s=%s', (key, text) => {
    expect(readQuestion({ [key]: text })).toMatchObject({ facts: {}, misread: [key], strange: [] })
  })
})

test('parts of an address that mean nothing are named', () => {
  const question = readQuestion({ colour: 'red', content: 'GOLD', constructor: '1' })
  expect(question.strange).toEqual(['colour', 'constructor', 'content=GOLD'])
  expect(question.content).toBe(usual.content)
})

test('an entry is set and taken out', () => {
  expect(withEntry(withEntry({}, 'fund', 'national'), 'equipmentGains', '')).toEqual({
    fund: 'national',
    equipmentGains: '',
  })
  expect(withEntry({ fund: 'national' }, 'fund', undefined)).toEqual({})
})
