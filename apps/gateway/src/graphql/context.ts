import type { Actor } from '../access/actor.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import type { Log } from '../log.js'

/** What every resolver gets: one object per request, so that loaders never serve one request's rows to another. */
export interface Context {
  readonly prisma: PrismaClient
  readonly log: Log
  /** Who asks, when he has signed in. Read at the first call, with one statement: who does not ask does not pay. */
  readonly actor: () => Promise<Actor | undefined>
}
