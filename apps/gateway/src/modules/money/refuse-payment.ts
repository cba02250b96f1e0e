import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { reasonMissing } from '../../commands/said.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { commandMoney } from './command.js'
import { holdPayment, refuse, type PaymentDecision } from './payment.js'

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
    const payment = await holdPayment(tx, personId, input)
    const { record, change } = await refuse(tx, payment, personId, { on, document, reason })
    return { record, changes: [change] }
  })
}
