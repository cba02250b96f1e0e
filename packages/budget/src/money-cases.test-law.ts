import type { Facts } from '@khuyencong/rules'
import { moneyQuestions, type nationalMoney } from './index.js'

export type MoneyRuleId = keyof typeof nationalMoney.rules

/** A rule, the question that asks it, and facts with which it is met, not met and not known. */
interface Case {
  readonly question: string
  readonly met: Facts
  readonly unmet: Facts
  readonly unknown: Facts
  /** What it asks for when it is not known. */
  readonly asks: readonly string[]
  /** What else is met, and what else is not. */
  readonly also?: readonly Facts[]
  readonly alsoUnmet?: readonly Facts[]
  /** Where the rule is not asked. Absent only where it always is. */
  readonly aside?: readonly Facts[]
}

const machine = { fund: 'national', totalInvestment: 600n, workDone: 421n } as const
const cluster = { fund: 'national', totalInvestment: 1_000n, workDone: 501n } as const
const later = { duration: 'several-years', advanceRound: 'next' } as const
const stopped = { acceptance: 'force-majeure', forceMajeureExplained: true, forceMajeureRecorded: true } as const

/** Every rule of money, met, unmet and not known. */
export const moneyCases: Readonly<Record<MoneyRuleId, Case>> = {
  'MR-4.contract': {
    question: 'ADVANCE.general',
    met: { contractSigned: true },
    unmet: { contractSigned: false },
    unknown: {},
    asks: ['contractSigned'],
  },
  'MR-5.cluster-works': {
    question: 'ADVANCE.cluster-works',
    met: cluster,
    unmet: { ...cluster, workDone: 500n },
    unknown: { ...cluster, workDone: undefined },
    asks: ['workDone'],
  },
  'MR-5.services': {
    question: 'ADVANCE.services',
    met: { workPlanReady: true },
    unmet: { workPlanReady: false },
    unknown: {},
    asks: ['workPlanReady'],
  },
  'MR-5.establishment-works': {
    question: 'ADVANCE.establishment-works',
    met: machine,
    unmet: { ...machine, workDone: 420n },
    unknown: { ...machine, totalInvestment: undefined },
    asks: ['totalInvestment'],
  },
  'MR-5.founding': {
    question: 'ADVANCE.founding',
    met: { accepted: true },
    unmet: { accepted: false },
    unknown: {},
    asks: ['accepted'],
  },
  'MR-6': {
    question: 'SETTLEMENT.whole',
    met: { acceptance: 'accepted' },
    unmet: { acceptance: 'pending' },
    unknown: {},
    asks: ['acceptance'],
    also: [{ acceptance: 'force-majeure' }],
  },
  'MR-6.proof': {
    question: 'SETTLEMENT.whole',
    met: { acceptance: 'accepted', proofComplete: true },
    unmet: { acceptance: 'accepted', proofComplete: false },
    unknown: { acceptance: 'accepted' },
    asks: ['proofComplete'],
    aside: [{ acceptance: 'force-majeure', proofComplete: false }],
  },
  'MR-7': {
    question: 'ADVANCE.general',
    met: { ...later, scheduleMet: true },
    unmet: { ...later, scheduleMet: false },
    unknown: later,
    asks: ['scheduleMet'],
    aside: [
      { ...later, duration: 'one-year', scheduleMet: false },
      { ...later, advanceRound: 'first', scheduleMet: false },
    ],
  },
  'MR-8': {
    question: 'ADVANCE.services',
    met: { firstShare: 'decided', shareDecidedBy: 'fund-manager' },
    unmet: { firstShare: 'decided', shareDecidedBy: 'other' },
    unknown: { firstShare: 'decided' },
    asks: ['shareDecidedBy'],
    aside: [{ firstShare: 'circular', shareDecidedBy: 'other' }],
  },
  'MR-9.fund-manager': {
    question: 'MANAGEMENT.fund-manager',
    met: { fund: 'national', yearlyFund: 1_000n, managementCost: 15n },
    unmet: { fund: 'national', yearlyFund: 1_000n, managementCost: 16n },
    unknown: { fund: 'national', yearlyFund: 1_000n },
    asks: ['managementCost'],
  },
  'MR-9.implementing-unit': {
    question: 'MANAGEMENT.implementing-unit',
    met: { fund: 'national', projectBudget: 1_000n, managementCost: 25n },
    unmet: { fund: 'national', projectBudget: 1_000n, managementCost: 26n },
    unknown: { fund: 'national', managementCost: 26n },
    asks: ['projectBudget'],
  },
  'MR-10': {
    question: 'SETTLEMENT.by-share',
    met: { allVouchersListed: true },
    unmet: { allVouchersListed: false },
    unknown: {},
    asks: ['allVouchersListed'],
  },
  'MR-11.dossier': {
    question: moneyQuestions.dossier,
    met: { dossierDue: '2024-12-05', dossierHandedIn: '2024-12-05' },
    unmet: { dossierDue: '2024-12-05', dossierHandedIn: '2024-12-06' },
    unknown: { dossierDue: '2024-12-05' },
    asks: ['dossierHandedIn'],
  },
  'MR-11.liquidation': {
    question: moneyQuestions.liquidation,
    met: { liquidationDue: '2025-01-22', liquidatedOn: '2025-01-22' },
    unmet: { liquidationDue: '2025-01-22', liquidatedOn: '2025-01-23' },
    unknown: { liquidatedOn: '2025-01-22' },
    asks: ['liquidationDue'],
  },
  'MR-12': {
    question: 'SETTLEMENT.whole',
    met: stopped,
    unmet: { ...stopped, forceMajeureRecorded: false },
    unknown: { ...stopped, forceMajeureExplained: undefined },
    asks: ['forceMajeureExplained'],
    alsoUnmet: [{ ...stopped, forceMajeureExplained: false }],
    aside: [{ ...stopped, acceptance: 'accepted', forceMajeureRecorded: false }],
  },
  'MR-13': {
    question: moneyQuestions.returned,
    met: { alreadyAdvanced: 210n, settledSupport: 200n, returnedToBudget: 10n },
    unmet: { alreadyAdvanced: 210n, settledSupport: 200n, returnedToBudget: 9n },
    unknown: { alreadyAdvanced: 210n, settledSupport: 200n },
    asks: ['returnedToBudget'],
    alsoUnmet: [{ alreadyAdvanced: 1n, settledSupport: 0n, returnedToBudget: 0n }],
    aside: [{ alreadyAdvanced: 0n, settledSupport: 0n, returnedToBudget: 0n }],
  },
  'MR-14': {
    question: 'CARRY-OVER',
    met: { unused: 1n, carryOverAllowed: 1n },
    unmet: { unused: 1n, carryOverAllowed: 0n },
    unknown: { unused: 1n },
    asks: ['carryOverAllowed'],
    aside: [{ unused: 0n, carryOverAllowed: 0n }],
  },
  'MR-15': {
    question: moneyQuestions.source,
    met: { moneySource: 'gifts' },
    unmet: { moneySource: 'other' },
    unknown: {},
    asks: ['moneySource'],
    also: [
      { moneySource: 'provincial-budget' },
      { moneySource: 'district-budget' },
      { moneySource: 'commune-budget' },
      { moneySource: 'national-fund' },
      { moneySource: 'other-lawful' },
    ],
  },
  'MR-16': {
    question: moneyQuestions.localLevel,
    met: { fund: 'provincial', levelSetBy: 'fund-regulation' },
    unmet: { fund: 'provincial', levelSetBy: 'none' },
    unknown: { fund: 'provincial' },
    asks: ['levelSetBy'],
    also: [{ fund: 'district', levelSetBy: 'council-resolution' }],
    aside: [{ fund: 'national', levelSetBy: 'none' }],
  },
  'MR-16.council': {
    question: moneyQuestions.localLevel,
    met: { fund: 'provincial', outsideNationalList: true, levelSetBy: 'council-resolution' },
    unmet: { fund: 'provincial', outsideNationalList: true, levelSetBy: 'fund-regulation' },
    unknown: { fund: 'provincial', levelSetBy: 'fund-regulation' },
    asks: ['outsideNationalList'],
    also: [{ fund: 'district', outsideNationalList: true, levelSetBy: 'council-resolution' }],
    aside: [
      { fund: 'national', outsideNationalList: true, levelSetBy: 'none' },
      { fund: 'provincial', outsideNationalList: false, levelSetBy: 'none' },
    ],
  },
  'MR-17': {
    question: moneyQuestions.chosen,
    met: { chosenBy: 'selection' },
    unmet: { chosenBy: 'neither' },
    unknown: {},
    asks: ['chosenBy'],
    also: [{ chosenBy: 'tender' }],
  },
  'MR-17.tender': {
    question: moneyQuestions.tendered,
    met: { fund: 'national', tenderLawApplies: true, chosenBy: 'tender' },
    unmet: { fund: 'national', tenderLawApplies: true, chosenBy: 'selection' },
    unknown: { fund: 'national', chosenBy: 'selection' },
    asks: ['tenderLawApplies'],
    aside: [
      { fund: 'provincial', tenderLawApplies: true, chosenBy: 'selection' },
      { fund: 'national', tenderLawApplies: false, chosenBy: 'selection' },
    ],
  },
  'MR-18': {
    question: moneyQuestions.budgetCode,
    met: { budgetCodeRight: true },
    unmet: { budgetCodeRight: false },
    unknown: {},
    asks: ['budgetCodeRight'],
  },
}
