import { bind, isoDate, type Law } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { nationalTitles, provincialTitles, reward, withProvince } from './index.js'

const lawOn = (day: string, law: Law = nationalTitles) => ({
  titles: bind(law, { pack: 'test', version: '0', asOf: isoDate(day) }),
})
const haiDuong = withProvince(provincialTitles['hai-duong'])
const living = { award: 'living' } as const

describe('State titles', () => {
  test.each([
    ['NNND', '2024-01-01', 22_500_000n],
    ['NNUT', '2024-01-01', 16_200_000n],
    ['NNND', '2024-06-30', 22_500_000n],
    ['NNUT', '2024-06-30', 16_200_000n],
    ['NNND', '2024-07-01', 29_250_000n],
    ['NNUT', '2024-07-01', 21_060_000n],
  ] as const)('%s decided on %s: %i đồng', (code, day, amount) => {
    expect(reward(lawOn(day), code, living)).toMatchObject({ code, status: 'known', amount, missing: [] })
  })

  test('the calculation as a sentence', () => {
    expect(reward(lawOn('2024-07-01'), 'NNND', living).text).toEqual({
      vi: '12,5 × 2.340.000 đồng = 29.250.000 đồng',
      en: '12.5 × 2,340,000 đồng = 29,250,000 đồng',
    })
    expect(reward(lawOn('2024-07-01'), 'NNUT', living).text?.vi).toBe('9 × 2.340.000 đồng = 21.060.000 đồng')
  })

  test('rest on what the press reports; from 1 July 2025 only on an assumption', () => {
    const trust = (day: string) => reward(lawOn(day), 'NNND', living).trust.weakest
    expect([trust('2025-06-30'), trust('2025-07-01')]).toEqual(['secondary', 'assumed'])
    expect(reward(lawOn('2025-07-01'), 'NNND', living).trust.doubts.map((d) => d.id)).toContain('NNND.multiple')
  })

  test('a posthumous award brings the same, but only by assumption', () => {
    const posthumous = reward(lawOn('2024-10-01'), 'NNUT', { award: 'posthumous' })
    expect(posthumous).toMatchObject({ status: 'known', amount: 21_060_000n, trust: { weakest: 'assumed' } })
    expect(posthumous.trust.doubts.find((d) => d.id === 'NNUT.multiple.posthumous')?.note?.en).toContain('Clause 3')
    expect(posthumous.text?.en).toContain('9 × 2,340,000')
  })

  test('without saying which, it is known because both agree, and as doubtful as the weaker', () => {
    expect(reward(lawOn('2024-10-01'), 'NNUT')).toMatchObject({
      status: 'known',
      amount: 21_060_000n,
      trust: { weakest: 'assumed' },
    })
  })

  test('before 2024 the figure was not seen: it is asked for, not taken as nothing', () => {
    const before = lawOn('2023-12-31')
    expect(reward(before, 'NNND', living)).toMatchObject({
      status: 'unknown',
      amount: undefined,
      text: undefined,
      missing: ['confirmedReward'],
    })
    expect(reward(before, 'NNND', { confirmedReward: 18_625_000n })).toMatchObject({
      status: 'known',
      amount: 18_625_000n,
      text: undefined,
      trust: { weakest: 'assumed' },
    })
  })

  test('before NĐ 123/2014 there is none', () => {
    const problem = {
      code: 'title-without-reward',
      field: 'title',
      message: 'test has no reward for the title NNND on 2014-12-24.',
      expected: 'a law with such a reward in force, e.g. that of a province for a provincial title',
    }
    expect(() => reward(lawOn('2014-12-24'), 'NNND')).toThrow(expect.objectContaining({ problems: [problem] }))
    expect(reward(lawOn('2014-12-25'), 'NNND').status).toBe('unknown')
  })
})

describe('the title of Hải Dương', () => {
  test.each([
    ['2019-07-01', 7_450_000n],
    ['2023-06-30', 7_450_000n],
    ['2023-07-01', 9_000_000n],
    ['2024-06-30', 9_000_000n],
    ['2024-07-01', 11_700_000n],
  ])('decided on %s: five months, %i đồng', (day, amount) => {
    expect(reward(lawOn(day, haiDuong), 'NN-TINH', living)).toMatchObject({ status: 'known', amount })
  })

  test('says that the minimum salary is taken as the base salary', () => {
    const { trust, text } = reward(lawOn('2024-12-01', haiDuong), 'NN-TINH')
    expect(trust.weakest).toBe('assumed')
    expect(trust.doubts.find((d) => d.id === 'NN-TINH.salary')?.note?.en).toContain('taken as the base salary')
    expect(text?.vi).toBe('5 × 2.340.000 đồng = 11.700.000 đồng')
  })

  test('before 1 July 2019 it asks for the minimum salary of the day', () => {
    const before = lawOn('2019-06-30', haiDuong)
    expect(reward(before, 'NN-TINH')).toMatchObject({ status: 'unknown', missing: ['minimumSalary'] })
    expect(reward(before, 'NN-TINH', { minimumSalary: 1_390_000n })).toMatchObject({
      status: 'known',
      amount: 6_950_000n,
      trust: { weakest: 'secondary' },
    })
    expect(() => reward(lawOn('2012-12-31', haiDuong), 'NN-TINH')).toThrow('no reward for the title NN-TINH')
  })
})

test('a province whose reward is not known has none to give', () => {
  const haNoi = lawOn('2024-12-01', withProvince(provincialTitles['ha-noi']))
  expect(() => reward(haNoi, 'NN-TINH')).toThrow('e.g. that of a province for a provincial title')
  expect(() => reward(haNoi, 'NN')).toThrow("'NN' is not a title code")
})

test('facts are checked', () => {
  const wrong = { confirmedReward: -1n }
  expect(() => reward(lawOn('2024-01-01'), 'NNND', wrong)).toThrow("'-1' is not a value of 'confirmedReward'")
})
