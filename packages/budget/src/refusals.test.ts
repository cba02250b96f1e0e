import { InputError } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import {
  acceptanceProof,
  advanceLimit,
  allocate,
  appropriate,
  commit,
  correct,
  emptyLedger,
  fundSourceCodes,
  estimateYear,
  managementLimit,
  ofAppropriation,
  outside,
  overlappingClaims,
  payAdvance,
  post,
  postAll,
  release,
  settle,
  settlementDeadlines,
  supportCeiling,
  nationalMoney,
  type DemandLine,
  type ExpenseClaim,
  type ManagementSide,
  type Posting,
  type ProofFacts,
} from './index.js'
import { lawOn, withParameters } from './law-on.test-law.js'

/** A program tells refusals apart by their kind, and shows the field and what was expected. */
function refusals(ask: () => unknown): readonly string[] {
  try {
    ask()
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ code, field, expected }) => `${code} | ${field} | ${expected}`)
    throw error
  }
  return []
}

const law = lawOn('2024-03-01')
const money = 'whole đồng, not negative (in TypeScript a bigint, such as 570_000_000n)'

test('a content that is none, wherever one is named', () => {
  for (const ask of [
    // @ts-expect-error a code that is none
    () => supportCeiling(law, 'MACHINE', {}),
    // @ts-expect-error a code that is none
    () => advanceLimit(law, 'MACHINE', {}),
    // @ts-expect-error a code that is none
    () => settle(law, 'MACHINE', {}),
    // @ts-expect-error a code that is none
    () => acceptanceProof(law, 'MACHINE', {}),
  ])
    expect(refusals(ask)).toEqual([expect.stringMatching(/^content-unknown \| content \| one of TRAIN, /)])
})

test('weights of an allocation', () => {
  expect(refusals(() => allocate(1n, [-1n, 1n]))).toEqual(['weight | weights[0] | a bigint, not negative'])
  expect(refusals(() => allocate(1n, [0n]))).toEqual(['weights | weights | at least one above 0'])
  expect(refusals(() => allocate(-1n, [1n]))).toEqual([`dong | amount | ${money}`])
})

test('claims of expense items', () => {
  const claim: ExpenseClaim = {
    record: ' ',
    programme: 'khuyến công',
    establishment: '0801234567',
    item: 'Máy CNC',
    amount: -1n,
    period: { from: '2024-02-02', to: '2024-02-01' },
  }
  expect(refusals(() => overlappingClaims([claim]))).toEqual([
    'empty | claims[0].record | a name or number',
    `dong | claims[0].amount | ${money}`,
    'period | claims[0].period | real days written YYYY-MM-DD, the last not before the first',
  ])
  // A single day is a period.
  const oneDay = { ...claim, record: '1', amount: 1n, period: { from: '2024-02-02', to: '2024-02-02' } } as const
  expect(refusals(() => overlappingClaims([oneDay]))).toEqual([])
})

test('lines and balances of an estimate', () => {
  const line: DemandLine = { id: 'MÁY-1', content: 'MACH', source: 'provincial-budget' }
  const wrong = { ...line, source: 'bank' } as unknown as DemandLine
  expect(refusals(() => estimateYear(law, 2024, [line, wrong], {}))).toEqual([
    'line-twice | demand[1].id | each line once',
    `source-unknown | demand[1].source | one of ${fundSourceCodes.join(', ')}`,
  ])
})

test('vouchers of a settlement', () => {
  const voucher = { id: '1', item: 'Máy CNC', amount: 1n, counts: true }
  expect(refusals(() => settle(law, 'MACH', { vouchers: [voucher, voucher] }))).toEqual([
    'voucher-twice | vouchers[1].id | each voucher once',
  ])
})

test('papers of acceptance', () => {
  const wrong = { papers: { bill: true, contract: 'yes' } } as unknown as ProofFacts
  expect(refusals(() => acceptanceProof(law, 'MACH', wrong))).toEqual([
    expect.stringMatching(/^fact-unknown \| papers\.bill \| one of /),
    'fact-type | papers.contract | true or false',
  ])
})

test('a side that does not manage', () => {
  expect(refusals(() => managementLimit(law, 'council' as ManagementSide, {}))).toEqual([
    'side-unknown | side | one of fund-manager, implementing-unit',
  ])
})

test('working days without a calendar', () => {
  const counting = nationalMoney.parameters['DEADLINE.dossier.counting']
  const working = { ...counting, timeline: counting.timeline.map((entry) => ({ ...entry, value: 'working' })) }
  const counted = lawOn('2024-03-01', withParameters(working))
  const accepted = { fund: 'national', lastAcceptance: '2024-11-20' } as const
  expect(refusals(() => settlementDeadlines(counted, accepted))).toEqual([
    'calendar | calendar | a calendar that says which days are worked',
  ])
})

describe('postings', () => {
  const year = '2024-provincial'
  const award = { appropriation: year, award: 'HD-07' }
  const head = { id: '4', on: '2024-03-01' } as const
  const advance = payAdvance({ ...head, id: '3' }, award, 210n)
  const ledger = postAll(emptyLedger, [
    appropriate({ ...head, id: '1' }, year, 1_000n),
    commit({ ...head, id: '2' }, award, 300n),
    advance,
  ])
  const kindsOf = (posting: Posting) => refusals(() => post(ledger, posting))

  test('their number and day', () => {
    expect(kindsOf(commit({ id: ' ', on: '2024-02-30' }, award, 1n))).toEqual([
      'posting-id | posting.id | a number of its own',
      'date | posting.on | a real day written YYYY-MM-DD, e.g. 2024-03-01',
    ])
    expect(kindsOf(commit({ ...head, id: '2' }, award, 1n))).toEqual([
      'posting-twice | posting.id | a number of its own',
    ])
  })

  test('their accounts and amounts', () => {
    const pocket = { kind: 'pocket' } as never
    const entries = [
      { account: pocket, amount: 1n },
      { account: ofAppropriation('appropriation', 'a/b'), amount: 0n },
      { account: { kind: 'appropriation', appropriation: 2024 } as never, amount: 1n },
    ]
    expect(kindsOf({ ...head, kind: 'commitment', entries })).toEqual([
      expect.stringMatching(/^account-unknown \| posting\.entries\[0\]\.account \| one of outside, appropriation, /),
      'account-name | posting.entries[1].account.appropriation | a name without blanks and slashes',
      'dong | posting.entries[1].amount | whole đồng as a bigint, above or below zero',
      'account-name | posting.entries[2].account.appropriation | a name without blanks and slashes',
    ])
  })

  test('their kind and where the money goes', () => {
    expect(kindsOf({ ...head, kind: 'commitment', entries: [] })).toContain(
      'unbalanced | posting.entries | entries that sum to 0',
    )
    expect(kindsOf({ ...commit(head, award, 1n), kind: 'gift' as never })).toEqual([
      expect.stringMatching(/^kind-unknown \| posting\.kind \| one of appropriation, .*, correction$/),
    ])
    expect(kindsOf({ ...commit(head, award, 1n), kind: 'settlement' })).toEqual([
      'path | posting.entries | advance to settlement, or commitment to settlement, of one appropriation and one award',
    ])
    expect(kindsOf(commit(head, award, 701n))).toEqual(['overdrawn | posting.entries | no account below zero'])
  })

  test('one of several sources that money may not come from', () => {
    const settlement = { kind: 'settlement', ...award } as const
    const entries = [
      { account: { kind: 'commitment', ...award } as const, amount: -1n },
      { account: ofAppropriation('appropriation', year), amount: -1n },
      { account: settlement, amount: 2n },
    ]
    expect(kindsOf({ ...head, kind: 'settlement', entries })).toEqual([
      'path | posting.entries | advance to settlement, or commitment to settlement, of one appropriation and one award',
    ])
    // Nor does money that may come from there go anywhere else.
    const astray = [
      { account: outside, amount: -1n },
      { account: ofAppropriation('carry-over', year), amount: 1n },
    ]
    expect(kindsOf({ ...head, kind: 'appropriation', entries: astray })).toEqual([
      'path | posting.entries | outside to appropriation, of one appropriation and one award',
    ])
  })

  test('what they correct', () => {
    const reason = 'nhập nhầm'
    const corrected = post(ledger, correct({ ...head, reason }, advance))
    const part = { ...correct({ ...head, reason }, advance), entries: [] }
    const longer = correct({ ...head, reason }, advance)
    expect(kindsOf(part)).toEqual([
      'unbalanced | posting.entries | entries that sum to 0',
      'correction | posting.corrects | the same accounts with opposite amounts',
    ])
    const more = [...longer.entries, ...release(head, award, 1n).entries]
    expect(kindsOf({ ...longer, entries: more })).toEqual([
      'correction | posting.corrects | the same accounts with opposite amounts',
    ])
    expect(kindsOf({ ...release(head, award, 1n), corrects: '3' })).toEqual([
      "correction | posting.corrects | the kind 'correction'",
    ])
    expect(kindsOf(correct({ ...head, reason: '' }, advance))).toEqual(['correction | posting.corrects | a reason'])
    expect(kindsOf(correct({ ...head, reason }, { ...advance, id: '9' }))).toEqual([
      'correction | posting.corrects | a posting of the ledger',
    ])
    expect(refusals(() => post(corrected, correct({ ...head, id: '5', reason }, advance)))).toEqual([
      'correction | posting.corrects | one correction',
    ])
  })
})
