import { ownLevel } from '@khuyencong/budget'
import { contentCodes, type ApplicationFacts } from '@khuyencong/domain'
import { amountRule, byId, defineFacts, InputError, literal, percent, requirement, vocabulary } from '@khuyencong/rules'
import fc from 'fast-check'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { extend, impact, national, type Impact, type ImpactRecord, type ImpactTotal } from './index.js'

const m = 1_000_000n
const before = national.at('2018-05-10')
const after = national.at('2018-05-11')

const household: ApplicationFacts = {
  fund: 'national',
  stage: 'proposal',
  planYear: 2018,
  activity: 'direct-production',
  legalForm: 'business-household',
  legallyEstablished: true,
  producesAtSite: true,
  siteKind: 'commune',
  trade: 'farm-processing',
  equipmentKind: 'single',
  equipmentUse: 'production',
  equipmentNew: true,
  equipmentGains: ['output'],
  eligibleCost: 800n * m,
  totalCost: 800n * m,
  ownFunds: 500n * m,
  requestedSupport: 300n * m,
  singleFundingPledged: true,
  fundedElsewhere: false,
}
const record = (id: string, facts: ApplicationFacts = {}, rest: Partial<ImpactRecord> = {}): ImpactRecord => ({
  id,
  content: 'MACH',
  facts: { ...household, ...facts },
  ...rest,
})

describe('a population', () => {
  test('with a content that no law speaks of is refused: the rules for all contents would answer it', async () => {
    await expect(impact(before, after, [record('a'), record('b', {}, { content: 'MACHINE' })])).rejects.toThrow(
      "b.content: neither law speaks of 'MACHINE'. Expected one of",
    )
  })

  test('may have a content of which one law alone speaks: the other gives nothing for it', async () => {
    const title = { vi: 'Điện mặt trời', en: 'Solar power' }
    const source = { from: '2018-01-01', cites: [{ document: 'NQ 1/2018' }], trust: 'text' } as const
    const solar = amountRule({ id: 'SOLAR', title, per: title, versions: [{ ...source, amount: literal(5n * m) }] })
    const description = { id: 'province', version: '1', title, period: { from: '2018-01-01' } } as const
    const own = extend(national, description, {}, { amounts: byId([solar]) }).at('2018-05-11')
    const { verdicts, total } = await impact(after, own, [record('a', {}, { content: 'SOLAR' })])
    expect(verdicts.unmet.met.records).toBe(1)
    expect(total.cost).toEqual({ before: 0n, after: 5n * m, change: 5n * m, notKnown: { before: 0, after: 0 } })
  })

  test('may have facts that one of the laws brings; a fact that neither has is refused', async () => {
    const flag = { kind: 'flag', group: 'content', mutability: 'changeable' } as const
    const title = { vi: 'Có bảo hiểm', en: 'Insured' }
    const insured = defineFacts({ insured: { ...flag, title, question: title } })
    const source = { from: '2018-01-01', cites: [{ document: 'NQ 1/2018' }], trust: 'text' } as const
    const requires = vocabulary<typeof insured>().is('insured')
    const rules = byId([requirement({ id: 'P-1', group: 'content', title, subjects: ['MACH'], ...source, requires })])
    const description = { id: 'province', version: '1', title, period: { from: '2018-01-01' } } as const
    const own = extend(national, description, {}, { facts: insured, rules }).at('2018-05-11')
    const facts = { ...household, insured: false }
    const { loses } = await impact(after, own, [{ id: 'a', content: 'MACH', facts }])
    expect(loses.count).toBe(1)
    await expect(impact(after, own, [{ id: 'a', content: 'MACH', facts: { colour: 1 } }])).rejects.toThrow(
      'a.facts.colour',
    )
  })
})

describe('from 10 to 11 May 2018, when the cap of machinery rose from 200 to 300 million', () => {
  test('a firm that asks for as much as it may have', async () => {
    const { total, ceilings, verdicts, gains, loses } = await impact(before, after, [record('a')])
    expect(total).toEqual({
      records: 1,
      cost: { before: 200n * m, after: 300n * m, change: 100n * m, notKnown: { before: 0, after: 0 } },
    })
    expect(ceilings.raised).toMatchObject({ count: 1, by: 100n * m, cases: [{ id: 'a', content: 'MACH' }] })
    expect(verdicts.met.met.records).toBe(1)
    expect([gains.count, loses.count]).toEqual([0, 0])
  })

  test('a firm that asks for less costs no more than it asks', async () => {
    const { total, ceilings } = await impact(before, after, [record('a', {}, { requested: 150n * m })])
    expect(total.cost).toMatchObject({ before: 150n * m, after: 150n * m, change: 0n })
    expect(ceilings.raised.count).toBe(1)
  })

  test('a no costs nothing; an unknown cost is counted, not taken as nothing', async () => {
    const { total } = await impact(before, after, [
      record('no', { equipmentNew: false }),
      record('cost not known', { eligibleCost: undefined }),
    ])
    expect(total.cost).toMatchObject({ before: 0n, after: 0n, notKnown: { before: 1, after: 1 } })
  })
})

test('a yes that had no level and gets one: its cost is counted, and does not pass for a rise from nothing', async () => {
  const title = { vi: 'Tỉnh', en: 'Province' }
  const period = { from: '2024-01-01' } as const
  const cap = { ...period, cites: [{ document: 'NQ 1/2024' }], trust: 'text', cap: 80n * m } as const
  const { amounts, parameters } = ownLevel('QUALITY', [cap])
  const province = { id: 'province', version: '1', title, period } as const
  const own = extend(national, province, { replace: { amounts } }, { parameters })
  const facts = { ...household, fund: 'provincial', councilResolution: true } as const
  const quality = record('a', facts, { content: 'QUALITY' })
  const { total } = await impact(national.at('2024-03-01'), own.at('2024-03-01'), [quality])
  expect(total.cost).toEqual({ before: 0n, after: 80n * m, change: 0n, notKnown: { before: 1, after: 0 } })
})

describe('from 14 to 15 October 2025, when areas, forms and trades change', () => {
  const [old, current] = [national.at('2025-10-14'), national.at('2025-10-15')]

  test('who gains, who loses, who is to be asked again', async () => {
    const found = await impact(old, current, [
      record('union', { legalForm: 'cooperative-union', inCentralCity: false }),
      record('township', { siteKind: 'township', inCentralCity: false, inCraftVillage: false }),
      record('not asked', { siteKind: 'commune' }),
      record('to be asked', { siteKind: 'ward', districtKind: 'town' }),
    ])
    const names = (key: 'gains' | 'loses' | 'becomesUnknown') => found[key].cases.map(({ id }) => id)
    expect(names('gains')).toEqual(['union'])
    expect(names('loses')).toEqual(['township'])
    expect(names('becomesUnknown')).toContain('to be asked')
  })
})

describe('a verdict that is not known has a cost that is not known', () => {
  const [old, current] = [national.at('2025-10-14'), national.at('2025-10-15')]
  // A ward of a town had a yes by its name; from 15 October 2025 it has to be said whether it lies in a central city.
  const ward = record('ward', { siteKind: 'ward', districtKind: 'town' })
  const cost = 300n * m

  test('from a yes: no saving is booked', async () => {
    const found = await impact(old, current, [ward])
    expect(found.verdicts.met.unknown.cost).toEqual({
      before: cost,
      after: 0n,
      change: 0n,
      notKnown: { before: 0, after: 1 },
    })
    expect(found.becomesUnknown.cases).toMatchObject([{ before: { cost }, after: { cost: undefined } }])
    expect(sumOf(cells(found))).toEqual(found.total)
    expect(sumOf(Object.values(found.contents))).toEqual(found.total)
  })

  test('to a yes: no rise is booked', async () => {
    const found = await impact(current, old, [ward])
    expect(found.verdicts.unknown.met.cost).toEqual({
      before: 0n,
      after: cost,
      change: 0n,
      notKnown: { before: 1, after: 0 },
    })
    expect(sumOf(cells(found))).toEqual(found.total)
  })

  test('beside records that are known, only these make the change', async () => {
    const { total } = await impact(old, current, [ward, record('other', { legalForm: 'other' })])
    expect(total.cost).toEqual({ before: cost, after: 0n, change: 0n, notKnown: { before: 0, after: 1 } })
  })
})

describe('between a province and national law', () => {
  const province = extend(
    national,
    { id: 'province', version: '1', title: national.title, period: { from: '2024-01-01' } },
    {
      replace: {
        parameters: {
          'MACH.rate.local': [
            { from: '2024-01-01', value: percent(40n), cites: [{ document: 'NQ 1' }], trust: 'text' },
          ],
        },
      },
    },
    { rules: {}, parameters: {}, amounts: {} },
  )

  test('ceilings that fall, and by how much', async () => {
    const facts = { fund: 'provincial', eligibleCost: 100n * m } as const
    const found = await impact(national.at('2024-03-01'), province.at('2024-03-01'), [record('a', facts)])
    expect(found.ceilings.lowered).toMatchObject({ count: 1, by: 10n * m })
    expect(found.before.pack).toBe('vn-national')
    expect(found.after.pack).toBe('province')
  })
})

test('a content that only one law has a level for', async () => {
  const pilot = record('a', { eligibleCost: 100n * m }, { content: 'SXSH-PILOT' })
  expect((await impact(before, after, [pilot])).ceilings.appeared.count).toBe(1)
  expect((await impact(after, before, [pilot])).ceilings.disappeared.count).toBe(1)
})

test('facts that do not fit are refused, and the record is named', async () => {
  const wrong = { id: 'HS-7', content: 'MACH', facts: { eligibleCost: 5 } }
  await expect(impact(before, after, [record('a'), wrong])).rejects.toThrow(InputError)
  await expect(impact(before, after, [record('a'), wrong])).rejects.toThrow("HS-7.facts.eligibleCost: '5'")
})

test.each([-5n, 5, 5.5, '5'])(
  'what is asked for is money: %s is refused, and the record is named',
  async (requested) => {
    const wrong = { ...record('HS-7'), requested } as ImpactRecord
    await expect(impact(before, after, [record('a'), wrong])).rejects.toThrow(
      `HS-7.requested: '${requested}' is not a sum of money. Expected whole đồng as a bigint, not negative`,
    )
  },
)

const records = fc.array(
  fc.record(
    {
      id: fc.string(),
      content: fc.constantFrom(...contentCodes),
      facts: fc
        .record(
          {
            fund: fc.constantFrom('national', 'provincial', undefined),
            siteKind: fc.constantFrom('commune', 'ward', 'township', undefined),
            legalForm: fc.constantFrom('business-household', 'other', undefined),
            equipmentNew: fc.option(fc.boolean(), { nil: undefined }),
            eligibleCost: fc.option(fc.bigInt({ min: 0n, max: 5_000n * m }), { nil: undefined }),
          },
          { requiredKeys: [] },
        )
        .map((facts) => ({ ...household, ...facts })),
      requested: fc.bigInt({ min: 0n, max: 2_000n * m }),
    },
    { requiredKeys: ['id', 'content', 'facts'] },
  ),
  { maxLength: 30 },
)

const sumOf = (parts: readonly ImpactTotal[]): ImpactTotal => {
  const sum = (pick: (part: ImpactTotal) => bigint) => parts.reduce((total, part) => total + pick(part), 0n)
  const count = (pick: (part: ImpactTotal) => number) => parts.reduce((total, part) => total + pick(part), 0)
  return {
    records: count((part) => part.records),
    cost: {
      before: sum((part) => part.cost.before),
      after: sum((part) => part.cost.after),
      change: sum((part) => part.cost.change),
      notKnown: {
        before: count((part) => part.cost.notKnown.before),
        after: count((part) => part.cost.notKnown.after),
      },
    },
  }
}

const cells = ({ verdicts }: Impact) => Object.values(verdicts).flatMap((row) => Object.values(row))

describe('totals', () => {
  test('add up over verdicts, over contents, and over any division of the population', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(), async (population, at) => {
        const whole = await impact(before, after, population)
        expect(sumOf(cells(whole))).toEqual(whole.total)
        expect(sumOf(Object.values(whole.contents))).toEqual(whole.total)
        expect(whole.total.records).toBe(population.length)
        const { cost } = whole.total
        if (cost.notKnown.before + cost.notKnown.after === 0) expect(cost.change).toBe(cost.after - cost.before)

        const cut = population.length === 0 ? 0 : at % population.length
        const parts = [population.slice(0, cut), population.slice(cut)]
        const [first, second] = await Promise.all(parts.map((part) => impact(before, after, part)))
        if (first && second) expect(sumOf([first.total, second.total])).toEqual(whole.total)
      }),
      { numRuns: 60 },
    )
  })

  test('are the same for a list and for a stream, and turn round with the laws', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (population) => {
        const stream = async function* () {
          for (const each of population) yield await Promise.resolve(each)
        }
        const listed = await impact(before, after, population)
        expect(await impact(before, after, stream())).toEqual(listed)
        const back = await impact(after, before, population)
        expect(back.total.cost.change).toBe(-listed.total.cost.change)
        expect(back.ceilings.lowered.by).toBe(listed.ceilings.raised.by)
      }),
      { numRuns: 30 },
    )
  })

  test('gains, losses and new unknowns are the cells of the verdicts', async () => {
    const [old, current] = [national.at('2025-10-14'), national.at('2025-10-15')]
    await fc.assert(
      fc.asyncProperty(records, async (population) => {
        const { verdicts, gains, loses, becomesUnknown } = await impact(old, current, population)
        expect(gains.count).toBe(verdicts.unmet.met.records + verdicts.unknown.met.records)
        expect(loses.count).toBe(verdicts.met.unmet.records)
        expect(becomesUnknown.count).toBe(verdicts.met.unknown.records + verdicts.unmet.unknown.records)
      }),
      { numRuns: 30 },
    )
  })
})

describe('size', () => {
  test('a hundred thousand records need no more memory than a thousand', { timeout: 60_000 }, async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const heapAt = new Map<number, number>()
    function* population(size: number) {
      for (let index = 0; index < size; index++) {
        if (index === 1_000 || index === size - 1) {
          collect()
          heapAt.set(index, process.memoryUsage().heapUsed)
        }
        yield record(`HS-${index}`, { eligibleCost: BigInt(index) * m, equipmentNew: index % 3 !== 0 })
      }
    }
    const found = await impact(before, after, population(100_000), { examples: 5 })
    const growth = (heapAt.get(99_999) ?? Infinity) - (heapAt.get(1_000) ?? 0)

    expect(found.total.records).toBe(100_000)
    expect(found.ceilings.raised.count).toBe(99_599)
    expect(found.ceilings.raised.cases).toHaveLength(5)
    // Kept whole, the records alone would be some 50 MB.
    expect(growth).toBeLessThan(1_000_000)
  })
})
