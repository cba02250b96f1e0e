import { defaultServerConditions } from 'vite'
import { configDefaults, defineConfig } from 'vitest/config'

// The same tests run on PGlite and, through `npm run test:postgres`, on a real server. Those that are about one of the
// two alone say so in their names.
const onPostgres = process.env['TEST_POSTGRES_URL'] !== undefined

export default defineConfig({
  // graphql 16 is two copies in one, and vite takes the other one than Node: errors of the one are no errors to the other.
  resolve: {
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  // What runs before the tests does so in an environment of vitest's own.
  environments: { __vitest__: { resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } } },
  ssr: { resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } },
  test: {
    name: 'gateway',
    include: ['src/**/*.test.ts'],
    exclude: [...configDefaults.exclude, onPostgres ? '**/*.pglite.test.ts' : '**/*.postgres.test.ts'],
    // By itself vitest leaves one core idle. Of two that is half.
    maxWorkers: '100%',
    // Loading the gateway costs more than most of its tests: a worker does it once, for all of its files.
    isolate: false,
    globalSetup: ['src/testing/prepared-database.ts'],
    // A first start builds a database: two seconds alone, many on a busy machine.
    hookTimeout: 120_000,
    testTimeout: 120_000,
  },
})
