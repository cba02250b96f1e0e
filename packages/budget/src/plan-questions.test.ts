import { contentCodes, type ContentCode } from '@khuyencong/domain'
import { parameter } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import {
  assessLocalLevel,
  assessProjectChoice,
  assessSource,
  budgetCode,
  fundSourceCodes,
  type BudgetCodeFacts,
  type PlanFacts,
} from './index.js'
import { lawOn, withParameters } from './law-on.test-law.js'

const law = lawOn('2024-03-01')

describe('sources (MR-15)', () => {
  test.each(fundSourceCodes)('%s is one', (moneySource) => {
    expect(assessSource(law, { moneySource }).verdict).toBe('met')
  })

  test('another source is none, and the decision names pack, version and article', () => {
    const { verdict, law: identity, findings, remedies } = assessSource(law, { moneySource: 'other' })
    expect([verdict, identity.pack, identity.version]).toEqual(['unmet', 'test.money', '0'])
    expect(findings[0]?.cites).toEqual([{ document: 'NĐ 45/2012/NĐ-CP', article: '13', clause: '1' }])
    expect(remedies[0]?.changes.flatMap((change) => change.facts)).toEqual(['moneySource'])
  })

  test('not known: asks', () => {
    expect(assessSource(law, {})).toMatchObject({ verdict: 'unknown', missing: ['moneySource'] })
  })
})

describe('levels of a province (MR-16)', () => {
  const level = (code: ContentCode, facts: PlanFacts) => {
    const { verdict, missing } = assessLocalLevel(law, code, facts)
    return { verdict, missing }
  }
  const byRegulation = { fund: 'provincial', levelSetBy: 'fund-regulation' } as const

  test('a content of the national list: the fund regulation is enough, and so is a resolution', () => {
    expect(level('MACH', byRegulation).verdict).toBe('met')
    expect(level('MACH', { ...byRegulation, levelSetBy: 'council-resolution' }).verdict).toBe('met')
    expect(level('MACH', { ...byRegulation, levelSetBy: 'none' }).verdict).toBe('unmet')
  })

  test.each(['QUALITY', 'ARTISAN'] as const)('%s is outside the list: the council decides', (code) => {
    expect(level(code, byRegulation).verdict).toBe('unmet')
    expect(level(code, { ...byRegulation, levelSetBy: 'council-resolution' }).verdict).toBe('met')
    expect(level(code, { fund: 'district' }).missing).toEqual(['levelSetBy'])
  })

  test('titles of artisans: who knows that they are on the list says so', () => {
    expect(level('ARTISAN', { ...byRegulation, outsideNationalList: false }).verdict).toBe('met')
  })

  test.each(['DIGITAL', 'DATA'] as const)('%s: whether it is on the list is not clear, so it is asked for', (code) => {
    expect(level(code, byRegulation)).toEqual({ verdict: 'unknown', missing: ['outsideNationalList'] })
    expect(level(code, { ...byRegulation, outsideNationalList: false }).verdict).toBe('met')
    expect(level(code, { ...byRegulation, levelSetBy: 'council-resolution' }).verdict).toBe('met')
  })

  test('the national fund has the levels of the circular: nothing is asked', () => {
    expect(level('QUALITY', { fund: 'national' })).toEqual({ verdict: 'met', missing: [] })
  })
})

describe('selection or tender (MR-17)', () => {
  const choice = (code: ContentCode, facts: PlanFacts) => {
    const { verdict, missing } = assessProjectChoice(law, code, facts)
    return { verdict, missing }
  }
  const tendered = ['FAIR-DOM-ORG', 'FAIR-DOM-JOIN', 'FAIR-ABROAD', 'MEDIA', 'CCN-INFRA', 'ENV-CCN'] as const
  const others = contentCodes.filter((code) => !tendered.some((one) => one === code))

  test.each(tendered)('%s of the national fund goes to tender where the law on tender applies', (code) => {
    const chosen = { fund: 'national', chosenBy: 'selection' } as const
    expect(choice(code, { ...chosen, tenderLawApplies: true }).verdict).toBe('unmet')
    expect(choice(code, { ...chosen, tenderLawApplies: true, chosenBy: 'tender' }).verdict).toBe('met')
    expect(choice(code, { ...chosen, tenderLawApplies: false }).verdict).toBe('met')
    expect(choice(code, chosen)).toEqual({ verdict: 'unknown', missing: ['tenderLawApplies'] })
  })

  test.each(others)('%s may be selected', (code) => {
    expect(choice(code, { fund: 'national', chosenBy: 'selection' }).verdict).toBe('met')
    expect(choice(code, { chosenBy: 'neither' }).verdict).toBe('unmet')
    expect(choice(code, {})).toEqual({ verdict: 'unknown', missing: ['chosenBy'] })
  })

  test('the local fund selects; by tender it needs not ask', () => {
    expect(choice('MEDIA', { fund: 'provincial', chosenBy: 'selection' }).verdict).toBe('met')
    expect(choice('MEDIA', { chosenBy: 'tender' }).verdict).toBe('met')
    expect(choice('MEDIA', { chosenBy: 'selection' }).missing).toEqual(['fund', 'tenderLawApplies'])
  })
})

describe('the code of the budget index (MR-18)', () => {
  const booked = (day: string, facts: BudgetCodeFacts) => {
    const { code, verdict, missing } = budgetCode(lawOn(day), facts)
    return { code, verdict, missing }
  }

  test.each(['2014-04-08', '2018-05-10'])('on %s: category 070, item 102', (day) => {
    expect(booked(day, { written: '070-102' })).toEqual({ code: '070-102', verdict: 'met', missing: [] })
    expect(booked(day, { written: '070-103' })).toEqual({ code: '070-102', verdict: 'unmet', missing: [] })
    expect(booked(day, {})).toEqual({ code: '070-102', verdict: 'unknown', missing: ['written'] })
  })

  test('what the law says goes before what anyone confirms', () => {
    expect(booked('2018-05-10', { written: '070-102', confirmed: '999-999' }).verdict).toBe('met')
  })

  test.each(['2018-05-11', '2024-03-01'])('on %s no source gives it: the finance department is asked', (day) => {
    expect(booked(day, {})).toEqual({ code: undefined, verdict: 'unknown', missing: ['confirmed', 'written'] })
    expect(booked(day, { written: '070-102' })).toEqual({
      code: undefined,
      verdict: 'unknown',
      missing: ['confirmed'],
    })
    expect(booked(day, { written: '111-222', confirmed: '111-222' }).verdict).toBe('met')
    expect(booked(day, { written: '070-102', confirmed: '111-222' }).verdict).toBe('unmet')
  })

  test('says how it is known', () => {
    const trust = (day: string) => budgetCode(lawOn(day), { written: '070-102' }).trust.weakest
    expect([trust('2018-05-10'), trust('2018-05-11')]).toEqual(['text', 'assumed'])
  })

  test('an index that a pack knows takes the place of the question', () => {
    const source = { from: '2018-05-11', cites: [{ document: 'QĐ 1/2024' }], trust: 'text' } as const
    const title = { vi: 'Mã', en: 'Code' }
    const known = (value: string | number) =>
      lawOn(
        '2024-03-01',
        withParameters(parameter({ id: 'BUDGET.code', unit: 'choice', title, timeline: [{ ...source, value }] })),
      )
    expect(budgetCode(known('111-222'), { written: '111-222' })).toMatchObject({ verdict: 'met', code: '111-222' })
    expect(() => budgetCode(known(70), {})).toThrow('Parameter BUDGET.code holds no code; expected category and item')
  })

  test.each([
    [{ written: '70-102' }, "written: '70-102' is not a code of the budget index. Expected category and item of three"],
    [{ confirmed: 'abc' }, "confirmed: 'abc' is not a code of the budget index."],
  ])('%o is refused', (facts, message) => {
    expect(() => budgetCode(law, facts)).toThrow(message)
  })
})
