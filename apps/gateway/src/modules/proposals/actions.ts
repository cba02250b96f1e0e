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

/** Who may do what with proposals. The steps come from the life cycle. */
export const proposalActions = [...steps] as const
