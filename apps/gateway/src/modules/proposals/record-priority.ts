import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { readSaid } from '../../commands/said.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import { Refusal } from '../../graphql/refusal.js'
import { lockProposal } from './lock.js'
import { isRaised, newestPriority } from './raised-ceiling.js'
import { scopeOf } from './scope.js'
import { fourEyes } from './take-step.js'

export interface PriorityRequest {
  readonly idempotencyKey: string
  readonly proposalId: string
  readonly expectedVersion: number
  /** ISO day of the decision. */
  readonly on: string
  /** Number of the decision. */
  readonly document: string
  /** False: an earlier decision is withdrawn. */
  readonly decided: boolean
}

/**
 * Records that the fund's manager decided a higher level for a project in a priority area or trade, or withdrew it (TTLT 26/2014
 * Điều 6.2.t; of the national fund, the ministry). What the level is then, the law says each time it is asked. The newest word
 * stands, and none is ever changed.
 *
 * @throws Refusal `not-found`, `stale`, those of `authorise`, `on-in-future`, `on-before-last-step`,
 *   `document-missing`, `four-eyes`, `nothing-changes`
 */
export async function recordPriority(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: PriorityRequest,
): Promise<RecordWritten> {
  const { proposalId, expectedVersion, on, decided } = input
  const command = { name: 'recordPriority', personId: actor.personId, key, input: { ...input } }
  return await carryOut(prisma, command, async (tx) => {
    await lockProposal(tx, proposalId, expectedVersion)
    const proposal = await tx.proposal.findUniqueOrThrow({
      where: { id: proposalId },
      include: { priorities: newestPriority },
    })
    const { role } = authorise(actor, 'recordPriority', await scopeOf(tx, proposal))
    const [newest] = proposal.priorities
    const needed = { reason: false, document: true, notBefore: newest && isoDate(newest.on) }
    const { problems, document } = readSaid(input, needed)
    if (isRaised(proposal.priorities) === decided) problems.push(nothingNew)
    if (problems.length > 0) throw new Refusal(problems)
    if ([proposal.createdBy, ...proposal.makers].includes(actor.personId)) throw new Refusal([fourEyes])

    const version = expectedVersion + 1
    const said = { decided, on, document: document ?? '' }
    await tx.proposalPriority.create({
      data: { ...said, on: new Date(on), proposalId, version, personId: actor.personId, role },
    })
    await tx.proposal.update({ where: { id: proposalId }, data: { version } })
    const change = { entity: 'Proposal', id: proposalId, before: { version: expectedVersion } }
    return { answer: { id: proposalId, version }, changes: [{ ...change, after: { version, priority: said } }] }
  })
}

const nothingNew = {
  code: 'nothing-changes',
  field: 'decided',
  message: {
    vi: 'Quyết định về mức ưu tiên không có gì thay đổi.',
    en: 'Nothing would change about the higher level.',
  },
  expected: { vi: 'quyết định khác với hiện tại', en: 'another decision than the one that stands' },
  article: { document: 'TTLT 26/2014/TTLT-BTC-BCT', article: '6', clause: '2', point: 't' },
} as const
