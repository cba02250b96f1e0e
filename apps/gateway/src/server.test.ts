import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from './database/database.js'
import { openFileStore } from './files/file-store.js'
import { ListenError, startServer, type Server } from './server.js'
import { createSignIn } from './sign-in/sign-in.js'
import { ask, silent, startTestGateway, type TestGateway } from './testing/gateway.js'
import { postSignIn, testPassword } from './testing/people.js'
import { createStorage } from './testing/storage.js'

const folder = mkdtempSync(join(tmpdir(), 'khuyencong-server-'))
const built = join(folder, 'dist')
let gateway: TestGateway
let notReady: Server

beforeAll(async () => {
  mkdirSync(join(built, 'assets'), { recursive: true })
  writeFileSync(join(built, 'index.html'), '<!doctype html><title>admin</title>')
  writeFileSync(join(built, 'assets', 'app-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  gateway = await startTestGateway()
  notReady = await startServer({ port: 0, host: '127.0.0.1', adminFolder: built, log: silent })
})
afterAll(async () => {
  await gateway.close()
  await notReady.close()
  rmSync(folder, { recursive: true })
})

/** A request whose path is sent as it is: `fetch` would tidy it first. */
function rawGet(url: string, path: string, agent?: Agent): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const asking = request({ hostname, port, path, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, text, reused: asking.reusedSocket }))
    })
    asking.on('error', reject).end()
  })
}

interface RawAnswer {
  readonly status: number | undefined
  readonly text: string
  /** Whether it came by the connection of a request before. */
  readonly reused: boolean
}

describe('while it starts', () => {
  test('it is alive but not ready', async () => {
    expect((await fetch(`${notReady.url}/health`)).status).toBe(200)
    const ready = await fetch(`${notReady.url}/ready`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'starting' })
  })

  test('GraphQL says so', async () => {
    expect(await ask(notReady.url, '{ __typename }')).toEqual({
      status: 503,
      body: { errors: [{ message: 'The gateway is starting.', extensions: { code: 'NOT_READY' } }] },
    })
  })
})

test('when the database answers and is migrated, it is ready', async () => {
  const response = await fetch(`${gateway.url}/ready`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ready' })
})

test('when the database is gone it stays alive, is not ready, and tells the caller nothing of the reason', async () => {
  const { storage, remove } = await createStorage()
  const database = await openDatabase({ storage, log: silent })
  const server = await startServer({ port: 0, host: '127.0.0.1', adminFolder: built, log: silent })
  const signIn = createSignIn({
    prisma: database.prisma,
    log: silent,
    secret: 'for tests only, and longer than it must be',
    url: server.url,
    trustedProxies: 0,
  })
  const fileStore = await openFileStore({ kind: 'folder', path: join(folder, 'files') })
  const files = { fileStore, maxFileBytes: 1 }
  server.serve({ database, signIn, ...files, operations: new Map(), onlyListedWithSession: false })
  await database.close()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  expect(await rawGet(server.url, '/health', agent)).toMatchObject({ status: 200, reused: false })
  expect(await rawGet(server.url, '/ready', agent)).toMatchObject({ status: 503, reused: true })
  expect(await rawGet(server.url, '/health', agent)).toMatchObject({ status: 200, reused: true })
  agent.destroy()
  const { body } = await ask(server.url, '{ grants { totalCount } }')
  expect(body).toMatchObject({
    data: null,
    errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  })
  expect(JSON.stringify(body)).not.toMatch(/prisma|closed|pool|stack/i)
  const refused = await postSignIn(server, 'an@example.test', testPassword)
  expect(refused.status).toBe(500)
  expect(await refused.text()).not.toMatch(/prisma|closed|pool|stack/i)
  await server.close()
  await remove()
})

describe('GraphiQL', () => {
  test('is served from here alone', async () => {
    const response = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } })
    const page = await response.text()
    expect(page).toContain('YogaGraphiQL')
    expect(page).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  })
})

describe('the admin', () => {
  test('a page says how to build it when it is not built', async () => {
    const response = await fetch(gateway.url)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })

  test('every path of its own gets its index page', async () => {
    for (const path of ['/', '/grants', '/grants/example-001?lang=en']) {
      expect(await (await fetch(notReady.url + path)).text()).toContain('<title>admin</title>')
    }
  })

  test('files named after their content are kept for long', async () => {
    const response = await fetch(`${notReady.url}/assets/app-1a2b3c.js`)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//etc/passwd',
    '/%00',
    '/%',
  ])('nothing outside its folder: %s', async (path) => {
    const { text } = await rawGet(notReady.url, path)
    expect(text).not.toContain('secret')
    expect(text).not.toContain('root:')
  })

  test('is only read', async () => {
    expect((await fetch(notReady.url, { method: 'POST', body: '{}' })).status).toBe(405)
  })
})

describe('request ids', () => {
  test('are made, or kept when the caller sends a sensible one', async () => {
    const id = async (given?: string) =>
      (
        await fetch(`${gateway.url}/health`, { headers: given === undefined ? {} : { 'x-request-id': given } })
      ).headers.get('x-request-id')
    expect(await id()).toMatch(/^[0-9a-f-]{36}$/)
    expect(await id('trace-42')).toBe('trace-42')
    expect(await id('{"a": "b"}')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('a port in use is a clear error', async () => {
  const port = Number(new URL(notReady.url).port)
  const starting = startServer({ port, host: '127.0.0.1', adminFolder: built, log: silent })
  await expect(starting).rejects.toThrow(ListenError)
  await expect(starting).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`)
})

test.each(['no-such-host.invalid', '192.0.2.1'])(
  'a host that is not this machine is a clear error: %s',
  async (host) => {
    const starting = startServer({ port: 0, host, adminFolder: built, log: silent })
    await expect(starting).rejects.toThrow(ListenError)
    await expect(starting).rejects.toThrow(`HOST="${host}" is no address of this machine`)
  },
)

test('closing finishes the requests under way and takes no new ones', async () => {
  const own = await startTestGateway()
  own.takeStatements()
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>()
  const held = own.database.engine.transaction(async (session) => {
    await session.run('LOCK TABLE grants')
    await released
  })
  const answer = own.ask('{ grants { totalCount } }')
  await expect.poll(() => own.takeStatements().length, { timeout: 60_000 }).toBeGreaterThan(0)

  const closed = own.close()
  await expect(own.ask('{ __typename }')).rejects.toThrow()
  release(undefined)
  expect(await answer).toEqual({ status: 200, body: { data: { grants: { totalCount: 45 } } } })
  await held
  await closed
})

test('closing does not wait for ever', async () => {
  const own = await startServer({ port: 0, host: '127.0.0.1', adminFolder: built, log: silent, grace: 100 })
  const half = connect(Number(new URL(own.url).port), '127.0.0.1')
  half.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{')
  await new Promise((resolve) => half.once('connect', resolve))
  half.on('error', () => undefined)
  await own.close()
})
