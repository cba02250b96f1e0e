import { check } from '@khuyencong/programme'
import { expect, test } from 'vitest'
import { haiDuong } from './index.js'

const found = check(haiDuong).map(
  ({ severity, code, place, message }) => `${severity} ${code} ${place.id}: ${message.en}`,
)

test('the pack has no errors and no warnings of its own', () => {
  expect(found).toEqual([])
})

test.each(Object.entries(haiDuong.areas))('the pack of %s has no errors, and nothing in it is unread', (_, area) => {
  const problems = check(area).filter(({ severity, code }) => severity === 'error' || code === 'unused-parameter')
  expect(problems).toEqual([])
})
