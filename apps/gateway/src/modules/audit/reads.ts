import { z } from 'zod'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { cut, whereAll, type Order, type Slice } from '../../graphql/keyset.js'

const EntryRow = z.object({
  id: z.string(),
  orderKey: z.string(),
  sequence: z.string(),
  at: z.date(),
  personId: z.string(),
  personName: z.string().nullable(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  content: z.string(),
  hash: z.string(),
})
export type EntryRow = z.infer<typeof EntryRow>

export interface EntryFilter {
  readonly entity?: string | null | undefined
  readonly entityId?: string | null | undefined
  readonly personId?: string | null | undefined
}

export const auditOrder = (direction: Order['direction']): Order => ({
  name: 'SEQUENCE',
  direction,
  key: Prisma.sql`a.sequence`,
  type: 'int8',
  id: Prisma.sql`a.sequence::text`,
})

/** One page of the audit, with the names of those who acted: one statement. */
export async function readEntries(prisma: PrismaClient, filter: EntryFilter, order: Order, slice: Slice) {
  const { where, orderAndLimit } = cut(order, slice)
  const rows = await prisma.$queryRaw`
    SELECT a.sequence::text AS id, a.sequence::text AS "orderKey", a.sequence::text AS sequence, a.at,
           a.person_id AS "personId", p.name AS "personName", a.action, a.entity, a.entity_id AS "entityId",
           a.content, a.hash
    FROM audit_entries a LEFT JOIN people p ON p.id = a.person_id
    ${whereAll([...conditions(filter), ...where])} ${orderAndLimit}`
  return z.array(EntryRow).parse(rows)
}

export async function countEntries(prisma: PrismaClient, filter: EntryFilter): Promise<number> {
  const rows =
    await prisma.$queryRaw`SELECT count(*)::int AS count FROM audit_entries a ${whereAll(conditions(filter))}`
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

function conditions({ entity, entityId, personId }: EntryFilter): Prisma.Sql[] {
  return [
    ...(entity == null ? [] : [Prisma.sql`a.entity = ${entity}`]),
    ...(entityId == null ? [] : [Prisma.sql`a.entity_id = ${entityId}`]),
    ...(personId == null ? [] : [Prisma.sql`a.person_id = ${personId}`]),
  ]
}
