import { toContentCode, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import {
  calculation,
  LawError,
  type Amount,
  type CalculationStep,
  type Given,
  type LawIdentity,
} from '@khuyencong/rules'
import type { LevelLaw } from './money-law.js'

/** The most that a content may be supported with. Support that is approved may always be lower. */
export interface SupportCeiling extends Omit<Amount, 'rule'> {
  readonly content: ContentCode
  /** The calculation in reading order, from the first figure to the ceiling. */
  readonly steps: readonly CalculationStep[]
  readonly law: LawIdentity
}

/**
 * For at most how much may a content be supported, under the law bound to a day?
 * @param law a pack bound to a day: `haiDuong.at('2024-03-01')`
 * @param code a content code, e.g. `MACH`
 * @param facts `eligibleCost` in đồng and the `fund`, as far as known; or what `law.read` made of them
 * @returns status `known` with the amount in đồng, `unknown` with what is missing (and what it cannot exceed), or `no-level` where the law has none
 * @throws InputError when the code is not a content or a fact does not fit its definition
 */
export function supportCeiling(law: LevelLaw, code: ContentCode, facts: ApplicationFacts | Given): SupportCeiling {
  const found = law.amount(toContentCode(code), facts)
  if (!found) throw new LawError(`${law.identity.pack} has no amount '${code}'.`)
  const { rule, ...amount } = found
  return {
    ...amount,
    content: toContentCode(rule),
    steps: amount.trace ? calculation(amount.trace, law.facts) : [],
    law: law.identity,
  }
}
