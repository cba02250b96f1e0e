import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Sibling packages resolve to their sources, so that tests need no build.
  ssr: { resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } },
  test: {
    projects: [
      // The packages are pure functions: one project serves them all. Type tests (*.test-d.ts) are checked by `npm run typecheck`.
      { extends: true, test: { name: 'packages', include: ['*.test.ts', 'packages/*/src/**/*.test.ts'] } },
      // An app brings its own configuration: environment, plugins, and what needs a browser or a server left out.
      'apps/*/vitest.config.ts',
    ],
  },
})
