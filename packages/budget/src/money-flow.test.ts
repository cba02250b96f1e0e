import type { ContentCode } from '@khuyencong/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advanceLimit,
  appropriate,
  balanceOf,
  carryIn,
  carryOut,
  commit,
  emptyLedger,
  ofAppropriation,
  outside,
  payAdvance,
  postAll,
  reconcile,
  release,
  returnAdvance,
  returnUnused,
  settle,
  settleAward,
  yearEnd,
  type Posting,
} from './index.js'
import { lawOn } from './law-on.test-law.js'

/** A year of the fund from its appropriation to its end, every step by the rules and every đồng in the ledger. */

const law = lawOn('2024-03-01')
const year = '2024-provincial'
const next = '2025-provincial'

const money = fc.bigInt({ min: 0n, max: 10n ** 9n })
const project = fc.record({
  content: fc.constantFrom<ContentCode[]>('MACH', 'LINE', 'DEMO-REPL', 'BRAND', 'CCN-INFRA', 'STARTUP', 'MEDIA'),
  award: money,
  cost: money,
  /** Of the advance that is available, in hundredths. */
  asks: fc.bigInt({ min: 0n, max: 100n }),
  acceptance: fc.constantFrom('force-majeure', 'refused'),
})

/** What is posted for one project, and what of it was paid for good, came back and was not used. */
function postingsOf(award: string, { content, award: promised, cost, asks, acceptance }: Project) {
  const at = (step: string) => ({ id: `${award}/${step}`.replaceAll('/', '-'), on: '2024-06-01' as const })
  const of = { appropriation: year, award }
  const known = { fund: 'provincial', award: promised } as const
  const { available = 0n } = advanceLimit(law, content, {
    ...known,
    contractSigned: true,
    workPlanReady: true,
    accepted: true,
    duration: 'one-year',
    alreadyAdvanced: 0n,
    totalInvestment: 1n,
    workDone: 1n,
  })
  const advanced = (available * asks) / 100n
  const settlement = settle(law, content, {
    ...known,
    acceptance,
    alreadyAdvanced: advanced,
    forceMajeureExplained: true,
    forceMajeureRecorded: true,
    allVouchersListed: true,
    vouchers: [{ id: '1', item: 'một khoản', amount: cost, counts: true }],
  })
  const { settled = -1n, payable = -1n, toReturn = -1n, unused = -1n } = settlement
  // What was advanced beyond what is settled comes back out of the advance; the rest of the award is only released.
  const postings = [
    promised > 0n && commit(at('commit'), of, promised),
    advanced > 0n && payAdvance(at('advance'), of, advanced),
    settled > 0n && settleAward(at('settle'), of, { advanced: advanced - toReturn, rest: payable }),
    toReturn > 0n && returnAdvance(at('return'), of, toReturn),
    unused > toReturn && release(at('release'), of, unused - toReturn),
  ].filter((posting): posting is Posting => posting !== false)
  return { postings, settled, returned: toReturn }
}
type Project = typeof project extends fc.Arbitrary<infer P> ? P : never

test('paid, returned and carried over are what was appropriated, to the đồng', () => {
  fc.assert(
    fc.property(
      fc.array(project, { maxLength: 8 }),
      money,
      money,
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      (projects, spare, allowed, least) => {
        const appropriated = projects.reduce((sum, { award }) => sum + award, spare + least)
        const each = projects.map((one, index) => postingsOf(`HD-${index}`, one))
        const before = postAll(emptyLedger, [
          appropriate({ id: 'start', on: '2024-01-05' }, year, appropriated),
          ...each.flatMap(({ postings }) => postings),
        ])
        const left = balanceOf(before, ofAppropriation('appropriation', year))
        const { carriedOver = -1n, returned = -1n } = yearEnd(law, { unused: left, allowed })
        const ledger = postAll(before, [
          ...(carriedOver > 0n
            ? [
                carryOut({ id: 'out', on: '2024-12-31' }, year, carriedOver),
                carryIn({ id: 'in', on: '2025-01-02' }, year, next, carriedOver),
              ]
            : []),
          ...(returned > 0n ? [returnUnused({ id: 'back', on: '2024-12-31' }, year, returned)] : []),
        ])

        const [state, after] = [year, next].map((name) =>
          reconcile(ledger).find(({ appropriation }) => appropriation === name),
        )
        const paid = each.reduce((sum, { settled }) => sum + settled, 0n)
        const back = each.reduce((sum, one) => sum + one.returned, returned)
        expect(state).toMatchObject({
          appropriated,
          free: 0n,
          committed: 0n,
          advanced: 0n,
          settled: paid,
          returned: back,
          carriedOut: carriedOver,
          difference: 0n,
        })
        expect(paid + back + carriedOver).toBe(appropriated)
        expect(after?.free ?? 0n).toBe(carriedOver)
        expect(balanceOf(ledger, outside)).toBe(-appropriated)
        for (const { entries } of ledger.postings)
          expect(entries.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n)
        for (const [key, balance] of ledger.balances) expect(key === 'outside' || balance >= 0n).toBe(true)
      },
    ),
  )
})
