import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carryOut } from '../commands/carry-out.js'
import { openDatabase } from '../database/database.js'
import type { Storage } from '../environment.js'
import { silent } from '../testing/gateway.js'
import { killAll, run } from '../testing/process.js'
import { createStorage, type TestStorage } from '../testing/storage.js'

let server: TestStorage
let folder: string
let storage: Storage
let environment: Readonly<Record<string, string>>
beforeAll(async () => {
  server = await createStorage()
  folder = mkdtempSync(join(tmpdir(), 'khuyencong-audit-'))
  // Another process is to open it: not in memory.
  storage = server.storage.kind === 'memory' ? { kind: 'folder', path: join(folder, 'data') } : server.storage
  environment = storage.kind === 'postgres' ? { DATABASE_URL: storage.url } : { KHUYENCONG_DATA: join(folder, 'data') }
  await onDatabase(async ({ prisma }) => {
    // In one command, and so on one day.
    await carryOut(prisma, { name: 'note', personId: 'p', key: 'key-00001', input: null }, () =>
      Promise.resolve({ answer: null, changes: [1, 2].map((n) => ({ entity: 'Note', id: String(n), after: n })) }),
    )
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

async function audit(...args: readonly string[]) {
  const running = run('scripts/audit.ts', args, environment)
  return { status: await running.ended, output: running.output() }
}

test('the command prints the head, finds the audit whole, and finds an edited entry', async () => {
  const head = await audit('head')
  expect(head).toMatchObject({ status: 0, output: expect.stringMatching(/^2:[0-9a-f]{64}\n$/) as unknown })
  const kept = head.output.trim()
  expect(await audit('verify', kept)).toEqual({
    status: 0,
    output: `${kept}\n2 entries, 1 heads compared, 0 faults.\n`,
  })

  await onDatabase(({ engine }) =>
    engine.transaction((session) =>
      session.run(`ALTER TABLE audit_entries DISABLE TRIGGER USER;
        UPDATE audit_entries SET content = replace(content, '"after":1', '"after":7') WHERE sequence = 1;
        ALTER TABLE audit_entries ENABLE TRIGGER USER`),
    ),
  )
  const { status, output } = await audit('verify', kept)
  expect(status).toBe(1)
  expect(output).toContain('Entry 1: its hash does not follow from its content and the entry before.')
  expect(output).toContain('Entry 2: the head that was kept elsewhere is another.')

  expect(await audit('verify', 'nonsense')).toMatchObject({ status: 2 })
})
