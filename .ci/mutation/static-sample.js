import { readFileSync, writeFileSync } from 'node:fs'
import { createVitest } from 'vitest/node'

/** Numbers from 0 to below 1 that look random, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` of the items, each as likely as any other. */
function sample(items, count, seed) {
  const rest = [...items]
  const next = random(seed)
  return Array.from({ length: Math.min(count, rest.length) }).flatMap(() =>
    rest.splice(Math.floor(next() * rest.length), 1),
  )
}

/** Where a position (line and column from 1) stands in a text. */
function offset(text, { line, column }) {
  let start = 0
  for (let i = 1; i < line; i++) start = text.indexOf('\n', start) + 1
  return start + column - 1
}

/**
 * Writes static mutants into the sources one by one, each with a full run of the tests: what a module does once, when
 * it is imported, cannot be switched afterwards.
 * @param mutants as Stryker returns them
 * @param own folder of the package's own tests: they run first, the others only for what is left
 * @param print called with a line for each that survives
 * @returns the sample, each mutant with its status, `Killed` or `Survived`, and whether the package's own tests killed it
 */
export async function runStaticSample(mutants, { count, seed, own, print }) {
  const vitest = await createVitest('test', { watch: false, bail: 1, reporters: [{}], maxWorkers: 1 })
  const specifications = await vitest.globTestSpecifications()
  const [ownTests, others] = [true, false].map((is) =>
    specifications.filter(({ moduleId }) => moduleId.includes(`/${own}/`) === is),
  )
  const pass = async (some) => {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(some)
    return unhandledErrors.length === 0 && testModules.every((module) => module.ok())
  }
  const results = []
  try {
    if (!(await pass(specifications))) throw new Error('The tests fail without any mutant.')
    for (const mutant of sample(mutants, count, seed)) {
      const { fileName, location, mutatorName, replacement } = mutant
      const source = readFileSync(fileName, 'utf8')
      const [from, to] = [offset(source, location.start), offset(source, location.end)]
      writeFileSync(fileName, `${source.slice(0, from)}${replacement}${source.slice(to)}`)
      vitest.invalidateFile(fileName)
      const byOwn = !(await pass(ownTests))
      const survived = !byOwn && (await pass(others))
      writeFileSync(fileName, source)
      vitest.invalidateFile(fileName)
      results.push({ ...mutant, status: survived ? 'Survived' : 'Killed', byOwn })
      if (survived) {
        const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 120)
        const place = `${fileName}:${location.start.line}:${location.start.column}`
        print(`[Survived] ${mutatorName} ${place}\n-   ${short(source.slice(from, to))}\n+   ${short(replacement)}`)
      }
    }
  } finally {
    await vitest.close()
  }
  return results
}
