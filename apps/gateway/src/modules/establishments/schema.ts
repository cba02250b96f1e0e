import type { Actor } from '../../access/actor.js'
import { may } from '../../access/table.js'
import { EstablishmentForm, ProductGroup } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import { DirectionEnum, OriginEnum } from '../../graphql/enums.js'
import { LocalityRef } from '../localities/schema.js'
import { idsOfCommittees, placeOn } from './place.js'
import {
  countEstablishments,
  establishmentOrder,
  establishmentSorts,
  readEstablishments,
  readContacts,
  readEstablishmentsById,
  readSitesById,
  readSitesOf,
  type ContactRow,
  type EstablishmentRow,
  type SiteRow,
} from './reads.js'
import { SitePlaceRef } from './site-place.js'

export const FormEnum = builder.enumType(EstablishmentForm, {
  name: 'EstablishmentForm',
  description: 'Doanh nghiệp, hợp tác xã, tổ hợp tác, hộ kinh doanh.',
})
export const ProductGroupEnum = builder.enumType(ProductGroup, {
  name: 'ProductGroup',
  description:
    'The four groups of TT 26/2014/TT-BCT: thủ công mỹ nghệ; chế biến nông, lâm, thủy sản và thực phẩm; thiết bị, máy móc, dụng cụ và phụ tùng cơ khí; các sản phẩm khác.',
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

const ContactRef = builder.objectRef<ContactRow>('EstablishmentContact').implement({
  description: 'Whom to speak to.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true }),
    phone: t.exposeString('phone', { nullable: true }),
    email: t.exposeString('email', { nullable: true }),
    identityNumber: t.exposeString('identityNumber', { nullable: true }),
    personalTaxCode: t.exposeString('personalTaxCode', {
      nullable: true,
      description: 'The tax code of a household, where it is the identity number of its owner.',
    }),
  }),
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
    address: t.exposeString('address', { nullable: true }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which nothing is produced there any more.',
    }),
    version: t.exposeInt('version'),
    place: t.field({
      type: SitePlaceRef,
      description: 'Where it lies on a day, through the mergers of communes, and what eligibility needs of the place.',
      args: { on: t.arg({ type: 'Date', required: true }) },
      resolve: (site, { on }) => placeOn(site, on),
    }),
  }),
})

EstablishmentRef.implement({
  description: 'A rural industrial establishment (cơ sở công nghiệp nông thôn).',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Absent when the source does not name it.' }),
    form: t.expose('form', { type: FormEnum }),
    taxCode: t.exposeString('taxCode', {
      nullable: true,
      description: "Absent, too, where it is a person's identity number: then `contact` has it.",
    }),
    address: t.exposeString('address', { nullable: true, description: 'Of the seat.' }),
    provinceName: t.exposeString('provinceName'),
    origin: t.expose('origin', { type: OriginEnum }),
    registeredOn: t.expose('registeredOn', { type: 'Date', nullable: true }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it no longer produces.',
    }),
    closedReason: t.exposeString('closedReason', { nullable: true }),
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    contact: t.loadable({
      type: ContactRef,
      nullable: true,
      description: 'Personal data: null for whoever does not need it.',
      load: async (ids: string[], { prisma, actor }) => {
        const who = await actor()
        const contacts = who === undefined ? [] : await readContacts(prisma, ids)
        return ids.map((id) => contacts.find((contact) => contact.id === id && maySeeContact(who, contact)) ?? null)
      },
      resolve: ({ id }) => id,
    }),
    sites: t.loadableList({
      type: SiteRef,
      load: (ids: string[], { prisma }) => readSitesOf(prisma, ids),
      resolve: ({ id }) => id,
    }),
  }),
})

const maySeeContact = (actor: Actor | undefined, { id, sites }: ContactRow): boolean =>
  may(actor, 'seeContact', { establishmentId: id, localityId: sites.flatMap(idsOfCommittees) })

const EstablishmentFilter = builder.inputType('EstablishmentFilter', {
  fields: (t) => ({
    province: t.string({ description: 'Name of the province; diacritics may be left out.' }),
    form: t.field({ type: FormEnum }),
    text: t.string({
      description: 'Part of name, form, tax code, address, province or what was supported; diacritics may be left out.',
    }),
    taxCode: t.string(),
    locality: t.globalID({
      for: LocalityRef,
      description: 'Those with a site that lies, or may lie, in this commune or district, in whichever list.',
    }),
    productGroup: t.field({ type: ProductGroupEnum, description: 'Those that make something of this group.' }),
    origin: t.field({ type: OriginEnum }),
    open: t.boolean({ description: 'False: those that have closed.' }),
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
        const where = { ...filter, localityId: filter?.locality?.id }
        return keysetConnection({
          args,
          order,
          read: (slice) => readEstablishments(prisma, where, order, slice),
          count: () => countEstablishments(prisma, where),
        })
      },
    },
    { fields: (t) => ({ totalCount: t.int({ resolve: ({ count }) => count() }) }) },
  ),
)
