import { builder } from '../../graphql/builder.js'
import type { Context } from '../../graphql/context.js'
import { keyArgument, orRefused, written, type Written } from '../../graphql/mutation.js'
import { LocalityRef } from '../localities/schema.js'
import type { NotDuplicate } from './alike.js'
import { importEstablishments, ImportRef } from './import.js'
import { readEstablishmentsById, readSitesById } from './reads.js'
import { EstablishmentRef, FormEnum, SiteRef } from './schema.js'
import { changeContact, changeEstablishment, closeEstablishment, registerEstablishment } from './service.js'
import { addSite, closeSite, placeSite } from './sites.js'

const establishment = async ({ prisma }: Context, id: Written) =>
  written((ids) => readEstablishmentsById(prisma, ids), id)
const site = async ({ prisma }: Context, id: Written) => written((ids) => readSitesById(prisma, ids), id)

const ContactInput = builder.inputType('EstablishmentContactInput', {
  description: 'Whom to speak to. Personal data.',
  fields: (t) => ({
    name: t.string(),
    phone: t.string(),
    email: t.string(),
    identityNumber: t.string({ description: 'Of the owner or of who stands for it.' }),
  }),
})

const RegisterInput = builder.inputType('RegisterEstablishmentInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    form: t.field({ type: FormEnum, required: true }),
    taxCode: t.string({
      description:
        'Ten digits with a check digit; of a dependent unit three more; of a household since 1 July 2025 also the twelve digits of the personal identity number.',
    }),
    address: t.string({ description: 'Of the seat.' }),
    locality: t.globalID({ for: LocalityRef, required: true, description: 'The commune in which it produces.' }),
    siteAddress: t.string({ description: 'Of the place of production.' }),
    contact: t.field({ type: ContactInput }),
  }),
})

const ChangeInput = builder.inputType('ChangeEstablishmentInput', {
  description: 'What is left out stays; null takes it away.',
  fields: (t) => ({
    name: t.string(),
    form: t.field({ type: FormEnum }),
    taxCode: t.string(),
    address: t.string(),
  }),
})

const notDuplicateArguments = builder.args((t) => ({
  notDuplicateOf: t.globalIDList({
    for: EstablishmentRef,
    description: 'Establishments with a name like it in the same commune that somebody looked at: it is another one.',
  }),
  notDuplicateReason: t.string({ description: 'How one knows.' }),
}))

const notDuplicate = ({
  notDuplicateOf,
  notDuplicateReason,
}: {
  readonly notDuplicateOf?: readonly { readonly id: string }[] | null | undefined
  readonly notDuplicateReason?: string | null | undefined
}): NotDuplicate => ({ ids: (notDuplicateOf ?? []).map(({ id }) => id), reason: notDuplicateReason })

builder.mutationFields((t) => ({
  registerEstablishment: t.field({
    type: EstablishmentRef,
    errors: orRefused('RegisterEstablishment'),
    args: {
      ...keyArgument,
      input: t.arg({ type: RegisterInput, required: true }),
      on: t.arg({ type: 'Date', required: true }),
      ...notDuplicateArguments,
    },
    resolve: async (_parent, { idempotencyKey, input: { locality, ...input }, on, ...args }, context) => {
      const asked = { actor: await context.actor(), idempotencyKey }
      const given = { ...input, localityId: locality.id }
      return establishment(context, await registerEstablishment(context.prisma, asked, given, on, notDuplicate(args)))
    },
  }),
  changeEstablishment: t.field({
    type: EstablishmentRef,
    errors: orRefused('ChangeEstablishment'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: EstablishmentRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      input: t.arg({ type: ChangeInput, required: true }),
      ...notDuplicateArguments,
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, input, ...args }, context) => {
      const asked = { actor: await context.actor(), idempotencyKey }
      const { name, form, ...rest } = input
      // Name and form cannot be taken away.
      const given = { ...(name == null ? {} : { name }), ...(form == null ? {} : { form }), ...rest }
      return establishment(
        context,
        await changeEstablishment(context.prisma, asked, { id, expectedVersion }, given, notDuplicate(args)),
      )
    },
  }),
  changeContact: t.field({
    type: EstablishmentRef,
    description: 'Replaces the whole contact. An establishment may do so for itself.',
    errors: orRefused('ChangeContact'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: EstablishmentRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      contact: t.arg({ type: ContactInput, required: true }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, contact }, context) => {
      const asked = { actor: await context.actor(), idempotencyKey }
      return establishment(context, await changeContact(context.prisma, asked, { id, expectedVersion }, contact))
    },
  }),
  closeEstablishment: t.field({
    type: EstablishmentRef,
    description:
      'Refused while a proposal of it is under way: that is ended first, and the day of closing may lie before.',
    errors: orRefused('CloseEstablishment'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: EstablishmentRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      on: t.arg({ type: 'Date', required: true, description: 'The first day on which it no longer produces.' }),
      reason: t.arg.string({ required: true }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, on, reason }, context) => {
      const asked = { actor: await context.actor(), idempotencyKey }
      return establishment(
        context,
        await closeEstablishment(context.prisma, asked, { id, expectedVersion }, { on, reason }),
      )
    },
  }),
  addSite: t.field({
    type: SiteRef,
    errors: orRefused('AddSite'),
    args: {
      ...keyArgument,
      establishment: t.arg.globalID({ for: EstablishmentRef, required: true }),
      locality: t.arg.globalID({ for: LocalityRef, required: true }),
      address: t.arg.string(),
      ...notDuplicateArguments,
    },
    resolve: async (_parent, { idempotencyKey, establishment: { id }, locality, address, ...args }, context) => {
      const asked = { actor: await context.actor(), idempotencyKey }
      const input = { establishmentId: id, localityId: locality.id, address }
      return site(context, await addSite(context.prisma, asked, input, notDuplicate(args)))
    },
  }),
  placeSite: t.field({
    type: SiteRef,
    description: 'Says where a site lies in the list of a locality, where the mergers leave a doubt.',
    errors: orRefused('PlaceSite'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: SiteRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      locality: t.arg.globalID({ for: LocalityRef, required: true }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, locality }, context) => {
      const asked = { actor: await context.actor(), idempotencyKey }
      return site(context, await placeSite(context.prisma, asked, { id, expectedVersion }, locality.id))
    },
  }),
  closeSite: t.field({
    type: SiteRef,
    description: 'Refused while a proposal for it is under way.',
    errors: orRefused('CloseSite'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: SiteRef, required: true }),
      expectedVersion: t.arg.int({ required: true }),
      on: t.arg({ type: 'Date', required: true }),
    },
    resolve: async (_parent, { idempotencyKey, id: { id }, expectedVersion, on }, context) => {
      const asked = { actor: await context.actor(), idempotencyKey }
      return site(context, await closeSite(context.prisma, asked, { id, expectedVersion }, on))
    },
  }),
  importEstablishments: t.field({
    type: ImportRef,
    description:
      'Registers the establishments of a CSV file (UTF-8), all or none. Lines that are there already are left as they are.',
    errors: orRefused('ImportEstablishments'),
    args: {
      ...keyArgument,
      csv: t.arg.string({ required: true, description: 'Headers in Vietnamese or English.' }),
      on: t.arg({ type: 'Date', required: true }),
      ...notDuplicateArguments,
    },
    resolve: async (_parent, { idempotencyKey, csv, on, ...args }, context) =>
      importEstablishments(
        context.prisma,
        { actor: await context.actor(), idempotencyKey },
        { csv, on },
        notDuplicate(args),
      ),
  }),
}))
