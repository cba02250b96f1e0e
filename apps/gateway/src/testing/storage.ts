import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Storage } from '../environment.js'

/** An empty database of the kind that this run is about, and how to get rid of it. */
export interface TestStorage {
  readonly storage: Storage
  readonly remove: () => Promise<void>
}

/** In memory; or, when `TEST_POSTGRES_URL` names a server, a new database there. */
export async function createStorage(): Promise<TestStorage> {
  const server = process.env['TEST_POSTGRES_URL']
  if (server === undefined) return { storage: { kind: 'memory' }, remove: () => Promise.resolve() }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await run(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    storage: { kind: 'postgres', url: url.href },
    remove: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`),
  }
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
