import { check } from '@khuyencong/programme'
import { expect, test } from 'vitest'
import { haiDuong } from './index.js'

const found = check(haiDuong).map(
  ({ severity, code, place, message }) => `${severity} ${code} ${place.id}: ${message.en}`,
)

test('the pack has no errors', () => {
  expect(found.filter((line) => line.startsWith('error'))).toEqual([])
})

test('the pack has these warnings', () => {
  // The dictionary is that of national law; this fact serves days before 15 October 2021 only.
  expect(found).toMatchInlineSnapshot(`
    [
      "warning unused-fact smeConfirmed: No rule or amount reads this fact.",
    ]
  `)
})

test.each(Object.entries(haiDuong.areas))('the pack of %s has no errors, and nothing in it is unread', (_, area) => {
  const problems = check(area).filter(({ severity, code }) => severity === 'error' || code === 'unused-parameter')
  expect(problems).toEqual([])
})
