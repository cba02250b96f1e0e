import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strongest, trustText, weakest, type Trust } from './trust.js'

const trusts = fc.constantFrom<Trust>('text', 'secondary', 'inferred', 'assumed')

test('what is assumed is weaker than what is inferred, reported or read', () => {
  expect(['text', 'secondary', 'inferred', 'assumed'].map((t) => weakest(t as Trust, 'inferred'))).toEqual([
    'inferred',
    'inferred',
    'inferred',
    'assumed',
  ])
})

test('weakest and strongest are the two ends of one order', () => {
  fc.assert(
    fc.property(trusts, trusts, trusts, (a, b, c) => {
      expect(weakest(a, a)).toBe(a)
      expect(weakest(a, b)).toBe(weakest(b, a))
      expect(weakest(a, weakest(b, c))).toBe(weakest(weakest(a, b), c))
      expect(strongest(a, weakest(a, b))).toBe(a)
      expect(weakest(a, strongest(a, b))).toBe(a)
      expect([weakest(a, b), strongest(a, b)].sort()).toEqual([a, b].sort())
    }),
  )
})

test('each is said in words', () => {
  expect(trustText.assumed).toEqual({ vi: 'giả định, chưa kiểm chứng', en: 'assumed, not verified' })
})
