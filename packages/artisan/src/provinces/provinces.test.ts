import { documents } from '@khuyencong/domain'
import { bind, isException, isoDate, LawError, previousDay, type Decision } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import {
  assessTitle,
  keepTitle,
  nationalTitles,
  provincialTitles,
  titles,
  withProvince,
  type ProvincialTitles,
  type TitleFacts,
} from '../index.js'

type Province = keyof typeof provincialTitles
const provinces = Object.keys(provincialTitles) as readonly Province[]

const lawOn = (province: Province, day: string) => ({
  titles: bind(withProvince(provincialTitles[province]), { pack: province, version: '0', asOf: isoDate(day) }),
})
const known = (province: Province): ProvincialTitles => provincialTitles[province]
const verdictOf = (decision: Decision, rule: string) => decision.findings.find((f) => f.rule === rule)?.verdict

/** Meets everything that is known of any province's standards, and has the province's confirmation. */
const artisan = {
  proposer: 'commune',
  field: 'handicrafts',
  resident: true,
  broughtCraft: false,
  goodStanding: true,
  esteemed: true,
  yearsInCraft: 12,
  specialCraft: false,
  works: 10,
  ownDesigns: 5,
  provincialPrize: 'third',
  nationalPrize: 'none',
  consolationPrizes: 0,
  anyPrize: true,
  trainees: 50,
  provinceConfirmed: true,
} as const satisfies TitleFacts

const cases: readonly {
  readonly province: Province
  readonly rule: string
  readonly code?: 'THO-GIOI'
  readonly unmet: TitleFacts
  readonly asks: keyof TitleFacts
}[] = [
  { province: 'hai-duong', rule: 'HD-TITLE-PROPOSER', unmet: { proposer: 'self' }, asks: 'proposer' },
  { province: 'hai-duong', rule: 'HD-TITLE-STANDARDS', unmet: { provinceConfirmed: false }, asks: 'provinceConfirmed' },
  { province: 'ha-noi', rule: 'HN-YEARS', unmet: { yearsInCraft: 9 }, asks: 'yearsInCraft' },
  { province: 'ha-noi', rule: 'HN-WORKS', unmet: { works: 9 }, asks: 'works' },
  { province: 'ha-noi', rule: 'HN-WORKS', unmet: { ownDesigns: 4 }, asks: 'ownDesigns' },
  { province: 'ha-noi', rule: 'HN-ESTEEM', unmet: { esteemed: false }, asks: 'esteemed' },
  { province: 'ha-noi', rule: 'HN-STANDARDS', unmet: { provinceConfirmed: false }, asks: 'provinceConfirmed' },
  { province: 'bac-ninh', rule: 'BN-YEARS', unmet: { yearsInCraft: 9 }, asks: 'yearsInCraft' },
  { province: 'bac-ninh', rule: 'BN-WORKS', unmet: { works: 9 }, asks: 'works' },
  { province: 'bac-ninh', rule: 'BN-TRAINEES', unmet: { trainees: 29 }, asks: 'trainees' },
  { province: 'bac-ninh', rule: 'BN-STANDARDS', unmet: { provinceConfirmed: false }, asks: 'provinceConfirmed' },
  { province: 'bac-ninh', rule: 'BN-WORKER-YEARS', code: 'THO-GIOI', unmet: { yearsInCraft: 4 }, asks: 'yearsInCraft' },
  { province: 'bac-ninh', rule: 'BN-WORKER-WORKS', code: 'THO-GIOI', unmet: { works: 4 }, asks: 'works' },
  {
    province: 'bac-ninh',
    rule: 'BN-WORKER-PRIZE',
    code: 'THO-GIOI',
    unmet: { provincialPrize: 'consolation' },
    asks: 'provincialPrize',
  },
  { province: 'lam-dong', rule: 'LD-CONDUCT', unmet: { goodStanding: false }, asks: 'goodStanding' },
  { province: 'lam-dong', rule: 'LD-WORKS', unmet: { works: 4 }, asks: 'works' },
  { province: 'lam-dong', rule: 'LD-PRIZE', unmet: { anyPrize: false }, asks: 'anyPrize' },
  { province: 'lam-dong', rule: 'LD-TRAINEES', unmet: { trainees: 49 }, asks: 'trainees' },
  { province: 'lam-dong', rule: 'LD-STANDARDS', unmet: { provinceConfirmed: false }, asks: 'provinceConfirmed' },
  { province: 'hue', rule: 'HUE-YEARS', unmet: { yearsInCraft: 11 }, asks: 'yearsInCraft' },
  {
    province: 'hue',
    rule: 'HUE-PRIZE',
    unmet: { provincialPrize: 'consolation', consolationPrizes: 1 },
    asks: 'provincialPrize',
  },
  { province: 'hue', rule: 'HUE-STANDARDS', unmet: { provinceConfirmed: false }, asks: 'provinceConfirmed' },
  { province: 'quang-nam', rule: 'QN-FIELD', unmet: { field: 'other' }, asks: 'field' },
  { province: 'quang-nam', rule: 'QN-RESIDENT', unmet: { resident: false }, asks: 'resident' },
  {
    province: 'quang-nam',
    rule: 'QN-STANDARDS',
    code: 'THO-GIOI',
    unmet: { provinceConfirmed: false },
    asks: 'provinceConfirmed',
  },
]

describe.each(cases)('$province $rule ($asks)', ({ province, rule, code = 'NN-TINH', unmet, asks }) => {
  const ask = (facts: TitleFacts) => assessTitle(lawOn(province, '2025-12-01'), code, facts)

  test('met', () => {
    const decision = ask(artisan)
    expect([verdictOf(decision, rule), decision.verdict]).toEqual(['met', 'met'])
    expect(decision.trust.weakest).toBe('assumed')
  })

  test('unmet', () => {
    const decision = ask({ ...artisan, ...unmet })
    expect([verdictOf(decision, rule), decision.verdict]).toEqual(['unmet', 'unmet'])
  })

  test('unknown, and asks', () => {
    const decision = ask({ ...artisan, [asks]: undefined })
    expect([verdictOf(decision, rule), decision.verdict]).toEqual(['unknown', 'unknown'])
    expect(decision.missing).toContain(asks)
  })
})

test('every general rule of every province has a case', () => {
  for (const province of provinces) {
    const rules = Object.values(known(province).rules).filter((rule) => !isException(rule) && rule.group !== 'keeping')
    expect(new Set(cases.filter((c) => c.province === province).map((c) => c.rule))).toEqual(
      new Set(rules.map((r) => r.id)),
    )
  }
})

describe.each(provinces)('%s', (province) => {
  const { codes, partial, rules, steps } = known(province)
  const first = Object.values(rules).map((rule) => rule.versions[0]?.from)[0] ?? '2013-01-01'

  test('is marked partial, and never says yes without the province', () => {
    expect(partial.vi.length).toBeGreaterThan(20)
    for (const code of codes) {
      const decision = assessTitle(lawOn(province, '2025-12-01'), code, { ...artisan, provinceConfirmed: undefined })
      expect(decision).toMatchObject({ verdict: 'unknown', missing: ['provinceConfirmed'] })
    }
  })

  test('answers from its first day, and not before', () => {
    for (const code of codes) {
      expect(assessTitle(lawOn(province, first), code, artisan).verdict).toBe('met')
      expect(() => assessTitle(lawOn(province, previousDay(first)), code, artisan)).toThrow(
        `no rules on the title ${code}`,
      )
    }
  })

  test('knows nothing of how a title is lost: it asks', () => {
    const keep = (facts: TitleFacts) => keepTitle(lawOn(province, '2025-12-01'), 'NN-TINH', facts)
    expect(keep({})).toMatchObject({ verdict: 'unknown', missing: ['lossRuleConfirmed'] })
    expect(keep({ lossRuleConfirmed: true }).verdict).toBe('met')
    expect(keep({ lossRuleConfirmed: false }).verdict).toBe('unmet')
    expect(keepTitle(lawOn(province, '2025-12-01'), 'NNUT', {}).findings.map((f) => f.rule)).not.toContain(
      'HD-TITLE-LOSS',
    )
  })

  test('has only provincial titles, steps and rules with listed documents', () => {
    for (const code of codes) expect(titles[code].level).toBe('province')
    const cited = [...Object.values(rules).flatMap((rule) => [...rule.versions]), ...steps]
    for (const { cites } of cited) for (const { document } of cites) expect(Object.keys(documents)).toContain(document)
  })
})

describe('what the provinces differ in', () => {
  test('Bắc Ninh waives trainees for a special craft', () => {
    const ask = (facts: TitleFacts) =>
      assessTitle(lawOn('bac-ninh', '2025-12-01'), 'NN-TINH', { ...artisan, trainees: 0, ...facts })
    expect(ask({ specialCraft: true }).verdict).toBe('met')
    expect(ask({ specialCraft: undefined }).missing).toEqual(['specialCraft'])
    expect(ask({}).verdict).toBe('unmet')
  })

  test('Bắc Ninh takes a national third prize for a skilled worker', () => {
    const facts = { ...artisan, provincialPrize: 'none', nationalPrize: 'third' } as const
    expect(assessTitle(lawOn('bac-ninh', '2025-12-01'), 'THO-GIOI', facts).verdict).toBe('met')
  })

  test('two consolation prizes do in Huế, whose text is only a draft', () => {
    const facts = { ...artisan, provincialPrize: 'consolation', consolationPrizes: 2 } as const
    const decision = assessTitle(lawOn('hue', '2025-12-01'), 'NN-TINH', facts)
    expect(decision.verdict).toBe('met')
    expect(decision.findings.every((f) => f.trust.weakest === 'assumed')).toBe(true)
  })

  test('who brought a craft to Quảng Nam need not live there', () => {
    const facts: TitleFacts = { ...artisan, resident: false, broughtCraft: true }
    expect(assessTitle(lawOn('quang-nam', '2025-12-01'), 'NN-TINH', facts).verdict).toBe('met')
  })

  test('a heritage artisan is no artisan of handicrafts in Quảng Nam either', () => {
    const facts: TitleFacts = { ...artisan, field: 'intangible-heritage' }
    expect(assessTitle(lawOn('quang-nam', '2025-12-01'), 'NN-TINH', facts).verdict).toBe('unmet')
  })

  test('Hải Dương asks who proposes, and for its confirmation; nothing else is known', () => {
    const decision = assessTitle(lawOn('hai-duong', '2024-10-01'), 'NN-TINH', {})
    expect(decision).toMatchObject({ verdict: 'unknown', missing: ['proposer', 'provinceConfirmed'] })
    expect(decision.trust.doubts.map((d) => d.note?.vi).join(' ')).toContain('chưa đọc được nội dung')
    expect(() => assessTitle(lawOn('hai-duong', '2024-10-01'), 'THO-GIOI', {})).toThrow(
      'no rules on the title THO-GIOI',
    )
  })
})

test('a province may not take an id of national law', () => {
  const taken = { ...provincialTitles['ha-noi'], rules: { 'ND43-WHO': nationalTitles.rules['ND43-WHO'] } }
  expect(() => withProvince(taken)).toThrow(LawError)
  expect(() => withProvince(taken)).toThrow("Titles of ha-noi: rules 'ND43-WHO' is already one of national law.")
  const amount = { ...provincialTitles['ha-noi'], amounts: { NNUT: nationalTitles.amounts.NNUT } }
  expect(() => withProvince(amount)).toThrow("amounts 'NNUT'")
  const parameter = {
    ...provincialTitles['ha-noi'],
    parameters: { 'BASE-SALARY': nationalTitles.parameters['BASE-SALARY'] },
  }
  expect(() => withProvince(parameter)).toThrow("parameters 'BASE-SALARY'")
})
