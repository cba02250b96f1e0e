import type { Actor } from '../../access/actor.js'
import type { Scope } from '../../access/authorise.js'
import { authorise, type Action } from '../../access/table.js'
import { notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import { isoDate } from '../../graphql/date.js'
import { refusal } from '../../graphql/refusal.js'
import { idsOfCommittees, type SitePlace } from './place.js'

/** For `placeOf`. */
export const withPlaces = { include: { localities: { select: { localityId: true }, orderBy: { at: 'asc' } } } } as const

/** An establishment with its sites. @throws Refusal `not-found` */
export async function findEstablishment(tx: Transaction, id: string, field = 'id') {
  const found = await tx.establishment.findUnique({ where: { id }, include: { sites: withPlaces } })
  if (found === null) throw notFound(field, id)
  return found
}

/** A site with its establishment. @throws Refusal `not-found` */
export async function findSite(tx: Transaction, id: string) {
  const found = await tx.site.findUnique({ where: { id }, include: { ...withPlaces.include, establishment: true } })
  if (found === null) throw notFound('id', id)
  return found
}

export const placeOf = (site: {
  readonly localityId: string | null
  readonly localities: readonly { readonly localityId: string }[]
}): SitePlace => ({ localityId: site.localityId, placedIds: site.localities.map(({ localityId }) => localityId) })

/** For lists over all localities: a committee sees them as it sees its own. */
export const anyPlace = (actor: Actor | undefined): Scope => ({
  localityId: (actor?.offices ?? []).flatMap(({ localityId }) => localityId ?? []),
})

/**
 * An establishment for something that is recorded of it: its products, needs, sites.
 * @throws Refusal `not-found`, those of `authorise`, `closed`
 */
export async function establishmentFor(tx: Transaction, actor: Actor | undefined, action: Action, id: string) {
  const found = await findEstablishment(tx, id, 'establishmentId')
  authorise(actor, action, {
    establishmentId: id,
    localityId: found.sites.flatMap((site) => idsOfCommittees(placeOf(site))),
  })
  if (found.closedOn !== null) throw closed(isoDate(found.closedOn))
  return found
}

export const closed = (day: string, field = 'id') =>
  refusal(
    'closed',
    field,
    { vi: `Cơ sở đã ngừng hoạt động ngày ${day}.`, en: `The establishment closed on ${day}.` },
    { vi: 'một cơ sở đang hoạt động', en: 'an establishment that is open' },
  )

export const siteClosed = (day: string, field = 'id') =>
  refusal(
    'closed',
    field,
    { vi: `Địa điểm đã ngừng sản xuất ngày ${day}.`, en: `The site closed on ${day}.` },
    { vi: 'một địa điểm đang sản xuất', en: 'a site in use' },
  )
