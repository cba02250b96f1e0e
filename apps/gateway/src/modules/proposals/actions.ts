import type { Row } from '../../access/row.js'
import { lifeCycle, type StepName } from './life-cycle.js'
import { stepNames } from './transitions.js'

interface StepRow extends Row {
  readonly action: StepName
}

const steps: readonly StepRow[] = stepNames.map((action) => {
  const { roles, from } = lifeCycle[action]
  return { action, roles, states: from }
})

/** Who puts forward and mends what establishments ask for. */
const makers = ['ESTABLISHMENT', 'LOCAL_COMMITTEE', 'CENTRE'] as const

const readers = [
  ...makers,
  'INDUSTRY_DEPARTMENT',
  'FINANCE_DEPARTMENT',
  'PROVINCIAL_COMMITTEE',
  'COUNCIL_MEMBER',
  'INSPECTOR',
  'OTHER_DEPARTMENT',
] as const

const drafting = ['DRAFT', 'SUPPLEMENT_ASKED'] as const
const judging = ['SUBMITTED', 'SURVEYED', 'APPRAISED', 'RECOMMENDED', 'IN_PLAN'] as const
const running = ['APPROVED', 'CONTRACTED', 'RUNNING'] as const

/** Who may do what with proposals. The steps come from the life cycle. */
export const proposalActions = [
  ...steps,
  { action: 'createProposal', roles: makers },
  { action: 'changeProposal', roles: makers, states: drafting },
  // What is seen on the spot, up to acceptance.
  { action: 'noteFacts', roles: ['CENTRE', 'LOCAL_COMMITTEE'], states: [...judging, ...running] },
  // TT 36/2013 Điều 11: by the department what keeps to the plan, by the committee what goes beyond it.
  { action: 'changeApprovedProposal', roles: ['INDUSTRY_DEPARTMENT', 'PROVINCIAL_COMMITTEE'], states: running },
  { action: 'extendApprovedProposal', roles: ['PROVINCIAL_COMMITTEE'], states: running },
  // TTLT 26/2014 Điều 6.2.t: what the fund's manager decided is recorded by the department.
  { action: 'recordPriority', roles: ['INDUSTRY_DEPARTMENT'], states: [...drafting, ...judging, ...running] },
  { action: 'attachPaper', roles: makers, states: [...drafting, ...running] },
  {
    action: 'attachPaper',
    roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'],
    states: [...judging, 'FORCE_MAJEURE', 'ACCEPTED'],
  },
  { action: 'attachPaper', roles: ['INDUSTRY_DEPARTMENT'], states: running },
  { action: 'withdrawPaper', roles: makers, states: [...drafting, ...running] },
  { action: 'uploadFile', roles: [...makers, 'INDUSTRY_DEPARTMENT'] },
  { action: 'readProposals', roles: readers },
] as const satisfies readonly Row[]
