// Over the JSON reports of vitest in a folder: what failed and with which words, in the order of the steps, then
// `N passed, N failed`. The log above it is long, and often only its end is kept.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { argv, stdout } from 'node:process'

const [folder = '.'] = argv.slice(2)
const MOST_LINES = 30

let passed = 0
let failed = 0

/** One test, or a file that failed before its first. */
const tellFailure = (file, test, message) => {
  failed += 1
  const lines = message.split('\n')
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${line}`)
  if (lines.length > MOST_LINES) shown.push(`    and ${lines.length - MOST_LINES} lines more`)
  stdout.write(`\nFAILED ${relative('.', file)}${test === undefined ? '' : ` > ${test}`}\n${shown.join('\n')}\n`)
}

for (const name of readdirSync(folder).sort()) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += report.numPassedTests
  for (const { name: file, status, message, assertionResults } of report.testResults) {
    const failures = assertionResults.filter((test) => test.status === 'failed')
    for (const test of failures) tellFailure(file, test.fullName, test.failureMessages.join('\n'))
    if (status === 'failed' && failures.length === 0) tellFailure(file, undefined, message)
  }
}
stdout.write(`\n${passed} passed, ${failed} failed\n`)
