import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.js'

/** Nothing can be kept in the folder. */
export class FolderError extends StartError {
  override readonly name: string = 'FolderError'

  /**
   * @param fault what is wrong with which folder
   * @param advice for whoever may name another
   */
  constructor(
    readonly fault: string,
    advice: string,
    options?: ErrorOptions,
  ) {
    super(`${fault} ${advice}`, options)
  }
}

/** Another process works in the folder. */
export class FolderInUseError extends FolderError {
  override readonly name = 'FolderInUseError'
}

export interface FolderLock {
  release(): void
}

/**
 * Takes a data folder for this process. PGlite itself does not notice a second process on the same files, and
 * two writers would destroy them.
 *
 * Node has no file locks of its own; SQLite has, on every system: an exclusive transaction on a small file beside
 * the folder. The system drops it when the process dies, however it dies, so that a crash leaves nothing to clean
 * up, and a process number that is used again deceives nobody.
 *
 * @throws FolderInUseError naming the folder and the process that holds it
 * @throws FolderError where nothing can be written there
 */
export function lockFolder(folder: string): FolderLock {
  const ownerFile = `${folder}.owner`
  const lock = usable(folder, () => {
    mkdirSync(dirname(folder), { recursive: true })
    return new DatabaseSync(`${folder}.lock`)
  })
  try {
    // Nothing is ever written: no journal beside the file.
    lock.exec('PRAGMA journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new FolderInUseError(
      `The data folder ${folder} is in use by another process (${readOwner(ownerFile)}).`,
      'Stop that process, or set KHUYENCONG_DATA to another folder.',
    )
  }
  writeFileSync(ownerFile, `process ${process.pid}`)
  return { release: () => lock.close() }
}

/** @throws FolderError in place of what the system says of the folder */
export function usable<Result>(folder: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new FolderError(
      `The data folder ${folder} cannot be used: ${error.message}.`,
      'Set KHUYENCONG_DATA to a folder that this user may write to.',
      { cause: error },
    )
  }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The holder has the lock but has not written its name yet.
    return 'just started'
  }
}
