import { settleAward as settlementPosting, type ProofCase, type ProofPaper } from '@khuyencong/budget'
import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { problem } from '../../graphql/problem.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { canonicalJson, type Json } from '../../json.js'
import { takeStep } from '../proposals/take-step.js'
import { holdAward, nextVersionOf } from './award.js'
import { commandMoney, type MoneyRequest } from './command.js'
import { recordAnswer } from './law-answer.js'
import { newHead, writePosting } from './ledger.js'
import { notBeforeAdvance } from './not-before-advance.js'
import { askAnew, confirm, holdPayment, onWhatWasAsked, type PaymentDecision } from './payment.js'
import { refuseOpen } from './refuse-open.js'
import { settledByLaw, type Kept } from './settlement-law.js'
import { KeptSettlement } from './stored-answer.js'
import type { PartSaid, VoucherSaid } from './voucher-parts.js'
import { workEndKept, workEndOf, type WorkEndSaid } from './work-end.js'

/** An answer about a paper or a case: one that is not answered is unknown. */
interface Answered<Name extends string> {
  readonly name: Name
  readonly answer: boolean
}

/** What the records cannot know of a project that is settled. */
export interface SettlementSaid {
  readonly papers: readonly Answered<ProofPaper>[]
  readonly cases: readonly Answered<ProofCase>[]
  readonly allVouchersListed?: boolean | null | undefined
  /** Đồng. Needed only where the law has no level for the content. */
  readonly ceiling?: bigint | null | undefined
  /** The same for the parts of a proposal of several. */
  readonly ceilings?: readonly (PartSaid & { readonly establishmentId: string; readonly ceiling: bigint })[] | null
}

export interface SettlementRequest extends MoneyRequest, WorkEndSaid {
  readonly awardId: string
  readonly vouchers: readonly VoucherSaid[]
  readonly facts: SettlementSaid
}

/**
 * Asks for the settlement of an award on all its vouchers. What is settled follows from them and from the law: of a proposal of
 * several, establishment by establishment; of work that force majeure stopped, by what was done.
 *
 * @throws Refusal those of `workEndOf`, `ofParts` and `ofNobody`, `already-settled`, `facts-missing` for each fact and paper,
 *   `not-met` for each article, `nothing-to-settle`, `answer-twice`, `ceiling-twice`, `award-void`, `before-contract`
 */
export async function requestSettlement(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: SettlementRequest,
): Promise<RecordWritten> {
  const { awardId, facts, acceptance, forceMajeure, on, document } = input
  const vouchers = input.vouchers.map(trimmed)
  const kept = keptOf(facts)
  const asked = { awardId, vouchers: vouchers.map((one) => ({ ...one })), facts: keptJson(kept), ...endJson(input) }
  return await commandMoney(prisma, actor, 'requestSettlement', input, asked, async (tx, { personId }) => {
    const held = await holdAward(tx, awardId, on)
    const end = workEndOf(held.award, { acceptance, forceMajeure }, on)
    const { amount, lines, answer } = settledByLaw(held, kept, end.facts, vouchers)
    const { id, version } = await tx.paymentRequest.create({
      data: {
        awardId,
        kind: 'SETTLEMENT',
        amount,
        document: document.trim(),
        on: new Date(on),
        facts: z.json().parse(JSON.parse(canonicalJson(keptJson(kept)))) ?? {},
        acceptanceDocument: end.minute?.document ?? null,
        acceptedOn: end.minute === null ? null : new Date(end.minute.on),
        explanation: end.explanation,
        requestedBy: personId,
        vouchers: {
          create: lines.map(({ voucher, support }, index) => {
            const { id: number, item, amount, counts, establishmentId = null, contentCode = null } = voucher
            return { position: index + 1, number, item, amount, counts, support, establishmentId, contentCode }
          }),
        },
      },
    })
    await recordAnswer(tx, held.award, id, answer)
    const after = { ...asked, kind: 'SETTLEMENT', amount, document, on }
    return { record: { id, version }, changes: [{ entity: 'PaymentRequest', id, after }] }
  })
}

/**
 * Confirms a settlement: what was advanced is settled first, the rest is paid, and the proposal takes its step. What was
 * advanced beyond it stays to be returned, what of the award is left to be released. What else was asked for and not decided
 * is refused with it.
 *
 * @throws Refusal as `requestSettlement`, and `four-eyes`, `already-decided`, `settlement-changed`, `before-advance`,
 *   `before-request`; `part-missing` of what was asked for a proposal of several before its vouchers were kept by parts
 */
export async function settleAward(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: PaymentDecision,
): Promise<RecordWritten> {
  const { paymentId, expectedVersion, on, document } = input
  const asked = { paymentId, expectedVersion }
  return await commandMoney(prisma, actor, 'settleAward', input, asked, async (tx, who) => {
    const { personId } = who
    const payment = await holdPayment(tx, personId, input, 'SETTLEMENT')
    const held = await holdAward(tx, payment.awardId, on)
    const { award, money, ref } = held
    const rows = await tx.paymentVoucher.findMany({ where: { paymentId }, orderBy: { position: 'asc' } })
    const inParts = (award.proposal?.members.length ?? 0) > 0
    if (inParts && rows.some(({ establishmentId }) => establishmentId === null)) throw withoutParts
    const vouchers = rows.map(({ number: id, item, amount, counts, establishmentId, contentCode }) => ({
      ...{ id, item, amount, counts, establishmentId, contentCode },
    }))
    const settled = onWhatWasAsked(() => {
      const end = workEndOf(award, workEndKept(award, payment), on)
      return settledByLaw(held, KeptSettlement.parse(payment.facts), end.facts, vouchers)
    })
    if (settled.amount !== payment.amount) throw settlementChanged
    await recordAnswer(tx, award, paymentId, settled.answer)
    const { record, change } = await confirm(tx, payment, personId, input)
    const advanced = money.advanced < payment.amount ? money.advanced : payment.amount
    const posting = settlementPosting(newHead(on), ref, { advanced, rest: payment.amount - advanced })
    const posted = await writePosting(tx, posting, { document, personId, paymentId })
    await notBeforeAdvance(tx, award.id, on)
    await nextVersionOf(tx, held)
    // Settled anew after a correction, it has taken the step.
    const step =
      award.proposal?.state === 'ACCEPTED' || award.proposal?.state === 'FORCE_MAJEURE'
        ? [(await takeStep(tx, who, 'settleProposal', { proposalId: award.proposal.id, on, document })).change]
        : []
    const { proposalId } = award
    const of = proposalId === null ? { awardId: award.id } : { proposalId }
    const refused = await refuseOpen(tx, who, of, { on, document, reason: 'Hợp đồng đã quyết toán.' })
    return { record, changes: [change, posted, ...step, ...refused] }
  })
}

function keptOf({ papers, cases, allVouchersListed, ceiling, ceilings }: SettlementSaid): Kept {
  return {
    papers: answers('papers', papers),
    cases: answers('cases', cases),
    ...(allVouchersListed == null ? {} : { allVouchersListed }),
    ...(ceiling == null ? {} : { ceiling }),
    ...(ceilings == null || ceilings.length === 0 ? {} : { ceilings: ceilings.map(plainCeiling) }),
  }
}

const plainCeiling = ({ establishmentId, contentCode, ceiling }: NonNullable<SettlementSaid['ceilings']>[number]) => ({
  ...{ establishmentId, ceiling },
  ...(contentCode == null ? {} : { contentCode }),
})

const keptJson = ({ papers, cases, ceilings, ...rest }: Kept): Json => ({
  ...rest,
  papers: { ...papers },
  cases: { ...cases },
  ...(ceilings === undefined ? {} : { ceilings: ceilings.map((one) => ({ ...one })) }),
})

/** As it was said, for the audit and for telling one request from another. */
const endJson = ({ acceptance, forceMajeure }: WorkEndSaid) => ({
  acceptance: { ...acceptance },
  ...(forceMajeure == null ? {} : { forceMajeure: { ...forceMajeure, record: { ...forceMajeure.record } } }),
})

/** @throws Refusal `answer-twice` for each that has its answer already */
function answers<Name extends string>(field: string, given: readonly Answered<Name>[]): Partial<Record<Name, boolean>> {
  const all: Partial<Record<Name, boolean>> = {}
  const twice = given.flatMap(({ name }, index) =>
    given.findIndex((one) => one.name === name) < index ? [answerTwice(`${field}.${String(index)}`)] : [],
  )
  if (twice.length > 0) throw new Refusal(twice)
  for (const { name, answer } of given) all[name] = answer
  return all
}

const answerTwice = (field: string) =>
  problem(
    'answer-twice',
    field,
    { vi: 'Câu hỏi này đã được trả lời.', en: 'This was answered already.' },
    { vi: 'mỗi câu hỏi một câu trả lời', en: 'one answer to each' },
  )

const trimmed = (voucher: VoucherSaid): VoucherSaid => ({
  ...voucher,
  ...{ id: voucher.id.trim(), item: voucher.item.trim() },
})

const settlementChanged = refusal(
  'settlement-changed',
  'paymentId',
  { vi: 'Số được quyết toán đã khác với số đề nghị.', en: 'What may be settled is no longer what was asked for.' },
  askAnew,
)

const withoutParts = refusal(
  'part-missing',
  'paymentId',
  {
    vi: 'Đề án có nhiều cơ sở được quyết toán theo từng cơ sở, mà đề nghị này không ghi chứng từ của cơ sở nào.',
    en: 'A proposal of several is settled establishment by establishment, and this request does not say whose its vouchers are.',
  },
  askAnew,
)
