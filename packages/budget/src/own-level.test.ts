import { LawError, percent } from '@khuyencong/rules'
import { expect, test } from 'vitest'
import { ownLevel } from './index.js'

test('a level needs a period at least: without one it would silently be on no day', () => {
  const none = () => ownLevel('SHOWROOM', [])
  expect(none).toThrow(LawError)
  expect(none).toThrow('Own level of SHOWROOM: there is none; expected one level or more.')
})

test.each([
  [{ cap: -80_000_000n }, 'Own level of SHOWROOM from 2024-01-01: a cap of -80000000; expected đồng, not negative.'],
  [
    { rate: percent(400n) },
    'Own level of SHOWROOM from 2024-01-01: a share of more than the whole cost; expected at most percent(100n).',
  ],
])('a level that nobody can have meant is refused: %#', (figure, message) => {
  const cites = [{ document: 'NQ 1/2023', article: '2' }] as const
  const level = { from: '2024-01-01', cites, trust: 'text', ...figure } as const
  expect(() => ownLevel('SHOWROOM', [level])).toThrow(new LawError(message))
})
