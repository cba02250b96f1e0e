import type { Actor } from '../../access/actor.js'
import { reasonMissing } from '../../commands/said.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { commandMoney, type RecordWritten } from './command.js'
import { holdPayment, type PaymentDecision } from './payment.js'

/** Refuses a payment that was asked for; nothing is posted. @throws Refusal `reason-missing`, `four-eyes`, `already-decided` */
export async function refusePayment(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: PaymentDecision & { readonly reason: string },
): Promise<RecordWritten> {
  const { paymentId, expectedVersion, on, document } = input
  const reason = input.reason.trim()
  const asked = { paymentId, expectedVersion, reason }
  return await commandMoney(prisma, actor, 'refusePayment', input, asked, async (tx, { personId }) => {
    if (reason === '') throw new Refusal([reasonMissing])
    const { id, version } = await holdPayment(tx, personId, input)
    const decided = {
      decidedBy: personId,
      decidedOn: new Date(on),
      decidedAt: new Date(),
      decisionDocument: document.trim(),
    }
    const after = { ...decided, state: 'REFUSED', reason, version: version + 1 } as const
    await tx.paymentRequest.update({ where: { id }, data: after })
    const change = { entity: 'PaymentRequest', id, before: { state: 'REQUESTED', version }, after }
    return { record: { id, version: version + 1 }, changes: [change] }
  })
}
