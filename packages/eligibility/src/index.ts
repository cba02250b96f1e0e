export { assess } from './assess.js'
export { nationalEligibility } from './national.js'
