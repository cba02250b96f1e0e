import { workingCalendar, type Parameter } from '@khuyencong/rules'
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

test.each([
  ['a day that is none', { lastAcceptance: '2024-02-30' }, "lastAcceptance: '2024-02-30' is not a calendar day."],
  ['a year that is none', { planYear: 24 }, "planYear: '25-01-22' is not a calendar day."],
])('%s is refused', (_, wrong, message) => {
  expect(() => settlementDeadlines(law, wrong as DeadlineFacts)).toThrow(message)
})
