import { describe, expect, test } from 'vitest'
import { readGrants } from '../../seed/grants.js'
import { ceilingOf, type GrantFigures } from './ceiling.js'
import { replayGrants } from './replay.js'

const replays = replayGrants()
const single = replays.filter(({ grant }) => grant.class === 'SINGLE')

describe('grants really given', () => {
  test('every one with cost and support is replayed', () => {
    expect(single).toHaveLength(readGrants().grants.filter((grant) => grant.class === 'SINGLE').length)
  })

  test.each(single.map(({ grant, ceiling }) => ({ id: grant.id, content: ceiling.content, grant, ceiling })))(
    '$id $content: no more than the law of its plan date allowed',
    ({ grant, ceiling }) => {
      expect(ceiling.status).toBe('known')
      expect(grant.support).toBeLessThanOrEqual(ceiling.amount ?? -1n)
    },
  )

  test('those whose cost is not published are under the cap', () => {
    const others = replays.filter(({ grant }) => grant.class !== 'SINGLE')
    expect(others.map(({ grant }) => grant.id)).toEqual([
      'example-020',
      'example-030',
      'example-031',
      'example-032',
      'example-041',
    ])
    for (const { grant, ceiling } of others) {
      expect(ceiling.status).toBe('unknown')
      expect(grant.support).toBeLessThanOrEqual(ceiling.atMost ?? -1n)
    }
  })

  test('what bound them: rate or cap', () => {
    const bound = (term: string) => single.filter(({ ceiling }) => ceiling.binding === term).length
    expect([bound('rate'), bound('cap')]).toEqual([6, 9])
  })

  test('seven were given all that the cap allowed, two all that the rate allowed', () => {
    const full = single.filter(({ grant, ceiling }) => grant.support === ceiling.amount)
    expect(full.map(({ ceiling }) => ceiling.binding).sort()).toEqual([...Array<string>(6).fill('cap'), 'rate', 'rate'])
  })
})

describe('ceilingOf', () => {
  const grant: GrantFigures = {
    contentCode: 'MACH',
    beneficiaryCount: 1,
    fund: 'NATIONAL',
    planDate: '2018-05-11',
    provinceName: 'Bắc Ninh',
    totalCost: 2_000_000_000n,
  }

  test('goes by the law of the plan date: the cap rose on 11 May 2018', () => {
    expect(ceilingOf({ ...grant, planDate: '2018-05-10' })?.amount).toBe(200_000_000n)
    expect(ceilingOf(grant)?.amount).toBe(300_000_000n)
  })

  test("goes by the province's own pack inside its period, else by national law", () => {
    const pack = (provinceName: string, planDate: string) => ceilingOf({ ...grant, provinceName, planDate })?.law.pack
    expect(pack('Hải Dương', '2024-01-01')).toBe('hai-duong-2023')
    expect(pack('Hải Dương', '2022-12-31')).toBe('vn-national')
    expect(pack('Bắc Ninh', '2024-01-01')).toBe('vn-national')
  })

  test.each([
    ['several establishments', { beneficiaryCount: 2 }],
    ['an unknown number of establishments', { beneficiaryCount: null }],
    ['several contents', { contentCode: null }],
    ['a content that is not encoded', { contentCode: 'REFUNDABLE' }],
    ['a content of the programme itself', { contentCode: 'TRAIN' }],
    ['a plan before the first levels', { planDate: '2014-04-07' }],
  ])('none for %s', (_, change) => {
    expect(ceilingOf({ ...grant, ...change })).toBeNull()
  })

  test('a fund that is not known: known where the funds agree', () => {
    expect(ceilingOf({ ...grant, fund: 'UNKNOWN' })?.amount).toBe(300_000_000n)
  })
})
