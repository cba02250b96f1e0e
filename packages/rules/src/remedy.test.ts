import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completions, laws, plainLaws, someFacts } from './random-law.test-support.js'
import type { Facts } from './facts.js'
import type { Remedy } from './remedy.js'

const after = ({ changes }: Remedy, facts: Facts): Facts =>
  changes.reduce<Facts>((changed, { facts: on, to }) => ({ ...changed, [on[0] ?? '']: to }), facts)

describe('for any law', () => {
  test('a remedy ends the no, and no part of it does', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        for (const remedy of law.decide('S', facts).remedies) {
          expect(law.verdict('S', after(remedy, facts))).not.toBe('unmet')
          const changed = [...new Set(remedy.changes.flatMap((change) => change.facts))]
          for (let part = 0; part < 2 ** changed.length - 1; part++) {
            const kept = changed.filter((_, i) => (part >> i) & 1)
            const some = { ...remedy, changes: remedy.changes.filter(({ facts: [f = ''] }) => kept.includes(f)) }
            expect(law.verdict('S', after(some, facts))).toBe('unmet')
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('where any facts would end a no, there is a remedy', () => {
    fc.assert(
      fc.property(fc.oneof(plainLaws, laws), someFacts, (law, facts) => {
        const { verdict, remedies } = law.decide('S', facts)
        if (verdict !== 'unmet') return
        const other = Object.fromEntries(Object.keys(facts).map((key) => [key, undefined]))
        const possible = completions(other).some((changed) => law.verdict('S', changed) !== 'unmet')
        if (possible) expect(remedies).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
