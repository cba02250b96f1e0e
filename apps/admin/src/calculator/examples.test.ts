import { expect, test } from 'vitest'
import { answer, lawOn } from './law'
import { examples } from './examples'
import { readQuestion, type Draft } from './question'

function ask(draft: Draft) {
  const question = readQuestion(draft)
  const found = lawOn(question.asOf)
  if ('problem' in found) throw new Error(found.problem.message)
  expect(question).toMatchObject({ misread: [], strange: [] })
  return answer(found.law, question)
}

const draftOf = (id: string): Draft => examples.find((example) => example.id === id)?.draft ?? {}

test('Tân Hưng, plan of 2025: yes, and another reading of the circular would say no', () => {
  const { decision, ceiling } = ask(draftOf('tan-hung'))
  expect(decision.verdict).toBe('met')
  expect(decision.notices).toMatchObject([{ kind: 'open-question', readings: [{ verdict: 'unmet' }] }])
  expect(ceiling.amount).toBe(285_000_000n)
})

test('Quang Trung: yes from the provincial fund, no from the national one', () => {
  const draft = draftOf('quang-trung')
  expect(ask(draft).decision).toMatchObject({ verdict: 'met', notices: [{ kind: 'difference' }] })
  expect(ask({ ...draft, fund: 'national' }).decision.verdict).toBe('unmet')
})

test('the household lacks exactly one fact', () => {
  expect(ask(draftOf('household')).decision).toMatchObject({ verdict: 'unknown', missing: ['equipmentNew'] })
})
