// npm run release-schema -w @khuyencong/gateway (a part of `npm run version`)
//
// From now on clients are promised the present schema: what was broken before on purpose is broken no more.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
copyFileSync(join(root, 'schema.graphql'), join(root, 'schema.released.graphql'))
writeFileSync(join(root, 'schema.breaks.json'), '{}\n')
