import { createAdministrator } from '../modules/people/first-administrator.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import { firstPassword } from './session.js'
import { establishmentId, localityId } from './registry.js'
import { readPeople, type DemoPerson } from './tables.js'
import type { Walk } from './walk.js'

/** Signs in first, and makes all others. */
export const administrator = {
  email: 'quantri@khuyencong.example',
  name: 'Chu Thị Quản Trị (minh họa)',
  organisation: 'Sở Công Thương (minh họa)',
}

/** The administrator, by the same way as `npm run create-admin`. */
export async function bringAdministrator(prisma: PrismaClient, password: string): Promise<void> {
  const { email } = administrator
  if ((await prisma.person.count({ where: { email } })) > 0) return
  await createAdministrator(prisma, { ...administrator, password, mustChangePassword: false, another: false })
}

/** Organisations, people and their offices. Those of an establishment come after it is registered. */
export async function bringPeople(walk: Walk, of: (person: DemoPerson) => boolean): Promise<void> {
  for (const person of readPeople().filter(of)) {
    const [local = ''] = person.email.split('@')
    const personId = await walk.act(administrator.email, 'createPerson', `person/${local}`, {
      name: person.name,
      email: person.email,
      firstPassword: firstPassword(walk.password),
    })
    await walk.act(administrator.email, 'giveMembership', `office/${local}`, {
      ...{ personId, organisationId: await organisationOf(walk, person), role: person.role, from: '2023-07-01' },
    })
  }
}

/** Several people may work in one. */
async function organisationOf(walk: Walk, { organisation_kind: kind, organisation: name, of }: DemoPerson) {
  const slug = kind.toLowerCase().replaceAll('_', '-')
  return await walk.act(
    administrator.email,
    'createOrganisation',
    `organisation/${slug}${of === undefined ? '' : `/${of}`}`,
    {
      ...{ kind, name },
      ...(kind === 'ESTABLISHMENT' && { establishmentId: await establishmentId(walk, of ?? '') }),
      ...(kind === 'LOCAL_COMMITTEE' && { localityId: localityId(of ?? '') }),
    },
  )
}
