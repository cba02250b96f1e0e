import { proofCases, proofPapers, type ProofCase, type ProofPaper } from '@khuyencong/budget'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { builder } from '../../graphql/builder.js'
import { FundSourceEnum } from '../../graphql/enums.js'
import { EstablishmentRef } from '../establishments/schema.js'
import type { Context } from '../../graphql/context.js'
import { keyArgument, orRefused } from '../../graphql/mutation.js'
import { enumName } from '../law/fact.js'
import { PlanLineRef } from '../plans/schema.js'
import { ProgrammeDocumentRef } from '../programme/document.js'
import { payAdvance, requestAdvance } from './advance-service.js'
import { cutAppropriation, raiseAppropriation, recordAppropriation } from './appropriation-service.js'
import { releaseCommitment, returnAdvance } from './award-service.js'
import { signContract } from './contract-service.js'
import { correctPosting } from './correct-posting.js'
import { refusePayment } from './refuse-payment.js'
import { AppropriationRef, AwardRef, PaymentRequestRef, PostingRef } from './schema.js'
import { requestSettlement, settleAward } from './settlement-service.js'
import { carryOver, returnUnused } from './year-end-service.js'

const DurationEnum = builder.enumType('ProjectDuration', {
  values: { ONE_YEAR: { value: 'one-year' }, SEVERAL_YEARS: { value: 'several-years' } } as const,
})

const AdvanceFactsInput = builder.inputType('AdvanceFactsInput', {
  description: 'What the records cannot know of a running project. What is left out is unknown: the law asks for it.',
  fields: (t) => ({
    workPlanReady: t.boolean({ description: 'Có kế hoạch triển khai.' }),
    duration: t.field({ type: DurationEnum }),
    totalInvestment: t.field({ type: 'Dong', description: 'Of a proposal its total cost, where it is left out.' }),
    workDone: t.field({ type: 'Dong', description: 'Giá trị khối lượng đã thực hiện.' }),
    scheduleMet: t.boolean({ description: 'Đúng tiến độ theo hợp đồng.' }),
  }),
})

const RateDeciderEnum = builder.enumType('RateDecider', {
  values: {
    FUND_MANAGER: { value: 'fund-manager', description: 'Cơ quan quản lý kinh phí khuyến công.' },
    OTHER: { value: 'other' },
  } as const,
})

const AdvanceRateInput = builder.inputType('AdvanceRateInput', {
  description:
    "Another rate of the first advance than that of the circular, by decision of the fund's manager (TT 36/2013 Điều 16). The cap on all advances stays.",
  fields: (t) => ({
    document: t.string({ required: true, description: 'Number of the decision.' }),
    on: t.field({ type: 'Date', required: true, description: 'Its day.' }),
    percent: t.string({
      required: true,
      description: 'Share of the award, e.g. `60` or `62.5`; at most four decimals.',
    }),
    by: t.field({ type: RateDeciderEnum, description: 'Whose decision it is; the law asks for it.' }),
  }),
})

const isPaper = (name: string): name is ProofPaper => Object.hasOwn(proofPapers, name)
const isCase = (name: string): name is ProofCase => Object.hasOwn(proofCases, name)

const PaperEnum = builder.enumType('SettlementPaper', {
  description: 'Papers that prove what was done (TT 36/2013/TT-BCT, Điều 14).',
  values: Object.fromEntries(
    Object.keys(proofPapers)
      .filter(isPaper)
      .map((name) => [enumName(name), { value: name, description: proofPapers[name].title.vi }]),
  ),
})
const CaseEnum = builder.enumType('SettlementCase', {
  description: 'Questions on which a paper depends.',
  values: Object.fromEntries(
    Object.keys(proofCases)
      .filter(isCase)
      .map((name) => [enumName(name), { value: name, description: proofCases[name].vi }]),
  ),
})

const SettlementPaperInput = builder.inputType('SettlementPaperInput', {
  fields: (t) => ({
    name: t.field({ type: PaperEnum, required: true }),
    answer: t.boolean({ required: true, description: 'Whether it is there.' }),
  }),
})
const SettlementCaseInput = builder.inputType('SettlementCaseInput', {
  fields: (t) => ({ name: t.field({ type: CaseEnum, required: true }), answer: t.boolean({ required: true }) }),
})
const VoucherInput = builder.inputType('VoucherInput', {
  description: 'A voucher (chứng từ), whoever paid it.',
  fields: (t) => ({
    number: t.string({ required: true }),
    item: t.string({ required: true, description: 'The expense item that it pays.' }),
    amount: t.field({ type: 'Dong', required: true }),
    counts: t.boolean({
      required: true,
      description: 'Whether it pays for a cost item that support counts; others are own money through and through.',
    }),
    establishment: t.globalID({
      for: EstablishmentRef,
      description: 'Whose it is: needed of a proposal of several, refused of any other.',
    }),
    contentCode: t.string({ description: 'Needed only where the establishment has several contents in the proposal.' }),
  }),
})
const AcceptanceInput = builder.inputType('AcceptanceInput', {
  description: "The acceptance of an activity of the programme's own; a proposal is accepted by its own step.",
  fields: (t) => ({
    document: t.string({ required: true }),
    on: t.field({ type: 'Date', required: true }),
  }),
})

const ForceMajeureInput = builder.inputType('ForceMajeureInput', {
  description:
    'What is said of work that force majeure stopped (TT 36/2013 Điều 18.4). What is left out is unknown: the law asks for it.',
  fields: (t) => ({
    explanation: t.string({ description: 'Number of the letter that explains it (văn bản giải trình).' }),
    record: t.field({
      type: AcceptanceInput,
      description:
        "Record of the work done, by Sở Công Thương or the committee of the place, of an activity of the programme's own; that of a proposal is the step `recordForceMajeure`.",
    }),
  }),
})
const PartCeilingInput = builder.inputType('PartCeilingInput', {
  description: 'Of a part of a proposal of several, the ceiling that was decided where the law has no level.',
  fields: (t) => ({
    establishment: t.globalID({ for: EstablishmentRef, required: true }),
    contentCode: t.string({ description: 'Needed only where the establishment has several contents.' }),
    ceiling: t.field({ type: 'Dong', required: true }),
  }),
})

/** What every mutation of money is asked with. */
const moneyArguments = builder.args((t) => ({
  ...keyArgument,
  on: t.field({ type: 'Date', required: true, description: 'The day on which it counts; not in the future.' }),
  document: t.string({ required: true, description: 'Number of the decision, contract, payment order or minute.' }),
}))
const versionArgument = builder.args((t) => ({
  expectedVersion: t.int({ required: true, description: 'As the record was read.' }),
}))
const amountArgument = builder.args((t) => ({
  amount: t.field({ type: 'Dong', required: true, description: 'Above zero.' }),
}))

type Service<Input> = (prisma: PrismaClient, actor: Actor | undefined, input: Input) => Promise<RecordWritten>

/** Carries out a service and gives the id of what it wrote, for a loadable type to read anew. */
async function idOf<Input>(service: Service<Input>, { prisma, actor }: Context, input: Input): Promise<string> {
  return (await service(prisma, await actor(), input)).id
}

builder.mutationFields((t) => ({
  recordAppropriation: t.field({
    type: AppropriationRef,
    description: 'Giao kinh phí: what a budget allots to a year from one source. For Sở Tài chính.',
    errors: orRefused('RecordAppropriation'),
    args: {
      ...moneyArguments,
      ...amountArgument,
      programme: t.arg.globalID({ for: ProgrammeDocumentRef, required: true }),
      year: t.arg.int({ required: true }),
      source: t.arg({ type: FundSourceEnum, required: true }),
    },
    resolve: (_parent, { programme, ...input }, context) =>
      idOf(recordAppropriation, context, { ...input, programmeId: programme.id }),
  }),
  raiseAppropriation: t.field({
    type: AppropriationRef,
    description: 'Giao bổ sung. For Sở Tài chính.',
    errors: orRefused('RaiseAppropriation'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      ...amountArgument,
      id: t.arg.globalID({ for: AppropriationRef, required: true }),
    },
    resolve: (_parent, { id, ...input }, context) =>
      idOf(raiseAppropriation, context, { ...input, appropriationId: id.id }),
  }),
  cutAppropriation: t.field({
    type: AppropriationRef,
    description: 'Cắt giảm: never below what the approved plan wants of it. For Sở Tài chính.',
    errors: orRefused('CutAppropriation'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      ...amountArgument,
      id: t.arg.globalID({ for: AppropriationRef, required: true }),
    },
    resolve: (_parent, { id, ...input }, context) =>
      idOf(cutAppropriation, context, { ...input, appropriationId: id.id }),
  }),
  returnUnused: t.field({
    type: AppropriationRef,
    description: 'Nộp trả ngân sách: what a year leaves unused. For Sở Tài chính.',
    errors: orRefused('ReturnUnused'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      ...amountArgument,
      id: t.arg.globalID({ for: AppropriationRef, required: true }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(returnUnused, context, { ...input, appropriationId: id.id }),
  }),
  carryOver: t.field({
    type: AppropriationRef,
    description:
      'Chuyển nguồn: what is unused moves to the next year of the same source, as far as the rules of the budget allow (NĐ 45/2012 Điều 14.4). For Sở Tài chính.',
    errors: orRefused('CarryOver'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      id: t.arg.globalID({ for: AppropriationRef, required: true }),
      allowed: t.arg({ type: 'Dong', description: 'How much the rules of the budget let move; the law asks for it.' }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(carryOver, context, { ...input, appropriationId: id.id }),
  }),
  signContract: t.field({
    type: AwardRef,
    description:
      'Ký hợp đồng on a line of the newest approved plan; a proposal goes from APPROVED to CONTRACTED. `document` is the number of the contract, `expectedVersion` that of the proposal, or for an activity that of the plan. For Trung tâm Khuyến công.',
    errors: orRefused('SignContract'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      ...amountArgument,
      planLine: t.arg.globalID({ for: PlanLineRef, required: true }),
    },
    resolve: (_parent, { planLine, ...input }, context) =>
      idOf(signContract, context, { ...input, planLineId: planLine.id }),
  }),
  requestAdvance: t.field({
    type: PaymentRequestRef,
    description:
      'Đề nghị tạm ứng, within the limit of the law (TT 36/2013 Điều 13, 16, TTLT 26/2014 Điều 8). For Trung tâm Khuyến công.',
    errors: orRefused('RequestAdvance'),
    args: {
      ...moneyArguments,
      ...amountArgument,
      award: t.arg.globalID({ for: AwardRef, required: true }),
      facts: t.arg({ type: AdvanceFactsInput, required: true }),
      rate: t.arg({ type: AdvanceRateInput, description: 'Absent: the rate of the circular.' }),
    },
    resolve: (_parent, { award, ...input }, context) => idOf(requestAdvance, context, { ...input, awardId: award.id }),
  }),
  payAdvance: t.field({
    type: PaymentRequestRef,
    description: 'Duyệt chi tạm ứng: another person confirms the request. For Sở Tài chính.',
    errors: orRefused('PayAdvance'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      id: t.arg.globalID({ for: PaymentRequestRef, required: true }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(payAdvance, context, { ...input, paymentId: id.id }),
  }),
  requestSettlement: t.field({
    type: PaymentRequestRef,
    description:
      'Đề nghị quyết toán on all vouchers; what is settled follows from them and from the law (TT 36/2013 Điều 14, 18, 19): of a proposal of several establishment by establishment, of work that force majeure stopped by what was done. For Trung tâm Khuyến công.',
    errors: orRefused('RequestSettlement'),
    args: {
      ...moneyArguments,
      award: t.arg.globalID({ for: AwardRef, required: true }),
      vouchers: t.arg({ type: [VoucherInput], required: true }),
      papers: t.arg({ type: [SettlementPaperInput] }),
      cases: t.arg({ type: [SettlementCaseInput] }),
      allVouchersListed: t.arg.boolean({ description: 'Of all the money, own money included.' }),
      ceiling: t.arg({ type: 'Dong', description: 'Only where the law has no level for the content.' }),
      ceilings: t.arg({ type: [PartCeilingInput], description: 'The same for the parts of a proposal of several.' }),
      acceptance: t.arg({ type: AcceptanceInput }),
      forceMajeure: t.arg({ type: ForceMajeureInput, description: 'Only of work that force majeure stopped.' }),
    },
    resolve: (_parent, { award, vouchers, papers, cases, allVouchersListed, ceiling, ceilings, ...input }, context) =>
      idOf(requestSettlement, context, {
        ...input,
        awardId: award.id,
        vouchers: vouchers.map(({ number: id, establishment, ...voucher }) => ({
          ...{ id, ...voucher },
          establishmentId: establishment?.id,
        })),
        facts: {
          ...{ papers: papers ?? [], cases: cases ?? [], allVouchersListed, ceiling },
          ceilings: (ceilings ?? []).map(({ establishment, ...one }) => ({
            ...one,
            establishmentId: establishment.id,
          })),
        },
      }),
  }),
  settleAward: t.field({
    type: PaymentRequestRef,
    description:
      'Duyệt quyết toán: another person confirms the request; an accepted proposal becomes SETTLED. For Sở Tài chính.',
    errors: orRefused('SettleAward'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      id: t.arg.globalID({ for: PaymentRequestRef, required: true }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(settleAward, context, { ...input, paymentId: id.id }),
  }),
  refusePayment: t.field({
    type: PaymentRequestRef,
    description: 'Từ chối chi. For Sở Tài chính.',
    errors: orRefused('RefusePayment'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      id: t.arg.globalID({ for: PaymentRequestRef, required: true }),
      reason: t.arg.string({ required: true }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(refusePayment, context, { ...input, paymentId: id.id }),
  }),
  returnAdvance: t.field({
    type: AwardRef,
    description:
      'Thu hồi tạm ứng: what was advanced and not settled has come back (TT 36/2013 Điều 12.6). For Sở Tài chính.',
    errors: orRefused('ReturnAdvance'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      ...amountArgument,
      id: t.arg.globalID({ for: AwardRef, required: true }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(returnAdvance, context, { ...input, awardId: id.id }),
  }),
  releaseCommitment: t.field({
    type: AwardRef,
    description: 'Giải phóng cam kết: what a contract does not need is free again. For Trung tâm Khuyến công.',
    errors: orRefused('ReleaseCommitment'),
    args: {
      ...moneyArguments,
      ...versionArgument,
      ...amountArgument,
      id: t.arg.globalID({ for: AwardRef, required: true }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(releaseCommitment, context, { ...input, awardId: id.id }),
  }),
  correctPosting: t.field({
    type: PostingRef,
    description: 'Điều chỉnh: undoes a posting by its mirror image; both stay. For Sở Tài chính.',
    errors: orRefused('CorrectPosting'),
    args: {
      ...moneyArguments,
      id: t.arg.globalID({ for: PostingRef, required: true }),
      reason: t.arg.string({ required: true }),
    },
    resolve: (_parent, { id, ...input }, context) => idOf(correctPosting, context, { ...input, postingId: id.id }),
  }),
}))
