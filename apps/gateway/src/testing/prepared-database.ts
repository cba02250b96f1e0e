import { PGlite } from '@electric-sql/pglite'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../database/database.js'
import { readMigrations } from '../database/migrations.js'
import { createLog, type Log } from '../log.js'
import { repositoryRoot } from '../package-root.js'
import { createDatabase } from './storage.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with the contents of PGlite's folder, or the name of a database on the server. */
    readonly preparedDatabase: string
  }
}

/** Before all test files: a database migrated and seeded once, that most of them start with a copy of. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const log = createLog({ logLevel: 'silent', logFormat: 'json' })
  const server = process.env['TEST_POSTGRES_URL']
  if (server !== undefined) {
    const { name, url, drop } = await createDatabase(server)
    await (await openDatabase({ storage: { kind: 'postgres', url }, log })).close()
    project.provide('preparedDatabase', name)
    return drop
  }
  project.provide('preparedDatabase', await preparedContents(log))
  return () => Promise.resolve()
}

/**
 * Kept from run to run for one state of the migrations; the seed is compared with its files at every opening anyway.
 *
 * @returns the file's path
 */
async function preparedContents(log: Log): Promise<string> {
  const key = createHash('sha256')
  for (const { checksum } of readMigrations()) key.update(checksum)
  const cache = join(repositoryRoot, 'node_modules', '.cache', 'prepared-database')
  const file = join(cache, `${key.digest('hex')}.tar`)
  if (existsSync(file)) return file

  const folder = mkdtempSync(join(tmpdir(), 'khuyencong-prepared-'))
  const data = join(folder, 'data')
  await (await openDatabase({ storage: { kind: 'folder', path: data }, log })).close()
  const client = await PGlite.create({ dataDir: data })
  const contents = await client.dumpDataDir('none')
  await client.close()
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  // Under another name until it is whole.
  writeFileSync(`${file}.new`, await contents.bytes())
  renameSync(`${file}.new`, file)
  rmSync(folder, { recursive: true })
  return file
}
