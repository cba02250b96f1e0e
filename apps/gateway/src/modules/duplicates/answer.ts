import type { Actor } from '../../access/actor.js'
import { signedIn } from '../../access/signed-in.js'
import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import { countingDay } from '../../commands/counting-day.js'
import { onConstraint } from '../../commands/database-refusals.js'
import { lockVersion, notFound } from '../../commands/version.js'
import { mustSay } from '../../commands/words.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { idsOfCommittees } from '../establishments/place.js'
import { findSite, placeOf } from '../establishments/scope.js'
import type { Asked } from '../establishments/service.js'
import { findDuplicates } from './find.js'

export interface AnswerInput {
  readonly proposalId: string
  /** Of the proposal. */
  readonly expectedVersion: number
  /** The finding's key. */
  readonly duplicate: string
  readonly on: string
  readonly reason: string
}

const kinds = { overrideDuplicate: 'OVERRIDE', acknowledgeDuplicate: 'ACKNOWLEDGEMENT' } as const

/** What a mutation answers: which proposal it was about. */
interface Answered extends Readonly<Record<string, string>> {
  readonly proposalId: string
}

/**
 * Keeps for good what somebody says to a finding: the department, that money may be paid although it is certain; whoever is
 * concerned, that what is possible is another purchase.
 */
export async function answerDuplicate(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  name: keyof typeof kinds,
  input: AnswerInput,
): Promise<Answered> {
  const { personId } = signedIn(actor)
  return await carryOut(prisma, { name, personId, key: idempotencyKey, input: { ...input } }, async (tx) => {
    const { proposalId, duplicate: key, on } = input
    const { role, madeBy } = await authoriseProposal(tx, actor, name, proposalId)
    await lockVersion(tx, 'proposals', proposalId, input.expectedVersion)
    const kind = kinds[name]
    if (kind === 'OVERRIDE' && madeBy.includes(personId)) throw new Refusal([ownProposal])
    const found = (await findDuplicates(tx, proposalId)).find((duplicate) => duplicate.key === key)
    if (found === undefined) throw noFinding(key)
    if (kind === 'ACKNOWLEDGEMENT' && found.certainty === 'certain')
      throw needsOverride(found.message.vi, found.message.en)
    if (found.answers.some((answer) => answer.kind === kind)) throw new Refusal([answered])
    const reason = mustSay(input.reason, 'reason')
    const data = { proposalId, finding: key, kind, reason, personId, role, message: found.message.vi }
    const { id } = await tx.duplicateAnswer.create({ data: { ...data, on: countingDay(on) }, select: { id: true } })
    return { answer: { proposalId }, changes: [{ entity: 'DuplicateAnswer', id, after: { ...data, on } }] }
  })
}

/**
 * @returns the role in which the actor may do this with the proposal, and who made it
 * @throws Refusal `not-found`, and those of `authorise`
 */
export async function authoriseProposal(
  tx: Transaction,
  actor: Actor | undefined,
  action: keyof typeof kinds | 'seeDuplicates',
  proposalId: string,
) {
  const proposal = await tx.proposal.findUnique({ where: { id: proposalId } })
  if (proposal === null) throw notFound('proposalId', proposalId)
  const { establishmentId, siteId, createdBy, makers } = proposal
  const localityId = idsOfCommittees(placeOf(await findSite(tx, siteId)))
  const { role } = authorise(actor, action, { establishmentId, localityId })
  return { role, madeBy: [createdBy, ...makers] }
}

const noFinding = (key: string) =>
  refusal(
    'not-found',
    'duplicate',
    { vi: `Đề án không có trùng lặp ${key}.`, en: `The proposal has no finding ${key}.` },
    { vi: 'đọc lại danh sách trùng lặp', en: 'read the findings again' },
  )

const needsOverride = (vi: string, en: string) =>
  refusal('certain', 'duplicate', { vi, en }, { vi: 'Sở Công Thương chấp thuận', en: 'an override of the department' })

const ownProposal: InputProblem = {
  code: 'four-eyes',
  field: '',
  message: {
    vi: 'Người lập đề án không được chấp thuận trùng lặp của đề án đó.',
    en: 'Whoever made the proposal does not override what is found against it.',
  },
  expected: { vi: 'một người khác của Sở Công Thương', en: 'another person of the department' },
}
onConstraint('duplicate_answers_not_own_proposal', ownProposal)

const answered: InputProblem = {
  code: 'answered-already',
  field: 'duplicate',
  message: { vi: 'Trùng lặp này đã được trả lời.', en: 'That was said to it already.' },
  expected: { vi: 'đọc lại danh sách trùng lặp', en: 'read the findings again' },
}
onConstraint('duplicate_answers_proposal_id_finding_kind_key', answered)
