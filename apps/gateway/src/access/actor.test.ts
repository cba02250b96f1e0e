import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { signIn, type Caller } from '../testing/people.js'
import { day } from '../modules/people/service.js'
import { today } from '../today.js'
import { readActor, type Actor } from './actor.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())
afterEach(() => vi.useRealTimers())

const actorOf = async ({ cookie }: Caller): Promise<Actor | undefined> =>
  await readActor(gateway.database.prisma, cookie.split('=')[1]?.split('.')[0] ?? '')

describe('readActor', () => {
  test('a person and his office, in one statement', async () => {
    const caller = await signIn(gateway, 'CENTRE', { name: 'Nguyễn Văn An' })
    gateway.takeStatements()
    expect(await actorOf(caller)).toEqual({
      personId: caller.personId,
      name: 'Nguyễn Văn An',
      offices: [{ role: 'CENTRE', organisationId: caller.organisationId }],
    })
    expect(gateway.takeStatements()).toHaveLength(1)
  })

  test('the establishment and the locality that his organisation stands for', async () => {
    const establishment = await gateway.database.prisma.establishment.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const owner = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: establishment.id })
    expect((await actorOf(owner))?.offices).toMatchObject([{ establishmentId: establishment.id }])
    const committee = await signIn(gateway, 'LOCAL_COMMITTEE')
    expect((await actorOf(committee))?.offices).toMatchObject([{ localityId: '2023-04-01/288' }])
  })

  test('nobody, when the session is over', async () => {
    const caller = await signIn(gateway, 'CENTRE')
    await gateway.database.prisma.session.updateMany({
      where: { personId: caller.personId },
      data: { expiresAt: new Date(Date.now() - 1) },
    })
    expect(await actorOf(caller)).toBeUndefined()
  })

  test.each([
    ['is not active', { active: false }],
    ['has a first password to change', { mustChangePassword: true }],
  ])('no office for a person who %s', async (_what, data) => {
    const caller = await signIn(gateway, 'CENTRE')
    await gateway.database.prisma.person.update({ where: { id: caller.personId }, data })
    expect(await actorOf(caller)).toMatchObject({ personId: caller.personId, offices: [] })
  })

  test('an office holds from its first day to the day before it is over', async () => {
    const caller = await signIn(gateway, 'CENTRE')
    vi.setSystemTime('2024-06-15T05:00:00Z')
    const around = (days: number) => new Date(day(today()).getTime() + days * 24 * 60 * 60 * 1000)
    for (const [from, to, held] of [
      [-1, 0, false],
      [-1, 1, true],
      [0, null, true],
      [0, 1, true],
      [1, null, false],
    ] as const) {
      await gateway.database.prisma.membership.updateMany({
        where: { personId: caller.personId },
        data: { from: around(from), to: to === null ? null : around(to) },
      })
      expect((await actorOf(caller))?.offices.length, `${from} to ${String(to)}`).toBe(held ? 1 : 0)
    }
  })
})

test('a public query asks for no session', async () => {
  const caller = await signIn(gateway, 'CENTRE')
  gateway.takeStatements()
  await caller.ask('{ programmeDocuments { title } }')
  expect(gateway.takeStatements().filter((sql) => sql.includes('sessions'))).toEqual([])
})
