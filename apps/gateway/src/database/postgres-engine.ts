import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Engine } from './engine.js'

/**
 * Opens a pool of connections to a PostgreSQL server.
 *
 * @param onIdleError told of a connection that breaks while nobody uses it; the pool replaces it
 */
export function openPostgres(url: string, onIdleError: (error: Error) => void): Engine {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000 })
  pool.on('error', onIdleError)
  return {
    kind: 'postgres',
    where: withoutPassword(url),
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
    transaction: async (work) => {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const result = await work({
          run: (script) => client.query(script),
          rows: async (statement, values = []) =>
            (await client.query<Record<string, unknown>>(statement, [...values])).rows,
        })
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

/** A name per statement text: the server then parses and plans it once per connection. */
function statementName(sql: string): string {
  return createHash('sha1').update(sql).digest('base64url')
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
