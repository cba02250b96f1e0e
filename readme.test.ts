import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format } from 'node:util'
import { expect, test, vi } from 'vitest'
import { examplesOf, whole, type Example } from './examples.js'

// The first example loads the sources of all packages.
vi.setConfig({ testTimeout: 30_000 })

const at = (file: string) => resolve(import.meta.dirname, file)
const read = (file: string) => examplesOf(readFileSync(at(file), 'utf8'))

async function printedBy(example: string): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await import(/* @vite-ignore */ example)
  const printed = log.mock.calls.map((args: unknown[]) => `${format(...args)}\n`).join('')
  log.mockRestore()
  return printed
}

const ofReadmes = globSync(['README.md', 'packages/*/README.md'], { cwd: import.meta.dirname }).flatMap((file) =>
  read(file).flatMap((example, index): [string, number, Example][] =>
    example.shown !== undefined ? [[file, index, example]] : [],
  ),
)

test.each(ofReadmes)('%s: example %d prints what it says', async (file, index, { shown }) => {
  expect(await printedBy(`${at(file)}?example=${index}`)).toBe(shown)
})

test.each(globSync('packages/*/README.md', { cwd: import.meta.dirname }))(
  '%s: its line of installation names each package that its examples import, and no other',
  (file) => {
    const text = readFileSync(at(file), 'utf8')
    const packages = (part: string | undefined) => [...new Set(part?.match(/@khuyencong\/[a-z-]+/g))].toSorted()
    const imports = examplesOf(text).flatMap(({ code }) => code.match(/from '[^']+'/g) ?? [])
    expect(packages(/^npm install (.*?[^\\])$/ms.exec(text)?.[1])).toEqual(packages(imports.join('\n')))
  },
)

const guides = globSync('docs/guide-*.md', { cwd: import.meta.dirname })

test.each(guides)('%s: its blocks, one after the other, print what it says', async (file) => {
  expect(await printedBy(`${at(file)}?example`)).toBe(whole(read(file)).shown)
})
