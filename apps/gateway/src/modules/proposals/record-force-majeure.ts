import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { refuseOpen } from '../money/refuse-open.js'
import { fundingStage } from './funding-stage.js'
import { withoutMembers } from './members-named.js'
import { decideByLaw } from './record-decisions.js'
import { commandStep, type StepRequest } from './step-command.js'

/**
 * Records what was done of a project until force majeure stopped it (TT 36/2013 Điều 18.4): `document` is the record, `reason`
 * what happened. It is not accepted as completed, so that no proof of its content is asked for; the law has to allow
 * releasing money on the approval that there is, as at acceptance. Advances that are asked for and not decided are refused.
 */
export const recordForceMajeure = (prisma: PrismaClient, actor: Actor, request: StepRequest): Promise<RecordWritten> =>
  commandStep(prisma, actor, 'recordForceMajeure', request, async (tx, { proposal: { id }, position }) => {
    const proposal = await tx.proposal.findUniqueOrThrow({ where: { id }, include: { members: true } })
    const problems = withoutMembers(proposal)
    if (problems.length > 0) throw new Refusal(problems)
    await decideByLaw(tx, id, position, await fundingStage(tx, id))
    return await refuseOpen(tx, actor, { proposalId: id }, request, 'ADVANCE')
  })
