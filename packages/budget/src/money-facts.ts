import { vocabulary } from '@khuyencong/rules'
import { advanceFacts } from './advance-facts.js'
import { deadlineFacts } from './deadline-facts.js'
import { managementFacts } from './management-facts.js'
import { planFacts } from './plan-facts.js'
import { priorityFacts } from './priority-facts.js'
import { settlementFacts } from './settlement-facts.js'

/** The dictionary of money. A project that runs is asked other things than an application. */
export const moneyFacts = {
  ...advanceFacts,
  ...settlementFacts,
  ...deadlineFacts,
  ...managementFacts,
  ...priorityFacts,
  ...planFacts,
}

/** The words that a province writes its own rules of money in. */
export const moneyWords = vocabulary<typeof moneyFacts>()
