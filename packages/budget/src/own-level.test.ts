import { LawError } from '@khuyencong/rules'
import { expect, test } from 'vitest'
import { ownLevel } from './index.js'

test('a level needs a period at least: without one it would silently be on no day', () => {
  const none = () => ownLevel('SHOWROOM', [])
  expect(none).toThrow(LawError)
  expect(none).toThrow('Own level of SHOWROOM: there is none; expected one level or more.')
})
