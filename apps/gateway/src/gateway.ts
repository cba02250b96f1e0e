import { join } from 'node:path'
import { openDatabase, type Database } from './database/database.js'
import type { StatementListener } from './database/statements.js'
import type { Environment } from './environment.js'
import type { Log } from './log.js'
import { repositoryRoot } from './package-root.js'
import { startServer } from './server.js'
import { ownSecret } from './sign-in/secret.js'
import { createSignIn } from './sign-in/sign-in.js'

export interface Gateway {
  readonly url: string
  readonly database: Database
  close(): Promise<void>
}

export interface GatewayOptions extends Pick<
  Environment,
  'port' | 'host' | 'storage' | 'secret' | 'publicUrl' | 'trustedProxies'
> {
  readonly log: Log
  readonly onStatement?: StatementListener
  /** Folder of the built admin; default: where `npm run build` puts it. */
  readonly adminFolder?: string
}

/**
 * Starts everything: the server first, so that it can say that it is alive and a port in use is noticed before anything
 * is touched; then the database.
 */
export async function startGateway({
  port,
  host,
  storage,
  secret,
  publicUrl,
  trustedProxies,
  log,
  onStatement,
  adminFolder,
}: GatewayOptions): Promise<Gateway> {
  const server = await startServer({
    port,
    host,
    log,
    adminFolder: adminFolder ?? join(repositoryRoot, 'apps', 'admin', 'dist'),
  })
  try {
    const database = await openDatabase({ storage, log, ...(onStatement === undefined ? {} : { onStatement }) })
    const signIn = createSignIn({
      prisma: database.prisma,
      log,
      secret: secret ?? ownSecret(storage),
      url: publicUrl ?? server.url,
      urlIsPublic: publicUrl !== undefined,
      trustedProxies,
    })
    server.serve({ database, signIn })
    log.info({ url: server.url, graphql: `${server.url}/graphql` }, `Ready: ${server.url}`)
    return {
      url: server.url,
      database,
      close: async () => {
        await server.close()
        await database.close()
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}
