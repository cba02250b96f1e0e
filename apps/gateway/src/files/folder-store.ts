import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './file-store.js'

/** Files in a folder of this machine: `ab/ab34…`. */
export async function openFolderStore(folder: string): Promise<FileStore> {
  const workFolder = join(folder, 'incoming')
  await mkdir(workFolder, { recursive: true })
  const placeOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  return {
    workFolder,
    keep: async ({ path, hash }) => {
      const place = placeOf(hash)
      if (await exists(place)) return
      await mkdir(dirname(place), { recursive: true })
      await sync(path)
      await rename(path, place)
      // A name is durable when its folder is.
      await sync(dirname(place))
      await sync(folder)
    },
    read: async (hash) => ((await exists(placeOf(hash))) ? createReadStream(placeOf(hash)) : undefined),
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}
