import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format } from 'node:util'
import { expect, test, vi } from 'vitest'

/** The block of output that follows the first example. */
const shown = (readme: string) => /^```ts\n.*?^```$.*?^```text\n(.*?)^```$/ms.exec(readme)?.[1]

const withExample = globSync(['README.md', 'packages/*/README.md'], { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(resolve(import.meta.dirname, file), 'utf8').includes('\n```ts\n'),
)

test.each(withExample)('the example of %s prints what it says', async (file) => {
  const path = resolve(import.meta.dirname, file)
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await import(/* @vite-ignore */ `${path}?example`)
  const printed = log.mock.calls.map((args: unknown[]) => `${format(...args)}\n`).join('')
  log.mockRestore()
  expect(printed).toBe(shown(readFileSync(path, 'utf8')))
})
