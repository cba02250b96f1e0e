import type { Sign } from './bind-condition.js'
import type { BoundRule } from './bind-rule.js'
import type { Verdict } from './decision.js'
import { combinations, kept, mostKept } from './kept.js'
import type { Place } from './place.js'

type SignOf = BoundRule['sign']

export const verdictOf = (sign: Sign): Verdict => (sign > 0 ? 'met' : sign < 0 ? 'unmet' : 'unknown')

/** A no decides, and what comes after it is not looked at unless `each` is to be; a yes needs that all say yes. */
const allOf =
  (signs: readonly SignOf[], each = false): SignOf =>
  (slots) => {
    let result: Sign = 1
    for (const signOf of signs) {
      const sign = signOf(slots)
      if (sign < 0 && !each) return -1
      if (sign < result) result = sign
    }
    return result
  }

/** The sign of several rules together. Those of few-valued facts are looked up at once, as many as one table holds. */
export function bindSign(rules: readonly BoundRule[]): SignOf {
  const groups: { readonly reads: readonly Place[]; readonly signs: readonly SignOf[] }[] = []
  const others: SignOf[] = []
  const conflicting: SignOf[] = []
  for (const { reads, sign, conflicts } of rules) {
    const together = (of: readonly Place[]) => combinations([...of, ...reads]) <= mostKept
    const found = groups.findIndex((group) => together(group.reads))
    const group = groups[found] ?? { reads: [], signs: [] }
    if (conflicts) conflicting.push(sign)
    else if (!together([])) others.push(sign)
    else
      groups[found < 0 ? groups.length : found] = { reads: [...group.reads, ...reads], signs: [...group.signs, sign] }
  }
  const whole = allOf([...groups.map(({ reads, signs }) => kept(reads, allOf(signs))), ...others])
  // A no of one rule does not hide that another contradicts itself.
  return conflicting.length === 0 ? whole : allOf([allOf(conflicting, true), whole])
}
