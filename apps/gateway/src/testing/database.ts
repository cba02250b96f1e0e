import { openDatabase, type Database } from '../database/database.js'
import { silent } from './gateway.js'
import { createPreparedStorage } from './storage.js'

/** A database of its own, migrated and seeded, without a server. */
export async function openTestDatabase(): Promise<Database> {
  const { storage, remove } = await createPreparedStorage()
  const database = await openDatabase({ storage, log: silent })
  return {
    ...database,
    close: async () => {
      await database.close()
      await remove()
    },
  }
}
