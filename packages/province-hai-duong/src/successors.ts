import type { Locality } from '@khuyencong/domain'
import type { IsoDate } from '@khuyencong/rules'
import { localitiesOn, localityLists } from './localities.js'
import mergers from './mergers.json' with { type: 'json' }

/** A locality named by its code in one of the lists. */
export type ListedLocality = Pick<Locality, 'code' | 'asOf'>

/** Each unit of 1 July 2025, and the codes of March 2025 that the resolution forms it from, wholly or in part. */
const formedFrom: ReadonlyMap<string, readonly string[]> = new Map(
  mergers.map(([code = '', ...parts]): [string, readonly string[]] => [code, parts]),
)

const days: readonly IsoDate[] = [...localityLists.keys()]
const key = ({ code, asOf }: ListedLocality) => `${asOf} ${code}`

/** From each unit to those of the next list that have some of its ground, and back. */
const next = new Map<string, Locality[]>()
const previous = new Map<string, Locality[]>()
for (const [index, day] of days.entries()) {
  const following = days[index + 1]
  if (following === undefined) break
  const after = localitiesOn(following)
  for (const unit of localitiesOn(day)) {
    const into = successors(unit, after)
    next.set(key(unit), into)
    for (const other of into) previous.set(key(other), [...(previous.get(key(other)) ?? []), unit])
  }
}

/**
 * A unit that vanished in the mergers of December 2024 went to another of its district; to which one, no list here says.
 * Hence all of them.
 */
function successors(unit: Locality, after: readonly Locality[]): Locality[] {
  if (after.some(({ district }) => district === undefined))
    return after.filter(({ code }) => formedFrom.get(code)?.includes(unit.code))
  const same = after.filter(({ code }) => code === unit.code)
  if (same.length > 0) return same
  const district = after.filter((other) => other.district?.code === unit.district?.code)
  const namesake = district.filter(({ name }) => name === unit.name)
  return namesake.length > 0 ? namesake : district
}

/**
 * Where ground of a locality lies on another day, earlier or later: the units of the list of that day that it can be in.
 * One where the lists decide it. Several where it was divided or it is not known which unit took it: then only somebody who
 * knows the place can say which.
 * @param locality as one of the lists has it
 * @returns at least one unit, in the order of the list
 * @throws RangeError when no list has the locality
 */
export function localityOn(locality: ListedLocality, day: IsoDate): readonly Locality[] {
  const start = localityLists.get(locality.asOf)?.find(({ code }) => code === locality.code)
  if (start === undefined)
    throw new RangeError(
      `No list of ${locality.asOf} has the code ${locality.code}. Expected one of the lists of ${days.join(', ')}.`,
    )
  const target = localitiesOn(day)
  const to = target[0]?.asOf ?? start.asOf
  const step = to < start.asOf ? previous : next
  let units: readonly Locality[] = [start]
  while (units[0] !== undefined && units[0].asOf !== to)
    units = [...new Map(units.flatMap((unit) => step.get(key(unit)) ?? []).map((unit) => [unit.code, unit])).values()]
  return target.filter(({ code }) => units.some((unit) => unit.code === code))
}

/** Every listed locality, of any list, that can be the same place, the locality itself among them. */
export const samePlaces = (locality: ListedLocality): readonly Locality[] =>
  days.flatMap((day) => localityOn(locality, day))
