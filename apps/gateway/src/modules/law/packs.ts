import { national, type Pack, type Programme } from '@khuyencong/programme'
import { haiDuong, haiDuongProgramme } from '@khuyencong/province-hai-duong'
import { inForce, isIsoDate, type BoundLaw } from '@khuyencong/rules'

/** What pack authors keep apart from the law of support: choosing proposals, the money, and the titles of artisans. */
const areas = ['selection', 'money', 'titles'] as const
type Area = (typeof areas)[number]

/** The law of a day: that of support, and beside it each other area. */
export type ServedLaw = BoundLaw & Readonly<Record<Area, BoundLaw>>

interface PackWithAreas extends Pack {
  readonly areas: Readonly<Record<Area, Pack>>
  at(date: string): ServedLaw
}

interface ServedPack {
  readonly pack: PackWithAreas
  /** The province that the pack is for, and its programme; national law has neither. */
  readonly province?: { readonly name: string; readonly programme: Programme }
}

/** The packs that the gateway answers from. Another province is another line. */
const packs = {
  HAI_DUONG: { pack: haiDuong, province: { name: 'Hải Dương', programme: haiDuongProgramme } },
  NATIONAL: { pack: national },
} as const satisfies Readonly<Record<string, ServedPack>>

export type PackName = keyof typeof packs

const served: Readonly<Record<PackName, ServedPack>> = packs
const isPackName = (name: string): name is PackName => Object.hasOwn(packs, name)

export const packNames = Object.keys(packs).filter(isPackName)

/**
 * The law of a pack on a day.
 * @throws InputError when the day lies outside the pack's period
 */
export const lawOn = (name: PackName, asOf: string): ServedLaw => served[name].pack.at(asOf)

/** The law of one area of a pack. */
export const lawOfArea = (law: ServedLaw, area: Area | 'support'): BoundLaw => (area === 'support' ? law : law[area])

export const programmeOf = (name: PackName): Programme | undefined => served[name].province?.programme

/** The law of a province on a day: its own pack's, where that answers for the day, else national law; none before that begins. */
export function lawOfProvince(province: string, day: string): ServedLaw | undefined {
  if (!isIsoDate(day)) return undefined
  const answering = packNames.filter((name) => inForce(served[name].pack.period, day))
  const own = answering.find((name) => served[name].province?.name === province)
  const found = own ?? answering.find((name) => served[name].province === undefined)
  return found && lawOn(found, day)
}

/** A pack that an answer names as its law. */
export interface NamedPack {
  readonly pack: Pack
  /** The pack itself, or the one whose area it is. */
  readonly jurisdiction: PackWithAreas
}

export const packById = (id: string): NamedPack | undefined =>
  packNames
    .map((name) => served[name].pack)
    .flatMap((jurisdiction) =>
      [jurisdiction, ...areas.map((area) => jurisdiction.areas[area])].map((pack) => ({ pack, jurisdiction })),
    )
    .find(({ pack }) => pack.id === id)
