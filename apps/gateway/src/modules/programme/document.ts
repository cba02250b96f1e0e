import { builder } from '../../graphql/builder.js'
import { isoDate } from '../../graphql/date.js'

export const ProgrammeDocumentRef = builder.prismaNode('Programme', {
  name: 'ProgrammeDocument',
  description: 'The document that founds a programme of support.',
  nullable: true,
  id: { field: 'id' },
  fields: (t) => ({
    title: t.exposeString('title'),
    issuer: t.exposeString('issuer'),
    number: t.exposeString('number', { nullable: true, description: 'Absent when the copy at hand does not show it.' }),
    issuedOn: t.field({
      type: 'Date',
      nullable: true,
      select: { issuedOn: true },
      resolve: ({ issuedOn }) => (issuedOn === null ? null : isoDate(issuedOn)),
    }),
    periodFrom: t.field({
      type: 'Date',
      select: { periodFrom: true },
      resolve: ({ periodFrom }) => isoDate(periodFrom),
    }),
    periodTo: t.field({ type: 'Date', select: { periodTo: true }, resolve: ({ periodTo }) => isoDate(periodTo) }),
    provinceName: t.exposeString('provinceName'),
    note: t.exposeString('note'),
  }),
})

builder.queryField('programmeDocuments', (t) =>
  t.prismaField({
    type: [ProgrammeDocumentRef],
    description: 'The programmes that the gateway keeps records for, latest first.',
    resolve: (query, _parent, _args, { prisma }) =>
      prisma.programme.findMany({ ...query, orderBy: [{ periodFrom: 'desc' }, { id: 'asc' }] }),
  }),
)
