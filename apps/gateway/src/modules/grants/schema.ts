import { z } from 'zod'
import { Fund, GrantClass, PlanDateBasis } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import { DirectionEnum, OriginEnum } from '../../graphql/enums.js'
import { SupportCeilingRef } from '../ceiling/schema.js'
import { EstablishmentRef, SiteRef } from '../establishments/schema.js'
import { ceilingOf } from './ceiling.js'
import {
  countGrants,
  grantOrder,
  grantSorts,
  readGrants,
  readGrantsById,
  readGrantsOf,
  type GrantRow,
} from './reads.js'

export const FundEnum = builder.enumType(Fund, {
  name: 'Fund',
  description: 'Which fund pays. UNKNOWN: the source does not say, or the row mixes funds.',
})
const ClassEnum = builder.enumType(GrantClass, {
  name: 'GrantClass',
  description:
    'How much the source shows. SINGLE: one grant with total cost and support; AGGREGATE: several together, both known; SUPPORT_ONLY: no total cost.',
})
const BasisEnum = builder.enumType(PlanDateBasis, {
  name: 'PlanDateBasis',
  description:
    'DOCUMENT: day of the approval document. PLAN_YEAR: only the year is known; 1 January, the stricter side of the change of 11/5/2018.',
})
const SortEnum = builder.enumType(grantSorts, {
  name: 'GrantSort',
  description: 'Amounts that are not published come last in either direction.',
})

const SourceRef = builder.objectRef<GrantRow['sources'][number]>('GrantSource').implement({
  description: 'Where a grant was published.',
  fields: (t) => ({
    title: t.exposeString('title'),
    url: t.exposeString('url', { nullable: true }),
  }),
})

const GrantRef = builder.loadableNodeRef('Grant', {
  id: { resolve: ({ id }: GrantRow) => id },
  load: (ids: string[], { prisma }) => readGrantsById(prisma, ids),
  sort: ({ id }) => id,
})

GrantRef.implement({
  description: 'Money granted to one or several establishments for a support content.',
  fields: (t) => ({
    reference: t.exposeString('id', { description: 'Stable reference of the record, e.g. "example-011".' }),
    class: t.expose('class', { type: ClassEnum }),
    origin: t.expose('origin', { type: OriginEnum }),
    contentCode: t.exposeString('contentCode', {
      nullable: true,
      description: 'Code of the support content; absent when the row covers several.',
    }),
    contentText: t.exposeString('contentText'),
    fund: t.expose('fund', { type: FundEnum }),
    yearFrom: t.exposeInt('yearFrom'),
    yearTo: t.exposeInt('yearTo'),
    planDate: t.expose('planDate', { type: 'Date', description: 'The day whose law applies.' }),
    planDateBasis: t.expose('planDateBasis', { type: BasisEnum }),
    totalCost: t.expose('totalCost', { type: 'Dong', nullable: true }),
    support: t.expose('support', { type: 'Dong', nullable: true }),
    counterpart: t.expose('counterpart', {
      type: 'Dong',
      nullable: true,
      description: "The beneficiary's own money (vốn đối ứng).",
    }),
    beneficiaryType: t.exposeString('beneficiaryType', { description: 'As the source words it.' }),
    beneficiaryCount: t.exposeInt('beneficiaryCount', { nullable: true }),
    approvalDocument: t.exposeString('approvalDocument'),
    provinceName: t.exposeString('provinceName'),
    note: t.exposeString('note'),
    establishment: t.field({
      type: EstablishmentRef,
      nullable: true,
      description: 'Absent when the row covers several establishments.',
      resolve: ({ establishment }) => establishment,
    }),
    site: t.field({ type: SiteRef, nullable: true, resolve: ({ site }) => site }),
    sources: t.expose('sources', { type: [SourceRef] }),
    ceiling: t.field({
      type: SupportCeilingRef,
      nullable: true,
      description:
        'The most that it could have been under the law of its plan date, taking the total cost for the eligible cost. Absent where the row covers several establishments or contents.',
      resolve: ceilingOf,
    }),
  }),
})

builder.objectField(EstablishmentRef, 'grants', (t) =>
  t.loadableList({
    type: GrantRef,
    description: 'Latest plan first.',
    load: (ids: string[], { prisma }) => readGrantsOf(prisma, ids),
    resolve: ({ id }) => id,
  }),
)

const year = z
  .int()
  .min(1990, 'A year is between 1990 and 2100.')
  .max(2100, 'A year is between 1990 and 2100.')
  .nullish()

const yearsInOrder = z
  .looseObject({ yearFrom: z.number().nullish(), yearTo: z.number().nullish() })
  .refine(({ yearFrom, yearTo }) => yearFrom == null || yearTo == null || yearFrom <= yearTo, {
    message: 'yearFrom is after yearTo.',
    path: ['yearFrom'],
  })

const GrantFilter = builder.inputType('GrantFilter', {
  validate: yearsInOrder,
  fields: (t) => ({
    province: t.string({ description: 'Name of the province; diacritics may be left out.' }),
    yearFrom: t.int({ validate: year, description: 'Grants of this plan year or later.' }),
    yearTo: t.int({ validate: year, description: 'Grants of this plan year or earlier.' }),
    contentCode: t.string(),
    fund: t.field({ type: FundEnum }),
    class: t.field({ type: ClassEnum }),
    text: t.string({
      description: 'Part of province, content, beneficiary, approval or note; diacritics may be left out.',
    }),
  }),
})

builder.queryField('grants', (t) =>
  t.connection(
    {
      type: GrantRef,
      args: {
        filter: t.arg({ type: GrantFilter }),
        sort: t.arg({ type: SortEnum, required: true, defaultValue: 'YEAR' }),
        direction: t.arg({ type: DirectionEnum, required: true, defaultValue: 'DESC' }),
      },
      complexity: connectionComplexity,
      resolve: (_parent, { filter, sort, direction, ...args }, { prisma }) => {
        const order = grantOrder(sort, direction)
        return keysetConnection({
          args,
          order,
          read: (slice) => readGrants(prisma, filter ?? {}, order, slice),
          count: () => countGrants(prisma, filter ?? {}),
        })
      },
    },
    { fields: (t) => ({ totalCount: t.int({ resolve: ({ count }) => count() }) }) },
  ),
)
