import { siteFacts, type FactKey, type Locality } from '@khuyencong/domain'
import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import { isIsoDate } from '@khuyencong/rules'
import { withEntry, writeFacts, type Draft } from './question'

export const localityOf = (draft: Draft, asOf: string): Locality | undefined =>
  isIsoDate(asOf) ? localitiesOn(asOf).find(({ code }) => code === draft.locality) : undefined

/** What is said of a place and not of who works there. */
const aboutThePlace: readonly string[] = [
  'siteInProvince',
  'siteKind',
  'districtKind',
  'cityClass',
  'wardFromCommune',
  'wardSince',
  'inCentralCity',
] satisfies FactKey[]

/** The draft with this locality and all that is known of it. What was said of the place before, by hand or not, was about another. */
export function choose(draft: Draft, locality: Locality | undefined): Draft {
  const cleared = Object.fromEntries(
    Object.entries(draft).filter(([key]) => key !== 'locality' && !aboutThePlace.includes(key)),
  )
  return locality ? { ...cleared, locality: locality.code, ...writeFacts(siteFacts(locality)) } : cleared
}

/**
 * The draft on another day. Units merge and codes come to mean other places, so a locality that the list of that day
 * does not have under the same name goes, with what it filled in.
 */
export function moveTo(draft: Draft, asOf: string, now: string): Draft {
  const moved = withEntry(draft, 'asOf', asOf)
  const before = localityOf(draft, now)
  if (!before || !isIsoDate(asOf)) return moved
  const after = localityOf(draft, asOf)
  if (after?.asOf === before.asOf) return moved
  return choose(moved, after?.name === before.name ? after : undefined)
}
