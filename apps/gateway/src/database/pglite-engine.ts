import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Engine } from './engine.js'
import { lockFolder } from './folder-lock.js'

/**
 * Opens PGlite, PostgreSQL compiled to WebAssembly, in this process.
 *
 * @param folder where the data is kept and survives the process; absent: in memory only
 * @param contents in memory: what it holds at first
 * @throws FolderInUseError when another process works in the folder
 */
export async function openPglite(folder?: string, contents?: Blob): Promise<Engine> {
  if (folder === undefined) {
    const client = await PGlite.create(contents === undefined ? {} : { loadDataDir: contents })
    return engineOn(client, 'memory', () => undefined)
  }
  const lock = lockFolder(folder)
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(folder)
    const client = await PGlite.create({ dataDir: folder })
    return engineOn(client, folder, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A new database comes into its folder whole, by renaming: a process killed meanwhile leaves no half of one. */
async function initialise(folder: string): Promise<void> {
  if (existsSync(folder)) {
    if (readdirSync(folder).length > 0) throw new Error(`The folder ${folder} holds something else than a database`)
    rmSync(folder, { recursive: true })
  }
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  // PGlite's files are open to everyone; their folder is not.
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const client = await PGlite.create({ dataDir: unfinished })
  await client.close()
  renameSync(unfinished, folder)
}

function engineOn(client: PGlite, where: string, onClose: () => void): Engine {
  return {
    kind: 'pglite',
    where,
    adapter: new PrismaPGlite(client),
    transaction: (work) =>
      client.transaction((transaction) =>
        work({
          run: (script) => transaction.exec(script),
          rows: async (statement, values = []) =>
            (await transaction.query<Record<string, unknown>>(statement, [...values])).rows,
        }),
      ),
    close: async () => {
      await client.close()
      onClose()
    },
  }
}
