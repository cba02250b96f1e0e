import { circular36 } from './circular.js'

/** MR-13: money advanced without work, or not accepted in settlement, returns to the budget. */
export const returnToBudget = circular36('12', '6')
