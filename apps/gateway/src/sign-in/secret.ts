import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Storage } from '../environment.js'

/**
 * The secret for an embedded database whose owner gave none: random, made at the first start, and kept in a file beside
 * the data that only he can read. Sessions so survive a restart.
 *
 * @throws Error for a server: its processes must share one secret, which `readEnvironment` asks for
 */
export function ownSecret(storage: Storage): string {
  switch (storage.kind) {
    case 'memory':
      return random()
    case 'folder':
      return keptIn(`${storage.path}.secret`)
    case 'postgres':
      throw new Error('On a PostgreSQL server the secret must be given')
  }
}

function keptIn(file: string): string {
  mkdirSync(dirname(file), { recursive: true })
  try {
    // `wx`: another process that starts at the same moment must not make a second one.
    const secret = random()
    writeFileSync(file, secret, { flag: 'wx', mode: 0o600 })
    return secret
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return readFileSync(file, 'utf8').trim()
    throw error
  }
}

function random(): string {
  return randomBytes(32).toString('base64url')
}
