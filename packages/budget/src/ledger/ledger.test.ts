import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appropriate,
  balanceOf,
  carryIn,
  carryOut,
  commit,
  correct,
  cut,
  emptyLedger,
  ofAppropriation,
  ofAward,
  outside,
  payAdvance,
  post,
  postAll,
  reconcile,
  release,
  returnAdvance,
  returnUnused,
  settleAward,
  accountKey,
  type Ledger,
  type Posting,
  type PostingHead,
} from '../index.js'

const m = 1_000_000n
const head = (id: string): PostingHead => ({ id, on: '2024-03-01' })
const year = '2024-provincial'
const award = { appropriation: year, award: 'HD-07' }

/** 1,000 million appropriated, 300 of it promised to HD-07, 210 of that advanced. */
const running = postAll(emptyLedger, [
  appropriate(head('1'), year, 1_000n * m),
  commit(head('2'), award, 300n * m),
  payAdvance(head('3'), award, 210n * m),
])

const state = (ledger: Ledger, of = year) => reconcile(ledger).find(({ appropriation }) => appropriation === of)

describe('a project from appropriation to the end of the year', () => {
  test('each đồng is somewhere', () => {
    expect(state(running)).toEqual({
      appropriation: year,
      appropriated: 1_000n * m,
      carriedIn: 0n,
      free: 700n * m,
      committed: 90n * m,
      advanced: 210n * m,
      settled: 0n,
      returned: 0n,
      carriedOut: 0n,
      awards: [{ award: 'HD-07', committed: 90n * m, advanced: 210n * m, settled: 0n }],
      difference: 0n,
    })
  })

  test('settled above the advance: the rest is paid, what the award does not need is free again', () => {
    const ledger = postAll(running, [
      settleAward(head('4'), award, { advanced: 210n * m, rest: 75n * m }),
      release(head('5'), award, 15n * m),
    ])
    expect(state(ledger)).toMatchObject({ free: 715n * m, committed: 0n, advanced: 0n, settled: 285n * m })
  })

  test('settled below the advance: the difference returns to the budget', () => {
    const ledger = postAll(running, [
      settleAward(head('4'), award, { advanced: 150n * m, rest: 0n }),
      returnAdvance(head('5'), award, 60n * m),
      release(head('6'), award, 90n * m),
    ])
    expect(state(ledger)).toMatchObject({ free: 790n * m, advanced: 0n, settled: 150n * m, returned: 60n * m })
  })

  test('cut by the budget: less is allotted, and no more than is free', () => {
    const ledger = post(running, cut(head('4'), year, 200n * m))
    expect(state(ledger)).toMatchObject({ appropriated: 800n * m, free: 500n * m, difference: 0n })
    expect(balanceOf(ledger, outside)).toBe(-800n * m)
    expect(() => post(ledger, cut(head('5'), year, 500n * m + 1n))).toThrow('and would fall to -1.')
  })

  test('what is unused moves to the next year, the rest goes back', () => {
    const next = '2025-provincial'
    const ledger = postAll(running, [
      carryOut(head('4'), year, 500n * m),
      carryIn({ id: '5', on: '2025-01-02' }, year, next, 400n * m),
      returnUnused(head('6'), year, 200n * m),
    ])
    expect(state(ledger)).toMatchObject({ free: 0n, carriedOut: 500n * m, returned: 200n * m, difference: 0n })
    expect(state(ledger, next)).toMatchObject({ appropriated: 0n, carriedIn: 400n * m, free: 400n * m, difference: 0n })
    expect(balanceOf(ledger, ofAppropriation('carry-over', year))).toBe(100n * m)
  })

  test('the outside account shows what came in', () => {
    expect(balanceOf(running, outside)).toBe(-1_000n * m)
    expect(balanceOf(running, ofAward('advance', year, 'HD-99'))).toBe(0n)
  })
})

describe('a correction', () => {
  const wrong = payAdvance(head('4'), award, 50n * m)
  const ledger = post(running, wrong)

  test('undoes a posting; both stay', () => {
    const corrected = post(ledger, correct({ ...head('5'), reason: 'nhập nhầm số tiền' }, wrong))
    expect([...corrected.balances]).toEqual([...running.balances])
    expect(corrected.postings.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5'])
    expect(corrected.postings.at(-1)).toMatchObject({ kind: 'correction', corrects: '4', reason: 'nhập nhầm số tiền' })
  })

  test('of money that has gone on is refused', () => {
    const first = running.postings[0]
    expect(() => first && post(running, correct({ ...head('5'), reason: 'sai' }, first))).toThrow(
      'posting.entries: the account appropriation/2024-provincial holds 700000000 đồng and would fall to -300000000. Expected no account below zero.',
    )
  })

  const refusals: readonly (readonly [string, Posting, string])[] = [
    ['no reason', correct({ ...head('5'), reason: ' ' }, wrong), 'posting.corrects: it gives no reason.'],
    [
      'what is not there',
      correct({ ...head('5'), reason: 'sai' }, { ...wrong, id: '9' }),
      "posting.corrects: there is no posting '9' to correct. Expected a posting of the ledger.",
    ],
    [
      'another amount',
      correct({ ...head('5'), reason: 'sai' }, { ...wrong, entries: payAdvance(head('4'), award, 49n * m).entries }),
      "posting.corrects: it does not undo the posting '4'. Expected the same accounts with opposite amounts.",
    ],
    [
      'another account',
      correct({ ...head('5'), reason: 'sai' }, { ...wrong, entries: release(head('4'), award, 50n * m).entries }),
      "it does not undo the posting '4'",
    ],
    [
      'only a part',
      correct({ ...head('5'), reason: 'sai' }, { ...wrong, entries: [] }),
      'posting.entries: it has no entries.',
    ],
    [
      'by another kind',
      { ...release(head('5'), award, 1n), corrects: '4' },
      "posting.corrects: a posting of the kind 'release' corrects nothing. Expected the kind 'correction'.",
    ],
  ]
  test.each(refusals)('%s is refused', (_, posting, message) => {
    expect(() => post(ledger, posting)).toThrow(message)
  })

  test('twice is refused, naming the first', () => {
    const corrected = post(ledger, correct({ ...head('5'), reason: 'sai' }, wrong))
    expect(() => post(corrected, correct({ ...head('6'), reason: 'sai' }, wrong))).toThrow(
      "posting.corrects: the posting '4' is corrected by '5' already.",
    )
  })
})

describe('never', () => {
  const other = { appropriation: year, award: 'HD-08' }
  const refusals: readonly (readonly [string, Posting, string])[] = [
    [
      'more promised than is free',
      commit(head('4'), other, 700n * m + 1n),
      'posting.entries: the account appropriation/2024-provincial holds 700000000 đồng and would fall to -1.',
    ],
    [
      'more paid than is promised',
      payAdvance(head('4'), award, 90n * m + 1n),
      'the account commitment/2024-provincial/HD-07 holds 90000000 đồng and would fall to -1.',
    ],
    [
      'more settled than is advanced',
      settleAward(head('4'), award, { advanced: 210n * m + 1n, rest: 0n }),
      'the account advance/2024-provincial/HD-07 holds 210000000 đồng',
    ],
    [
      'more returned than is advanced',
      returnAdvance(head('4'), award, 210n * m + 1n),
      'the account advance/2024-provincial/HD-07',
    ],
    [
      'money taken from another award',
      payAdvance(head('4'), other, 1n),
      'the account commitment/2024-provincial/HD-08 holds 0 đồng and would fall to -1.',
    ],
    [
      'a number for money',
      { ...head('4'), kind: 'appropriation', entries: [{ account: outside, amount: -1.5 as unknown as bigint }] },
      'posting.entries[0].amount: -1.5 is not an amount of money. Expected whole đồng as a bigint, above or below zero.',
    ],
    ['an empty movement', appropriate(head('4'), year, 0n), 'posting.entries[0].amount: nothing moves.'],
    [
      'what does not balance',
      {
        ...head('4'),
        kind: 'appropriation',
        entries: [
          { account: outside, amount: -2n },
          { account: ofAppropriation('appropriation', year), amount: 3n },
        ],
      },
      'posting.entries: its entries sum to 1 đồng. Expected entries that sum to 0.',
    ],
    ['no entries', { ...head('4'), kind: 'commitment', entries: [] }, 'posting.entries: it has no entries.'],
    [
      'an unknown account',
      { ...head('4'), kind: 'commitment', entries: [{ account: { kind: 'pocket' } as never, amount: 1n }] },
      "posting.entries[0].account: 'pocket' is not an account. Expected one of outside, appropriation,",
    ],
    [
      'an account without a name',
      appropriate(head('4'), '', 1n),
      'posting.entries[1].account.appropriation: "" does not name the appropriation of the account \'appropriation\'.',
    ],
    [
      'a slash in a name',
      commit(head('4'), { ...award, award: 'a/b' }, 1n),
      'posting.entries[1].account.award: "a/b" does not name the award',
    ],
    ['a blank before a name', appropriate(head('4'), ' 2024', 1n), '" 2024" does not name'],
    ['a number twice', commit(head('2'), award, 1n), "posting.id: the posting '2' is in the ledger already."],
    ['an empty number', commit(head(' '), award, 1n), 'posting.id: is empty.'],
    [
      'a day that is none',
      commit({ id: '4', on: '2024-02-30' }, award, 1n),
      "posting.on: '2024-02-30' is not a calendar day.",
    ],
    [
      'an unknown kind',
      { ...commit(head('4'), award, 1n), kind: 'gift' as never },
      "posting.kind: 'gift' is not a kind of posting. Expected one of appropriation,",
    ],
    [
      'an advance straight out of the appropriation',
      { ...commit(head('4'), award, 1n), kind: 'advance' },
      "a posting of the kind 'advance' does not move money from appropriation/2024-provincial to commitment/2024-provincial/HD-07. Expected commitment to advance, of one appropriation and one award.",
    ],
    [
      'an appropriation that goes back by itself',
      { ...appropriate(head('4'), year, -1n) },
      'does not move money from appropriation/2024-provincial to outside',
    ],
    [
      'from one award to another',
      {
        ...head('4'),
        kind: 'advance',
        entries: [
          { account: ofAward('commitment', year, 'HD-07'), amount: -1n },
          { account: ofAward('advance', year, 'HD-08'), amount: 1n },
        ],
      },
      'of one appropriation and one award',
    ],
    [
      'from one appropriation to another but by carrying over',
      {
        ...head('4'),
        kind: 'commitment',
        entries: [
          { account: ofAppropriation('appropriation', year), amount: -1n },
          { account: ofAward('commitment', '2024-national', 'HD-07'), amount: 1n },
        ],
      },
      'of one appropriation and one award',
    ],
    ['carried over into the same year', carryIn(head('4'), year, year, 1n), 'of one appropriation and one award'],
    [
      'one source into two accounts',
      {
        ...head('4'),
        kind: 'release',
        entries: [
          { account: ofAward('commitment', year, 'HD-07'), amount: -2n },
          { account: ofAppropriation('appropriation', year), amount: 1n },
          { account: ofAppropriation('appropriation', '2024-national'), amount: 1n },
        ],
      },
      'does not move money from commitment/2024-provincial/HD-07 to appropriation/2024-provincial and appropriation/2024-national',
    ],
  ]
  test.each(refusals)('%s', (_, posting, message) => {
    expect(() => post(running, posting)).toThrow(message)
  })

  test('a refused posting leaves the ledger as it was', () => {
    const before = [...running.balances]
    expect(() => postAll(running, [commit(head('4'), other, 1n), commit(head('5'), other, 700n * m)])).toThrow()
    expect([...running.balances]).toEqual(before)
    expect(running.postings).toHaveLength(3)
  })

  test('everything that is wrong is named at once', () => {
    const posting = { ...commit({ id: '2', on: '2024-13-01' }, award, 1n) }
    expect(() => post(running, posting)).toThrow(/posting\.id: .*\nposting\.on: /)
  })
})

test('a settlement of one side alone has two entries', () => {
  expect(settleAward(head('4'), award, { advanced: 1n, rest: 0n }).entries).toHaveLength(2)
  expect(settleAward(head('4'), award, { advanced: 0n, rest: 1n }).entries).toHaveLength(2)
})

describe('any sequence of operations', () => {
  const years = ['2024', '2025'] as const
  const awards = ['A', 'B'] as const
  const amount = fc.bigInt({ min: 1n, max: 100n })
  const operation = fc.record({
    kind: fc.constantFrom(
      'appropriate',
      'cut',
      'commit',
      'release',
      'advance',
      'settle',
      'return',
      'unused',
      'out',
      'in',
      'correct',
    ),
    year: fc.constantFrom(...years),
    award: fc.constantFrom(...awards),
    amount,
    rest: fc.bigInt({ min: 0n, max: 100n }),
    which: fc.nat(),
  })
  type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never

  const postingOf = (ledger: Ledger, id: string, op: Operation): Posting => {
    const at = { id, on: '2024-06-01' } as const
    const to = { appropriation: op.year, award: op.award }
    switch (op.kind) {
      case 'appropriate':
        return appropriate(at, op.year, op.amount)
      case 'cut':
        return cut(at, op.year, op.amount)
      case 'commit':
        return commit(at, to, op.amount)
      case 'release':
        return release(at, to, op.amount)
      case 'advance':
        return payAdvance(at, to, op.amount)
      case 'settle':
        return settleAward(at, to, { advanced: op.amount, rest: op.rest })
      case 'return':
        return returnAdvance(at, to, op.amount)
      case 'unused':
        return returnUnused(at, op.year, op.amount)
      case 'out':
        return carryOut(at, op.year, op.amount)
      case 'in':
        return carryIn(at, op.year, op.year === '2024' ? '2025' : '2024', op.amount)
      case 'correct': {
        const original = ledger.postings[op.which % Math.max(1, ledger.postings.length)]
        return original ? correct({ ...at, reason: 'thử' }, original) : appropriate(at, op.year, op.amount)
      }
    }
  }

  const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((a, b) => a + b, 0n)

  test('what is accepted keeps every account at or above zero, and no đồng is made or lost', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(operation, { minLength: 20, maxLength: 80 }), (operations) => {
        let ledger = post(emptyLedger, appropriate(head('start'), '2024', 500n))
        operations.forEach((op, index) => {
          const posting = postingOf(ledger, String(index), op)
          let after: Ledger
          try {
            after = post(ledger, posting)
          } catch {
            return
          }
          accepted += 1
          for (const [key, balance] of after.balances) expect(key === 'outside' || balance >= 0n).toBe(true)
          expect(sum(after.balances.values())).toBe(0n)
          ledger = after
        })
        // The same from the postings alone.
        const states = reconcile(ledger)
        for (const one of states) {
          expect(one.difference).toBe(0n)
          expect(sum(one.awards.map((a) => a.committed + a.advanced + a.settled))).toBe(
            one.committed + one.advanced + one.settled,
          )
        }
        expect(sum(states.map((one) => one.appropriated))).toBe(-balanceOf(ledger, outside))
        const again = postAll(emptyLedger, ledger.postings)
        expect([...again.balances]).toEqual([...ledger.balances])
      }),
      { numRuns: 200 },
    )
    expect(accepted).toBeGreaterThan(1_000)
  })

  test('it is refused exactly when an account would fall below zero', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        let ledger = post(emptyLedger, appropriate(head('start'), '2024', 500n))
        operations.forEach((op, index) => {
          if (op.kind === 'correct') return
          const posting = postingOf(ledger, String(index), op)
          const falls = posting.entries.some(
            ({ account, amount: moved }) => account.kind !== 'outside' && balanceOf(ledger, account) + moved < 0n,
          )
          if (falls) expect(() => post(ledger, posting)).toThrow(/would fall to -/)
          else ledger = post(ledger, posting)
        })
      }),
    )
  })
})

test('a key for an account, and no two accounts with one', () => {
  expect(accountKey(outside)).toBe('outside')
  expect(accountKey(ofAppropriation('return', year))).toBe('return/2024-provincial')
  expect(accountKey(ofAward('settlement', year, 'HD-07'))).toBe('settlement/2024-provincial/HD-07')
})

test('many postings at once are one ledger, in the time of one reading', () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    commit(head(`c${index}`), { appropriation: year, award: `A${index}` }, 1n),
  )
  const { postings, balances } = postAll(running, many)
  expect(postings).toHaveLength(running.postings.length + many.length)
  expect(balances.get(accountKey(ofAppropriation('appropriation', year)))).toBe(700n * m - 20_000n)
  expect(running.postings).toHaveLength(3)
})
