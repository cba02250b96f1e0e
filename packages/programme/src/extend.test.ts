import { facts, is } from '@khuyencong/domain'
import { byId, LawError, parameter, requirement } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { definePack, extend, national } from './index.js'

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
    const pack = extend(national, description, { replace: { parameters: { 'MACH.cap': [changed] } } }, nothing)
    const cap = (day: string) => pack.at(day).parameters.find((p) => p.parameter.id === 'MACH.cap')?.entry
    expect(cap('2024-02-29')?.value).toBe(300_000_000n)
    expect(cap('2024-03-01')?.value).toBe(250_000_000n)
    expect(cap('2024-03-31')?.cites).toEqual([{ document: 'NQ 1/2024' }])
    expect(cap('2024-04-01')?.value).toBe(300_000_000n)
  })

  test('replaces a rule, and the finding names the province', () => {
    const version = { ...source, from: '2024-01-01', requires: is('legallyEstablished') } as const
    const pack = extend(national, description, { replace: { rules: { 'EL-02': [version] } } }, nothing)
    const finding = pack
      .at('2024-03-01')
      .decide('BRAND', { ...household, legalForm: 'other' })
      .findings.find((f) => f.rule === 'EL-02')
    expect(finding).toMatchObject({ verdict: 'met', by: 'province', cites: [{ document: 'NQ 1/2024' }] })
    const before = national.at('2024-03-01').decide('BRAND', { ...household, legalForm: 'other' })
    expect(before.findings.find((f) => f.rule === 'EL-02')?.verdict).toBe('unmet')
  })

  test('exempts from a rule', () => {
    const pack = extend(national, description, { exempt: { 'EL-05': { ...source, from: '2024-07-01' } } }, nothing)
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
    const pack = extend(national, description, {}, { ...nothing, rules: byId([rule]) })
    expect(pack.at('2024-03-01').decide('BRAND', {}).missing).toContain('provincialTestConfirmed')
    expect(Object.keys(pack.law.rules)).toContain('P-1')
  })

  test('an id that the base does not have does not compile, and does not build', () => {
    const wrong = { ...source, from: '2024-01-01', value: 1n } as const
    expect(() =>
      // @ts-expect-error MACH.kap is not a parameter of national law
      extend(national, description, { replace: { parameters: { 'MACH.kap': [wrong] } } }, nothing),
    ).toThrow("Pack province changes parameters 'MACH.kap', which vn-national does not have.")
    expect(() =>
      // @ts-expect-error EL-99 is not a rule of national law
      extend(national, description, { exempt: { 'EL-99': { ...source, from: '2024-01-01' } } }, nothing),
    ).toThrow("Pack province changes rules 'EL-99', which vn-national does not have.")
  })

  test('an addition may not take an id of the base', () => {
    const taken = parameter({ id: 'MACH.cap', title: description.title, unit: 'dong', timeline: [] })
    expect(() => extend(national, description, {}, { ...nothing, parameters: byId([taken]) })).toThrow(
      "Pack province adds parameters 'MACH.cap', which vn-national already has; replace it instead.",
    )
  })

  test('an exception cannot itself be exempted', () => {
    const exempt = { 'EL-06': { ...source, from: '2024-01-01' } } as const
    expect(() => extend(national, description, { exempt }, nothing)).toThrow(LawError)
  })
})

test('a pack whose keys and ids differ does not build', () => {
  const stray = parameter({ id: 'A', title: description.title, unit: 'dong', timeline: [] })
  expect(() => definePack(description, facts, { ...nothing, parameters: { B: stray } })).toThrow(
    "Pack province: parameters 'B' holds an item with the id 'A'.",
  )
})

describe('at', () => {
  const pack = extend(national, description, {}, nothing)

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
