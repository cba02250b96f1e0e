import type { Decision } from '@khuyencong/rules'
import type { MoneyLaw } from './money-law.js'
import { moneyQuestions } from './money-questions.js'

/** What becomes of an award and of its advances once it is known how much of it is final, in đồng. */
export interface AfterSettlement {
  /** What is still to be paid: settled without what was advanced. */
  readonly payable: bigint | undefined
  /** What was advanced beyond what is settled, and returns to the budget. */
  readonly toReturn: bigint | undefined
  /** Has it come back (MR-13)? With `returnedToBudget` among the facts; undefined until settled or refused. */
  readonly returned: Decision | undefined
  /** What of the award is not used, and becomes free again. */
  readonly unused: bigint | undefined
}

/** Amounts in đồng; absent while not known. */
interface Paid {
  readonly award?: bigint | undefined
  readonly alreadyAdvanced?: bigint | undefined
  readonly returnedToBudget?: bigint | undefined
}

/**
 * What is paid, returned and free again after a settlement. Articles 12 and 14, TT 36/2013/TT-BCT.
 * @param settled đồng that are final
 */
export function afterSettlement(
  law: MoneyLaw<'decide'>,
  { award, alreadyAdvanced, returnedToBudget }: Paid,
  settled: bigint | undefined,
): AfterSettlement {
  const toReturn = above(alreadyAdvanced, settled)
  return {
    payable: above(settled, alreadyAdvanced),
    toReturn,
    returned: law.money.decide(moneyQuestions.returned, {
      alreadyAdvanced,
      settledSupport: settled,
      returnedToBudget: returnedToBudget ?? (toReturn === 0n ? 0n : undefined),
    }),
    unused: above(award, settled),
  }
}

/** How far `a` is above `b`; zero where it is not. */
const above = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || b === undefined ? undefined : a > b ? a - b : 0n
