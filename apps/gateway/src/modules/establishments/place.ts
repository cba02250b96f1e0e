import { siteFacts, type ApplicationFacts, type Locality } from '@khuyencong/domain'
import { localitiesOn, localityLists } from '@khuyencong/province-hai-duong/localities'
import { localityOn, samePlaces, type ListedLocality } from '@khuyencong/province-hai-duong/successors'
import { isoDate } from '@khuyencong/rules'

/** What is recorded of where a site lies: ids of localities, each of one list. */
export interface SitePlace {
  /** As it was registered; null when only its province is known. */
  readonly localityId: string | null
  /** Said later of other lists, by somebody who knew. */
  readonly placedIds: readonly string[]
}

/** Where a site lies on a day. */
export interface PlaceOnDay {
  /** One: it is known. Several: one of them, ask which. None: only its province is known. */
  readonly candidates: readonly Locality[]
  /** What eligibility needs of the place, as far as all candidates agree. */
  readonly facts: ApplicationFacts
}

/** The key of a locality in the database. */
export const localityId = ({ asOf, code }: ListedLocality): string => `${asOf}/${code}`

/** The lists lie in one province, as far as the programme is concerned: the merged province's wards were those of Hải Dương. */
export const provinceOfLists = 'Hải Dương'

/** @throws RangeError when the id does not name a commune, ward or township of a list */
function listed(id: string): ListedLocality {
  const [asOf = '', code = ''] = id.split('/')
  return { asOf: isoDate(asOf), code }
}

/** Whether an id names a commune, ward or township of a list: a place where somebody can produce. */
export const isCommune = (id: string): boolean =>
  [...localityLists.values()].flat().some((locality) => localityId(locality) === id)

/** Where a site lies on a day, by what was said of that list, else through the mergers. */
export function placeOn({ localityId: registered, placedIds }: SitePlace, day: string): PlaceOnDay {
  const on = isoDate(day)
  const known = [...(registered === null ? [] : [registered]), ...placedIds].map(listed)
  const list = localitiesOn(on)
  const said = known.findLast(({ asOf }) => asOf === list[0]?.asOf)
  const possible = (said === undefined ? known : [said]).map(
    (from) => new Set(localityOn(from, on).map(({ code }) => code)),
  )
  const candidates = possible.length === 0 ? [] : list.filter(({ code }) => possible.every((codes) => codes.has(code)))
  return { candidates, facts: agreed(candidates.map(siteFacts)) }
}

function agreed(all: readonly ApplicationFacts[]): ApplicationFacts {
  const [first = {}, ...others] = all
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) =>
      others.every((facts) => Object.entries(facts).some(([name, other]) => name === key && other === value)),
    ),
  )
}

/** Ids of the communes of every list that can be the same place as this one. */
export const samePlaceIds = (id: string): string[] => samePlaces(listed(id)).map(localityId)

/** Ids of the communes of every list that can lie in a locality: in the commune itself, or in any of the district's. */
export function idsWithin(id: string): string[] {
  const [asOf = '', code = ''] = id.split('/')
  const communes = [...localityLists.values()]
    .flat()
    .filter((unit) => unit.asOf === asOf && (unit.code === code || unit.district?.code === code))
  return [...new Set(communes.flatMap((unit) => samePlaceIds(localityId(unit))))]
}

/**
 * The localities whose committees a site is the business of: in every list the commune that it surely lies in, and its district.
 */
export function idsOfCommittees(place: SitePlace): string[] {
  return [...localityLists.keys()].flatMap((day) => {
    const [only, ...others] = placeOn(place, day).candidates
    if (only === undefined || others.length > 0) return []
    return [localityId(only), ...(only.district === undefined ? [] : [`${only.asOf}/${only.district.code}`])]
  })
}
