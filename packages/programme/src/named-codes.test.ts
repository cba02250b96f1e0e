import { byId, parameter, type Parameter, type Unit, type Value } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { packWith, small, source, text } from './bad/good.js'
import { extend } from './extend.js'
import { diff, rulebook, type Pack } from './index.js'

const own = (unit: Unit, ...values: readonly Value[]) =>
  parameter({
    id: 'own',
    unit,
    title: { vi: 'riêng', en: 'own' },
    values: { all: { vi: 'tất cả', en: 'everything' } },
    timeline: values.map((value, year) => ({
      ...source,
      from: `${2023 + year}-01-01` as const,
      ...(year < values.length - 1 && { to: `${2023 + year}-12-31` as const }),
      value,
    })),
  })
/** With whatever values it has. */
const lawOf = ({ law }: Pack): Readonly<Record<string, Parameter>> => law.parameters
const named = (unit: Unit, ...values: readonly Value[]) => {
  return lawOf(packWith({ parameters: { own: own(unit, ...values) } }))['own']?.values
}
const everything = { vi: 'tất cả', en: 'everything' }

describe('in a pack the words for codes', () => {
  test('are those of the parameter, and the titles of the rules and values that a list names', () => {
    expect(named('list', ['SMALL', 'all'], ['limit'])).toEqual({ all: everything, SMALL: small.title, limit: text })
    expect(named('choice', 'SMALL')).toEqual({ all: everything, SMALL: small.title })
  })

  test('are those that the parameter gives, also for what is the id of a rule', () => {
    const given = { SMALL: { vi: 'nhỏ', en: 'small' } }
    const pack = packWith({ parameters: { own: { ...own('list', ['SMALL']), values: given } } })
    expect(lawOf(pack)['own']?.values).toEqual(given)
  })

  test('are not looked for in what is no code', () => {
    expect(named('persons', 3)).toEqual({ all: everything })
    expect(named('list', ['nowhere'])).toEqual({ all: everything })
  })

  test('follow the rules of a province, and are no difference in law', () => {
    const base: Pack = packWith({ parameters: { own: own('list', ['SMALL']) } })
    const ours = { ...small, id: 'OURS', title: { vi: 'của tỉnh', en: 'ours' } } as const
    const period = { from: '2024-01-01', to: '2024-12-31' } as const
    const value = { ...source, ...period, value: ['OURS', 'SMALL'] }
    const pack = extend(
      base,
      { id: 'p', version: '1', title: text, period },
      { replace: { parameters: { own: [value] } } },
      { rules: byId([ours]) },
    )
    expect(lawOf(pack)['own']?.values).toMatchObject({ OURS: ours.title, SMALL: small.title })
    expect(rulebook(pack, 'vi')).toContain(`riêng | của tỉnh; ${text.vi} |`)
    const { parameters } = diff(base.at('2024-03-01'), pack.at('2024-03-01'))
    expect(parameters.map(({ id, parts }) => [id, parts])).toEqual([['own', ['by', 'value']]])
  })
})
