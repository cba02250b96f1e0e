import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import { countingDay, databaseDay } from '../../commands/counting-day.js'
import { signedIn } from '../../access/signed-in.js'
import { lockVersion } from '../../commands/version.js'
import { said } from '../../commands/words.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { Written } from '../../graphql/mutation.js'
import { refusal } from '../../graphql/refusal.js'
import { refuseWhileUnderWay } from '../proposals/under-way.js'
import { recordDistinctions, refuseDuplicates, type NotDuplicate } from './alike.js'
import { idsOfCommittees, localityId as idOf, placeOn, provinceOfLists } from './place.js'
import { establishmentFor, findSite, placeOf, siteClosed } from './scope.js'
import { commune, type Asked, type ChangeOf } from './service.js'

export interface NewSite {
  readonly establishmentId: string
  readonly localityId: string
  readonly address?: string | null | undefined
}

/** Adds a place of production. */
export async function addSite(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  input: NewSite,
  notDuplicate: NotDuplicate,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const asked = { ...input, notDuplicateOf: notDuplicate.ids, notDuplicateReason: notDuplicate.reason }
  return await carryOut(prisma, { name: 'addSite', personId, key: idempotencyKey, input: asked }, async (tx) => {
    const { establishmentId } = input
    const { nameKey } = await establishmentFor(tx, actor, 'addSite', establishmentId)
    const localityId = commune(input.localityId, 'input.localityId')
    const subject = { id: establishmentId, taxCode: null, nameKey, localityIds: [localityId] }
    const others = await refuseDuplicates(tx, subject, notDuplicate)
    await recordDistinctions(tx, establishmentId, others, notDuplicate, personId)
    const data = { establishmentId, localityId, address: said(input.address) }
    const { id } = await tx.site.create({ data: { ...data, provinceName: provinceOfLists }, select: { id: true } })
    return { answer: { id }, changes: [{ entity: 'Site', id, after: data }] }
  })
}

/** Says where a site lies in a list in which the mergers leave a doubt. */
export async function placeSite(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  localityId: string,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const asked = { id, expectedVersion, localityId }
  return await carryOut(prisma, { name: 'placeSite', personId, key: idempotencyKey, input: asked }, async (tx) => {
    const site = await findSite(tx, id)
    authorise(actor, 'placeSite', { establishmentId: site.establishmentId, localityId: idsOfCommittees(placeOf(site)) })
    const version = await lockVersion(tx, 'sites', id, expectedVersion)
    const [snapshot = ''] = commune(localityId, 'localityId').split('/')
    const before = placeOf(site)
    const elsewhere = { ...before, placedIds: before.placedIds.filter((placed) => !placed.startsWith(`${snapshot}/`)) }
    const { candidates } = placeOn(elsewhere, snapshot)
    const possible = candidates.map(idOf)
    if (possible.length > 0 && !possible.includes(localityId)) throw elsewhereOnly(candidates.map(({ name }) => name))
    // Of a site of which only the province was known, this is where it is registered.
    if (before.localityId === null) await tx.site.update({ where: { id }, data: { localityId, version } })
    else {
      const place = { localityId, personId }
      await tx.siteLocality.upsert({
        where: { siteId_snapshot: { siteId: id, snapshot: databaseDay(snapshot) } },
        create: { siteId: id, snapshot: databaseDay(snapshot), ...place },
        update: place,
      })
      await tx.site.update({ where: { id }, data: { version } })
    }
    const change = { before: { localityIds: before.placedIds }, after: { localityId } }
    return { answer: { id }, changes: [{ entity: 'Site', id, ...change }] }
  })
}

/**
 * Records that nothing is produced at a site any more.
 *
 * @throws Refusal `closed`, `on-in-future`, those of `refuseWhileUnderWay`
 */
export async function closeSite(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  on: string,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const asked = { id, expectedVersion, on }
  return await carryOut(prisma, { name: 'closeSite', personId, key: idempotencyKey, input: asked }, async (tx) => {
    const site = await findSite(tx, id)
    authorise(actor, 'closeSite', { establishmentId: site.establishmentId, localityId: idsOfCommittees(placeOf(site)) })
    const version = await lockVersion(tx, 'sites', id, expectedVersion)
    const closedOn = countingDay(on)
    if (site.closedOn !== null) throw siteClosed(isoDate(site.closedOn))
    await refuseWhileUnderWay(tx, { siteId: id })
    await tx.site.update({ where: { id }, data: { closedOn, version } })
    return { answer: { id }, changes: [{ entity: 'Site', id, after: { closedOn: on } }] }
  })
}

const elsewhereOnly = (names: readonly string[]) =>
  refusal(
    'not-a-successor',
    'localityId',
    { vi: 'Địa điểm này không thể nằm ở đó.', en: 'This site cannot lie there.' },
    { vi: `một trong: ${names.join(', ')}`, en: `one of: ${names.join(', ')}` },
  )
