import type { Row } from '../../access/row.js'

/**
 * Who may do what with money (decision, Điều 2): Trung tâm Khuyến công signs, asks for payments and gives back what an award
 * does not need; Sở Tài chính allots, confirms, and keeps the ledger.
 */
export const moneyActions = [
  {
    action: 'money.read',
    roles: ['CENTRE', 'INDUSTRY_DEPARTMENT', 'FINANCE_DEPARTMENT', 'PROVINCIAL_COMMITTEE', 'INSPECTOR'],
  },
  { action: 'recordAppropriation', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'raiseAppropriation', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'cutAppropriation', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'returnUnused', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'carryOver', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'signContract', roles: ['CENTRE'] },
  { action: 'requestAdvance', roles: ['CENTRE'] },
  { action: 'requestSettlement', roles: ['CENTRE'] },
  { action: 'payAdvance', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'settleAward', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'refusePayment', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'returnAdvance', roles: ['FINANCE_DEPARTMENT'] },
  { action: 'releaseCommitment', roles: ['CENTRE'] },
  { action: 'correctPosting', roles: ['FINANCE_DEPARTMENT'] },
] as const satisfies readonly Row[]
