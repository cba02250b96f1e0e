import { randomUUID } from 'node:crypto'
import { carryOut } from '../../commands/carry-out.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { today } from '../../today.js'
import { hashed } from './password.js'
import { administratorThere } from './refusals.js'
import { createOrganisation, createPerson, giveMembership } from './service.js'

export interface FirstAdministrator {
  readonly name: string
  readonly email: string
  readonly password: string
  /** He was given the password by a machine, or by whoever ran the command: he changes it first. */
  readonly mustChangePassword: boolean
  /** Where he works: found by its name among the Sở Công Thương, or made. */
  readonly organisation: string
  /** Also when there is an administrator already. */
  readonly another: boolean
}

/**
 * Makes an administrator from outside, by somebody who can reach the database: the way in for the first, and the way
 * back when all administrators have lost theirs. The audit names `command-line` as the one who did it.
 *
 * @throws Refusal when there is one already and `another` is not said, or the input cannot be used
 */
export async function createAdministrator(prisma: PrismaClient, wanted: FirstAdministrator): Promise<string> {
  const { name, email, password, mustChangePassword, organisation, another } = wanted
  const passwordHash = await hashed('password', password)
  const command = { name: 'createAdministrator', personId: 'command-line', key: randomUUID(), input: { name, email } }
  return await carryOut(prisma, command, async (tx) => {
    // One after the other: of two commands at once only one makes the first.
    await tx.$executeRaw`LOCK TABLE memberships IN EXCLUSIVE MODE`
    const there = await tx.membership.count({ where: { role: 'ADMINISTRATOR', person: { active: true } } })
    if (there > 0 && !another) throw administratorThere()

    const kind = 'INDUSTRY_DEPARTMENT'
    const found = await tx.organisation.findFirst({ where: { kind, name: organisation } })
    const organisationId = found?.id ?? (await createOrganisation(tx, { kind, name: organisation }))
    const personId = await createPerson(tx, { name, email, passwordHash, mustChangePassword })
    const membership = { personId, organisationId, role: 'ADMINISTRATOR', from: today() } as const
    const membershipId = await giveMembership(tx, membership)
    return {
      answer: personId,
      changes: [
        ...(found === null
          ? [{ entity: 'Organisation', id: organisationId, after: { kind, name: organisation } }]
          : []),
        { entity: 'Person', id: personId, after: { name, email } },
        { entity: 'Membership', id: membershipId, after: membership },
      ],
    }
  })
}
