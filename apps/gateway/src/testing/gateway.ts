import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGateway, type Gateway, type GatewayOptions } from '../gateway.js'
import { createLog } from '../log.js'
import { packageRoot } from '../package-root.js'
import { createPreparedStorage } from './storage.js'

export const silent = createLog({ logLevel: 'silent', logFormat: 'json' })

export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface TestGateway extends Gateway {
  /** The SQL statements sent since the last call. */
  takeStatements(): readonly string[]
  /** One GraphQL request over HTTP. */
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
}

/** The real gateway on a free port, over a database of its own, migrated and seeded, and a folder of its own for files. */
export async function startTestGateway(
  options: Partial<
    Pick<GatewayOptions, 'files' | 'maxFileBytes' | 'oidc' | 'publicUrl' | 'production' | 'operations'>
  > = {},
): Promise<TestGateway> {
  const { storage, remove } = await createPreparedStorage()
  const folder = mkdtempSync(join(tmpdir(), 'khuyencong-files-'))
  let statements: string[] = []
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    storage,
    files: { kind: 'folder', path: folder },
    maxFileBytes: 20 * 1024 * 1024,
    ...options,
    secret: 'for tests only, and longer than it must be',
    // So that each test can come from an address of its own, see `signIn`.
    trustedProxies: 1,
    log: silent,
    adminFolder: join(packageRoot, 'no-admin-here'),
    ...options,
    onStatement: (sql) => statements.push(sql),
  })
  return {
    ...gateway,
    close: async () => {
      await gateway.close()
      await remove()
      rmSync(folder, { recursive: true })
    },
    takeStatements: () => {
      const taken = statements
      statements = []
      return taken
    },
    ask: (query, variables, headers) => ask(gateway.url, query, variables, headers),
  }
}

export async function ask(
  url: string,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, body: await response.json() }
}
