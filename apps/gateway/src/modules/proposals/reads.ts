import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import { may } from '../../access/table.js'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { Fund, FundSource, PlanState, ProposalKind, ProposalState } from '../../generated/prisma/enums.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'
import { searchable } from '../../searchable.js'
import { EstablishmentRow, SiteRow, establishmentJson, siteJson } from '../establishments/reads.js'
import { FromRegistry } from './from-registry.js'
import { visibleTo } from './visible.js'

/** Đồng inside a JSON column: digits, since JSON's numbers are not exact. */
const dong = z.string().transform(BigInt)

const LastDecision = z.object({
  question: z.string(),
  subject: z.string(),
  establishmentId: z.string().nullable(),
  position: z.number(),
  outcome: z.string(),
  amount: dong.nullable(),
  asOf: z.iso.date(),
  pack: z.string(),
  packVersion: z.string(),
  fromRegistry: FromRegistry.nullable(),
})
export type LastDecision = z.infer<typeof LastDecision>

const PlanLine = z.object({
  year: z.number(),
  edition: z.number(),
  state: z.enum(PlanState),
  source: z.enum(FundSource),
  demanded: dong,
  estimated: dong.nullable(),
  approved: dong.nullable(),
})
export type ProposalPlanLine = z.infer<typeof PlanLine>

const Payments = z.object({ awarded: dong, committed: dong, advanced: dong, settled: dong })
export type ProposalPayments = z.infer<typeof Payments>

export const ProposalRow = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(ProposalKind),
  title: z.string(),
  contentCode: z.string(),
  fund: z.enum(Fund),
  planYear: z.number(),
  planDate: z.iso.date(),
  state: z.enum(ProposalState),
  facts: z.unknown(),
  priorityFacts: z.unknown(),
  totalCost: z.bigint(),
  eligibleCost: z.bigint(),
  requestedSupport: z.bigint(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  partners: z.array(z.string()),
  createdAs: z.string(),
  version: z.number(),
  makers: z.array(z.string()),
  judges: z.array(z.object({ personId: z.string(), action: z.string() })),
  establishment: EstablishmentRow,
  site: SiteRow,
  lastDecisions: z.array(LastDecision),
  planLine: PlanLine.nullable(),
  payments: Payments.nullable(),
})
export type ProposalRow = z.infer<typeof ProposalRow>

/**
 * A proposal with all that a list shows of it: everything in one statement, whatever the number of rows. The ceiling and the
 * raised ceiling are one question: with the decision of a higher level, or without it, the other answer is dead.
 */
const columns = Prisma.sql`
  p.id, p.number, p.kind::text AS kind, p.title, p.content_code AS "contentCode", p.fund::text AS fund,
  p.plan_year AS "planYear", p.plan_date::text AS "planDate", p.state::text AS state, p.facts,
  p.priority_facts AS "priorityFacts", p.total_cost AS "totalCost", p.eligible_cost AS "eligibleCost",
  p.requested_support AS "requestedSupport", p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", p.partners,
  p.created_as AS "createdAs", p.version, p.makers || p.created_by AS makers, judged.list AS judges,
  ${establishmentJson} AS establishment, ${siteJson} AS site, decided.list AS "lastDecisions", planned.line AS "planLine",
  paid.sums AS payments`

/** Of the plan: its draft only to whoever may read it there. */
const tablesFor = (actor: Actor | undefined) => Prisma.sql`
  proposals p
  JOIN establishments e ON e.id = p.establishment_id
  JOIN sites s ON s.id = p.site_id
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('personId', person_id, 'action', action)), '[]') AS list
    FROM proposal_steps WHERE proposal_id = p.id AND judges
  ) judged
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object(
             'question', question, 'subject', subject, 'establishmentId', establishment_id, 'position', position,
             'outcome', outcome, 'amount', amount::text, 'asOf', as_of, 'pack', pack, 'packVersion', pack_version, 'fromRegistry', from_registry
           ) ORDER BY question DESC, establishment_id, subject), '[]') AS list
    FROM (SELECT DISTINCT ON (asked, establishment_id, subject) *
          FROM (SELECT *, CASE question WHEN 'raised-ceiling' THEN 'ceiling' ELSE question END AS asked
                FROM decisions WHERE proposal_id = p.id) one
          ORDER BY asked, establishment_id, subject, position DESC, at DESC, id DESC) last
  ) decided
  LEFT JOIN LATERAL (
    SELECT json_build_object(
             'year', plan.year, 'edition', plan.edition, 'state', plan.state, 'source', line.source,
             'demanded', line.demanded::text, 'estimated', line.estimated::text, 'approved', line.approved::text) AS line
    FROM plan_lines line JOIN plans plan ON plan.id = line.plan_id
    WHERE line.proposal_id = p.id
      AND ${may(actor, 'readPlans') ? Prisma.sql`plan.state <> 'DROPPED'` : Prisma.sql`plan.state = 'APPROVED'`}
    ORDER BY plan.year DESC, plan.edition DESC LIMIT 1
  ) planned ON true
  LEFT JOIN LATERAL (
    SELECT json_build_object(
             'awarded', max(award.total)::text,
             'committed', coalesce(sum(entry.amount) FILTER (WHERE entry.account = 'COMMITMENT'), 0)::text,
             'advanced', coalesce(sum(entry.amount) FILTER (WHERE entry.account = 'ADVANCE'), 0)::text,
             'settled', coalesce(sum(entry.amount) FILTER (WHERE entry.account = 'SETTLEMENT'), 0)::text) AS sums
    FROM (SELECT array_agg(a.id) AS ids, sum(a.amount) AS total FROM awards a
          WHERE a.proposal_id = p.id AND NOT award_is_void(a.id)
            -- One that gave everything back counts until another takes its place.
            AND (award_holds(a.id) OR NOT EXISTS (SELECT FROM awards n
              WHERE n.proposal_id = p.id AND (n.created_at, n.id) > (a.created_at, a.id) AND NOT award_is_void(n.id)))
          HAVING count(*) > 0) award
    LEFT JOIN posting_entries entry ON entry.award_id = ANY (award.ids)
    HAVING count(award.ids) > 0
  ) paid ON true`

export interface ProposalFilter {
  readonly states?: readonly ProposalState[] | null | undefined
  readonly planYear?: number | null | undefined
  readonly contentCode?: string | null | undefined
  readonly fund?: Fund | null | undefined
  readonly establishmentId?: string | null | undefined
  readonly text?: string | null | undefined
}

export const proposalSorts = { NUMBER: 'NUMBER', SUPPORT: 'SUPPORT', PLAN_DATE: 'PLAN_DATE' } as const

export function proposalOrder(by: keyof typeof proposalSorts, direction: Order['direction']): Order {
  const orders = {
    NUMBER: { key: Prisma.sql`p.number COLLATE "C"`, type: 'text' },
    SUPPORT: { key: Prisma.sql`p.requested_support`, type: 'int8' },
    PLAN_DATE: { key: Prisma.sql`p.plan_date::text COLLATE "C"`, type: 'text' },
  } as const
  return { name: by, direction, ...orders[by], id: Prisma.sql`p.id` }
}

const ListedRow = ProposalRow.extend({ orderKey: z.string() })

/**
 * One page of the proposals that somebody may see: one statement.
 *
 * @throws Refusal when he may see none at all
 */
export async function readProposals(
  prisma: PrismaClient,
  actor: Actor | undefined,
  filter: ProposalFilter,
  order: Order,
  slice: Slice,
): Promise<z.infer<typeof ListedRow>[]> {
  const { where, orderAndLimit } = cut(order, slice)
  const rows = await prisma.$queryRaw`
    SELECT ${columns}, (${order.key})::text AS "orderKey"
    FROM ${tablesFor(actor)} ${whereAll([visibleTo(actor), ...conditions(filter), ...where])} ${orderAndLimit}`
  return z.array(ListedRow).parse(rows)
}

export async function countProposals(
  prisma: PrismaClient,
  actor: Actor | undefined,
  filter: ProposalFilter,
): Promise<number> {
  const rows = await prisma.$queryRaw`
    SELECT count(*)::int AS count FROM proposals p JOIN establishments e ON e.id = p.establishment_id
    ${whereAll([visibleTo(actor), ...conditions(filter)])}`
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

/** Of these ids, the proposals that there are and that somebody may see. */
export async function readProposalsById(
  prisma: PrismaClient,
  actor: Actor | undefined,
  ids: readonly string[],
): Promise<ProposalRow[]> {
  const rows =
    await prisma.$queryRaw`SELECT ${columns} FROM ${tablesFor(actor)} WHERE p.id = ANY(${ids}) AND ${visibleTo(actor)}`
  return z.array(ProposalRow).parse(rows)
}

function conditions({ states, planYear, contentCode, fund, establishmentId, text }: ProposalFilter): Prisma.Sql[] {
  const words = text == null ? '' : searchable(text)
  return [
    ...(states == null ? [] : [Prisma.sql`p.state::text = ANY(${[...states]})`]),
    ...(planYear == null ? [] : [Prisma.sql`p.plan_year = ${planYear}`]),
    ...(contentCode == null ? [] : [Prisma.sql`p.content_code = ${contentCode}`]),
    ...(fund == null ? [] : [Prisma.sql`p.fund::text = ${fund}`]),
    ...(establishmentId == null ? [] : [Prisma.sql`p.establishment_id = ${establishmentId}`]),
    ...(text == null
      ? []
      : [
          Prisma.sql`(position(${words} in p.search_text) > 0 OR position(${words} in e.search_text) > 0
                      OR position(${words} in p.number) > 0)`,
        ]),
  ]
}
