import type { Decision } from '@khuyencong/rules'
import type { TitleFacts } from './facts.js'
import { keepState } from './luat-tdkt-2022/article-93.js'
import { keepProvincial } from './provinces/provincial.js'
import { needRules, titleCode, type LawWithTitles } from './title-in-force.js'
import { titles } from './titles.js'

/**
 * May a title that was awarded be kept? `unmet` names the ground on which the award is annulled, with objects and money
 * taken back, or the title stripped.
 * @param law a pack bound to a day
 * @param code a title code, e.g. `NNND`
 * @throws InputError when the code is not a title, the law has no rules on its loss, or a fact does not fit its definition
 */
export function keepTitle(
  law: LawWithTitles<'decide' | 'rules' | 'identity'>,
  code: string,
  facts: TitleFacts,
): Decision {
  const title = titleCode(code)
  const subject = titles[title].level === 'state' ? keepState : keepProvincial
  needRules(law.titles, subject, `the loss of the title ${title}`)
  return law.titles.decide(subject, facts)
}
