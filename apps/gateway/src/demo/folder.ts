import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FolderError, FolderInUseError, lockFolder } from '../database/folder-lock.js'
import { StartError } from '../start-error.js'

/** The folder in which a demo keeps its records. */
export interface DemoFolder {
  /** PGlite's folder. */
  readonly data: string
  readonly files: string
  /** Of everybody in the demo. */
  readonly password: string
}

/** A folder that a demo may not use. */
class DemoFolderError extends StartError {
  override readonly name = 'DemoFolderError'
}

/** Marks a folder as a demo's. A folder that has anything else and not this is somebody's own. */
const marker = 'demo.json'
const Marker = z.object({ password: z.string().min(12) })

/**
 * Opens the folder of a demo, or begins one.
 *
 * @param fresh throws away what an earlier demo left there
 * @param given the password of everybody; without it the one that there is, or one made at random
 * @throws DemoFolderError when the folder is not a demo's, or the password is another one
 * @throws FolderInUseError when a gateway works on it
 */
export function openDemoFolder(folder: string, fresh: boolean, given: string | undefined): DemoFolder {
  const place = join(folder, marker)
  const data = join(folder, 'pglite')
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(place))
    throw new DemoFolderError(`The folder ${folder} holds something that is not a demo: it is left as it is.`)
  if (fresh && existsSync(place)) {
    // Not under the feet of a gateway.
    lockFolder(data).release()
    rmSync(folder, { recursive: true })
  }
  if (!existsSync(place)) {
    const password = given ?? randomBytes(12).toString('base64url')
    if (!Marker.safeParse({ password }).success)
      throw new DemoFolderError('The password must have 12 characters or more.')
    mkdirSync(folder, { recursive: true })
    writeFileSync(place, `${JSON.stringify({ password })}\n`, { mode: 0o600 })
  }
  const { password } = Marker.parse(JSON.parse(readFileSync(place, 'utf8')))
  if (given !== undefined && given !== password)
    throw new DemoFolderError(`The demo in ${folder} was made with another password. Begin anew with --fresh.`)
  return { data, files: join(folder, 'files'), password }
}

/**
 * Does what needs the folder of a demo.
 *
 * @throws DemoFolderError in place of a FolderError: a demo has its one folder, and nobody can name it another
 */
export async function inDemoFolder<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FolderError)) throw error
    const advice =
      error instanceof FolderInUseError ? 'Stop that process.' : 'Put it right, or begin anew with --fresh.'
    throw new DemoFolderError(`${error.fault} ${advice}`, { cause: error })
  }
}
