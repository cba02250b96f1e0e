import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { createAdministrator } from './first-administrator.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const wanted = (email: string, more: object = {}) => ({
  name: 'Nguyễn An',
  email,
  password: 'một mật khẩu đủ dài',
  mustChangePassword: true,
  organisation: 'Sở Công Thương',
  another: false,
  ...more,
})
const code = (of: string) => ({ problems: [{ code: of }] })

test('one command makes the first administrator, of two at once only one', async () => {
  const { prisma } = gateway.database
  await expect(createAdministrator(prisma, wanted('a@example.test', { password: 'ngắn' }))).rejects.toMatchObject(
    code('password-form'),
  )
  const made = await Promise.allSettled([
    createAdministrator(prisma, wanted('b@example.test')),
    createAdministrator(prisma, wanted('c@example.test')),
  ])
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(createAdministrator(prisma, wanted('d@example.test'))).rejects.toMatchObject(code('administrator-there'))
  await createAdministrator(prisma, wanted('d@example.test', { another: true }))

  expect(await prisma.organisation.count({ where: { kind: 'INDUSTRY_DEPARTMENT' } })).toBe(1)
  const entries = await prisma.auditEntry.findMany({
    where: { personId: 'command-line' },
    orderBy: { sequence: 'asc' },
  })
  expect(entries.map(({ entity }) => entity)).toEqual(['Organisation', 'Person', 'Membership', 'Person', 'Membership'])
})
