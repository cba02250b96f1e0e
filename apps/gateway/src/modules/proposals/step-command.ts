import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { Json } from '../../json.js'
import type { StepName } from './life-cycle.js'
import { takeStep, type StepInput, type StepTaken } from './take-step.js'

/** What every command on a proposal is asked with. */
export interface StepRequest extends StepInput {
  readonly idempotencyKey: string
  readonly expectedVersion: number
}

/**
 * Carries out one step of the life cycle as a command of its own.
 *
 * @param further what the step means besides: it may refuse, it may write, and it names what it changed
 * @param besides what was said besides the step itself, for telling one request from another
 */
export async function commandStep(
  prisma: PrismaClient,
  actor: Actor,
  name: StepName,
  { idempotencyKey: key, ...input }: StepRequest,
  further: (tx: Transaction, taken: StepTaken) => Promise<readonly Change[]> = () => Promise.resolve([]),
  besides: Json = null,
): Promise<RecordWritten> {
  const { proposalId, expectedVersion, on, reason, document } = input
  const asked = { proposalId, expectedVersion, on, reason, document, said: besides }
  return await carryOut(prisma, { name, personId: actor.personId, key, input: asked }, async (tx) => {
    const taken = await takeStep(tx, actor, name, input)
    const changes = await further(tx, taken)
    const { id, version } = taken.proposal
    return { answer: { id, version }, changes: [taken.change, ...changes] }
  })
}
