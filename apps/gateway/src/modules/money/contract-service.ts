import { toContentCode } from '@khuyencong/domain'
import { advanceLimit, commit } from '@khuyencong/budget'
import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { lockVersion, notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma, PrismaClient } from '../../generated/prisma/client.js'
import type { ProposalState } from '../../generated/prisma/enums.js'
import { isoDate } from '../../graphql/date.js'
import { refusal, Refusal } from '../../graphql/refusal.js'
import { takeStep } from '../proposals/take-step.js'
import { fundOf, holdsMoney, inPlaceOf, lawOf, workEnded } from './award.js'
import { commandMoney, type MoneyRequest } from './command.js'
import { newHead, writePosting } from './ledger.js'
import { requirePositive, said } from './sentences.js'

export interface Contract extends MoneyRequest {
  readonly planLineId: string
  /** Of the proposal; for an activity of the programme's own, of the plan. */
  readonly expectedVersion: number
  /** Đồng. */
  readonly amount: bigint
}

const lineWhole = {
  plan: { include: { programme: true } },
  proposal: true,
} as const satisfies Prisma.PlanLineInclude
type Line = Prisma.PlanLineGetPayload<{ include: typeof lineWhole }>

/**
 * Signs a contract on a line of the approved plan: the award, what it commits, and for a proposal the step that goes with it.
 * `document` is the number of the contract.
 *
 * @throws Refusal `not-in-approved-plan`, `above-plan`, `above-ceiling`, `above-support`, `content-not-planned`,
 *   `already-awarded`, `before-plan`, `no-appropriation`, `no-law`, `free-not-enough` and those of `takeStep`
 */
export async function signContract(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: Contract,
): Promise<RecordWritten> {
  const { planLineId, expectedVersion, amount, on, document } = input
  requirePositive(amount)
  const asked = { planLineId, expectedVersion, amount }
  return await commandMoney(prisma, actor, 'signContract', input, asked, async (tx, who) => {
    const line = await tx.planLine.findUnique({ where: { id: planLineId }, include: lineWhole })
    if (line === null) throw notFound('planLineId', planLineId)
    const step = await contractStep(tx, who, line, input)
    await checkLine(tx, line, amount)
    await checkDay(tx, line, on)
    const { programmeId, year, programme } = line.plan
    const appropriation = await tx.appropriation.findUnique({
      where: { programmeId_year_source: { programmeId, year, source: line.source } },
    })
    if (appropriation === null) throw noAppropriation

    const planDate = line.proposal?.planDate ?? line.plan.planDate
    // Of a project of several years, after its first advance: the most that all of them together may come to.
    const cap = advanceLimit(lawOf(programme, planDate), toContentCode(line.contentCode), {
      fund: fundOf(line.source),
      award: amount,
      contractSigned: true,
      duration: 'several-years',
      alreadyAdvanced: 1n,
    })
    const award = await tx.award.create({
      data: {
        appropriationId: appropriation.id,
        planLineId,
        proposalId: line.proposalId,
        contentCode: line.contentCode,
        planDate,
        amount,
        ceiling: line.ceiling,
        advanceCap: cap.limit ?? null,
        contract: document.trim(),
        signedOn: new Date(on),
        createdBy: who.personId,
      },
    })
    const ref = { appropriation: appropriation.id, award: award.id }
    const posted = await writePosting(tx, commit(newHead(on), ref, amount), { document, personId: who.personId })
    const after = {
      planLineId,
      proposalId: line.proposalId,
      amount,
      ceiling: line.ceiling,
      advanceCap: cap.limit,
      contract: document,
    }
    return {
      record: { id: award.id, version: award.version },
      changes: [...step, { entity: 'Award', id: award.id, after }, posted],
    }
  })
}

/** A proposal takes its step; where a contract takes the place of one that is void or given back it has taken it. An activity has no life of its own. */
async function contractStep(tx: Transaction, actor: Actor, line: Line, input: Contract): Promise<readonly Change[]> {
  const { expectedVersion, on, document } = input
  if (line.proposal === null) {
    await lockVersion(tx, 'plans', line.planId, expectedVersion)
    return []
  }
  const { proposalId } = line
  const signed = await tx.award.count({ where: { proposalId } })
  if (signed > 0 && contracted.includes(line.proposal.state)) {
    await lockVersion(tx, 'proposals', line.proposal.id, expectedVersion)
    return []
  }
  const step = { proposalId: line.proposal.id, expectedVersion, on, document }
  return [(await takeStep(tx, actor, 'contractProposal', step)).change]
}

/** The states of a proposal that has had a contract. */
const contracted: readonly ProposalState[] = ['CONTRACTED', 'RUNNING', ...workEnded]

/** What the database holds as well, said with the amounts. */
async function checkLine(tx: Transaction, line: Line, amount: bigint): Promise<void> {
  const { plan, approved, ceiling, proposal } = line
  const others = await tx.award.count({
    where: {
      postings: { none: { kind: 'COMMITMENT', correctedBy: { isNot: null } } },
      AND: [
        inPlaceOf(line),
        // One that holds nothing any more is no bar while the work goes on; after it, only one that is void is none.
        proposal !== null && workEnded.includes(proposal.state) ? {} : holdsMoney,
      ],
    },
  })
  if (others > 0) throw new Refusal([said.awardedOnce])
  const newer = await tx.plan.count({
    where: { programmeId: plan.programmeId, year: plan.year, state: 'APPROVED', edition: { gt: plan.edition } },
  })
  if (plan.state !== 'APPROVED' || newer > 0 || approved === null) throw new Refusal([said.inPlan])
  if (amount > approved) throw new Refusal([said.withinLine])
  if (ceiling !== null && amount > ceiling) throw new Refusal([said.ceiling])
  // What was decided of the proposal since binds as well (TT 36/2013 Điều 11).
  if (proposal !== null && proposal.contentCode !== line.contentCode) throw new Refusal([said.contentOfProposal])
  if (proposal !== null && amount > proposal.requestedSupport) throw new Refusal([said.withinSupport])
}

/** No contract rests on a plan that was not approved yet. What an adjustment took over was approved with the edition before. */
async function checkDay(tx: Transaction, { itemId }: Line, on: string): Promise<void> {
  const first = await tx.plan.findFirst({
    where: { state: 'APPROVED', lines: { some: { itemId } } },
    orderBy: { edition: 'asc' },
  })
  if (first?.approvedOn == null || on >= isoDate(first.approvedOn)) return
  const day = isoDate(first.approvedOn)
  throw refusal(
    'before-plan',
    'on',
    { vi: `Kế hoạch được phê duyệt ngày ${day}.`, en: `The plan was approved on ${day}.` },
    { vi: `ngày ${day} hoặc sau đó`, en: `${day} or a day after` },
  )
}

const noAppropriation = refusal(
  'no-appropriation',
  'planLineId',
  { vi: 'Nguồn này chưa được giao kinh phí trong năm.', en: 'Nothing is appropriated from this source for the year.' },
  { vi: 'Sở Tài chính giao kinh phí trước', en: 'an appropriation first' },
)
