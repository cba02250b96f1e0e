import type { Decision } from '@khuyencong/rules'
import type { MoneyLaw } from './money-law.js'
import { moneyQuestions } from './money-questions.js'
import type { PlanFacts } from './plan-facts.js'

/**
 * May promotion money come from this source (MR-15: Article 13, NĐ 45/2012/NĐ-CP)?
 * @param facts `moneySource`: one of the sources of a budget, or `other`
 * @throws InputError when the fact does not fit its definition
 */
export const assessSource = (law: MoneyLaw<'decide'>, facts: Pick<PlanFacts, 'moneySource'>): Decision =>
  law.money.decide(moneyQuestions.source, facts)
