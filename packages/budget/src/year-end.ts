import {
  InputError,
  together,
  type Citations,
  type Finding,
  type LawIdentity,
  type Support,
  type Verdict,
} from '@khuyencong/rules'
import type { MoneyLaw } from './money-law.js'
import { carryOver } from './money-questions.js'
import { dongProblems } from './whole-dong.js'

/** What is known of a year at its end, in đồng. */
export interface YearEndFacts {
  /** What is left of the year's appropriation. */
  readonly unused?: bigint | undefined
  /** How much the rules of the budget let move. */
  readonly allowed?: bigint | undefined
}

/** What becomes of money that a year did not use. */
export interface YearEnd {
  /** May it move to the next year? */
  readonly verdict: Verdict
  /** What moves to the next year, in đồng; undefined while not known. */
  readonly carriedOver: bigint | undefined
  /** What goes back to the budget, in đồng; undefined while not known. */
  readonly returned: bigint | undefined
  readonly findings: readonly Finding[]
  /** `unused` or `allowed`, where the amounts depend on it. */
  readonly missing: readonly string[]
  readonly cites: Citations | undefined
  readonly trust: Support
  readonly law: LawIdentity
}

/**
 * Unused money of a year moves to the next as the rules of the budget allow (MR-14: Article 14, NĐ 45/2012/NĐ-CP). Those
 * rules are not part of this law, so whether they allow it, and how much of it, is for the finance department to say.
 * @throws InputError when an amount is not whole đồng or is negative
 */
export function yearEnd(law: MoneyLaw<'amount' | 'decide' | 'identity'>, { unused, allowed }: YearEndFacts): YearEnd {
  const [first, ...rest] = [
    ...(unused === undefined ? [] : dongProblems('unused', unused)),
    ...(allowed === undefined ? [] : dongProblems('allowed', allowed)),
  ]
  if (first) throw new InputError([first, ...rest])
  const known = { unused, carryOverAllowed: allowed }
  const { verdict, findings, missing, trust } = law.money.decide(carryOver, known)
  const amount = law.money.amount(carryOver, known)
  // Of nothing, nothing moves, whatever the rules of the budget say.
  const carriedOver = unused === 0n ? 0n : amount?.amount
  const open = carriedOver === undefined ? new Set([...missing, ...(amount?.missing ?? [])]) : new Set()
  return {
    verdict,
    carriedOver,
    returned: unused === undefined || carriedOver === undefined ? undefined : unused - carriedOver,
    findings,
    missing: [...(open.has('unused') ? ['unused'] : []), ...(open.has('carryOverAllowed') ? ['allowed'] : [])],
    cites: amount?.cites,
    trust: together([trust, ...(amount ? [amount.trust] : [])]),
    law: law.money.identity,
  }
}
