import { z } from 'zod'
import { CertificateKind, ProductGroup } from '../../generated/prisma/enums.js'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'
import { searchable } from '../../searchable.js'
import { EstablishmentRow, establishmentJson } from '../establishments/reads.js'

export const ProductRow = z.object({
  id: z.string(),
  name: z.string(),
  group: z.enum(ProductGroup),
  remark: z.string(),
  endedOn: z.iso.date().nullable(),
  version: z.number(),
  establishment: EstablishmentRow,
  certificates: z.array(
    z.object({
      kind: z.enum(CertificateKind),
      title: z.string(),
      number: z.string().nullable(),
      issuer: z.string(),
      issuedOn: z.iso.date(),
      validTo: z.iso.date().nullable(),
    }),
  ),
})
export type ProductRow = z.infer<typeof ProductRow>

/** A product with its establishment and certificates: everything in one statement. */
const columns = Prisma.sql`
  p.id, p.name, p."group"::text AS "group", p.remark, p.ended_on::text AS "endedOn", p.version,
  ${establishmentJson} AS establishment,
  (SELECT coalesce(json_agg(json_build_object(
     'kind', c.kind, 'title', c.title, 'number', c.number, 'issuer', c.issuer,
     'issuedOn', c.issued_on, 'validTo', c.valid_to) ORDER BY c.position), '[]')
   FROM product_certificates c WHERE c.product_id = p.id) AS certificates`
const tables = Prisma.sql`products p JOIN establishments e ON e.id = p.establishment_id`

export interface ProductFilter {
  readonly group?: ProductGroup | null | undefined
  readonly text?: string | null | undefined
  readonly ended?: boolean | null | undefined
}

export const productOrder = (direction: Order['direction']): Order => ({
  name: 'NAME',
  direction,
  key: Prisma.sql`p.search_text COLLATE "C"`,
  type: 'text',
  id: Prisma.sql`p.id`,
})

/** One page of products: one statement. */
export async function readProducts(prisma: PrismaClient, filter: ProductFilter, order: Order, slice: Slice) {
  const { where, orderAndLimit } = cut(order, slice)
  const rows = await prisma.$queryRaw`
    SELECT ${columns}, (${order.key})::text AS "orderKey"
    FROM ${tables} ${whereAll([...conditions(filter), ...where])} ${orderAndLimit}`
  return z.array(ProductRow.extend({ orderKey: z.string() })).parse(rows)
}

export async function countProducts(prisma: PrismaClient, filter: ProductFilter): Promise<number> {
  const rows = await prisma.$queryRaw`SELECT count(*)::int AS count FROM ${tables} ${whereAll(conditions(filter))}`
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

export async function readProductsById(prisma: PrismaClient, ids: readonly string[]): Promise<ProductRow[]> {
  const rows = await prisma.$queryRaw`SELECT ${columns} FROM ${tables} WHERE p.id = ANY(${ids})`
  return z.array(ProductRow).parse(rows)
}

/** What each establishment makes, in the order of the ids. */
export async function readProductsOf(
  prisma: PrismaClient,
  establishmentIds: readonly string[],
): Promise<ProductRow[][]> {
  const rows = await prisma.$queryRaw`
    SELECT ${columns} FROM ${tables} WHERE p.establishment_id = ANY(${establishmentIds}) ORDER BY p.search_text COLLATE "C", p.id`
  const products = z.array(ProductRow).parse(rows)
  return establishmentIds.map((id) => products.filter(({ establishment }) => establishment.id === id))
}

function conditions({ group, text, ended }: ProductFilter): Prisma.Sql[] {
  return [
    ...(group == null ? [] : [Prisma.sql`p."group"::text = ${group}`]),
    ...(text == null ? [] : [Prisma.sql`position(${searchable(text)} in p.search_text || ' ' || e.search_text) > 0`]),
    ...(ended == null ? [] : [Prisma.sql`(p.ended_on IS NOT NULL) = ${ended}`]),
  ]
}
