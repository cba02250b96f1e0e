import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { fillDemo } from './fill.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

test('fills', async () => {
  let n = 0
  await fillDemo({
    url: gateway.url,
    prisma: gateway.database.prisma,
    password: 'mật khẩu của bài kiểm thử',
    tell: console.log,
    onDone: () => {
      n++
    },
  })
  console.log(n)
  console.log(await gateway.database.prisma.proposal.groupBy({ by: ['state'], _count: true }))
})
