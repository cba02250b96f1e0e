import { z } from 'zod'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { AccountKind, FundSource, PaymentKind, PaymentState, PostingKind } from '../../generated/prisma/enums.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'

const Ordered = { orderKey: z.string() }

export const AppropriationRow = z.object({
  id: z.string(),
  programmeId: z.string(),
  year: z.number(),
  source: z.enum(FundSource),
  document: z.string(),
  version: z.number(),
  planned: z.bigint(),
  appropriated: z.bigint(),
  carriedIn: z.bigint(),
  free: z.bigint(),
  committed: z.bigint(),
  advanced: z.bigint(),
  settled: z.bigint(),
  returned: z.bigint(),
  carriedOut: z.bigint(),
})
export type AppropriationRow = z.infer<typeof AppropriationRow>

/**
 * Appropriations with where their money is, in one statement. What an account holds comes from the balances; what came in and
 * went to the next year from the few postings of those kinds.
 */
const appropriations = Prisma.sql`
  SELECT a.id, a.programme_id AS "programmeId", a.year, a.source::text, a.document, a.version,
    appropriation_planned(a.id)::bigint AS planned,
    held.free, held.committed, held.advanced, held.settled, held.returned,
    moved.appropriated, moved."carriedIn", moved."carriedOut"
  FROM appropriations a
  CROSS JOIN LATERAL (
    SELECT
      coalesce(sum(balance) FILTER (WHERE account = 'APPROPRIATION'), 0)::bigint AS free,
      coalesce(sum(balance) FILTER (WHERE account = 'COMMITMENT'), 0)::bigint AS committed,
      coalesce(sum(balance) FILTER (WHERE account = 'ADVANCE'), 0)::bigint AS advanced,
      coalesce(sum(balance) FILTER (WHERE account = 'SETTLEMENT'), 0)::bigint AS settled,
      coalesce(sum(balance) FILTER (WHERE account = 'RETURN'), 0)::bigint AS returned
    FROM account_balances WHERE appropriation_id = a.id
  ) held
  CROSS JOIN LATERAL (
    SELECT
      coalesce(sum(e.amount) FILTER (WHERE r.root IN ('APPROPRIATION', 'CUT')), 0)::bigint AS appropriated,
      coalesce(sum(e.amount) FILTER (WHERE r.root = 'CARRY_OVER' AND r.appropriation_id = a.id AND r.crosses), 0)::bigint AS "carriedIn",
      coalesce(-sum(e.amount) FILTER (WHERE r.root = 'CARRY_OVER' AND NOT r.crosses), 0)::bigint AS "carriedOut"
    FROM posting_entries e
    CROSS JOIN LATERAL (
      SELECT p.root, p.appropriation_id, EXISTS (
        SELECT FROM posting_entries f WHERE f.posting_id = p.id AND f.appropriation_id <> e.appropriation_id
      ) AS crosses
      FROM posting_roots p WHERE p.id = e.posting_id
    ) r
    WHERE e.appropriation_id = a.id AND e.account = 'APPROPRIATION'
      AND r.root IN ('APPROPRIATION', 'CUT', 'CARRY_OVER')
  ) moved`

/** Where the money of a programme is, by year and source: one statement. */
export async function readAppropriations(
  prisma: PrismaClient,
  programmeId: string,
  year?: number | null,
): Promise<AppropriationRow[]> {
  const where = whereAll([
    Prisma.sql`a.programme_id = ${programmeId}`,
    ...(year == null ? [] : [Prisma.sql`a.year = ${year}`]),
  ])
  return z.array(AppropriationRow).parse(await prisma.$queryRaw`${appropriations} ${where} ORDER BY a.year, a.source`)
}

export async function readAppropriationsById(
  prisma: PrismaClient,
  ids: readonly string[],
): Promise<AppropriationRow[]> {
  return z.array(AppropriationRow).parse(await prisma.$queryRaw`${appropriations} WHERE a.id = ANY(${ids})`)
}

export const AwardRow = z.object({
  id: z.string(),
  appropriationId: z.string(),
  planLineId: z.string(),
  proposalId: z.string().nullable(),
  proposalNumber: z.string().nullable(),
  title: z.string(),
  contentCode: z.string(),
  planDate: z.iso.date(),
  amount: z.bigint(),
  ceiling: z.bigint().nullable(),
  advanceCap: z.bigint().nullable(),
  contract: z.string(),
  signedOn: z.iso.date(),
  version: z.number(),
  isVoid: z.boolean(),
  committed: z.bigint(),
  advanced: z.bigint(),
  settled: z.bigint(),
})
export type AwardRow = z.infer<typeof AwardRow>

const awardColumns = Prisma.sql`
  w.id, w.appropriation_id AS "appropriationId", w.plan_line_id AS "planLineId", w.proposal_id AS "proposalId",
  p.number AS "proposalNumber", coalesce(p.title, l.title) AS title, w.content_code AS "contentCode",
  w.plan_date::text AS "planDate", w.amount, w.ceiling, w.advance_cap AS "advanceCap", w.contract,
  w.signed_on::text AS "signedOn", w.version, award_is_void(w.id) AS "isVoid", held.committed, held.advanced, held.settled`
const awardTables = Prisma.sql`
  awards w
  JOIN appropriations a ON a.id = w.appropriation_id
  JOIN plan_lines l ON l.id = w.plan_line_id
  LEFT JOIN proposals p ON p.id = w.proposal_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(balance) FILTER (WHERE account = 'COMMITMENT'), 0)::bigint AS committed,
      coalesce(sum(balance) FILTER (WHERE account = 'ADVANCE'), 0)::bigint AS advanced,
      coalesce(sum(balance) FILTER (WHERE account = 'SETTLEMENT'), 0)::bigint AS settled
    FROM account_balances WHERE award_id = w.id
  ) held`

export interface AwardFilter {
  readonly programmeId?: string | null | undefined
  readonly year?: number | null | undefined
  readonly source?: FundSource | null | undefined
  readonly appropriationId?: string | null | undefined
  readonly proposalId?: string | null | undefined
}

const awardConditions = ({ programmeId, year, source, appropriationId, proposalId }: AwardFilter): Prisma.Sql[] => [
  ...(programmeId == null ? [] : [Prisma.sql`a.programme_id = ${programmeId}`]),
  ...(year == null ? [] : [Prisma.sql`a.year = ${year}`]),
  ...(source == null ? [] : [Prisma.sql`a.source::text = ${source}`]),
  ...(appropriationId == null ? [] : [Prisma.sql`a.id = ${appropriationId}`]),
  ...(proposalId == null ? [] : [Prisma.sql`w.proposal_id = ${proposalId}`]),
]

/** Newest contract first. */
export const awardOrder: Order = {
  name: 'SIGNED',
  direction: 'DESC',
  key: Prisma.sql`w.signed_on::text COLLATE "C"`,
  type: 'text',
  id: Prisma.sql`w.id`,
}

const ListedAward = AwardRow.extend(Ordered)

/** One page of awards: one statement. */
export async function readAwards(prisma: PrismaClient, filter: AwardFilter, slice: Slice) {
  const { where, orderAndLimit } = cut(awardOrder, slice)
  const rows = await prisma.$queryRaw`
    SELECT ${awardColumns}, (${awardOrder.key}) AS "orderKey"
    FROM ${awardTables} ${whereAll([...awardConditions(filter), ...where])} ${orderAndLimit}`
  return z.array(ListedAward).parse(rows)
}

const Counted = z.tuple([z.object({ count: z.number() })])

export async function countAwards(prisma: PrismaClient, filter: AwardFilter): Promise<number> {
  const rows = await prisma.$queryRaw`
    SELECT count(*)::int AS count FROM awards w JOIN appropriations a ON a.id = w.appropriation_id
    ${whereAll(awardConditions(filter))}`
  return Counted.parse(rows)[0].count
}

export async function readAwardsById(prisma: PrismaClient, ids: readonly string[]): Promise<AwardRow[]> {
  return z
    .array(AwardRow)
    .parse(await prisma.$queryRaw`SELECT ${awardColumns} FROM ${awardTables} WHERE w.id = ANY(${ids})`)
}

export const PostingRow = z.object({
  id: z.string(),
  sequence: z.bigint(),
  kind: z.enum(PostingKind),
  appropriationId: z.string(),
  awardId: z.string().nullable(),
  on: z.iso.date(),
  document: z.string(),
  reason: z.string().nullable(),
  correctsId: z.string().nullable(),
  correctedById: z.string().nullable(),
  paymentId: z.string().nullable(),
  personName: z.string().nullable(),
  entries: z.array(
    z.object({
      account: z.enum(AccountKind),
      appropriationId: z.string().nullable(),
      awardId: z.string().nullable(),
      // As text: a number of JSON is not wide enough for every đồng.
      amount: z.string().transform(BigInt),
    }),
  ),
})
export type PostingRow = z.infer<typeof PostingRow>

const postingColumns = Prisma.sql`
  p.id, p.sequence, p.kind::text, p.appropriation_id AS "appropriationId", p.award_id AS "awardId", p."on"::text AS "on",
  p.document, p.reason, p.corrects_id AS "correctsId", c.id AS "correctedById", p.payment_id AS "paymentId",
  n.name AS "personName", sides.list AS entries`
const postingTables = Prisma.sql`
  postings p
  LEFT JOIN postings c ON c.corrects_id = p.id
  LEFT JOIN people n ON n.id = p.person_id
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('account', account, 'appropriationId', appropriation_id, 'awardId', award_id,
      'amount', amount::text) ORDER BY position) AS list
    FROM posting_entries WHERE posting_id = p.id
  ) sides`

/** Whose postings. */
export type LedgerOf = { readonly appropriationId: string } | { readonly awardId: string }

/** Of an appropriation all that touches it, also what the next year took up of it. */
const ledgerCondition = (of: LedgerOf): Prisma.Sql =>
  'awardId' in of
    ? Prisma.sql`p.award_id = ${of.awardId}`
    : Prisma.sql`p.id IN (SELECT posting_id FROM posting_entries WHERE appropriation_id = ${of.appropriationId})`

/** In the order in which they were made. */
export const postingOrder: Order = {
  name: 'SEQUENCE',
  direction: 'ASC',
  key: Prisma.sql`p.sequence`,
  type: 'int8',
  id: Prisma.sql`p.id`,
}

const ListedPosting = PostingRow.extend(Ordered)

/** One page of a ledger: one statement. */
export async function readLedger(prisma: PrismaClient, of: LedgerOf, slice: Slice) {
  const { where, orderAndLimit } = cut(postingOrder, slice)
  const rows = await prisma.$queryRaw`
    SELECT ${postingColumns}, p.sequence::text AS "orderKey"
    FROM ${postingTables} ${whereAll([ledgerCondition(of), ...where])} ${orderAndLimit}`
  return z.array(ListedPosting).parse(rows)
}

export async function countLedger(prisma: PrismaClient, of: LedgerOf): Promise<number> {
  return Counted.parse(
    await prisma.$queryRaw`SELECT count(*)::int AS count FROM postings p WHERE ${ledgerCondition(of)}`,
  )[0].count
}

export async function readPostingsById(prisma: PrismaClient, ids: readonly string[]): Promise<PostingRow[]> {
  return z
    .array(PostingRow)
    .parse(await prisma.$queryRaw`SELECT ${postingColumns} FROM ${postingTables} WHERE p.id = ANY(${ids})`)
}

export const PaymentRow = z.object({
  id: z.string(),
  awardId: z.string(),
  kind: z.enum(PaymentKind),
  state: z.enum(PaymentState),
  amount: z.bigint(),
  document: z.string(),
  on: z.iso.date(),
  acceptanceDocument: z.string().nullable(),
  acceptedOn: z.iso.date().nullable(),
  explanation: z.string().nullable(),
  rateDocument: z.string().nullable(),
  rateDecidedOn: z.iso.date().nullable(),
  ratePercent: z.string().nullable(),
  requestedBy: z.string().nullable(),
  decisionDocument: z.string().nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: z.iso.date().nullable(),
  version: z.number(),
  postingId: z.string().nullable(),
  vouchers: z.array(
    z.object({
      number: z.string(),
      item: z.string(),
      amount: z.string().transform(BigInt),
      counts: z.boolean(),
      support: z.string().transform(BigInt),
      establishmentId: z.string().nullable(),
      contentCode: z.string().nullable(),
    }),
  ),
})
export type PaymentRow = z.infer<typeof PaymentRow>

const paymentColumns = Prisma.sql`
  r.id, r.award_id AS "awardId", r.kind::text, r.state::text, r.amount, r.document, r."on"::text AS "on",
  r.acceptance_document AS "acceptanceDocument", r.accepted_on::text AS "acceptedOn", r.explanation,
  r.rate_document AS "rateDocument", r.rate_decided_on::text AS "rateDecidedOn",
  trim_scale(r.rate_percent)::text AS "ratePercent", asked.name AS "requestedBy",
  r.decision_document AS "decisionDocument", r.reason, decided.name AS "decidedBy", r.decided_on::text AS "decidedOn",
  r.version, p.id AS "postingId", papers.list AS vouchers`
const paymentTables = Prisma.sql`
  payment_requests r
  LEFT JOIN postings p ON p.payment_id = r.id
  LEFT JOIN people asked ON asked.id = r.requested_by
  LEFT JOIN people decided ON decided.id = r.decided_by
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('number', number, 'item', item, 'amount', amount::text, 'counts', counts,
      'support', support::text, 'establishmentId', establishment_id, 'contentCode', content_code) ORDER BY position), '[]') AS list
    FROM payment_vouchers WHERE payment_id = r.id
  ) papers`

export interface PaymentFilter {
  readonly awardId?: string | null | undefined
  readonly state?: PaymentState | null | undefined
}

const paymentConditions = ({ awardId, state }: PaymentFilter): Prisma.Sql[] => [
  ...(awardId == null ? [] : [Prisma.sql`r.award_id = ${awardId}`]),
  ...(state == null ? [] : [Prisma.sql`r.state::text = ${state}`]),
]

/** Oldest request first: it has waited longest. */
export const paymentOrder: Order = {
  name: 'REQUESTED',
  direction: 'ASC',
  key: Prisma.sql`r."on"::text COLLATE "C"`,
  type: 'text',
  id: Prisma.sql`r.id`,
}

const ListedPayment = PaymentRow.extend(Ordered)

/** One page of payment requests: one statement. */
export async function readPayments(prisma: PrismaClient, filter: PaymentFilter, slice: Slice) {
  const { where, orderAndLimit } = cut(paymentOrder, slice)
  const rows = await prisma.$queryRaw`
    SELECT ${paymentColumns}, (${paymentOrder.key}) AS "orderKey"
    FROM ${paymentTables} ${whereAll([...paymentConditions(filter), ...where])} ${orderAndLimit}`
  return z.array(ListedPayment).parse(rows)
}

export async function countPayments(prisma: PrismaClient, filter: PaymentFilter): Promise<number> {
  const rows = await prisma.$queryRaw`
    SELECT count(*)::int AS count FROM payment_requests r ${whereAll(paymentConditions(filter))}`
  return Counted.parse(rows)[0].count
}

export async function readPaymentsById(prisma: PrismaClient, ids: readonly string[]): Promise<PaymentRow[]> {
  return z
    .array(PaymentRow)
    .parse(await prisma.$queryRaw`SELECT ${paymentColumns} FROM ${paymentTables} WHERE r.id = ANY(${ids})`)
}
