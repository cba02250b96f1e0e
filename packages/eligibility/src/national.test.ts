import { contentCodes, contents, facts, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { bind, isoDate, type Decision, type FindingVerdict } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { assess, nationalEligibility } from './index.js'
import { cases } from './rule-cases.test-law.js'

const lawOn = (day: string) =>
  bind({ facts, amounts: {}, ...nationalEligibility }, { pack: 'test', version: '0', asOf: isoDate(day) })

const law = lawOn('2024-03-01')

/** A household of a commune that meets every national rule for every content. */
const household = {
  fund: 'national',
  stage: 'funding',
  planYear: 2024,
  activity: 'direct-production',
  legalForm: 'business-household',
  legallyEstablished: true,
  producesAtSite: true,
  siteKind: 'commune',
  inCentralCity: false,
  trade: 'farm-processing',
  equipmentUse: 'production',
  equipmentNew: true,
  equipmentGains: ['output'],
  demoSubject: 'technology',
  firstInDistrict: true,
  demoGains: ['productivity', 'quality', 'environment'],
  outstandingConfirmed: true,
  cleanerGains: ['resources', 'emissions', 'health'],
  cleanerParts: ['assessment', 'pilot'],
  adviceField: 'design',
  pollutionWork: 'repair-upgrade',
  totalCost: 570_000_000n,
  ownFunds: 370_000_000n,
  requestedSupport: 200_000_000n,
  projectApproved: true,
  approvedOn: '2024-01-15',
  singleFundingPledged: true,
  fundedElsewhere: false,
  transferListed: true,
  transferLawful: true,
  clusterEstablished: true,
  clusterHasInvestor: false,
  investsInCluster: true,
  fairsAbroadThisYear: 1,
  fairPeriodic: true,
  priceApproved: true,
  showroomKind: 'tourism-trading',
  relocationPicked: true,
  investmentFinished: true,
  loanQualifies: true,
  councilResolution: true,
  inHardArea: true,
} as const satisfies ApplicationFacts

/** What is outside the national list, or below the region, is for local funds alone. */
const fromLocalFunds: readonly ContentCode[] = [
  ...(['QUALITY', 'ARTISAN'] as const),
  ...(['VOTE-DIST', 'AWARD-DIST', 'VOTE-PROV', 'AWARD-PROV', 'ASSOC'] as const),
]

/** What differs from content to content: the equipment, who carries out the programme's own activities, what is founded. */
const own = (content: ContentCode): ApplicationFacts => ({
  equipmentKind: content === 'LINE' ? 'line' : 'single',
  activity: contents[content].beneficiary === 'programme' ? 'promotion-services' : 'direct-production',
  ...(content === 'STARTUP' && {
    legalForm: 'enterprise',
    mainSector: 'industry-construction-farming',
    insuredWorkers: 10,
    annualRevenue: 0n,
    totalCapital: 1_000_000_000n,
  }),
  ...(fromLocalFunds.includes(content) && { fund: 'provincial' }),
})

const finding = (decision: Decision, rule: string): FindingVerdict | undefined =>
  decision.findings.find((f) => f.rule === rule)?.verdict

const enterprise: ApplicationFacts = {
  ...household,
  legalForm: 'enterprise',
  mainSector: 'industry-construction-farming',
  insuredWorkers: 200,
  annualRevenue: 200_000_000_000n,
  totalCapital: 500_000_000_000n,
}
const founded: ApplicationFacts = { ...household, ...own('STARTUP') }
const ward: ApplicationFacts = { ...household, siteKind: 'ward', districtKind: 'city', cityClass: 'class-1' }

describe('an application that meets every rule', () => {
  test.each(contentCodes)('%s is met, with nothing left to ask', (content) => {
    const decision = assess(law, content, { ...household, ...own(content) })
    expect(decision).toMatchObject({ verdict: 'met', missing: [], remedies: [], notices: [] })
  })

  test.each(contentCodes)(
    '%s with no facts at all is unknown, and asks first for the fund or the activity',
    (content) => {
      const decision = assess(law, content, {})
      expect(decision.verdict).toBe('unknown')
      expect(['fund', 'stage', 'planYear', 'activity']).toContain(decision.next)
    },
  )

  test.each(contentCodes)('%s: answering what is asked, one fact at a time, ends in a yes', (content) => {
    const answers: ApplicationFacts = { ...household, ...own(content) }
    let known: ApplicationFacts = {}
    let decision = assess(law, content, known)
    for (let asked = 0; decision.verdict === 'unknown' && asked < 60; asked++) {
      const next = decision.next as keyof ApplicationFacts
      expect(answers, `answer to ${next}`).toHaveProperty(next)
      known = { ...known, [next]: answers[next] }
      decision = assess(law, content, known)
    }
    expect(decision.verdict).toBe('met')
  })
})

describe.each(Object.entries(cases).filter(([, { day }]) => day === undefined))(
  'the whole application turns on %s',
  (_, { content, met: known, unmet = [], asks = [] }) => {
    const met: ApplicationFacts = { ...household, ...own(content), ...known }

    test('met', () => {
      expect(assess(law, content, met)).toMatchObject({ verdict: 'met', missing: [] })
    })

    test('unmet, and what would have to change', () => {
      for (const change of unmet) {
        const decision = assess(law, content, { ...met, ...change })
        expect(decision).toMatchObject({ verdict: 'unmet', missing: [] })
        expect(decision.remedies.length).toBeGreaterThan(0)
      }
    })

    test('unknown, and asks', () => {
      for (const fact of asks) {
        const decision = assess(law, content, { ...met, [fact]: undefined })
        expect(decision.verdict).toBe('unknown')
        expect(decision.missing).toContain(fact)
      }
    })
  },
)

test('an unknown content is refused, naming the codes', () => {
  const problem = {
    code: 'content-unknown',
    field: 'content',
    message: "'MACHINE' is not a content code.",
    expected: `one of ${contentCodes.join(', ')}`,
  }
  // @ts-expect-error a code that is none
  expect(() => assess(law, 'MACHINE', household)).toThrow(expect.objectContaining({ problems: [problem] }))
})

describe('EL-03 and EL-04: which wards count', () => {
  const newWard: ApplicationFacts = { ...ward, wardFromCommune: true, wardSince: '2019-12-01' }
  const area = (site: ApplicationFacts) => finding(assess(law, 'BRAND', site), 'EL-03')

  test('a ward of a town, and of a class-2 or class-3 city', () => {
    expect(area({ ...household, siteKind: 'ward', districtKind: 'town' })).toBe('met')
    expect(area({ ...ward, cityClass: 'class-2' })).toBe('met')
    expect(area({ ...ward, cityClass: 'class-3' })).toBe('met')
    expect(area({ ...ward, cityClass: 'special' })).toBe('unmet')
  })

  test('a township and a commune, whatever they belong to', () => {
    expect(area({ ...household, siteKind: 'township' })).toBe('met')
    expect(area({ ...household, siteKind: 'commune', districtKind: 'city', cityClass: 'class-1' })).toBe('met')
  })

  test('exactly five years are not more than five: the day of the conversion decides', () => {
    // Plan of 2025, built in 2024: counted up to 31 December 2023.
    const of = (wardSince: `${number}-${number}-${number}`) => area({ ...newWard, planYear: 2025, wardSince })
    expect(of('2018-12-31')).toBe('met')
    expect(of('2018-12-30')).toBe('unmet')
  })

  test('a decision that the open year of plan building turns says so, and only then', () => {
    const in2025 = assess(law, 'BRAND', { ...newWard, planYear: 2025 })
    expect(in2025).toMatchObject({
      verdict: 'met',
      notices: [
        { kind: 'open-question', parameter: 'EL-04.plan-building-year', readings: [{ value: 0, verdict: 'unmet' }] },
      ],
      trust: { weakest: 'assumed' },
    })
    expect(assess(law, 'BRAND', { ...newWard, planYear: 2024 })).toMatchObject({ verdict: 'met', notices: [] })
  })

  test('without the class of the city it is unknown, and asks for it', () => {
    expect(assess(law, 'BRAND', { ...ward, cityClass: undefined, wardFromCommune: false }).missing).toEqual([
      'cityClass',
    ])
  })
})

describe('EL-06: cleaner production', () => {
  const large: ApplicationFacts = {
    ...enterprise,
    ...ward,
    legalForm: 'enterprise',
    insuredWorkers: 5_000,
    wardFromCommune: false,
  }

  test('a large company in an old ward: met for a pilot of cleaner production, not for a mark', () => {
    const pilot = assess(law, 'SXSH-PILOT', large)
    expect(pilot.verdict).toBe('met')
    expect(pilot.findings.find((f) => f.rule === 'EL-03')?.exception).toMatchObject({
      rule: 'EL-06',
      generalVerdict: 'unmet',
    })
    expect(assess(law, 'BRAND', large).verdict).toBe('unmet')
  })

  test('any legal form, but legally established', () => {
    expect(assess(law, 'SXSH-PILOT', { ...large, legalForm: 'other' }).verdict).toBe('met')
    expect(assess(law, 'SXSH-PILOT', { ...large, legallyEstablished: false }).verdict).toBe('unmet')
  })
})

describe('EL-14: small and medium enterprises', () => {
  const size = (day: string, of: ApplicationFacts) =>
    finding(assess(lawOn(day), 'BRAND', { ...enterprise, ...of }), 'EL-14')
  const bn = 1_000_000_000n

  test('industry: 200 workers, and 200 bn revenue or 100 bn capital', () => {
    expect(size('2024-03-01', {})).toBe('met')
    expect(size('2024-03-01', { annualRevenue: 200n * bn + 1n })).toBe('unmet')
    expect(size('2024-03-01', { annualRevenue: 200n * bn + 1n, totalCapital: 100n * bn })).toBe('met')
    expect(size('2024-03-01', { insuredWorkers: 201, totalCapital: 1n })).toBe('unmet')
  })

  test('trade and services: 100 workers, and 300 bn revenue or 100 bn capital', () => {
    const trade: ApplicationFacts = { mainSector: 'trade-services', insuredWorkers: 100, annualRevenue: 300n * bn }
    expect(size('2024-03-01', trade)).toBe('met')
    expect(size('2024-03-01', { ...trade, insuredWorkers: 101 })).toBe('unmet')
    expect(size('2024-03-01', { ...trade, annualRevenue: 301n * bn })).toBe('unmet')
  })

  test('without revenue yet, capital alone counts', () => {
    expect(size('2024-03-01', { annualRevenue: 0n })).toBe('unmet')
    expect(size('2024-03-01', { annualRevenue: 0n, totalCapital: 100n * bn })).toBe('met')
  })

  test('the decree changes on 15 October 2021 and on 11 March 2018', () => {
    // Within the limits of medium, beyond those of small: known by text only since NĐ 80/2021.
    expect(size('2021-10-15', {})).toBe('met')
    expect(size('2021-10-14', {})).toBe('unknown')
    const small: ApplicationFacts = { insuredWorkers: 100, annualRevenue: 50n * bn }
    expect(size('2018-03-11', small)).toBe('met')
    expect(size('2018-03-10', small)).toBe('unknown')
    expect(size('2018-03-10', { ...small, smeConfirmed: true })).toBe('met')
    expect(size('2018-03-10', { ...small, smeConfirmed: false })).toBe('unmet')
  })

  test('does not concern a household', () => {
    expect(finding(assess(law, 'BRAND', household), 'EL-14')).toBe('not-applicable')
  })
})

describe('15 October 2025: NĐ 235/2025', () => {
  const before = lawOn('2025-10-14')
  const after = lawOn('2025-10-15')
  /** Not yet approved, so that no older approval carries it on. */
  const proposal: ApplicationFacts = { ...household, stage: 'proposal' }

  test('a ward of a centrally run city no longer counts, unless in a recognised craft village', () => {
    const site: ApplicationFacts = {
      ...proposal,
      siteKind: 'ward',
      districtKind: 'none',
      inCentralCity: true,
      inCraftVillage: false,
    }
    expect(assess(after, 'BRAND', site).verdict).toBe('unmet')
    expect(assess(after, 'BRAND', { ...site, inCraftVillage: true }).verdict).toBe('met')
    expect(assess(after, 'BRAND', { ...site, siteKind: 'commune' }).verdict).toBe('met')
    expect(assess(after, 'BRAND', { ...site, inCentralCity: false }).verdict).toBe('met')
  })

  test('a commune or special zone counts, whether its city is centrally run or not: that is not asked', () => {
    for (const siteKind of ['commune', 'special-zone'] as const)
      expect(finding(assess(after, 'BRAND', { ...proposal, siteKind, inCentralCity: undefined }), 'EL-09')).toBe('met')
    const ward: ApplicationFacts = { ...proposal, siteKind: 'ward', inCentralCity: undefined, inCraftVillage: false }
    expect(assess(after, 'BRAND', ward).missing).toEqual(['inCentralCity'])
  })

  test('what could not be read of the decree is assumed: promotion services, who else takes support for clusters, fields of advice', () => {
    const trust = (on: typeof after, content: ContentCode, rule: string) => {
      const facts = { ...proposal, ...own(content), activity: 'promotion-services' } as const
      return assess(on, content, facts).findings.find((f) => f.rule === rule)?.trust.weakest
    }
    expect([trust(before, 'MEDIA', 'EL-07-SERVICE'), trust(after, 'MEDIA', 'EL-07-SERVICE')]).toEqual([
      'text',
      'assumed',
    ])
    expect([trust(before, 'BRAND', 'EL-07'), trust(after, 'BRAND', 'EL-07')]).toEqual(['inferred', 'assumed'])
    expect(trust(after, 'CCN-INFRA', 'EL-11')).toBe('assumed')
    expect([trust(before, 'CONSULT', 'CONSULT'), trust(after, 'CONSULT', 'CONSULT')]).toEqual(['text', 'assumed'])
  })

  test('cleaner production goes on without limit of size or area, by the new point b', () => {
    const site: ApplicationFacts = { ...proposal, siteKind: 'ward', inCentralCity: true, inCraftVillage: false }
    const area = assess(after, 'SXSH-PILOT', site).findings.find((f) => f.rule === 'EL-09')
    expect(area).toMatchObject({ verdict: 'met', trust: { weakest: 'inferred' } })
    expect(area?.cites.slice(0, 2)).toEqual([
      { document: 'NĐ 45/2012/NĐ-CP', article: '1', clause: '2', point: 'b' },
      { document: 'NĐ 235/2025/NĐ-CP', article: '1', clause: '1' },
    ])
  })

  test('unions of cooperatives join', () => {
    const union: ApplicationFacts = { ...proposal, legalForm: 'cooperative-union' }
    expect(assess(before, 'BRAND', union).verdict).toBe('unmet')
    expect(assess(after, 'BRAND', union).verdict).toBe('met')
  })

  test('high technology and clean industry join the trades', () => {
    const green: ApplicationFacts = { ...proposal, trade: 'high-tech-green' }
    expect(assess(before, 'BRAND', green).verdict).toBe('unmet')
    expect(assess(after, 'BRAND', green)).toMatchObject({ verdict: 'met' })
  })
})

describe('EL-11 to EL-13: from 15 October 2025', () => {
  const after = lawOn('2025-10-15')
  const union: ApplicationFacts = { ...household, legalForm: 'cooperative-union', approvedOn: '2025-10-15' }

  test('EL-11: who invests in the infrastructure of a cluster', () => {
    const investor: ApplicationFacts = { ...household, legalForm: 'enterprise', approvedOn: '2025-10-15' }
    expect(assess(after, 'CCN-INFRA', investor).verdict).toBe('met')
    expect(assess(after, 'CCN-INFRA', { ...investor, legalForm: 'business-household' }).verdict).toBe('unmet')
    expect(assess(after, 'CCN-INFRA', { ...investor, investsInCluster: undefined }).missing).toEqual([
      'investsInCluster',
    ])
    expect(finding(assess(lawOn('2025-10-14'), 'CCN-INFRA', investor), 'EL-11')).toBeUndefined()
  })

  test("EL-12: people's and merited artisans in person", () => {
    const artisan: ApplicationFacts = { ...household, legalForm: 'titled-artisan', approvedOn: '2025-11-01' }
    expect(assess(after, 'BRAND', artisan)).toMatchObject({ verdict: 'met', trust: { weakest: 'assumed' } })
    expect(assess(lawOn('2025-10-14'), 'BRAND', artisan).verdict).toBe('unmet')
    // A project approved before goes on under the old rule, which does not know them.
    expect(assess(after, 'BRAND', { ...artisan, approvedOn: '2025-10-14' }).verdict).toBe('unmet')
  })

  test('EL-13: the trades, and who takes support for clusters, as they were', () => {
    const green: ApplicationFacts = { ...household, trade: 'high-tech-green' }
    expect(assess(after, 'BRAND', { ...green, approvedOn: '2025-10-15' }).verdict).toBe('met')
    expect(assess(after, 'BRAND', { ...green, approvedOn: '2025-10-14' }).verdict).toBe('unmet')
    const other: ApplicationFacts = { ...household, activity: 'trade-or-services', investsInCluster: false }
    expect(assess(after, 'CCN-INFRA', { ...other, approvedOn: '2025-10-15' }).verdict).toBe('unmet')
    expect(assess(after, 'CCN-INFRA', { ...other, approvedOn: '2025-10-14' }).verdict).toBe('met')
    expect(assess(after, 'CCN-INFRA', { ...other, approvedOn: undefined }).missing).toEqual(['approvedOn'])
  })

  test('EL-13: a project approved the day before goes on under the old rules', () => {
    expect(assess(after, 'BRAND', union).verdict).toBe('met')
    expect(assess(after, 'BRAND', { ...union, approvedOn: '2025-10-14' }).verdict).toBe('unmet')
    const site: ApplicationFacts = {
      siteKind: 'ward',
      districtKind: 'town',
      inCentralCity: true,
      inCraftVillage: false,
    }
    expect(assess(after, 'BRAND', { ...household, ...site, approvedOn: '2025-10-15' }).verdict).toBe('unmet')
    expect(assess(after, 'BRAND', { ...household, ...site, approvedOn: '2025-10-14' }).verdict).toBe('met')
  })

  test('EL-13: the place counts as it was on the day of approval, and the answer says so', () => {
    const town: ApplicationFacts = {
      siteKind: 'ward',
      districtKind: 'town',
      inCentralCity: true,
      inCraftVillage: false,
    }
    const old: ApplicationFacts = { ...household, ...town, approvedOn: '2024-03-01' }
    const area = (site: ApplicationFacts) =>
      assess(after, 'BRAND', { ...old, ...site }).findings.find((f) => f.rule === 'EL-09')
    expect(area({})).toMatchObject({ verdict: 'met', trust: { weakest: 'inferred' } })
    const today = area({ districtKind: 'none', cityClass: 'class-1', wardFromCommune: false })
    expect(today).toMatchObject({ verdict: 'unmet', trust: { weakest: 'inferred' } })
    expect(today?.trust.doubts[0]?.note?.vi).toContain('đơn vị hành chính tại ngày phê duyệt')
  })

  test('EL-13: where it matters and is not known, the day of approval is asked for', () => {
    expect(assess(after, 'BRAND', { ...union, approvedOn: undefined }).missing).toEqual(['approvedOn'])
    expect(assess(after, 'BRAND', { ...household, approvedOn: undefined }).verdict).toBe('met')
  })

  test('EL-13: a proposal has no approval yet, and comes under the new rules', () => {
    expect(assess(after, 'BRAND', { ...union, stage: 'proposal', approvedOn: undefined }).verdict).toBe('met')
  })
})

test('titles of artisans are none of the contents of Article 4; whether the decree of 2025 changed that is assumed', () => {
  const titles: ApplicationFacts = { ...household, ...own('ARTISAN'), fund: 'national' }
  const found = (day: string) => assess(lawOn(day), 'ARTISAN', titles).findings.find((f) => f.rule === 'FC-1-CONTENT')
  expect(found('2025-10-14')).toMatchObject({ verdict: 'unmet', trust: { weakest: 'inferred' } })
  expect(found('2025-10-15')).toMatchObject({ verdict: 'unmet', trust: { weakest: 'assumed' } })
})

test('from 15 October 2025 a point of clause 2 is cited of the decree, with the amendment that rewrote it', () => {
  const points = (content: ContentCode) =>
    assess(lawOn('2025-10-15'), content, { ...household, ...own(content) }).findings.flatMap(({ rule, cites }) =>
      cites.some(({ document }) => document === 'NĐ 235/2025/NĐ-CP') ? [[rule, ...cites]] : [],
    )
  const found = contentCodes.flatMap(points)
  expect(found.length).toBeGreaterThan(0)
  for (const [, ...cites] of found)
    for (const place of cites)
      if (typeof place === 'object' && place.document === 'NĐ 235/2025/NĐ-CP') expect(place.point).toBeUndefined()
})

test('cleaner production: who takes it is in point b, not in that of rural establishments', () => {
  const cites = (day: string, content: ContentCode, rule: string) =>
    assess(lawOn(day), content, household).findings.find((f) => f.rule === rule)?.cites
  for (const day of ['2024-03-01', '2025-11-01']) {
    expect(cites(day, 'SXSH-PILOT', 'EL-01-CLEANER')?.[0]).toMatchObject({ article: '1', clause: '2', point: 'b' })
    expect(cites(day, 'MACH', 'EL-01')?.[0]).toMatchObject({ article: '1', clause: '2', point: 'a' })
    expect(cites(day, 'SXSH-PILOT', 'EL-01')).toBeUndefined()
  }
})

describe('what is for local funds, below the region', () => {
  test.each(['VOTE-DIST', 'AWARD-DIST', 'VOTE-PROV', 'AWARD-PROV', 'ASSOC'] as const)(
    '%s from the national fund: a no that is inferred, until 10 May 2018, and assumed since',
    (content) => {
      const rule = content.endsWith('DIST') ? 'LEVEL-DIST' : 'LEVEL-PROV'
      const found = (day: string) => {
        const decision = assess(lawOn(day), content, { ...household, ...own(content), fund: 'national' })
        return [decision.verdict, decision.findings.find((f) => f.rule === rule)?.trust.weakest]
      }
      expect(found('2018-05-10')).toEqual(['unmet', 'inferred'])
      expect(found('2018-05-11')).toEqual(['unmet', 'assumed'])
    },
  )

  test('1 July 2025: contests of the district are taken as those of the commune, and the answer says so', () => {
    const doubts = (day: string) => {
      const decision = assess(lawOn(day), 'VOTE-DIST', { ...household, ...own('VOTE-DIST') })
      return [decision.verdict, decision.trust.doubts.find(({ id }) => id === 'LEVEL-DIST')?.note?.vi]
    }
    expect(doubts('2025-06-30')).toEqual(['met', expect.not.stringContaining('cấp xã')])
    expect(doubts('2025-07-01')).toEqual(['met', expect.stringContaining('bình chọn cấp xã thay bình chọn cấp huyện')])
  })
})

test('EL-15: who manages or delivers promotion may found an association, too; on other days it is asked as well', () => {
  const services: ApplicationFacts = { ...household, activity: 'promotion-services', legallyEstablished: undefined }
  for (const content of ['LINK', 'ASSOC-REG', 'ASSOC-NAT'] as const) {
    expect(assess(law, content, services).verdict).toBe('met')
    expect(assess(law, content, { ...services, activity: 'direct-production' }).missing).toEqual(['legallyEstablished'])
    const trust = (day: string) =>
      assess(lawOn(day), content, services).findings.find((f) => f.rule === 'EL-15')?.trust.weakest
    expect([trust('2025-10-14'), trust('2025-10-15')]).toEqual(['inferred', 'assumed'])
  }
})

test('STARTUP is for an enterprise: not for a cooperative, nor a household', () => {
  for (const legalForm of ['cooperative', 'business-household'] as const)
    expect(assess(law, 'STARTUP', { ...founded, legalForm }).verdict).toBe('unmet')
})

describe("a people's or merited artisan in person, for cleaner production", () => {
  const artisan: ApplicationFacts = { ...household, legalForm: 'titled-artisan', legallyEstablished: false }
  const verdict = (facts: ApplicationFacts) => assess(lawOn('2025-11-01'), 'SXSH-PILOT', facts).verdict

  test('is not asked to be registered, from 15 October 2025', () => {
    expect(verdict({ ...artisan, stage: 'proposal' })).toBe('met')
    expect(verdict({ ...artisan, legalForm: 'other', stage: 'proposal' })).toBe('unmet')
    expect(assess(lawOn('2025-10-14'), 'SXSH-PILOT', artisan).verdict).toBe('unmet')
  })

  test('but for a project that was approved before, under the old rule', () => {
    expect(verdict({ ...artisan, approvedOn: '2025-10-14' })).toBe('unmet')
    expect(verdict({ ...artisan, approvedOn: '2025-10-15' })).toBe('met')
    expect(verdict({ ...artisan, approvedOn: '2025-10-14', legallyEstablished: true })).toBe('met')
  })
})

describe('other days on which a rule changes', () => {
  test('29 September 2017: a new technology must also be better', () => {
    const poor: ApplicationFacts = { ...household, demoGains: [] }
    expect(assess(lawOn('2017-09-28'), 'DEMO-NEW', poor).verdict).toBe('met')
    expect(assess(lawOn('2017-09-29'), 'DEMO-NEW', poor).verdict).toBe('unmet')
    expect(assess(lawOn('2017-09-29'), 'DEMO-NEW', { ...poor, demoSubject: 'product' }).verdict).toBe('met')
  })

  test('29 September 2017 to the end of that year: the circular was issued, its first day in force is assumed', () => {
    const trust = (day: string, rule: string) =>
      assess(lawOn(day), 'DEMO-NEW', household).findings.find((f) => f.rule === rule)?.trust.weakest
    const days = ['2017-09-28', '2017-09-29', '2017-12-31', '2018-01-01']
    expect(days.map((day) => trust(day, 'DEMO-NEW-BETTER'))).toEqual([undefined, 'assumed', 'assumed', 'secondary'])
    expect(days.map((day) => trust(day, 'DEMO-NEW-FIRST'))).toEqual(['text', 'assumed', 'assumed', 'secondary'])
  })

  test('1 July 2025: districts end; what takes their place in the decree and in the test of a model is assumed', () => {
    const trust = (day: string, content: ContentCode, rule: string) =>
      assess(lawOn(day), content, household).findings.find((f) => f.rule === rule)?.trust.weakest
    expect(['2025-06-30', '2025-07-01', '2025-10-14'].map((day) => trust(day, 'BRAND', 'EL-03'))).toEqual([
      'text',
      'assumed',
      'assumed',
    ])
    expect(['2025-06-30', '2025-07-01'].map((day) => trust(day, 'DEMO-NEW', 'DEMO-NEW-FIRST'))).toEqual([
      'secondary',
      'assumed',
    ])
  })

  test('11 May 2018: fairs abroad have their price test in a clause that is known, other contents do not', () => {
    const trust = (day: string, content: ContentCode, rule: string) =>
      assess(lawOn(day), content, { ...household, ...own(content) }).findings.find((f) => f.rule === rule)?.trust
        .weakest
    const rules = [['FAIR-ABROAD', 'PRICE-ABROAD'] as const, ['MEDIA', 'PRICE'] as const]
    expect(rules.map(([content, rule]) => trust('2018-05-10', content, rule))).toEqual(['text', 'text'])
    expect(rules.map(([content, rule]) => trust('2018-05-11', content, rule))).toEqual(['secondary', 'assumed'])
  })

  test('1 January 2024: TT 64/2024 may have amended what was known of TT 28/2018', () => {
    const found = (day: string, content: ContentCode, rule: string) =>
      assess(lawOn(day), content, { ...household, ...own(content) }).findings.find((f) => f.rule === rule)
    for (const [content, rule] of [
      ['STARTUP', 'STARTUP'],
      ['FAIR-ABROAD', 'PRICE-ABROAD'],
      ['LINE', 'LINE-A'],
    ] as const) {
      expect(found('2023-12-31', content, rule)).toMatchObject({ verdict: 'met', trust: { weakest: 'secondary' } })
      expect(found('2024-01-01', content, rule)).toMatchObject({
        verdict: 'met',
        trust: { weakest: 'assumed', doubts: [{ note: { vi: /64\/2024/, en: /64\/2024/ } }] },
      })
    }
  })

  test('11 May 2018: the funding conditions are no longer read but assumed', () => {
    const trust = (day: string) =>
      assess(lawOn(day), 'BRAND', household).findings.find((f) => f.rule === 'FC-4')?.trust.weakest
    expect([trust('2018-05-10'), trust('2018-05-11')]).toEqual(['text', 'assumed'])
  })
})

test('technology that is transferred is not asked whether a machine is new, but whether it gains', () => {
  const transfer: ApplicationFacts = {
    ...household,
    equipmentKind: 'transfer',
    equipmentNew: undefined,
    equipmentUse: undefined,
  }
  const decision = assess(law, 'MACH', transfer)
  expect([decision.verdict, finding(decision, 'MACH-A'), finding(decision, 'MACH-B')]).toEqual([
    'met',
    'not-applicable',
    'not-applicable',
  ])
  expect(assess(law, 'MACH', { ...transfer, equipmentGains: ['less-pollution'] }).verdict).toBe('unmet')
  expect(assess(law, 'MACH', { ...transfer, equipmentGains: undefined }).missing).toEqual(['equipmentGains'])
})

test('FC-2 is not asked of a proposal', () => {
  const proposal: ApplicationFacts = { ...household, stage: 'proposal', projectApproved: undefined }
  expect(finding(assess(law, 'BRAND', proposal), 'FC-2')).toBe('not-applicable')
  expect(assess(law, 'BRAND', proposal).verdict).toBe('met')
})

test('QUALITY is outside the national list: never from the national fund, with a resolution or without being asked for one', () => {
  const known: ApplicationFacts = { ...household, councilResolution: true }
  expect(assess(law, 'QUALITY', { ...known, fund: 'national' }).verdict).toBe('unmet')
  expect(assess(law, 'QUALITY', { ...known, fund: 'provincial' }).verdict).toBe('met')
  expect(assess(law, 'QUALITY', { ...known, fund: 'provincial', councilResolution: false }).verdict).toBe('unmet')
  const { COUNCIL, ...rules } = nationalEligibility.rules
  const exempt = bind(
    { facts, amounts: {}, ...nationalEligibility, rules },
    { pack: 't', version: '0', asOf: '2024-03-01' },
  )
  expect(COUNCIL.subjects).toEqual(['QUALITY', 'ARTISAN'])
  expect(assess(exempt, 'QUALITY', { ...known, fund: 'national' }).verdict).toBe('unmet')
})

test('ENV-EST, SXSH-PILOT and SXSH-ASSESS are a trade of their own: no other is asked, nor its limits', () => {
  const trades: readonly ApplicationFacts[] = [
    { trade: 'other' },
    { trade: undefined },
    { trade: 'minerals', inHardArea: false },
    { trade: 'chemicals-materials', firesClayBricks: true },
  ]
  for (const content of ['ENV-EST', 'SXSH-PILOT', 'SXSH-ASSESS'] as const)
    for (const trade of trades) expect(assess(law, content, { ...household, ...trade }).verdict).toBe('met')
})

test('EL-05 is a rule of rural establishments: it is not asked of cleaner production, which has no limit of area', () => {
  const seatAlone: ApplicationFacts = { ...household, producesAtSite: false }
  expect(assess(law, 'SXSH-PILOT', seatAlone).verdict).toBe('met')
  expect(assess(law, 'MACH', { ...seatAlone, ...own('MACH') }).verdict).toBe('unmet')
})

test('CONSULT: advice on how to use policies is on the list', () => {
  expect(assess(law, 'CONSULT', { ...household, adviceField: 'policies' }).verdict).toBe('met')
})

describe('SHOWROOM: the room of a promotion centre', () => {
  const centre: ApplicationFacts = {
    fund: 'national',
    stage: 'proposal',
    activity: 'promotion-services',
    showroomKind: 'promotion-centre',
    totalCost: 70_000_000n,
    ownFunds: 0n,
    requestedSupport: 70_000_000n,
    singleFundingPledged: true,
    fundedElsewhere: false,
  }

  test.each(['2024-03-01', '2025-11-01'])('%s: what is asked of producers is not asked of it', (day) => {
    expect(assess(lawOn(day), 'SHOWROOM', centre)).toMatchObject({ verdict: 'met', missing: [] })
  })

  test('it is the centre that runs it', () => {
    expect(assess(law, 'SHOWROOM', { ...centre, activity: 'trade-or-services' }).verdict).toBe('unmet')
    expect(assess(law, 'SHOWROOM', { ...centre, activity: undefined }).missing).toEqual(['activity'])
    expect(assess(law, 'SHOWROOM', { ...centre, showroomKind: 'tourism-trading' }).verdict).toBe('unmet')
  })

  test('a room tied to something else than the circular names does not count for the national fund', () => {
    const room = { ...household, showroomKind: 'residential-administrative' } as const
    expect(assess(law, 'SHOWROOM', room).verdict).toBe('unmet')
  })
})
