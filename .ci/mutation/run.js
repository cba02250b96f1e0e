// The mutation score of one package: `npm run mutation -- selection`. What came out is in docs/mutation.md.
import { join, relative } from 'node:path'
import { argv, chdir, env, exit, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { copyOfPackages } from './copy.js'
import { oneByOne } from './one-by-one.js'
import { sample } from './sample.js'

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    mutate: { type: 'string', default: '**/*.ts' },
    static: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '1' },
    incremental: { type: 'boolean', default: false },
  },
})
const [name] = positionals
const print = (line) => stdout.write(`${line}\n`)
if (name === undefined) {
  print(
    'npm run mutation -- <package> [--mutate=contest/*.ts] [--static=150] [--seed=1] [--concurrency=1] [--incremental]',
  )
  exit(2)
}

const source = `packages/${name}/src`
const own = `${source}/**/*.test.ts`
/** Whoever reads the law of a package tests it, too: `check`, the provinces, the rulebook. */
const readers = 'packages/{programme,province-*}/src/**/*.test.ts docs/*/*.test.ts'

chdir(copyOfPackages(name))
env.MUTATION_TESTS = own
/** With `--incremental`, what neither the code nor a test has changed since the last such run keeps its result. */
const incremental = {
  incremental: values.incremental,
  incrementalFile: join(import.meta.dirname, '.data', `${name}.json`),
}
const reported = await new Stryker({
  mutate: [`${source}/${values.mutate}`, `!${source}/**/*.{test,test-d,test-support,test-law}.ts`],
  ...incremental,
  inPlace: true,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.config.js' },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: Number(values.concurrency),
  timeoutMS: 10_000,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  allowConsoleColors: false,
}).runMutationTest()

// What a test file computes outside its tests, Stryker counts for none of them: such a mutant has survived only if it survives a full run.
const isDoubtful = ({ status, static: runsOnLoad }) => status === 'Survived' && runsOnLoad
const checked = await oneByOne(reported.filter(isDoubtful), { own: source, print })
const mutants = [...reported.filter((mutant) => !isDoubtful(mutant)), ...checked]

const scored = { Killed: 'killed', Timeout: 'killed', Survived: 'survived', NoCoverage: 'uncovered' }
const isStatic = ({ status, statusReason = '' }) => status === 'Ignored' && statusReason.startsWith('Static')

/** One line a file, and one for all: score, killed of scored. */
function printScores(title, of) {
  print(`\n${title}`)
  const line = (label, some) => {
    const killed = some.filter(({ status }) => scored[status] === 'killed').length
    const timedOut = some.filter(({ status }) => status === 'Timeout').length
    const percent = ((100 * killed) / some.length).toFixed(1)
    const late = timedOut > 0 ? `, ${timedOut} of them by the clock` : ''
    print(
      `${percent.padStart(6)} %  ${String(killed).padStart(5)} of ${String(some.length).padEnd(5)}  ${label}${late}`,
    )
  }
  const counted = of.filter(({ status }) => status in scored)
  const byFile = Object.groupBy(counted, ({ fileName }) => relative(source, relative('.', fileName)))
  for (const [file, some] of Object.entries(byFile).toSorted(([a], [b]) => a.localeCompare(b))) line(file, some)
  line('all', counted)
}

printScores(`${name}: mutants of what runs during a test`, mutants)
const statics = mutants.filter(isStatic)
print(`${statics.length} static mutants: of what runs once, at import.`)

if (Number(values.static) > 0) {
  env.MUTATION_TESTS = `${own} ${readers}`
  const results = await oneByOne(sample(statics, Number(values.static), Number(values.seed)), { own: source, print })
  printScores(`${name}: sample of the static mutants, seed ${values.seed}`, results)
  print(`Killed by the tests of the package itself: ${results.filter(({ byOwn }) => byOwn).length}`)
}
