export { type AcceptanceProof, type ProofFacts, type ProofItem, acceptanceProof } from './acceptance-proof.js'
export { type AdvanceFacts, advanceFacts } from './advance-facts.js'
export { type AdvanceLimit, type DecidedShare, advanceLimit } from './advance-limit.js'
export { assessLocalLevel } from './local-level.js'
export { assessProjectChoice } from './project-choice.js'
export { allocate } from './allocate.js'
export { type AdvanceGroup, advanceGroups } from './advance-group.js'
export {
  type Balance,
  type DemandLine,
  type Estimate,
  type LineEstimate,
  type RepeatedContent,
  type SourceEstimate,
  type Totals,
  estimateYear,
} from './estimate.js'
export { type BudgetCode, type BudgetCodeFacts, budgetCode } from './budget-code.js'
export { type ExpenseClaim, type ExpenseOverlap, overlappingClaims } from './expense-items.js'
export { type FundSource, fundSourceCodes, fundSources } from './fund-sources.js'
export { type ManagementFacts, managementFacts } from './management-facts.js'
export { type ManagementLimit, managementLimit } from './management-limit.js'
export { moneyFacts, moneyWords } from './money-facts.js'
export type { LevelLaw, MoneyLaw } from './money-law.js'
export { moneyQuestions, moneySubjects, type ManagementSide } from './money-questions.js'
export { assessSource } from './money-source.js'
export { nationalBudget } from './national.js'
export { moneyReads, nationalMoney } from './national-money.js'
export { type OwnLevel, ownLevel } from './own-level.js'
export { type PlanFacts, planFacts } from './plan-facts.js'
export { localReference } from './parameters.js'
export { type Priority, type PriorityCeiling, priorityCeiling } from './priority-factor.js'
export { type Settlement, type SettlementInput, type SettlementLine, type SettlementStatus, settle } from './settle.js'
export {
  type GroupLine,
  type GroupMember,
  type GroupSettlement,
  type GroupSettlementInput,
  type GroupVoucher,
  type MemberSettlement,
  settleGroup,
} from './settle-group.js'
export { type SettlementFacts, settlementFacts } from './settlement-facts.js'
export {
  type Deadline,
  type DeadlineFacts,
  type OpenDayNotice,
  type SettlementDeadlines,
  settlementDeadlines,
} from './settlement-deadlines.js'
export { type SupportCeiling, supportCeiling } from './support-ceiling.js'
export { type ProofCase, type ProofPaper, proofCases, proofPapers } from './tt-36-2013/article-14.js'
export type { Counting } from './tt-36-2013/article-18.js'
export { textKey } from './text-key.js'
export type { Voucher } from './voucher.js'
export { type YearEnd, type YearEndFacts, yearEnd } from './year-end.js'
export {
  type Account,
  type AccountKind,
  type AppropriationAccount,
  type AwardAccount,
  type OutsideAccount,
  accountKey,
  ofAppropriation,
  ofAward,
  outside,
} from './ledger/account.js'
export { type Ledger, balanceOf, emptyLedger, post, postAll } from './ledger/ledger.js'
export {
  type AwardRef,
  type Entry,
  type Posting,
  type PostingHead,
  type PostingKind,
  appropriate,
  carryIn,
  carryOut,
  commit,
  correct,
  cut,
  payAdvance,
  release,
  returnAdvance,
  returnUnused,
  settleAward,
} from './ledger/posting.js'
export { type AppropriationState, type AwardState, reconcile } from './ledger/reconcile.js'
export { roundingNames } from './rounding-names.js'
