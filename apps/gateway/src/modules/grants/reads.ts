import { z } from 'zod'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { Fund, GrantClass, Origin, PlanDateBasis } from '../../generated/prisma/enums.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'
import { searchable } from '../../searchable.js'
import { EstablishmentRow, SiteRow, establishmentJson, siteJson } from '../establishments/reads.js'

export const GrantRow = z.object({
  id: z.string(),
  class: z.enum(GrantClass),
  origin: z.enum(Origin),
  contentCode: z.string().nullable(),
  contentText: z.string(),
  fund: z.enum(Fund),
  yearFrom: z.number(),
  yearTo: z.number(),
  planDate: z.iso.date(),
  planDateBasis: z.enum(PlanDateBasis),
  totalCost: z.bigint().nullable(),
  support: z.bigint().nullable(),
  counterpart: z.bigint().nullable(),
  beneficiaryType: z.string(),
  beneficiaryCount: z.number().nullable(),
  approvalDocument: z.string(),
  provinceName: z.string(),
  note: z.string(),
  establishmentId: z.string().nullable(),
  establishment: EstablishmentRow.nullable(),
  site: SiteRow.nullable(),
  sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
})
export type GrantRow = z.infer<typeof GrantRow>

/** A grant with its establishment, site and sources: everything in one statement, whatever the number of rows. */
const columns = Prisma.sql`
  g.id, g.class::text AS class, g.origin::text AS origin, g.content_code AS "contentCode",
  g.content_text AS "contentText", g.fund::text AS fund, g.year_from AS "yearFrom", g.year_to AS "yearTo",
  g.plan_date::text AS "planDate", g.plan_date_basis::text AS "planDateBasis", g.total_cost AS "totalCost",
  g.support, g.counterpart, g.beneficiary_type AS "beneficiaryType", g.beneficiary_count AS "beneficiaryCount",
  g.approval_document AS "approvalDocument", g.province_name AS "provinceName", g.note,
  g.establishment_id AS "establishmentId",
  CASE WHEN e.id IS NOT NULL THEN ${establishmentJson} END AS establishment,
  CASE WHEN s.id IS NOT NULL THEN ${siteJson} END AS site,
  sources.list AS sources`

const tables = Prisma.sql`
  grants g
  LEFT JOIN establishments e ON e.id = g.establishment_id
  LEFT JOIN sites s ON s.id = g.site_id
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('title', title, 'url', url) ORDER BY position), '[]') AS list
    FROM grant_sources WHERE grant_id = g.id
  ) sources`

export interface GrantFilter {
  readonly province?: string | null | undefined
  readonly yearFrom?: number | null | undefined
  readonly yearTo?: number | null | undefined
  readonly contentCode?: string | null | undefined
  readonly fund?: Fund | null | undefined
  readonly class?: GrantClass | null | undefined
  readonly text?: string | null | undefined
}

export const grantSorts = { YEAR: 'YEAR', SUPPORT: 'SUPPORT', TOTAL_COST: 'TOTAL_COST', PROVINCE: 'PROVINCE' } as const

/** Amounts that are not published come last in either direction. */
export function grantOrder(by: keyof typeof grantSorts, direction: Order['direction']): Order {
  const unknown = Prisma.raw(direction === 'ASC' ? '9223372036854775807' : '-1')
  const orders = {
    YEAR: { key: Prisma.sql`g.year_from`, type: 'int4' },
    SUPPORT: { key: Prisma.sql`coalesce(g.support, ${unknown})`, type: 'int8' },
    TOTAL_COST: { key: Prisma.sql`coalesce(g.total_cost, ${unknown})`, type: 'int8' },
    PROVINCE: { key: Prisma.sql`g.province_sort COLLATE "C"`, type: 'text' },
  } as const
  return { name: by, direction, ...orders[by], id: Prisma.sql`g.id` }
}

const ListedRow = GrantRow.extend({ orderKey: z.string() })
export type ListedGrant = z.infer<typeof ListedRow>

/** One page of grants: one statement. */
export async function readGrants(
  prisma: PrismaClient,
  filter: GrantFilter,
  order: Order,
  slice: Slice,
): Promise<ListedGrant[]> {
  const { where, orderAndLimit } = cut(order, slice)
  const rows = await prisma.$queryRaw`
    SELECT ${columns}, (${order.key})::text AS "orderKey"
    FROM ${tables} ${whereAll([...conditions(filter), ...where])} ${orderAndLimit}`
  return z.array(ListedRow).parse(rows)
}

export async function countGrants(prisma: PrismaClient, filter: GrantFilter): Promise<number> {
  const rows = await prisma.$queryRaw`SELECT count(*)::int AS count FROM grants g ${whereAll(conditions(filter))}`
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

export async function readGrantsById(prisma: PrismaClient, ids: readonly string[]): Promise<GrantRow[]> {
  const rows = await prisma.$queryRaw`SELECT ${columns} FROM ${tables} WHERE g.id = ANY(${ids})`
  return z.array(GrantRow).parse(rows)
}

/** The grants of each establishment, in the order of the ids, latest plan first. */
export async function readGrantsOf(prisma: PrismaClient, establishmentIds: readonly string[]): Promise<GrantRow[][]> {
  const rows = await prisma.$queryRaw`
    SELECT ${columns} FROM ${tables} WHERE g.establishment_id = ANY(${establishmentIds}) ORDER BY g.plan_date DESC, g.id`
  const grants = z.array(GrantRow).parse(rows)
  return establishmentIds.map((id) => grants.filter(({ establishmentId }) => establishmentId === id))
}

function conditions(filter: GrantFilter): Prisma.Sql[] {
  const { province, yearFrom, yearTo, contentCode, fund, text } = filter
  return [
    ...(province == null ? [] : [Prisma.sql`g.province_sort = ${searchable(province)}`]),
    // A grant over several years is in the range when any of its years is.
    ...(yearFrom == null ? [] : [Prisma.sql`g.year_to >= ${yearFrom}`]),
    ...(yearTo == null ? [] : [Prisma.sql`g.year_from <= ${yearTo}`]),
    ...(contentCode == null ? [] : [Prisma.sql`g.content_code = ${contentCode}`]),
    ...(fund == null ? [] : [Prisma.sql`g.fund::text = ${fund}`]),
    ...(filter.class == null ? [] : [Prisma.sql`g.class::text = ${filter.class}`]),
    ...(text == null ? [] : [Prisma.sql`position(${searchable(text)} in g.search_text) > 0`]),
  ]
}
