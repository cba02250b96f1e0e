import type { ApplicationFacts } from '@khuyencong/domain'
import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { contradiction, factProblems } from './draft-problems.js'
import { applicationFactsFrom, factsToJson, recordedAmong, storedFacts } from './facts.js'
import { lockProposal } from './lock.js'
import { scopeOf } from './scope.js'
import { commandStep, type StepRequest } from './step-command.js'
import { makersWith } from './take-step.js'

/** What was seen of a proposal: of the whole, or of one of its members. */
export interface SeenFacts {
  readonly facts: ApplicationFacts
  /** Place of the member in the list, from 0; absent: what holds for the whole. */
  readonly member: number | null
}

/** A survey on the spot, and what was seen there. */
export const surveyProposal = (
  prisma: PrismaClient,
  actor: Actor,
  { seen, ...request }: StepRequest & { readonly seen: readonly SeenFacts[] },
): Promise<RecordWritten> => {
  const further = async (tx: Transaction, { id }: { readonly id: string }) =>
    seen.length === 0 ? [] : [await writeSeen(tx, actor, id, seen)]
  return commandStep(prisma, actor, 'surveyProposal', request, (tx, { proposal }) => further(tx, proposal), json(seen))
}

/** Puts right or adds what is known of a proposal between submission and acceptance; what it asks for stays as it is. */
export async function noteFacts(
  prisma: PrismaClient,
  actor: Actor,
  request: {
    readonly idempotencyKey: string
    readonly proposalId: string
    readonly expectedVersion: number
    readonly seen: readonly SeenFacts[]
  },
): Promise<RecordWritten> {
  const { idempotencyKey: key, proposalId: id, expectedVersion, seen } = request
  const input = { id, expectedVersion, seen: json(seen) }
  return await carryOut(prisma, { name: 'noteFacts', personId: actor.personId, key, input }, async (tx) => {
    await lockProposal(tx, id, expectedVersion)
    const proposal = await tx.proposal.findUniqueOrThrow({ where: { id } })
    authorise(actor, 'noteFacts', await scopeOf(tx, proposal))
    const change = await writeSeen(tx, actor, id, seen)
    const { version } = await tx.proposal.update({ where: { id }, data: { version: expectedVersion + 1 } })
    return { answer: { id, version }, changes: [change] }
  })
}

const json = (seen: readonly SeenFacts[]) => seen.map(({ facts, member }) => ({ facts: factsToJson(facts), member }))

/** Writes what was seen over what was said. Whoever does so has a hand in the proposal. */
async function writeSeen(
  tx: Transaction,
  actor: Actor,
  proposalId: string,
  seen: readonly SeenFacts[],
): Promise<Change> {
  const { members, ...whole } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { members: { orderBy: { position: 'asc' } } },
  })
  const before = [whole, ...members].map(({ facts }) => facts)
  const problems: InputProblem[] = []
  for (const [index, { facts: given, member }] of seen.entries()) {
    const path = `seen.${String(index)}.`
    const part = member === null ? whole : members[member]
    if (part === undefined) {
      problems.push(noSuchMember(`${path}member`))
      continue
    }
    const facts = { ...applicationFactsFrom(part.facts), ...given }
    problems.push(
      ...recordedAmong(given).map(contradiction),
      ...factProblems({ ...part, facts }, isoDate(whole.planDate), path),
    )
    const data = { facts: storedFacts(facts) }
    if (member === null) await tx.proposal.update({ where: { id: proposalId }, data })
    else await tx.proposalMember.update({ where: { id: part.id }, data })
  }
  if (problems.length > 0) throw new Refusal(problems)
  await tx.proposal.update({ where: { id: proposalId }, data: { makers: makersWith(whole, actor.personId) } })
  return { entity: 'ProposalFacts', id: proposalId, before, after: json(seen) }
}

const noSuchMember = (field: string): InputProblem => ({
  code: 'not-found',
  field,
  message: { vi: 'Đề án không có thành viên này.', en: 'The proposal has no such member.' },
  expected: { vi: 'số thứ tự thành viên, từ 0', en: 'the place of a member, from 0' },
})
