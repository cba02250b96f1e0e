import { facts as definitions } from '@khuyencong/domain'
import { factsRead } from '@khuyencong/rules'
import { expect, test } from 'vitest'
import { answer, lawOn } from './law'
import { readQuestion, type Draft } from './question'
import { visibleFacts } from './visible-facts'

function shown(draft: Draft): string[] {
  const question = readQuestion(draft)
  const found = lawOn(question.asOf)
  if ('problem' in found) throw new Error(found.problem.message)
  const read = factsRead(found.law, question.content)
  return visibleFacts({ ...question, read, definitions, answer: answer(found.law, question) })
}

test('only facts that the law reads for the content are asked', () => {
  expect(shown({ content: 'MACH' })).toContain('equipmentNew')
  expect(shown({ content: 'MACH' })).not.toContain('pollutionWork')
  expect(shown({ content: 'ENV-EST' })).toContain('pollutionWork')
})

test('an answer closes the questions that hang on it', () => {
  expect(shown({})).toContain('annualRevenue')
  expect(shown({ legalForm: 'business-household' })).not.toContain('annualRevenue')
  expect(shown({ siteKind: 'commune' })).not.toContain('wardSince')
  expect(shown({ siteKind: 'ward' })).toContain('wardSince')
})

test('what was answered, well or not, stays to be seen', () => {
  expect(shown({ legalForm: 'business-household', annualRevenue: '5' })).toContain('annualRevenue')
  expect(shown({ legalForm: 'business-household', annualRevenue: 'much' })).toContain('annualRevenue')
})

test('the request itself is always asked', () => {
  const request = ['fund', 'stage', 'planYear', 'requestedSupport']
  expect(shown({ siteKind: 'commune', siteInProvince: 'true' })).toEqual(expect.arrayContaining(request))
})

test('facts come in asking order', () => {
  const order = Object.keys(definitions)
  const asked = shown({ requestedSupport: '1', siteKind: 'ward' })
  expect(asked).toEqual(order.filter((key) => asked.includes(key)))
})
