import type { Facts, Verdict } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { lawOn } from './law-on.test-law.js'
import { moneyCases } from './money-cases.test-law.js'

const finding = (day: string, id: string, question: string, facts: Facts) => {
  const found = lawOn(day)
    .money.decide(question, facts)
    .findings.find(({ rule }) => rule === id)
  if (!found) throw new Error(`${question} does not ask ${id} on ${day}.`)
  return found
}

describe.each(Object.entries(moneyCases))('%s', (id, { question, asks, ...facts }) => {
  test.each(['met', 'unmet', 'unknown'] as const)('%s', (verdict: Verdict) => {
    expect(finding('2024-03-01', id, question, facts[verdict]).verdict).toBe(verdict)
  })

  test('asks for what could still change the answer', () => {
    expect(finding('2024-03-01', id, question, facts.unknown).missing).toEqual(asks)
  })
})
