import { national } from '@khuyencong/programme'
import { haiDuong } from '@khuyencong/province-hai-duong'
import { LawError, percent } from '@khuyencong/rules'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { digestOf, withPacks, type ReleasedPacks } from './packs.js'

// Answers that are kept name the version of their pack and are given again to the byte (`replay`). So a version, once it is
// released, says what it said. `npm run version` records in packs.json what is released; before that there is nothing in it.

const file = join(import.meta.dirname, 'packs.json')
const released = JSON.parse(readFileSync(file, 'utf8')) as ReleasedPacks
const packs = [national, haiDuong].flatMap((pack) => [pack, ...Object.values(pack.areas)])

test('every pack says what it said when its version was released', () => {
  expect(() => withPacks(released, packs)).not.toThrow()
})

test.runIf(process.env['RECORD_RELEASE'])('what is released is recorded', () => {
  writeFileSync(file, `${JSON.stringify(withPacks(released, packs), null, 2)}\n`)
})

describe('a pack', () => {
  const recorded = withPacks({}, packs)
  const { law } = national
  const cap = law.parameters['MACH.cap']
  const [first, ...others] = cap.timeline
  if (!first) throw new Error('MACH.cap has no value')
  const changed = (parameter: typeof cap) => ({
    ...national,
    law: { ...law, parameters: { ...law.parameters, 'MACH.cap': parameter } },
  })
  const raised = changed({ ...cap, timeline: [{ ...first, value: first.value + 1n }, ...others] })

  test('is recorded by id and version', () => {
    expect(Object.keys(recorded)).toContain('hai-duong-2023.money')
    expect(recorded['vn-national']).toEqual({ [national.version]: digestOf(national) })
  })

  test('that says the same is still that version', () => {
    expect(withPacks(recorded, packs)).toEqual(recorded)
  })

  test.each([
    ['another value', raised],
    ['another word', changed({ ...cap, title: { ...cap.title, vi: 'Mức trần' } })],
    ['a fact less', { ...national, facts: {} }],
  ])('with %s is another version', (_, pack) => {
    const message = `The pack vn-national says something else than was released as its version ${national.version}: give the pack a new version and write a changeset.`
    expect(() => withPacks(recorded, [pack])).toThrow(new LawError(message))
    expect(withPacks(recorded, [{ ...pack, version: '99.0.0' }])['vn-national']).toEqual({
      [national.version]: digestOf(national),
      '99.0.0': digestOf(pack),
    })
  })
})

test('money and numbers do not pass for one another', () => {
  const worth = (value: unknown) => digestOf({ period: { from: '2024-01-01' }, facts: {}, law: { value } as never })
  expect(new Set([5, 5n, '5', percent(5n)].map(worth)).size).toBe(4)
})
