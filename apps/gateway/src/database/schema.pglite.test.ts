import { afterAll, beforeAll, expect, test } from 'vitest'
import { differenceToSchema } from '../../scripts/schema-engine.js'
import type { Engine } from './engine.js'
import { migrate } from './migrate.js'
import { openPglite } from './pglite-engine.js'

// On PGlite only: Prisma's adapter for PostgreSQL servers cannot read the catalogue's own column type, "char".

let engine: Engine
beforeAll(async () => {
  engine = await openPglite()
})
afterAll(() => engine.close())

test('a schema that the migrations do not build is noticed', async () => {
  expect(await differenceToSchema(engine)).toContain('CREATE TABLE "grants"')
})

test('the migrations build what the schema says', async () => {
  await migrate(engine, () => undefined)
  expect(await differenceToSchema(engine)).toBe('')
})
