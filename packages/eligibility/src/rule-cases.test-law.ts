import { facts, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { bind, isoDate, type BoundLaw } from '@khuyencong/rules'
import { nationalEligibility } from './index.js'

const { rules, parameters } = nationalEligibility

/**
 * How the years of a ward are counted is said since 10 February 2013 alone: before, EL-03 has no answer. For the days
 * since the decree those values stand in here, so that the other rules can be asked.
 */
const wardYears = (['EL-04.years', 'EL-04.plan-building-year'] as const).map((id) => ({
  ...parameters[id],
  timeline: parameters[id].timeline.map((entry) => ({ ...entry, from: '2012-07-04' as const })),
}))
const since2012 = { ...parameters, ...Object.fromEntries(wardYears.map((years) => [years.id, years])) }

/** National law on a day, also on one before the national pack begins. */
const lawOn = (day: string): BoundLaw =>
  bind({ facts, rules, parameters: since2012, amounts: {} }, { pack: 'test', version: '0', asOf: isoDate(day) })

export type RuleId = keyof typeof nationalEligibility.rules

/** One rule by itself: only the facts that it reads, and those by which its own exceptions stay out of it. */
interface Case {
  readonly content: ContentCode
  /** 1 March 2024 unless the rule is in force on other days. */
  readonly day?: string
  readonly met: ApplicationFacts
  /** What else is met, each with the other facts of `met`. */
  readonly also?: readonly ApplicationFacts[]
  /** Each makes it unmet. Absent only where the rule asks nothing. */
  readonly unmet?: readonly ApplicationFacts[]
  /** Each of them leaves it open when it is not known. Absent only where the rule asks nothing. */
  readonly asks?: readonly (keyof ApplicationFacts)[]
  /** With each the rule is not asked. Absent only where it is asked of every application for the content. */
  readonly aside?: readonly ApplicationFacts[]
}

const bn = 1_000_000_000n
const newLaw = '2025-10-15'
/** Money for a project that was approved on the last day of the old rules. */
const approvedBefore = { stage: 'funding', projectApproved: true, approvedOn: '2025-10-14' } as const
const approvedSince = [{ approvedOn: newLaw }, { stage: 'proposal' }, { projectApproved: false }] as const
const proposal = { stage: 'proposal' } as const

const oldWard = { siteKind: 'ward', districtKind: 'city', cityClass: 'class-1', wardFromCommune: false } as const
/** A ward of a class-1 city in the plan of 2025, which was built in 2024: five years to the day on 31 December 2023. */
const newWard = { ...oldWard, wardFromCommune: true, wardSince: '2018-12-31', planYear: 2025 } as const
/** Where production counts until October 2025, and after for what was approved before. */
const areaOf2012 = {
  also: [
    { siteKind: 'township' },
    { siteKind: 'ward', districtKind: 'town' },
    { ...oldWard, cityClass: 'class-2' },
    { ...oldWard, cityClass: 'class-3' },
    newWard,
  ],
  unmet: [
    oldWard,
    { ...newWard, wardSince: '2018-12-30' },
    { ...newWard, planYear: 2026 },
    { ...newWard, cityClass: 'special' },
    { ...newWard, siteKind: 'special-zone' },
    { siteKind: 'special-zone', districtKind: 'town' },
    { siteKind: 'ward', districtKind: 'district', cityClass: 'class-2' },
  ],
  asks: ['siteKind'],
} as const
const formsOf2012 = ['enterprise', 'cooperative', 'cooperative-group', 'business-household'] as const
const household = { legalForm: 'business-household', legallyEstablished: true } as const
const centre = { showroomKind: 'promotion-centre' } as const
const room = { showroomKind: 'tourism-trading' } as const
const machine = { equipmentKind: 'single', equipmentUse: 'production' } as const
const transfer = { equipmentKind: 'transfer' } as const
const trades = [
  'farm-processing',
  'consumer-goods',
  'chemicals-materials',
  'machinery',
  'cottage-goods',
  'minerals',
  'cleaner-production',
] as const
/** No more than small by the decree of 2018, nor than medium by that of 2021; and confirmed, as before both. */
const smallEnterprise = {
  legalForm: 'enterprise',
  mainSector: 'industry-construction-farming',
  insuredWorkers: 100,
  annualRevenue: 50n * bn,
  totalCapital: 20n * bn,
  smeConfirmed: true,
} as const

/** Every rule of national law, met, unmet and not known. */
export const cases: Readonly<Record<RuleId, Case>> = {
  'EL-01': {
    content: 'MACH',
    met: { activity: 'direct-production' },
    unmet: [{ activity: 'trade-or-services' }],
    asks: ['activity'],
  },
  'EL-01-CLEANER': {
    content: 'SXSH-PILOT',
    met: { activity: 'direct-production' },
    unmet: [{ activity: 'trade-or-services' }],
    asks: ['activity'],
  },
  'EL-02': {
    content: 'MACH',
    met: household,
    also: formsOf2012.map((legalForm) => ({ legalForm })),
    unmet: [{ legalForm: 'cooperative-union' }, { legalForm: 'titled-artisan' }, { legallyEstablished: false }],
    asks: ['legalForm', 'legallyEstablished'],
  },
  'EL-03': {
    content: 'MACH',
    met: { siteKind: 'commune' },
    ...areaOf2012,
  },
  'EL-05': {
    content: 'MACH',
    met: { producesAtSite: true },
    unmet: [{ producesAtSite: false }],
    asks: ['producesAtSite'],
  },
  'EL-06': { content: 'SXSH-PILOT', met: { ...oldWard, inCentralCity: true, inCraftVillage: false } },
  'EL-06-FORM': {
    content: 'SXSH-PILOT',
    met: { legalForm: 'other', legallyEstablished: true },
    unmet: [{ legallyEstablished: false }],
    asks: ['legallyEstablished'],
  },
  'EL-07': {
    content: 'MACH',
    met: { activity: 'direct-production' },
    unmet: [{ activity: 'promotion-services' }],
    asks: ['activity'],
  },
  'EL-07-SERVICE': {
    content: 'COLLAB',
    met: { activity: 'promotion-services' },
    unmet: [{ activity: 'trade-or-services' }],
    asks: ['activity'],
  },
  'EL-09': {
    content: 'MACH',
    day: newLaw,
    met: { ...proposal, siteKind: 'commune', inCraftVillage: false },
    also: [
      { siteKind: 'special-zone' },
      { siteKind: 'ward', inCentralCity: false },
      { siteKind: 'ward', inCentralCity: true, inCraftVillage: true },
    ],
    unmet: [
      { siteKind: 'ward', inCentralCity: true },
      { siteKind: 'township', inCentralCity: false },
    ],
    asks: ['siteKind'],
  },
  'EL-10': {
    content: 'MACH',
    day: newLaw,
    met: { ...proposal, legalForm: 'cooperative-union', legallyEstablished: true },
    also: formsOf2012.map((legalForm) => ({ legalForm })),
    unmet: [{ legalForm: 'other' }, { legallyEstablished: false }],
    asks: ['legalForm', 'legallyEstablished'],
  },
  'EL-11': {
    content: 'CCN-INFRA',
    day: newLaw,
    met: { ...proposal, activity: 'direct-production', legalForm: 'enterprise', investsInCluster: true },
    also: [{ legalForm: 'cooperative' }, { activity: 'promotion-services', investsInCluster: false }],
    unmet: [{ investsInCluster: false }, { legalForm: 'business-household' }],
    asks: ['legalForm', 'investsInCluster'],
  },
  'EL-12': {
    content: 'MACH',
    day: newLaw,
    met: { ...proposal, legalForm: 'titled-artisan' },
    aside: [{ legalForm: 'business-household' }],
  },
  'EL-13-AREA': {
    content: 'MACH',
    day: newLaw,
    met: { ...approvedBefore, siteKind: 'commune', inCentralCity: true, inCraftVillage: false },
    ...areaOf2012,
    aside: approvedSince,
  },
  'EL-13-CLUSTER': {
    content: 'CCN-INFRA',
    day: newLaw,
    met: { ...approvedBefore, activity: 'trade-or-services' },
    aside: approvedSince,
  },
  'EL-13-FORM': {
    content: 'MACH',
    day: newLaw,
    met: { ...approvedBefore, ...household },
    also: formsOf2012.map((legalForm) => ({ legalForm })),
    unmet: [{ legalForm: 'cooperative-union' }, { legalForm: 'titled-artisan' }, { legallyEstablished: false }],
    asks: ['legallyEstablished'],
    aside: approvedSince,
  },
  'EL-13-TRADE': {
    content: 'MACH',
    day: newLaw,
    met: { ...approvedBefore, trade: 'farm-processing' },
    also: trades.map((trade) => ({ trade })),
    unmet: [{ trade: 'high-tech-green' }, { trade: 'other' }],
    asks: ['trade'],
    aside: approvedSince,
  },
  'EL-14': {
    content: 'MACH',
    met: smallEnterprise,
    unmet: [{ insuredWorkers: 201 }, { annualRevenue: 201n * bn, totalCapital: 101n * bn }],
    asks: ['insuredWorkers'],
    aside: [{ legalForm: 'business-household' }],
  },
  'EL-15': {
    content: 'LINK',
    met: { activity: 'trade-or-services', legallyEstablished: true },
    also: [{ activity: 'promotion-services', legallyEstablished: false }],
    unmet: [{ legallyEstablished: false }],
    asks: ['legallyEstablished'],
  },
  'FC-1': {
    content: 'MACH',
    met: { trade: 'farm-processing' },
    also: trades.map((trade) => ({ trade })),
    unmet: [{ trade: 'high-tech-green' }, { trade: 'other' }],
    asks: ['trade'],
  },
  'FC-1-CONTENT': {
    content: 'QUALITY',
    met: { fund: 'provincial' },
    also: [{ fund: 'district' }],
    unmet: [{ fund: 'national' }],
    asks: ['fund'],
  },
  'FC-2': {
    content: 'MACH',
    met: { stage: 'funding', projectApproved: true },
    unmet: [{ projectApproved: false }],
    asks: ['projectApproved'],
    aside: [proposal],
  },
  'FC-3': {
    content: 'MACH',
    met: { ownFunds: 370n, requestedSupport: 200n, totalCost: 570n },
    unmet: [{ ownFunds: 369n }, { requestedSupport: 199n }, { totalCost: 571n }],
    asks: ['ownFunds', 'requestedSupport', 'totalCost'],
  },
  'FC-4': {
    content: 'MACH',
    met: { singleFundingPledged: true, fundedElsewhere: false },
    unmet: [{ singleFundingPledged: false }, { fundedElsewhere: true }],
    asks: ['singleFundingPledged', 'fundedElsewhere'],
  },
  'TRADE-C': {
    content: 'MACH',
    met: { trade: 'chemicals-materials', firesClayBricks: false },
    unmet: [{ firesClayBricks: true }],
    asks: ['firesClayBricks'],
    aside: [{ trade: 'minerals' }],
  },
  'TRADE-E': {
    content: 'MACH',
    met: { trade: 'minerals', inHardArea: true },
    unmet: [{ inHardArea: false }],
    asks: ['inHardArea'],
    aside: [{ trade: 'chemicals-materials' }],
  },
  'MACH-A': {
    content: 'MACH',
    met: machine,
    also: [{ equipmentKind: 'cluster' }, { equipmentKind: 'same-kind-group' }, { equipmentUse: 'pollution-treatment' }],
    unmet: [{ equipmentKind: 'line' }, { equipmentUse: 'other' }],
    asks: ['equipmentKind', 'equipmentUse'],
    aside: [transfer],
  },
  'MACH-B': {
    content: 'MACH',
    met: { equipmentKind: 'single', equipmentNew: true, equipmentGains: ['output'] },
    also: (['quality', 'material-or-fuel', 'less-pollution', 'new-product'] as const).map((gain) => ({
      equipmentGains: [gain],
    })),
    unmet: [{ equipmentNew: false }, { equipmentGains: [] }],
    asks: ['equipmentNew', 'equipmentGains'],
    aside: [transfer],
  },
  'LINE-A': {
    content: 'LINE',
    met: { equipmentKind: 'line', equipmentUse: 'production' },
    also: [{ equipmentUse: 'pollution-treatment' }],
    unmet: [{ equipmentKind: 'cluster' }, { equipmentUse: 'other' }],
    asks: ['equipmentKind', 'equipmentUse'],
  },
  TRANSFER: {
    content: 'MACH',
    met: { ...transfer, equipmentGains: ['output'], transferListed: true, transferLawful: true },
    also: (['quality', 'material-or-fuel', 'new-product'] as const).map((gain) => ({ equipmentGains: [gain] })),
    unmet: [{ equipmentGains: ['less-pollution'] }, { transferListed: false }, { transferLawful: false }],
    asks: ['equipmentGains', 'transferListed', 'transferLawful'],
    aside: [machine],
  },
  'DEMO-NEW-FIRST': {
    content: 'DEMO-NEW',
    met: { fund: 'national', firstInDistrict: true },
    unmet: [{ firstInDistrict: false }],
    asks: ['firstInDistrict'],
    aside: [{ fund: 'provincial' }],
  },
  'DEMO-NEW-BETTER': {
    content: 'DEMO-NEW',
    met: { fund: 'national', demoSubject: 'technology', demoGains: ['productivity', 'quality', 'environment'] },
    unmet: [
      { demoGains: ['productivity', 'quality'] },
      { demoGains: ['productivity', 'environment'] },
      { demoGains: ['quality', 'environment'] },
    ],
    asks: ['demoGains'],
    aside: [{ fund: 'provincial' }, { demoSubject: 'product' }],
  },
  'DEMO-NEW-LOCAL': {
    content: 'DEMO-NEW',
    met: { fund: 'provincial', provincialTestConfirmed: true },
    also: [{ fund: 'district' }],
    unmet: [{ provincialTestConfirmed: false }],
    asks: ['provincialTestConfirmed'],
    aside: [{ fund: 'national' }],
  },
  'DEMO-REPL': {
    content: 'DEMO-REPL',
    met: { outstandingConfirmed: true },
    unmet: [{ outstandingConfirmed: false }],
    asks: ['outstandingConfirmed'],
  },
  'SXSH-PILOT': {
    content: 'SXSH-PILOT',
    met: { cleanerParts: ['assessment', 'pilot'], cleanerGains: ['resources', 'emissions', 'health'] },
    unmet: [
      { cleanerParts: ['assessment'] },
      { cleanerParts: ['pilot'] },
      { cleanerGains: ['resources', 'emissions'] },
      { cleanerGains: ['resources', 'health'] },
      { cleanerGains: ['emissions', 'health'] },
    ],
    asks: ['cleanerParts', 'cleanerGains'],
  },
  CONSULT: {
    content: 'CONSULT',
    met: { adviceField: 'design' },
    unmet: [{ adviceField: 'other' }],
    asks: ['adviceField'],
  },
  'FAIR-ABROAD': {
    content: 'FAIR-ABROAD',
    met: { fairsAbroadThisYear: 1 },
    unmet: [{ fairsAbroadThisYear: 2 }],
    asks: ['fairsAbroadThisYear'],
  },
  'FAIR-DOM-ORG': {
    content: 'FAIR-DOM-ORG',
    met: { fairPeriodic: true },
    unmet: [{ fairPeriodic: false }],
    asks: ['fairPeriodic'],
  },
  SHOWROOM: {
    content: 'SHOWROOM',
    met: room,
    also: [centre, { showroomKind: 'e-commerce' }],
    unmet: [{ showroomKind: 'residential-administrative' }, { showroomKind: 'other' }],
    asks: ['showroomKind'],
  },
  'SHOWROOM-CENTRE': {
    content: 'SHOWROOM',
    met: { ...centre, activity: 'promotion-services' },
    unmet: [{ activity: 'direct-production' }],
    asks: ['activity'],
    aside: [room],
  },
  'SHOWROOM-CENTRE-SCOPE': {
    content: 'SHOWROOM',
    met: { ...centre, activity: 'promotion-services', producesAtSite: false },
    aside: [room],
  },
  'INTEREST-PICKED': {
    content: 'INTEREST',
    met: { relocationPicked: true },
    unmet: [{ relocationPicked: false }],
    asks: ['relocationPicked'],
  },
  STARTUP: {
    content: 'STARTUP',
    met: { legalForm: 'enterprise', inHardArea: true },
    unmet: [{ inHardArea: false }, { legalForm: 'cooperative' }],
    asks: ['legalForm', 'inHardArea'],
  },
  PRICE: { content: 'MEDIA', met: { priceApproved: true }, unmet: [{ priceApproved: false }], asks: ['priceApproved'] },
  'PRICE-ABROAD': {
    content: 'FAIR-ABROAD',
    met: { priceApproved: true },
    unmet: [{ priceApproved: false }],
    asks: ['priceApproved'],
  },
  INTEREST: {
    content: 'INTEREST',
    met: { investmentFinished: true, loanQualifies: true },
    unmet: [{ investmentFinished: false }, { loanQualifies: false }],
    asks: ['investmentFinished', 'loanQualifies'],
  },
  'ENV-EST': {
    content: 'ENV-EST',
    met: { pollutionWork: 'repair-upgrade' },
    unmet: [{ pollutionWork: 'new-build' }],
    asks: ['pollutionWork'],
  },
  COUNCIL: {
    content: 'QUALITY',
    met: { councilResolution: true },
    unmet: [{ councilResolution: false }],
    asks: ['councilResolution'],
  },
  'LEVEL-PROV': {
    content: 'VOTE-PROV',
    met: { fund: 'provincial' },
    also: [{ fund: 'district' }],
    unmet: [{ fund: 'national' }],
    asks: ['fund'],
  },
  'LEVEL-DIST': {
    content: 'VOTE-DIST',
    met: { fund: 'provincial' },
    also: [{ fund: 'district' }],
    unmet: [{ fund: 'national' }],
    asks: ['fund'],
  },
}

/** What an application is told of one rule, also where it stepped in for another; nothing where it did not. */
export const findingsOf = (day: string, id: string, content: ContentCode, known: ApplicationFacts) =>
  lawOn(day)
    .decide(content, known)
    .findings.filter(({ rule, exception }) => (exception?.rule ?? rule) === id)
