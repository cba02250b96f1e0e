import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { argv, cpuUsage, stdout, version } from 'node:process'
import { parseArgs } from 'node:util'
import { makeCases } from './cases.js'
import * as expressions from './subjects/expressions.js'
import * as jsonRules from './subjects/json-rules-engine.js'
import { expected, plain, plainReasons, plainVerdict } from './subjects/plain.js'
import * as publicodes from './subjects/publicodes.js'
import * as rules from './subjects/rules.js'
import * as zen from './subjects/zen.js'

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    count: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '0.5' },
    only: { type: 'string', default: '' },
  },
})
const [count, rounds, seconds] = [values.count, values.rounds, values.seconds].map(Number)
const print = (line) => stdout.write(`${line}\n`)

const asGiven = (application) => application

/** Each subject decides cases in its own form, made before any timing; `read` turns its answer into the common one. */
const subjects = [
  ...[plainVerdict, plain, plainReasons],
  ...[rules, expressions, jsonRules, zen, publicodes].flatMap((module) => Object.values(module)),
]
  .filter(({ name }) => name.includes(values.only) || name === plain.name || name === plainVerdict.name)
  .map((subject) => ({ prepare: asGiven, read: (answer) => answer, ...subject, rates: [] }))

const applications = makeCases(count)
const answers = applications.map(expected)

async function verify({ name, decide, read, prepared }) {
  for (const [i, given] of prepared.slice(0, 2000).entries()) {
    const got = read(await decide(given))
    const want = answers[i]
    // A subject that names no reasons or no amount is compared on what it gives.
    const same =
      got.eligible === want.eligible &&
      (got.amount === undefined || Math.abs(Number(got.amount) - want.amount) < 0.5) &&
      (got.failed === undefined || got.failed.toSorted().join() === want.failed.toSorted().join())
    if (!same) {
      const show = (value) => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item))
      throw new Error(`${name} differs on case ${i} ${show(applications[i])}: ${show(got)}, expected ${show(want)}`)
    }
  }
}

/** Processor time so far, of all threads, in seconds: on a busy machine it says what the clock cannot. */
const spent = () => {
  const { user, system } = cpuUsage()
  return (user + system) / 1e6
}

/** Decisions a second of processor time over at least `least` seconds. Slow subjects may not get through all cases: any stretch is as random. */
async function measure({ decide, asynchronous, prepared }, least) {
  // Asking for the time takes a while itself: it is asked some hundred times a second, not after every few decisions.
  let stretch = 10
  let decided = 0
  let asked = 0
  let last
  const started = spent()
  for (;;) {
    const from = decided % count
    const to = Math.min(from + stretch, count)
    if (asynchronous) for (let i = from; i < to; i += 1) last = await decide(prepared[i])
    else for (let i = from; i < to; i += 1) last = decide(prepared[i])
    decided += to - from
    const elapsed = spent() - started
    if (elapsed >= least && last !== undefined) return decided / elapsed
    if (elapsed - asked < 0.005) stretch *= 2
    asked = elapsed
  }
}

const require = createRequire(import.meta.url)
const peers = Object.entries(require('./package.json').dependencies).map(([name, at]) => `${name} ${at}`)
const { version: own } = require('../package.json')
print(`Node ${version}, ${cpus().length} cores. @khuyencong/rules ${own}; ${peers.join(', ')}`)
print(`${count} random cases, ${answers.filter(({ eligible }) => eligible).length} of them eligible.`)
print(
  'Cases are put into the form of each subject before any timing: plain and nested for most, flat for json-rules-engine,',
)
print(
  'flat with bigint money and a list of papers for rules. That list and every fact is checked and read by rules beforehand,',
)
print(
  'where its rows do not say otherwise; the other engines check nothing. A decision holds every finding with its full trace when',
)
print(
  'it is returned; what remedies there are is searched for when they are first read, which only the row with remedies does.',
)

// Subjects that take the same form share it: less to keep in the processor's cache.
const forms = new Map()
for (const subject of subjects) {
  if (!forms.has(subject.prepare)) forms.set(subject.prepare, applications.map(subject.prepare))
  subject.prepared = forms.get(subject.prepare)
  await verify(subject)
}
print(`All ${subjects.length} subjects agree on 2000 of the cases.`)

// In turns, so that a busy machine hits all alike. The first round warms up and does not count.
for (let round = 0; round <= rounds; round += 1)
  for (const subject of subjects) {
    const rate = await measure(subject, seconds)
    if (round > 0) subject.rates.push(rate)
  }

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const rateOf = (name) => median(subjects.find((subject) => subject.name === name)?.rates ?? [NaN])
const [branches, bare] = [plain.name, plainVerdict.name].map(rateOf)
const logic = rateOf(expressions.jsonLogic.name)
const whole = (rate) => Math.round(rate).toLocaleString('en')
const ratio = (x) => (Number.isNaN(x) ? '-' : x >= 0.1 ? x.toFixed(2) : x.toPrecision(2))
print(`\nDecisions a second of processor time: median of ${rounds} rounds of ${seconds} s each, in turns.\n`)
print('| subject | a second | min | max | to plain branches | to their verdict alone | to json-logic-engine |')
print('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const { name, rates } of subjects) {
  const rate = median(rates)
  const rest = [Math.min(...rates), Math.max(...rates)].map(whole)
  print(`| ${[name, whole(rate), ...rest, ...[rate / branches, rate / bare, rate / logic].map(ratio)].join(' | ')} |`)
}
