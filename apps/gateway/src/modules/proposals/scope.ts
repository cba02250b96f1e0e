import type { Scope } from '../../access/authorise.js'
import type { Transaction } from '../../database/transaction.js'
import type { Proposal } from '../../generated/prisma/client.js'
import { idsOfCommittees } from '../establishments/place.js'
import { placeOf, withPlaces } from '../establishments/scope.js'

/** What access to a proposal hangs on: its state, whose it is, and where production takes place. */
export async function scopeOf(
  tx: Transaction,
  { state, establishmentId, siteId }: Pick<Proposal, 'state' | 'establishmentId' | 'siteId'>,
): Promise<Scope> {
  return { state, establishmentId, localityId: await localitiesOf(tx, siteId) }
}

/** The localities whose committees a site is the business of, through the mergers; none when only its province is known. */
export async function localitiesOf(tx: Transaction, siteId: string): Promise<string[]> {
  const site = await tx.site.findUnique({ where: { id: siteId }, ...withPlaces })
  return site === null ? [] : idsOfCommittees(placeOf(site))
}
