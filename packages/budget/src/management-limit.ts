import {
  calculation,
  InputError,
  together,
  type Amount,
  type CalculationStep,
  type Finding,
  type LawIdentity,
  type Verdict,
} from '@khuyencong/rules'
import { managementFacts, type ManagementFacts } from './management-facts.js'
import type { MoneyLaw } from './money-law.js'
import { managementOf, type ManagementSide } from './money-questions.js'

/** The most that may be spent on management, and whether what is spent stays within it. */
export interface ManagementLimit extends Amount {
  readonly side: ManagementSide
  /** Does `managementCost` stay within the limit? */
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly steps: readonly CalculationStep[]
  readonly law: LawIdentity
}

const sides: readonly string[] = ['fund-manager', 'implementing-unit'] satisfies ManagementSide[]

/**
 * How much may be spent on management (MR-9: Article 6, TTLT 26/2014)?
 * @param facts `yearlyFund` or `projectBudget` for the limit, `managementCost` for the verdict; in đồng
 * @returns `missing` for what the limit and the verdict need
 * @throws InputError when the side is unknown or a fact does not fit its definition
 */
export function managementLimit(
  law: MoneyLaw<'amount' | 'decide' | 'identity'>,
  side: ManagementSide,
  facts: ManagementFacts,
): ManagementLimit {
  const found = sides.includes(side) ? law.money.amount(managementOf(side), facts) : undefined
  if (!found) {
    const expected = `one of ${sides.join(', ')}`
    throw new InputError([{ code: 'side-unknown', field: 'side', message: `'${side}' does not manage.`, expected }])
  }
  const { verdict, findings, missing, trust } = law.money.decide(managementOf(side), facts)
  return {
    ...found,
    missing: [...new Set([...found.missing, ...missing])],
    side,
    verdict,
    findings,
    steps: found.trace ? calculation(found.trace, managementFacts) : [],
    trust: together([found.trust, trust]),
    law: law.money.identity,
  }
}
