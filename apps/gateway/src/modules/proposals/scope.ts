import type { Scope } from '../../access/authorise.js'
import type { Transaction } from '../../database/transaction.js'
import type { Proposal } from '../../generated/prisma/client.js'

/** What access to a proposal hangs on: its state, whose it is, and where production takes place. */
export async function scopeOf(
  tx: Transaction,
  { state, establishmentId, siteId }: Pick<Proposal, 'state' | 'establishmentId' | 'siteId'>,
): Promise<Scope> {
  return { state, establishmentId, localityId: await localitiesOf(tx, siteId) }
}

/** The locality of a site and the ones above it; none when only its province is known. */
export async function localitiesOf(tx: Transaction, siteId: string): Promise<string[]> {
  const locality = await tx.locality.findFirst({
    where: { sites: { some: { id: siteId } } },
    select: { id: true, parentId: true },
  })
  if (locality === null) return []
  return [locality.id, ...(locality.parentId === null ? [] : [locality.parentId])]
}
