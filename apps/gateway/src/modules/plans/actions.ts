import type { Row } from '../../access/row.js'
import type { Role } from '../../generated/prisma/enums.js'
import { beginningsOf, planStepNames, type PlanStepName } from './life-cycle.js'

interface StepRow extends Row {
  readonly action: PlanStepName
}

const steps: readonly StepRow[] = planStepNames.flatMap((action) =>
  beginningsOf(action).map(([state, roles]) => ({ action, roles, states: [state] })),
)

/** Who may put the demand of a year together. */
const makers = ['CENTRE', 'INDUSTRY_DEPARTMENT'] as const satisfies readonly Role[]

/** Every office that makes plans or judges them. An establishment sees its own line with its proposal. */
const readers = [
  ...makers,
  'FINANCE_DEPARTMENT',
  'PROVINCIAL_COMMITTEE',
  'COUNCIL_MEMBER',
  'INSPECTOR',
  'OTHER_DEPARTMENT',
] as const satisfies readonly Role[]

/** Who may do what with plans. The steps come from the life cycle. */
export const planActions = [
  { action: 'readPlans', roles: readers },
  // What was decided; not what is being drawn up.
  { action: 'readPlanInForce', roles: [...readers, 'LOCAL_COMMITTEE'] },
  { action: 'openPlan', roles: makers },
  { action: 'addActivityLine', roles: makers, states: ['DRAFT'] },
  { action: 'addProposalLine', roles: makers, states: ['DRAFT'] },
  { action: 'fillPlanByRanking', roles: makers, states: ['DRAFT'] },
  { action: 'changeLine', roles: makers, states: ['DRAFT'] },
  { action: 'removeLine', roles: makers, states: ['DRAFT'] },
  ...steps,
  { action: 'adjustPlan', roles: ['INDUSTRY_DEPARTMENT'], states: ['APPROVED'] },
] as const satisfies readonly Row[]
