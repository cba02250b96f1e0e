import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.js'

export const migrationsFolder = join(packageRoot, 'prisma', 'migrations')

/** One step of the database's history: `prisma/migrations/<time>_<name>/migration.sql`. */
export interface Migration {
  readonly name: string
  readonly script: string
  /** SHA-256 of the script in hex, as Prisma keeps it. */
  readonly checksum: string
}

/** The migrations in the order in which they are applied. */
export function readMigrations(folder: string = migrationsFolder): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}
