import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Engine } from '../src/database/engine.js'
import { migrationsFolder, readMigrations } from '../src/database/migrations.js'
import { packageRoot } from '../src/package-root.js'

// Prisma's schema engine for development: new migrations, and tests that schema and migrations agree. `prisma migrate`
// would download it as a native program; this is the same engine as WebAssembly, from the package registry.

/** The schema, a file for each area. */
const schemaFiles = globSync(join(packageRoot, 'prisma', 'schema', '*.prisma'))
  .sort()
  .map((path) => ({ path, content: readFileSync(path, 'utf8') }))
const noFilter = { externalTables: [], externalEnums: [] }

/** The schema engine on an open database. */
async function openSchemaEngine(engine: Engine): Promise<bindings.SchemaEngine> {
  loadWasm()
  return await bindings.SchemaEngine.new(
    { datamodels: schemaFiles.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(engine.adapter),
  )
}

/** The SQL that leads from the database as it stands to the schema; empty when they agree. */
export async function differenceToSchema(engine: Engine): Promise<string> {
  const schemaEngine = await openSchemaEngine(engine)
  const { stdout } = await schemaEngine.diff({
    from: { tag: 'schemaDatasource', files: schemaFiles, configDir: packageRoot },
    to: { tag: 'schemaDatamodel', files: schemaFiles },
    script: true,
    exitCode: null,
    filters: noFilter,
  })
  return stdout === null || stdout.includes('This is an empty migration') ? '' : stdout
}

/** What `prisma migrate deploy` thinks of the database's history. */
export async function diagnoseHistory(engine: Engine): Promise<bindings.DiagnoseMigrationHistoryOutput> {
  const schemaEngine = await openSchemaEngine(engine)
  return await schemaEngine.diagnoseMigrationHistory({
    migrationsList: migrationsList(),
    optInToShadowDatabase: false,
    filters: noFilter,
  })
}

/** What `prisma migrate deploy` would apply, after it has applied it. */
export async function deployWithPrisma(engine: Engine): Promise<readonly string[]> {
  const schemaEngine = await openSchemaEngine(engine)
  return (await schemaEngine.applyMigrations({ migrationsList: migrationsList(), filters: noFilter }))
    .appliedMigrationNames
}

function migrationsList(): bindings.MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations().map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  }
}

// TypeScript knows WebAssembly only together with the whole browser, which does not belong here.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, object>>,
  ) => { readonly exports: { __wbindgen_start(): void } }
}

let loaded = false

/** The package's own entry imports the .wasm file as a module, which Node does not do; so it is instantiated by hand. */
function loadWasm(): void {
  if (loaded) return
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(entry.replace(/\.js$/, '.wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': { ...bindings } })
  bindings.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  loaded = true
}
