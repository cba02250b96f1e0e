import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineProject } from 'vitest/config'

export default defineProject({
  resolve: { conditions: ['@khuyencong/source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } },
  test: { name: 'admin', include: ['src/**/*.test.ts'] },
})
