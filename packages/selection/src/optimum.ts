export { type BestUse, type Item, bestUse } from './optimum/best-use.js'
export { type CostOfOrder, costOfLegalOrder } from './optimum/cost-of-legal-order.js'
