import { encodeGlobalID } from '@pothos/plugin-relay'
import { z } from 'zod'
import { onConstraint } from '../../commands/database-refusals.js'
import { mustSay } from '../../commands/words.js'
import type { Transaction } from '../../database/transaction.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { areAlike } from './names.js'
import { samePlaceIds } from './place.js'

/** Somebody says that an establishment is none of these, and why. */
export interface NotDuplicate {
  readonly ids: readonly string[]
  readonly reason?: string | null | undefined
}

interface Subject {
  /** Absent before it is registered. */
  readonly id?: string
  readonly taxCode: string | null
  readonly nameKey: string
  /** Communes in which it produces. */
  readonly localityIds: readonly string[]
}

const Found = z.array(
  z.object({ id: z.string(), name: z.string(), nameKey: z.string(), taxCode: z.string().nullable() }),
)
type Found = z.infer<typeof Found>[number]

/** Registrations come one after the other, so that of two at once the second sees the first. Until the transaction ends. */
async function lockRegister(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('establishments', 0))`
}

/**
 * Makes sure that an establishment is not there yet: no other has its tax code, and none in one of its communes (as they
 * were, are or will be) has a name like it, unless somebody looked and says why it is another one.
 *
 * @returns those that it is said not to be, for `recordDistinctions`
 * @throws Refusal `tax-code-taken`, or `alike` for each candidate, naming it
 */
export async function refuseDuplicates(tx: Transaction, subject: Subject, confirmed: NotDuplicate): Promise<string[]> {
  const { id: own = '', taxCode, nameKey, localityIds } = subject
  await lockRegister(tx)
  if (taxCode !== null) {
    const holder = await tx.establishment.findUnique({ where: { taxCode }, select: { id: true, name: true } })
    if (holder !== null && holder.id !== own) throw new Refusal([taken(taxCode, holder)])
  }
  const places = localityIds.flatMap(samePlaceIds)
  const neighbours = Found.parse(
    await tx.$queryRaw`
    SELECT DISTINCT e.id, e.name, e.name_key AS "nameKey", e.tax_code AS "taxCode"
    FROM establishments e
    JOIN sites s ON s.establishment_id = e.id
    LEFT JOIN site_localities p ON p.site_id = s.id
    WHERE e.name_key <> '' AND e.id <> ${own}
      AND (s.locality_id = ANY(${places}) OR p.locality_id = ANY(${places}))
      AND NOT EXISTS (
        SELECT FROM establishment_distinctions d
        WHERE (d.establishment_id, d.other_id) IN ((e.id, ${own}), (${own}, e.id))
      )
    ORDER BY e.name, e.id`,
  )
  const alike = neighbours.filter((other) => areAlike(nameKey, other.nameKey))
  const open = alike.filter(({ id }) => !confirmed.ids.includes(id))
  if (open.length > 0) throw new Refusal(open.map(asked))
  return alike.map(({ id }) => id)
}

/** Keeps for good who said that two are two. */
export async function recordDistinctions(
  tx: Transaction,
  establishmentId: string,
  otherIds: readonly string[],
  { reason: given }: NotDuplicate,
  personId: string,
): Promise<void> {
  if (otherIds.length === 0) return
  const reason = mustSay(given, 'notDuplicateReason')
  await tx.establishmentDistinction.createMany({
    data: otherIds.map((otherId) => ({ establishmentId, otherId, reason, personId })),
  })
}

const named = ({ id, name }: Pick<Found, 'id'> & { readonly name: string | null }) =>
  `${name ?? '?'} (${encodeGlobalID('Establishment', id)})`

const taken = (taxCode: string, holder: { readonly id: string; readonly name: string | null }): InputProblem => ({
  code: 'tax-code-taken',
  field: 'input.taxCode',
  message: {
    vi: `Mã số thuế ${taxCode} đã được đăng ký cho ${named(holder)}.`,
    en: `The tax code ${taxCode} is registered for ${named(holder)}.`,
  },
  expected: { vi: 'dùng bản ghi đã có', en: 'use the record that is there' },
})

const asked = (other: Found): InputProblem => ({
  code: 'alike',
  field: 'notDuplicateOf',
  message: {
    vi: `Cùng địa bàn đã có cơ sở tên gần giống: ${named(other)}.`,
    en: `The same commune has an establishment with a name like it: ${named(other)}.`,
  },
  expected: {
    vi: 'dùng bản ghi đã có; nếu là cơ sở khác, ghi mã của bản ghi đó vào notDuplicateOf và nêu lý do',
    en: 'use the record that is there; if it is another one, name it in notDuplicateOf and say why',
  },
})

onConstraint('establishments_tax_code_key', {
  code: 'tax-code-taken',
  field: 'input.taxCode',
  message: { vi: 'Mã số thuế này đã được đăng ký.', en: 'This tax code is registered already.' },
  expected: { vi: 'dùng bản ghi đã có', en: 'use the record that is there' },
})
