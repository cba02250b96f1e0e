import { correct, release, type Posting } from '@khuyencong/budget'
import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { reasonMissing } from '../../commands/said.js'
import { notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { holdAward, holdsMoney, inPlaceOf, nextVersionOf, type HeldAward } from './award.js'
import { commandMoney, type MoneyRequest } from './command.js'
import { newHead, postingFrom, writePosting } from './ledger.js'
import { said } from './sentences.js'
import { settlementStands } from './settlement-stands.js'

export interface Correction extends MoneyRequest {
  readonly postingId: string
  readonly reason: string
}

/**
 * Undoes a posting by its mirror image. A posting never changes, so there is no version to expect; it is corrected once.
 *
 * @returns the correction
 * @throws Refusal `reason-missing`, `already-corrected`, `correction-of-correction`, `below-plan`, where an award may not hold
 *   again what it released `above-support`, `above-plan`, `content-of-award`, `already-awarded`, `proposal-closed`,
 *   `proposal-stopped`, and where the money has gone on, the account that lacks it
 */
export async function correctPosting(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: Correction,
): Promise<RecordWritten> {
  const { postingId, on, document } = input
  const reason = input.reason.trim()
  return await commandMoney(prisma, actor, 'correctPosting', input, { postingId, reason }, async (tx, { personId }) => {
    if (reason === '') throw new Refusal([reasonMissing])
    const entries = { orderBy: { position: 'asc' } } as const
    const found = await tx.posting.findUnique({ where: { id: postingId }, include: { entries, correctedBy: true } })
    if (found === null) throw notFound('postingId', postingId)
    if (found.kind === 'CORRECTION') throw new Refusal([said.correctionOfCorrection])
    if (found.correctedBy !== null) throw new Refusal([said.correctedOnce])
    if (new Date(on) < found.on) throw beforePosting
    const { appropriationId, awardId } = found
    const held = awardId === null ? undefined : await holdAward(tx, awardId, on)
    const correction = correct({ ...newHead(on), reason }, postingFrom(found))
    if (held !== undefined && found.kind === 'RELEASE') await mayTakeUp(tx, held, sumOf(correction))
    const posted = [await writePosting(tx, correction, { document, personId, appropriationId })]
    // Nothing is promised to a proposal that is stopped: what was never advanced to it is free again.
    if (found.kind === 'ADVANCE' && held?.award.proposal?.state === 'CANCELLED')
      posted.push(await writePosting(tx, release(newHead(on), held.ref, sumOf(correction)), { document, personId }))
    if (held === undefined)
      await tx.appropriation.update({ where: { id: appropriationId }, data: { version: { increment: 1 } } })
    else await nextVersionOf(tx, held)
    return { record: { id: correction.id, version: 1 }, changes: posted }
  })
}

/**
 * What an award released comes again to it only as far as it might be promised now. A return that never happened is another
 * matter: the ledger says where the money is.
 *
 * @param again đồng
 */
async function mayTakeUp(tx: Transaction, { award, money }: HeldAward, again: bigint): Promise<void> {
  const { proposal, contentCode, appropriationId, planLine } = award
  if (proposal?.state === 'CANCELLED') throw new Refusal([said.stopped])
  const place = inPlaceOf({ itemId: planLine.itemId, proposalId: award.proposalId })
  const others = await tx.award.count({ where: { id: { not: award.id }, AND: [place, holdsMoney] } })
  const problems: InputProblem[] = others > 0 ? [said.takenUpOnce] : []
  if (proposal !== null) {
    const where = { award: { proposalId: proposal.id } }
    const { _sum: held } = await tx.accountBalance.aggregate({ _sum: { balance: true }, where })
    if (proposal.contentCode !== contentCode) problems.push(said.takenUpOfContent)
    if ((held.balance ?? 0n) + again > proposal.requestedSupport) problems.push(said.takenUpWithinSupport)
    if (proposal.state === 'CLOSED' && (await settlementStands(tx, proposal.id)))
      problems.push(said.takenUpBeforeClosing)
  }
  const [{ planned }] = Planned.parse(
    await tx.$queryRaw`SELECT appropriation_planned_for(${appropriationId}, ${planLine.itemId})::bigint AS planned`,
  )
  const { committed, advanced, settled } = money
  if (committed + advanced + settled + again > planned) problems.push(said.takenUpWithinPlan)
  if (problems.length > 0) throw new Refusal(problems)
}

const Planned = z.tuple([z.object({ planned: z.bigint() })])

/** Đồng that a posting moves. */
const sumOf = ({ entries }: Posting): bigint =>
  entries.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n)

const beforePosting = refusal(
  'before-posting',
  'on',
  { vi: 'Ngày này trước ngày của bút toán.', en: 'That day is before the posting.' },
  { vi: 'ngày của bút toán hoặc sau đó', en: 'the day of the posting or a later one' },
)
