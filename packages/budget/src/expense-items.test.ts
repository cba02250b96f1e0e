import type { IsoDate } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlappingClaims, type ExpenseClaim } from './index.js'

const m = 1_000_000n
const machine: ExpenseClaim = {
  record: 'ĐA 2024-07',
  programme: 'khuyến công Hải Dương',
  establishment: '0801234567',
  item: 'Máy CNC serial 4711',
  amount: 300n * m,
  period: { from: '2024-01-01', to: '2024-12-31' },
}
const elsewhere: ExpenseClaim = { ...machine, record: 'KHCN-12', programme: 'đổi mới công nghệ', amount: 100n * m }

describe('one expense item only once', () => {
  test('in another programme: found, and both records are named', () => {
    expect(overlappingClaims([machine, elsewhere])).toEqual([
      {
        establishment: '0801234567',
        item: 'Máy CNC serial 4711',
        records: [machine, elsewhere],
        certainty: 'certain',
        amount: 400n * m,
        message: {
          vi: "Nội dung chi 'Máy CNC serial 4711' của 0801234567 được hỗ trợ hai lần: ĐA 2024-07 (khuyến công Hải Dương) và KHCN-12 (đổi mới công nghệ).",
          en: "The expense item 'Máy CNC serial 4711' of 0801234567 is supported twice: ĐA 2024-07 (khuyến công Hải Dương) and KHCN-12 (đổi mới công nghệ).",
        },
        cites: [{ document: 'TT 28/2018/TT-BTC' }, { document: 'TTLT 26/2014/TTLT-BTC-BCT', article: '7' }],
        trust: { weakest: 'assumed', doubts: [expect.objectContaining({ kind: 'rule', id: 'FC-4' })] },
      },
    ])
  })

  test('in another content of the same programme, or twice in one record', () => {
    expect(overlappingClaims([machine, { ...machine, record: 'ĐA 2024-08' }])).toHaveLength(1)
    expect(overlappingClaims([machine, machine])).toHaveLength(1)
  })

  test('three claims: every pair', () => {
    const third = { ...machine, record: 'ĐA 2024-09' }
    const pairs = overlappingClaims([machine, elsewhere, third]).map(({ records }) =>
      records.map(({ record }) => record),
    )
    expect(pairs).toEqual([
      ['ĐA 2024-07', 'KHCN-12'],
      ['ĐA 2024-07', 'ĐA 2024-09'],
      ['KHCN-12', 'ĐA 2024-09'],
    ])
  })

  test('written otherwise, with other blanks or composed letters, it is the same item', () => {
    const written = { ...elsewhere, establishment: ' 0801234567 ', item: '  MÁY CNC\tserial  4711'.normalize('NFD') }
    expect(overlappingClaims([machine, written])).toHaveLength(1)
  })

  test('a period that is not known: possibly', () => {
    const { record, programme, establishment, item, amount } = elsewhere
    const undated = { record, programme, establishment, item, amount }
    const [overlap] = overlappingClaims([machine, undated])
    expect(overlap).toMatchObject({
      certainty: 'possible',
      message: { vi: /có thể được hỗ trợ hai lần/, en: /may be/ },
    })
    expect(overlappingClaims([undated, machine])).toMatchObject([{ certainty: 'possible' }])
  })
})

test.each([
  ['2014-04-07', '2014-04-07', 'assumed', 'TTLT 26/2014/TTLT-BTC-BCT'],
  ['2014-04-07', '2014-04-08', 'text', 'TTLT 26/2014/TTLT-BTC-BCT'],
  ['2018-05-10', '2018-05-01', 'text', 'TTLT 26/2014/TTLT-BTC-BCT'],
  ['2018-05-10', '2018-05-11', 'assumed', 'TT 28/2018/TT-BTC'],
  ['2018-05-10', undefined, 'text', 'TTLT 26/2014/TTLT-BTC-BCT'],
  [undefined, '2018-05-11', 'assumed', 'TT 28/2018/TT-BTC'],
  [undefined, undefined, 'assumed', 'TT 28/2018/TT-BTC'],
] as const)('claims from %s and from %s rest on the law of the later one', (one, other, trust, document) => {
  const from = (day: IsoDate | undefined): ExpenseClaim => {
    const { record, programme, establishment, item, amount } = machine
    return { ...{ record, programme, establishment, item, amount }, ...(day && { period: { from: day } }) }
  }
  const [overlap] = overlappingClaims([from(one), from(other)])
  expect([overlap?.trust.weakest, overlap?.cites[0].document]).toEqual([trust, document])
})

describe('no overlap', () => {
  test.each<readonly [string, ExpenseClaim]>([
    ['two contents for one establishment, other items', { ...elsewhere, item: 'Phòng trưng bày' }],
    ['the same machine model at another establishment', { ...elsewhere, establishment: '0807654321' }],
    ['the same item in a later year', { ...elsewhere, period: { from: '2025-01-01' } }],
    ['numbers that differ by a sign', { ...elsewhere, item: 'Máy CNC serial 471-1' }],
    ['no state money', { ...elsewhere, amount: 0n }],
  ])('%s', (_, other) => {
    expect(overlappingClaims([machine, other])).toEqual([])
  })

  test('the days around: the last day of one is the first of the other', () => {
    const starting = (from: '2024-12-31' | '2025-01-01') => ({ ...elsewhere, period: { from } })
    expect(overlappingClaims([machine, starting('2024-12-31')])).toHaveLength(1)
    expect(overlappingClaims([machine, starting('2025-01-01')])).toHaveLength(0)
  })

  test('names that would run together', () => {
    const one = { ...machine, establishment: 'a', item: 'b","c' }
    const other = { ...machine, establishment: 'a","b', item: 'c' }
    expect(overlappingClaims([one, other])).toEqual([])
  })
})

test('the order of the claims does not matter to what is found', () => {
  const claim = fc.record({ establishment: fc.constantFrom('A', 'B'), item: fc.constantFrom('x', 'y', 'z') })
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 12 }), (list) => {
      const claims = list.map((one, index) => ({ ...machine, ...one, record: String(index) }))
      const found = (some: readonly ExpenseClaim[]) =>
        overlappingClaims(some)
          .map(({ records: [a, b] }) => [a.record, b.record].sort().join(' '))
          .sort()
      expect(found(claims.toReversed())).toEqual(found(claims))
      const expected = claims.flatMap((a, i) =>
        claims.slice(i + 1).flatMap((b) => (a.establishment === b.establishment && a.item === b.item ? [0] : [])),
      )
      expect(found(claims)).toHaveLength(expected.length)
    }),
  )
})

test.each([
  ['an empty item', { item: ' ' }, 'claims[1].item: is empty. Expected a name or number.'],
  ['an empty establishment', { establishment: '' }, 'claims[1].establishment: is empty.'],
  ['an empty record', { record: '' }, 'claims[1].record: is empty.'],
  ['an empty programme', { programme: '' }, 'claims[1].programme: is empty.'],
  ['a float', { amount: 0.5 }, 'claims[1].amount: 0.5 is not an amount of money.'],
  [
    'a day that is none',
    { period: { from: '2024-02-30' } },
    'claims[1].period: 2024-02-30 is not a period. Expected real days',
  ],
  [
    'a last day that is none',
    { period: { from: '2024-02-01', to: '2024-02-30' } },
    'claims[1].period: 2024-02-01 to 2024-02-30 is not a period.',
  ],
  [
    'an end before the beginning',
    { period: { from: '2024-02-02', to: '2024-02-01' } },
    'claims[1].period: 2024-02-02 to 2024-02-01 is not a period.',
  ],
])('%s is refused, naming the claim', (_, wrong, message) => {
  expect(() => overlappingClaims([machine, { ...elsewhere, ...wrong } as unknown as ExpenseClaim])).toThrow(message)
})
