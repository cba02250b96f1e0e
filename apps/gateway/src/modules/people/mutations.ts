import { RoleEnum } from '../../access/schema.js'
import { signedIn } from '../../access/signed-in.js'
import { builder } from '../../graphql/builder.js'
import { keyArgument, orRefused } from '../../graphql/mutation.js'
import { EstablishmentRef } from '../establishments/schema.js'
import { LocalityRef } from '../localities/schema.js'
import {
  createOrganisation,
  createPerson,
  deactivatePerson,
  endMembership,
  giveMembership,
  reactivatePerson,
  resetPassword,
  unlockPerson,
} from './administer.js'
import { MembershipRef, OrganisationKindEnum, OrganisationRef, PersonRef } from './schema.js'

// What administrators do to people and organisations. Nobody changes his own rights, and one administrator stays.

const version = { required: true, description: 'As you read it. When somebody was faster you are told.' } as const
const secret = { description: '12 to 128 characters; he must change it at his first sign-in.' } as const

const organisationArguments = builder.args((t) => ({
  ...keyArgument,
  kind: t.field({ type: OrganisationKindEnum, required: true }),
  name: t.string({ required: true }),
  establishmentId: t.globalID({ for: EstablishmentRef, description: 'For the kind ESTABLISHMENT, and only for it.' }),
  localityId: t.globalID({ for: LocalityRef, description: 'For the kind LOCAL_COMMITTEE, and only for it.' }),
}))

builder.mutationField('createOrganisation', (t) =>
  t.prismaField({
    type: OrganisationRef,
    errors: orRefused('CreateOrganisation'),
    args: organisationArguments,
    resolve: async (query, _parent, { establishmentId, localityId, ...input }, { prisma, actor }) => {
      const place = { establishmentId: establishmentId?.id, localityId: localityId?.id }
      const id = await createOrganisation(prisma, signedIn(await actor()), { ...input, ...place })
      return await prisma.organisation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const personArguments = builder.args((t) => ({
  ...keyArgument,
  name: t.string({ required: true }),
  email: t.string({ required: true, description: 'The address under which he signs in.' }),
  firstPassword: t.string({ description: `${secret.description} Without it he signs in at the issuer only.` }),
}))

builder.mutationField('createPerson', (t) =>
  t.prismaField({
    type: PersonRef,
    errors: orRefused('CreatePerson'),
    args: personArguments,
    resolve: async (query, _parent, input, { prisma, actor }) => {
      const id = await createPerson(prisma, signedIn(await actor()), input)
      return await prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const membershipArguments = builder.args((t) => ({
  ...keyArgument,
  personId: t.id({ required: true }),
  organisationId: t.id({ required: true }),
  role: t.field({ type: RoleEnum, required: true }),
  from: t.field({ type: 'Date', required: true, description: 'The first day.' }),
  to: t.field({ type: 'Date', description: 'The first day on which it is over.' }),
}))

builder.mutationField('giveMembership', (t) =>
  t.prismaField({
    type: MembershipRef,
    errors: orRefused('GiveMembership'),
    args: membershipArguments,
    resolve: async (query, _parent, input, { prisma, actor }) => {
      const id = await giveMembership(prisma, signedIn(await actor()), input)
      return await prisma.membership.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const endArguments = builder.args((t) => ({
  ...keyArgument,
  membershipId: t.id({ required: true }),
  expectedVersion: t.int(version),
  to: t.field({ type: 'Date', description: 'The first day on which it is over; without it today: at once.' }),
}))

builder.mutationField('endMembership', (t) =>
  t.prismaField({
    type: MembershipRef,
    errors: orRefused('EndMembership'),
    args: endArguments,
    resolve: async (query, _parent, input, { prisma, actor }) => {
      const id = await endMembership(prisma, signedIn(await actor()), input)
      return await prisma.membership.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const changeArguments = builder.args((t) => ({
  ...keyArgument,
  personId: t.id({ required: true }),
  expectedVersion: t.int(version),
}))

builder.mutationField('deactivatePerson', (t) =>
  t.prismaField({
    type: PersonRef,
    description: 'Takes all his offices and ends his sessions; what he did stays.',
    errors: orRefused('DeactivatePerson'),
    args: changeArguments,
    resolve: async (query, _parent, input, { prisma, actor }) => {
      const id = await deactivatePerson(prisma, signedIn(await actor()), input)
      return await prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('reactivatePerson', (t) =>
  t.prismaField({
    type: PersonRef,
    errors: orRefused('ReactivatePerson'),
    args: changeArguments,
    resolve: async (query, _parent, input, { prisma, actor }) => {
      const id = await reactivatePerson(prisma, signedIn(await actor()), input)
      return await prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const resetArguments = builder.args((t) => ({
  ...keyArgument,
  personId: t.id({ required: true }),
  expectedVersion: t.int(version),
  firstPassword: t.string({ ...secret, required: true }),
}))

builder.mutationField('resetPassword', (t) =>
  t.prismaField({
    type: PersonRef,
    description: 'Gives him a password that he must change, ends his sessions and unlocks his address.',
    errors: orRefused('ResetPassword'),
    args: resetArguments,
    resolve: async (query, _parent, input, { prisma, actor }) => {
      const id = await resetPassword(prisma, signedIn(await actor()), input)
      return await prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const unlockArguments = builder.args((t) => ({ ...keyArgument, personId: t.id({ required: true }) }))

builder.mutationField('unlockPerson', (t) =>
  t.prismaField({
    type: PersonRef,
    description: 'Forgets the failures that locked his address.',
    errors: orRefused('UnlockPerson'),
    args: unlockArguments,
    resolve: async (query, _parent, input, { prisma, actor }) => {
      const id = await unlockPerson(prisma, signedIn(await actor()), input)
      return await prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
