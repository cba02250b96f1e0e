import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { StartError } from '../start-error.js'
import type { Engine } from './engine.js'

/** The server is not there, or does not let this user in. */
class ServerError extends StartError {
  override readonly name = 'ServerError'
}

/**
 * Opens a pool of connections to a PostgreSQL server.
 *
 * @throws ServerError when it does not answer
 * @param onIdleError told of a connection that breaks while nobody uses it; the pool replaces it
 */
export async function openPostgres(url: string, onIdleError: (error: Error) => void): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000 })
  pool.on('error', onIdleError)
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw new ServerError(
      `The database ${withoutPassword(url)} does not answer: ${reasonOf(error)}. Look at DATABASE_URL, and whether the server runs.`,
      { cause: error },
    )
  }
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

/** Where a name has several addresses Node gives an error for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
