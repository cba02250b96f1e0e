import { expect, test } from 'vitest'
import { isOfPack } from './law'

test.each([
  ['EL-08', true],
  ['EL-06', false],
])('whether %s is a rule of the province: %s', (rule, own) => {
  expect(isOfPack(rule)).toBe(own)
})
