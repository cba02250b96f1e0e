import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Engine } from './engine.js'
import { FolderError, lockFolder, usable } from './folder-lock.js'

/**
 * Opens PGlite, PostgreSQL compiled to WebAssembly, in this process.
 *
 * @param folder where the data is kept and survives the process; absent: in memory only
 * @param contents in memory: what it holds at first
 * @throws FolderInUseError when another process works in the folder
 * @throws FolderError when it holds something else, or this user may not write there
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
  const unfinished = `${folder}.new`
  const holds = usable(folder, () => {
    if (!existsSync(folder)) return 0
    return readdirSync(folder).length
  })
  if (holds > 0)
    throw new FolderError(
      `The data folder ${folder} holds something else than a database.`,
      'Set KHUYENCONG_DATA to another.',
    )
  usable(folder, () => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(unfinished, { recursive: true, force: true })
    // PGlite's files are open to everyone; their folder is not.
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  })
  const client = await PGlite.create({ dataDir: unfinished })
  await client.close()
  renameSync(unfinished, folder)
}

/**
 * Prisma's adapter drops the error of a transaction that fails when it commits: whoever waits for it would believe that it was
 * kept. The adapter only ever asks for `catch` on what `transaction` gives; here the error goes on to who waits.
 */
function tellingOfCommits(client: PGlite): PGlite {
  const transaction = <Result>(work: (transaction: Transaction) => Promise<Result>) => {
    let begun = false
    const done = client.transaction((tx) => {
      begun = true
      return work(tx)
    })
    const telling = done.catch.bind(done)
    done.catch = (onError) =>
      telling(async (error: unknown) => {
        if (!begun && onError) return await onError(error)
        throw error
      })
    return done
  }
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'transaction') return transaction
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

function engineOn(client: PGlite, where: string, onClose: () => void): Engine {
  return {
    kind: 'pglite',
    where,
    adapter: new PrismaPGlite(tellingOfCommits(client)),
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
