import type { ApplicationFacts } from '@khuyencong/domain'
import { bind, isoDate, type BoundLaw, type Law } from '@khuyencong/rules'
import type { ProposalFacts } from '@khuyencong/selection'
import type { haiDuongRules } from './eligibility.js'
import { haiDuong } from './index.js'
import type { haiDuongPriorities } from './selection.js'

/** The rules of the decision: those of support, and its priorities, which are of the choice of proposals. */
export type RuleId = keyof typeof haiDuongRules | keyof typeof haiDuongPriorities

type Known = ApplicationFacts | ProposalFacts

/** One rule by itself: only the facts that it reads, and those by which other exceptions stay out of it. */
interface Case {
  /** A content; a priority is a question of its own. */
  readonly subject: string
  /** 1 March 2024 unless the rule is in force on other days. */
  readonly day?: string
  readonly met: Known
  /** What else is met, each with the other facts of `met`. */
  readonly also?: readonly Known[]
  /** Each makes it unmet. Absent only where the rule asks nothing. */
  readonly unmet?: readonly Known[]
  /** Each of them leaves it open when it is not known. Absent only where the rule asks nothing. */
  readonly asks?: readonly (keyof ApplicationFacts | keyof ProposalFacts)[]
  /** With each the rule is not asked. Absent only where it is asked of all. */
  readonly aside?: readonly Known[]
}

const provincial = { fund: 'provincial', stage: 'proposal' } as const
const district = { fund: 'district' } as const
const national = { fund: 'national' } as const
const centre = { showroomKind: 'promotion-centre' } as const
const room = { ...provincial, showroomKind: 'tourism-trading' } as const

/** A ward that the decree does not take, neither as it was nor as it is since October 2025. */
const oldWard = {
  siteKind: 'ward',
  districtKind: 'city',
  cityClass: 'class-1',
  wardFromCommune: false,
  inCentralCity: true,
  inCraftVillage: false,
} as const
const everyPlace = [{ siteKind: 'commune' }, { siteKind: 'township' }] as const

const newForm = {
  ...provincial,
  legalForm: 'cooperative-union',
  legallyEstablished: true,
  provincialTestConfirmed: true,
} as const
/** Of a project approved on the last day of the old rules: theirs are the forms of then. */
const approvedBefore = { stage: 'funding', projectApproved: true, approvedOn: '2025-10-14' } as const
const askedOfNewForms = {
  also: [
    district,
    { legalForm: 'titled-artisan', legallyEstablished: false },
    { ...approvedBefore, approvedOn: '2025-10-15' },
    { ...approvedBefore, projectApproved: false },
  ],
  unmet: [{ legallyEstablished: false }, { provincialTestConfirmed: false }],
  asks: ['legallyEstablished', 'provincialTestConfirmed'],
} as const

const cluster = { ...provincial, clusterEstablished: true, clusterHasInvestor: false } as const
const askedOfClusters = {
  also: [district],
  unmet: [{ clusterEstablished: false }, { clusterHasInvestor: true }],
  asks: ['clusterEstablished', 'clusterHasInvestor'],
} as const
const newBuild = { pollutionWork: 'new-build' } as const
const repair = { pollutionWork: 'repair-upgrade' } as const

const confirmed = { ...provincial, provincialTestConfirmed: true } as const
const askedOfTheDepartment = {
  also: [district],
  unmet: [{ provincialTestConfirmed: false }],
  asks: ['provincialTestConfirmed'],
} as const
const askedOfThePlace = { also: [district], unmet: [{ siteInProvince: false }], asks: ['siteInProvince'] } as const

/** Every rule of the decision, met, unmet and not known. */
export const cases: Readonly<Record<RuleId, Case>> = {
  'EL-08': {
    subject: 'MACH',
    met: { ...provincial, ...oldWard },
    also: [district, ...everyPlace],
    unmet: [{ siteKind: 'special-zone' }],
    asks: ['siteKind'],
    aside: [national],
  },
  'EL-08-SHOWROOM': {
    subject: 'SHOWROOM',
    met: { ...room, ...oldWard },
    also: [district, ...everyPlace],
    unmet: [{ siteKind: 'special-zone' }],
    asks: ['siteKind'],
    aside: [national, centre],
  },
  'HD-PLACE': {
    subject: 'MACH',
    met: { ...provincial, siteInProvince: true },
    ...askedOfThePlace,
    aside: [national],
  },
  'HD-PLACE-SHOWROOM': {
    subject: 'SHOWROOM',
    met: { ...room, siteInProvince: true },
    ...askedOfThePlace,
    aside: [national, centre],
  },
  'HD-PLACE-OTHER': {
    subject: 'SXSH-PILOT',
    met: { ...provincial, siteInProvince: true },
    ...askedOfThePlace,
    aside: [national],
  },
  'HD-FORM': {
    subject: 'MACH',
    day: '2025-10-15',
    met: newForm,
    ...askedOfNewForms,
    aside: [national, approvedBefore, { legalForm: 'business-household' }],
  },
  'HD-FORM-SHOWROOM': {
    subject: 'SHOWROOM',
    day: '2025-10-15',
    met: { ...room, ...newForm },
    ...askedOfNewForms,
    aside: [national, approvedBefore, { legalForm: 'business-household' }, centre],
  },
  'HD-ENV-BUILD': {
    subject: 'ENV-EST',
    met: { ...confirmed, ...newBuild },
    ...askedOfTheDepartment,
    aside: [national, repair],
  },
  'HD-STARTUP': {
    subject: 'STARTUP',
    met: { ...confirmed, inHardArea: false },
    also: [district],
    unmet: [{ provincialTestConfirmed: false }],
    asks: ['provincialTestConfirmed'],
    aside: [national, { inHardArea: true }],
  },
  'HD-SHOWROOM': {
    subject: 'SHOWROOM',
    met: { ...provincial, showroomKind: 'residential-administrative' },
    also: [district],
    aside: [national, { showroomKind: 'e-commerce' }],
  },
  'HD-CLUSTER': { subject: 'CCN-INFRA', met: cluster, ...askedOfClusters, aside: [national] },
  'HD-CLUSTER-TREATMENT': {
    subject: 'ENV-CCN',
    met: { ...cluster, ...newBuild },
    ...askedOfClusters,
    aside: [national, repair],
  },
  'HD-CLUSTER-SCHEME': { subject: 'CCN-INFRA', met: confirmed, ...askedOfTheDepartment, aside: [national] },
  'HD-ENV-BUILD-CCN': {
    subject: 'ENV-CCN',
    met: { ...confirmed, ...newBuild },
    ...askedOfTheDepartment,
    aside: [national, repair],
  },
  'HD-MAIN-FARM-PRODUCT': {
    subject: 'HD-MAIN-FARM-PRODUCT',
    met: { mainFarmProduct: true },
    unmet: [{ mainFarmProduct: false }],
    asks: ['mainFarmProduct'],
  },
  'HD-CHAIN-TO-EXPORT': {
    subject: 'HD-CHAIN-TO-EXPORT',
    met: { chainToExport: true },
    unmet: [{ chainToExport: false }],
    asks: ['chainToExport'],
  },
  'HD-TYPICAL-PRODUCT': {
    subject: 'HD-TYPICAL-PRODUCT',
    met: { typicalProduct: true, keyProduct: false },
    also: [{ typicalProduct: false, keyProduct: true }],
    unmet: [{ typicalProduct: false }],
    asks: ['typicalProduct'],
  },
}

const { selection } = haiDuong.areas
const bindTo = ({ law, facts }: { readonly law: Omit<Law, 'facts'>; readonly facts: Law['facts'] }, day: string) =>
  bind({ facts, ...law }, { pack: 'test', version: '0', asOf: isoDate(day) })
/** The law of the province that a rule belongs to, also on days before the programme. */
const lawOf = (id: RuleId, day: string): BoundLaw => bindTo(id in selection.law.rules ? selection : haiDuong, day)

/** What is said of one rule, also where it stepped in for another; nothing where it did not or is not in force. */
export function findingsOf(day: string, id: RuleId, known: Known) {
  const law = lawOf(id, day)
  const { subject } = cases[id]
  if (!law.rules.some(({ rule }) => rule.id === id)) return []
  return law.decide(subject, known).findings.filter(({ rule, exception }) => (exception?.rule ?? rule) === id)
}
