import type { Storage } from '../environment.js'
import { PrismaClient } from '../generated/prisma/client.js'
import type { Log } from '../log.js'
import { writeTransitions } from '../modules/proposals/transitions.js'
import { seed } from '../seed/seed.js'
import type { Engine } from './engine.js'
import { isMigrated, migrate } from './migrate.js'
import { openPglite } from './pglite-engine.js'
import { openPostgres } from './postgres-engine.js'
import { listenToStatements, type StatementListener } from './statements.js'

/** The records, ready for use: open, migrated and seeded. */
export interface Database {
  readonly engine: Engine
  readonly prisma: PrismaClient
  /** Resolves when the database answers and is migrated; rejects otherwise. */
  check(): Promise<void>
  close(): Promise<void>
}

export interface OpenOptions {
  readonly storage: Storage
  /** Told of each step, since the first start takes some seconds. */
  readonly log: Log
  readonly onStatement?: StatementListener
}

/** Opens the storage, applies pending migrations and loads the seed data. */
export async function openDatabase({ storage, log, onStatement }: OpenOptions): Promise<Database> {
  const engine = await openEngine(storage, log)
  try {
    log.info({ database: engine.kind, where: engine.where }, 'Database is open')
    const applied = await migrate(engine, (migration) => log.info({ migration }, 'Applying migration'))
    log.info({ applied: applied.length }, applied.length === 0 ? 'Database is up to date' : 'Database is migrated')
    const prisma = prismaOn(engine, (sql) => {
      log.trace({ sql }, 'SQL')
      onStatement?.(sql)
    })
    await writeTransitions(prisma)
    await seed(prisma, log)
    return {
      engine,
      prisma,
      check: async () => {
        if (!(await isMigrated(engine))) throw new Error('The database is not migrated')
      },
      close: async () => {
        await prisma.$disconnect()
        await engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

export async function openEngine(storage: Storage, log: Log): Promise<Engine> {
  switch (storage.kind) {
    case 'postgres':
      return await openPostgres(storage.url, (error) =>
        log.warn({ err: error }, 'A database connection broke; the pool replaces it'),
      )
    case 'folder':
      log.info({ folder: storage.path }, 'Opening the embedded database; creating it takes some seconds the first time')
      return await openPglite(storage.path)
    case 'memory':
      return await openPglite(undefined, storage.contents)
  }
}

/** @param onStatement told of every SQL statement just before it is sent */
export function prismaOn(engine: Engine, onStatement: StatementListener = () => undefined): PrismaClient {
  return new PrismaClient({ adapter: listenToStatements(engine.adapter, onStatement), transactionOptions })
}

/** Milliseconds. On the embedded database transactions run one after the other: many at once have to wait. */
const transactionOptions = { maxWait: 60_000, timeout: 60_000 }
