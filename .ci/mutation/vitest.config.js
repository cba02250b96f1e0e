import { env } from 'node:process'
import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// For the copy that run.js makes. Sibling packages resolve to their sources, as in the configuration of the repository.
export default defineConfig({
  ssr: { resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } },
  // On a busy machine a test may be slow without being wrong.
  test: { include: env.MUTATION_TESTS.split(' '), update: false, testTimeout: 60_000 },
})
