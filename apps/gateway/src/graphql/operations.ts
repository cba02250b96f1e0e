import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import type { Plugin } from 'graphql-yoga'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { bearsSession } from '../sign-in/session-cookie.js'
import { StartError } from '../start-error.js'

/** Documents that a client sends by their SHA-256 (hex) instead of whole. */
export type Operations = ReadonlyMap<string, string>

/** A list of operations that cannot be used. */
export class OperationsError extends StartError {
  override readonly name = 'OperationsError'
}

/**
 * Reads lists of operations: JSON files, `{ "<SHA-256>": "<document>" }`. The admin's is written when it is built.
 *
 * @throws OperationsError naming the file, when it cannot be read or a document is not what its hash says
 */
export function readOperations(files: readonly string[]): Operations {
  return new Map(files.flatMap((file) => Object.entries(readList(file))))
}

function readList(file: string): Readonly<Record<string, string>> {
  try {
    const list = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    for (const [hash, document] of Object.entries(list)) {
      if (createHash('sha256').update(document).digest('hex') !== hash) throw new Error(`${hash} is another document's`)
    }
    return list
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperationsError(`The list of operations ${file} cannot be used: ${reason}`)
  }
}

interface Options {
  readonly operations: Operations
  /** Whether a request with a session may only ask what is listed. */
  readonly onlyListedWithSession: boolean
}

/** Takes operations by their hash; see docs/adr/0008-requests-with-a-session.md. */
export function persistedOperations({ operations, onlyListedWithSession }: Options): Plugin {
  const http = { status: 400 }
  return usePersistedOperations({
    getPersistedOperation: (hash) => operations.get(hash) ?? null,
    allowArbitraryOperations: ({ headers }) =>
      !(onlyListedWithSession && bearsSession(headers.get('cookie') ?? undefined)),
    customErrors: {
      notFound: {
        // What clients of this convention look for.
        message: 'PersistedQueryNotFound',
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http },
      },
      keyNotFound: { message: 'Must provide query string.', extensions: { code: 'BAD_REQUEST', http } },
      persistedQueryOnly: {
        message: 'With a session, only operations that this gateway lists are carried out: send the hash of one.',
        extensions: { code: 'PERSISTED_QUERY_ONLY', http: { status: 403 } },
      },
    },
  })
}
