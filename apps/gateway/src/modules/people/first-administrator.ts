import type { PrismaClient } from '../../generated/prisma/client.js'
import { refusal } from '../../graphql/refusal.js'
import { today } from '../../today.js'
import { hashed } from './password.js'
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
 * back when all administrators have lost theirs.
 *
 * @throws Refusal when there is one already and `another` is not said, or the input cannot be used
 */
export async function createAdministrator(prisma: PrismaClient, wanted: FirstAdministrator): Promise<string> {
  const { name, email, password, mustChangePassword, organisation, another } = wanted
  const passwordHash = await hashed('password', password)
  return await prisma.$transaction(async (records) => {
    // One after the other: of two commands at once only one makes the first.
    await records.$executeRaw`LOCK TABLE memberships IN EXCLUSIVE MODE`
    const there = await records.membership.count({ where: { role: 'ADMINISTRATOR', person: { active: true } } })
    if (there > 0 && !another) {
      throw refusal(
        'already-there',
        'another',
        { vi: 'Đã có người quản trị.', en: 'There is an administrator already.' },
        { vi: '--another để thêm một người nữa', en: '--another, to make one more' },
      )
    }
    const kind = 'INDUSTRY_DEPARTMENT'
    const found = await records.organisation.findFirst({ where: { kind, name: organisation } })
    const organisationId = found?.id ?? (await createOrganisation(records, { kind, name: organisation }))
    const personId = await createPerson(records, { name, email, passwordHash, mustChangePassword })
    await giveMembership(records, { personId, organisationId, role: 'ADMINISTRATOR', from: today() })
    return personId
  })
}
