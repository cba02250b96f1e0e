import { describe, expect, test } from 'vitest'
import type { Role } from '../generated/prisma/enums.js'
import type { Office } from './actor.js'
import { visibleTo } from './visible-to.js'

interface Record {
  readonly ownerId: string
  readonly phone: string
}
const record: Record = { ownerId: 'e1', phone: '0912 345 678' }

const asking = (...offices: readonly Office[]) => ({
  actor: () => Promise.resolve({ personId: 'p', name: 'An', offices }),
})
const office = (role: Role, establishmentId?: string): Office => ({
  role,
  organisationId: 'o',
  ...(establishmentId === undefined ? {} : { establishmentId }),
})

const resolve = visibleTo(['CENTRE', 'ESTABLISHMENT'], ({ phone }: Record) => phone, {
  scope: ({ ownerId }) => ({ establishmentId: ownerId }),
  orIf: ({ personId }, { ownerId }) => personId === ownerId,
})

describe('visibleTo', () => {
  test.each([
    ['a role that needs it', asking(office('CENTRE')), record.phone],
    ['a role that does not', asking(office('COUNCIL_MEMBER')), null],
    ['one of several offices', asking(office('INSPECTOR'), office('CENTRE')), record.phone],
    ['the establishment whose it is', asking(office('ESTABLISHMENT', 'e1')), record.phone],
    ['another establishment', asking(office('ESTABLISHMENT', 'e2')), null],
    ['somebody without an office', asking(), null],
    ['nobody', { actor: () => Promise.resolve(undefined) }, null],
  ])('%s', async (_who, context, seen) => {
    expect(await resolve(record, {}, context)).toBe(seen)
  })

  test('whoever is excepted', async () => {
    expect(await resolve({ ...record, ownerId: 'p' }, {}, asking())).toBe(record.phone)
  })

  test('without a scope an establishment sees nothing', async () => {
    const unscoped = visibleTo(['ESTABLISHMENT'], ({ phone }: Record) => phone)
    expect(await unscoped(record, {}, asking(office('ESTABLISHMENT', 'e1')))).toBeNull()
  })
})
