import type { Transaction } from '../../database/transaction.js'
import { refusal } from '../../graphql/refusal.js'

/**
 * What was advanced is settled or comes back on a day on which it had been paid. Asked once that is written; what was corrected
 * does not count, whenever it was.
 *
 * @param on ISO day on which it counts
 * @throws Refusal `before-advance`
 */
export async function notBeforeAdvance(tx: Transaction, awardId: string, on: string): Promise<void> {
  const then = await tx.postingEntry.aggregate({
    _sum: { amount: true },
    where: {
      ...{ awardId, account: 'ADVANCE' },
      posting: { on: { lte: new Date(on) }, kind: { not: 'CORRECTION' }, correctedBy: null },
    },
  })
  if ((then._sum.amount ?? 0n) < 0n) throw beforeAdvance
}

const beforeAdvance = refusal(
  'before-advance',
  'on',
  { vi: 'Tới ngày này chưa tạm ứng đủ số tiền đó.', en: 'By that day this much was not advanced yet.' },
  { vi: 'ngày tạm ứng hoặc sau đó', en: 'the day of the advance or a later one' },
)
