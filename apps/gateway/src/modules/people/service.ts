import { randomUUID } from 'node:crypto'
import type { OrganisationKind, Role } from '../../generated/prisma/enums.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { rolesOf } from './offices.js'

type Records = Prisma.TransactionClient

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
  records: Records,
  { kind, name, establishmentId = null, localityId = null }: NewOrganisation,
): Promise<string> {
  requireText('name', name)
  if ((kind === 'ESTABLISHMENT') !== (establishmentId !== null)) {
    throw refusal(
      'place-and-kind',
      'establishmentId',
      `An organisation of kind ${kind} has the wrong place.`,
      'an establishment exactly for kind ESTABLISHMENT',
    )
  }
  if ((kind === 'LOCAL_COMMITTEE') !== (localityId !== null)) {
    throw refusal(
      'place-and-kind',
      'localityId',
      `An organisation of kind ${kind} has the wrong place.`,
      'a locality exactly for kind LOCAL_COMMITTEE',
    )
  }
  if (establishmentId !== null && (await records.establishment.count({ where: { id: establishmentId } })) === 0) {
    throw refusal('not-found', 'establishmentId', 'There is no such establishment.', 'the id of an establishment')
  }
  if (localityId !== null && (await records.locality.count({ where: { id: localityId } })) === 0) {
    throw refusal('not-found', 'localityId', 'There is no such locality.', 'the id of a locality')
  }
  const same = [{ establishmentId: establishmentId ?? '' }, { localityId: localityId ?? '' }]
  const there = await records.organisation.findFirst({ where: { OR: same } })
  if (there !== null) {
    throw refusal(
      'already-there',
      establishmentId === null ? 'localityId' : 'establishmentId',
      `That place has its organisation already: ${there.name}.`,
      'a place without an organisation',
    )
  }
  const id = randomUUID()
  await records.organisation.create({ data: { id, kind, name: name.trim(), establishmentId, localityId } })
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
  records: Records,
  { name, email, passwordHash, mustChangePassword }: NewPerson,
): Promise<string> {
  requireText('name', name)
  const address = normalEmail(email)
  if ((await records.person.count({ where: { email: address } })) > 0) {
    throw refusal('already-there', 'email', 'Somebody has this e-mail address already.', 'an address of his own')
  }
  const id = randomUUID()
  await records.person.create({
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
  records: Records,
  { personId, organisationId, role, from, to = null }: NewMembership,
): Promise<string> {
  if ((await records.person.count({ where: { id: personId } })) === 0) {
    throw refusal('not-found', 'personId', 'There is no such person.', 'the id of a person')
  }
  const organisation = await records.organisation.findUnique({ where: { id: organisationId } })
  if (organisation === null) {
    throw refusal('not-found', 'organisationId', 'There is no such organisation.', 'the id of an organisation')
  }
  const roles = rolesOf[organisation.kind]
  if (!roles.includes(role)) {
    throw refusal(
      'role-and-organisation',
      'role',
      `${organisation.name} cannot give the role ${role}.`,
      `one of ${roles.join(', ')}`,
    )
  }
  if (to !== null && to < from) {
    throw refusal('period-in-order', 'to', 'The membership ends before it begins.', 'a day after the first')
  }
  const held = await records.membership.findFirst({
    where: {
      personId,
      organisationId,
      role,
      ...(to === null ? {} : { from: { lt: day(to) } }),
      OR: [{ to: null }, { to: { gt: day(from) } }],
    },
  })
  if (held !== null) {
    throw refusal(
      'already-there',
      'role',
      'He holds this role there in this time already.',
      'a time in which he does not',
    )
  }
  const id = randomUUID()
  await records.membership.create({
    data: { id, personId, organisationId, role, from: day(from), to: to === null ? null : day(to) },
  })
  return id
}

/** The spelling of an address under which it is kept. */
function normalEmail(email: string): string {
  const address = email.trim().toLowerCase()
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return address
  throw refusal('no-email', 'email', 'That is no e-mail address.', 'an address like ten@haiduong.gov.vn')
}

/** A calendar date as Prisma takes it. */
export function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

export function refusal(code: string, field: string, message: string, expected: string): Refusal {
  return new Refusal([{ code, field, message, expected, article: undefined }])
}

function requireText(field: string, text: string): void {
  if (text.trim() === '') throw refusal('empty', field, `The ${field} is empty.`, 'some text')
}
