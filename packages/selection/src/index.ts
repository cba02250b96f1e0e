export { assessEntry, assessRound, assessWithdrawal } from './assess.js'
export { type CertificateValidity, certificateValidity } from './certificate.js'
export { type ComplaintTerm, type DaysOff, lastDayToComplain, lastDayToDecide } from './complaint.js'
export { contestCeiling } from './contest-ceiling.js'
export type { LeftOut } from './contest/check-round.js'
export { type Fairness, type JudgeStatistics, type LeftOutJudge, fairness } from './contest/fairness.js'
export { type Agreement, kendallsW } from './contest/kendall.js'
export { pointsText } from './contest/points.js'
export type * from './contest/round.js'
export { type Counts, type EntryResult, type Outcome, type Score, type Tally, tally } from './contest/tally.js'
export type { ConventionUsed } from './convention.js'
export { type EntryFacts, type ProductGroup, entryFacts, productGroups } from './entry-facts.js'
export type { SelectionLaw } from './law.js'
export { type Level, levelCodes, levels } from './level.js'
export { nationalSelection } from './national.js'
export type { Fund } from './plan/order.js'
export { type AtBudget, type FrontierStep, atOtherBudgets, frontier } from './plan/other-budgets.js'
export {
  type PointsCriterion,
  type PointsRule,
  appraisalPoints,
  brandProgrammeFloors,
  pointsRule,
} from './plan/points-rule.js'
export type { Proposal } from './plan/proposal.js'
export {
  type CleanerProduction,
  type Plan,
  type PlanLaw,
  type PlannedProposal,
  type PlanOptions,
  type PlanOutcome,
  rankProposals,
} from './plan/rank-proposals.js'
export type { Reason, ReasonCode } from './plan/reasons.js'
export { type ProposalFacts, proposalFacts } from './proposal-facts.js'
export { selectionReads } from './read-by-functions.js'
export { type RoundFacts, roundFacts } from './round-facts.js'
export { selectionSubjects } from './subjects.js'
export { type CriteriaGroup, criteriaGroups } from './tt-26-2014/article-7.js'
export type { ContestMoney } from './ttlt-26-2014/article-6.js'
export { allOf, fact, facts as selectionFacts, is, isNot, oneOf, someOf } from './vocabulary.js'
