import { advanceLimit, assessLocalLevel, moneyWords, settlementDeadlines, yearEnd } from '@khuyencong/budget'
import {
  all,
  byId,
  exception,
  not,
  requirement,
  toJson,
  traceDocument,
  traceText,
  workingCalendar,
} from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { check, diff, diffTable, extend, impact, national, replay, rulebook, withAreas, type Changes } from './index.js'

/** A province's own rules of money, on top of the national ones, as any other area is extended. */

const m = 1_000_000n
const { money } = national.areas
const { is } = moneyWords

const source = { cites: [{ document: 'QĐ 9/2024/QĐ-UBND', article: '5' }], trust: 'text' } as const
const from = '2024-07-01' as const
const description = {
  id: 'province.money',
  version: '2',
  title: { vi: 'Kinh phí của tỉnh', en: 'Money of the province' },
  period: { from: '2024-01-01', to: '2025-12-31' },
} as const

const extended = (changes: Changes<typeof money.law>) => extend(money, description, changes)
const lawOf = (pack: { at: typeof money.at }, day: string) => ({ money: pack.at(day) })

const machine = {
  fund: 'provincial',
  award: 300n * m,
  contractSigned: true,
  duration: 'one-year',
  alreadyAdvanced: 0n,
  totalInvestment: 600n * m,
  workDone: 421n * m,
} as const

describe('a province', () => {
  test('replaces a figure of its fund from a day on, and the answer names pack and version', () => {
    const half = { ...source, from, value: { numerator: 50n, denominator: 100n } }
    const pack = extended({ replace: { parameters: { 'ADVANCE.establishment-works.first.local': [half] } } })
    expect(advanceLimit(lawOf(pack, '2024-06-30'), 'MACH', machine).limit).toBe(210n * m)
    const { limit, steps, law } = advanceLimit(lawOf(pack, '2024-07-01'), 'MACH', machine)
    expect(limit).toBe(150n * m)
    expect(steps[0]?.cites).toEqual(source.cites)
    expect(law).toEqual({ pack: 'province.money', version: '2', asOf: '2024-07-01' })
  })

  test('replaces a rule, and the finding says by whom', () => {
    const pack = extended({
      replace: {
        rules: { 'MR-4.contract': [{ ...source, from, requires: all(is('contractSigned'), is('accepted')) }] },
      },
    })
    const contract = (day: string) =>
      advanceLimit(lawOf(pack, day), 'MACH', machine).findings.find(({ rule }) => rule === 'MR-4.contract')
    expect(contract('2024-06-30')).toMatchObject({ verdict: 'met' })
    expect(contract('2024-06-30')?.by).toBeUndefined()
    expect(contract('2024-07-01')).toMatchObject({
      verdict: 'unknown',
      by: 'province.money',
      cites: source.cites,
      missing: ['accepted'],
    })
  })

  test('exempts from a rule', () => {
    const pack = extended({ exempt: { 'MR-5.establishment-works': { ...source, from } } })
    const verdict = (day: string) => advanceLimit(lawOf(pack, day), 'MACH', { ...machine, workDone: 0n }).verdict
    expect([verdict('2024-06-30'), verdict('2024-07-01')]).toEqual(['unmet', 'met'])
  })

  test('adds an exception for its own fund, which leaves the national fund as it was', () => {
    const noContract = exception({
      id: 'P-NO-CONTRACT',
      group: 'funding',
      title: { vi: 'Kinh phí tỉnh: tạm ứng theo quyết định', en: 'Provincial fund: advances on the decision' },
      exceptionTo: ['MR-4.contract'],
      from,
      ...source,
      applies: is('fund', 'provincial'),
    })
    const pack = extend(money, description, {}, { rules: byId([noContract]) })
    const verdict = (fund: 'provincial' | 'national', day = '2024-07-01') =>
      advanceLimit(lawOf(pack, day), 'MACH', { ...machine, fund, contractSigned: false }).verdict
    expect([verdict('provincial'), verdict('national'), verdict('provincial', '2024-06-30')]).toEqual([
      'met',
      'unmet',
      'unmet',
    ])
    expect(check(pack)).toEqual([])
  })

  test('adds a rule of its own to a question', () => {
    const own = requirement({
      id: 'P-1',
      group: 'plan',
      title: { vi: 'Chỉ kinh phí tỉnh', en: 'The provincial fund alone' },
      subjects: ['LOCAL-LEVEL'],
      from,
      ...source,
      requires: not(is('fund', 'district')),
    })
    const pack = extend(money, description, {}, { rules: byId([own]) })
    const known = { fund: 'district', levelSetBy: 'council-resolution' } as const
    const verdict = (day: string) => assessLocalLevel(lawOf(pack, day), 'MACH', known).verdict
    expect([verdict('2024-06-30'), verdict('2024-07-01')]).toEqual(['met', 'unmet'])
  })

  test('counts its deadlines in working days', () => {
    const working = { ...source, from, value: 'working' }
    const pack = extended({ replace: { parameters: { 'DEADLINE.dossier.counting.local': [working] } } })
    const day = (on: string) =>
      settlementDeadlines(lawOf(pack, on), { fund: 'provincial', lastAcceptance: '2024-11-20' }, workingCalendar([]))
        .dossier.day
    expect([day('2024-06-30'), day('2024-07-01')]).toEqual(['2024-12-05', '2024-12-11'])
  })

  test('names of rules and values that the national law does not have do not compile', () => {
    expect(() =>
      // @ts-expect-error MR-99 is no rule of money
      extended({ exempt: { 'MR-99': { ...source, from } } }),
    ).toThrow("Pack province.money changes the rule 'MR-99', which vn-national.money does not have.")
    expect(() =>
      // @ts-expect-error ADVANCE.kap is no value of money
      extended({ replace: { parameters: { 'ADVANCE.kap': [{ ...source, from, value: 1n }] } } }),
    ).toThrow("Pack province.money changes the parameter 'ADVANCE.kap', which vn-national.money does not have.")
    // @ts-expect-error a change without a citation
    expect(() => extended({ exempt: { 'MR-10': { from, trust: 'text' } } }).at(from)).toThrow('cites nothing')
  })

  test('rides along with the law of the province', () => {
    const pack = withAreas(national, { ...national.areas, money: extended({}) })
    const { law } = yearEnd(pack.at('2024-12-31'), { unused: 1n, allowed: 1n })
    expect(law.pack).toBe('province.money')
  })
})

describe('check', () => {
  test('finds nothing wrong with the national law on money', () => {
    expect(check(money)).toEqual([])
  })

  test('says where a province sets a share above the national one', () => {
    const more = { ...source, from, value: { numerator: 80n, denominator: 100n } }
    const pack = extended({ replace: { parameters: { 'ADVANCE.cap.local': [more] } } })
    expect(check(pack)).toMatchObject([
      { code: 'above-reference', place: { id: 'ADVANCE.cap.local', from }, cites: source.cites },
    ])
  })

  test('says when a rule is about a question that there is not', () => {
    const stray = requirement({
      id: 'P-2',
      group: 'plan',
      title: description.title,
      subjects: ['ADVANCE.machines'],
      from,
      ...source,
      requires: is('accepted'),
    })
    const pack = extend(money, description, {}, { rules: byId([stray]) })
    expect(check(pack)).toMatchObject([{ code: 'unknown-subject', place: { id: 'P-2' } }])
  })
})

describe('two laws on money side by side', () => {
  test('the budget code ends with the joint circular; how much else is only known otherwise', () => {
    const { parameters, rules, amounts } = diff(money.at('2018-05-10'), money.at('2018-05-11'))
    expect(parameters.filter(({ change }) => change === 'removed').map(({ id }) => id)).toEqual(['BUDGET.code'])
    expect(rules.map(({ id, parts }) => [id, parts])).toContainEqual(['MR-17', ['cites', 'note', 'trust']])
    expect(amounts.map(({ id }) => id)).toContain('MANAGEMENT.fund-manager')
  })

  test('as a table, with the article of each change', () => {
    const half = { ...source, from, value: { numerator: 50n, denominator: 100n } }
    const pack = extended({ replace: { parameters: { 'ADVANCE.cap.local': [half] } } })
    const table = diffTable(diff(pack.at('2024-06-30'), pack.at(from)), 'vi')
    expect(table).toContain(
      '| Tổng mức tạm ứng tối đa so với mức hỗ trợ (kinh phí địa phương) (ADVANCE.cap.local; sửa đổi) | 70%',
    )
    expect(table).toContain('Điều 5 QĐ 9/2024/QĐ-UBND')
  })

  test('over a population: what it costs that less may be advanced', async () => {
    const half = { ...source, from, value: { numerator: 50n, denominator: 100n } }
    const pack = extended({ replace: { parameters: { 'ADVANCE.cap.local': [half] } } })
    const facts = { ...machine, firstShare: 'circular', advanceRound: 'first' } as const
    const population = ['1', '2'].map((id) => ({ id, content: 'ADVANCE.establishment-works', facts }))
    const { total, ceilings } = await impact(pack.at('2024-06-30'), pack.at(from), population)
    expect(total).toMatchObject({ records: 2, cost: { before: 420n * m, after: 300n * m, change: -120n * m } })
    expect(ceilings.lowered).toMatchObject({ count: 2, by: 120n * m })
  })
})

describe('an answer on money that is kept', () => {
  const law = money.at('2024-03-01')
  const facts = { alreadyAdvanced: 210n, settledSupport: 200n, returnedToBudget: 9n }
  const kept = toJson(traceDocument(law, facts, law.decide('RETURN', facts)))

  test('is given again to the byte', () => {
    expect(replay(money, kept)).toEqual({ outcome: 'same' })
    expect(replay(extended({}), kept)).toMatchObject({ outcome: 'other-pack' })
  })

  test('reads as sentences, with the article', () => {
    const text = traceText(traceDocument(law, facts, law.decide('RETURN', facts)), 'vi')
    expect(text).toContain('khoản 6 Điều 12 TT 36/2013/TT-BCT')
  })
})

test('the rulebook has the rules of money article by article', () => {
  const book = rulebook(money, 'vi')
  const articles = ['NĐ 45/2012/NĐ-CP', 'TT 36/2013/TT-BCT', 'Điều 13', 'Điều 14', 'Điều 16', 'Điều 18', 'Điều 19']
  for (const article of articles) expect(book).toMatch(new RegExp(`^##+ ${article.replaceAll('/', '\\/')}$`, 'm'))
  for (const { id } of Object.values(money.law.rules)) expect(book).toContain(`\`${id}\` · `)
})
