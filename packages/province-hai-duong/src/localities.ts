import type { Locality } from '@khuyencong/domain'
import { isoDate, type IsoDate } from '@khuyencong/rules'
import rows from './localities.json' with { type: 'json' }

/** What is known of single units beyond the lists. Wards not named here may or may not be former communes. */
const wards: Readonly<Record<string, Pick<Locality, 'wardFromCommune' | 'wardSince'>>> = {
  '11011': { wardFromCommune: true, wardSince: '2019-12-01' }, // Tân Hưng
  '10672': { wardFromCommune: true, wardSince: '2019-12-01' }, // Nam Đồng
  '10516': { wardFromCommune: false }, // Quang Trung
}

/** Hải Dương city. The class of Chí Linh is not known from a source and stays unknown. */
const classOneCity = '288'

const merger = '2025-07-01'

type DistrictKind = NonNullable<Locality['district']>['kind']
const isDistrictKind = (kind: string): kind is DistrictKind => ['district', 'town', 'city'].includes(kind)
const isKind = (kind: string): kind is Locality['kind'] => ['commune', 'township', 'ward'].includes(kind)

/** Each list by the first day of the month in which it was taken. */
function read(): ReadonlyMap<IsoDate, readonly Locality[]> {
  const lists = new Map<IsoDate, Locality[]>()
  const districts = new Map<string, Locality['district']>()
  for (const [month = '', code = '', , kind = '', name = ''] of rows)
    if (isDistrictKind(kind)) districts.set(`${month} ${code}`, { code, name, kind })
  for (const [month = '', code = '', parent = '', kind = '', name = ''] of rows) {
    if (!isKind(kind)) continue
    const asOf = isoDate(`${month}-01`)
    const district = districts.get(`${month} ${parent}`)
    const known = asOf < merger && kind === 'ward' ? wards[code] : undefined
    const locality: Locality = {
      code,
      name,
      kind,
      asOf,
      inCentralCity: asOf >= merger,
      ...(district && { district }),
      ...(district?.code === classOneCity && { cityClass: 'class-1' }),
      ...known,
    }
    lists.set(asOf, [...(lists.get(asOf) ?? []), locality])
  }
  return lists
}

const lists = read()

/** Every list of communes, wards and townships that is known, by its first day: April 2023, March 2025, July 2025. */
export const localityLists = lists

/**
 * The communes, wards and townships of (former) Hải Dương on a day: the latest list not after it. Units that merged
 * between two lists appear as they were in the earlier one; before the first list, that one stands.
 */
export function localitiesOn(date: IsoDate): readonly Locality[] {
  let found: readonly Locality[] = []
  for (const [asOf, list] of lists) if (found.length === 0 || asOf <= date) found = list
  return found
}
