import { cite } from '@khuyencong/domain'
import { InputError, type Citations, type Verdict } from '@khuyencong/rules'
import { dongProblems } from './whole-dong.js'

/** What becomes of money that a year did not use. */
export interface YearEnd {
  /** May it move to the next year? */
  readonly verdict: Verdict
  /** What moves to the next year, in đồng; undefined while not known. */
  readonly carriedOver: bigint | undefined
  /** What goes back to the budget, in đồng; undefined while not known. */
  readonly returned: bigint | undefined
  readonly missing: readonly string[]
  readonly cites: Citations
}

/**
 * Unused money of a year moves to the next as the rules of the budget allow (MR-14). Those rules are not part of this
 * law, so whether they allow it, and how much of it, is for the finance department to say.
 * @param unused what is left of the year's appropriation, in đồng
 * @param allowed how much the budget rules let move, in đồng; absent while not known
 * @throws InputError when an amount is not whole đồng or is negative
 */
export function yearEnd(unused: bigint, allowed?: bigint): YearEnd {
  const [first, ...rest] = [
    ...dongProblems('unused', unused),
    ...(allowed === undefined ? [] : dongProblems('allowed', allowed)),
  ]
  if (first) throw new InputError([first, ...rest])
  const cites: Citations = [cite('NĐ 45/2012/NĐ-CP', { article: '14', clause: '4' })]
  if (unused === 0n) return { verdict: 'met', carriedOver: 0n, returned: 0n, missing: [], cites }
  if (allowed === undefined)
    return { verdict: 'unknown', carriedOver: undefined, returned: undefined, missing: ['allowed'], cites }
  const carriedOver = allowed < unused ? allowed : unused
  return { verdict: allowed > 0n ? 'met' : 'unmet', carriedOver, returned: unused - carriedOver, missing: [], cites }
}
