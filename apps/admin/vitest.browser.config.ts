import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// The built app in a real Chromium, served by the real gateway. Nothing is mocked.
export default defineConfig({
  resolve: { conditions: ['@khuyencong/source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } },
  test: {
    name: 'browser',
    include: ['browser/**/*.test.ts'],
    globalSetup: ['browser/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
