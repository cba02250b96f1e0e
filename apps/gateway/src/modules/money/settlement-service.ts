import type { ApplicationFacts } from '@khuyencong/domain'
import { settle, settleAward as settlementPosting } from '@khuyencong/budget'
import type { ProofCase, ProofPaper, Settlement, SettlementInput, Voucher } from '@khuyencong/budget'
import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { canonicalJson } from '../../json.js'
import { applicationFactsFrom } from '../proposals/facts.js'
import { takeStep } from '../proposals/take-step.js'
import { acceptanceOf, fundOf, holdAward, lawOfAward, nextVersionOf, type AwardWhole, type HeldAward } from './award.js'
import { commandMoney, type MoneyRequest, type RecordWritten } from './command.js'
import { asking, lacking, notMet, recordAnswer, type MoneyAnswer } from './law-answer.js'
import { newHead, writePosting } from './ledger.js'
import { confirm, holdPayment, type PaymentDecision } from './payment.js'
import { said } from './sentences.js'
import { KeptSettlement, settlementInput } from './stored-answer.js'

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
}

/** Of an activity of the programme's own: a proposal is accepted by a step of its own. */
interface Acceptance {
  readonly document: string
  readonly on: string
}

export interface SettlementRequest extends MoneyRequest {
  readonly awardId: string
  readonly vouchers: readonly Voucher[]
  readonly facts: SettlementSaid
  readonly acceptance?: Acceptance | null | undefined
}

/**
 * Asks for the settlement of an award on all its vouchers. What is settled follows from them and from the law.
 *
 * @throws Refusal `not-accepted`, `already-settled`, `facts-missing` for each fact and paper, `not-met` for each article,
 *   `nothing-to-settle`
 */
export async function requestSettlement(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: SettlementRequest,
): Promise<RecordWritten> {
  const { awardId, vouchers, facts, acceptance, on, document } = input
  const kept: Kept = {
    papers: answers(facts.papers),
    cases: answers(facts.cases),
    ...(facts.allVouchersListed == null ? {} : { allVouchersListed: facts.allVouchersListed }),
    ...(facts.ceiling == null ? {} : { ceiling: facts.ceiling }),
  }
  const asked = {
    awardId,
    vouchers: vouchers.map((one) => ({ ...one })),
    kept: { ...kept },
    acceptance: { ...acceptance },
  }
  return await commandMoney(prisma, actor, 'requestSettlement', input, asked, async (tx, { personId }) => {
    const held = await holdAward(tx, awardId)
    const isAccepted = held.award.proposal === null ? acceptance != null : acceptanceOf(held.award) !== undefined
    if (!isAccepted) throw new Refusal([said.accepted])
    if (held.award.proposal !== null && acceptance != null) throw acceptedByStep
    if (acceptance != null && acceptance.on > on) throw acceptedLater
    const settlement = settlementOf(held, kept, vouchers)
    await recordAnswer(tx, held.award, answerOf(held, kept, vouchers, settlement))
    const { id, version } = await tx.paymentRequest.create({
      data: {
        awardId,
        kind: 'SETTLEMENT',
        amount: settlement.settled,
        document: document.trim(),
        on: new Date(on),
        facts: z.json().parse(JSON.parse(canonicalJson({ ...kept }))) ?? {},
        acceptanceDocument: acceptance?.document ?? null,
        acceptedOn: acceptance == null ? null : new Date(acceptance.on),
        requestedBy: personId,
        vouchers: {
          create: settlement.lines.map(({ voucher: { id: number, item, amount, counts }, support }, index) => ({
            position: index + 1,
            ...{ number, item, amount, counts, support },
          })),
        },
      },
    })
    const after = {
      awardId,
      kind: 'SETTLEMENT',
      amount: settlement.settled,
      document,
      on,
      acceptance: { ...acceptance },
    }
    return { record: { id, version }, changes: [{ entity: 'PaymentRequest', id, after }] }
  })
}

/**
 * Confirms a settlement: what was advanced is settled first, the rest is paid, and the proposal takes its step. What was
 * advanced beyond it stays to be returned, what of the award is left to be released.
 *
 * @throws Refusal as `requestSettlement`, and `four-eyes`, `already-decided`, `settlement-changed`
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
    const held = await holdAward(tx, payment.awardId)
    const { award, money, ref } = held
    if (award.proposal !== null && acceptanceOf(award) === undefined) throw new Refusal([said.accepted])
    const rows = await tx.paymentVoucher.findMany({ where: { paymentId }, orderBy: { position: 'asc' } })
    const vouchers = rows.map(({ number, item, amount, counts }) => ({ id: number, item, amount, counts }))
    const kept = KeptSettlement.parse(payment.facts)
    const settlement = settlementOf(held, kept, vouchers)
    if (settlement.settled !== payment.amount) throw settlementChanged
    await recordAnswer(tx, award, answerOf(held, kept, vouchers, settlement))
    const { record, change } = await confirm(tx, payment, personId, input)
    const advanced = money.advanced < payment.amount ? money.advanced : payment.amount
    const posting = settlementPosting(newHead(on), ref, { advanced, rest: payment.amount - advanced })
    const posted = await writePosting(tx, posting, { document, personId, paymentId })
    await nextVersionOf(tx, held)
    // Settled anew after a correction, it has taken the step.
    const step =
      award.proposal?.state === 'ACCEPTED'
        ? [(await takeStep(tx, who, 'settleProposal', { proposalId: award.proposal.id, on, document })).change]
        : []
    return { record, changes: [change, posted, ...step] }
  })
}

type Settled = Settlement & { readonly settled: bigint }

/** @throws Refusal unless the law lets the award be settled */
function settlementOf(held: HeldAward, kept: Kept, vouchers: readonly Voucher[]): Settled {
  const { award, money } = held
  if (money.settled > 0n) throw new Refusal([said.settledOnce])
  const input = settlementInputOf(held, kept, vouchers)
  const settlement = asking(() => settle(lawOfAward(award), award.contentCode, input))
  const { status, settled, findings, missing } = settlement
  if (status === 'not-yet') throw new Refusal(notMet(findings))
  if (status !== 'settled' || settled === undefined) throw new Refusal(lacking(missing))
  if (settled === 0n) throw nothingToSettle
  // The cap is that of one establishment: of several together it would take away what the award rightly gives them.
  const several = (award.proposal?._count.members ?? 0) > 1
  if (several && settlement.binding === 'ceiling' && settlement.level?.binding === 'cap') throw settledByPart
  return { ...settlement, settled }
}

const settlementInputOf = ({ award, money }: HeldAward, kept: Kept, vouchers: readonly Voucher[]): SettlementInput => ({
  fund: fundOf(award.appropriation.source),
  award: award.amount,
  acceptance: 'accepted',
  alreadyAdvanced: money.advanced,
  ...kept,
  vouchers,
  application: applicationOf(award),
})

const answerOf = (held: HeldAward, kept: Kept, vouchers: readonly Voucher[], answer: Settled): MoneyAnswer => ({
  question: 'settlement',
  law: answer.law,
  outcome: answer.status,
  amount: answer.settled,
  input: settlementInput(settlementInputOf(held, kept, vouchers)),
  answer,
})

/** What the proposal says of the application, for the ceiling at the actual cost. */
const applicationOf = ({ proposal }: AwardWhole): ApplicationFacts =>
  proposal === null ? {} : { ...applicationFactsFrom(proposal.facts), planYear: proposal.planYear }

type Kept = z.infer<typeof KeptSettlement>

const answers = <Name extends string>(given: readonly Answered<Name>[]): Partial<Record<Name, boolean>> => {
  const all: Partial<Record<Name, boolean>> = {}
  for (const { name, answer } of given) all[name] = answer
  return all
}

const acceptedByStep = refusal(
  'accepted-by-step',
  'acceptance',
  { vi: 'Đề án được nghiệm thu bằng bước nghiệm thu.', en: 'A proposal is accepted by its own step.' },
  { vi: 'không nêu nghiệm thu ở đây', en: 'no acceptance here' },
)

const acceptedLater = refusal(
  'accepted-later',
  'acceptance.on',
  { vi: 'Ngày nghiệm thu sau ngày đề nghị quyết toán.', en: 'The acceptance is after the request.' },
  { vi: 'ngày nghiệm thu không sau ngày đề nghị', en: 'a day not after that of the request' },
)

const settledByPart = refusal(
  'settled-by-part',
  'vouchers',
  {
    vi: 'Đề án nhóm vượt mức trần của một cơ sở: phải quyết toán theo từng cơ sở, phần mềm chưa làm được.',
    en: 'Together this group is above the cap of one establishment: it is to be settled establishment by establishment, which is not possible here yet.',
  },
  { vi: 'tách thành các đề án đơn', en: 'proposals of one establishment each' },
)

const nothingToSettle = refusal(
  'nothing-to-settle',
  'vouchers',
  { vi: 'Không có chi phí nào được quyết toán.', en: 'None of the vouchers can be settled.' },
  { vi: 'trả lại tạm ứng và giải phóng phần còn lại', en: 'return the advance and release the rest' },
)

const settlementChanged = refusal(
  'settlement-changed',
  'paymentId',
  { vi: 'Số được quyết toán đã khác với số đề nghị.', en: 'What may be settled is no longer what was asked for.' },
  { vi: 'từ chối và lập đề nghị mới', en: 'refuse it and ask anew' },
)
