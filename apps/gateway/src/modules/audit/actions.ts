import type { Row } from '../../access/row.js'

/** Who sees what was done, and by whom. */
export const auditActions = [
  { action: 'audit.read', roles: ['INSPECTOR', 'ADMINISTRATOR'] },
  { action: 'event.read', roles: ['INDUSTRY_DEPARTMENT', 'FINANCE_DEPARTMENT', 'ADMINISTRATOR'] },
] as const satisfies readonly Row[]
