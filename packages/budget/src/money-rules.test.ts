import type { Facts } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { nationalMoney } from './index.js'
import { lawOn } from './law-on.test-law.js'
import { moneyCases, type MoneyRuleId } from './money-cases.test-law.js'

const finding = (day: string, id: string, question: string, facts: Facts) => {
  const found = lawOn(day)
    .money.decide(question, facts)
    .findings.find(({ rule }) => rule === id)
  if (!found) throw new Error(`${question} does not ask ${id} on ${day}.`)
  return found
}

describe.each(Object.entries(moneyCases))(
  '%s',
  (id, { question, asks, also = [], alsoUnmet = [], aside = [], ...facts }) => {
    const verdict = (known: Facts) => finding('2024-03-01', id, question, known).verdict

    test('met', () => {
      for (const known of [facts.met, ...also]) expect(verdict(known)).toBe('met')
    })

    test('unmet', () => {
      for (const known of [facts.unmet, ...alsoUnmet]) expect(verdict(known)).toBe('unmet')
    })

    test('unknown, and asks for what could still change the answer', () => {
      expect(finding('2024-03-01', id, question, facts.unknown)).toMatchObject({ verdict: 'unknown', missing: asks })
    })

    test('not asked elsewhere', () => {
      for (const known of aside) expect(verdict(known)).toBe('not-applicable')
      const { versions } = nationalMoney.rules[id as MoneyRuleId]
      expect(aside.length > 0).toBe(versions.some((version) => 'applies' in version))
    })
  },
)
