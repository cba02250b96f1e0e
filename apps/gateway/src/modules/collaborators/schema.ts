import { authorise } from '../../access/table.js'
import { visibleTo } from '../../access/visible-to.js'
import type { Collaborator } from '../../generated/prisma/client.js'
import { builder } from '../../graphql/builder.js'
import type { Context } from '../../graphql/context.js'
import { isoDate } from '../../graphql/date.js'
import { pageSize } from '../../graphql/limits.js'
import { keyArgument, orRefused, written } from '../../graphql/mutation.js'
import { databaseDay } from '../../commands/counting-day.js'
import { searchable } from '../../searchable.js'
import { idsOfCommittees, isCommune } from '../establishments/place.js'
import { anyPlace } from '../establishments/scope.js'
import { LocalityRef } from '../localities/schema.js'
import { changeCollaborator, endCollaborator, registerCollaborator } from './service.js'

/** Who needs to reach them, a committee those of its own localities. */
const contactRoles = ['CENTRE', 'LOCAL_COMMITTEE', 'INDUSTRY_DEPARTMENT'] as const
const scope = ({ localityId }: { readonly localityId: string }) => ({
  localityId: isCommune(localityId) ? idsOfCommittees({ localityId, placedIds: [] }) : localityId,
})

const CollaboratorRef = builder.prismaNode('Collaborator', {
  description: 'Cộng tác viên khuyến công: who works for the programme in a commune or district.',
  nullable: true,
  id: { field: 'id' },
  // A person: not for whoever has not signed in.
  findUnique: async (id, { actor }) => {
    const who = await actor()
    authorise(who, 'seeCollaborators', anyPlace(who))
    return { id }
  },
  fields: (t) => ({
    name: t.exposeString('name'),
    locality: t.relation('locality', { type: LocalityRef }),
    from: t.field({ type: 'Date', select: { from: true }, resolve: ({ from }) => isoDate(from) }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is over.',
      select: { to: true },
      resolve: ({ to }) => (to === null ? null : isoDate(to)),
    }),
    tasks: t.exposeString('tasks'),
    version: t.exposeInt('version'),
    phone: t.string({
      nullable: true,
      description: 'Personal data: null for whoever does not need it.',
      select: { phone: true, localityId: true },
      resolve: visibleTo(contactRoles, ({ phone }: { phone: string | null; localityId: string }) => phone, { scope }),
    }),
    identityNumber: t.string({
      nullable: true,
      description: 'Personal data: null for whoever does not need it.',
      select: { identityNumber: true, localityId: true },
      resolve: visibleTo(
        contactRoles,
        ({ identityNumber }: { identityNumber: string | null; localityId: string }) => identityNumber,
        { scope },
      ),
    }),
  }),
})

const CollaboratorFilter = builder.inputType('CollaboratorFilter', {
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'Those who are in the network on this day.' }),
    text: t.string({ description: 'Part of name, locality or tasks; diacritics may be left out.' }),
  }),
})

builder.queryField('collaborators', (t) =>
  t.prismaConnection({
    type: CollaboratorRef,
    cursor: 'id',
    description: 'The network, by when they were recorded. For those who work for the programme.',
    maxSize: pageSize.maximum,
    defaultSize: pageSize.usual,
    args: { filter: t.arg({ type: CollaboratorFilter }) },
    totalCount: (_parent, { filter }, { prisma }) => prisma.collaborator.count({ where: where(filter) }),
    resolve: async (query, _parent, { filter }, { prisma, actor }) => {
      const who = await actor()
      authorise(who, 'seeCollaborators', anyPlace(who))
      return await prisma.collaborator.findMany({ ...query, where: where(filter), orderBy: { id: 'asc' } })
    },
  }),
)

function where(filter: typeof CollaboratorFilter.$inferInput | null | undefined) {
  const { on, text } = filter ?? {}
  return {
    ...(text == null ? {} : { searchText: { contains: searchable(text) } }),
    ...(on == null ? {} : { from: { lte: databaseDay(on) }, OR: [{ to: null }, { to: { gt: databaseDay(on) } }] }),
  }
}

const CollaboratorInput = builder.inputType('CollaboratorInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    locality: t.globalID({ for: LocalityRef, required: true, description: 'A commune or a district.' }),
    from: t.field({ type: 'Date', required: true }),
    to: t.field({ type: 'Date', description: 'The first day on which it is over.' }),
    tasks: t.string({ required: true }),
    phone: t.string(),
    identityNumber: t.string(),
  }),
})

const collaborator = (prisma: Context['prisma'], id: { readonly id: string }) =>
  written((ids): Promise<Collaborator[]> => prisma.collaborator.findMany({ where: { id: { in: [...ids] } } }), id)

builder.mutationFields((t) => ({
  registerCollaborator: t.field({
    type: CollaboratorRef,
    errors: orRefused('RegisterCollaborator'),
    args: { ...keyArgument, input: t.arg({ type: CollaboratorInput, required: true }) },
    resolve: async (_parent, { idempotencyKey, input: { locality: place, ...input } }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      return await collaborator(prisma, await registerCollaborator(prisma, asked, { ...input, localityId: place.id }))
    },
  }),
  changeCollaborator: t.field({
    type: CollaboratorRef,
    description: 'Replaces all that is recorded.',
    errors: orRefused('ChangeCollaborator'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: CollaboratorRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      input: t.arg({ type: CollaboratorInput, required: true }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, input }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      const { locality: place, ...rest } = input
      const given = { ...rest, localityId: place.id }
      return await collaborator(prisma, await changeCollaborator(prisma, asked, { id, expectedVersion }, given))
    },
  }),
  endCollaborator: t.field({
    type: CollaboratorRef,
    errors: orRefused('EndCollaborator'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: CollaboratorRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      to: t.arg({ type: 'Date', required: true, description: 'The first day on which it is over.' }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, to }, { prisma, actor }) => {
      const asked = { actor: await actor(), idempotencyKey }
      return await collaborator(prisma, await endCollaborator(prisma, asked, { id, expectedVersion }, to))
    },
  }),
}))
