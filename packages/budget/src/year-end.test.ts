import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yearEnd } from './index.js'
import { lawOn } from './law-on.test-law.js'

const law = lawOn('2024-12-31')

test.each([
  ['all of it may move', 500n, 500n, { verdict: 'met', carriedOver: 500n, returned: 0n }],
  ['more than there is may move', 500n, 900n, { verdict: 'met', carriedOver: 500n, returned: 0n }],
  ['a part may move', 500n, 1n, { verdict: 'met', carriedOver: 1n, returned: 499n }],
  ['nothing may move', 500n, 0n, { verdict: 'unmet', carriedOver: 0n, returned: 500n }],
  ['nothing is left', 0n, undefined, { verdict: 'met', carriedOver: 0n, returned: 0n }],
  [
    'not known',
    500n,
    undefined,
    { verdict: 'unknown', carriedOver: undefined, returned: undefined, missing: ['allowed'] },
  ],
] as const)('%s', (_, unused, allowed, expected) => {
  expect(yearEnd(law, { unused, allowed })).toMatchObject({
    missing: [],
    ...expected,
    cites: [{ document: 'NĐ 45/2012/NĐ-CP', article: '14', clause: '4' }],
  })
})

test('not known how much is left: whatever it is may move, how much is asked for', () => {
  expect(yearEnd(law, { allowed: 5n })).toMatchObject({
    verdict: 'met',
    missing: ['unused'],
    carriedOver: undefined,
    returned: undefined,
  })
  expect(yearEnd(law, {})).toMatchObject({ verdict: 'unknown', missing: ['unused', 'allowed'] })
})

test('the decree as it was read until 14 October 2025; since then an assumption', () => {
  const trust = (day: string) => yearEnd(lawOn(day), { unused: 5n, allowed: 5n }).trust.weakest
  expect([trust('2025-10-14'), trust('2025-10-15')]).toEqual(['text', 'assumed'])
})

test('the finding names the rule, the answer pack and version', () => {
  const { findings, law: identity } = yearEnd(law, { unused: 5n, allowed: 0n })
  expect(findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([['MR-14', 'unmet']])
  expect(identity).toEqual({ pack: 'test.money', version: '0', asOf: '2024-12-31' })
})

test('what moves and what returns is what was left', () => {
  const money = fc.bigInt({ min: 0n, max: 10n ** 12n })
  fc.assert(
    fc.property(money, money, (unused, allowed) => {
      const { carriedOver = -1n, returned = -1n } = yearEnd(law, { unused, allowed })
      expect(carriedOver + returned).toBe(unused)
      expect(carriedOver <= allowed && carriedOver >= 0n && returned >= 0n).toBe(true)
    }),
  )
})

test('amounts that are none are refused, all at once', () => {
  expect(() => yearEnd(law, { unused: -1n, allowed: 1.5 as unknown as bigint })).toThrow(
    /^unused: -1 is not an amount of money\. Expected whole đồng.*\nallowed: 1\.5 is not an amount of money\./,
  )
})
