import { readFileSync } from 'node:fs'
import { defaultServerConditions, transformWithOxc, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** `README.md?example` is the code of its first block in TypeScript. */
const readmeExamples: Plugin = {
  name: 'readme-examples',
  async load(id) {
    const [file = '', query] = id.split('?')
    if (query !== 'example' || !file.endsWith('README.md')) return null
    const [, code = ''] = /^```ts\n(.*?)^```$/ms.exec(readFileSync(file, 'utf8')) ?? []
    return await transformWithOxc(code, `${file}.ts`)
  },
}

export default defineConfig({
  // Sibling packages resolve to their sources, so that tests need no build.
  ssr: { resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } },
  test: {
    projects: [
      // The packages are pure functions: one project serves them all. Type tests (*.test-d.ts) are checked by `npm run typecheck`.
      {
        extends: true,
        plugins: [readmeExamples],
        test: { name: 'packages', include: ['*.test.ts', 'docs/*/*.test.ts', 'packages/*/src/**/*.test.ts'] },
      },
      // An app brings its own configuration: environment, plugins, and what needs a browser or a server left out.
      'apps/*/vitest.config.ts',
    ],
  },
})
