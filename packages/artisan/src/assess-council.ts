import type { Decision } from '@khuyencong/rules'
import type { TitleFacts } from './facts.js'
import { needRules, type LawWithTitles } from './title-in-force.js'

/**
 * Is a council on State titles made up as its decree says: size, chair, deputies? How it votes is for `countVotes`.
 * @param law a pack bound to a day
 * @param facts `councilLevel`, `councilSize`, `councilChair`, `councilDeputies`, `filedOn`, as far as known
 * @throws InputError when the law has no rules on councils, or a fact does not fit its definition
 */
export function assessCouncil(law: LawWithTitles<'decide' | 'rules' | 'identity'>, facts: TitleFacts): Decision {
  needRules(law.titles, 'COUNCIL', 'councils')
  return law.titles.decide('COUNCIL', facts)
}
