import { join } from 'node:path'
import { printSchema } from 'graphql'
import { expect, test } from 'vitest'
import { packageRoot } from '../package-root.js'
import { schema } from './schema.js'

// Clients are typed against this file. Write it anew with `npm run schema -w @khuyencong/gateway`.
test('schema.graphql is the schema', async () => {
  await expect(`${printSchema(schema)}\n`).toMatchFileSnapshot(join(packageRoot, 'schema.graphql'))
})
