import { lockVersion } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { PaymentRequest } from '../../generated/prisma/client.js'
import type { PaymentKind } from '../../generated/prisma/enums.js'
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
 * Holds a request that is to be decided, and the proposal before it.
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
  await lockVersion(tx, 'payment_requests', paymentId, expectedVersion)
  const payment = await tx.paymentRequest.findUniqueOrThrow({ where: { id: paymentId } })
  if (payment.state !== 'REQUESTED') throw new Refusal([said.decidedOnce])
  if (kind !== undefined && payment.kind !== kind) throw otherKind
  if (payment.requestedBy === personId) throw new Refusal([said.fourEyes])
  if (new Date(on) < payment.on) throw beforeRequest
  return payment
}

/** Confirms a request; the posting that it allows must follow in the same transaction. */
export async function confirm(
  tx: Transaction,
  { id, version }: PaymentRequest,
  personId: string,
  { on, document }: PaymentDecision,
) {
  const decided = {
    decidedBy: personId,
    decidedOn: new Date(on),
    decidedAt: new Date(),
    decisionDocument: document.trim(),
  }
  const after = { ...decided, state: 'CONFIRMED', version: version + 1 } as const
  await tx.paymentRequest.update({ where: { id }, data: after })
  return {
    record: { id, version: version + 1 },
    change: { entity: 'PaymentRequest', id, before: { state: 'REQUESTED', version }, after },
  }
}

/** Refuses a request that is held; nothing is posted. */
export async function refuse(
  tx: Transaction,
  { id, version }: PaymentRequest,
  personId: string,
  { on, document, reason }: Pick<MoneyRequest, 'on' | 'document'> & { readonly reason: string },
) {
  const decided = {
    decidedBy: personId,
    decidedOn: new Date(on),
    decidedAt: new Date(),
    decisionDocument: document.trim(),
  }
  const after = { ...decided, state: 'REFUSED', reason, version: version + 1 } as const
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

const beforeRequest = refusal(
  'before-request',
  'on',
  { vi: 'Ngày này trước ngày đề nghị.', en: 'That day is before the request.' },
  { vi: 'ngày đề nghị hoặc sau đó', en: 'the day of the request or a later one' },
)
