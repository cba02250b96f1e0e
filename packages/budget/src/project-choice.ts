import { toContentCode, type ContentCode } from '@khuyencong/domain'
import type { Decision } from '@khuyencong/rules'
import type { MoneyLaw } from './money-law.js'
import { moneyQuestions } from './money-questions.js'
import type { PlanFacts } from './plan-facts.js'

/** Fairs, works of industrial clusters, media. */
const tendered: ReadonlySet<ContentCode> = new Set<ContentCode>([
  'FAIR-DOM-ORG',
  'FAIR-DOM-JOIN',
  'FAIR-ABROAD',
  'CCN-INFRA',
  'ENV-CCN',
  'MEDIA',
])

/**
 * Was a project chosen as it has to be (MR-17: Article 4, TTLT 26/2014; Article 3, TT 36/2013/TT-BCT)? Whether the law on
 * tender applies is for that law to say: where it matters, it is asked for.
 * @param code a content code, e.g. `MEDIA`
 * @param facts `chosenBy`; for fairs, works of clusters and media also `fund` and `tenderLawApplies`
 * @throws InputError when the code is not a content or a fact does not fit its definition
 */
export const assessProjectChoice = (
  law: MoneyLaw<'decide'>,
  code: ContentCode,
  facts: Pick<PlanFacts, 'fund' | 'chosenBy' | 'tenderLawApplies'>,
): Decision =>
  law.money.decide(tendered.has(toContentCode(code)) ? moneyQuestions.tendered : moneyQuestions.chosen, facts)
