import { facts, is } from '@khuyencong/domain'
import { assess } from '@khuyencong/eligibility'
import {
  byId,
  defineFacts,
  LawError,
  parameter,
  requirement,
  toJson,
  traceDocument,
  vocabulary,
} from '@khuyencong/rules'
import schema from '@khuyencong/rules/schema/trace.v1.json' with { type: 'json' }
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { definePack, extend, national, type Changes } from './index.js'

const source = { cites: [{ document: 'NQ 1/2024' }], trust: 'text' } as const
const nothing = { rules: {}, parameters: {}, amounts: {} }
const description = {
  id: 'province',
  version: '1',
  title: { vi: 'Tỉnh', en: 'Province' },
  period: { from: '2024-01-01', to: '2024-12-31' },
} as const

const household = { activity: 'direct-production', legalForm: 'business-household', legallyEstablished: true } as const

describe('a province on top of national law', () => {
  test('replaces a value for a time; before and after, the national one stays', () => {
    const changed = { ...source, from: '2024-03-01', to: '2024-03-31', value: 250_000_000n } as const
    const pack = extend(national, description, { replace: { parameters: { 'MACH.cap': [changed] } } })
    const cap = (day: string) => pack.at(day).parameters.find((p) => p.parameter.id === 'MACH.cap')?.entry
    expect(cap('2024-02-29')?.value).toBe(300_000_000n)
    expect(cap('2024-03-01')?.value).toBe(250_000_000n)
    expect(cap('2024-03-31')?.cites).toEqual([{ document: 'NQ 1/2024' }])
    expect(cap('2024-04-01')?.value).toBe(300_000_000n)
  })

  test('the trace of an answer names the province beside the value that it replaced, and beside no other', () => {
    const changed = { ...source, from: '2024-03-01', value: 250_000_000n } as const
    const law = extend(national, description, { replace: { parameters: { 'MACH.cap': [changed] } } }).at('2024-03-01')
    const given = { fund: 'national', eligibleCost: 900_000_000n } as const
    const amount = law.amount('MACH', given)
    if (!amount) throw new Error('machinery has a level')
    const document = traceDocument(law, given, amount)
    const by = document.parameters.map((entry) => [entry.parameter, entry.by])
    expect(by.filter(([, pack]) => pack !== undefined)).toEqual([['MACH.cap', 'province']])
    expect(toJson(document)).toMatch(/"by":"province","cites":[^}]+\}\],"name":"?[a-z]+"?,"note":null,"op":"parameter"/)
    expect(new Ajv2020({ validateFormats: false }).validate(schema, JSON.parse(toJson(document)))).toBe(true)
  })

  test('replaces a rule, and the finding names the province', () => {
    const version = { ...source, from: '2024-01-01', requires: is('legallyEstablished') } as const
    const pack = extend(national, description, { replace: { rules: { 'EL-02': [version] } } })
    const finding = pack
      .at('2024-03-01')
      .decide('BRAND', { ...household, legalForm: 'other' })
      .findings.find((f) => f.rule === 'EL-02')
    expect(finding).toMatchObject({ verdict: 'met', by: 'province', cites: [{ document: 'NQ 1/2024' }] })
    const before = national.at('2024-03-01').decide('BRAND', { ...household, legalForm: 'other' })
    expect(before.findings.find((f) => f.rule === 'EL-02')?.verdict).toBe('unmet')
  })

  test('exempts from a rule', () => {
    const pack = extend(national, description, { exempt: { 'EL-05': { ...source, from: '2024-07-01' } } })
    const verdict = (day: string) =>
      pack
        .at(day)
        .decide('BRAND', { producesAtSite: false })
        .findings.find((f) => f.rule === 'EL-05')
    expect(verdict('2024-06-30')).toMatchObject({ verdict: 'unmet' })
    expect(verdict('2024-07-01')).toMatchObject({ verdict: 'met', by: 'province' })
  })

  test('adds a rule', () => {
    const rule = requirement({
      id: 'P-1',
      group: 'applicant',
      title: { vi: 'Quy định riêng', en: 'Own rule' },
      from: '2024-01-01',
      ...source,
      requires: is('provincialTestConfirmed'),
    })
    const pack = extend(national, description, {}, { rules: byId([rule]) })
    expect(pack.at('2024-03-01').decide('BRAND', {}).missing).toContain('provincialTestConfirmed')
    expect(Object.keys(pack.law.rules)).toContain('P-1')
  })

  test('an id that the base does not have does not compile, and does not build', () => {
    const wrong = { ...source, from: '2024-01-01', value: 1n } as const
    expect(() =>
      // @ts-expect-error MACH.kap is not a parameter of national law
      extend(national, description, { replace: { parameters: { 'MACH.kap': [wrong] } } }),
    ).toThrow("Pack province changes the parameter 'MACH.kap', which vn-national does not have.")
    expect(() =>
      // @ts-expect-error EL-99 is not a rule of national law
      extend(national, description, { exempt: { 'EL-99': { ...source, from: '2024-01-01' } } }),
    ).toThrow("Pack province changes the rule 'EL-99', which vn-national does not have.")
  })

  test('a value of another kind does not compile, nor a general rule that requires nothing', () => {
    const from = '2024-01-01'
    const replacing = (replace: Changes<typeof national.law>['replace'] & object) =>
      extend(national, description, { replace })
    // @ts-expect-error money is a bigint
    replacing({ parameters: { 'MACH.cap': [{ ...source, from, value: 1.5 }] } })
    // @ts-expect-error a share is an exact ratio
    replacing({ parameters: { 'MACH.rate': [{ ...source, from, value: 45n }] } })
    // @ts-expect-error a general rule requires something
    const wrong = replacing({ rules: { 'EL-05': [{ ...source, from }] } })
    expect(() => wrong.at('2024-03-01')).toThrow('Rule EL-05: what holds from 2024-01-01 requires nothing')
    const rounding = { ...source, from, value: 'up' } as const
    const pack = replacing({
      parameters: { 'SUPPORT.rounding': [rounding] },
      rules: { 'EL-06': [{ ...source, from }] },
    })
    expect(pack.at('2024-03-01').identity.pack).toBe('province')
  })

  test('a change whose periods overlap is refused, with its pack and its item', () => {
    const twice = (['2024-01-01', '2024-03-01'] as const).map((from) => ({ ...source, from, value: 1n }))
    expect(() => extend(national, description, { replace: { parameters: { 'MACH.cap': twice } } })).toThrow(
      'Pack province, parameter MACH.cap: the period from 2024-01-01 overlaps the one from 2024-03-01',
    )
  })

  test('replaces a rule for a time and lifts it for another, but not at once', () => {
    const version = { ...source, from: '2024-01-01', to: '2024-06-30', requires: is('siteInProvince') } as const
    const lifted = (from: '2024-06-30' | '2024-07-01') =>
      extend(national, description, {
        replace: { rules: { 'EL-05': [version] } },
        exempt: { 'EL-05': { ...source, from } },
      })
    const verdict = (day: string) =>
      lifted('2024-07-01')
        .at(day)
        .decide('BRAND', { siteInProvince: false, producesAtSite: false })
        .findings.find((f) => f.rule === 'EL-05')?.verdict
    expect([verdict('2024-06-30'), verdict('2024-07-01')]).toEqual(['unmet', 'met'])
    expect(() => lifted('2024-06-30')).toThrow(
      'Pack province, rule EL-05: the period from 2024-01-01 to 2024-06-30 overlaps',
    )
  })

  test('adds a fact that its rules read, asked after those of the base', () => {
    const own = defineFacts({
      fireApproved: {
        kind: 'flag',
        group: 'site',
        mutability: 'changeable',
        title: { vi: 'Được nghiệm thu phòng cháy', en: 'Fire safety approved' },
        question: {
          vi: 'Nhà xưởng đã được nghiệm thu phòng cháy?',
          en: 'Is the fire safety of the workshop approved?',
        },
      },
    })
    const rule = requirement({
      id: 'P-FIRE',
      group: 'site',
      title: { vi: 'Phòng cháy', en: 'Fire safety' },
      from: '2024-01-01',
      ...source,
      requires: vocabulary<typeof own>().is('fireApproved'),
    })
    const law = extend(national, description, {}, { facts: own, rules: byId([rule]) }).at('2024-03-01')
    expect(law.decide('BRAND', {}).missing.at(-1)).toBe('fireApproved')
    const found = assess(law, 'BRAND', law.read({ fireApproved: true })).findings.find((f) => f.rule === 'P-FIRE')
    expect(found?.verdict).toBe('met')
    expect(() => extend(national, description, {}, { facts: { fund: own.fireApproved } })).toThrow(
      "Pack province adds the fact 'fund', which vn-national already has; read that one.",
    )
  })

  test('an addition may not take an id of the base', () => {
    const taken = parameter({ id: 'MACH.cap', title: description.title, unit: 'dong', timeline: [] })
    expect(() => extend(national, description, {}, { parameters: byId([taken]) })).toThrow(
      "Pack province adds the parameter 'MACH.cap', which vn-national already has; replace it instead.",
    )
  })

  test('an exception cannot itself be exempted', () => {
    const exempt = { 'EL-06': { ...source, from: '2024-01-01' } } as const
    expect(() => extend(national, description, { exempt })).toThrow(LawError)
  })
})

test('a pack whose keys and ids differ does not build', () => {
  const stray = parameter({ id: 'A', title: description.title, unit: 'dong', timeline: [] })
  expect(() => definePack(description, facts, { ...nothing, parameters: { B: stray } })).toThrow(
    "Pack province: parameters 'B' holds an item with the id 'A'.",
  )
})

describe('at', () => {
  const pack = extend(national, description, {})

  test('answers on the first and the last day of the period', () => {
    expect(pack.at('2024-01-01').identity).toEqual({ pack: 'province', version: '1', asOf: '2024-01-01' })
    expect(pack.at('2024-12-31').identity.asOf).toBe('2024-12-31')
  })

  test.each(['2023-12-31', '2025-01-01'])('refuses %s, naming the period', (day) => {
    expect(() => pack.at(day)).toThrow(
      `asOf: ${day} is outside the period of the pack province. Expected a day from 2024-01-01 to 2024-12-31`,
    )
  })

  test.each(['2024-02-30', '1/3/2024', '2024-3-1', '', 'today'])("refuses '%s', which is not a day", (day) => {
    expect(() => pack.at(day)).toThrow(`asOf: '${day}' is not a calendar day.`)
  })

  test('national law has no last day', () => {
    expect(national.at('2099-01-01').identity.pack).toBe('vn-national')
    expect(() => national.at('2014-04-07')).toThrow('Expected a day from 2014-04-08')
  })
})
