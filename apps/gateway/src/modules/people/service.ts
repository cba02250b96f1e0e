import { randomUUID } from 'node:crypto'
import { onConstraint } from '../../commands/database-refusals.js'
import type { OrganisationKind, Role } from '../../generated/prisma/enums.js'
import { notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import { rolesOf } from './offices.js'
import {
  emailForm,
  emailTaken,
  empty,
  periodOrder,
  placeOfKind,
  placeTaken,
  roleHeld,
  roleOfOrganisation,
} from './refusals.js'

export interface NewOrganisation {
  readonly kind: OrganisationKind
  readonly name: string
  /** For an establishment, and only for it. */
  readonly establishmentId?: string | null | undefined
  /** For a local committee, and only for it. */
  readonly localityId?: string | null | undefined
}

/** @throws Refusal when kind and place do not fit, or the place has its organisation already */
export async function createOrganisation(
  tx: Transaction,
  { kind, name, establishmentId = null, localityId = null }: NewOrganisation,
): Promise<string> {
  requireText('name', name)
  if ((kind === 'ESTABLISHMENT') !== (establishmentId !== null)) throw placeOfKind('establishmentId')
  if ((kind === 'LOCAL_COMMITTEE') !== (localityId !== null)) throw placeOfKind('localityId')
  if (establishmentId !== null) {
    const place = await tx.establishment.findUnique({ where: { id: establishmentId }, include: { organisation: true } })
    if (place === null) throw notFound('establishmentId', establishmentId)
    if (place.organisation !== null) throw placeTaken('establishmentId')
  }
  if (localityId !== null) {
    const place = await tx.locality.findUnique({ where: { id: localityId }, include: { committee: true } })
    if (place === null) throw notFound('localityId', localityId)
    if (place.committee !== null) throw placeTaken('localityId')
  }
  const id = randomUUID()
  await tx.organisation.create({ data: { id, kind, name: name.trim(), establishmentId, localityId } })
  return id
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  /** Hashed by better-auth; absent: he signs in at the issuer only. */
  readonly passwordHash?: string
  /** True when somebody else knows the password. */
  readonly mustChangePassword: boolean
}

/** @throws Refusal when the address is none, or somebody has it */
export async function createPerson(
  tx: Transaction,
  { name, email, passwordHash, mustChangePassword }: NewPerson,
): Promise<string> {
  requireText('name', name)
  const address = normalEmail(email)
  if ((await tx.person.count({ where: { email: address } })) > 0) throw emailTaken()
  const id = randomUUID()
  await tx.person.create({
    data: {
      id,
      name: name.trim(),
      email: address,
      mustChangePassword,
      ...(passwordHash === undefined
        ? {}
        : {
            accounts: { create: { id: randomUUID(), providerId: 'credential', accountId: id, password: passwordHash } },
          }),
    },
  })
  return id
}

export interface NewMembership {
  readonly personId: string
  readonly organisationId: string
  readonly role: Role
  /** The first day, YYYY-MM-DD. */
  readonly from: string
  /** The first day on which it is over. */
  readonly to?: string | null | undefined
}

/** @throws Refusal when person or organisation is not there, the organisation cannot give the role, or he holds it already */
export async function giveMembership(
  tx: Transaction,
  { personId, organisationId, role, from, to = null }: NewMembership,
): Promise<string> {
  if ((await tx.person.count({ where: { id: personId } })) === 0) throw notFound('personId', personId)
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (organisation === null) throw notFound('organisationId', organisationId)
  const roles = rolesOf[organisation.kind]
  if (!roles.includes(role)) throw roleOfOrganisation(organisation.name, role, roles)
  if (to !== null && to < from) throw periodOrder()
  const held = await tx.membership.findFirst({
    where: {
      personId,
      organisationId,
      role,
      ...(to === null ? {} : { from: { lt: day(to) } }),
      OR: [{ to: null }, { to: { gt: day(from) } }],
    },
  })
  if (held !== null) throw roleHeld()
  const id = randomUUID()
  await tx.membership.create({
    data: { id, personId, organisationId, role, from: day(from), to: to === null ? null : day(to) },
  })
  return id
}

// Where two requests meet between check and write.
for (const problem of emailTaken().problems) onConstraint('people_email_key', problem)
for (const problem of roleHeld().problems) onConstraint('memberships_lasting_once', problem)
for (const problem of placeTaken('establishmentId').problems)
  onConstraint('organisations_establishment_id_key', problem)
for (const problem of placeTaken('localityId').problems) onConstraint('organisations_locality_id_key', problem)

/** A calendar date as Prisma takes it. */
export function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** The spelling of an address under which it is kept. */
function normalEmail(email: string): string {
  const address = email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw emailForm()
  return address
}

function requireText(field: string, text: string): void {
  if (text.trim() === '') throw empty(field)
}
