import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '../access/actor.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import { FileRefused, receiveFile } from '../files/receive-file.js'
import type { FileStore } from '../files/file-store.js'
import { inLanguage } from '../graphql/problem.js'
import { Refusal } from '../graphql/refusal.js'
import { mayRead, mayUpload, recordUpload } from '../modules/proposals/files.js'
import { answerJson } from './answer.js'

export const filesPath = '/files'

export interface FilesOptions {
  readonly prisma: PrismaClient
  readonly store: FileStore
  /** Bytes. */
  readonly maxFileBytes: number
  readonly findActor: (request: IncomingMessage) => Promise<Actor | undefined>
}

/**
 * Files over plain HTTP. `PUT /files` with the bytes as body answers `{ hash, size, type }`; `GET /files/<hash>?name=…`
 * answers them to whoever may see a proposal that has them. Pages of other sites can do neither: a PUT needs their
 * server's leave, which we never give, and answers may not be read by them.
 */
export async function answerFiles(
  request: IncomingMessage,
  response: ServerResponse,
  options: FilesOptions,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway')
  const hash = /^\/files\/([0-9a-f]{64})$/.exec(pathname)?.[1]
  try {
    if (pathname === filesPath && request.method === 'PUT') await upload(request, response, options)
    else if (hash !== undefined && (request.method === 'GET' || request.method === 'HEAD'))
      await download(request, response, options, hash, searchParams.get('name') ?? hash)
    else refuse(request, response, 405, 'METHOD', 'PUT /files with the bytes as body, or GET /files/<hash>.')
  } catch (error) {
    // Whoever went away meanwhile needs no answer.
    if (request.socket.destroyed) return
    if (error instanceof Refusal) refuseAccess(request, response, error)
    else if (error instanceof FileRefused)
      refuse(request, response, statuses[error.reason], error.reason.toUpperCase().replace('-', '_'), error.message)
    else throw error
  }
}

const statuses = { 'too-long': 413, empty: 400, type: 415 } as const

async function upload(request: IncomingMessage, response: ServerResponse, options: FilesOptions): Promise<void> {
  const { prisma, store, maxFileBytes, findActor } = options
  const actor = mayUpload(await findActor(request))
  // Said beforehand, it need not be read; in chunks, it is counted as it comes.
  if (Number(request.headers['content-length'] ?? 0) > maxFileBytes)
    throw new FileRefused('too-long', `The file is longer than ${maxFileBytes} bytes.`)
  const { hash, size, type } = await receiveFile(request, store.workFolder, maxFileBytes, async (file) => {
    await store.keep(file)
    await recordUpload(prisma, actor, file)
  })
  answerJson(response, 201, { hash, size, type })
}

async function download(
  request: IncomingMessage,
  response: ServerResponse,
  { prisma, store, findActor }: FilesOptions,
  hash: string,
  name: string,
): Promise<void> {
  const file = await mayRead(prisma, await findActor(request), hash)
  const bytes = file && (await store.read(hash))
  if (file === undefined || bytes === undefined) {
    // The same for what is not there and for what one may not see.
    refuse(request, response, 404, 'NOT_FOUND', 'There is no such file, or not for you.')
    return
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  })
  if (request.method === 'HEAD') {
    bytes.destroy()
    response.end()
    return
  }
  await pipeline(bytes, response)
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

function refuseAccess(request: IncomingMessage, response: ServerResponse, { problems }: Refusal): void {
  const [problem] = problems
  const status = problem?.code === 'not-signed-in' ? 401 : 403
  const code = (problem?.code ?? 'not-allowed').toUpperCase().replaceAll('-', '_')
  refuse(request, response, status, code, problem ? inLanguage(problem.message, 'vi') : '')
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  // What is still coming is thrown away; closing at once would break the connection before the answer is read.
  request.resume()
  response.setHeader('connection', 'close')
  answerJson(response, status, { code, message })
}
