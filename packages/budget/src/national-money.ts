import { advanceAmounts } from './advance-amounts.js'
import { moneyFacts } from './money-facts.js'
import { budgetCodeOfLaw } from './ttlt-26-2014/article-8.js'
import { moneyRounding } from './money-rounding.js'
import { article13Rules as sourceRules } from './nd-45-2012/article-13.js'
import { article14Amounts as carryOverAmounts, article14Rules as carryOverRules } from './nd-45-2012/article-14.js'
import { article12Rules } from './tt-36-2013/article-12.js'
import { article13Parameters, article13Rules } from './tt-36-2013/article-13.js'
import { article14Parameters, article14Rules } from './tt-36-2013/article-14.js'
import { article15Rules } from './tt-36-2013/article-15.js'
import { article16Rules } from './tt-36-2013/article-16.js'
import { article18Parameters, article18Rules } from './tt-36-2013/article-18.js'
import { article19Amounts, article19Rules } from './tt-36-2013/article-19.js'
import { article3Rules } from './tt-36-2013/article-3.js'
import { article4Rules } from './ttlt-26-2014/article-4.js'
import { article8Parameters, article8Rules } from './ttlt-26-2014/article-8.js'
import { localLevelRules } from './ttlt-26-2014/local-levels.js'
import { managementAmounts, managementParameters, managementRules } from './ttlt-26-2014/management-costs.js'
import { priorityAmounts, priorityParameters, stacking } from './ttlt-26-2014/priority.js'

/**
 * National law on what becomes of the money: MR-1 and MR-3 to MR-18. MR-2, the factor of a technology line, is a level of
 * support. Provinces replace the values that end in `.local`.
 */
export const nationalMoney = {
  facts: moneyFacts,
  rules: {
    ...sourceRules,
    ...carryOverRules,
    ...article4Rules,
    ...localLevelRules,
    ...managementRules,
    ...article8Rules,
    ...article3Rules,
    ...article12Rules,
    ...article13Rules,
    ...article14Rules,
    ...article15Rules,
    ...article16Rules,
    ...article18Rules,
    ...article19Rules,
  },
  parameters: {
    [moneyRounding.id]: moneyRounding,
    ...priorityParameters,
    ...managementParameters,
    ...article8Parameters,
    ...article13Parameters,
    ...article14Parameters,
    ...article18Parameters,
  },
  amounts: {
    ...priorityAmounts,
    ...managementAmounts,
    ...advanceAmounts,
    ...article19Amounts,
    ...carryOverAmounts,
  },
}

/** The values that checklists, terms and ceilings read, and that stand in no rule. */
export const moneyReads: readonly string[] = [
  budgetCodeOfLaw.id,
  stacking.national.id,
  stacking.local.id,
  ...Object.keys({ ...article14Parameters, ...article18Parameters }),
]
