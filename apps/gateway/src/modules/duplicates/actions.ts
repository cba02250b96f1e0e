import type { Row } from '../../access/row.js'

const concerned = ['ESTABLISHMENT', 'LOCAL_COMMITTEE', 'CENTRE', 'INDUSTRY_DEPARTMENT'] as const

/** Who may do what about money that is paid twice for one thing. */
export const duplicateActions = [
  // Other departments are to see that their own programmes do not pay for the same (decision, Điều 2.3).
  {
    action: 'seeDuplicates',
    roles: [
      ...concerned,
      'FINANCE_DEPARTMENT',
      'PROVINCIAL_COMMITTEE',
      'COUNCIL_MEMBER',
      'INSPECTOR',
      'OTHER_DEPARTMENT',
    ],
  },
  // What is only possible: somebody who knows the purchase says that it is another one.
  { action: 'acknowledgeDuplicate', roles: concerned },
  { action: 'overrideDuplicate', roles: ['INDUSTRY_DEPARTMENT'] },
  { action: 'importOutsideSupport', roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'] },
  {
    action: 'seeOutsideSupport',
    roles: ['CENTRE', 'INDUSTRY_DEPARTMENT', 'FINANCE_DEPARTMENT', 'PROVINCIAL_COMMITTEE', 'INSPECTOR'],
  },
] as const satisfies readonly Row[]
