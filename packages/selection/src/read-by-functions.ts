import { localRules } from './local-rules.js'
import { article17Parameters } from './tt-26-2014/article-17.js'
import { article20Parameters } from './tt-26-2014/article-20.js'
import { article7Parameters as criteriaParameters } from './tt-26-2014/article-7.js'
import { article8Parameters as levelParameters } from './tt-26-2014/article-8.js'
import { article7Parameters as nationalFundParameters } from './tt-36-2013/article-7.js'
import { article6Parameters as orderParameters } from './tt-46-2012/article-6.js'
import { article8Parameters as localFundParameters } from './tt-46-2012/article-8.js'

const { 'CONTEST.threshold': threshold } = article17Parameters
const { 'PLAN.areas': areas, 'PLAN.trades': trades } = orderParameters
const { 'PLAN.key': key, 'PLAN.capacity': capacity, 'PLAN.order.national': order } = nationalFundParameters

/** The values that tallies, terms and the order of a plan read, and that stand in no rule. */
export const selectionReads: readonly string[] = [
  ...Object.keys({ ...levelParameters, ...criteriaParameters, ...article20Parameters, ...localFundParameters }),
  ...[threshold, areas, trades, key, capacity, order].map(({ id }) => id),
  ...Object.keys(localRules),
]
