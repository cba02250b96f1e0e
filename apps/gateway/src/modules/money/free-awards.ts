import { release } from '@khuyencong/budget'
import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { holdAward, nextVersionOf, type HeldAward } from './award.js'
import { newHead, writePosting } from './ledger.js'
import { inWords, said } from './sentences.js'

/** The decision that stops a proposal, or its closing. */
interface FreedBy {
  /** ISO day on which it counts. */
  readonly on: string
  /** Absent: that of each contract. */
  readonly document: string | null
}

/**
 * Frees what contracts still promise to a proposal that is stopped or closed. What was advanced is the establishment's to give
 * back: no posting of ours brings it, so it has to be there first.
 *
 * @throws Refusal `advance-not-returned` for each contract
 */
export async function freeAwards(
  tx: Transaction,
  { personId }: Actor,
  proposalId: string,
  { on, document }: FreedBy,
): Promise<readonly Change[]> {
  const awards = await tx.award.findMany({
    where: { proposalId, postings: { none: { kind: 'COMMITMENT', correctedBy: { isNot: null } } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const held: HeldAward[] = []
  for (const { id } of awards) held.push(await holdAward(tx, id, on))
  const problems = held.filter(({ money }) => money.advanced > 0n).map(notReturned)
  if (problems.length > 0) throw new Refusal(problems)
  const changes: Change[] = []
  for (const award of held) {
    const { committed } = award.money
    if (committed === 0n) continue
    const papers = { document: document ?? award.award.contract, personId }
    changes.push(await writePosting(tx, release(newHead(on), award.ref, committed), papers))
    await nextVersionOf(tx, award)
  }
  return changes
}

function notReturned({ award: { contract }, money: { advanced } }: HeldAward): InputProblem {
  const amount = inWords(advanced)
  return {
    ...said.advanceNotReturned,
    message: {
      vi: `Hợp đồng ${contract} còn ${amount.vi} tạm ứng chưa thu hồi.`,
      en: `Of the contract ${contract}, ${amount.en} are advanced and have not come back.`,
    },
  }
}
