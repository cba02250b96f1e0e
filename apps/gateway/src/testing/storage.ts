import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import type { Storage } from '../environment.js'

/** A database of the kind that this run is about, and how to get rid of it. */
export interface TestStorage {
  readonly storage: Storage
  readonly remove: () => Promise<void>
}

/** Empty, in memory; or, when `TEST_POSTGRES_URL` names a server, a new database there. */
export async function createStorage(): Promise<TestStorage> {
  const server = process.env['TEST_POSTGRES_URL']
  if (server === undefined) return { storage: { kind: 'memory' }, remove: () => Promise.resolve() }
  const { url, drop } = await createDatabase(server)
  return { storage: { kind: 'postgres', url }, remove: drop }
}

/** The same, but migrated and seeded already. */
export async function createPreparedStorage(): Promise<TestStorage> {
  const prepared = inject('preparedDatabase')
  const server = process.env['TEST_POSTGRES_URL']
  if (server === undefined) {
    return { storage: { kind: 'memory', contents: await openAsBlob(prepared) }, remove: () => Promise.resolve() }
  }
  const { url, drop } = await createDatabase(server, prepared)
  return { storage: { kind: 'postgres', url }, remove: drop }
}

/** @param template a database to copy; nobody may be connected to it */
export async function createDatabase(server: string, template = 'template1') {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await run(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { name, url: url.href, drop: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
