export { type AdvanceFacts, advanceFacts } from './advance-facts.js'
export { type AdvanceLimit, type DecidedShare, advanceLimit, advanceRules } from './advance-limit.js'
export { allocate } from './allocate.js'
export { type AdvanceGroup, type MoneyContent, advanceGroups } from './content-group.js'
export type { MoneyLaw } from './money-law.js'
export { nationalBudget } from './national.js'
export { localReference } from './parameters.js'
export { type SupportCeiling, supportCeiling } from './support-ceiling.js'
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
  payAdvance,
  release,
  returnAdvance,
  returnUnused,
  settleAward,
} from './ledger/posting.js'
export { type AppropriationState, type AwardState, reconcile } from './ledger/reconcile.js'
