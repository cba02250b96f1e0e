import { InputError, type IsoDate } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { certificateValidity } from './certificate.js'
import { lastDayToComplain, lastDayToDecide } from './complaint.js'
import { contestCeiling } from './contest-ceiling.js'
import { on } from './law.test-support.js'
import type { Level } from './level.js'

describe('validity of a certificate', () => {
  test.each([
    ['2024-01-01', '2026-12-31'],
    ['2024-12-31', '2026-12-31'],
    ['2025-01-01', '2027-12-31'],
  ])('issued %s, valid until %s', (issued, until) => {
    expect(certificateValidity(on('2024-06-01'), issued)).toMatchObject({ until })
  })
  test('the other reading is shown, and the reading taken is a doubt', () => {
    const { otherReadings, trust } = certificateValidity(on('2016-06-01'), '2016-06-01')
    expect(otherReadings).toEqual(['2019-12-31'])
    expect(trust).toMatchObject({ weakest: 'inferred', doubts: [{ id: 'CONTEST.certificate.years' }] })
  })
  test('a day that is none is refused', () => {
    expect(() => certificateValidity(on('2024-06-01'), '2024-02-30')).toThrow(InputError)
    expect(() => certificateValidity(on('2024-06-01'), '2024-02-30')).toThrow(/^issuedOn: /)
  })
})

describe('complaints', () => {
  const law = on('2024-03-01')

  test('15 working days from the notice, the day after being the first', () => {
    // Monday 4 March 2024: fifteen working days later it is Monday 25 March.
    expect(lastDayToComplain(law, '2024-03-04', new Set())).toMatchObject({ lastDay: '2024-03-25', workingDays: 15 })
  })
  test('10 working days for the council to decide', () => {
    expect(lastDayToDecide(law, '2024-03-04', new Set())).toMatchObject({ lastDay: '2024-03-18', workingDays: 10 })
  })
  test('notice on a Friday or over the weekend starts the term on Monday', () => {
    for (const day of ['2024-03-08', '2024-03-09', '2024-03-10'])
      expect(lastDayToDecide(law, day, new Set()).lastDay).toBe('2024-03-22')
  })
  test('public holidays do not count', () => {
    const holidays = new Set(['2024-04-18', '2024-04-29', '2024-04-30', '2024-05-01'])
    expect(lastDayToDecide(law, '2024-04-17', holidays).lastDay).toBe('2024-05-07')
  })
  test('across the end of a leap February and of a year', () => {
    expect(lastDayToDecide(law, '2024-02-26', new Set()).lastDay).toBe('2024-03-11')
    expect(lastDayToDecide(law, '2024-12-27', new Set()).lastDay).toBe('2025-01-10')
  })
  test('which day is the first is a convention; under the other it ends a day earlier', () => {
    expect(lastDayToDecide(law, '2024-03-04', new Set()).trust).toMatchObject({ weakest: 'assumed' })
    const other = on('2024-03-01', { 'CONTEST.complaint.first-day': 'same-day' })
    expect(lastDayToDecide(other, '2024-03-04', new Set()).lastDay).toBe('2024-03-15')
    expect(lastDayToDecide(other, '2024-03-09', new Set()).lastDay).toBe('2024-03-22')
  })
  test('a convention that the code does not know is refused', () => {
    const other = on('2024-03-01', { 'CONTEST.complaint.first-day': 'next-month' })
    expect(() => lastDayToDecide(other, '2024-03-04', new Set())).toThrow(/expected one of day-after, same-day/)
  })
  test('a day that is none is refused, and the field is named', () => {
    expect(() => lastDayToComplain(law, 'tomorrow', new Set())).toThrow(/notifiedOn/)
    expect(() => lastDayToDecide(law, 'tomorrow', new Set())).toThrow(/receivedOn/)
  })
})

describe('what a round may cost and a prize may be', () => {
  test.each([
    ['REGION', 100_000_000n, 200_000_000n],
    ['NATION', 200_000_000n, 400_000_000n],
  ] as const)('a round, %s: raised on 11 May 2018; what TT 64/2024 made of it is not known', (level, before, since) => {
    const ceiling = (day: IsoDate) => {
      const { amount, trust } = contestCeiling(on(day), 'cost', level)
      return [amount, trust.weakest]
    }
    expect(ceiling('2014-04-08')).toEqual([before, 'text'])
    expect(ceiling('2018-05-10')).toEqual([before, 'text'])
    expect(ceiling('2018-05-11')).toEqual([since, 'secondary'])
    expect(ceiling('2023-12-31')).toEqual([since, 'secondary'])
    expect(ceiling('2024-01-01')).toEqual([since, 'assumed'])
    expect(contestCeiling(on('2014-04-07'), 'cost', level).status).toBe('no-level')
  })
  test.each([
    ['prize', 'REGION', 5_000_000n],
    ['prize', 'NATION', 10_000_000n],
  ] as const)('%s, %s', (what, level, amount) => {
    const ceiling = (day: IsoDate) => contestCeiling(on(day), what, level)
    expect(ceiling('2014-04-08')).toMatchObject({ status: 'known', amount, trust: { weakest: 'text' } })
    expect(ceiling('2018-05-10')).toMatchObject({ status: 'known', amount })
    // Replaced by a circular whose prizes are not known: no level, which is not zero and not the old one.
    expect(ceiling('2018-05-11')).toMatchObject({
      status: 'no-level',
      amount: undefined,
      cites: [{ document: 'TT 28/2018/TT-BTC' }],
    })
    expect(ceiling('2014-04-07').status).toBe('no-level')
  })
  test.each(['DISTRICT', 'COMMUNE', 'PROVINCE'] as const)('%s: the province sets it', (level) => {
    expect(contestCeiling(on('2016-03-01'), 'cost', level).status).toBe('no-level')
    expect(contestCeiling(on('2016-03-01'), 'prize', level)).toMatchObject({
      status: 'no-level',
      needs: { en: 'Set by the province.' },
    })
  })
  test('no such level', () => {
    const problem = {
      code: 'level',
      field: 'level',
      message: "'WARD' is not a level of contests.",
      expected: 'one of DISTRICT, COMMUNE, PROVINCE, REGION, NATION',
    }
    expect(() => contestCeiling(on('2016-03-01'), 'prize', 'WARD' as Level)).toThrow(
      expect.objectContaining({ problems: [problem] }),
    )
  })
})
