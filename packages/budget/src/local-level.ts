import { toContentCode, type ContentCode } from '@khuyencong/domain'
import type { Decision } from '@khuyencong/rules'
import type { MoneyLaw } from './money-law.js'
import { moneyQuestions } from './money-questions.js'
import type { PlanFacts } from './plan-facts.js'

/** Named by the programme of a province and not by the decree, as far as it was read: those of the rules FC-1-CONTENT and COUNCIL. */
const outside: ReadonlySet<ContentCode> = new Set<ContentCode>(['QUALITY', 'ARTISAN'])
/** Of digital transformation and databases the decree and its circular name a part: promotion by information technology, data. */
const notClear: ReadonlySet<ContentCode> = new Set<ContentCode>(['DIGITAL', 'DATA'])

/**
 * May a province have a level of its own for a content (MR-16: Article 6, TTLT 26/2014)? Its fund regulation sets it; what
 * is not on the national list of contents needs a resolution of its council. The national fund has the levels of the circular:
 * of it nothing is asked, and the findings say that no rule applies.
 * @param code a content code, e.g. `QUALITY`
 * @param facts `fund` and `levelSetBy`; `outsideNationalList` where it is known better than from the code
 * @throws InputError when the code is not a content or a fact does not fit its definition
 */
export function assessLocalLevel(
  law: MoneyLaw<'decide'>,
  code: ContentCode,
  facts: Pick<PlanFacts, 'fund' | 'levelSetBy' | 'outsideNationalList'>,
): Decision {
  const content = toContentCode(code)
  const byCode = notClear.has(content) ? undefined : outside.has(content)
  const outsideNationalList = facts.outsideNationalList ?? byCode
  return law.money.decide(moneyQuestions.localLevel, { ...facts, outsideNationalList })
}
