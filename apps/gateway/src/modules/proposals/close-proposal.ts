import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { refusal } from '../../graphql/refusal.js'
import { freeAwards } from '../money/free-awards.js'
import { settlementStands } from '../money/settlement-stands.js'
import { commandStep, type StepRequest } from './step-command.js'

/**
 * Closes what is settled. What its contracts did not need is free again, on the document of the closing or else of the
 * contract; what was advanced beyond the settlement has come back (TT 36/2013 Điều 12.6).
 *
 * @throws Refusal those of `takeStep` and `freeAwards`, `not-settled`
 */
export const closeProposal = (prisma: PrismaClient, actor: Actor, request: StepRequest): Promise<RecordWritten> =>
  commandStep(prisma, actor, 'closeProposal', request, async (tx, { proposal: { id } }) => {
    await mustBeSettled(tx, id)
    const document = request.document?.trim() ?? ''
    return await freeAwards(tx, actor, id, { on: request.on, document: document === '' ? null : document })
  })

/** Where a settlement was corrected, one is made anew first, or the proposal stopped: afterwards nobody would look for it. */
async function mustBeSettled(tx: Transaction, proposalId: string): Promise<void> {
  const awards = await tx.award.count({ where: { proposalId } })
  if (awards > 0 && !(await settlementStands(tx, proposalId))) throw notSettled
}

const notSettled = refusal(
  'not-settled',
  'id',
  {
    vi: 'Quyết toán của đề án đã được điều chỉnh, chưa quyết toán lại.',
    en: 'The settlement of the proposal was corrected, and nothing is settled in its place.',
  },
  {
    vi: 'quyết toán lại trước (requestSettlement, settleAward); không còn gì để quyết toán thì ngừng thực hiện (cancelProposal)',
    en: 'settled anew first (requestSettlement, settleAward), or, where nothing is to be settled, stopped (cancelProposal)',
  },
)
