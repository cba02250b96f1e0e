import { LocalityKind, LocalityLevel } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { isoDate } from '../../graphql/date.js'
import { pageSize } from '../../graphql/limits.js'
import { searchable } from '../../searchable.js'

const LevelEnum = builder.enumType(LocalityLevel, { name: 'LocalityLevel' })
const KindEnum = builder.enumType(LocalityKind, {
  name: 'LocalityKind',
  description: 'Thành phố, huyện, thị xã, thị trấn, xã, phường, đặc khu.',
})

export const LocalityRef = builder.prismaNode('Locality', {
  description:
    'A district, commune, ward, township or special zone as it stood in one snapshot of the statistics office. The same code can name another place in another snapshot.',
  nullable: true,
  id: { field: 'id' },
  fields: (t) => ({
    snapshot: t.field({
      type: 'Date',
      description: 'First day of the month in which the list was taken.',
      select: { snapshot: true },
      resolve: ({ snapshot }) => isoDate(snapshot),
    }),
    code: t.exposeString('code', { description: 'Code of the General Statistics Office.' }),
    parentCode: t.exposeString('parentCode'),
    parent: t.relation('parent', {
      nullable: true,
      description: 'Absent when the unit is directly under the province.',
    }),
    level: t.expose('level', { type: LevelEnum }),
    kind: t.expose('kind', { type: KindEnum }),
    name: t.exposeString('name', { description: 'Vietnamese name with its kind.' }),
  }),
})

const LocalityFilter = builder.inputType('LocalityFilter', {
  fields: (t) => ({
    snapshot: t.field({ type: 'Date', description: 'Exactly this snapshot.' }),
    level: t.field({ type: LevelEnum }),
    kind: t.field({ type: KindEnum }),
    parentCode: t.string(),
    text: t.string({ description: 'Part of the name; diacritics may be left out.' }),
  }),
})

builder.queryField('localities', (t) =>
  t.prismaConnection({
    type: LocalityRef,
    cursor: 'id',
    description: 'Units of Hải Dương, by snapshot and code.',
    maxSize: pageSize.maximum,
    defaultSize: pageSize.usual,
    args: { filter: t.arg({ type: LocalityFilter }) },
    totalCount: (_parent, { filter }, { prisma }) => prisma.locality.count({ where: where(filter) }),
    resolve: (query, _parent, { filter }, { prisma }) =>
      prisma.locality.findMany({ ...query, where: where(filter), orderBy: { id: 'asc' } }),
  }),
)

type Filter = typeof LocalityFilter.$inferInput

function where(filter: Filter | null | undefined) {
  const { snapshot, level, kind, parentCode, text } = filter ?? {}
  return {
    ...(snapshot == null ? {} : { snapshot: new Date(`${snapshot}T00:00:00Z`) }),
    ...(level == null ? {} : { level }),
    ...(kind == null ? {} : { kind }),
    ...(parentCode == null ? {} : { parentCode }),
    ...(text == null ? {} : { searchText: { contains: searchable(text) } }),
  }
}
