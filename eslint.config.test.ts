import { ESLint } from 'eslint'
import { describe, expect, test, vi } from 'vitest'

// The first file linted loads the types of every package.
vi.setConfig({ testTimeout: 60_000 })

const eslint = new ESLint({ cwd: import.meta.dirname })

/** Rules that `code` breaks when it stands in a package's file. */
const broken = async (file: string, code: string) => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `packages/${file}` })
  return result?.messages.map(({ ruleId }) => ruleId)
}

describe('dependencies point one way', () => {
  test.each([
    ['rules/src/index.ts', '@khuyencong/domain'],
    ['domain/src/index.ts', '@khuyencong/eligibility'],
    ['eligibility/src/index.ts', '@khuyencong/budget'],
    ['budget/src/index.ts', '@khuyencong/programme'],
    ['programme/src/index.ts', '@khuyencong/province-hai-duong'],
    ['province-hai-duong/src/index.ts', '@khuyencong/gateway'],
    ['budget/src/index.ts', '../../rules/src/index.js'],
    ['budget/src/index.ts', '@khuyencong/domain/schema'],
    ['domain/src/index.ts', './schema.js'],
    ['domain/src/index.ts', 'zod'],
    ['selection/src/index.ts', './optimum.js'],
    ['selection/src/index.ts', 'highs'],
    ['rules/src/index.ts', 'node:fs'],
    ['rules/src/index.ts', 'fs'],
  ])('%s may not import %s', async (file, source) => {
    expect(await broken(file, `export * from '${source}'`)).toContain('no-restricted-imports')
  })

  test.each([
    ['domain/src/index.ts', '@khuyencong/rules'],
    ['domain/src/schema.ts', 'zod'],
    ['selection/src/optimum.ts', 'highs'],
    ['eligibility/src/index.ts', './index.js'],
    ['programme/src/index.ts', '@khuyencong/budget'],
    ['province-hai-duong/src/index.ts', '@khuyencong/programme'],
  ])('%s may import %s', async (file, source) => {
    expect(await broken(file, `export * from '${source}'`)).toEqual([])
  })
})

describe('packages see nothing of the machine', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'globalThis.Date',
    'new Intl.DateTimeFormat()',
    'process.env',
    'fetch("/")',
    'setTimeout(String, 1)',
    'performance.now()',
    'console.log',
    'crypto.randomUUID()',
    'import("./index.js")',
    'import.meta',
  ])('%s', async (expression) => {
    const rules = await broken('rules/src/index.ts', `export const value = ${expression}`)
    expect(rules).toContainEqual(expect.stringMatching(/^no-(undef|restricted-(globals|properties|syntax))$/))
  })
})
