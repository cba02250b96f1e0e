import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Engine, Session } from './engine.js'
import { readMigrations, type Migration } from './migrations.js'
import { StartError } from '../start-error.js'

/** The database and the migrations of this version do not fit together. */
export class MigrationError extends StartError {
  override readonly name = 'MigrationError'
}

/** The number under which `prisma migrate deploy` locks, so that neither runs beside the other. */
const PRISMA_MIGRATE_LOCK = 72_707_369

/** As Prisma creates it: `prisma migrate deploy` goes on from here, and the other way round. */
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

const HistoryRow = z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() })
type HistoryRow = z.infer<typeof HistoryRow>

/**
 * Applies the migrations that the database does not have yet, each in a transaction of its own together with its
 * line in the history.
 *
 * This is not left to Prisma's engine: it writes the history beside the work and not with it, so that a process
 * killed in between leaves a database that refuses to start; and its driver adapters either cut scripts at every
 * semicolon (also those inside a function's body) or do not wait for them. See docs/adr/0005.
 *
 * @param onApply told of each migration before it is applied
 * @returns the names of the migrations that were applied now
 * @throws MigrationError when an applied migration was edited or failed, or when the database is newer than this version
 */
export async function migrate(
  engine: Engine,
  onApply: (name: string) => void,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  await engine.transaction(async (session) => {
    await lock(session)
    await session.run(HISTORY_TABLE)
    refuseStrangers(await readHistory(session), migrations, engine.where)
  })
  const applied: string[] = []
  for (const migration of migrations) {
    if (await engine.transaction((session) => apply(session, migration, onApply))) applied.push(migration.name)
  }
  return applied
}

/** Whether every migration of this version has been applied. */
export async function isMigrated(
  engine: Engine,
  migrations: readonly Migration[] = readMigrations(),
): Promise<boolean> {
  const history = await engine.transaction(async (session) => {
    const [table] = await session.rows(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`)
    return table?.['there'] === true ? await readHistory(session) : []
  })
  return migrations.every(({ name }) => history.some((row) => row.migration_name === name && row.finished))
}

async function apply(session: Session, migration: Migration, onApply: (name: string) => void): Promise<boolean> {
  await lock(session)
  const row = (await readHistory(session)).find(({ migration_name }) => migration_name === migration.name)
  if (row !== undefined) {
    check(row, migration)
    return false
  }
  onApply(migration.name)
  await session.run(migration.script)
  await session.rows(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  )
  return true
}

/** Held until the transaction ends: two gateways that start together migrate one after the other. */
async function lock(session: Session): Promise<void> {
  await session.rows(`SELECT 1 FROM pg_advisory_xact_lock(${PRISMA_MIGRATE_LOCK})`)
}

async function readHistory(session: Session): Promise<readonly HistoryRow[]> {
  const rows = await session.rows(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return z.array(HistoryRow).parse(rows)
}

function refuseStrangers(history: readonly HistoryRow[], migrations: readonly Migration[], where: string): void {
  const strangers = history
    .filter((row) => !migrations.some(({ name }) => name === row.migration_name))
    .map((row) => row.migration_name)
  if (strangers.length === 0) return
  throw new MigrationError(
    `The database (${where}) was migrated by another version of this program; unknown here: ${strangers.join(', ')}.`,
  )
}

function check(row: HistoryRow, migration: Migration): void {
  if (!row.finished) {
    throw new MigrationError(
      `Migration ${migration.name} was begun by another tool and did not finish. Resolve it with "prisma migrate resolve".`,
    )
  }
  if (row.checksum !== migration.checksum) {
    throw new MigrationError(
      `Migration ${migration.name} was edited after it had been applied. Restore its file and write a new migration.`,
    )
  }
}
