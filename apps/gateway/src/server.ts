import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http'
import { pinoHttp } from 'pino-http'
import type { Database } from './database/database.js'
import type { FileStore } from './files/file-store.js'
import { createGraphql, findActor, graphqlPath, type GraphqlOptions } from './graphql/yoga.js'
import { adminFiles } from './http/admin-files.js'
import { answerGraphqlError, answerJson } from './http/answer.js'
import { refuseLongBody } from './http/body-limit.js'
import { refuseCrossSite } from './http/cross-site.js'
import { answerFiles, filesPath } from './http/files.js'
import { adminHeaders, graphqlHeaders } from './http/security-headers.js'
import type { Log } from './log.js'
import { signInPath } from './sign-in/sign-in.js'
import { StartError } from './start-error.js'

/** HOST and PORT are nothing that this process may listen on. */
export class ListenError extends StartError {
  override readonly name = 'ListenError'
}

export interface Server {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string
  /** From now on GraphQL and sign-in are answered. Until then the server is alive but not ready. */
  serve(services: Services): void
  /** Takes no new requests and resolves when those under way are answered, or the grace is over. */
  close(): Promise<void>
}

/** What the server answers from. */
interface Services extends Omit<GraphqlOptions, 'prisma' | 'log'> {
  readonly database: Database
  readonly fileStore: FileStore
  /** The most that one uploaded file may have, in bytes. */
  readonly maxFileBytes: number
  /** Where everybody reaches the server, when that is known. */
  readonly publicUrl?: string
}

export interface ServerOptions {
  readonly port: number
  readonly host: string
  readonly adminFolder: string
  readonly log: Log
  /** Milliseconds that requests under way get when the server closes. */
  readonly grace?: number
}

/** What is served: `/health`, `/ready`, `/graphql`, `/auth`, `/files`, and the admin on every other path. */
export async function startServer({ port, host, adminFolder, log, grace = 10_000 }: ServerOptions): Promise<Server> {
  const logRequest = requestLog(log)
  const admin = adminFiles(adminFolder)
  let state: State = { phase: 'starting' }

  const http = createServer({ keepAliveTimeout }, (request, response) => {
    logRequest(request, response)
    if (state.phase === 'stopping') response.setHeader('connection', 'close')
    answer(request, response, state, admin).catch((error: unknown) => {
      request.log.error({ err: error }, 'Unexpected error')
      if (!response.headersSent) answerJson(response, 500, { error: 'Unexpected error.' })
      else response.destroy()
    })
  })
  await listen(http, port, host)

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${portOf(http)}`,
    serve: (services) => {
      if (state.phase === 'starting') {
        const { prisma } = services.database
        state = { phase: 'ready', ...services, graphql: createGraphql({ ...services, prisma, log }) }
      }
    },
    close: async () => {
      state = { phase: 'stopping' }
      await close(http, grace)
    },
  }
}

/**
 * Milliseconds. Longer than proxies keep a connection that waits, which is a minute with most: who closes it first may do so
 * just as the other sends its next request into it.
 */
const keepAliveTimeout = 75_000

type State =
  | { readonly phase: 'starting' | 'stopping' }
  | (Services & { readonly phase: 'ready'; readonly graphql: ReturnType<typeof createGraphql> })

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  admin: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<void> {
  const [path] = (request.url ?? '/').split('?', 1)
  const setHeaders = path === graphqlPath ? graphqlHeaders : adminHeaders
  setHeaders(request, response, () => undefined)

  if (path === '/health') answerJson(response, 200, { status: 'alive' })
  else if (path === '/ready') await answerReady(request, response, state)
  else if (path === graphqlPath) await answerGraphql(request, response, state)
  else if (path === signInPath || path?.startsWith(`${signInPath}/`)) await answerSignIn(request, response, state)
  else if (path === filesPath || path?.startsWith(`${filesPath}/`)) await answerFileRequest(request, response, state)
  else if (request.method === 'GET' || request.method === 'HEAD') admin(request, response)
  else answerJson(response, 405, { error: `Only GET and HEAD here; GraphQL is at ${graphqlPath}.` })
}

async function answerGraphql(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  if (refuseLongBody(request, response)) return
  if (state.phase !== 'ready') {
    answerGraphqlError(response, 503, 'NOT_READY', `The gateway is ${state.phase}.`)
  } else if (!refuseCrossSite(request, response, state.publicUrl)) {
    await state.graphql(request, response)
  }
}

async function answerSignIn(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  if (refuseLongBody(request, response)) return
  if (state.phase === 'ready') await state.signIn.handle(request, response)
  else answerJson(response, 503, { code: 'NOT_READY', message: `The gateway is ${state.phase}.` })
}

async function answerFileRequest(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  if (state.phase !== 'ready') {
    answerJson(response, 503, { code: 'NOT_READY', message: `The gateway is ${state.phase}.` })
    return
  }
  const { database, signIn, fileStore: store, maxFileBytes } = state
  const { prisma } = database
  await answerFiles(request, response, {
    ...{ prisma, store, maxFileBytes },
    findActor: (asked) => findActor(prisma, signIn, asked),
  })
}

async function answerReady(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  if (state.phase !== 'ready') {
    answerJson(response, 503, { status: state.phase })
    return
  }
  try {
    await state.database.check()
  } catch (error) {
    request.log.error({ err: error }, 'The database does not answer')
    answerJson(response, 503, { status: 'database not available' })
    return
  }
  answerJson(response, 200, { status: 'ready' })
}

/** One line per request, and an id that the caller may give and gets back. */
function requestLog(log: Log) {
  return pinoHttp({
    logger: log,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id']
      const id = typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
      response.setHeader('x-request-id', id)
      return id
    },
    // Not the headers, nor with what an issuer sends people back: they may carry what nobody should read in a log.
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url: loggable(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_request, response, error) => {
      if (error !== undefined || response.statusCode === 500) return 'error'
      // 503 is said on purpose, while starting and stopping.
      return response.statusCode >= 400 ? 'warn' : 'info'
    },
  })
}

function loggable(url: string): string {
  return url.startsWith(`${signInPath}/`) ? (url.split('?', 1)[0] ?? '') : url
}

function listen(http: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const problem = listenProblem(error.code, host, port)
      reject(problem === undefined ? error : new ListenError(problem))
    })
    http.listen(port, host, resolve)
  })
}

function listenProblem(code: string | undefined, host: string, port: number): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Stop it, or set PORT to another number.`
    case 'EACCES':
      return `This user may not listen on port ${port}. Set PORT to a number from 1024 to 65535.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST="${host}" is no address of this machine (${code}). Set it to one, such as 127.0.0.1, or to 0.0.0.0 for all.`
    default:
      return undefined
  }
}

function portOf(http: HttpServer): number {
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port')
  return address.port
}

async function close(http: HttpServer, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => void http.close(() => resolve()))
  const deadline = setTimeout(() => http.closeAllConnections(), grace)
  // A kept-alive connection that falls idle meanwhile would hold the server open.
  const idle = setInterval(() => http.closeIdleConnections(), 50)
  await closed
  clearTimeout(deadline)
  clearInterval(idle)
}
