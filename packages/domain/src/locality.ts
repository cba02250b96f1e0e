import type { IsoDate } from '@khuyencong/rules'
import type { ApplicationFacts } from './facts.js'

/** A commune-level unit as it stood on a day. */
export interface Locality {
  /** Code of the statistics office. */
  readonly code: string
  readonly name: string
  readonly kind: 'commune' | 'township' | 'ward' | 'special-zone'
  /** The district-level unit, absent since 1 July 2025. */
  readonly district?: { readonly code: string; readonly name: string; readonly kind: 'district' | 'town' | 'city' }
  /** The day of the list that it is taken from. */
  readonly asOf: IsoDate
  readonly inCentralCity: boolean
  readonly cityClass?: ApplicationFacts['cityClass']
  readonly wardFromCommune?: boolean
  readonly wardSince?: IsoDate
}

/** What a place of production in this locality says of an application; what is not known of the locality stays absent. */
export function siteFacts(locality: Locality): ApplicationFacts {
  const { kind, district, inCentralCity, cityClass, wardFromCommune, wardSince } = locality
  return {
    siteInProvince: true,
    siteKind: kind,
    districtKind: district?.kind ?? 'none',
    inCentralCity,
    ...(cityClass !== undefined && { cityClass }),
    ...(wardFromCommune !== undefined && { wardFromCommune }),
    ...(wardSince !== undefined && { wardSince }),
  }
}
