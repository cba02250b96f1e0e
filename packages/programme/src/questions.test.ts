import { atMost, byId, InputError, literal, requirement } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { fact, good, packWith, rule } from './bad/good.js'
import { extend, national } from './index.js'

const day = '2024-03-01'

describe('a question that nobody can ask is refused, and those that can be asked are named', () => {
  const law = national.at(day)

  test.each([
    ['decide', 'no rule speaks'],
    ['verdict', 'no rule speaks'],
    ['amount', 'vn-national does not speak'],
  ] as const)('by %s', (ask, refusal) => {
    expect(() => law[ask]('MACHX', {})).toThrow(InputError)
    expect(() => law[ask]('MACHX', {})).toThrow(new RegExp(`^subject: ${refusal} of 'MACHX'. Expected one of .*MACH`))
  })

  test('in an area, whose questions are its own', () => {
    expect(() => law.titles.decide('MACH', {})).toThrow("no rule speaks of 'MACH'.")
    expect(law.titles.decide('COUNCIL', {}).verdict).toBe('unknown')
    expect(() => law.decide('COUNCIL', {})).toThrow(InputError)
  })
})

test('what can be asked is an amount, what a rule is about, or what the pack names', () => {
  const requires = atMost(fact('workers'), literal(5))
  const pack = packWith({ rules: byId([requirement({ ...rule('R'), subjects: ['VISIT'], requires })]) })
  const named = extend(pack, { ...pack, id: 'province', subjects: { TOUR: good.title } }, {})
  const ask = (subject: string) => named.at(day).verdict(subject, { workers: 200 })
  expect([ask('GRANT'), ask('VISIT'), ask('TOUR')]).toEqual(['met', 'unmet', 'met'])
  expect(() => ask('grant')).toThrow("no rule speaks of 'grant'. Expected one of VISIT, TOUR, GRANT.")
})
