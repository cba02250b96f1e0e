import { InputError, ratio } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from './law.test-support.js'
import { bestUse, costOfLegalOrder, type Item } from './optimum.js'
import { relaxedBound } from './optimum/relaxed-bound.js'
import { million, proposal } from './plan/proposal.test-support.js'
import { rankProposals } from './plan/rank-proposals.js'

const item = (id: string, cost: bigint, value: bigint): Item => ({ id, cost, value })

/** Every subset: the peer that cannot be wrong. */
function byTrying(items: readonly Item[], budget: bigint): bigint {
  let best = 0n
  for (let subset = 0; subset < 2 ** items.length; subset++) {
    const chosen = items.filter((_, index) => (subset >> index) & 1)
    const cost = chosen.reduce((sum, each) => sum + each.cost, 0n)
    const value = chosen.reduce((sum, each) => sum + each.value, 0n)
    if (cost <= budget && value > best) best = value
  }
  return best
}

describe('the best use of a budget', () => {
  test('where value for money misleads', async () => {
    const items = [item('a', 60n, 100n), item('b', 50n, 80n), item('c', 50n, 80n)]
    expect(await bestUse(items, 100n)).toEqual({
      chosen: ['b', 'c'],
      cost: 100n,
      value: 160n,
      bound: 160n,
      gap: 0n,
      proof: 'solver',
    })
  })
  test('where all fit, arithmetic alone proves it', async () => {
    const items = [item('a', 60n, 100n), item('b', 40n, 80n)]
    expect(await bestUse(items, 100n)).toEqual({
      chosen: ['a', 'b'],
      cost: 100n,
      value: 180n,
      bound: 180n,
      gap: 0n,
      proof: 'exact',
    })
  })
  test('nothing fits, or nothing is offered', async () => {
    const nothing = { chosen: [], cost: 0n, value: 0n, bound: 0n, gap: 0n, proof: 'exact' }
    expect(await bestUse([item('a', 60n, 100n)], 59n)).toEqual(nothing)
    expect(await bestUse([], 100n)).toEqual(nothing)
  })
  test('sums that a float would round are summed exactly', async () => {
    const items = [item('a', 3_000_000_000_000_001n, 1n), item('b', 3_000_000_000_000_001n, 1n)]
    expect(await bestUse(items, 6_000_000_000_000_001n)).toMatchObject({
      chosen: ['a'],
      value: 1n,
      cost: 3_000_000_000_000_001n,
    })
  })
  test('stopped early, it says what may still be missing', async () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      item(`p${index}`, BigInt(1_000_003 + ((index * 7_919) % 9_973) * 101), BigInt(1000 + ((index * 6_101) % 991))),
    )
    const found = await bestUse(items, 100_000_000n, { seconds: 0 })
    expect(found.gap).toBe(found.bound - found.value)
    expect(found.value).toBeGreaterThan(0n)
    expect(found.proof === undefined).toBe(found.gap > 0n)
  })
  test('agrees with trying every subset', async () => {
    const items = fc
      .array(fc.tuple(fc.bigInt({ min: 1n, max: 50n }), fc.bigInt({ min: 0n, max: 50n })), { maxLength: 9 })
      .map((rows) => rows.map(([cost, value], index) => item(`i${index}`, cost, value)))
    await fc.assert(
      fc.asyncProperty(items, fc.bigInt({ min: 0n, max: 200n }), async (offered, budget) => {
        const found = await bestUse(offered, budget)
        expect(found.value).toBe(byTrying(offered, budget))
        expect(found.cost).toBeLessThanOrEqual(budget)
        expect(found).toMatchObject({ bound: found.value, gap: 0n })
      }),
      { numRuns: 60 },
    )
  })
  test('the bound without a solver holds, and its greedy choice fits', () => {
    const items = fc
      .array(fc.tuple(fc.bigInt({ min: 1n, max: 50n }), fc.bigInt({ min: 0n, max: 50n })), { maxLength: 9 })
      .map((rows) => rows.map(([cost, value], index) => item(`i${index}`, cost, value)))
    fc.assert(
      fc.property(items, fc.bigInt({ min: 0n, max: 200n }), (offered, budget) => {
        const { bound, greedy } = relaxedBound(
          offered.filter(({ cost }) => cost <= budget),
          budget,
        )
        expect(bound).toBeGreaterThanOrEqual(byTrying(offered, budget))
        expect(greedy.reduce((sum, { cost }) => sum + cost, 0n)).toBeLessThanOrEqual(budget)
      }),
    )
  })
  test('the bound without a solver, worked by hand: 100 for a, and 40 of the 50 đồng of b', () => {
    const [a, b] = [item('a', 60n, 100n), item('b', 50n, 80n)]
    expect(relaxedBound([b, a], 100n)).toEqual({ bound: 164n, greedy: [a] })
    expect(relaxedBound([a, b], 100n)).toEqual({ bound: 164n, greedy: [a] })
    expect(relaxedBound([b, a], 110n)).toEqual({ bound: 180n, greedy: [a, b] })
  })
  test('bad items are refused with every problem', async () => {
    const bad = [item('a', 0n, 1n), item('a', 1n, -1n), item('b', 2n ** 53n, 2n ** 53n)]
    const error: unknown = await bestUse(bad, -1n).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'budget budget',
      'cost items.a.cost',
      'item-duplicate items.a',
      'value items.a.value',
      'cost items',
      'value items',
    ])
    expect((error as InputError).message.split('\n')).toEqual([
      'budget: -1 is not a budget. Expected whole đồng as a bigint, not negative.',
      'items.a.cost: 0 is not a cost. Expected whole đồng as a bigint, above 0.',
      'items.a: there are two items of this id. Expected each id once.',
      'items.a.value: -1 is not a value. Expected a whole number as a bigint, not negative.',
      'items: all costs together are above 9007199254740991. Expected figures that the solver can hold exactly.',
      'items: all values together are above 9007199254740991. Expected figures that the solver can hold exactly.',
    ])
  })
  test.each([
    ['a fraction of a đồng', { cost: 1.5 }, 10n, 'items.a.cost: 1.5 is not a cost. Expected whole đồng as a bigint'],
    [
      'a number for the value',
      { value: 2 },
      10n,
      'items.a.value: 2 is not a value. Expected a whole number as a bigint',
    ],
    ['a number for the budget', {}, 10, 'budget: 10 is not a budget. Expected whole đồng as a bigint'],
  ])('%s is refused', async (_, wrong, budget, message) => {
    const offered = [{ ...item('a', 1n, 2n), ...wrong }] as unknown as Item[]
    await expect(bestUse(offered, budget as bigint)).rejects.toThrow(message)
  })
  test('a cost that the solver does not take is refused, where it is needed', async () => {
    const [a, b, c] = [item('a', 10n ** 15n + 1n, 2n), item('b', 10n ** 15n, 3n), item('c', 7n, 1n)]
    await expect(bestUse([a, b, c], 10n ** 15n + 5n)).rejects.toThrow(
      new InputError([
        {
          code: 'cost',
          field: 'items.a.cost',
          message: '1000000000000001 is 1000000000000001 times what divides all costs.',
          expected: 'less than 1000000000000000 times, for the solver',
        },
        {
          code: 'cost',
          field: 'items.b.cost',
          message: '1000000000000000 is 1000000000000000 times what divides all costs.',
          expected: 'less than 1000000000000000 times, for the solver',
        },
      ]),
    )
  })
  test('figures up to the largest that the solver can hold are taken', async () => {
    const largest = BigInt(Number.MAX_SAFE_INTEGER)
    expect(await bestUse([item('a', largest, largest)], largest)).toMatchObject({ chosen: ['a'], value: largest })
  })
  test('of two choices of equal worth it takes the same, in whatever order they come', async () => {
    const [a, b] = [item('a', 10n, 5n), item('b', 10n, 5n)]
    for (const offered of [
      [a, b],
      [b, a],
    ])
      expect(await bestUse(offered, 10n)).toMatchObject({ chosen: ['a'], proof: 'exact' })
  })
})

describe('what the order of the law costs', () => {
  const law = on('2024-03-01')
  const proposals = [
    proposal('island', 80, { priorityAreas: ['island'] }),
    proposal('x', 50),
    proposal('y', 50),
    proposal('out', 1, {}, { eligibility: { verdict: 'unmet' } }),
  ]
  const jobs = new Map([
    ['island', 10n],
    ['x', 30n],
    ['y', 25n],
    ['out', 1000n],
  ])

  test('against the best use of the same money over the same proposals', async () => {
    const plan = rankProposals(law, proposals, { budget: million(100) })
    expect(await costOfLegalOrder(plan, jobs)).toEqual({
      legal: 10n,
      best: { chosen: ['x', 'y'], cost: million(100), value: 55n, bound: 55n, gap: 0n, proof: 'exact' },
      cost: 45n,
      share: ratio(45n, 55n),
      onlyLegal: ['island'],
      onlyBest: ['x', 'y'],
    })
  })
  test('nothing, where both agree or nothing has value', async () => {
    const plan = rankProposals(law, proposals, { budget: million(180) })
    expect(await costOfLegalOrder(plan, jobs)).toMatchObject({
      cost: 0n,
      share: ratio(0n, 65n),
      onlyLegal: [],
      onlyBest: [],
    })
    const none = new Map([...jobs.keys()].map((id) => [id, 0n]))
    expect(await costOfLegalOrder(plan, none)).toMatchObject({ legal: 0n, cost: 0n, share: ratio(0n, 1n) })
  })
  test('a search that is stopped before it finds as much: the plan itself is the best that is known', async () => {
    const plan = rankProposals(law, [proposal('small', 1), proposal('large', 10, { priorityAreas: ['island'] })], {
      budget: million(10),
    })
    expect(plan.recommended).toEqual(['large'])
    const values = new Map([
      ['small', 2n],
      ['large', 10n],
    ])
    expect(await costOfLegalOrder(plan, values, { seconds: 0 })).toMatchObject({
      ...{ legal: 10n, cost: 0n, onlyLegal: [], onlyBest: [] },
      best: { chosen: ['large'], value: 10n, gap: 1n },
    })
    expect(await costOfLegalOrder(plan, values)).toMatchObject({ best: { value: 10n, gap: 0n, proof: 'solver' } })
  })
  test('a proposal without a value is refused', async () => {
    const plan = rankProposals(law, proposals, { budget: million(100) })
    await expect(costOfLegalOrder(plan, new Map())).rejects.toThrow(
      'values.island: there is none. Expected a value for every proposal.',
    )
  })
  test('the optimum is never worth less than the plan, by either stop', async () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.bigInt({ min: 0n, max: 99n }), fc.boolean()), {
      maxLength: 10,
    })
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 0, max: 150 }),
        fc.constantFrom('strict', 'pass-over'),
        async (given, budget, stop) => {
          const bound = on('2024-03-01', { 'PLAN.budget-stop': stop })
          const plan = rankProposals(
            bound,
            given.map(([support, , island], index) =>
              proposal(`p${index}`, support, island ? { priorityAreas: ['island'] } : {}),
            ),
            { budget: million(budget) },
          )
          const result = await costOfLegalOrder(plan, new Map(given.map(([, value], index) => [`p${index}`, value])))
          expect(result.cost).toBeGreaterThanOrEqual(0n)
          expect(result.best.value).toBeGreaterThanOrEqual(result.legal)
        },
      ),
      { numRuns: 40 },
    )
  })
})
