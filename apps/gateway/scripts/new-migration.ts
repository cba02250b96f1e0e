// npm run migration -- <name>
//
// Writes the next migration: the SQL that leads from what the existing migrations build to prisma/schema/.
// Read it, and add by hand what the schema cannot say (check constraints, triggers), before it is committed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../src/database/migrate.js'
import { migrationsFolder } from '../src/database/migrations.js'
import { openPglite } from '../src/database/pglite-engine.js'
import { differenceToSchema } from './schema-engine.js'

const [name] = process.argv.slice(2)
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration -- <name in small letters, digits and underscores>')
  process.exit(1)
}

const engine = await openPglite()
await migrate(engine, () => undefined)
const script = await differenceToSchema(engine)
await engine.close()

if (script === '') {
  console.log('The migrations already build what the schema says.')
} else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsFolder, `${time}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), `${script.trim()}\n`)
  console.log(`Written: ${join(folder, 'migration.sql')}`)
}
