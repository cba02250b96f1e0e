import { supportCeiling } from '@khuyencong/budget'
import { contentCodes, facts, siteFacts, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { assess } from '@khuyencong/eligibility'
import { national, placesOf } from '@khuyencong/programme'
import { describe, expect, test } from 'vitest'
import { haiDuong, haiDuongProgramme } from './index.js'
import { localitiesOn } from './localities.js'

const m = 1_000_000n

/** A household that meets everything but the place, which each test gives. */
const household: ApplicationFacts = {
  stage: 'proposal',
  planYear: 2024,
  activity: 'direct-production',
  legalForm: 'business-household',
  legallyEstablished: true,
  producesAtSite: true,
  trade: 'farm-processing',
  equipmentKind: 'single',
  equipmentUse: 'production',
  equipmentNew: true,
  equipmentGains: ['output', 'quality'],
  totalCost: 570n * m,
  ownFunds: 370n * m,
  requestedSupport: 200n * m,
  singleFundingPledged: true,
  fundedElsewhere: false,
}

const place = (name: string, district: string, day = '2024-03-01'): ApplicationFacts => {
  const found = localitiesOn(day as '2024-03-01').find((l) => l.name === name && (l.district?.name ?? '') === district)
  if (!found) throw new Error(`no locality ${name} in ${district}`)
  return siteFacts(found)
}

const city = 'Thành phố Hải Dương'
const law = haiDuong.at('2024-03-01')
const verdict = (facts: ApplicationFacts, on = law) => assess(on, 'MACH', { ...household, ...facts }).verdict

describe('real places, under the decree (national fund) and the programme (provincial fund)', () => {
  test.each([
    ['commune Tiền Tiến', place('Xã Tiền Tiến', city), 2024, 'met', 'met'],
    ['ward Quang Trung', place('Phường Quang Trung', city), 2024, 'unmet', 'met'],
    ['ward Tân Hưng', place('Phường Tân Hưng', city), 2024, 'met', 'met'],
    ['ward Tân Hưng', place('Phường Tân Hưng', city), 2025, 'met', 'met'],
    ['a ward of Kinh Môn town', place('Phường An Lưu', 'Thị xã Kinh Môn'), 2024, 'met', 'met'],
    // The class of Chí Linh city is not known from a source.
    ['a ward of Chí Linh', place('Phường Sao Đỏ', 'Thành phố Chí Linh'), 2024, 'unknown', 'met'],
  ] as const)('%s, plan of %3$i', (_, site, planYear, underDecree, underProgramme) => {
    expect(verdict({ ...site, planYear, fund: 'national' })).toBe(underDecree)
    expect(verdict({ ...site, planYear, fund: 'provincial' })).toBe(underProgramme)
  })

  test('ward Tân Hưng in the plan of 2025 hangs on which year a plan is built in; in that of 2024 it does not', () => {
    const site = { ...household, ...place('Phường Tân Hưng', city), fund: 'national' } as const
    expect(assess(law, 'MACH', { ...site, planYear: 2025 }).notices).toMatchObject([
      { kind: 'open-question', parameter: 'EL-04.plan-building-year', readings: [{ verdict: 'unmet' }] },
    ])
    expect(assess(law, 'MACH', { ...site, planYear: 2024 }).notices).toEqual([])
  })

  test('ward Quang Trung: the decision says where decree and programme differ', () => {
    const facts = { ...household, ...place('Phường Quang Trung', city), fund: 'provincial' } as const
    const decision = assess(law, 'MACH', facts)
    expect(decision.notices).toEqual([
      { kind: 'difference', rule: 'EL-03', exception: 'EL-08', generalVerdict: 'unmet', prevailingVerdict: 'met' },
    ])
    expect(decision.findings.find((f) => f.rule === 'EL-03')?.cites[0]).toMatchObject({ article: '1', part: 'IV.2' })
  })

  test('ward Quang Trung under the national fund: a no, and the first way out is the provincial fund', () => {
    const decision = assess(law, 'MACH', { ...household, ...place('Phường Quang Trung', city), fund: 'national' })
    expect(decision.remedies[0]).toMatchObject({
      mutability: 'changeable',
      changes: [{ facts: ['fund'], to: 'provincial' }],
    })
  })

  test('ward Quang Trung without a fund: unknown, asks for the fund', () => {
    expect(assess(law, 'MACH', { ...household, ...place('Phường Quang Trung', city) }).missing).toEqual(['fund'])
  })

  test('seat in ward Quang Trung, factory in Kim Thành: the factory counts', () => {
    const seat = { ...place('Phường Quang Trung', city), producesAtSite: false }
    for (const fund of ['national', 'provincial'] as const) {
      expect(verdict({ ...place('Xã Kim Anh', 'Huyện Kim Thành'), fund })).toBe('met')
      expect(verdict({ ...seat, fund })).toBe('unmet')
    }
  })

  test('a large company in an old ward, pilot of cleaner production', () => {
    const pilot: ApplicationFacts = {
      ...household,
      ...place('Phường Quang Trung', city),
      legalForm: 'enterprise',
      mainSector: 'industry-construction-farming',
      insuredWorkers: 3_000,
      totalCapital: 900_000n * m,
      annualRevenue: 900_000n * m,
      cleanerGains: ['resources', 'emissions', 'health'],
      cleanerParts: ['assessment', 'pilot'],
    }
    for (const fund of ['national', 'provincial'] as const)
      expect(assess(law, 'SXSH-PILOT', { ...pilot, fund }).verdict).toBe('met')
  })
})

test('a household with one fact missing: unknown, and names it', () => {
  const facts = { ...household, ...place('Xã Tiền Tiến', city), fund: 'provincial', equipmentNew: undefined } as const
  const decision = assess(law, 'MACH', facts)
  expect(decision).toMatchObject({ verdict: 'unknown', missing: ['equipmentNew'], next: 'equipmentNew', remedies: [] })
})

test('production outside the province is not for the local fund', () => {
  const site = { ...place('Xã Tiền Tiến', city), siteInProvince: false, fund: 'provincial' } as const
  expect(verdict(site)).toBe('unmet')
  expect(verdict({ ...site, fund: 'national' })).toBe('met')
})

test('1 July 2025: that all wards of the former province still count is assumed, and the decision says so', () => {
  const on = (day: '2025-06-30' | '2025-07-01', name: string, district: string) =>
    assess(haiDuong.at(day), 'MACH', { ...household, ...place(name, district, day), fund: 'provincial' })
  const before = on('2025-06-30', 'Phường Quang Trung', city)
  const after = on('2025-07-01', 'Phường Hải Dương', '')
  expect([before.verdict, after.verdict]).toEqual(['met', 'met'])
  const doubts = (decision: typeof before) => decision.findings.find((f) => f.rule === 'EL-03')?.trust.doubts ?? []
  expect(doubts(before)).toEqual([])
  expect(doubts(after)).toMatchObject([{ id: 'EL-08', trust: 'assumed' }])
})

describe('after 15 October 2025', () => {
  const after = haiDuong.at('2025-10-15')
  const ward = place('Phường Hải Dương', '', '2025-10-15')
  const commune = place('Xã Lạc Phượng', '', '2025-10-15')

  test('a former Hải Dương ward, now of Hải Phòng, leaves the decree; a commune stays', () => {
    expect(verdict({ ...ward, inCraftVillage: false, fund: 'national' }, after)).toBe('unmet')
    expect(verdict({ ...ward, inCraftVillage: true, fund: 'national' }, after)).toBe('met')
    expect(verdict({ ...commune, fund: 'national' }, after)).toBe('met')
  })

  test('under the programme, which is taken to go on to the end of 2025, both stay', () => {
    for (const site of [{ ...ward, inCraftVillage: false }, commune]) {
      const decision = assess(after, 'MACH', { ...household, ...site, fund: 'provincial' })
      expect(decision).toMatchObject({ verdict: 'met', trust: { weakest: 'assumed' } })
      expect(decision.findings.find((f) => f.rule === 'EL-09')?.exception?.rule).toBe('EL-08')
    }
  })
})

describe('a project of Kinh Môn town, approved while there was the town', () => {
  const day = '2025-11-01'
  const approved = { stage: 'funding', projectApproved: true, approvedOn: '2024-03-01', fund: 'national' } as const
  const area = (site: ApplicationFacts) =>
    assess(haiDuong.at(day), 'MACH', { ...household, ...site, ...approved }).findings.find((f) => f.rule === 'EL-09')

  test('its place counts as it was on the day of approval', () => {
    const found = area(place('Phường An Lưu', 'Thị xã Kinh Môn', approved.approvedOn))
    expect(found).toMatchObject({ verdict: 'met', exception: { rule: 'EL-13-AREA' } })
    expect(facts.siteKind.help.vi).toContain('đơn vị hành chính tại ngày phê duyệt')
    expect(facts.districtKind.help.vi).toContain('đơn vị hành chính tại ngày phê duyệt')
  })

  test('with the unit of today it is no, and the answer says of which day the unit must be', () => {
    const today = { ...place('Phường Kinh Môn', '', day), cityClass: 'class-1', wardFromCommune: false } as const
    const found = area(today)
    expect(found?.verdict).toBe('unmet')
    expect(found?.trust.doubts[0]?.note?.vi).toContain('đơn vị hành chính tại ngày phê duyệt')
  })
})

describe('asking one fact after another, until it is decided', () => {
  /** The facts asked for, in order. */
  const walk = (code: ContentCode, given: ApplicationFacts, answers: ApplicationFacts): readonly string[] => {
    const asked: (keyof ApplicationFacts)[] = []
    let known = given
    for (;;) {
      const { verdict: decided, next } = assess(law, code, known)
      if (decided !== 'unknown') return [decided, ...asked]
      const key = next as keyof ApplicationFacts
      expect(answers, `answer to ${key}`).toHaveProperty(key)
      asked.push(key)
      known = { ...known, [key]: answers[key] }
    }
  }
  const { totalCost, ownFunds, requestedSupport, singleFundingPledged, fundedElsewhere } = household
  const money = { totalCost, ownFunds, requestedSupport, singleFundingPledged, fundedElsewhere }
  const site = place('Xã Tiền Tiến', city)

  test('repair of treatment, provincial fund: what the province confirms of building is not asked', () => {
    const answers = { ...household, ...site, pollutionWork: 'repair-upgrade' } as const
    expect(walk('ENV-EST', { fund: 'provincial', stage: 'proposal', ...money }, answers)).toEqual([
      ...['met', 'activity', 'legalForm', 'legallyEstablished'],
      ...['producesAtSite', 'siteInProvince', 'siteKind', 'pollutionWork'],
    ])
    const cluster = { siteInProvince: true, pollutionWork: 'repair-upgrade' } as const
    expect(walk('ENV-CCN', { fund: 'provincial', stage: 'proposal', ...money }, cluster)).toEqual([
      ...['met', 'siteInProvince', 'pollutionWork'],
    ])
  })

  test('a cluster with an investor: the scheme of the province is not asked for', () => {
    const answers = { siteInProvince: true, clusterEstablished: true, clusterHasInvestor: true }
    expect(walk('CCN-INFRA', { fund: 'provincial', stage: 'proposal', ...money }, answers)).toEqual([
      ...['unmet', 'siteInProvince', 'clusterEstablished', 'clusterHasInvestor'],
    ])
  })

  test('a mark, national fund, in a commune: neither the plan year nor a hard area is asked', () => {
    expect(walk('BRAND', { fund: 'national', stage: 'proposal', ...money }, { ...household, ...site })).toEqual([
      ...['met', 'activity', 'legalForm', 'legallyEstablished', 'producesAtSite', 'siteKind', 'trade'],
    ])
  })

  test('the trade comes before what only one trade needs', () => {
    const asked = walk(
      'BRAND',
      { fund: 'national', stage: 'proposal', ...money },
      { ...household, ...site, trade: 'minerals', inHardArea: false },
    )
    expect(asked.slice(-2)).toEqual(['trade', 'inHardArea'])
  })

  test('the showroom of a centre: whose it is comes first, and nothing of a producer is asked', () => {
    const answers = { showroomKind: 'promotion-centre', activity: 'promotion-services' } as const
    for (const fund of ['national', 'provincial'] as const)
      expect(walk('SHOWROOM', { fund, stage: 'proposal', ...money }, answers)).toEqual([
        'met',
        'showroomKind',
        'activity',
      ])
  })
})

describe('building new pollution treatment', () => {
  const facts = { ...household, ...place('Xã Tiền Tiến', city), pollutionWork: 'new-build' } as const

  test('the local fund: unknown until the department confirms', () => {
    expect(assess(law, 'ENV-EST', { ...facts, fund: 'provincial' }).missing).toEqual(['provincialTestConfirmed'])
    expect(assess(law, 'ENV-EST', { ...facts, fund: 'provincial', provincialTestConfirmed: true }).verdict).toBe('met')
    expect(assess(law, 'ENV-EST', { ...facts, fund: 'provincial', provincialTestConfirmed: false }).verdict).toBe(
      'unmet',
    )
  })

  test('the national fund: only repair and upgrade', () => {
    expect(assess(law, 'ENV-EST', { ...facts, fund: 'national' }).verdict).toBe('unmet')
  })
})

describe('industrial clusters', () => {
  const facts = {
    ...household,
    siteInProvince: true,
    activity: 'promotion-services',
    clusterEstablished: true,
    clusterHasInvestor: false,
    provincialTestConfirmed: true,
  } as const
  const of = (code: ContentCode, more: ApplicationFacts) => assess(law, code, { ...facts, ...more })

  test('infrastructure from the local fund: established, without an investor, and as the scheme has it that the decision asks for', () => {
    expect(of('CCN-INFRA', { fund: 'provincial' }).verdict).toBe('met')
    expect(of('CCN-INFRA', { fund: 'provincial', clusterHasInvestor: true }).verdict).toBe('unmet')
    expect(of('CCN-INFRA', { fund: 'provincial', clusterEstablished: undefined }).missing).toEqual([
      'clusterEstablished',
    ])
    expect(of('CCN-INFRA', { fund: 'provincial', provincialTestConfirmed: undefined }).missing).toEqual([
      'provincialTestConfirmed',
    ])
    expect(of('CCN-INFRA', { fund: 'provincial', siteInProvince: false }).verdict).toBe('unmet')
  })

  test('new wastewater treatment: the same, by the dash on clusters and not the one on establishments', () => {
    const built = { fund: 'provincial', pollutionWork: 'new-build' } as const
    const decision = of('ENV-CCN', built)
    expect(decision.verdict).toBe('met')
    const cites = decision.findings.find((f) => f.rule === 'ENV-EST')?.cites
    expect(cites?.[0]).toMatchObject({ article: '1', part: 'V.3' })
    expect(of('ENV-CCN', { ...built, clusterHasInvestor: true }).verdict).toBe('unmet')
  })

  test('repair and upgrade of treatment is an aim of II.2 for every cluster, with an investor or without', () => {
    const repaired = { fund: 'provincial', pollutionWork: 'repair-upgrade', clusterHasInvestor: true } as const
    expect(of('ENV-CCN', repaired).verdict).toBe('met')
  })

  test('the national fund does not ask', () => {
    expect(of('CCN-INFRA', { fund: 'national', clusterHasInvestor: true }).verdict).toBe('met')
  })
})

describe('what the decision says in other words than the decree, for the local fund', () => {
  const site = place('Xã Tiền Tiến', city)
  const trustOf = (decision: ReturnType<typeof assess>, rule: string) =>
    decision.findings.find((f) => f.rule === rule)?.trust.weakest

  test('V.2: a showroom tied to residential areas or administrative centres', () => {
    const room = { ...household, ...site, showroomKind: 'residential-administrative' } as const
    expect(assess(law, 'SHOWROOM', { ...room, fund: 'provincial' })).toMatchObject({
      verdict: 'met',
      notices: [{ kind: 'difference', rule: 'SHOWROOM', exception: 'HD-SHOWROOM' }],
    })
    expect(assess(law, 'SHOWROOM', { ...room, fund: 'national' }).verdict).toBe('unmet')
  })

  test('V.10: founding an enterprise outside hard areas is for the fund regulation, which could not be read', () => {
    const founded: ApplicationFacts = {
      ...{ ...household, ...site, inHardArea: false, legalForm: 'enterprise' },
      ...{
        mainSector: 'industry-construction-farming',
        insuredWorkers: 10,
        totalCapital: 1_000n * m,
        annualRevenue: 0n,
      },
    }
    expect(assess(law, 'STARTUP', { ...founded, fund: 'provincial' }).missing).toEqual(['provincialTestConfirmed'])
    expect(assess(law, 'STARTUP', { ...founded, fund: 'national' }).verdict).toBe('unmet')
    expect(assess(law, 'STARTUP', { ...founded, inHardArea: true, fund: 'provincial' }).verdict).toBe('met')
    // The form is that of what will be founded: of a founder who is a household today it is not asked.
    const founder: ApplicationFacts = { ...founded, legalForm: undefined, fund: 'provincial' }
    expect(assess(law, 'STARTUP', { ...founder, inHardArea: true }).missing).toContain('legalForm')
    expect(assess(law, 'STARTUP', { ...founder, inHardArea: true, legalForm: 'cooperative' }).verdict).toBe('unmet')
  })

  test('IV.2: the province is named of rural establishments; for cleaner production it is inferred', () => {
    const facts = { ...household, ...site, fund: 'provincial' } as const
    const pilot: ApplicationFacts = {
      ...facts,
      cleanerParts: ['assessment', 'pilot'],
      cleanerGains: ['resources', 'emissions', 'health'],
    }
    expect(trustOf(assess(law, 'MACH', facts), 'HD-PLACE')).toBe('text')
    expect(trustOf(assess(law, 'SXSH-PILOT', pilot), 'HD-PLACE-OTHER')).toBe('inferred')
  })

  test('IV.2 lists the legal forms: those that the decree gained on 15 October 2025 wait for the department', () => {
    const after = haiDuong.at('2025-10-15')
    const commune = place('Xã Lạc Phượng', '', '2025-10-15')
    for (const legalForm of ['cooperative-union', 'titled-artisan'] as const) {
      const facts = { ...household, ...commune, legalForm }
      expect(assess(after, 'MACH', { ...facts, fund: 'provincial' }).missing).toEqual(['provincialTestConfirmed'])
      expect(assess(after, 'MACH', { ...facts, fund: 'national' }).verdict).toBe('met')
    }
    expect(assess(after, 'MACH', { ...household, ...commune, fund: 'provincial' }).verdict).toBe('met')
  })

  test('an artisan comes in person: from the local fund, too, no registration is asked, but of a union it is', () => {
    const after = haiDuong.at('2025-11-01')
    const facts: ApplicationFacts = {
      ...{ ...household, ...place('Xã Lạc Phượng', '', '2025-11-01') },
      ...{ legallyEstablished: false, fund: 'provincial', provincialTestConfirmed: true },
    }
    const rooms = { ...facts, showroomKind: 'tourism-trading' } as const
    expect(assess(after, 'MACH', { ...facts, legalForm: 'titled-artisan' }).verdict).toBe('met')
    expect(assess(after, 'SHOWROOM', { ...rooms, legalForm: 'titled-artisan' }).verdict).toBe('met')
    expect(assess(after, 'MACH', { ...facts, legalForm: 'cooperative-union' }).verdict).toBe('unmet')
    expect(
      assess(after, 'MACH', { ...facts, legalForm: 'titled-artisan', provincialTestConfirmed: undefined }).missing,
    ).toEqual(['provincialTestConfirmed'])
  })

  test('associations and linkages: founded within the province, by a body that is set up under the law', () => {
    const founder: ApplicationFacts = {
      ...{ ...household, ...site, fund: 'provincial', activity: 'trade-or-services', legalForm: 'other' },
      legallyEstablished: true,
    }
    for (const code of ['LINK', 'ASSOC', 'ASSOC-REG', 'ASSOC-NAT'] as const) {
      expect(assess(law, code, founder).verdict).toBe('met')
      expect(assess(law, code, { ...founder, siteInProvince: false }).verdict).toBe('unmet')
      expect(assess(law, code, { ...founder, siteInProvince: undefined }).missing).toEqual(['siteInProvince'])
      expect(assess(law, code, { ...founder, legallyEstablished: false }).verdict).toBe('unmet')
      expect(trustOf(assess(law, code, founder), 'HD-PLACE-OTHER')).toBe('inferred')
    }
  })

  test('EL-13: money for a project that was approved by 14 October 2025 goes by the forms of then, also here', () => {
    const after = haiDuong.at('2025-10-15')
    const commune = place('Xã Lạc Phượng', '', '2025-10-15')
    const approved = { stage: 'funding', projectApproved: true, fund: 'provincial' } as const
    for (const legalForm of ['cooperative-union', 'titled-artisan'] as const)
      for (const [code, own] of [
        ['MACH', {}],
        ['SHOWROOM', { showroomKind: 'tourism-trading' }],
      ] as const) {
        const on = (approvedOn: '2025-10-14' | '2025-10-15') =>
          assess(after, code, { ...household, ...commune, ...approved, ...own, legalForm, approvedOn })
        expect(on('2025-10-14')).toMatchObject({ verdict: 'unmet', missing: [] })
        expect(on('2025-10-15')).toMatchObject({ verdict: 'unknown', missing: ['provincialTestConfirmed'] })
      }
  })

  test('Article 3: in force from its signing, which was not before 6 June 2023; the days of 2023 before are assumed', () => {
    const trust = (day: string, rule: string) =>
      trustOf(assess(haiDuong.at(day), 'MACH', { ...household, ...site, fund: 'provincial' }), rule)
    const days = ['2023-01-01', '2023-06-05', '2023-06-06', '2025-06-30', '2025-07-01']
    const expected = ['assumed', 'assumed', 'text', 'text', 'assumed']
    expect(days.map((day) => trust(day, 'HD-PLACE'))).toEqual(expected)
    // Of the general rule nothing but the exception is asked here, until the decree itself has no districts.
    expect(days.map((day) => trust(day, 'EL-03'))).toEqual(expected)
  })
})

test('a showroom that a promotion centre runs, from the local fund: no place of production is asked', () => {
  const centre: ApplicationFacts = {
    fund: 'provincial',
    stage: 'proposal',
    activity: 'promotion-services',
    showroomKind: 'promotion-centre',
    totalCost: 70n * m,
    ownFunds: 0n,
    requestedSupport: 70n * m,
    singleFundingPledged: true,
    fundedElsewhere: false,
  }
  for (const day of ['2024-03-01', '2025-11-01'])
    expect(assess(haiDuong.at(day), 'SHOWROOM', centre)).toMatchObject({ verdict: 'met', missing: [] })
})

test("an establishment's showroom, from the local fund: in any ward, within the province", () => {
  const room = { ...household, showroomKind: 'tourism-trading', fund: 'provincial' } as const
  const ward = place('Phường Quang Trung', city)
  expect(assess(law, 'SHOWROOM', { ...room, ...ward }).verdict).toBe('met')
  expect(assess(law, 'SHOWROOM', { ...room, ...ward, siteInProvince: false }).verdict).toBe('unmet')
  expect(assess(law, 'SHOWROOM', room).missing).toEqual(['siteInProvince', 'siteKind'])
})

describe('levels', () => {
  const known = { eligibleCost: 123_456_789n } as const
  const reference = (code: ContentCode) =>
    supportCeiling(national.at('2024-03-01'), code, { ...known, fund: 'national' })
  const withLevel = contentCodes.filter((code) => reference(code).status !== 'no-level')

  test.each(withLevel)(
    '%s: the local level is the national one, assumed, and says that QĐ 55/2020 was not read',
    (code) => {
      const local = supportCeiling(law, code, { ...known, fund: 'provincial' })
      expect(local.amount).toBe(reference(code).amount)
      const assumed = local.trust.doubts.filter((d) => d.id.endsWith('.local'))
      expect(assumed.length).toBeGreaterThan(0)
      for (const doubt of assumed) {
        expect(doubt.trust).toBe('assumed')
        expect(doubt.note?.vi).toContain('55/2020/QĐ-UBND')
      }
    },
  )

  test('a content without a level says what is needed, and by which article', () => {
    const without = contentCodes.filter((code) => !withLevel.includes(code))
    expect(without).toHaveLength(17)
    for (const code of without) {
      const { status, amount, needs, cites } = supportCeiling(law, code, { ...known, fund: 'provincial' })
      expect([status, amount]).toEqual(['no-level', undefined])
      expect(needs?.vi.length).toBeGreaterThan(20)
      expect(cites?.length).toBeGreaterThan(0)
    }
    for (const code of ['QUALITY', 'ARTISAN'] as const)
      expect(supportCeiling(law, code, {}).needs?.vi).toContain('nghị quyết của Hội đồng nhân dân')
  })

  test('a level that is for the province to set: of the national fund it is said that it has none', () => {
    for (const code of ['VOTE-DIST', 'VOTE-PROV', 'SHOWROOM', 'DIGITAL', 'ASSOC'] as const) {
      const { status, needs } = supportCeiling(law, code, { ...known, fund: 'national' })
      expect(status).toBe('no-level')
      expect(needs?.vi).toMatch(/^Chưa thấy mức của khuyến công quốc gia.*kinh phí địa phương theo mức do/)
    }
  })

  test('the national fund does not rest on them', () => {
    const { trust } = supportCeiling(law, 'MACH', { eligibleCost: 570n * m, fund: 'national' })
    expect(trust.doubts.map((d) => d.id)).not.toContain('MACH.cap.local')
  })
})

test('the period is 2023 to 2025, to the day', () => {
  expect(() => haiDuong.at('2022-12-31')).toThrow('a day from 2023-01-01 to 2025-12-31')
  expect(haiDuong.at('2023-01-01').identity.asOf).toBe('2023-01-01')
  expect(haiDuong.at('2025-12-31').identity.asOf).toBe('2025-12-31')
  expect(() => haiDuong.at('2026-01-01')).toThrow('a day from 2023-01-01 to 2025-12-31')
})

test('the baseline of the decision adds up', () => {
  const figure = (id: string) => haiDuongProgramme.baseline.find((f) => f.id === id)?.value ?? -1n
  expect(figure('provincial-support') + figure('own-money')).toBe(figure('total-cost'))
})

test.each(contentCodes)('the decision has a place for %s', (code) => {
  expect(placesOf(haiDuongProgramme, code).length).toBeGreaterThan(0)
})

test('a content that several dashes of one part name stands there once', () => {
  expect(placesOf(haiDuongProgramme, 'MACH')).toMatchObject([{ article: '1', part: 'V.1' }])
})

test('every dash of part V of the decision is encoded, as the table in docs shows', async () => {
  const rows = haiDuongProgramme.items.map(({ id, title, contents: codes, note }) =>
    [
      id,
      title.vi,
      codes.map((code) => `${code} (${levelNow(code)})`).join(', '),
      rulesOf(codes).join(', '),
      note?.vi ?? '',
    ].join(' | '),
  )
  const table = [
    '# Mục V Điều 1 của Quyết định phê duyệt Chương trình, từng gạch đầu dòng',
    '',
    'Mỗi nội dung của mục V thuộc mã nào, và ngày 1/3/2024 mã đó có mức hỗ trợ (kinh phí địa phương) hay chưa.',
    '',
    'Mức tạm lấy: theo khuyến công quốc gia để tham chiếu, vì mức của tỉnh tại Quyết định 55/2020/QĐ-UBND chưa đọc được.',
    '',
    'Cột Quy định: điều kiện riêng của các mã đó; liên kết dẫn đến điều khoản trong [tập quy định](rulebook/hai-duong.vi.md).',
    '',
    '| Mục | Nội dung | Mã | Quy định | Ghi chú |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('../../../docs/hai-duong-part-v.md')
})

/** What is asked of these contents and not of all. */
function rulesOf(codes: readonly ContentCode[]): readonly string[] {
  const own = law.rules.filter(
    ({ rule }) => rule.group === 'content' && rule.subjects?.some((code) => codes.includes(code as ContentCode)),
  )
  return own.map(({ rule }) => `[${rule.id}](rulebook/hai-duong.vi.md#rule-${rule.id.toLowerCase()})`)
}

function levelNow(code: ContentCode): string {
  const { status, trust } = supportCeiling(law, code, { fund: 'provincial', eligibleCost: m })
  if (status === 'no-level') return 'chưa có mức'
  return trust.doubts.some(({ id }) => id.endsWith('.local')) ? 'mức tạm lấy' : 'có mức'
}

describe('no remedy is to ask something else, of another stage or another day of approval', () => {
  const changed = (on: ReturnType<typeof national.at>, content: ContentCode, facts: ApplicationFacts) =>
    new Set(assess(on, content, facts).remedies.flatMap(({ changes }) => changes.flatMap((change) => change.facts)))

  test('a mark for a household in a ward that the decree of 2025 leaves out', () => {
    const site = { siteKind: 'ward', inCentralCity: true, inCraftVillage: false, fund: 'national' } as const
    const found = changed(haiDuong.at('2025-10-15'), 'BRAND', { ...household, ...site, stage: 'proposal' })
    expect([...found].toSorted()).toEqual(['fund', 'inCentralCity', 'inCraftVillage', 'siteKind'])
  })

  test.each([
    ['national law', '2014-04-08', national],
    ['national law', '2024-03-01', national],
    ['national law', '2025-10-15', national],
    ['Hải Dương', '2024-03-01', haiDuong],
    ['Hải Dương', '2025-10-15', haiDuong],
  ] as const)('any content under %s on %s', (_, day, pack) => {
    const on = pack.at(day)
    const sites = [place('Xã Tiền Tiến', city), place('Phường Quang Trung', city), { siteKind: 'ward' } as const]
    for (const content of contentCodes)
      for (const site of sites)
        for (const fund of ['national', 'provincial'] as const)
          for (const stage of ['proposal', 'funding'] as const) {
            const approval = { projectApproved: false, approvedOn: '2025-11-01' } as const
            const found = changed(on, content, { ...household, ...site, ...approval, fund, stage, trade: 'other' })
            expect([found.has('stage'), found.has('approvedOn')]).toEqual([false, false])
          }
  })
})
