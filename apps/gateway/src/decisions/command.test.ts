import { haiDuong } from '@khuyencong/province-hai-duong'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../database/database.js'
import type { Storage } from '../environment.js'
import { storedFacts } from '../modules/proposals/facts.js'
import { decideByLaw } from '../modules/proposals/record-decisions.js'
import { householdFacts } from '../testing/apply.js'
import { silent } from '../testing/gateway.js'
import { killAll, run } from '../testing/process.js'
import { proposalAt } from '../testing/proposals.js'
import { createStorage, type TestStorage } from '../testing/storage.js'

let server: TestStorage
let folder: string
let storage: Storage
let environment: Readonly<Record<string, string>>
beforeAll(async () => {
  server = await createStorage()
  folder = mkdtempSync(join(tmpdir(), 'khuyencong-decisions-'))
  // Another process is to open it: not in memory.
  storage = server.storage.kind === 'memory' ? { kind: 'folder', path: join(folder, 'data') } : server.storage
  environment =
    storage.kind === 'postgres'
      ? { DATABASE_URL: storage.url, KHUYENCONG_SECRET: 'for tests only, and longer than it must be' }
      : { KHUYENCONG_DATA: join(folder, 'data') }
  await onDatabase(async (database) => {
    const { id } = await proposalAt(database, 'SUBMITTED', { facts: storedFacts(householdFacts) })
    await database.prisma.$transaction((tx) => decideByLaw(tx, id, 1, 'proposal'))
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

async function decisions(...args: readonly string[]) {
  const running = run('scripts/decisions.ts', args, environment)
  return { status: await running.ended, output: running.output() }
}

const rewrite = (statement: string) =>
  onDatabase(({ engine }) =>
    engine.transaction((session) =>
      session.run(
        `ALTER TABLE decisions DISABLE TRIGGER USER; ${statement}; ALTER TABLE decisions ENABLE TRIGGER USER`,
      ),
    ),
  )

test('the command reports equal answers, other pack versions, and a changed answer', async () => {
  expect(await decisions('verify')).toEqual({
    status: 0,
    output: '2 decisions: 2 equal, 0 under another pack version (0 different), 0 different, 0 unreadable.\n',
  })

  await rewrite(`UPDATE decisions SET pack_version = '0.0.9', answer = replace(answer, '"version":"${haiDuong.version}"', '"version":"0.0.9"');
    UPDATE decisions SET answer = replace(answer, '285000000', '250000000'), amount = 250000000 WHERE question = 'ceiling'`)
  const other = await decisions('verify')
  expect(other.status).toBe(3)
  expect(other.output).toContain(
    `given under hai-duong-2023 0.0.9, here is hai-duong-2023 ${haiDuong.version}: the same answer`,
  )
  expect(other.output).toContain('answer.amount.$dong: "250000000" -> "285000000"')
  expect(other.output).toContain('2 under another pack version (1 different)')

  await rewrite(`UPDATE decisions SET pack_version = '${haiDuong.version}' WHERE question = 'ceiling'`)
  const changed = await decisions('verify')
  expect(changed.status).toBe(1)
  expect(changed.output).toContain('not what this pack version says')

  expect(await decisions('read')).toMatchObject({ status: 2 })
})
