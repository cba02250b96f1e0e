import { builder } from '../../graphql/builder.js'
import { choiceEnum } from '../law/facts-input.js'
import { LocalityRef } from '../localities/schema.js'
import { localityId, type PlaceOnDay } from './place.js'

const StatusEnum = builder.enumType('SitePlaceStatus', {
  description: 'How well it is known.',
  values: {
    KNOWN: { description: 'One locality.' },
    ASK: { description: 'A merger divided the commune, or it is not known which one took it: one of the candidates.' },
    UNKNOWN: { description: 'Only the province is known.' },
  } as const,
})

const SiteFactsRef = builder.objectRef<PlaceOnDay['facts']>('SiteFacts').implement({
  description:
    'What a place of production says of an application: fields of `FactsInput`. Null: not known, or not the same in all candidates.',
  fields: (t) => ({
    siteInProvince: t.exposeBoolean('siteInProvince', { nullable: true }),
    siteKind: t.field({ type: choiceEnum('siteKind'), nullable: true, resolve: ({ siteKind }) => siteKind }),
    districtKind: t.field({
      type: choiceEnum('districtKind'),
      nullable: true,
      resolve: ({ districtKind }) => districtKind,
    }),
    inCentralCity: t.exposeBoolean('inCentralCity', { nullable: true }),
    cityClass: t.field({ type: choiceEnum('cityClass'), nullable: true, resolve: ({ cityClass }) => cityClass }),
    wardFromCommune: t.exposeBoolean('wardFromCommune', { nullable: true }),
    wardSince: t.field({ type: 'Date', nullable: true, resolve: ({ wardSince }) => wardSince }),
  }),
})

export const SitePlaceRef = builder.objectRef<PlaceOnDay>('SitePlace').implement({
  description: 'Where a site lies on a day.',
  fields: (t) => ({
    status: t.field({
      type: StatusEnum,
      resolve: ({ candidates }) => (candidates.length === 0 ? 'UNKNOWN' : candidates.length === 1 ? 'KNOWN' : 'ASK'),
    }),
    candidates: t.loadable({
      type: [LocalityRef],
      description: 'One where it is known; several where somebody must say which (`placeSite`).',
      load: async (ids: string[], { prisma }) => {
        const found = new Map(
          (await prisma.locality.findMany({ where: { id: { in: ids } } })).map((one) => [one.id, one]),
        )
        return ids.map((id) => found.get(id) ?? new Error(`The locality ${id} of a list is not in the database`))
      },
      resolve: ({ candidates }) => candidates.map(localityId),
    }),
    facts: t.field({ type: SiteFactsRef, resolve: ({ facts: known }) => known }),
  }),
})
