import type { BoundLaw } from '@khuyencong/rules'
import type { Pack, PackLaw } from './pack.js'

/** Packs of areas with facts of their own, by the name under which the bound law carries them. */
export type Areas = Readonly<Record<string, Pack>>

/** The law of one jurisdiction on a day: that of support, and that of each area under its name. */
export type LawOnDay<A extends Areas> = BoundLaw & { readonly [Name in keyof A]: BoundLaw }

/** A pack together with those of its other areas. */
export interface Jurisdiction<L extends PackLaw, A extends Areas> extends Pack<L> {
  readonly areas: A
  /**
   * The law in force on a day. An area is bound when it is first read.
   * @throws InputError when `date` is not a day or lies outside the pack's period; reading an area, when it lies outside that of the area
   */
  at(date: string): LawOnDay<A>
}

/** Joins a pack with the packs of areas whose facts are others than those of an application for support. */
export function withAreas<L extends PackLaw, A extends Areas>(pack: Pack<L>, areas: A): Jurisdiction<L, A> {
  return {
    ...pack,
    areas,
    at(date) {
      const law = { ...pack.at(date) }
      for (const [name, area] of Object.entries(areas)) {
        let bound: BoundLaw | undefined
        Object.defineProperty(law, name, { enumerable: true, get: () => (bound ??= area.at(date)) })
      }
      return law as LawOnDay<A>
    },
  }
}
