// Writes Prisma's client and Pothos' model types into src/generated. Runs before build, type check and tests.
//
// `prisma generate` looks for its schema engine, and downloads that native program when it is missing, although it does
// not call it here. Naming any program that exists keeps it from looking: a fresh clone then needs npm alone, also
// where only the package registry can be reached. Node's own path serves on every system.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'

const prismaManifest = createRequire(import.meta.url).resolve('prisma/package.json')

execFileSync(process.execPath, [join(dirname(prismaManifest), 'build', 'index.js'), 'generate'], {
  cwd: join(import.meta.dirname, '..'),
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
