import type { Actor, Office } from '../../access/actor.js'
import { RoleEnum } from '../../access/schema.js'
import { authorise } from '../../access/table.js'
import { visibleTo } from '../../access/visible-to.js'
import { OrganisationKind } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { isoDate } from '../../graphql/date.js'
import { pageSize } from '../../graphql/limits.js'
import { lockedAmong } from '../../sign-in/attempts.js'
import { readEstablishmentsById } from '../establishments/reads.js'
import { EstablishmentRef } from '../establishments/schema.js'
import { LocalityRef } from '../localities/schema.js'

// People are no nodes: `node(id)` is for everybody, and people are not.

export const OrganisationKindEnum = builder.enumType(OrganisationKind, {
  name: 'OrganisationKind',
  description:
    'Cơ sở CNNT, UBND cấp huyện (cấp xã since 1 July 2025), Trung tâm Khuyến công, Sở Công Thương, Sở Tài chính, UBND tỉnh, hội đồng, cơ quan thanh tra, sở ngành khác.',
})

export const OrganisationRef = builder.prismaObject('Organisation', {
  description: 'Where people hold their offices.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: OrganisationKindEnum }),
    name: t.exposeString('name'),
    establishment: t.loadable({
      type: EstablishmentRef,
      nullable: true,
      description: 'The establishment that it is, for the kind ESTABLISHMENT.',
      load: async (ids: string[], { prisma }) => {
        const found = await readEstablishmentsById(prisma, ids)
        return ids.map((id) => found.find((establishment) => establishment.id === id) ?? null)
      },
      resolve: ({ establishmentId }) => establishmentId,
    }),
    locality: t.relation('locality', {
      type: LocalityRef,
      nullable: true,
      description: 'Where it governs, for the kind LOCAL_COMMITTEE.',
    }),
    version: t.exposeInt('version'),
  }),
})

export const MembershipRef = builder.prismaObject('Membership', {
  description: "A person's role in an organisation for a time.",
  fields: (t) => ({
    id: t.exposeID('id'),
    organisation: t.relation('organisation'),
    role: t.expose('role', { type: RoleEnum }),
    from: t.field({ type: 'Date', select: { from: true }, resolve: ({ from }) => isoDate(from) }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is over; null while no end is known.',
      select: { to: true },
      resolve: ({ to }) => (to === null ? null : isoDate(to)),
    }),
    version: t.exposeInt('version'),
  }),
})

export const PersonRef = builder.prismaObject('Person', {
  description: 'A person who may sign in, as administrators see him.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    email: t.string({
      nullable: true,
      description: 'The address under which he signs in. For administrators and himself; null for others.',
      select: { id: true, email: true },
      resolve: visibleTo(['ADMINISTRATOR'], ({ email }: { id: string; email: string }) => email, {
        orIf: ({ personId }, { id }) => personId === id,
      }),
    }),
    active: t.exposeBoolean('active'),
    mustChangePassword: t.exposeBoolean('mustChangePassword'),
    locked: t.loadable({
      type: 'Boolean',
      description: 'Ten failures to sign in have locked his address for some minutes.',
      load: async (emails: string[], { prisma }) => {
        const locked = await lockedAmong(prisma, emails)
        return emails.map((email) => locked.has(email))
      },
      resolve: ({ email }) => email,
    }),
    memberships: t.relation('memberships', { query: { orderBy: [{ from: 'asc' }, { id: 'asc' }] } }),
    version: t.exposeInt('version'),
  }),
})

const OfficeRef = builder.objectRef<Office>('Office').implement({
  description: 'A role that one holds today.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum }),
    organisation: t.loadable({
      type: OrganisationRef,
      load: async (ids: string[], { prisma }) => {
        const found = await prisma.organisation.findMany({ where: { id: { in: ids } } })
        return ids.map((id) => found.find((one) => one.id === id) ?? new Error(`There is no organisation ${id}`))
      },
      resolve: ({ organisationId }) => organisationId,
    }),
  }),
})

const MeRef = builder.objectRef<Actor>('Me').implement({
  description: 'Whoever asks.',
  fields: (t) => ({
    personId: t.exposeID('personId'),
    name: t.exposeString('name'),
    offices: t.field({ type: [OfficeRef], resolve: ({ offices }) => [...offices] }),
    mustChangePassword: t.boolean({
      description: 'Somebody else set the password: he holds no office until he has changed it.',
      resolve: ({ mustChangePassword }) => mustChangePassword ?? false,
    }),
  }),
})

builder.queryField('me', (t) =>
  t.field({
    type: MeRef,
    nullable: true,
    description: 'Whoever asks; null without a session.',
    resolve: (_parent, _args, { actor }) => actor(),
  }),
)

const PersonFilter = builder.inputType('PersonFilter', {
  fields: (t) => ({
    text: t.string({ description: 'Part of the name or the e-mail address.' }),
    active: t.boolean(),
    role: t.field({ type: RoleEnum, description: 'Who holds, held or will hold this role.' }),
  }),
})

builder.queryField('people', (t) =>
  t.prismaConnection({
    type: PersonRef,
    cursor: 'id',
    description: 'People by name. For administrators.',
    maxSize: pageSize.maximum,
    defaultSize: pageSize.usual,
    args: { filter: t.arg({ type: PersonFilter }) },
    totalCount: async (_parent, { filter }, { prisma, actor }) => {
      authorise(await actor(), 'people.read')
      return await prisma.person.count({ where: whichPeople(filter) })
    },
    resolve: async (query, _parent, { filter }, { prisma, actor }) => {
      authorise(await actor(), 'people.read')
      return await prisma.person.findMany({
        ...query,
        where: whichPeople(filter),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
    },
  }),
)

builder.queryField('organisations', (t) =>
  t.prismaConnection({
    type: OrganisationRef,
    cursor: 'id',
    description: 'Organisations by kind and name. For administrators.',
    maxSize: pageSize.maximum,
    defaultSize: pageSize.usual,
    args: { kind: t.arg({ type: OrganisationKindEnum }), text: t.arg.string({ description: 'Part of the name.' }) },
    resolve: async (query, _parent, { kind, text }, { prisma, actor }) => {
      authorise(await actor(), 'people.read')
      return await prisma.organisation.findMany({
        ...query,
        where: { ...(kind == null ? {} : { kind }), ...(text == null ? {} : { name: contains(text) }) },
        orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      })
    },
  }),
)

function whichPeople(filter: typeof PersonFilter.$inferInput | null | undefined) {
  const { text, active, role } = filter ?? {}
  return {
    ...(text == null ? {} : { OR: [{ name: contains(text) }, { email: contains(text) }] }),
    ...(active == null ? {} : { active }),
    ...(role == null ? {} : { memberships: { some: { role } } }),
  }
}

function contains(text: string) {
  return { contains: text, mode: 'insensitive' as const }
}
