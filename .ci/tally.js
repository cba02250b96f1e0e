// Prints `N passed, N failed` over the JSON reports of vitest in a folder.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'

const [folder = '.'] = argv.slice(2)
let passed = 0
let failed = 0
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  // A file that fails before its first test has no test to count: the file counts.
  failed += report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
}
stdout.write(`${passed} passed, ${failed} failed\n`)
