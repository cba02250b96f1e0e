import { toContentCode } from '@khuyencong/domain'
import {
  advanceLimit,
  payAdvance as advancePosting,
  type AdvanceFacts,
  type AdvanceLimit,
  type DecidedShare,
} from '@khuyencong/budget'
import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PaymentRequest, PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { canonicalJson } from '../../json.js'
import { decidedShare, unusedRate, type AdvanceRate } from './advance-rate.js'
import {
  acceptanceOf,
  fundOf,
  holdAward,
  lawOfAward,
  mostOf,
  mustStand,
  nextVersionOf,
  type HeldAward,
} from './award.js'
import { commandMoney, type MoneyRequest } from './command.js'
import { asking, lacking, notMet, recordAnswer, type MoneyAnswer } from './law-answer.js'
import { newHead, writePosting } from './ledger.js'
import { confirm, holdPayment, onWhatWasAsked, type PaymentDecision } from './payment.js'
import { inWords, requirePositive, said } from './sentences.js'
import { advanceInput } from './stored-answer.js'

/** What the records cannot know of a running project. Every field may be absent: the law then asks for it. */
export interface AdvanceSaid {
  readonly workPlanReady?: boolean | null | undefined
  readonly duration?: 'one-year' | 'several-years' | null | undefined
  /** Đồng. Of a proposal its total cost, where nothing else is said. */
  readonly totalInvestment?: bigint | null | undefined
  /** Đồng. */
  readonly workDone?: bigint | null | undefined
  readonly scheduleMet?: boolean | null | undefined
}

export interface AdvanceRequest extends MoneyRequest {
  readonly awardId: string
  /** Đồng. */
  readonly amount: bigint
  readonly facts: AdvanceSaid
  /** Absent: the rate of the circular. */
  readonly rate?: AdvanceRate | null | undefined
}

/**
 * Asks for an advance on an award, at the rate of the circular or at another that the fund's manager decided.
 *
 * @throws Refusal those of `decidedShare`, `rate-not-used`, `facts-missing` for each fact that the law asks for, `not-met` for each article, `above-advance-limit`,
 *   `already-settled`, `not-on-contract`, `award-void`, `before-contract`
 */
export async function requestAdvance(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: AdvanceRequest,
): Promise<RecordWritten> {
  const { awardId, amount, facts, on, document, rate } = input
  requirePositive(amount)
  const asked = { awardId, amount, facts: { ...facts }, ...(rate == null ? {} : { rate: { ...rate } }) }
  return await commandMoney(prisma, actor, 'requestAdvance', input, asked, async (tx, { personId }) => {
    const held = await holdAward(tx, awardId, on)
    const decided = rate == null ? undefined : decidedShare(rate, on)
    const answer = allowedBy(held, facts, amount, decided)
    const { id, version } = await tx.paymentRequest.create({
      data: {
        awardId,
        kind: 'ADVANCE',
        amount,
        document: document.trim(),
        on: new Date(on),
        facts: z.json().parse(JSON.parse(canonicalJson({ ...facts, rateDecidedBy: rate?.by }))) ?? {},
        ...(rate == null ? {} : rateColumns(rate)),
        requestedBy: personId,
      },
    })
    await recordAnswer(tx, held.award, id, answer)
    const after = { ...asked, kind: 'ADVANCE', document, on }
    return { record: { id, version }, changes: [{ entity: 'PaymentRequest', id, after }] }
  })
}

/**
 * Confirms and pays an advance that was asked for; the law is asked again, on what was paid meanwhile.
 *
 * @throws Refusal as `requestAdvance`, and `four-eyes`, `already-decided`, `commitment-not-enough`
 */
export async function payAdvance(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: PaymentDecision,
): Promise<RecordWritten> {
  const { paymentId, expectedVersion, on, document } = input
  const asked = { paymentId, expectedVersion }
  return await commandMoney(prisma, actor, 'payAdvance', input, asked, async (tx, { personId }) => {
    const payment = await holdPayment(tx, personId, input, 'ADVANCE')
    const held = await holdAward(tx, payment.awardId, on)
    const facts = AdvanceKept.parse(payment.facts)
    const rate = rateKept(payment, facts.rateDecidedBy)
    const answer = onWhatWasAsked(() => {
      const decided = rate === undefined ? undefined : decidedShare(rate, on)
      return allowedBy(held, facts, payment.amount, decided)
    })
    await recordAnswer(tx, held.award, paymentId, answer)
    const { record, change } = await confirm(tx, payment, personId, input)
    const posting = advancePosting(newHead(on), held.ref, payment.amount)
    const posted = await writePosting(tx, posting, { document, personId, paymentId })
    await nextVersionOf(tx, held)
    return { record, changes: [change, posted] }
  })
}

const AdvanceKept = z.object({
  workPlanReady: z.boolean().nullish(),
  duration: z.enum(['one-year', 'several-years']).nullish(),
  totalInvestment: z.coerce.bigint().nullish(),
  workDone: z.coerce.bigint().nullish(),
  scheduleMet: z.boolean().nullish(),
  rateDecidedBy: z.enum(['fund-manager', 'other']).nullish(),
})

const rateColumns = ({ document, on, percent }: AdvanceRate) => ({
  rateDocument: document.trim(),
  rateDecidedOn: new Date(on),
  ratePercent: percent,
})

/** The rate that a request keeps, where it keeps one. */
function rateKept(
  { rateDocument, rateDecidedOn, ratePercent }: PaymentRequest,
  by: AdvanceRate['by'],
): AdvanceRate | undefined {
  if (rateDocument === null || rateDecidedOn === null || ratePercent === null) return undefined
  return { document: rateDocument, on: isoDate(rateDecidedOn), percent: ratePercent.toFixed(), ...(by ? { by } : {}) }
}

/** @throws Refusal unless the law lets this much be advanced now */
function allowedBy(held: HeldAward, facts: AdvanceSaid, amount: bigint, decided?: DecidedShare): MoneyAnswer {
  const { award, money } = held
  mustStand(award)
  if (money.settled > 0n) throw new Refusal([said.settledOnce])
  if (award.proposal !== null && !['CONTRACTED', 'RUNNING', 'ACCEPTED'].includes(award.proposal.state))
    throw new Refusal([said.onContract])
  const known = advanceFactsOf(held, facts)
  const answer = asking(() => advanceLimit(lawOfAward(award), toContentCode(award.contentCode), known, decided))
  const problems = [...objections(answer, amount), ...(decided === undefined ? [] : unusedRate(answer))]
  if (problems.length > 0) throw new Refusal(problems)
  const { verdict, available, law } = answer
  return { question: 'advance', law, outcome: verdict, amount: available, input: advanceInput(known, decided), answer }
}

function objections(answer: AdvanceLimit, amount: bigint) {
  const { verdict, findings, missing, available, cites } = answer
  if (verdict === 'unmet') return notMet(findings)
  if (verdict === 'unknown' || available === undefined) return lacking(missing)
  if (amount <= available) return []
  const most = inWords(available)
  return [
    problem(
      'above-advance-limit',
      'amount',
      { vi: `Chỉ còn được tạm ứng ${most.vi}.`, en: `No more than ${most.en} may still be advanced.` },
      { vi: `không quá ${most.vi}`, en: `at most ${most.en}` },
      cites?.[0],
    ),
  ]
}

/** What is known when an advance is asked for: from the records, and what was said. */
function advanceFactsOf({ award, money }: HeldAward, facts: AdvanceSaid): AdvanceFacts {
  const totalInvestment = facts.totalInvestment ?? award.proposal?.totalCost
  return {
    fund: fundOf(award.appropriation.source),
    award: mostOf(award),
    contractSigned: true,
    alreadyAdvanced: money.advancedInAll,
    ...(facts.workPlanReady == null ? {} : { workPlanReady: facts.workPlanReady }),
    ...(facts.duration == null ? {} : { duration: facts.duration }),
    ...(totalInvestment === undefined ? {} : { totalInvestment }),
    ...(facts.workDone == null ? {} : { workDone: facts.workDone }),
    ...(facts.scheduleMet == null ? {} : { scheduleMet: facts.scheduleMet }),
    ...(award.proposal === null ? {} : { accepted: acceptanceOf(award) !== undefined }),
  }
}
