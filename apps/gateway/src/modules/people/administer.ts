import { randomUUID } from 'node:crypto'
import type { Actor } from '../../access/actor.js'
import { authorise, type Action } from '../../access/table.js'
import { carryOut, type Done } from '../../commands/carry-out.js'
import { lockVersion, notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { Json } from '../../json.js'
import { forgetAttempts } from '../../sign-in/attempts.js'
import { today } from '../../today.js'
import { leaveOne, lockAdministrators } from './last-administrator.js'
import { hashed } from './password.js'
import { endedAlready, notActive, ownRights, periodOrder } from './refusals.js'
import {
  createOrganisation as insertOrganisation,
  createPerson as insertPerson,
  day,
  giveMembership as insertMembership,
  type NewMembership,
  type NewOrganisation,
  type NewPerson,
} from './service.js'

// What administrators do to people and organisations: each a command of its own.

interface Keyed {
  readonly idempotencyKey: string
}

interface OfPerson extends Keyed {
  readonly personId: string
  readonly expectedVersion: number
}

export async function createOrganisation(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey, ...organisation }: NewOrganisation & Keyed,
): Promise<string> {
  return await administer(
    prisma,
    actor,
    'organisation.create',
    'createOrganisation',
    idempotencyKey,
    { ...organisation },
    async (tx) => {
      const id = await insertOrganisation(tx, organisation)
      return { answer: id, changes: [{ entity: 'Organisation', id, after: { ...organisation } }] }
    },
  )
}

/** @param firstPassword which he must change; absent: he signs in at the issuer only */
export async function createPerson(
  prisma: PrismaClient,
  actor: Actor,
  {
    idempotencyKey,
    firstPassword,
    name,
    email,
  }: Pick<NewPerson, 'name' | 'email'> & Keyed & { readonly firstPassword?: string | null | undefined },
): Promise<string> {
  authorise(actor, 'person.create')
  const password = firstPassword == null ? {} : { passwordHash: await hashed('firstPassword', firstPassword) }
  // The password is no part of what the key remembers: it would stand there for whoever can read the table.
  return await administer(
    prisma,
    actor,
    'person.create',
    'createPerson',
    idempotencyKey,
    { name, email },
    async (tx) => {
      const id = await insertPerson(tx, { name, email, ...password, mustChangePassword: firstPassword != null })
      return { answer: id, changes: [{ entity: 'Person', id, after: { name, email } }] }
    },
  )
}

export async function giveMembership(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey, ...membership }: NewMembership & Keyed,
): Promise<string> {
  return await administer(
    prisma,
    actor,
    'membership.give',
    'giveMembership',
    idempotencyKey,
    { ...membership },
    async (tx) => {
      refuseOneself(actor, membership.personId)
      const id = await insertMembership(tx, membership)
      return { answer: id, changes: [{ entity: 'Membership', id, after: { ...membership } }] }
    },
  )
}

/** @param to the first day on which it is over, today or later; absent: today */
export async function endMembership(
  prisma: PrismaClient,
  actor: Actor,
  {
    idempotencyKey,
    ...request
  }: Keyed & {
    readonly membershipId: string
    readonly expectedVersion: number
    readonly to?: string | null | undefined
  },
): Promise<string> {
  return await administer(prisma, actor, 'membership.end', 'endMembership', idempotencyKey, request, async (tx) => {
    const { membershipId: id, expectedVersion } = request
    const now = today()
    const to = request.to ?? now
    // Before the record itself, so that two administrators who end each other's meet here and not in a deadlock.
    const administrators = await lockAdministrators(tx)
    const version = await lockVersion(tx, 'memberships', id, expectedVersion)
    const before = await tx.membership.findUniqueOrThrow({ where: { id } })
    refuseOneself(actor, before.personId)
    if (before.to !== null && before.to <= day(now)) throw endedAlready()
    if (day(to) < before.from || to < now) throw periodOrder()
    leaveOne(administrators, (membership) => membership.id === id)
    await tx.membership.update({ where: { id }, data: { to: day(to), version } })
    return { answer: id, changes: [{ entity: 'Membership', id, before: { to: before.to }, after: { to } }] }
  })
}

/** Ends his sessions too. What he did stays. */
export async function deactivatePerson(prisma: PrismaClient, actor: Actor, request: OfPerson): Promise<string> {
  return await changePerson(prisma, actor, 'person.deactivate', 'deactivatePerson', request, async (tx, id) => {
    leaveOne(await lockAdministrators(tx), (membership) => membership.personId === id)
    await tx.session.deleteMany({ where: { personId: id } })
    return { active: false }
  })
}

export async function reactivatePerson(prisma: PrismaClient, actor: Actor, request: OfPerson): Promise<string> {
  return await changePerson(prisma, actor, 'person.reactivate', 'reactivatePerson', request, () =>
    Promise.resolve({ active: true }),
  )
}

/** Gives him a password that he must change, ends his sessions and unlocks his address. */
export async function resetPassword(
  prisma: PrismaClient,
  actor: Actor,
  { firstPassword, ...request }: OfPerson & { readonly firstPassword: string },
): Promise<string> {
  authorise(actor, 'person.reset-password')
  const password = await hashed('firstPassword', firstPassword)
  return await changePerson(prisma, actor, 'person.reset-password', 'resetPassword', request, async (tx, id) => {
    const { email, active } = await tx.person.findUniqueOrThrow({ where: { id } })
    if (!active) throw notActive()
    await tx.account.upsert({
      where: { providerId_accountId: { providerId: 'credential', accountId: id } },
      create: { id: randomUUID(), personId: id, providerId: 'credential', accountId: id, password },
      update: { password },
    })
    await tx.session.deleteMany({ where: { personId: id } })
    await forgetAttempts(tx, email)
    return { mustChangePassword: true }
  })
}

/** Forgets the failures that locked his address. */
export async function unlockPerson(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey, personId }: Keyed & { readonly personId: string },
): Promise<string> {
  return await administer(prisma, actor, 'person.unlock', 'unlockPerson', idempotencyKey, { personId }, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId } })
    if (person === null) throw notFound('personId', personId)
    await forgetAttempts(tx, person.email)
    return { answer: personId, changes: [{ entity: 'Person', id: personId, after: { unlocked: true } }] }
  })
}

/** A change of what a person may do, by another person. */
async function changePerson(
  prisma: PrismaClient,
  actor: Actor,
  action: Action,
  name: string,
  { idempotencyKey, personId: id, expectedVersion }: OfPerson,
  change: (
    tx: Transaction,
    id: string,
  ) => Promise<{ readonly active?: boolean; readonly mustChangePassword?: boolean }>,
): Promise<string> {
  return await administer(prisma, actor, action, name, idempotencyKey, { id, expectedVersion }, async (tx) => {
    refuseOneself(actor, id)
    if ((await tx.person.count({ where: { id } })) === 0) throw notFound('personId', id)
    const after = await change(tx, id)
    const version = await lockVersion(tx, 'people', id, expectedVersion)
    await tx.person.update({ where: { id }, data: { ...after, version } })
    return { answer: id, changes: [{ entity: 'Person', id, after }] }
  })
}

async function administer(
  prisma: PrismaClient,
  actor: Actor,
  action: Action,
  name: string,
  key: string,
  input: Json,
  work: (tx: Transaction) => Promise<Done<string>>,
): Promise<string> {
  authorise(actor, action)
  return await carryOut(prisma, { name, personId: actor.personId, key, input }, work)
}

function refuseOneself(actor: Actor, personId: string): void {
  if (actor.personId === personId) throw ownRights()
}
