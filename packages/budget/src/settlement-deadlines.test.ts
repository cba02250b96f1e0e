import { isoDate, workingCalendar, type IsoDate, type Parameter } from '@khuyencong/rules'
import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { nationalMoney, settlementDeadlines, type DeadlineFacts } from './index.js'
import { lawOn, withParameters } from './law-on.test-law.js'

const law = lawOn('2024-03-01')
const accepted = { fund: 'national', lastAcceptance: '2024-11-20', planYear: 2024 } as const

test('the dossier within 15 days of the last acceptance; liquidation by 22 January', () => {
  const { dossier, liquidation } = settlementDeadlines(law, accepted)
  expect(dossier).toMatchObject({ day: '2024-12-05', days: 15, counting: 'calendar', missing: [] })
  expect(liquidation).toMatchObject({ day: '2025-01-22', missing: [] })
})

test('each asks for what it needs, and not for what the other does', () => {
  expect(settlementDeadlines(law, { planYear: 2024 })).toMatchObject({
    dossier: { day: undefined, missing: ['lastAcceptance'] },
    liquidation: { day: '2025-01-22', missing: [] },
  })
  expect(settlementDeadlines(law, { lastAcceptance: '2024-11-20' })).toMatchObject({
    dossier: { day: '2024-12-05', missing: [] },
    liquidation: { day: undefined, missing: ['planYear'] },
  })
})

describe('in time', () => {
  const inTime = (facts: DeadlineFacts) => {
    const { dossier, liquidation } = settlementDeadlines(law, { ...accepted, ...facts })
    return [dossier.inTime, liquidation.inTime]
  }

  test('on the last day, and not the day after', () => {
    expect(inTime({ dossierHandedIn: '2024-12-05', liquidatedOn: '2025-01-22' })).toEqual(['met', 'met'])
    expect(inTime({ dossierHandedIn: '2024-12-06', liquidatedOn: '2025-01-23' })).toEqual(['unmet', 'unmet'])
  })

  test('not done, or the day not known: unknown', () => {
    expect(inTime({})).toEqual(['unknown', 'unknown'])
    const { dossier } = settlementDeadlines(law, { fund: 'national', dossierHandedIn: '2024-12-05' })
    expect(dossier).toMatchObject({ inTime: 'unknown', missing: ['lastAcceptance'] })
  })

  test('the finding names the article, the answer pack and version', () => {
    const { dossier, law: identity } = settlementDeadlines(law, accepted)
    expect(dossier.findings.map(({ rule, cites }) => [rule, cites[0].clause])).toEqual([['MR-11.dossier', '1']])
    expect(identity).toMatchObject({ pack: 'test.money', version: '0' })
  })

  test('the last days go over the end of a year and of February', () => {
    const day = (lastAcceptance: IsoDate) => settlementDeadlines(law, { ...accepted, lastAcceptance }).dossier.day
    expect([day('2024-12-31'), day('2024-02-14'), day('2023-02-14')]).toEqual([
      '2025-01-15',
      '2024-02-29',
      '2023-03-01',
    ])
  })
})

describe("a province's own deadlines", () => {
  const { parameters } = nationalMoney
  const own = (
    id: 'DEADLINE.dossier.counting.local' | 'DEADLINE.dossier.days.local',
    value: string | number,
  ): Parameter => ({
    ...parameters[id],
    timeline: parameters[id].timeline.map((entry) => ({ ...entry, value })),
  })
  const working = own('DEADLINE.dossier.counting.local', 'working')
  const local = lawOn('2024-03-01', withParameters(working))
  const calendar = workingCalendar([])

  test('in working days, with the calendar that is passed in', () => {
    const { dossier } = settlementDeadlines(local, { ...accepted, fund: 'provincial' }, calendar)
    expect(dossier).toMatchObject({ day: '2024-12-11', counting: 'working' })
  })

  /** Public holidays as a well-kept library lists them: without the days off in lieu, which are announced each year. */
  const holidays = (...years: readonly number[]): IsoDate[] =>
    years
      .flatMap((year) => new Holidays('VN').getHolidays(year))
      .filter(({ type }) => type === 'public')
      .flatMap(({ start, end }) => {
        const days: IsoDate[] = []
        // Days begin at 17:00 UTC of the day before in Vietnam.
        for (let noon = start.getTime() + 12 * 3_600_000; noon < end.getTime(); noon += 24 * 3_600_000)
          days.push(isoDate(new Date(noon + 7 * 3_600_000).toISOString().slice(0, 10)))
        return days
      })

  test.each([
    ['with no holiday', '2024-02-05', [], '2024-02-26'],
    ['across Tết, of which three days are working days', '2024-02-05', holidays(2024), '2024-02-29'],
    [
      'across Tết, with two days off in lieu',
      '2024-02-05',
      [...holidays(2024), '2024-02-08', '2024-02-14'],
      '2024-03-04',
    ],
    ['across the New Year', '2024-12-20', holidays(2024, 2025), '2025-01-13'],
  ] as const)('in working days %s', (_, lastAcceptance, daysOff, day) => {
    const known = { ...accepted, lastAcceptance, fund: 'provincial' } as const
    expect(settlementDeadlines(local, known, workingCalendar(daysOff)).dossier.day).toBe(day)
  })

  test('a day that is worked in exchange counts', () => {
    const swapped = workingCalendar([], ['2024-11-23'])
    const { dossier } = settlementDeadlines(local, { ...accepted, fund: 'provincial' }, swapped)
    expect(dossier.day).toBe('2024-12-10')
  })

  test('in working days without a calendar is refused', () => {
    expect(() => settlementDeadlines(local, { ...accepted, fund: 'provincial' })).toThrow(
      'calendar: the law counts working days, and no calendar is given. Expected a calendar that says which days are worked.',
    )
  })

  test('where funds differ, the fund is asked for', () => {
    const facts: DeadlineFacts = { ...accepted, fund: undefined }
    expect(settlementDeadlines(local, facts).dossier).toMatchObject({ day: undefined, days: 15, missing: ['fund'] })
    const longer = own('DEADLINE.dossier.days.local', 30)
    const both = lawOn('2024-03-01', withParameters(working, longer))
    expect(settlementDeadlines(both, facts).dossier.missing).toEqual(['fund'])
  })
})

test('that days are those of the calendar is a reading, and says which other there is', () => {
  const { dossier } = settlementDeadlines(lawOn('2018-07-09'), accepted)
  expect(dossier.trust).toMatchObject({ weakest: 'inferred', doubts: [{ id: 'DEADLINE.dossier.counting' }] })
  expect(nationalMoney.parameters['DEADLINE.dossier.counting'].timeline[0]?.readings).toMatchObject([
    { value: 'working' },
  ])
  expect(settlementDeadlines(lawOn('2018-07-09'), accepted).liquidation.trust.weakest).toBe('text')
  expect(settlementDeadlines(lawOn('2018-07-10'), accepted).liquidation.trust.weakest).toBe('assumed')
})

describe('the other reading, in working days', () => {
  const across = { fund: 'national', lastAcceptance: '2025-01-10', dossierHandedIn: '2025-02-05' } as const
  const tet = workingCalendar(['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'])

  test('turns the answer: it says so, with the day', () => {
    const { dossier, liquidation } = settlementDeadlines(law, across, tet)
    expect(dossier).toMatchObject({ day: '2025-01-25', inTime: 'unmet' })
    expect(dossier.notices).toEqual([
      {
        kind: 'open-question',
        parameter: 'DEADLINE.dossier.counting',
        title: nationalMoney.parameters['DEADLINE.dossier.counting'].title,
        taken: 'calendar',
        takenTitle: { vi: 'theo ngày lịch', en: 'in days of the calendar' },
        readings: [
          {
            value: 'working',
            title: { vi: 'tính theo ngày làm việc', en: 'counted in working days' },
            day: '2025-02-07',
            verdict: 'met',
          },
        ],
      },
    ])
    expect(liquidation.notices).toEqual([])
  })

  test('without a calendar: that it is not known', () => {
    expect(settlementDeadlines(law, across).dossier.notices).toMatchObject([
      { readings: [{ value: 'working', day: undefined, verdict: 'unknown' }] },
    ])
  })

  test('of both funds while it is not known which, and of none where the law counts in working days', () => {
    expect(
      settlementDeadlines(law, { ...across, fund: undefined }, tet).dossier.notices.map(({ parameter }) => parameter),
    ).toEqual(['DEADLINE.dossier.counting', 'DEADLINE.dossier.counting.local'])
    expect(settlementDeadlines(law, { fund: 'national' }, tet).dossier.notices).toEqual([])
  })
})

test.each([
  [
    'a dossier before the last acceptance',
    { lastAcceptance: '2024-12-20', dossierHandedIn: '2024-12-19' },
    'dossierHandedIn: 2024-12-19 is before 2024-12-20. Expected a day from 2024-12-20 on.',
  ],
  [
    'a liquidation before the year of the plan',
    { planYear: 2024, liquidatedOn: '2023-12-31' },
    'liquidatedOn: 2023-12-31 is before 2024-01-01. Expected a day from 2024-01-01 on.',
  ],
  [
    'a day of the dossier that is none',
    { lastAcceptance: '2024-12-20', dossierHandedIn: '2024-02-30' },
    "dossierHandedIn: '2024-02-30' is not a calendar day.",
  ],
  ['a day that is none', { lastAcceptance: '2024-02-30' }, "lastAcceptance: '2024-02-30' is not a calendar day."],
  ['a year that is none', { planYear: 24 }, "planYear: '25-01-22' is not a calendar day."],
])('%s is refused', (_, wrong, message) => {
  expect(() => settlementDeadlines(law, wrong as DeadlineFacts)).toThrow(message)
})
