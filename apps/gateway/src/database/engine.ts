import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'

/** A database that is open: embedded PGlite or a PostgreSQL server. Everything above sees only this. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres'
  /** Where the data is, for messages; never holds a password. */
  readonly where: string
  /** What Prisma's client, and its schema engine in development, talk to. */
  readonly adapter: SqlMigrationAwareDriverAdapterFactory
  /** Runs the work in one transaction that is committed when it resolves and rolled back when it throws. */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Plain SQL inside a transaction, for what Prisma's client cannot send: scripts of several statements. */
export interface Session {
  /** Runs a script of one or more statements. */
  run(script: string): Promise<unknown>
  /** Runs one statement with values for `$1`, `$2`, … and gives its rows. */
  rows(statement: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}
