import type { Decision } from '@khuyencong/rules'
import type { TitleFacts } from './facts.js'
import { needRules, titleCode, type LawWithTitles } from './title-in-force.js'

/**
 * Does this person meet the standards of a title, under the law bound to a day?
 * @param law a pack bound to a day: `haiDuong.at('2024-10-01')`
 * @param code a title code, e.g. `NNUT`
 * @param facts what is known; a fact that is absent is unknown, never a no
 * @returns verdict `met`, `unmet` or `unknown`, with a finding for each rule, the article in force, the facts still missing, and what would have to change. A standard that could not be read asks for the agency's confirmation
 * @throws InputError when the code is not a title, the law has no rules on it, or a fact does not fit its definition
 */
export function assessTitle(
  law: LawWithTitles<'decide' | 'rules' | 'identity'>,
  code: string,
  facts: TitleFacts,
): Decision {
  const title = titleCode(code)
  needRules(law.titles, title, `the title ${title}`)
  return law.titles.decide(title, facts)
}
