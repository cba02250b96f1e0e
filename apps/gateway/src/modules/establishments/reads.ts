import { z } from 'zod'
import { EstablishmentForm, Origin } from '../../generated/prisma/enums.js'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'
import { searchable } from '../../searchable.js'

export const EstablishmentRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  form: z.enum(EstablishmentForm),
  provinceName: z.string(),
  origin: z.enum(Origin),
})
export type EstablishmentRow = z.infer<typeof EstablishmentRow>

export const SiteRow = z.object({
  id: z.string(),
  establishmentId: z.string(),
  provinceName: z.string(),
  localityId: z.string().nullable(),
})
export type SiteRow = z.infer<typeof SiteRow>

/** An establishment as one JSON column, for statements that join `establishments e`. */
export const establishmentJson = Prisma.sql`json_build_object(
  'id', e.id, 'name', e.name, 'form', e.form, 'provinceName', e.province_name, 'origin', e.origin)`

/** A site as one JSON column, for statements that join `sites s`. */
export const siteJson = Prisma.sql`json_build_object(
  'id', s.id, 'establishmentId', s.establishment_id, 'provinceName', s.province_name, 'localityId', s.locality_id)`

export interface EstablishmentFilter {
  readonly province?: string | null | undefined
  readonly form?: EstablishmentForm | null | undefined
  readonly text?: string | null | undefined
}

export const establishmentSorts = { PROVINCE: 'PROVINCE', NAME: 'NAME' } as const

export function establishmentOrder(by: keyof typeof establishmentSorts, direction: Order['direction']): Order {
  const keys = {
    PROVINCE: Prisma.sql`e.province_sort COLLATE "C"`,
    // Establishments whose name is not known come last in either direction.
    NAME: Prisma.sql`coalesce(e.name, ${direction === 'ASC' ? '\u{10FFFF}' : ''}) COLLATE "C"`,
  }
  return { name: by, direction, key: keys[by], type: 'text', id: Prisma.sql`e.id` }
}

const ListedRow = EstablishmentRow.extend({ orderKey: z.string() })

/** One page of establishments: one statement. */
export async function readEstablishments(
  prisma: PrismaClient,
  filter: EstablishmentFilter,
  order: Order,
  slice: Slice,
) {
  const { where, orderAndLimit } = cut(order, slice)
  const rows = await prisma.$queryRaw`
    SELECT e.id, e.name, e.form::text AS form, e.province_name AS "provinceName", e.origin::text AS origin,
           (${order.key})::text AS "orderKey"
    FROM establishments e ${whereAll([...conditions(filter), ...where])} ${orderAndLimit}`
  return z.array(ListedRow).parse(rows)
}

export async function countEstablishments(prisma: PrismaClient, filter: EstablishmentFilter): Promise<number> {
  const rows =
    await prisma.$queryRaw`SELECT count(*)::int AS count FROM establishments e ${whereAll(conditions(filter))}`
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

export async function readEstablishmentsById(
  prisma: PrismaClient,
  ids: readonly string[],
): Promise<EstablishmentRow[]> {
  return await prisma.establishment.findMany({ where: { id: { in: [...ids] } } })
}

export async function readSitesById(prisma: PrismaClient, ids: readonly string[]): Promise<SiteRow[]> {
  return await prisma.site.findMany({ where: { id: { in: [...ids] } } })
}

/** The sites of each establishment, in the order of the ids. */
export async function readSitesOf(prisma: PrismaClient, establishmentIds: readonly string[]): Promise<SiteRow[][]> {
  const sites = await prisma.site.findMany({
    where: { establishmentId: { in: [...establishmentIds] } },
    orderBy: { id: 'asc' },
  })
  return establishmentIds.map((id) => sites.filter(({ establishmentId }) => establishmentId === id))
}

function conditions({ province, form, text }: EstablishmentFilter): Prisma.Sql[] {
  return [
    ...(province == null ? [] : [Prisma.sql`e.province_sort = ${searchable(province)}`]),
    ...(form == null ? [] : [Prisma.sql`e.form::text = ${form}`]),
    ...(text == null ? [] : [Prisma.sql`position(${searchable(text)} in e.search_text) > 0`]),
  ]
}
