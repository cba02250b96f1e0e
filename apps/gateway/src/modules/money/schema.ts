import type { Deadline, SettlementDeadlines } from '@khuyencong/budget'
import { authorise } from '../../access/table.js'
import { AccountKind, PaymentKind, PaymentState, PostingKind } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { EstablishmentRef } from '../establishments/schema.js'
import { langArgument } from '../law/arguments.js'
import { FundSourceEnum } from '../../graphql/enums.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { orRefused } from '../../graphql/mutation.js'
import { VerdictEnum } from '../law/enums.js'
import { SupportRef } from '../law/support.js'
import { ProgrammeDocumentRef } from '../programme/document.js'
import { deadlinesOf } from './deadlines.js'
import {
  awardOrder,
  countAwards,
  countLedger,
  countPayments,
  paymentOrder,
  postingOrder,
  readAppropriations,
  readAppropriationsById,
  readAwards,
  readAwardsById,
  readLedger,
  readPayments,
  readPaymentsById,
  readPostingsById,
  type AppropriationRow,
  type AwardRow,
  type PaymentRow,
  type PostingRow,
} from './reads.js'
import { reconcileMoney, type Difference, type ReconciledAppropriation, type Reconciliation } from './reconcile.js'
import { reportOf } from './reconcile-report.js'
import { readSettledParts, type SettledPart, type SettledStep } from './settled-parts.js'

const PostingKindEnum = builder.enumType(PostingKind, {
  name: 'PostingKind',
  description:
    'Giao kinh phí, cắt giảm, cam kết, giải phóng cam kết, tạm ứng, quyết toán, nộp trả, chuyển nguồn, điều chỉnh.',
})
const AccountKindEnum = builder.enumType(AccountKind, {
  name: 'AccountKind',
  description:
    'Where a đồng can be. OUTSIDE: the budget that it comes from. APPROPRIATION: allotted and promised to no contract. COMMITMENT: promised and not paid. ADVANCE: paid and not settled. SETTLEMENT: spent for good. RETURN: given back. CARRY_OVER: moved out of the year.',
})
const PaymentKindEnum = builder.enumType(PaymentKind, { name: 'PaymentKind', description: 'Tạm ứng, quyết toán.' })
const PaymentStateEnum = builder.enumType(PaymentState, {
  name: 'PaymentState',
  description: 'REQUESTED: by Trung tâm Khuyến công. CONFIRMED, REFUSED: by Sở Tài chính.',
})

async function mayRead({ actor }: Context): Promise<void> {
  authorise(await actor(), 'money.read')
}

export const AppropriationRef = builder.loadableNodeRef('Appropriation', {
  id: { resolve: ({ id }: AppropriationRow) => id },
  load: async (ids: string[], context) => {
    await mayRead(context)
    return await readAppropriationsById(context.prisma, ids)
  },
  sort: ({ id }) => id,
})
export const AwardRef = builder.loadableNodeRef('Award', {
  id: { resolve: ({ id }: AwardRow) => id },
  load: async (ids: string[], context) => {
    await mayRead(context)
    return await readAwardsById(context.prisma, ids)
  },
  sort: ({ id }) => id,
})
export const PostingRef = builder.loadableNodeRef('Posting', {
  id: { resolve: ({ id }: PostingRow) => id },
  load: async (ids: string[], context) => {
    await mayRead(context)
    return await readPostingsById(context.prisma, ids)
  },
  sort: ({ id }) => id,
})
export const PaymentRequestRef = builder.loadableNodeRef('PaymentRequest', {
  id: { resolve: ({ id }: PaymentRow) => id },
  load: async (ids: string[], context) => {
    await mayRead(context)
    return await readPaymentsById(context.prisma, ids)
  },
  sort: ({ id }) => id,
})

const EntryRef = builder.objectRef<PostingRow['entries'][number]>('PostingEntry').implement({
  description: 'One side of a posting.',
  fields: (t) => ({
    account: t.expose('account', { type: AccountKindEnum }),
    appropriation: t.field({
      type: AppropriationRef,
      nullable: true,
      description: 'Null for the account outside.',
      resolve: ({ appropriationId }) => appropriationId,
    }),
    award: t.field({ type: AwardRef, nullable: true, resolve: ({ awardId }) => awardId }),
    amount: t.expose('amount', { type: 'Dong', description: 'Into the account, or below zero out of it.' }),
  }),
})

PostingRef.implement({
  description: 'One movement of money. Never changed; undone by a correction that mirrors it.',
  fields: (t) => ({
    sequence: t.field({
      type: 'String',
      description: 'Of two postings of one appropriation the later one has the higher number.',
      resolve: ({ sequence }) => sequence.toString(),
    }),
    kind: t.expose('kind', { type: PostingKindEnum }),
    on: t.expose('on', { type: 'Date', description: 'The day on which it counts.' }),
    document: t.exposeString('document'),
    reason: t.exposeString('reason', { nullable: true }),
    personName: t.exposeString('personName', { nullable: true }),
    entries: t.field({ type: [EntryRef], resolve: ({ entries }) => entries }),
    award: t.field({ type: AwardRef, nullable: true, resolve: ({ awardId }) => awardId }),
    payment: t.field({
      type: PaymentRequestRef,
      nullable: true,
      description: 'The confirmed request that it carries out.',
      resolve: ({ paymentId }) => paymentId,
    }),
    corrects: t.field({ type: PostingRef, nullable: true, resolve: ({ correctsId }) => correctsId }),
    correctedBy: t.field({ type: PostingRef, nullable: true, resolve: ({ correctedById }) => correctedById }),
  }),
})

AppropriationRef.implement({
  description: 'Money that a budget allots to a year of the programme from one source, and where each đồng of it is.',
  fields: (t) => ({
    programme: t.loadable({
      type: ProgrammeDocumentRef,
      load: async (ids: string[], { prisma }) => {
        const found = await prisma.programme.findMany({ where: { id: { in: ids } } })
        return ids.map((id) => found.find((programme) => programme.id === id) ?? new Error(`No programme ${id}`))
      },
      resolve: ({ programmeId }) => programmeId,
    }),
    year: t.exposeInt('year'),
    source: t.expose('source', { type: FundSourceEnum }),
    document: t.exposeString('document', { description: 'The decision that first allots it.' }),
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    planned: t.expose('planned', { type: 'Dong', description: 'What the newest approved plan wants of it.' }),
    appropriated: t.expose('appropriated', { type: 'Dong', description: 'Allotted, without what was cut.' }),
    carriedIn: t.expose('carriedIn', { type: 'Dong', description: 'Taken up from the year before.' }),
    free: t.expose('free', { type: 'Dong', description: 'Promised to no contract.' }),
    committed: t.expose('committed', { type: 'Dong', description: 'Promised and not yet paid.' }),
    advanced: t.expose('advanced', { type: 'Dong', description: 'Paid and not yet settled.' }),
    settled: t.expose('settled', { type: 'Dong' }),
    returned: t.expose('returned', { type: 'Dong', description: 'Given back to the budget.' }),
    carriedOut: t.expose('carriedOut', { type: 'Dong', description: 'Moved to the next year.' }),
    ledger: t.connection(
      {
        type: PostingRef,
        description: 'Its postings, first one first.',
        complexity: connectionComplexity,
        resolve: ({ id }, args, { prisma }) =>
          keysetConnection({
            args,
            order: postingOrder,
            read: (slice) => readLedger(prisma, { appropriationId: id }, slice),
            count: () => countLedger(prisma, { appropriationId: id }),
          }),
      },
      { name: 'AppropriationLedger', fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }) },
    ),
  }),
})

const DeadlineReadingRef = builder
  .objectRef<Deadline['notices'][number]['readings'][number]>('DeadlineReading')
  .implement({
    description: 'Another defensible reading of an open point of law.',
    fields: (t) => ({
      title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
      day: t.expose('day', { type: 'Date', nullable: true, description: 'Null while it is not known.' }),
      inTime: t.field({ type: VerdictEnum, resolve: ({ verdict }) => verdict }),
    }),
  })

const DeadlineRef = builder.objectRef<Deadline>('Deadline').implement({
  description: 'The last day on which something may still be done.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', nullable: true, description: 'Null while it is not known.' }),
    inTime: t.expose('inTime', { type: VerdictEnum, description: 'Was it done by then?' }),
    missing: t.field({
      type: ['String'],
      description: 'What has to be known first.',
      resolve: ({ missing }) => [...missing],
    }),
    otherReadings: t.field({
      type: [DeadlineReadingRef],
      description: 'Where the law is open: what it would be under the readings that were not taken.',
      resolve: ({ notices }) => notices.flatMap(({ readings }) => [...readings]),
    }),
    trust: t.expose('trust', { type: SupportRef }),
  }),
})
const DeadlinesRef = builder.objectRef<SettlementDeadlines>('SettlementDeadlines').implement({
  description: 'By when an award has to be settled (TT 36/2013/TT-BCT, Điều 18).',
  fields: (t) => ({
    dossier: t.expose('dossier', { type: DeadlineRef, description: 'The settlement dossier is handed in.' }),
    liquidation: t.expose('liquidation', { type: DeadlineRef, description: 'The contract is liquidated.' }),
  }),
})

AwardRef.implement({
  description: 'Money promised to a line of the approved plan on a contract, and where each đồng of it is.',
  fields: (t) => ({
    appropriation: t.field({ type: AppropriationRef, resolve: ({ appropriationId }) => appropriationId }),
    planLine: t.globalID({
      description: 'Of the node `PlanLine`.',
      resolve: ({ planLineId: id }) => ({ type: 'PlanLine', id }),
    }),
    proposal: t.globalID({
      nullable: true,
      description: "Of the node `Proposal`; null for the programme's own activities.",
      resolve: ({ proposalId: id }) => (id === null ? null : { type: 'Proposal', id }),
    }),
    proposalNumber: t.exposeString('proposalNumber', { nullable: true }),
    title: t.exposeString('title'),
    contentCode: t.exposeString('contentCode'),
    planDate: t.expose('planDate', { type: 'Date', description: 'The day whose law decides.' }),
    amount: t.expose('amount', { type: 'Dong' }),
    ceiling: t.expose('ceiling', { type: 'Dong', nullable: true }),
    advanceCap: t.expose('advanceCap', {
      type: 'Dong',
      nullable: true,
      description: 'What all advances together may come to; null where the law sets no cap.',
    }),
    contract: t.exposeString('contract', { description: 'Number of the contract.' }),
    signedOn: t.expose('signedOn', { type: 'Date' }),
    isVoid: t.exposeBoolean('isVoid', { description: 'Its commitment was corrected: it does not count any more.' }),
    committed: t.expose('committed', { type: 'Dong' }),
    advanced: t.expose('advanced', { type: 'Dong' }),
    settled: t.expose('settled', { type: 'Dong' }),
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    deadlines: t.field({
      type: DeadlinesRef,
      errors: orRefused('SettlementDeadlines'),
      args: {
        daysOff: t.arg({
          type: ['Date'],
          description: 'Holidays and days off in lieu, besides Saturdays and Sundays.',
        }),
        daysWorked: t.arg({ type: ['Date'], description: 'Days of the weekend that are worked in exchange.' }),
      },
      resolve: ({ id }, { daysOff, daysWorked }, { prisma }) =>
        deadlinesOf(prisma, id, { daysOff: daysOff ?? [], daysWorked: daysWorked ?? [] }),
    }),
    ledger: t.connection(
      {
        type: PostingRef,
        description: 'Its postings, first one first.',
        complexity: connectionComplexity,
        resolve: ({ id }, args, { prisma }) =>
          keysetConnection({
            args,
            order: postingOrder,
            read: (slice) => readLedger(prisma, { awardId: id }, slice),
            count: () => countLedger(prisma, { awardId: id }),
          }),
      },
      { name: 'AwardLedger', fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }) },
    ),
  }),
})

const VoucherRef = builder.objectRef<PaymentRow['vouchers'][number]>('SettledVoucher').implement({
  description: 'A voucher of a settlement, and what of it the support carries; the rest is own money.',
  fields: (t) => ({
    number: t.exposeString('number'),
    item: t.exposeString('item'),
    amount: t.expose('amount', { type: 'Dong' }),
    counts: t.exposeBoolean('counts'),
    support: t.expose('support', { type: 'Dong' }),
    own: t.field({ type: 'Dong', resolve: ({ amount, support }) => amount - support }),
    establishment: t.field({
      type: EstablishmentRef,
      nullable: true,
      description: 'Of a proposal of several, whose it is.',
      resolve: ({ establishmentId }) => establishmentId,
    }),
    contentCode: t.exposeString('contentCode', { nullable: true }),
  }),
})

const SettledStepRef = builder.objectRef<SettledStep>('SettledStep').implement({
  description: 'One step of the calculation, as it was kept.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'E.g. `award`, `ceiling`, `vouchers`.' }),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    text: t.string({ args: langArgument, resolve: ({ text }, { lang }) => text[lang] }),
  }),
})

const SettledPartRef = builder.objectRef<SettledPart>('SettledPart').implement({
  description:
    'How what is settled came about: of a proposal of several, for one of its parts; of any other award, for the whole.',
  fields: (t) => ({
    establishment: t.field({
      type: EstablishmentRef,
      nullable: true,
      description: 'Null where the award is not of several.',
      resolve: ({ establishment }) => establishment,
    }),
    contentCode: t.exposeString('content'),
    award: t.expose('award', { type: 'Dong', description: 'Its part of the award.' }),
    settled: t.expose('settled', { type: 'Dong' }),
    binding: t.exposeString('binding', {
      nullable: true,
      description: 'Which of `award`, `ceiling` and `vouchers` set it.',
    }),
    own: t.expose('ownPart', { type: 'Dong', description: 'Its vouchers without the settled support.' }),
    unused: t.expose('unused', { type: 'Dong', description: 'Of its part of the award.' }),
    steps: t.field({ type: [SettledStepRef], resolve: ({ steps }) => steps }),
  }),
})

interface KeptRate {
  readonly document: string
  readonly on: string
  readonly percent: string
}
const AdvanceRateRef = builder.objectRef<KeptRate>('AdvanceRate').implement({
  description: "Another rate of the first advance, decided by the fund's manager (TT 36/2013 Điều 16).",
  fields: (t) => ({
    document: t.exposeString('document', { description: 'Number of the decision.' }),
    on: t.expose('on', { type: 'Date' }),
    percent: t.exposeString('percent', { description: 'Share of the award, e.g. `62.5`.' }),
  }),
})

const rateOf = ({ rateDocument: document, rateDecidedOn: on, ratePercent: percent }: PaymentRow) =>
  document === null || on === null || percent === null ? null : { document, on, percent }

PaymentRequestRef.implement({
  description: 'A payment that is asked for. Nothing is posted before another person confirms it.',
  fields: (t) => ({
    award: t.field({ type: AwardRef, resolve: ({ awardId }) => awardId }),
    kind: t.expose('kind', { type: PaymentKindEnum }),
    state: t.expose('state', { type: PaymentStateEnum }),
    amount: t.expose('amount', {
      type: 'Dong',
      description: 'The advance that is asked for, or all that is settled, advances included.',
    }),
    document: t.exposeString('document'),
    on: t.expose('on', { type: 'Date' }),
    acceptanceDocument: t.exposeString('acceptanceDocument', { nullable: true }),
    acceptedOn: t.expose('acceptedOn', { type: 'Date', nullable: true }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'Of a settlement after force majeure: the letter that explains it (TT 36/2013 Điều 18.4).',
    }),
    rate: t.field({
      type: AdvanceRateRef,
      nullable: true,
      description: 'Null where the rate of the circular holds.',
      resolve: rateOf,
    }),
    parts: t.loadableList({
      type: SettledPartRef,
      description: 'Of a settlement: each part with its steps, and what set it.',
      load: (ids: string[], { prisma }) => readSettledParts(prisma, ids),
      resolve: ({ id }) => id,
    }),
    requestedBy: t.exposeString('requestedBy', { nullable: true }),
    decisionDocument: t.exposeString('decisionDocument', { nullable: true }),
    reason: t.exposeString('reason', { nullable: true }),
    decidedBy: t.exposeString('decidedBy', { nullable: true }),
    decidedOn: t.expose('decidedOn', { type: 'Date', nullable: true }),
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    posting: t.field({ type: PostingRef, nullable: true, resolve: ({ postingId }) => postingId }),
    vouchers: t.field({ type: [VoucherRef], resolve: ({ vouchers }) => vouchers }),
  }),
})

const DifferenceRef = builder.objectRef<Difference>('MoneyDifference').implement({
  description: 'Something that two sources tell differently.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'E.g. `balance`, `posting`, `award-above-ceiling`.' }),
    where: t.exposeString('where', { description: 'The account, posting, award or payment that it is about.' }),
    message: t.exposeString('message'),
  }),
})
const ReconciledRef = builder.objectRef<ReconciledAppropriation>('ReconciledAppropriation').implement({
  description: 'Where each đồng of an appropriation is, from its postings alone.',
  fields: (t) => ({
    appropriation: t.field({ type: AppropriationRef, resolve: ({ id }) => id }),
    appropriated: t.expose('appropriated', { type: 'Dong' }),
    carriedIn: t.expose('carriedIn', { type: 'Dong' }),
    free: t.expose('free', { type: 'Dong' }),
    committed: t.expose('committed', { type: 'Dong' }),
    advanced: t.expose('advanced', { type: 'Dong' }),
    settled: t.expose('settled', { type: 'Dong' }),
    returned: t.expose('returned', { type: 'Dong' }),
    carriedOut: t.expose('carriedOut', { type: 'Dong' }),
    difference: t.expose('difference', { type: 'Dong', description: 'What came in and is nowhere.' }),
    differences: t.field({ type: [DifferenceRef], resolve: ({ differences }) => [...differences] }),
  }),
})
const ReconciliationRef = builder.objectRef<Reconciliation>('Reconciliation').implement({
  description: 'The proof of where each đồng is: postings against balances, plan, awards and payment requests.',
  fields: (t) => ({
    clean: t.boolean({ resolve: ({ differences }) => differences.length === 0 }),
    appropriations: t.field({ type: [ReconciledRef], resolve: ({ appropriations }) => [...appropriations] }),
    differences: t.field({ type: [DifferenceRef], resolve: ({ differences }) => [...differences] }),
    postings: t.exposeInt('postings'),
    awards: t.exposeInt('awards'),
    report: t.field({
      type: ['String'],
      description: 'As `npm run reconcile` prints it.',
      resolve: (found) => [...reportOf(found)],
    }),
  }),
})

const programme = { for: ProgrammeDocumentRef, required: true } as const

builder.queryFields((t) => ({
  moneyFlow: t.field({
    type: [AppropriationRef],
    description: 'Where the money of a programme is, by year and source.',
    args: { programme: t.arg.globalID(programme), year: t.arg.int() },
    resolve: async (_parent, { programme: { id }, year }, context) => {
      await mayRead(context)
      return await readAppropriations(context.prisma, id, year)
    },
  }),
  awards: t.connection(
    {
      type: AwardRef,
      description: 'Contracts, newest first.',
      args: {
        programme: t.arg.globalID({ for: ProgrammeDocumentRef }),
        year: t.arg.int(),
        source: t.arg({ type: FundSourceEnum }),
        appropriation: t.arg.globalID({ for: AppropriationRef }),
      },
      complexity: connectionComplexity,
      resolve: async (_parent, { programme: p, year, source, appropriation, ...args }, context) => {
        await mayRead(context)
        const filter = { programmeId: p?.id, year, source, appropriationId: appropriation?.id }
        return await keysetConnection({
          args,
          order: awardOrder,
          read: (slice) => readAwards(context.prisma, filter, slice),
          count: () => countAwards(context.prisma, filter),
        })
      },
    },
    { fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }) },
  ),
  paymentRequests: t.connection(
    {
      type: PaymentRequestRef,
      description: 'Payments that are asked for, oldest first.',
      args: { award: t.arg.globalID({ for: AwardRef }), state: t.arg({ type: PaymentStateEnum }) },
      complexity: connectionComplexity,
      resolve: async (_parent, { award, state, ...args }, context) => {
        await mayRead(context)
        const filter = { awardId: award?.id, state }
        return await keysetConnection({
          args,
          order: paymentOrder,
          read: (slice) => readPayments(context.prisma, filter, slice),
          count: () => countPayments(context.prisma, filter),
        })
      },
    },
    { fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }) },
  ),
  reconciliation: t.field({
    type: ReconciliationRef,
    description: 'Proves where each đồng of a programme is. Reads every posting: not for lists.',
    args: { programme: t.arg.globalID(programme), year: t.arg.int() },
    complexity: 200,
    resolve: async (_parent, { programme: { id: programmeId }, year }, context) => {
      await mayRead(context)
      return await reconcileMoney(context.prisma, { programmeId, ...(year == null ? {} : { year }) })
    },
  }),
}))
