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

/** Who may do what with proposals. The steps come from the life cycle. */
export const proposalActions = [
  ...steps,
  { action: 'createProposal', roles: makers },
  { action: 'changeProposal', roles: makers, states: ['DRAFT', 'SUPPLEMENT_ASKED'] },
] as const satisfies readonly Row[]
