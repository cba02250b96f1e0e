import { describe, expect, test } from 'vitest'
import { InputError } from './errors.js'
import { checkFacts, factProblems, type Facts } from './facts.js'
import { facts, library, on } from './library.test-support.js'

const problems = (given: unknown) => factProblems(facts, given as Facts)

test('facts that fit, and facts that are not known, are no problem', () => {
  const fit = { resident: false, card: 'child', age: 0, papers: [], debt: 0n, joined: '2024-02-29', year: 2024 }
  expect(problems(fit)).toEqual([])
  expect(problems({ ...fit, papers: ['form', 'id'] })).toEqual([])
  expect(problems({ card: undefined })).toEqual([])
  expect(problems({})).toEqual([])
})

describe('a value that does not fit', () => {
  const money = 'whole đồng as a bigint, not negative, e.g. 570_000_000n'
  const count = 'a whole number, not negative'
  const year = 'a calendar year between 1900 and 2999'
  const papers = 'a list out of form, photo, id'
  test.each<[string, unknown, string]>([
    ['resident', 'yes', 'true or false'],
    ['resident', null, 'true or false'],
    ['resident', 1, 'true or false'],
    ['card', 'senior', 'one of child, adult'],
    ['card', 'toString', 'one of child, adult'],
    ['card', '__proto__', 'one of child, adult'],
    ['card', ['child'], 'one of child, adult'],
    ['papers', 'form', papers],
    ['papers', ['form', 'passport'], papers],
    ['papers', ['constructor'], papers],
    ['papers', [null], papers],
    ['debt', 570_000_000, money],
    ['debt', 0.5, money],
    ['debt', -1n, money],
    ['debt', '100', money],
    ['debt', {}, money],
    ['age', 1.5, count],
    ['age', -1, count],
    ['age', Number.NaN, count],
    ['age', Number.POSITIVE_INFINITY, count],
    ['age', 2 ** 53, count],
    ['age', 1n, count],
    ['year', 1899, year],
    ['year', 3000, year],
    ['year', 2024.5, year],
    ['joined', '2023-02-29', 'a real day written YYYY-MM-DD'],
    ['joined', '01/03/2024', 'a real day written YYYY-MM-DD'],
    ['joined', 20240301, 'a real day written YYYY-MM-DD'],
  ])('%s: %o', (fact, value, expected) => {
    expect(problems({ [fact]: value })).toMatchObject([{ code: 'fact-type', field: `facts.${fact}`, expected }])
  })
})

test.each(['Age', 'toString', 'constructor', 'hasOwnProperty'])('there is no fact %s', (name) => {
  expect(problems({ [name]: true })).toEqual([
    {
      code: 'fact-unknown',
      field: `facts.${name}`,
      message: `there is no fact '${name}'.`,
      expected: 'one of resident, card, age, papers, debt, joined, year, fee',
    },
  ])
})

test('a key __proto__, as JSON can carry it, is an unknown fact like any other', () => {
  expect(problems(JSON.parse('{ "__proto__": { "resident": true } }'))).toMatchObject([
    { code: 'fact-unknown', field: 'facts.__proto__' },
  ])
})

test.each([
  [null, 'null'],
  ['facts', 'facts'],
  [3, '3'],
  [[], 'Array'],
  [new Map([['resident', true]]), 'Map'],
  [new Set(['resident']), 'Set'],
  [new Date(0), 'Date'],
])('%o is no set of facts', (given, shown) => {
  const problem = { code: 'facts', field: 'facts', message: `'${shown}' are not facts.`, expected: 'an object' }
  expect(problems(given)).toEqual([problem])
  expect(() => on(library([])).verdict('loan', given as unknown as Facts)).toThrow(problem.message)
})

test('an object without a prototype, or of a class, holds facts like any other', () => {
  class Reader {
    age = -1
  }
  for (const given of [Object.assign(Object.create(null), { age: -1 }), new Reader()])
    expect(problems(given)).toMatchObject([{ field: 'facts.age' }])
})

test('a list that holds itself is named like any value that does not fit', () => {
  const endless: unknown[] = ['form']
  endless.push(endless)
  expect(problems({ papers: endless })).toMatchObject([{ message: "'[form, a list]' is not a value of 'papers'." }])
})

test('every problem is named, not only the first', () => {
  const bad = { age: -1, debt: 1.5, colour: 'red' }
  expect(() => checkFacts(facts, bad)).toThrow(InputError)
  expect(() => checkFacts(facts, bad)).toThrow(
    [
      "facts.age: '-1' is not a value of 'age'. Expected a whole number, not negative.",
      "facts.debt: '1.5' is not a value of 'debt'. Expected whole đồng as a bigint, not negative, e.g. 570_000_000n.",
      "facts.colour: there is no fact 'colour'. Expected one of resident, card, age, papers, debt, joined, year, fee.",
    ].join('\n'),
  )
})
