import { z } from 'zod'
import { EstablishmentForm, Origin, type ProductGroup } from '../../generated/prisma/enums.js'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'
import { searchable } from '../../searchable.js'
import { idsWithin } from './place.js'

export const EstablishmentRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  form: z.enum(EstablishmentForm),
  /** A person's identity number is not among these: it is read with the contact. */
  taxCode: z.string().nullable(),
  address: z.string().nullable(),
  provinceName: z.string(),
  origin: z.enum(Origin),
  registeredOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  closedReason: z.string().nullable(),
  version: z.number(),
})
export type EstablishmentRow = z.infer<typeof EstablishmentRow>

export const SiteRow = z.object({
  id: z.string(),
  establishmentId: z.string(),
  provinceName: z.string(),
  localityId: z.string().nullable(),
  /** Said of other lists than that of `localityId`. */
  placedIds: z.array(z.string()),
  address: z.string().nullable(),
  closedOn: z.iso.date().nullable(),
  version: z.number(),
})
export type SiteRow = z.infer<typeof SiteRow>

/** Column by column, what an establishment is read as, for statements with `establishments e`. */
const establishmentFields = {
  id: Prisma.sql`e.id`,
  name: Prisma.sql`e.name`,
  form: Prisma.sql`e.form::text`,
  taxCode: Prisma.sql`CASE WHEN length(e.tax_code) <> 12 THEN e.tax_code END`,
  address: Prisma.sql`e.address`,
  provinceName: Prisma.sql`e.province_name`,
  origin: Prisma.sql`e.origin::text`,
  registeredOn: Prisma.sql`e.registered_on::text`,
  closedOn: Prisma.sql`e.closed_on::text`,
  closedReason: Prisma.sql`e.closed_reason`,
  version: Prisma.sql`e.version`,
}

/** The same of a site, for statements with `sites s`. */
const siteFields = {
  id: Prisma.sql`s.id`,
  establishmentId: Prisma.sql`s.establishment_id`,
  provinceName: Prisma.sql`s.province_name`,
  localityId: Prisma.sql`s.locality_id`,
  placedIds: Prisma.sql`ARRAY(SELECT p.locality_id FROM site_localities p WHERE p.site_id = s.id ORDER BY p.at)`,
  address: Prisma.sql`s.address`,
  closedOn: Prisma.sql`s.closed_on::text`,
  version: Prisma.sql`s.version`,
}

const columnsOf = (fields: Readonly<Record<string, Prisma.Sql>>) =>
  Prisma.join(Object.entries(fields).map(([name, value]) => Prisma.sql`${value} AS ${Prisma.raw(`"${name}"`)}`))

const jsonOf = (fields: Readonly<Record<string, Prisma.Sql>>) =>
  Prisma.sql`json_build_object(${Prisma.join(
    Object.entries(fields).map(([name, value]) => Prisma.sql`${Prisma.raw(`'${name}'`)}, ${value}`),
  )})`

const establishmentColumns = columnsOf(establishmentFields)
const siteColumns = columnsOf(siteFields)

/** An establishment as one JSON column, for statements that join `establishments e`. */
export const establishmentJson = jsonOf(establishmentFields)

/** A site as one JSON column, for statements that join `sites s`. */
export const siteJson = jsonOf(siteFields)

export interface EstablishmentFilter {
  readonly province?: string | null | undefined
  readonly form?: EstablishmentForm | null | undefined
  readonly text?: string | null | undefined
  readonly taxCode?: string | null | undefined
  readonly localityId?: string | null | undefined
  readonly productGroup?: ProductGroup | null | undefined
  readonly origin?: Origin | null | undefined
  readonly open?: boolean | null | undefined
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
    SELECT ${establishmentColumns}, (${order.key})::text AS "orderKey"
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
  const rows = await prisma.$queryRaw`SELECT ${establishmentColumns} FROM establishments e WHERE e.id = ANY(${ids})`
  return z.array(EstablishmentRow).parse(rows)
}

export async function readSitesById(prisma: PrismaClient, ids: readonly string[]): Promise<SiteRow[]> {
  const rows = await prisma.$queryRaw`SELECT ${siteColumns} FROM sites s WHERE s.id = ANY(${ids})`
  return z.array(SiteRow).parse(rows)
}

/** The sites of each establishment, in the order of the ids. */
export async function readSitesOf(prisma: PrismaClient, establishmentIds: readonly string[]): Promise<SiteRow[][]> {
  const rows = await prisma.$queryRaw`
    SELECT ${siteColumns} FROM sites s WHERE s.establishment_id = ANY(${establishmentIds}) ORDER BY s.id`
  const sites = z.array(SiteRow).parse(rows)
  return establishmentIds.map((id) => sites.filter(({ establishmentId }) => establishmentId === id))
}

const ContactRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  identityNumber: z.string().nullable(),
  personalTaxCode: z.string().nullable(),
  sites: z.array(SiteRow.pick({ localityId: true, placedIds: true })),
})
export type ContactRow = z.infer<typeof ContactRow>

/** Personal data, and what decides who may see it. */
export async function readContacts(prisma: PrismaClient, ids: readonly string[]): Promise<ContactRow[]> {
  const rows = await prisma.$queryRaw`
    SELECT e.id, e.contact_name AS name, e.phone, e.email, e.identity_number AS "identityNumber",
           CASE WHEN length(e.tax_code) = 12 THEN e.tax_code END AS "personalTaxCode",
           (SELECT coalesce(json_agg(${siteJson}), '[]') FROM sites s WHERE s.establishment_id = e.id) AS sites
    FROM establishments e WHERE e.id = ANY(${ids})`
  return z.array(ContactRow).parse(rows)
}

function conditions(filter: EstablishmentFilter): Prisma.Sql[] {
  const { province, form, text, taxCode, localityId, productGroup, origin, open } = filter
  return [
    ...(province == null ? [] : [Prisma.sql`e.province_sort = ${searchable(province)}`]),
    ...(form == null ? [] : [Prisma.sql`e.form::text = ${form}`]),
    ...(text == null ? [] : [Prisma.sql`position(${searchable(text)} in e.search_text) > 0`]),
    // Not by a person's number: whoever may not see it could find it by trying.
    ...(taxCode == null ? [] : [Prisma.sql`(e.tax_code = ${taxCode} AND length(e.tax_code) <> 12)`]),
    ...(origin == null ? [] : [Prisma.sql`e.origin::text = ${origin}`]),
    ...(open == null ? [] : [Prisma.sql`(e.closed_on IS NULL) = ${open}`]),
    ...(localityId == null ? [] : [inLocality(idsWithin(localityId))]),
    ...(productGroup == null
      ? []
      : [
          Prisma.sql`EXISTS (SELECT FROM products p WHERE p.establishment_id = e.id AND p."group"::text = ${productGroup} AND p.ended_on IS NULL)`,
        ]),
  ]
}

/** Of which a site lies, or may lie, in one of these communes. */
const inLocality = (ids: readonly string[]) => Prisma.sql`EXISTS (
  SELECT FROM sites s LEFT JOIN site_localities p ON p.site_id = s.id
  WHERE s.establishment_id = e.id AND (s.locality_id = ANY(${ids}) OR p.locality_id = ANY(${ids})))`
