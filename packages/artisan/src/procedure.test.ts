import { bind, isoDate, workingCalendar, type IsoDate, type Law } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import {
  deadline,
  decreeOf,
  nationalTitles,
  nextRound,
  procedure,
  provincialTitles,
  withProvince,
  type Procedure,
} from './index.js'

const lawOn = (day: string, law: Law = nationalTitles) => ({
  titles: bind(law, { pack: 'test', version: '0', asOf: isoDate(day) }),
})
const ofProvince = (id: keyof typeof provincialTitles, day: string) => lawOn(day, withProvince(provincialTitles[id]))

function termOf({ steps }: Procedure, id: string) {
  const step = steps.find((one) => one.id === id)
  if (!step || typeof step.term === 'string') throw new Error(`${id} has no term.`)
  return step.term
}

describe('the steps of a State title', () => {
  test('under NĐ 123/2014: province, ministry, comment, State council, President', () => {
    const { status, decree, steps } = procedure(lawOn('2019-05-09'), 'NNUT')
    expect([status, decree]).toEqual(['known', 'NĐ 123/2014/NĐ-CP'])
    expect(steps.map(({ id }) => id)).toEqual([
      'ND123-FILE',
      'ND123-PROVINCE',
      'ND123-MINISTRY',
      'ND123-COMMENT',
      'ND123-STATE',
      'ND123-PRESIDENT',
    ])
  })

  test('under NĐ 43/2024: the dossier is answered in 10 days, completed in 15, commented on for 20', () => {
    const way = procedure(lawOn('2025-09-15'), 'NNND', { filedOn: '2025-09-15' })
    expect(way).toMatchObject({ status: 'known', missing: [], decree: 'NĐ 43/2024/NĐ-CP' })
    expect(['ND43-CHECK', 'ND43-COMPLETE', 'ND43-COMMENT'].map((id) => termOf(way, id))).toMatchObject([
      { value: 10, unit: 'days', trust: 'secondary' },
      { value: 15, unit: 'days' },
      { value: 20, unit: 'days' },
    ])
  })

  test('a term that no source gave says so', () => {
    const way = procedure(lawOn('2025-09-15'), 'NNND', { filedOn: '2025-09-15' })
    expect(way.steps.find(({ id }) => id === 'ND43-PUBLISH')?.term).toBe('not-seen')
    expect(way.steps.find(({ id }) => id === 'ND43-FILE')?.term).toBe('none')
  })

  test('the decree hangs on the day of filing, from 6 June 2024 on', () => {
    const way = (day: string, filedOn?: IsoDate) => procedure(lawOn(day), 'NNUT', filedOn ? { filedOn } : {})
    expect(way('2024-06-05').decree).toBe('NĐ 123/2014/NĐ-CP')
    expect(way('2024-06-06')).toMatchObject({ status: 'unknown', missing: ['filedOn'], steps: [] })
    expect(way('2024-06-06', '2024-06-05').decree).toBe('NĐ 123/2014/NĐ-CP')
    expect(way('2024-06-06', '2024-06-06').decree).toBe('NĐ 43/2024/NĐ-CP')
    expect(termOf(way('2025-12-17', '2024-06-05'), 'ND123-COMMENT').value).toBe(15)
    expect(decreeOf('2024-06-06', undefined)).toBeUndefined()
  })
})

describe('the steps of a provincial title', () => {
  test('Hải Dương: proposer, district, department, council, committee; its terms are not known', () => {
    const province = provincialTitles['hai-duong']
    const way = procedure(ofProvince('hai-duong', '2024-10-01'), 'NN-TINH', { province })
    expect(way.steps.map(({ term }) => term)).toEqual(['none', 'not-seen', 'not-seen', 'not-seen', 'none'])
    expect(way).toMatchObject({
      title: 'NN-TINH',
      status: 'known',
      missing: [],
      decree: undefined,
      law: { asOf: '2024-10-01' },
    })
  })

  test('Quảng Nam: fifteen days of comment', () => {
    const way = procedure(ofProvince('quang-nam', '2023-10-16'), 'THO-GIOI', {
      province: provincialTitles['quang-nam'],
    })
    expect(termOf(way, 'QN-COMMENT')).toMatchObject({ value: 15, cites: [{ article: '12', clause: '2' }] })
  })

  test('without a province that has the title it is refused', () => {
    const law = ofProvince('hai-duong', '2024-10-01')
    const expected = 'a province that has this title, e.g. provincialTitles["hai-duong"] for NN-TINH'
    const problem = { code: 'province-missing', field: 'about.province', expected }
    const without = { ...problem, message: "The steps of NN-TINH are each province's own." }
    expect(() => procedure(law, 'NN-TINH')).toThrow(expect.objectContaining({ problems: [without] }))
    const other = { ...problem, message: "The steps of THO-GIOI are each province's own." }
    const province = provincialTitles['hai-duong']
    expect(() => procedure(law, 'THO-GIOI', { province })).toThrow(expect.objectContaining({ problems: [other] }))
    expect(() => procedure(law, 'X')).toThrow("'X' is not a title code")
  })

  test('a law that lacks the term leaves it unseen', () => {
    const way = procedure(lawOn('2023-10-16'), 'NN-TINH', { province: provincialTitles['quang-nam'] })
    expect(way.steps[0]?.term).toBe('not-seen')
  })

  test('a term that is none does not pass for one', () => {
    const [first] = provincialTitles['quang-nam'].steps
    if (!first) throw new Error('Quảng Nam has no steps.')
    const wrong = { ...provincialTitles['quang-nam'], steps: [{ ...first, term: { id: 'NN-TINH.cycle' } }] }
    expect(() => procedure(ofProvince('quang-nam', '2023-10-16'), 'NN-TINH', { province: wrong })).toThrow(
      'Parameter NN-TINH.cycle is no term: expected a number in days or working-days.',
    )
  })
})

describe('deadlines', () => {
  const comment123 = termOf(procedure(lawOn('2019-08-13'), 'NNND'), 'ND123-COMMENT')
  const check43 = termOf(procedure(lawOn('2025-09-15'), 'NNUT', { filedOn: '2025-09-15' }), 'ND43-CHECK')
  const weekdays = workingCalendar([])

  test('fifteen working days from 13 August 2019 end after National Day', () => {
    expect(deadline(comment123, '2019-08-13', workingCalendar(['2019-09-02']))).toMatchObject({
      from: '2019-08-13',
      lastDay: '2019-09-04',
      due: '2019-09-04',
      trust: 'secondary',
    })
    expect(deadline(comment123, '2019-08-13', weekdays).due).toBe('2019-09-03')
  })

  test('calendar days run through weekends; a last day that is off moves to the next working day', () => {
    expect(deadline(check43, '2025-09-15', weekdays)).toMatchObject({ lastDay: '2025-09-25', due: '2025-09-25' })
    // 21 August 2025 and ten days end on Sunday; Monday and Tuesday are National Day.
    const calendar = workingCalendar(['2025-09-01', '2025-09-02'])
    expect(deadline(check43, '2025-08-21', calendar)).toMatchObject({ lastDay: '2025-08-31', due: '2025-09-03' })
    expect(deadline(check43, '2025-08-21', weekdays).due).toBe('2025-09-01')
  })

  test('name the term and how it is counted', () => {
    expect(
      deadline(comment123, '2019-08-13', weekdays).cites.map(({ document, article }) => `${document} ${article}`),
    ).toEqual(['NĐ 123/2014/NĐ-CP 15', 'BLDS 2015 147', 'BLDS 2015 148'])
    const trust = (of: 'text' | 'assumed') => deadline({ ...comment123, trust: of }, '2019-08-13', weekdays).trust
    // How the days are counted is known at second hand.
    expect([trust('text'), trust('assumed')]).toEqual(['secondary', 'assumed'])
  })
})

describe('the next round', () => {
  test('State titles every three years, those of Hải Dương every two', () => {
    const law = ofProvince('hai-duong', '2024-10-01')
    expect(nextRound(law, 'NNND', 2024)).toMatchObject({
      status: 'known',
      year: 2027,
      every: { value: 3, trust: 'secondary' },
    })
    expect(nextRound(law, 'NN-TINH', 2024)).toMatchObject({ status: 'known', year: 2026, every: { value: 2 } })
  })

  test('both decrees have the same cycle', () => {
    const documents = ['2024-06-05', '2024-06-06'].map(
      (day) => nextRound(lawOn(day), 'NNUT', 2021).every?.cites[0].document,
    )
    expect(documents).toEqual(['NĐ 123/2014/NĐ-CP', 'NĐ 43/2024/NĐ-CP'])
  })

  test('where the cycle is not known, neither is the year', () => {
    expect(nextRound(lawOn('2024-10-01'), 'NN-TINH', 2024)).toMatchObject({ status: 'unknown', year: undefined })
    expect(() => nextRound(lawOn('2024-10-01'), 'X', 2024)).toThrow("'X' is not a title code")
  })
})
