import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { killAll, run } from '../testing/process.js'
import { prismaOn } from './database.js'
import { FolderInUseError } from './folder-lock.js'
import { openPglite } from './pglite-engine.js'

const parent = mkdtempSync(join(tmpdir(), 'khuyencong-pglite-'))
afterAll(() => {
  killAll()
  rmSync(parent, { recursive: true, force: true })
})

test('what was written is there after closing and opening again', async () => {
  const folder = join(parent, 'reopened')
  const first = await openPglite(folder)
  await first.transaction((session) => session.run('CREATE TABLE t (n int); INSERT INTO t VALUES (1)'))
  await first.close()
  const second = await openPglite(folder)
  expect(await second.transaction((session) => session.rows('SELECT n FROM t'))).toEqual([{ n: 1 }])
  await second.close()
})

test.runIf(process.platform !== 'win32')('only the user of the process can look into the folder', async () => {
  const folder = join(parent, 'private')
  await (await openPglite(folder)).close()
  expect(statSync(folder).mode & 0o077).toBe(0)
})

test('work that throws is rolled back', async () => {
  const engine = await openPglite()
  const work = engine.transaction(async (session) => {
    await session.run('CREATE TABLE t (n int)')
    throw new Error('not that')
  })
  await expect(work).rejects.toThrow('not that')
  expect(await engine.transaction((session) => session.rows(`SELECT to_regclass('t') AS t`))).toEqual([{ t: null }])
  await engine.close()
})

test('a folder in use is refused, in this process and in another', async () => {
  const folder = join(parent, 'in-use')
  const engine = await openPglite(folder)
  await expect(openPglite(folder)).rejects.toThrow(FolderInUseError)
  await expect(openPglite(folder)).rejects.toThrow(`in use by another process (process ${process.pid})`)

  const other = run('src/testing/write-rows.ts', [folder])
  expect(await other.ended).toBe(1)
  expect(other.output()).toContain(`The data folder ${folder} is in use by another process`)

  await engine.close()
  await (await openPglite(folder)).close()
})

test('a folder with something else in it is left alone', async () => {
  const folder = join(parent, 'photos')
  mkdirSync(folder)
  writeFileSync(join(folder, 'cat.jpg'), '')
  await expect(openPglite(folder)).rejects.toThrow('holds something else than a database')
})

test('kill -9 while writing, three times in a row: no acknowledged row is lost', async () => {
  const folder = join(parent, 'killed')
  for (const rows of [50, 300, 700]) {
    const writer = run('src/testing/write-rows.ts', [folder])
    // Each goes on after the rows of the one before.
    await writer.printed(new RegExp(`(?:^\\d+\n){${rows}}`, 'm'))
    writer.process.kill('SIGKILL')
    await writer.ended
    const acknowledged = Number(/(\d+)\n[^\n]*$/.exec(writer.output())?.[1])

    const engine = await openPglite(folder)
    const [found] = await engine.transaction((session) =>
      session.rows('SELECT count(*)::int AS count, max(n) AS last FROM written'),
    )
    await engine.close()
    expect(acknowledged).toBeGreaterThanOrEqual(rows)
    expect(found?.['count']).toBe(found?.['last'])
    expect(found?.['last']).toBeGreaterThanOrEqual(acknowledged)
  }
})

test('kill -9 at any moment of the first start: the next start works', async () => {
  const folder = join(parent, 'first-start')
  for (const milliseconds of [600, 1_200, 1_800, 2_400]) {
    const writer = run('src/testing/write-rows.ts', [folder])
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    writer.process.kill('SIGKILL')
    await writer.ended
  }
  const writer = run('src/testing/write-rows.ts', [folder])
  await writer.printed(/^\d+$/m)
  writer.process.kill('SIGKILL')
  await writer.ended
})

test('a transaction of Prisma that fails when it commits is known to have failed', async () => {
  const engine = await openPglite()
  await engine.transaction((session) =>
    session.run(
      'CREATE TABLE a (n int PRIMARY KEY); CREATE TABLE b (n int REFERENCES a DEFERRABLE INITIALLY DEFERRED)',
    ),
  )
  const prisma = prismaOn(engine)
  const insert = (n: number) =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`INSERT INTO b VALUES (${n})`)
    })
  await expect(insert(1)).rejects.toThrow(/b_n_fkey/)
  await engine.transaction((session) => session.run('INSERT INTO a VALUES (2)'))
  await insert(2)
  expect(await engine.transaction((session) => session.rows('SELECT n FROM b'))).toEqual([{ n: 2 }])
  await prisma.$disconnect()
  await engine.close()
})
