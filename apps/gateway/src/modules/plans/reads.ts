import { z } from 'zod'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import {
  Fund,
  FundSource,
  PlanLineKind,
  PlanState,
  ProposalKind,
  ProposalState,
  Role,
} from '../../generated/prisma/enums.js'
import type { Transaction } from '../../database/transaction.js'
import { EstablishmentRow, SiteRow, establishmentJson, siteJson } from '../establishments/reads.js'

type Records = PrismaClient | Transaction

/** Đồng inside JSON: digits, since JSON's numbers are not exact. */
const Dong = z.string().transform((digits) => BigInt(digits))

const StepRow = z.object({
  position: z.number(),
  action: z.string(),
  fromState: z.enum(PlanState),
  toState: z.enum(PlanState),
  personId: z.string(),
  personName: z.string().nullable(),
  role: z.enum(Role),
  on: z.iso.date(),
  reason: z.string().nullable(),
  document: z.string().nullable(),
})
export type StepRow = z.infer<typeof StepRow>

export const PlanRow = z.object({
  id: z.string(),
  programmeId: z.string(),
  /** Whose law decides. */
  provinceName: z.string(),
  year: z.number(),
  edition: z.number(),
  planDate: z.iso.date(),
  state: z.enum(PlanState),
  document: z.string().nullable(),
  approvedOn: z.iso.date().nullable(),
  reason: z.string().nullable(),
  /** The newest edition of the year that is approved. */
  inForce: z.boolean(),
  /** Everyone who opened it or wrote a line. */
  makers: z.array(z.string()),
  version: z.number(),
  balances: z.array(z.object({ source: z.enum(FundSource), amount: Dong })),
  steps: z.array(StepRow),
})
export type PlanRow = z.infer<typeof PlanRow>

const planColumns = Prisma.sql`
  pl.id, pl.programme_id AS "programmeId", pr.province_name AS "provinceName", pl.year, pl.edition,
  pl.plan_date::text AS "planDate", pl.state::text AS state, pl.document, pl.approved_on::text AS "approvedOn",
  pl.reason, pl.makers, pl.version,
  pl.state = 'APPROVED' AND NOT EXISTS (
    SELECT 1 FROM plans newer
    WHERE newer.programme_id = pl.programme_id AND newer.year = pl.year AND newer.edition > pl.edition
      AND newer.state = 'APPROVED'
  ) AS "inForce",
  (
    SELECT coalesce(json_agg(json_build_object('source', b.source, 'amount', b.amount::text) ORDER BY b.source), '[]')
    FROM plan_balances b WHERE b.plan_id = pl.id
  ) AS balances,
  (
    SELECT coalesce(json_agg(json_build_object(
      'position', st.position, 'action', st.action, 'fromState', st.from_state, 'toState', st.to_state,
      'personId', st.person_id, 'personName', who.name, 'role', st.role, 'on', st."on"::text, 'reason', st.reason, 'document', st.document
    ) ORDER BY st.position), '[]')
    FROM plan_steps st LEFT JOIN people who ON who.id = st.person_id WHERE st.plan_id = pl.id
  ) AS steps`

const planTables = Prisma.sql`plans pl JOIN programmes pr ON pr.id = pl.programme_id`

/** Plans with their balances and steps: one statement. */
export async function readPlansById(records: Records, ids: readonly string[]): Promise<PlanRow[]> {
  const rows = await records.$queryRaw`SELECT ${planColumns} FROM ${planTables} WHERE pl.id = ANY(${ids})`
  return z.array(PlanRow).parse(rows)
}

/** All editions of a programme's plans, or of one year of it, the newest first: one statement. */
export async function readPlansOf(records: Records, programmeId: string, year: number | undefined): Promise<PlanRow[]> {
  const rows = await records.$queryRaw`
    SELECT ${planColumns} FROM ${planTables}
    WHERE pl.programme_id = ${programmeId} AND (${year ?? null}::int IS NULL OR pl.year = ${year ?? null}::int)
    ORDER BY pl.year DESC, pl.edition DESC, pl.created_at DESC`
  return z.array(PlanRow).parse(rows)
}

const MemberRow = z.object({
  establishmentId: z.string(),
  contentCode: z.string(),
  facts: z.unknown(),
  eligibleCost: Dong,
  requestedSupport: Dong,
})

/** A proposal as far as the plan needs it. */
export const ProposalRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.enum(ProposalKind),
  state: z.enum(ProposalState),
  version: z.number(),
  programmeId: z.string(),
  planYear: z.number(),
  contentCode: z.string(),
  fund: z.enum(Fund),
  establishmentId: z.string(),
  facts: z.unknown(),
  priorityFacts: z.unknown(),
  totalCost: Dong,
  eligibleCost: Dong,
  requestedSupport: Dong,
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  /** The day on which the file was handed in last. */
  filedOn: z.iso.date().nullable(),
  members: z.array(MemberRow),
  /** Whether a higher level was decided for it. */
  raised: z.boolean(),
  /** What the law was last asked with, part by part, as canonical JSON; the newest first, as a step asks again when it is changed. */
  decided: z.array(z.object({ establishmentId: z.string().nullable(), subject: z.string(), input: z.string() })),
})
export type ProposalRow = z.infer<typeof ProposalRow>

/** A proposal as one JSON column, for statements that join `proposals p`. */
const proposalJson = Prisma.sql`json_build_object(
  'id', p.id, 'number', p.number, 'title', p.title, 'kind', p.kind, 'state', p.state, 'version', p.version,
  'programmeId', p.programme_id, 'planYear', p.plan_year, 'contentCode', p.content_code, 'fund', p.fund,
  'establishmentId', p.establishment_id, 'facts', p.facts, 'priorityFacts', p.priority_facts, 'totalCost', p.total_cost::text,
  'eligibleCost', p.eligible_cost::text, 'requestedSupport', p.requested_support::text,
  'startsOn', p.starts_on::text, 'endsOn', p.ends_on::text,
  'filedOn', (
    SELECT max(ps."on")::text FROM proposal_steps ps WHERE ps.proposal_id = p.id AND ps.action = 'submitProposal'
  ),
  'members', (
    SELECT coalesce(json_agg(json_build_object(
      'establishmentId', m.establishment_id, 'contentCode', m.content_code, 'facts', m.facts,
      'eligibleCost', m.eligible_cost::text, 'requestedSupport', m.requested_support::text
    ) ORDER BY m.position), '[]')
    FROM proposal_members m WHERE m.proposal_id = p.id
  ),
  'raised', coalesce((
    SELECT pp.decided FROM proposal_priorities pp WHERE pp.proposal_id = p.id ORDER BY pp.version DESC LIMIT 1
  ), false),
  'decided', (
    SELECT coalesce(json_agg(json_build_object(
      'establishmentId', d.establishment_id, 'subject', d.subject, 'input', d.input
    ) ORDER BY d.at DESC, d.id DESC), '[]')
    FROM decisions d
    WHERE d.proposal_id = p.id AND d.question = 'eligibility' AND d.position = (
      SELECT max(last.position) FROM decisions last WHERE last.proposal_id = p.id AND last.question = 'eligibility'
    )
  ))`

export const LineRow = z.object({
  id: z.string(),
  planId: z.string(),
  year: z.number(),
  edition: z.number(),
  planState: z.enum(PlanState),
  position: z.number(),
  itemId: z.string(),
  kind: z.enum(PlanLineKind),
  contentCode: z.string(),
  title: z.string(),
  source: z.enum(FundSource),
  facts: z.unknown(),
  demanded: z.bigint().nullable(),
  estimated: z.bigint().nullable(),
  approved: z.bigint().nullable(),
  ceiling: z.bigint().nullable(),
  /** What the edition before approved of the same item. */
  approvedBefore: z.bigint().nullable(),
  /** What is promised on contracts for the item, whatever the edition. */
  promised: z.bigint(),
  proposal: ProposalRow.nullable(),
  establishment: EstablishmentRow.nullable(),
  site: SiteRow.nullable(),
})
export type LineRow = z.infer<typeof LineRow>

/** Lines with their proposals, establishments, sites, what the edition before says of them and what is promised on them. */
const lineColumns = Prisma.sql`
  l.id, l.plan_id AS "planId", pl.year, pl.edition, pl.state::text AS "planState", l.position, l.item_id AS "itemId", l.kind::text AS kind,
  l.content_code AS "contentCode", l.title, l.source::text AS source, l.facts, l.demanded, l.estimated, l.approved,
  l.ceiling, before.approved AS "approvedBefore", promised_to(l.item_id, l.source)::bigint AS promised,
  CASE WHEN p.id IS NOT NULL THEN ${proposalJson} END AS proposal,
  CASE WHEN e.id IS NOT NULL THEN ${establishmentJson} END AS establishment,
  CASE WHEN s.id IS NOT NULL THEN ${siteJson} END AS site`

const lineTables = Prisma.sql`
  plan_lines l
  JOIN plans pl ON pl.id = l.plan_id
  LEFT JOIN plans earlier
    ON earlier.programme_id = pl.programme_id AND earlier.year = pl.year AND earlier.edition = pl.edition - 1
    AND earlier.state = 'APPROVED'
  LEFT JOIN plan_lines before ON before.plan_id = earlier.id AND before.item_id = l.item_id
  LEFT JOIN proposals p ON p.id = l.proposal_id
  LEFT JOIN establishments e ON e.id = p.establishment_id
  LEFT JOIN sites s ON s.id = p.site_id`

/** The lines of each plan, in the order of the ids: one statement. */
export async function readLinesOf(records: Records, planIds: readonly string[]): Promise<LineRow[][]> {
  const rows = await records.$queryRaw`
    SELECT ${lineColumns} FROM ${lineTables} WHERE l.plan_id = ANY(${planIds}) ORDER BY l.plan_id, l.position`
  const lines = z.array(LineRow).parse(rows)
  return planIds.map((id) => lines.filter(({ planId }) => planId === id))
}

export async function readLinesById(records: Records, ids: readonly string[]): Promise<LineRow[]> {
  const rows = await records.$queryRaw`SELECT ${lineColumns} FROM ${lineTables} WHERE l.id = ANY(${ids})`
  return z.array(LineRow).parse(rows)
}

/** One proposal, or none. */
export async function readProposal(records: Records, id: string): Promise<ProposalRow | undefined> {
  const rows = await records.$queryRaw`SELECT ${proposalJson} AS proposal FROM proposals p WHERE p.id = ${id}`
  return z.array(z.object({ proposal: ProposalRow })).parse(rows)[0]?.proposal
}

/**
 * What a year's plan can choose from for a fund: the proposals that are recommended, and those that stand in the plan
 * already. One statement.
 */
export async function readCandidates(
  records: Records,
  { id, programmeId, year }: Pick<PlanRow, 'id' | 'programmeId' | 'year'>,
  fund: Fund,
): Promise<ProposalRow[]> {
  const rows = await records.$queryRaw`
    SELECT ${proposalJson} AS proposal
    FROM proposals p
    WHERE p.programme_id = ${programmeId} AND p.plan_year = ${year} AND p.fund::text = ${fund}
      AND (p.state = 'RECOMMENDED' OR EXISTS (
        SELECT 1 FROM plan_lines l WHERE l.plan_id = ${id} AND l.proposal_id = p.id
      ))
    ORDER BY p.number`
  return z
    .array(z.object({ proposal: ProposalRow }))
    .parse(rows)
    .map(({ proposal }) => proposal)
}
