import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { OrganisationKind, Role } from '../generated/prisma/enums.js'
import { createOrganisation, createPerson, giveMembership } from '../modules/people/service.js'
import type { Database } from '../database/database.js'
import { ask, type Answer } from './gateway.js'

/** Someone who has signed in: his requests carry his cookie. */
export interface Caller {
  readonly personId: string
  readonly organisationId: string
  readonly email: string
  /** The value of the `Cookie` header. */
  readonly cookie: string
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>
}

export interface SignInOptions {
  /** For the role ESTABLISHMENT; without it the first of the seed. */
  readonly establishmentId?: string
  /** For the role LOCAL_COMMITTEE; without it the city of Hải Dương in the list of 2023. */
  readonly localityId?: string
  readonly name?: string
}

interface Running {
  readonly url: string
  /** Of the pages, when it is not `url`. */
  readonly origin?: string
  readonly database: Database
}

export const testPassword = 'mật khẩu của bài kiểm thử'

/** Hashing takes a tenth of a second on purpose: once for all people of a test file. */
let hash: Promise<string> | undefined

/** A new person with one office, in the database only; he has not signed in. */
export async function addPerson(
  { database }: Pick<Running, 'database'>,
  role: Role,
  options: SignInOptions = {},
): Promise<{ readonly personId: string; readonly organisationId: string; readonly email: string }> {
  const passwordHash = await (hash ??= hashPassword(testPassword))
  const email = `${randomUUID()}@example.test`
  return await database.prisma.$transaction(async (records) => {
    const organisationId = await organisationFor(records, role, options)
    const name = options.name ?? `Cán bộ ${role}`
    const personId = await createPerson(records, { name, email, passwordHash, mustChangePassword: false })
    await giveMembership(records, { personId, organisationId, role, from: '2023-01-01' })
    return { personId, organisationId, email }
  })
}

/** A new person with one office, who signs in over HTTP. */
export async function signIn(gateway: Running, role: Role, options: SignInOptions = {}): Promise<Caller> {
  const person = await addPerson(gateway, role, options)
  const response = await postSignIn(gateway, person.email, testPassword)
  if (!response.ok) throw new Error(`Sign-in failed: ${response.status} ${await response.text()}`)
  const cookie = cookieOf(response)
  return {
    ...person,
    cookie,
    ask: (query, variables) => ask(gateway.url, query, variables, { cookie }),
  }
}

/** Asks to be signed in, from an address that nobody else comes from. */
export async function postSignIn(
  { url, origin = url }: Pick<Running, 'url' | 'origin'>,
  email: string,
  password: string,
  address: string = anotherAddress(),
): Promise<Response> {
  return await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': address },
    body: JSON.stringify({ email, password }),
  })
}

/** The cookies that a response sets, as a request sends them back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ')
}

let addresses = 0

/** An address that nobody else signs in from: those that come from one are slowed down together. */
export function anotherAddress(): string {
  addresses += 1
  return `10.${[addresses >> 16, (addresses >> 8) & 255, addresses & 255].join('.')}`
}

const kindFor: Readonly<Record<Role, OrganisationKind>> = {
  ESTABLISHMENT: 'ESTABLISHMENT',
  LOCAL_COMMITTEE: 'LOCAL_COMMITTEE',
  CENTRE: 'CENTRE',
  INDUSTRY_DEPARTMENT: 'INDUSTRY_DEPARTMENT',
  FINANCE_DEPARTMENT: 'FINANCE_DEPARTMENT',
  PROVINCIAL_COMMITTEE: 'PROVINCIAL_COMMITTEE',
  COUNCIL_MEMBER: 'COUNCIL',
  INSPECTOR: 'INSPECTORATE',
  OTHER_DEPARTMENT: 'OTHER_DEPARTMENT',
  ADMINISTRATOR: 'INDUSTRY_DEPARTMENT',
}

/** The organisation there is, or a new one: several people of one role work in the same. */
async function organisationFor(
  records: Parameters<typeof createOrganisation>[0],
  role: Role,
  { establishmentId, localityId }: SignInOptions,
): Promise<string> {
  const kind = kindFor[role]
  const place = {
    ...(kind === 'ESTABLISHMENT' ? { establishmentId: establishmentId ?? (await firstEstablishment(records)) } : {}),
    ...(kind === 'LOCAL_COMMITTEE' ? { localityId: localityId ?? '2023-04-01/288' } : {}),
  }
  const there = await records.organisation.findFirst({ where: { kind, ...place } })
  return there?.id ?? (await createOrganisation(records, { kind, name: `${kind} (kiểm thử)`, ...place }))
}

async function firstEstablishment(records: Parameters<typeof createOrganisation>[0]): Promise<string> {
  const { id } = await records.establishment.findFirstOrThrow({ orderBy: { id: 'asc' } })
  return id
}
