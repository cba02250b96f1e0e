import { release, returnAdvance as returnPosting, type AwardRef, type Posting } from '@khuyencong/budget'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { holdAward, nextVersionOf } from './award.js'
import { commandMoney, type MoneyRequest } from './command.js'
import { newHead, writePosting } from './ledger.js'
import { notBeforeAdvance } from './not-before-advance.js'
import { requirePositive } from './sentences.js'

export interface AwardMovement extends MoneyRequest {
  readonly awardId: string
  readonly expectedVersion: number
  /** Đồng. */
  readonly amount: bigint
}

/** What an award does not need is free again. @throws Refusal `commitment-not-enough` */
export const releaseCommitment = (prisma: PrismaClient, actor: Actor | undefined, input: AwardMovement) =>
  move(prisma, actor, 'releaseCommitment', input, (ref) => release(newHead(input.on), ref, input.amount))

/**
 * What was advanced and is not settled has come back (TT 36/2013 Điều 12.6).
 *
 * @throws Refusal `advance-not-enough`, `before-advance`
 */
export const returnAdvance = (prisma: PrismaClient, actor: Actor | undefined, input: AwardMovement) =>
  move(prisma, actor, 'returnAdvance', input, (ref) => returnPosting(newHead(input.on), ref, input.amount))

async function move(
  prisma: PrismaClient,
  actor: Actor | undefined,
  name: 'releaseCommitment' | 'returnAdvance',
  input: AwardMovement,
  postingOf: (ref: AwardRef) => Posting,
): Promise<RecordWritten> {
  const { awardId, expectedVersion, amount, document } = input
  requirePositive(amount)
  const asked = { awardId, expectedVersion, amount }
  return await commandMoney(prisma, actor, name, input, asked, async (tx, { personId }) => {
    const held = await holdAward(tx, awardId, input.on, expectedVersion)
    const posted = await writePosting(tx, postingOf(held.ref), { document, personId })
    if (name === 'returnAdvance') await notBeforeAdvance(tx, awardId, input.on)
    await nextVersionOf(tx, held)
    return { record: { id: awardId, version: held.nextVersion }, changes: [posted] }
  })
}
