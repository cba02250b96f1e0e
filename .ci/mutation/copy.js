import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const root = join(here, '../..')

/**
 * Copies what the tests of the packages need, so that no mutant is ever written into the sources.
 * The copy's own links make `@khuyencong/*` mean the copied packages; this folder's vitest is found above it, and all else above that.
 * @returns the folder of the copy
 */
export function copyOfPackages(name) {
  const copy = join(here, '.data', name)
  rmSync(copy, { recursive: true, force: true })
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', [...listed, '--', 'packages', 'docs', 'tsconfig.base.json', 'tsconfig.json'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of new Set(files.split('\0').filter(Boolean))) cpSync(join(root, file), join(copy, file))
  cpSync(join(here, 'vitest.config.js'), join(copy, 'vitest.config.js'))
  const links = join(copy, 'node_modules/@khuyencong')
  mkdirSync(links, { recursive: true })
  for (const found of readdirSync(join(copy, 'packages')))
    symlinkSync(join('../../packages', found), join(links, found), 'dir')
  return copy
}
