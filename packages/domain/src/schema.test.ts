import { describe, expect, test } from 'vitest'
import { facts } from './facts.js'
import { factsJsonSchema, factsSchema } from './schema.js'

test('reads facts from JSON: money as a string of digits', () => {
  const json: unknown = JSON.parse(
    '{"fund":"national","eligibleCost":"570000000","wardSince":"2019-12-01","equipmentGains":["output"]}',
  )
  expect(factsSchema.parse(json)).toEqual({
    fund: 'national',
    eligibleCost: 570_000_000n,
    wardSince: '2019-12-01',
    equipmentGains: ['output'],
  })
})

test('takes facts as the packages do: money as a bigint, absent facts as unknown', () => {
  expect(factsSchema.parse({ totalCost: 0n })).toEqual({ totalCost: 0n })
  expect(factsSchema.parse({})).toEqual({})
})

test.each([
  ['a float', { eligibleCost: 1.5 }, 'eligibleCost'],
  ['a number', { eligibleCost: 570_000_000 }, 'eligibleCost'],
  ['a fraction in text', { eligibleCost: '1.5' }, 'eligibleCost'],
  ['negative money', { eligibleCost: '-1' }, 'eligibleCost'],
  ['negative bigint', { eligibleCost: -1n }, 'eligibleCost'],
  ['a day that is not', { wardSince: '2023-02-29' }, 'wardSince'],
  ['a choice that is not', { fund: 'state' }, 'fund'],
  ['a list with a stranger', { equipmentGains: ['output', 'beauty'] }, 'equipmentGains'],
  ['a fractional count', { insuredWorkers: 1.5 }, 'insuredWorkers'],
  ['text for a flag', { producesAtSite: 'yes' }, 'producesAtSite'],
])('refuses %s, naming the field', (_, wrong, field) => {
  const { error } = factsSchema.safeParse(wrong)
  expect(error?.issues.map((issue) => issue.path[0])).toEqual([field])
})

test('refuses a misspelt fact instead of taking it as absent', () => {
  const { error } = factsSchema.safeParse({ eligiblecost: '1' })
  expect(error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['eligiblecost'] })
})

describe('JSON Schema', () => {
  const schema = factsJsonSchema() as { properties: Record<string, unknown>; additionalProperties: boolean }

  test('has every fact, in asking order, and allows no other', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(facts))
    expect(schema.additionalProperties).toBe(false)
  })

  test('money is a string of digits', () => {
    expect(schema.properties['eligibleCost']).toMatchObject({ type: 'string', pattern: '^\\d{1,18}$' })
    expect(JSON.stringify(schema)).not.toContain('anyOf')
  })

  test('a choice lists its values, a day is text', () => {
    expect(schema.properties['fund']).toMatchObject({ enum: ['national', 'provincial', 'district'] })
    expect(schema.properties['wardSince']).toMatchObject({ type: 'string' })
  })
})
