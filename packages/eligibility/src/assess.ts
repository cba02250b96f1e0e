import { toContentCode, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import type { BoundLaw, Decision, Given } from '@khuyencong/rules'

/**
 * May this application be supported, under the law bound to a day?
 * @param law a pack bound to a day: `haiDuong.at('2024-03-01')`
 * @param code a content code, e.g. `MACH`
 * @param facts what is known; a fact that is absent is unknown, never a no. For many contents of one establishment, read them once: `law.read(facts)`
 * @returns verdict `met`, `unmet` or `unknown`, with a finding for each rule, the article in force, the facts still missing, and what would have to change
 * @throws InputError when the code is not a content or a fact does not fit its definition
 */
export function assess(law: Pick<BoundLaw, 'decide'>, code: ContentCode, facts: ApplicationFacts | Given): Decision {
  return law.decide(toContentCode(code), facts)
}
