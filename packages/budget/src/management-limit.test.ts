import { describe, expect, test } from 'vitest'
import { managementLimit, type ManagementFacts, type ManagementSide } from './index.js'
import { lawOn } from './law-on.test-law.js'

const m = 1_000_000n
const limit = (day: string, side: ManagementSide, known: ManagementFacts) => {
  const { status, amount, missing, trust } = managementLimit(lawOn(day), side, known)
  return { status, amount, missing, trust: trust.weakest }
}

describe.each(['2014-04-08', '2018-05-10', '2018-05-11', '2024-03-01'])('on %s', (day) => {
  test('the manager of the fund: 1.5 % of the yearly fund', () => {
    expect(limit(day, 'fund-manager', { fund: 'national', yearlyFund: 3_600n * m })).toMatchObject({ amount: 54n * m })
    expect(limit(day, 'fund-manager', { fund: 'national' })).toMatchObject({
      status: 'unknown',
      missing: ['yearlyFund', 'managementCost'],
    })
  })

  test('the implementing unit: 2.5 % of the budget of the project', () => {
    expect(limit(day, 'implementing-unit', { fund: 'provincial', projectBudget: 300n * m }).amount).toBe(7_500_000n)
    expect(limit(day, 'implementing-unit', {}).missing).toEqual(['projectBudget', 'managementCost'])
  })
})

describe('what is spent', () => {
  const spent = (managementCost: bigint | undefined) =>
    managementLimit(lawOn('2016-01-01'), 'implementing-unit', {
      fund: 'national',
      projectBudget: 300n * m,
      managementCost,
    })

  test('up to the limit is met, one đồng more is not, not known is unknown and asked for', () => {
    expect(spent(7_500_000n)).toMatchObject({ verdict: 'met', missing: [] })
    expect(spent(7_500_001n)).toMatchObject({ verdict: 'unmet', findings: [{ rule: 'MR-9.implementing-unit' }] })
    expect(spent(undefined)).toMatchObject({ verdict: 'unknown', amount: 7_500_000n, missing: ['managementCost'] })
  })
})

test('since 11 May 2018 the shares are those of the circular before, and the notes say what is heard of the new one', () => {
  const doubt = (day: string) =>
    managementLimit(lawOn(day), 'implementing-unit', { fund: 'national', projectBudget: 1n }).trust.doubts.find(
      (one) => one.id === 'MANAGEMENT.unit',
    )
  expect(doubt('2018-05-10')).toBeUndefined()
  expect(doubt('2018-05-11')).toMatchObject({ trust: 'assumed', note: { vi: /được cho là đã nâng/ } })
})

test('rounded down to the đồng, step by step', () => {
  const { amount, steps } = managementLimit(lawOn('2016-01-01'), 'fund-manager', { fund: 'national', yearlyFund: 199n })
  expect(amount).toBe(2n)
  expect(steps.map((step) => step.text.vi)).toEqual(['1,5%', '199 đồng', '1,5% × 199 đồng (làm tròn xuống) = 2 đồng'])
})

test.each([
  [
    'an unknown side',
    'council',
    {},
    "side: 'council' does not manage. Expected one of fund-manager, implementing-unit.",
  ],
  ['a float', 'fund-manager', { yearlyFund: 0.5 }, "facts.yearlyFund: '0.5' is not a value of 'yearlyFund'."],
])('%s is refused', (_, side, wrong, message) => {
  expect(() =>
    managementLimit(lawOn('2024-03-01'), side as ManagementSide, wrong as unknown as ManagementFacts),
  ).toThrow(message)
})
