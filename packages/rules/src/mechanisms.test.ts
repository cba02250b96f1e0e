import { describe, expect, test } from 'vitest'
import { bind } from './bind.js'
import { ConflictError } from './errors.js'
import { cases } from './mechanisms-cases.test-support.js'
import { leftOut, reasons, type Reason } from './mechanisms-left-out.test-support.js'
import { facts, never, repealed, ruleOf, source, type Answer, type Case } from './mechanisms.test-support.js'
import { amountRule, byId, type AmountRule, type Rule } from './rule.js'
import { workingDaysBetween } from './term.js'

interface Result {
  readonly answer: Answer
  readonly missing: readonly string[]
}

const lawOf = (rules: readonly Rule[], amounts: readonly AmountRule[] = []) =>
  bind(
    { facts, rules: byId(rules), parameters: byId([repealed]), amounts: byId(amounts) },
    { pack: 'cases', version: '1', asOf: '2024-01-01' },
  )
const title = { vi: 'ví dụ', en: 'case' }

/** Puts the case's question to the kernel. */
function ask({ question, facts: given }: Case): Result {
  switch (question.kind) {
    case 'amount': {
      const rule = amountRule({ id: 'case', title, per: title, versions: [{ ...source, amount: question.amount }] })
      const found = lawOf([], [rule]).amount('case', given)
      if (!found) throw new Error('The law of a case has its amount.')
      return { answer: found.amount ?? (found.status === 'no-level' ? 'no-level' : 'unknown'), missing: found.missing }
    }
    case 'condition':
      return verdictOf(ruleOf('general', question.requires, question.applies), given)
    case 'applies': {
      // What cannot be met says by an unmet that it was asked for.
      const { answer, missing } = verdictOf(ruleOf('general', never, question.applies), given)
      return { answer: answer === 'unmet' ? 'applies' : answer, missing }
    }
    case 'claim':
      return claimOf(question.rules, question.candidates, given)
    case 'days':
      return { answer: BigInt(workingDaysBetween(question.from, question.to, () => true)), missing: [] }
  }
}

function verdictOf(rule: Rule, given: Case['facts']): Result {
  const { findings, missing } = lawOf([rule]).decide('case', given)
  return { answer: findings[0]?.verdict ?? 'unknown', missing }
}

function claimOf(rules: readonly Rule[], candidates: readonly bigint[], given: Case['facts']): Result {
  const law = lawOf(rules)
  try {
    const decisions = candidates.map((claimed) => ({ claimed, ...law.decide('case', { ...given, claimed }) }))
    const unknown = decisions.filter(({ verdict }) => verdict === 'unknown')
    const [met, second] = decisions.filter(({ verdict }) => verdict === 'met')
    if (second) throw new Error('Two candidates may be claimed; expected one.')
    const answer = unknown.length > 0 ? 'unknown' : (met?.claimed ?? 'no-level')
    return { answer, missing: [...new Set(unknown.flatMap(({ missing }) => missing))] }
  } catch (error) {
    if (error instanceof ConflictError) return { answer: 'conflict', missing: [] }
    throw error
  }
}

const passes = (one: Case): boolean => {
  const { answer, missing } = ask(one)
  return answer === one.answer && missing.join() === (one.missing ?? []).join()
}

describe.each(Object.entries(cases))('publicodes: %s', (_, list) => {
  test.each(list.map((one) => [one.example, one] as const))('%s', (_example, one) => {
    expect(ask(one)).toEqual({ answer: one.answer, missing: one.missing ?? [] })
  })
})

const files = [...new Set([...Object.keys(cases), ...Object.keys(leftOut)])].sort()
const listOf = (file: string): readonly Case[] => cases[file] ?? []
const leftOutOf = (file: string) => Object.entries(leftOut[file] ?? {}) as [Reason, readonly string[]][]
const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)

test('each example is there once, as a case or with the reason why it is left out', () => {
  for (const file of files) {
    const examples = [...listOf(file).map((one) => one.example), ...leftOutOf(file).flatMap(([, of]) => of)]
    expect(examples, file).toEqual([...new Set(examples)])
  }
  const used = new Set(files.flatMap((file) => leftOutOf(file).map(([reason]) => reason)))
  expect([...used].sort()).toEqual(Object.keys(reasons).sort())
})

test('the summary of what was carried over', () => {
  const rows = files.map((file) => {
    const passed = listOf(file).filter(passes)
    return {
      file,
      cases: listOf(file).length,
      passed: passed.length,
      agree: passed.filter((one) => !one.differs).length,
      left: total(leftOutOf(file).map(([, of]) => of.length)),
      why: leftOutOf(file).map(([reason, of]) => `${reason} ${of.length}`),
    }
  })
  const carried = total(rows.map((r) => r.cases))
  const agree = total(rows.map((r) => r.agree))
  const left = total(rows.map((r) => r.left))
  const otherwise = files.flatMap((file) =>
    listOf(file).flatMap(({ differs, ...one }) => (differs ? [{ file, ...one, ...differs }] : [])),
  )
  const cells = (...of: readonly (string | number)[]) => of.map((cell) => String(cell).padStart(9)).join('')
  const lines = [
    `publicodes mechanisms: ${carried} examples carried over, ${left} not applicable.`,
    `Same answer: ${agree}. Another by choice: ${otherwise.length}.`,
    '',
    `${'mechanism'.padEnd(30)}${cells('carried', 'passed', 'agree', 'left out')}`,
    ...rows.map((r) =>
      `${r.file.padEnd(30)}${cells(r.cases, r.passed, r.agree, r.left)}  ${r.why.join(', ')}`.trimEnd(),
    ),
    '',
    'Left out because:',
    ...Object.entries(reasons).map(([reason, text]) => `  ${reason}: ${text}`),
    '',
    'Answered otherwise:',
    ...otherwise.map(({ file, example, answer, missing, theirs, why }) => {
      const asks = missing ? `, asks ${missing.join(', ')}` : ''
      return `  ${file}: ${example}: ours ${String(answer)}${asks}; theirs ${theirs}. ${why}`
    }),
  ]
  console.log(lines.join('\n'))
  expect(rows.map((r) => [r.file, r.passed])).toEqual(rows.map((r) => [r.file, r.cases]))
})
