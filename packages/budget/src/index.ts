export { nationalBudget } from './national.js'
export { localReference } from './parameters.js'
export { type SupportCeiling, supportCeiling } from './support-ceiling.js'
