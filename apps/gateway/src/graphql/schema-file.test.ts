import { join } from 'node:path'
import { printSchema } from 'graphql'
import { expect, test, vi } from 'vitest'
import { packageRoot } from '../package-root.js'

// Clients are typed against this file. Write it anew with `npm run schema -w @khuyencong/gateway`.
test('schema.graphql is the schema', async () => {
  // Fields stand in the order in which their modules are first imported: here by the schema, not by another test file.
  vi.resetModules()
  const { schema } = await import('./schema.js')
  await expect(`${printSchema(schema)}\n`).toMatchFileSnapshot(join(packageRoot, 'schema.graphql'))
})
