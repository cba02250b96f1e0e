import { expect, test } from 'vitest'
import { today } from './today.js'

test('the day in Vietnam begins seven hours before that of UTC', () => {
  expect(today(new Date('2025-06-30T16:59:59Z'))).toBe('2025-06-30')
  expect(today(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01')
})
