import { expect, test } from 'vitest'
import { silent } from '../testing/gateway.js'
import { createStorage } from '../testing/storage.js'
import { openDatabase } from './database.js'
import { readMigrations } from './migrations.js'

test('gateways that start together on one server migrate and seed it once', async () => {
  const { storage, remove } = await createStorage()
  const databases = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ storage, log: silent })))
  const [first] = databases
  const history = await first?.engine.transaction((session) =>
    session.rows('SELECT migration_name FROM "_prisma_migrations"'),
  )
  expect(history).toHaveLength(readMigrations().length)
  expect(await first?.prisma.grant.count()).toBe(45)
  await Promise.all(databases.map((database) => database.close()))
  await remove()
})
