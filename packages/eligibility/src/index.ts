export { assess } from './assess.js'
export { approvedUnderOldRules } from './nd-235-2025/transition.js'
export { nationalEligibility } from './national.js'
