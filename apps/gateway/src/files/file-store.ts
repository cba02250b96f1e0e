import type { Readable } from 'node:stream'
import type { FilesPlace } from '../environment.js'
import { openFolderStore } from './folder-store.js'
import { openS3Store } from './s3-store.js'

/** A file that has come in whole and lies in a temporary place. */
export interface ReceivedFile {
  /** Where it lies; whoever received it removes what is left there. */
  readonly path: string
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string
  /** Bytes. */
  readonly size: number
  /** Media type, read from its bytes. */
  readonly type: string
}

/** Files under the hash of their bytes: the same content is there once, and cannot be replaced by another. */
export interface FileStore {
  /** Where received files are to be put, so that they can be moved and need not be copied. */
  readonly workFolder: string
  /** Keeps a file. Once this resolves it is there, whatever happens to the machine. */
  keep(file: ReceivedFile): Promise<void>
  /** The bytes; `undefined` where there is no such file. */
  read(hash: string): Promise<Readable | undefined>
}

export function openFileStore(place: FilesPlace): Promise<FileStore> {
  return place.kind === 's3' ? openS3Store(place) : openFolderStore(place.path)
}
