import { z } from 'zod'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'
import { searchable } from '../../searchable.js'
import { EstablishmentRow, establishmentJson } from '../establishments/reads.js'

export const NeedRow = z.object({
  id: z.string(),
  year: z.number(),
  contentCode: z.string(),
  estimatedCost: z.bigint().nullable(),
  remark: z.string(),
  version: z.number(),
  establishment: EstablishmentRow,
})
export type NeedRow = z.infer<typeof NeedRow>

const columns = Prisma.sql`n.id, n.year, n.content_code AS "contentCode", n.estimated_cost AS "estimatedCost", n.remark,
  n.version, ${establishmentJson} AS establishment`
const tables = Prisma.sql`needs n JOIN establishments e ON e.id = n.establishment_id`

export interface NeedFilter {
  readonly year?: number | null | undefined
  readonly contentCode?: string | null | undefined
  readonly text?: string | null | undefined
}

/** Latest year first, or last. */
export const needOrder = (direction: Order['direction']): Order => ({
  name: 'YEAR',
  direction,
  key: Prisma.sql`n.year`,
  type: 'int4',
  id: Prisma.sql`n.id`,
})

/** One page of needs with their establishments: one statement. */
export async function readNeeds(prisma: PrismaClient, filter: NeedFilter, order: Order, slice: Slice) {
  const { where, orderAndLimit } = cut(order, slice)
  const rows = await prisma.$queryRaw`
    SELECT ${columns}, (${order.key})::text AS "orderKey"
    FROM ${tables} ${whereAll([...conditions(filter), ...where])} ${orderAndLimit}`
  return z.array(NeedRow.extend({ orderKey: z.string() })).parse(rows)
}

export async function countNeeds(prisma: PrismaClient, filter: NeedFilter): Promise<number> {
  const rows = await prisma.$queryRaw`SELECT count(*)::int AS count FROM ${tables} ${whereAll(conditions(filter))}`
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

export async function readNeedsById(prisma: PrismaClient, ids: readonly string[]): Promise<NeedRow[]> {
  const rows = await prisma.$queryRaw`SELECT ${columns} FROM ${tables} WHERE n.id = ANY(${ids})`
  return z.array(NeedRow).parse(rows)
}

export const TotalRow = z.object({
  contentCode: z.string(),
  needs: z.number(),
  /** Đồng, of those that are reckoned. */
  estimatedCost: z.bigint(),
  unreckoned: z.number(),
})
export type TotalRow = z.infer<typeof TotalRow>

/** What is wanted in a year, content by content: one statement. */
export async function readNeedTotals(prisma: PrismaClient, year: number): Promise<TotalRow[]> {
  const rows = await prisma.$queryRaw`
    SELECT content_code AS "contentCode", count(*)::int AS needs, coalesce(sum(estimated_cost), 0)::bigint AS "estimatedCost",
           count(*) FILTER (WHERE estimated_cost IS NULL)::int AS unreckoned
    FROM needs WHERE year = ${year} GROUP BY content_code ORDER BY content_code COLLATE "C"`
  return z.array(TotalRow).parse(rows)
}

function conditions({ year, contentCode, text }: NeedFilter): Prisma.Sql[] {
  return [
    ...(year == null ? [] : [Prisma.sql`n.year = ${year}`]),
    ...(contentCode == null ? [] : [Prisma.sql`n.content_code = ${contentCode}`]),
    ...(text == null ? [] : [Prisma.sql`position(${searchable(text)} in e.search_text) > 0`]),
  ]
}
