import { EstablishmentForm } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import { DirectionEnum, OriginEnum } from '../../graphql/enums.js'
import { LocalityRef } from '../localities/schema.js'
import {
  countEstablishments,
  establishmentOrder,
  establishmentSorts,
  readEstablishments,
  readEstablishmentsById,
  readSitesById,
  readSitesOf,
  type EstablishmentRow,
  type SiteRow,
} from './reads.js'

const FormEnum = builder.enumType(EstablishmentForm, {
  name: 'EstablishmentForm',
  description: 'Doanh nghiệp, hợp tác xã, tổ hợp tác, hộ kinh doanh.',
})
const SortEnum = builder.enumType(establishmentSorts, { name: 'EstablishmentSort' })

export const EstablishmentRef = builder.loadableNodeRef('Establishment', {
  id: { resolve: ({ id }: EstablishmentRow) => id },
  load: (ids: string[], { prisma }) => readEstablishmentsById(prisma, ids),
  sort: ({ id }) => id,
})

export const SiteRef = builder.loadableNodeRef('Site', {
  id: { resolve: ({ id }: SiteRow) => id },
  load: (ids: string[], { prisma }) => readSitesById(prisma, ids),
  sort: ({ id }) => id,
})

SiteRef.implement({
  description: 'A place of production. Eligibility looks here, not at the seat (TT 46/2012 Điều 3.1.d).',
  fields: (t) => ({
    provinceName: t.exposeString('provinceName'),
    locality: t.loadable({
      type: LocalityRef,
      nullable: true,
      description: 'Absent when only the province is known.',
      load: async (ids: string[], { prisma }) => {
        const localities = await prisma.locality.findMany({ where: { id: { in: ids } } })
        return ids.map((id) => localities.find((locality) => locality.id === id) ?? null)
      },
      resolve: ({ localityId }) => localityId,
    }),
  }),
})

EstablishmentRef.implement({
  description: 'A rural industrial establishment (cơ sở công nghiệp nông thôn).',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Absent when the source does not name it.' }),
    form: t.expose('form', { type: FormEnum }),
    provinceName: t.exposeString('provinceName'),
    origin: t.expose('origin', { type: OriginEnum }),
    sites: t.loadableList({
      type: SiteRef,
      load: (ids: string[], { prisma }) => readSitesOf(prisma, ids),
      resolve: ({ id }) => id,
    }),
  }),
})

const EstablishmentFilter = builder.inputType('EstablishmentFilter', {
  fields: (t) => ({
    province: t.string({ description: 'Name of the province; diacritics may be left out.' }),
    form: t.field({ type: FormEnum }),
    text: t.string({ description: 'Part of name, form, province or what was supported; diacritics may be left out.' }),
  }),
})

builder.queryField('establishments', (t) =>
  t.connection(
    {
      type: EstablishmentRef,
      args: {
        filter: t.arg({ type: EstablishmentFilter }),
        sort: t.arg({ type: SortEnum, required: true, defaultValue: 'PROVINCE' }),
        direction: t.arg({ type: DirectionEnum, required: true, defaultValue: 'ASC' }),
      },
      complexity: connectionComplexity,
      resolve: (_parent, { filter, sort, direction, ...args }, { prisma }) => {
        const order = establishmentOrder(sort, direction)
        return keysetConnection({
          args,
          order,
          read: (slice) => readEstablishments(prisma, filter ?? {}, order, slice),
          count: () => countEstablishments(prisma, filter ?? {}),
        })
      },
    },
    { fields: (t) => ({ totalCount: t.int({ resolve: ({ count }) => count() }) }) },
  ),
)
