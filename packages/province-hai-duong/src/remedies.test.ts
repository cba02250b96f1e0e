import { contentCodes, facts as dictionary } from '@khuyencong/domain'
import { changeDates } from '@khuyencong/programme'
import { isoDate, type FactDefinition, type Facts, type Remedy, type Value } from '@khuyencong/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { haiDuong } from './index.js'

const m = 1_000_000n

function valueOf(definition: FactDefinition): fc.Arbitrary<Value> {
  switch (definition.kind) {
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(definition.values))
    case 'choices':
      return fc.subarray(Object.keys(definition.values))
    case 'money':
      return fc.constantFrom(0n, 100n * m, 600n * m, 30_000n * m, 400_000n * m)
    case 'count':
      return fc.constantFrom(0, 1, 3, 40, 150, 900)
    case 'year':
      return fc.integer({ min: 2018, max: 2026 })
    case 'date':
      return fc.constantFrom('2019-12-01', '2023-03-01', '2024-03-01', '2025-07-01', '2025-10-15').map(isoDate)
  }
}

const completeFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(Object.entries(dictionary).map(([fact, definition]) => [fact, valueOf(definition)])),
)

const after = (facts: Facts, changes: Remedy['changes']): Facts => ({
  ...facts,
  ...Object.fromEntries(changes.map(({ facts: [fact = ''], to }) => [fact, to])),
})

test('whatever the facts, what is proposed makes the answer a yes, none of it can be left out, and it is proposed once', () => {
  const days = [...changeDates(haiDuong), isoDate('2024-03-01')]
  fc.assert(
    fc.property(fc.constantFrom(...days), fc.constantFrom(...contentCodes), completeFacts, (day, content, facts) => {
      const law = haiDuong.at(day)
      const remedies = law
        .decide(content, facts)
        .remedies.filter(({ changes }) => changes.every(({ to }) => to !== undefined))
      const proposed = remedies.map(({ changes }) => {
        expect(law.verdict(content, after(facts, changes))).toBe('met')
        const changed = [...new Set(changes.map(({ facts }) => facts.join()))]
        for (const left of changed) {
          const rest = changes.filter(({ facts }) => facts.join() !== left)
          expect(law.verdict(content, after(facts, rest))).toBe('unmet')
        }
        return changed.map((fact) => [fact, after(facts, changes)[fact]])
      })
      for (const [i, one] of proposed.entries()) expect(proposed.slice(i + 1)).not.toContainEqual(one)
    }),
    { numRuns: 150 },
  )
})
