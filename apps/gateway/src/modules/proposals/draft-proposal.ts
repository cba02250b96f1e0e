import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { Draft } from './draft.js'
import { draftJson, recordJson } from './draft-json.js'
import { lockProposal } from './lock.js'
import { nextNumber } from './number.js'
import { localitiesOf, scopeOf } from './scope.js'
import { makersWith } from './take-step.js'
import { parts, removeParts, writeDraft } from './write-draft.js'

/** Makes a proposal, with the next number of its plan year. */
export async function createProposal(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey, draft }: { readonly idempotencyKey: string; readonly draft: Draft },
): Promise<RecordWritten> {
  const command = { name: 'createProposal', personId: actor.personId, key: idempotencyKey, input: draftJson(draft) }
  return await carryOut(prisma, command, async (tx) => {
    const { establishmentId, siteId } = draft
    const localityId = await localitiesOf(tx, siteId)
    const office = authorise(actor, 'createProposal', { establishmentId, localityId })
    const written = await writeDraft(tx, draft)
    const { id, number, version } = await tx.proposal.create({
      data: {
        ...written.proposal,
        number: await nextNumber(tx, draft.planYear),
        createdBy: actor.personId,
        createdAs: office.role,
        ...parts(written),
      },
    })
    const after = { number, ...draftJson(draft) }
    return { answer: { id, version }, changes: [{ entity: 'Proposal', id, after }] }
  })
}

/** Writes a proposal anew, as long as it is a draft or a supplement was asked for. Its number stays. */
export async function changeProposal(
  prisma: PrismaClient,
  actor: Actor,
  request: {
    readonly idempotencyKey: string
    readonly proposalId: string
    readonly expectedVersion: number
    readonly draft: Draft
  },
): Promise<RecordWritten> {
  const { idempotencyKey: key, proposalId: id, expectedVersion, draft } = request
  const input = { id, expectedVersion, ...draftJson(draft) }
  return await carryOut(prisma, { name: 'changeProposal', personId: actor.personId, key, input }, async (tx) => {
    await lockProposal(tx, id, expectedVersion)
    const before = await tx.proposal.findUniqueOrThrow({ where: { id }, include: { members: true, expenses: true } })
    authorise(actor, 'changeProposal', await scopeOf(tx, before))
    // Nor may it be made another's, whom one could not have made it for.
    const { establishmentId, siteId } = draft
    authorise(actor, 'changeProposal', await scopeOf(tx, { state: before.state, establishmentId, siteId }))
    const written = await writeDraft(tx, draft, before)
    await removeParts(tx, id)
    const { version } = await tx.proposal.update({
      where: { id },
      data: {
        ...written.proposal,
        version: expectedVersion + 1,
        makers: makersWith(before, actor.personId),
        ...parts(written),
      },
    })
    const change = { entity: 'Proposal', id, before: recordJson(before), after: { version, ...draftJson(draft) } }
    return { answer: { id, version }, changes: [change] }
  })
}
