import { cite } from '@khuyencong/domain'
import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { readSaid } from '../../commands/said.js'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma, PrismaClient } from '../../generated/prisma/client.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { isoDate } from '../../graphql/date.js'
import { plain, type Json } from '../../json.js'
import { checkDuplicates } from '../duplicates/check.js'
import { said } from '../money/sentences.js'
import { draftOf } from './draft-of.js'
import { draftJson, memberJson } from './draft-json.js'
import type { Draft } from './draft.js'
import { factsToJson } from './facts.js'
import { lockProposal } from './lock.js'
import { decideByLaw } from './record-decisions.js'
import { scopeOf } from './scope.js'
import { fourEyes } from './take-step.js'
import { parts, removeParts, writeDraft } from './write-draft.js'

/** What of an approved proposal may be changed; a field that is absent stays as it is, and so does a fact. */
type ApprovedChange = Partial<
  Pick<
    Draft,
    | 'title'
    | 'contentCode'
    | 'establishmentId'
    | 'siteId'
    | 'totalCost'
    | 'eligibleCost'
    | 'requestedSupport'
    | 'startsOn'
    | 'endsOn'
    | 'partners'
    | 'members'
    | 'expenses'
    | 'facts'
  >
>

export interface ChangeRequest {
  readonly idempotencyKey: string
  readonly proposalId: string
  readonly expectedVersion: number
  readonly on: string
  readonly reason: string
  readonly document: string
  readonly change: ApprovedChange
}

/**
 * Changes a proposal that stands in an approved plan, on a document and for a reason. Who may decide it depends on what is
 * changed (TT 36/2013 Điều 11): place, beneficiary, partner, time within the plan year and less money by Sở Công Thương;
 * more money, another content and a time that reaches into the next year by the committee that approved the plan. The law
 * of the plan date is asked again, and whether another record pays for its items already. Its programme stays. What a contract
 * promises stands: the support stays above it, the content its own.
 *
 * @throws Refusal those of `authorise`, `readSaid`, `writeDraft` and `checkDuplicates`, `nothing-changes`, `four-eyes`,
 *   `below-award`, `content-of-award`
 */
export async function changeApprovedProposal(
  prisma: PrismaClient,
  actor: Actor,
  request: ChangeRequest,
): Promise<RecordWritten> {
  const { idempotencyKey: key, proposalId: id, expectedVersion, on, reason, document } = request
  const input = { id, expectedVersion, on, reason, document, change: changeJson(request.change) }
  const command = { name: 'changeApprovedProposal', personId: actor.personId, key, input }
  return await carryOut(prisma, command, async (tx) => {
    await lockProposal(tx, id, expectedVersion)
    const record = await tx.proposal.findUniqueOrThrow({
      where: { id },
      include: { members: true, expenses: true, steps: { orderBy: { position: 'desc' } } },
    })
    const before = draftOf(record)
    const after: Draft = {
      ...before,
      ...request.change,
      facts: { ...before.facts, ...request.change.facts },
    }
    const scope = await scopeOf(tx, record)
    const office = authorise(
      actor,
      isBeyondPlan(before, after) ? 'extendApprovedProposal' : 'changeApprovedProposal',
      scope,
    )
    const [last] = record.steps
    const needed = { reason: true, document: true, notBefore: last && isoDate(last.on) }
    const { problems, ...words } = readSaid(request, needed)
    const fields = changedFields(before, after)
    if (fields.length === 0) problems.push(nothingChanges)
    problems.push(...(await againstAwards(tx, id, before, after)))
    if (problems.length > 0) throw new Refusal(problems)
    if ([record.createdBy, ...record.makers].includes(actor.personId)) throw new Refusal([fourEyes])

    const version = expectedVersion + 1
    const written = await writeDraft(tx, after, before, record.programmeId)
    const states = { before: pick(draftJson(before), fields), after: pick(draftJson(after), fields) }
    await tx.proposalChange.create({
      data: {
        ...{ proposalId: id, version, fields, personId: actor.personId, role: office.role, on: new Date(on) },
        reason: words.reason ?? '',
        document: words.document ?? '',
        before: plain(states.before) as Prisma.InputJsonObject,
        after: plain(states.after) as Prisma.InputJsonObject,
      },
    })
    await removeParts(tx, id)
    await tx.proposal.update({ where: { id }, data: { ...written.proposal, version, ...parts(written) } })
    if (fields.some((field) => claims.includes(field))) await checkDuplicates(tx, id)
    await decideByLaw(tx, id, last?.position ?? 0, 'proposal')
    const change = { entity: 'Proposal', id, before: { version: expectedVersion, ...states.before } }
    return { answer: { id, version }, changes: [{ ...change, after: { version, ...words, ...states.after } }] }
  })
}

/** What says for whom which items are paid. */
const claims: readonly string[] = ['establishmentId', 'members', 'expenses'] satisfies (keyof Draft)[]

/**
 * What was decided binds contract and settlement (TT 36/2013 Điều 11), so it is not decided over the head of a contract: that
 * gives back first what it is not to have any more.
 */
async function againstAwards(
  tx: Transaction,
  proposalId: string,
  before: Draft,
  after: Draft,
): Promise<readonly InputProblem[]> {
  const balances = await tx.accountBalance.findMany({
    where: { award: { proposalId }, account: { in: ['COMMITMENT', 'ADVANCE', 'SETTLEMENT'] }, balance: { gt: 0n } },
    select: { balance: true, award: { select: { contentCode: true } } },
  })
  const promised = balances.reduce((sum, { balance }) => sum + balance, 0n)
  return [
    ...(after.requestedSupport < before.requestedSupport && after.requestedSupport < promised
      ? [said.belowContract]
      : []),
    ...(after.contentCode !== before.contentCode &&
    balances.some(({ award }) => award?.contentCode !== after.contentCode)
      ? [said.contentOfContract]
      : []),
  ]
}

/** More money, another content, a time that reaches into the next year: what the plan does not cover. */
function isBeyondPlan(before: Draft, after: Draft): boolean {
  const contents = (draft: Draft) =>
    [draft.contentCode, ...draft.members.map(({ contentCode }) => contentCode)].toSorted().join(' ')
  const lastDay = `${String(before.planYear)}-12-31`
  return (
    after.requestedSupport > before.requestedSupport ||
    contents(after) !== contents(before) ||
    (after.endsOn !== before.endsOn && after.endsOn !== null && after.endsOn > lastDay)
  )
}

type Fields = Readonly<Record<string, Json>>

function changedFields(before: Draft, after: Draft): string[] {
  const [was, is] = [draftJson(before), draftJson(after)]
  return Object.keys(is).filter((field) => JSON.stringify(plain(was[field])) !== JSON.stringify(plain(is[field])))
}

const pick = (all: Fields, fields: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(all).filter(([field]) => fields.includes(field)))

function changeJson(change: ApprovedChange): Fields {
  const { members, expenses, facts, ...rest } = change
  return {
    ...rest,
    ...(facts && { facts: factsToJson(facts) }),
    ...(members && { members: memberJson(members) }),
    ...(expenses && { expenses: expenses.map((expense) => ({ ...expense })) }),
  }
}

const nothingChanges: InputProblem = {
  code: 'nothing-changes',
  field: 'change',
  message: { vi: 'Không có nội dung nào thay đổi.', en: 'Nothing would change.' },
  expected: { vi: 'ít nhất một thay đổi', en: 'one change or more' },
  article: cite('TT 36/2013/TT-BCT', { article: '11' }),
}
