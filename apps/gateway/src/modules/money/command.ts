import type { Actor } from '../../access/actor.js'
import { authorise, type Action } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { readSaid } from '../../commands/said.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import type { Json } from '../../json.js'

/** What every command on money is asked with. */
export interface MoneyRequest {
  readonly idempotencyKey: string
  /** ISO day on which it counts. */
  readonly on: string
  /** Number of the decision, contract, payment order or minute. */
  readonly document: string
}

/** What a command did: the record it is about, and all that changed. */
export interface Written {
  readonly record: RecordWritten
  readonly changes: readonly Change[]
}

/**
 * Carries out a command on money: for those who may, on a day that has come, on a document, once for each key.
 *
 * @param said the rest of what was asked, for telling one request from another
 * @throws Refusal those of `authorise` and `carryOut`, `on-in-future`, `document-missing`
 */
export async function commandMoney(
  prisma: PrismaClient,
  actor: Actor | undefined,
  name: Action,
  { idempotencyKey: key, on, document }: MoneyRequest,
  said: Json,
  work: (tx: Transaction, actor: Actor) => Promise<Written>,
): Promise<RecordWritten> {
  authorise(actor, name)
  if (actor === undefined) throw new Error(`The table of access lets nobody in particular ${name}`)
  const { problems } = readSaid({ on, document }, { reason: false, document: true, notBefore: undefined })
  if (problems.length > 0) throw new Refusal(problems)
  const input = { on, document, said }
  return await carryOut(prisma, { name, personId: actor.personId, key, input }, async (tx) => {
    const { record, changes } = await work(tx, actor)
    return { answer: record, changes }
  })
}
