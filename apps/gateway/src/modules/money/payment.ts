import type { Text } from '@khuyencong/rules'
import { lockVersion } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { PaymentRequest } from '../../generated/prisma/client.js'
import type { PaymentKind } from '../../generated/prisma/enums.js'
import { problem } from '../../graphql/problem.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { lockProposalOf } from './award.js'
import type { MoneyRequest } from './command.js'
import { said } from './sentences.js'

/** What is asked of whoever decides on a request. */
export interface PaymentDecision extends MoneyRequest {
  readonly paymentId: string
  /** Of the request. */
  readonly expectedVersion: number
}

/**
 * Holds a request that is to be decided, and the proposal before it. A settlement decides on what else is asked for the award
 * as well: all of it is held, in one order.
 *
 * @throws Refusal `not-found`, `stale`, `already-decided`, `four-eyes`, `before-request`
 */
export async function holdPayment(
  tx: Transaction,
  personId: string,
  { paymentId, expectedVersion, on }: PaymentDecision,
  kind?: PaymentKind,
): Promise<PaymentRequest> {
  const asked = await tx.paymentRequest.findUnique({ where: { id: paymentId }, select: { awardId: true } })
  if (asked !== null) await lockProposalOf(tx, asked.awardId)
  if (asked !== null && kind === 'SETTLEMENT') await holdOpen(tx, asked.awardId)
  await lockVersion(tx, 'payment_requests', paymentId, expectedVersion)
  const payment = await tx.paymentRequest.findUniqueOrThrow({ where: { id: paymentId } })
  if (payment.state !== 'REQUESTED') throw new Refusal([said.decidedOnce])
  if (kind !== undefined && payment.kind !== kind) throw otherKind
  if (payment.requestedBy === personId) throw new Refusal([said.fourEyes])
  if (new Date(on) < payment.on) throw new Refusal([beforeRequest])
  return payment
}

const holdOpen = (tx: Transaction, awardId: string) => tx.$queryRaw`
  SELECT id FROM payment_requests WHERE award_id = ${awardId} AND state = 'REQUESTED' ORDER BY id FOR UPDATE`

/**
 * What is asked of the law on a request that was made before. Whoever decides on it gives none of its arguments: where they
 * no longer do, it is asked anew.
 *
 * @throws Refusal what `ask` refuses, of the request
 */
export function onWhatWasAsked<Answer>(ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(
      error.problems.map((one) =>
        one.field === 'on' || one.field === 'awardId' ? one : { ...one, field: 'paymentId', expected: askAnew },
      ),
    )
  }
}

/** The way out where what was asked for can no longer be confirmed. */
export const askAnew: Text = { vi: 'từ chối và lập đề nghị mới', en: 'refuse it and ask anew' }

/** Confirms a request; the posting that it allows must follow in the same transaction. */
export const confirm = (tx: Transaction, payment: PaymentRequest, personId: string, by: DecidedBy) =>
  decide(tx, payment, personId, by, { state: 'CONFIRMED' })

/** Refuses a request that is held; nothing is posted. */
export const refuse = (
  tx: Transaction,
  payment: PaymentRequest,
  personId: string,
  { reason, ...by }: DecidedBy & { readonly reason: string },
) => decide(tx, payment, personId, by, { state: 'REFUSED', reason })

type DecidedBy = Pick<MoneyRequest, 'on' | 'document'>

async function decide(
  tx: Transaction,
  { id, version }: PaymentRequest,
  personId: string,
  { on, document }: DecidedBy,
  decision: { readonly state: 'CONFIRMED' } | { readonly state: 'REFUSED'; readonly reason: string },
) {
  const after = {
    ...{ decidedBy: personId, decidedOn: new Date(on), decidedAt: new Date(), decisionDocument: document.trim() },
    ...{ ...decision, version: version + 1 },
  }
  await tx.paymentRequest.update({ where: { id }, data: after })
  return {
    record: { id, version: version + 1 },
    change: { entity: 'PaymentRequest', id, before: { state: 'REQUESTED', version }, after },
  }
}

const otherKind = refusal(
  'other-kind-of-payment',
  'paymentId',
  { vi: 'Đề nghị này thuộc loại khác.', en: 'The request is for another kind of payment.' },
  {
    vi: 'payAdvance cho tạm ứng, settleAward cho quyết toán',
    en: 'payAdvance for advances, settleAward for settlements',
  },
)

/** A decision on a request is not before it. */
export const beforeRequest = problem(
  'before-request',
  'on',
  { vi: 'Ngày này trước ngày đề nghị.', en: 'That day is before the request.' },
  {
    vi: 'ngày đề nghị hoặc sau đó, hoặc từ chối đề nghị trước (refusePayment)',
    en: 'the day of the request or a later one, or the request refused before (refusePayment)',
  },
)
