import { readFileSync } from 'node:fs'
import { defaultServerConditions, transformWithOxc, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { examplesOf, whole } from './examples.js'

/** `README.md?example=1` is the code of its second block in TypeScript, `guide.md?example` that of all of them. */
const examples: Plugin = {
  name: 'examples',
  async load(id) {
    const [, file, index] = /^(.*\.md)\?example(?:=(\d+))?$/.exec(id) ?? []
    if (file === undefined) return null
    const found = examplesOf(readFileSync(file, 'utf8'))
    const example = index === undefined ? whole(found) : found[Number(index)]
    return example ? await transformWithOxc(example.code, `${file}.ts`) : null
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
        plugins: [examples],
        test: {
          name: 'packages',
          include: ['*.test.ts', 'docs/*/*.test.ts', 'packages/*/src/**/*.test.ts'],
          // A property of a thousand random laws takes two seconds alone, many on a busy machine.
          testTimeout: 60_000,
        },
      },
      // An app brings its own configuration: environment, plugins, and what needs a browser or a server left out.
      'apps/*/vitest.config.ts',
    ],
  },
})
