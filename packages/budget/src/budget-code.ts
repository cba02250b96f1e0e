import {
  InputError,
  LawError,
  restingOn,
  together,
  type Finding,
  type LawIdentity,
  type Problem,
  type Support,
  type Verdict,
} from '@khuyencong/rules'
import type { MoneyLaw } from './money-law.js'
import { moneyQuestions } from './money-questions.js'
import { budgetCodeOfLaw } from './ttlt-26-2014/article-8.js'

/** What is known of how money is booked: codes as category and item of three digits each, e.g. `070-102`. */
export interface BudgetCodeFacts {
  /** The code under which the money is booked. */
  readonly written?: string | undefined
  /** The code of the index in force, as the finance department confirms it; needed only where the law gives none. */
  readonly confirmed?: string | undefined
}

export interface BudgetCode {
  /** The code under which it has to be booked; undefined while not known. */
  readonly code: string | undefined
  /** Is it booked under that code? */
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** `confirmed` or `written`, where they would decide it. */
  readonly missing: readonly string[]
  readonly next: string | undefined
  readonly trust: Support
  readonly law: LawIdentity
}

/**
 * Under which code of the budget index is promotion money booked (MR-18: Article 8, TTLT 26/2014)? The joint circular had
 * that of an old index; since 11 May 2018 no source gives one, and the finance department is asked.
 * @throws InputError when a code is not two times three digits
 */
export function budgetCode(
  { money }: MoneyLaw<'decide' | 'parameters' | 'identity'>,
  { written, confirmed }: BudgetCodeFacts,
): BudgetCode {
  checkCodes({ written, confirmed })
  const found = money.parameters.find(({ parameter }) => parameter.id === budgetCodeOfLaw.id)
  const code = found ? codeIn(found) : confirmed
  const budgetCodeRight = code === undefined || written === undefined ? undefined : code === written
  const { verdict, findings, trust } = money.decide(moneyQuestions.budgetCode, { budgetCodeRight })
  const open = [...(code === undefined ? ['confirmed'] : []), ...(written === undefined ? ['written'] : [])]
  const missing = verdict === 'unknown' ? open : []
  return {
    code,
    verdict,
    findings,
    missing,
    next: missing[0],
    trust: together([trust, ...(found ? [supportOf(found)] : [])]),
    law: money.identity,
  }
}

type Found = MoneyLaw<'parameters'>['money']['parameters'][number]

function codeIn({ parameter: { id }, entry: { value } }: Found): string {
  if (typeof value === 'string') return value
  throw new LawError(`Parameter ${id} holds no code; expected category and item, e.g. 070-102.`)
}

const supportOf = ({ parameter: { id, title }, entry: { trust, cites, note } }: Found): Support =>
  restingOn({ kind: 'parameter', id, title, trust, cites, note })

function checkCodes(codes: BudgetCodeFacts): void {
  const [first, ...rest] = Object.entries(codes).flatMap(([field, code]: [string, string | undefined]): Problem[] =>
    code === undefined || /^\d{3}-\d{3}$/.test(code)
      ? []
      : [
          {
            code: 'budget-code',
            field,
            message: `'${code}' is not a code of the budget index.`,
            expected: 'category and item of three digits each, e.g. 070-102',
          },
        ],
  )
  if (first) throw new InputError([first, ...rest])
}
