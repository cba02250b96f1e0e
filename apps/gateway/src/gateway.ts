import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Database } from './database/database.js'
import type { StatementListener } from './database/statements.js'
import type { Environment } from './environment.js'
import { openFileStore } from './files/file-store.js'
import { readOperations } from './graphql/operations.js'
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
  'port' | 'host' | 'storage' | 'files' | 'maxFileBytes' | 'secret' | 'publicUrl' | 'trustedProxies' | 'oidc'
> {
  /** Real people work here: with a session only listed operations are carried out. */
  readonly production?: boolean
  /** Files with lists of operations besides the admin's. */
  readonly operations?: readonly string[]
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
  files,
  maxFileBytes,
  secret,
  publicUrl,
  trustedProxies,
  oidc,
  production = false,
  operations = [],
  log,
  onStatement,
  adminFolder = join(repositoryRoot, 'apps', 'admin', 'dist'),
}: GatewayOptions): Promise<Gateway> {
  const listed = readOperations([...adminOperations(adminFolder, log), ...operations])
  const server = await startServer({ port, host, log, adminFolder })
  try {
    const database = await openDatabase({ storage, log, ...(onStatement === undefined ? {} : { onStatement }) })
    const signIn = createSignIn({
      prisma: database.prisma,
      log,
      secret: secret ?? ownSecret(storage),
      url: server.url,
      ...(publicUrl === undefined ? {} : { publicUrl }),
      trustedProxies,
      ...(oidc === undefined ? {} : { oidc }),
    })
    server.serve({
      database,
      signIn,
      fileStore: await openFileStore(files),
      maxFileBytes,
      operations: listed,
      onlyListedWithSession: production,
      ...(publicUrl === undefined ? {} : { publicUrl }),
    })
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

/** The operations that the admin was built with. */
function adminOperations(adminFolder: string, log: Log): readonly string[] {
  const file = join(adminFolder, 'operations.json')
  if (existsSync(file)) return [file]
  log.warn({ file }, 'The admin has no list of operations: build it. In production nothing can be asked with a session')
  return []
}
