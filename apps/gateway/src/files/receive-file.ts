import { fileTypeFromFile } from 'file-type'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReceivedFile } from './file-store.js'

/** What a paper of a dossier may be: scans, texts, tables. */
const mediaTypes: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/jpeg',
  'image/png',
]

/** Why a file is not taken. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  constructor(
    readonly reason: 'too-long' | 'empty' | 'type',
    message: string,
  ) {
    super(message)
  }
}

/**
 * Writes a stream into a temporary file while counting and hashing it, and reads from its bytes what it is.
 *
 * @param most bytes
 * @param keep gets the file while it is there; it is gone afterwards, unless it was moved away
 * @throws FileRefused when it is longer, empty, or of a type that is not taken
 */
export async function receiveFile(
  stream: Readable,
  folder: string,
  most: number,
  keep: (file: ReceivedFile) => Promise<void>,
): Promise<ReceivedFile> {
  const path = join(folder, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  let size = 0
  try {
    await pipeline(
      // Who sends too much is still to be answered: his stream stays open.
      stream.iterator({ destroyOnReturn: false }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length
          if (size > most) throw new FileRefused('too-long', `The file is longer than ${most} bytes.`)
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(path, { flags: 'wx' }),
    )
    if (size === 0) throw new FileRefused('empty', 'The file is empty.')
    const type = (await fileTypeFromFile(path))?.mime
    if (type === undefined || !mediaTypes.includes(type)) {
      throw new FileRefused('type', `Files of type ${type ?? 'unknown'} are not taken: PDF, DOCX, XLSX, JPEG or PNG.`)
    }
    const file = { path, hash: hash.digest('hex'), size, type }
    await keep(file)
    return file
  } finally {
    await rm(path, { force: true })
  }
}
