import { localityLists } from '@khuyencong/province-hai-duong/localities'
import type { Prisma } from '../generated/prisma/client.js'
import type { LocalityKind } from '../generated/prisma/enums.js'
import { searchable } from '../searchable.js'

/** Codes of the provinces that the lists lie in: Hải Dương, and Hải Phòng since 1 July 2025. */
const provinceCodes = { before: '30', since: '31' }

const kinds = {
  city: 'CITY',
  district: 'DISTRICT',
  town: 'TOWN',
  township: 'TOWNSHIP',
  commune: 'COMMUNE',
  ward: 'WARD',
  'special-zone': 'SPECIAL_ZONE',
} as const satisfies Readonly<Record<string, LocalityKind>>

/** The localities of Hải Dương in every list that is known, units above before those below. */
export function readLocalities(): Prisma.LocalityCreateManyInput[] {
  const districts = new Map<string, Prisma.LocalityCreateManyInput>()
  const communes: Prisma.LocalityCreateManyInput[] = []
  for (const { asOf, code, name, kind, district, inCentralCity } of [...localityLists.values()].flat()) {
    const row = (unit: { code: string; name: string; kind: keyof typeof kinds }) => ({
      id: `${asOf}/${unit.code}`,
      snapshot: new Date(`${asOf}T00:00:00Z`),
      code: unit.code,
      name: unit.name,
      kind: kinds[unit.kind],
      searchText: searchable(unit.name),
    })
    const parentCode = inCentralCity ? provinceCodes.since : provinceCodes.before
    if (district !== undefined) {
      const above = row(district)
      districts.set(above.id, { ...above, level: 'DISTRICT', parentCode, parentId: null })
    }
    communes.push({
      ...row({ code, name, kind }),
      level: 'COMMUNE',
      parentCode: district?.code ?? parentCode,
      parentId: district === undefined ? null : `${asOf}/${district.code}`,
    })
  }
  return [...districts.values(), ...communes]
}
