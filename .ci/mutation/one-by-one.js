import { readFileSync, writeFileSync } from 'node:fs'
import { createVitest } from 'vitest/node'

/** Where a position (line and column from 1) stands in a text. */
function offset(text, { line, column }) {
  let start = 0
  for (let i = 1; i < line; i++) start = text.indexOf('\n', start) + 1
  return start + column - 1
}

/**
 * Writes mutants into the sources one by one, each with a full run of the tests: what a module or a test file does once,
 * when it is loaded, cannot be switched afterwards.
 * @param mutants as Stryker returns them
 * @param own folder of the package's own tests: they run first, all others only for what is left
 * @param print called with a line for each that survives
 * @returns the mutants, each with its status, `Killed` or `Survived`, and whether the package's own tests killed it
 */
export async function oneByOne(mutants, { own, print }) {
  if (mutants.length === 0) return []
  const vitest = await createVitest('test', { watch: false, bail: 1, reporters: [{}], maxWorkers: 1 })
  const specifications = await vitest.globTestSpecifications()
  const [ownTests, others] = [true, false].map((is) =>
    specifications.filter(({ moduleId }) => moduleId.includes(`/${own}/`) === is),
  )
  const pass = async (some) => {
    if (some.length === 0) return true
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(some)
    return unhandledErrors.length === 0 && testModules.every((module) => module.ok())
  }
  const results = []
  try {
    if (!(await pass(specifications))) throw new Error('The tests fail without any mutant.')
    for (const mutant of mutants) {
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
