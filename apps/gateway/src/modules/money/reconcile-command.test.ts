import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../database/database.js'
import type { Storage } from '../../environment.js'
import { silent } from '../../testing/gateway.js'
import { moneyPeople, yearOfMoney, type YearOfMoney } from '../../testing/money.js'
import { killAll, run } from '../../testing/process.js'
import { createStorage, type TestStorage } from '../../testing/storage.js'

let server: TestStorage
let folder: string
let storage: Storage
let environment: Readonly<Record<string, string>>
let money: YearOfMoney
beforeAll(async () => {
  server = await createStorage()
  folder = mkdtempSync(join(tmpdir(), 'khuyencong-reconcile-'))
  // Another process is to open it: not in memory.
  storage = server.storage.kind === 'memory' ? { kind: 'folder', path: join(folder, 'data') } : server.storage
  environment =
    storage.kind === 'postgres'
      ? { DATABASE_URL: storage.url, KHUYENCONG_SECRET: 'for tests only, and longer than it must be' }
      : { KHUYENCONG_DATA: join(folder, 'data') }
  await onDatabase(async (database) => {
    money = await yearOfMoney(database, { appropriated: 1_000n, lines: [{ approved: 100n }] })
    const people = moneyPeople(database)
    const { id } = await people.sign(money)
    await people.advance(id, 70n)
  })
})
afterAll(async () => {
  killAll()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function onDatabase(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>) {
  const database = await openDatabase({ storage, log: silent })
  await work(database)
  await database.close()
}

async function reconcile(...args: readonly string[]) {
  const running = run('scripts/reconcile.ts', args, environment)
  return { status: await running.ended, output: running.output() }
}

test('the command says where each đồng is, and fails on a difference', async () => {
  const line = `${money.programmeId} 2024 PROVINCIAL_BUDGET: 1,000 allotted = 900 free + 30 committed + 70 advanced + 0 settled + 0 returned + 0 carried over`
  expect(await reconcile()).toEqual({
    status: 0,
    output: `${line}\n1 appropriations, 1 awards, 3 postings, 0 differences. Amounts in đồng.\n`,
  })
  expect(await reconcile('--yaml')).toMatchObject({ status: 2 })
  await onDatabase(({ engine }) =>
    engine.transaction((session) =>
      session.run(`SET LOCAL session_replication_role = replica;
        UPDATE account_balances SET balance = 31 WHERE account = 'COMMITMENT'`),
    ),
  )
  const found = await reconcile('--json')
  expect(found.status).toBe(1)
  expect(JSON.parse(found.output)).toMatchObject({
    appropriations: [{ free: '900', difference: '0' }],
    differences: [{ code: 'balance', message: 'the postings come to 30 đồng, the balance says 31.' }],
  })
})
