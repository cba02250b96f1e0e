import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact, facts } from '@khuyencong/domain'
import { bind, InputError, isoDate } from '@khuyencong/rules'
import {
  nationalBudget,
  settle,
  settleGroup,
  supportCeiling,
  type GroupMember,
  type GroupSettlementInput,
  type GroupVoucher,
} from './index.js'
import { highestSupport } from './amounts.js'
import { lawOn } from './law-on.test-law.js'

const m = 1_000_000n
const law = lawOn('2024-03-01')

const member = (establishment: string, support: bigint, more: Partial<GroupMember> = {}): GroupMember => ({
  establishment,
  content: 'MACH',
  support,
  ...more,
})
const voucher = (
  id: string,
  establishment: string,
  amount: bigint,
  more: Partial<GroupVoucher> = {},
): GroupVoucher => ({ id, item: `khoản ${id}`, amount, counts: true, establishment, ...more })

/** Two bakeries, each with a machine; together above the cap of one establishment. */
const bakeries = {
  fund: 'national',
  award: 500n * m,
  acceptance: 'accepted',
  allVouchersListed: true,
  alreadyAdvanced: 350n * m,
  papers: { contract: true, 'acceptance-record': true, liquidation: true },
  members: [member('A', 300n * m), member('B', 200n * m)],
  vouchers: [voucher('1', 'A', 700n * m), voucher('2', 'B', 400n * m), voucher('3', 'B', 30n * m, { counts: false })],
} as const satisfies GroupSettlementInput

const settled = (input: GroupSettlementInput, on = law) => {
  const { parts, ...whole } = settleGroup(on, input)
  return { ...whole, parts: parts.map((part) => [part.establishment, part.settled, part.binding]) }
}

describe('establishment by establishment', () => {
  test('each up to its own cap: together more than one of them could have', () => {
    expect(settled(bakeries)).toMatchObject({
      status: 'settled',
      settled: 500n * m,
      ownPart: 630n * m,
      payable: 150n * m,
      toReturn: 0n,
      unused: 0n,
      missing: [],
      parts: [
        ['A', 300n * m, 'award'],
        ['B', 200n * m, 'award'],
      ],
    })
    // As if it were one establishment, its cap would take away what both were promised.
    const { fund, award, acceptance, allVouchersListed, alreadyAdvanced, papers, vouchers } = bakeries
    const one = { fund, award, acceptance, allVouchersListed, alreadyAdvanced, papers, vouchers }
    expect(settle(law, 'MACH', one)).toMatchObject({ settled: 300n * m, binding: 'ceiling' })
  })

  test('what one of them spent more does not make up for what the other spent less', () => {
    const uneven = { ...bakeries, vouchers: [voucher('1', 'A', 2_000n * m), voucher('2', 'B', 100n * m)] }
    expect(settled(uneven)).toMatchObject({
      settled: 350n * m,
      unused: 150n * m,
      parts: [
        ['A', 300n * m, 'award'],
        ['B', 50n * m, 'ceiling'],
      ],
    })
  })

  test('advances beyond what all of them come to return to the budget', () => {
    const less = { ...bakeries, vouchers: [voucher('1', 'A', 400n * m), voucher('2', 'B', 200n * m)] }
    const answer = settleGroup(law, less)
    expect(answer).toMatchObject({ settled: 300n * m, payable: 0n, toReturn: 50n * m, unused: 200n * m })
    expect(answer.returned).toMatchObject({ verdict: 'unknown', missing: ['returnedToBudget'] })
    expect(answer.trust.doubts.map(({ id }) => id)).toContain('MR-13')
    expect(settleGroup(law, { ...less, returnedToBudget: 50n * m }).returned?.verdict).toBe('met')
  })

  test('an award below the supports is divided in proportion to them, to the last đồng', () => {
    const odd = {
      ...bakeries,
      award: 100n,
      alreadyAdvanced: 0n,
      members: ['A', 'B', 'C'].map((name) => member(name, 100n * m)),
      vouchers: ['A', 'B', 'C'].map((name, index) => voucher(String(index), name, 300n * m)),
    }
    const { parts, settled: all } = settleGroup(law, odd)
    expect(parts.map(({ award }) => award)).toEqual([34n, 33n, 33n])
    expect(all).toBe(100n)
  })

  test('an award above the supports gives nobody more than was approved for him', () => {
    expect(settled({ ...bakeries, award: 600n * m })).toMatchObject({ settled: 500n * m, unused: 100n * m })
  })

  test('a level of its own: the plan date counts', () => {
    expect(settled(bakeries, lawOn('2018-05-10'))).toMatchObject({
      settled: 400n * m,
      parts: [
        ['A', 200n * m, 'ceiling'],
        ['B', 200n * m, 'award'],
      ],
    })
  })

  test('whoever has no voucher gets nothing, and the others theirs', () => {
    expect(settled({ ...bakeries, vouchers: [voucher('1', 'A', 700n * m)] })).toMatchObject({
      settled: 300n * m,
      ownPart: 400n * m,
      parts: [
        ['A', 300n * m, 'award'],
        ['B', 0n, 'ceiling'],
      ],
    })
  })

  test('each part shows its steps, from the level to what is settled', () => {
    const [first] = settleGroup(law, bakeries).parts
    expect(first?.steps.map((step) => step.text.vi).at(-1)).toBe(
      'mức thấp nhất của 300.000.000 đồng; 300.000.000 đồng; 700.000.000 đồng = 300.000.000 đồng',
    )
  })

  test('lines stand in the order of the vouchers', () => {
    const mixed = [voucher('1', 'B', 100n * m), voucher('2', 'A', 700n * m), voucher('3', 'B', 300n * m)]
    expect(
      settleGroup(law, { ...bakeries, vouchers: mixed }).lines.map((line) => [line.voucher.id, line.support]),
    ).toEqual([
      ['1', 50n * m],
      ['2', 300n * m],
      ['3', 150n * m],
    ])
  })
})

test('each establishment numbers its own vouchers', () => {
  const vouchers = [voucher('01', 'B', 400n * m), voucher('01', 'A', 700n * m)]
  expect(
    settleGroup(law, { ...bakeries, vouchers }).lines.map(({ voucher: { id, establishment }, support }) => [
      ...[establishment, id, support],
    ]),
  ).toEqual([
    ['B', '01', 200n * m],
    ['A', '01', 300n * m],
  ])
})

describe('one voucher for two contents of one establishment', () => {
  const two = {
    ...bakeries,
    award: 600n * m,
    alreadyAdvanced: 0n,
    members: [member('A', 300n * m), member('A', 300n * m, { content: 'LINE' })],
  }
  const invoice = (content: string, item: string, id = 'HĐ 1') => voucher(id, 'A', 350n * m, { content, item })

  test('with the same item it would count twice', () => {
    const vouchers = [invoice('MACH', 'Máy nghiền'), invoice('LINE', 'máy  nghiền', 'hđ 1')]
    expect(() => settleGroup(law, { ...two, vouchers })).toThrow(
      "vouchers[1].id: the voucher 'hđ 1' already stands at vouchers[0]. Expected another item where a voucher covers several contents.",
    )
  })

  test('with another item in each it stands in both', () => {
    const vouchers = [invoice('MACH', 'máy nghiền'), invoice('LINE', 'dây chuyền')]
    expect(settleGroup(law, { ...two, vouchers })).toMatchObject({ settled: 350n * m, ownPart: 350n * m })
  })
})

describe('an establishment, however it is written', () => {
  test('is one member', () => {
    const members = [member('Cơ sở A', 300n * m), member('cơ sở a ', 200n * m)]
    expect(() => settleGroup(law, { ...bakeries, members, vouchers: [] })).toThrow(
      "members[1].establishment: 'cơ sở a ' with MACH already stands at members[0].",
    )
  })

  test('has its vouchers', () => {
    const vouchers = [voucher('1', ' a', 700n * m), voucher('2', 'B', 400n * m)]
    expect(settleGroup(law, { ...bakeries, vouchers })).toMatchObject({ settled: 500n * m })
    const twice = [voucher('1', ' a', 700n * m), voucher('1', 'A', 400n * m)]
    expect(() => settleGroup(law, { ...bakeries, vouchers: twice })).toThrow("the voucher '1' already stands at")
  })
})

test('contents of a key project: one establishment with two, each by its own level', () => {
  const key = {
    ...bakeries,
    award: 330n * m,
    alreadyAdvanced: 0n,
    members: [member('A', 300n * m), member('A', 30n * m, { content: 'BRAND' })],
    papers: { ...bakeries.papers, 'registration-certificate': true, 'promotion-plan': true, 'all-vouchers': true },
    cases: { 'collective-mark': false },
    vouchers: [voucher('1', 'A', 700n * m, { content: 'MACH' }), voucher('2', 'A', 50n * m, { content: 'BRAND' })],
  } as const
  const { parts, settled: all } = settleGroup(law, key)
  expect(parts.map(({ content, settled: part }) => [content, part])).toEqual([
    ['MACH', 300n * m],
    ['BRAND', 25n * m],
  ])
  expect(all).toBe(325n * m)
  const unsaid = { ...key, vouchers: [voucher('1', 'A', 700n * m)] }
  expect(() => settleGroup(law, unsaid)).toThrow("vouchers[0].content: 'A' has several contents")
  const other = { ...key, vouchers: [voucher('1', 'A', 700n * m, { content: 'LINE' })] }
  expect(() => settleGroup(law, other)).toThrow(
    "vouchers[0].content: the voucher '1' is for LINE, which 'A' does not have",
  )
})

describe('until it is settled', () => {
  const missing = (input: GroupSettlementInput) => {
    const { status, missing: keys, settled: amount, atMost } = settleGroup(law, input)
    return { status, keys, amount, atMost }
  }

  test('what is not known of the whole is asked once', () => {
    const unknown = { vouchers: undefined, acceptance: undefined, papers: {}, alreadyAdvanced: undefined }
    expect(missing({ ...bakeries, ...unknown })).toEqual({
      status: 'unknown',
      keys: [
        'acceptance',
        'papers.contract',
        'papers.acceptance-record',
        'papers.liquidation',
        'forceMajeureExplained',
        'forceMajeureRecorded',
        'vouchers',
        'alreadyAdvanced',
      ],
      amount: undefined,
      atMost: 500n * m,
    })
  })

  test('acceptance, while another condition is not met', () => {
    const unlisted = { ...bakeries, acceptance: undefined, allVouchersListed: false }
    expect(missing(unlisted)).toMatchObject({ status: 'unknown', keys: ['acceptance'] })
    expect(settled({ ...unlisted, acceptance: 'refused' })).toMatchObject({ status: 'refused', toReturn: 350n * m })
  })

  test('what is not known of one part is asked of it', () => {
    const shops = (ceiling: bigint | undefined) => ({
      ...bakeries,
      award: 190n * m,
      members: [
        member('A', 100n * m, { content: 'SHOWROOM', ceiling: 70n * m }),
        member('B', 90n * m, { content: 'SHOWROOM', ceiling }),
      ],
    })
    expect(missing(shops(undefined))).toMatchObject({ status: 'unknown', keys: ['members[1].ceiling'] })
    expect(settled(shops(200n * m))).toMatchObject({
      settled: 160n * m,
      parts: [
        ['A', 70n * m, 'ceiling'],
        ['B', 90n * m, 'award'],
      ],
    })
  })

  test('a fact of the application of one part is named by its path, when it is missing and when it is wrong', () => {
    const { SHOWROOM } = nationalBudget.amounts
    const [version] = nationalBudget.amounts.MACH.versions
    // A level of its own that asks for more than the cost.
    const versions = version ? [{ ...version, amount: highestSupport([fact('requestedSupport')]) }] : []
    const amounts = { ...nationalBudget.amounts, SHOWROOM: { ...SHOWROOM, versions } }
    const day = isoDate('2016-05-10')
    const asking = {
      ...lawOn(day),
      ...bind({ facts, rules: {}, ...nationalBudget, amounts }, { pack: 'test', version: '0', asOf: day }),
    }
    const rooms = (requestedSupport: bigint | undefined) => ({
      ...bakeries,
      members: [
        member('A', 300n * m, { content: 'SHOWROOM', application: { requestedSupport: 300n * m } }),
        member('B', 200n * m, { content: 'SHOWROOM', application: { requestedSupport } }),
      ],
    })
    expect(settleGroup(asking, rooms(undefined)).missing).toEqual(['members[1].application.requestedSupport'])
    expect(() => settleGroup(asking, rooms(-1n))).toThrow(
      "members[1].application.requestedSupport: '-1' is not a value",
    )
    // Of each part at once, and what is wrong with the whole once.
    const [first, second] = rooms(-1n).members
    const wrong = { ...rooms(-1n), members: [{ ...first, application: { requestedSupport: -2n } }, second] }
    const problems = (input: object): readonly string[] => {
      try {
        settleGroup(asking, input as GroupSettlementInput)
      } catch (error) {
        if (error instanceof InputError) return error.problems.map(({ field }) => field)
      }
      return []
    }
    expect(problems({ ...wrong, forceMajeureExplained: 'yes' })).toEqual([
      'members[0].application.requestedSupport',
      'members[1].application.requestedSupport',
    ])
    expect(problems({ ...bakeries, forceMajeureExplained: 'yes' })).toEqual(['facts.forceMajeureExplained'])
  })

  test('advances alone: known parts, an open whole', () => {
    expect(missing({ ...bakeries, alreadyAdvanced: undefined })).toEqual({
      status: 'unknown',
      keys: ['alreadyAdvanced'],
      amount: undefined,
      atMost: 500n * m,
    })
  })

  test('the award: asked for, and no more than what was approved', () => {
    expect(missing({ ...bakeries, award: undefined })).toMatchObject({ status: 'unknown', keys: ['award'] })
  })

  test('a paper lacks: not yet, and nothing is paid', () => {
    const lacking = settleGroup(law, { ...bakeries, papers: { ...bakeries.papers, contract: false } })
    expect(lacking).toMatchObject({ status: 'not-yet', settled: undefined, payable: 0n, missing: [], lines: [] })
    expect(lacking.parts[1]?.findings.find(({ rule }) => rule === 'MR-6.proof')?.verdict).toBe('unmet')
  })

  test('refused: nothing is settled, and what was advanced goes back', () => {
    expect(settled({ ...bakeries, acceptance: 'refused' })).toMatchObject({
      status: 'refused',
      settled: 0n,
      toReturn: 350n * m,
      unused: 500n * m,
      lines: [],
    })
  })

  test('stopped by force majeure: each by the work done', () => {
    const stopped = { ...bakeries, acceptance: 'force-majeure', papers: {} } as const
    expect(missing(stopped)).toMatchObject({
      status: 'unknown',
      keys: ['forceMajeureExplained', 'forceMajeureRecorded'],
    })
    const explained = { ...stopped, forceMajeureExplained: true, forceMajeureRecorded: true }
    expect(
      settled({ ...explained, vouchers: [voucher('1', 'A', 500n * m), voucher('2', 'B', 100n * m)] }),
    ).toMatchObject({
      status: 'settled',
      settled: 300n * m,
    })
  })
})

/** What may be known of any group. */
const anyWhole = fc.record({
  fund: fc.constantFrom('national', 'provincial'),
  award: fc.bigInt({ min: 0n, max: 900n * m }),
  acceptance: fc.constantFrom('accepted', 'pending', 'refused', 'force-majeure'),
  allVouchersListed: fc.boolean(),
  alreadyAdvanced: fc.bigInt({ min: 0n, max: 900n * m }),
  forceMajeureExplained: fc.boolean(),
  forceMajeureRecorded: fc.boolean(),
  papers: fc.constantFrom({ contract: false }, { contract: true, 'acceptance-record': true, liquidation: true }),
  vouchers: fc.array(
    fc.record({ owner: fc.constantFrom('A', 'B', 'C'), amount: fc.bigInt({ min: 0n, max: 900n * m }) }),
    { maxLength: 4 },
  ),
})

test('what is decided stays as it is, whatever becomes known', () => {
  fc.assert(
    fc.property(
      anyWhole,
      fc.array(fc.record({ isKnown: fc.boolean(), ceiling: fc.bigInt({ min: 0n, max: 500n * m }) }), {
        minLength: 3,
        maxLength: 3,
      }),
      fc.func(fc.boolean()),
      ({ vouchers, ...facts }, ceilings, isKnown) => {
        const contents = ['MACH', 'SHOWROOM', 'BRAND'] as const
        const members = (all: boolean) =>
          ceilings.map(({ isKnown: known, ceiling }, index) =>
            member('ABC'.charAt(index), 300n * m, {
              content: contents[index] ?? 'MACH',
              // Where there is a level, a ceiling that is not given is one that was not decided.
              ceiling: all || known || contents[index] !== 'SHOWROOM' ? ceiling : undefined,
            }),
          )
        const whole = {
          ...facts,
          vouchers: vouchers.map(({ owner, amount }, index) => voucher(`${index}`, owner, amount)),
        }
        const known = Object.fromEntries(Object.entries(whole).filter(([key]) => isKnown(key)))
        const early = settleGroup(law, { ...known, members: members(false) })
        if (early.status === 'unknown') expect(early.missing).not.toEqual([])
        else {
          const late = settleGroup(law, { ...whole, members: members(true) })
          expect([early.status, early.settled, early.payable]).toEqual([late.status, late.settled, late.payable])
          if (early.toReturn !== undefined) expect(early.toReturn).toBe(late.toReturn)
        }
      },
    ),
  )
})

const money = fc.bigInt({ min: 0n, max: 10n ** 12n })
const anyPart = fc.record({
  content: fc.constantFrom('MACH', 'LINE', 'DEMO-NEW', 'DEMO-REPL', 'BRAND', 'STARTUP', 'MEDIA'),
  support: money,
  vouchers: fc.array(fc.record({ amount: money, counts: fc.boolean() }), { maxLength: 5 }),
})

test('parts come to the whole; none is above its own award, ceiling or vouchers; nothing is made or lost', () => {
  fc.assert(
    fc.property(
      fc.array(anyPart, { minLength: 1, maxLength: 5 }),
      fc.record({ award: money, alreadyAdvanced: money }),
      (list, { award, alreadyAdvanced }) => {
        const members = list.map(({ content, support }, index) => ({ establishment: `E${index}`, content, support }))
        const vouchers = list.flatMap((part, owner) =>
          part.vouchers.map((each, index) =>
            voucher(`${owner}/${index}`, `E${owner}`, each.amount, { counts: each.counts }),
          ),
        )
        const answer = settleGroup(law, {
          ...{ fund: 'provincial', acceptance: 'force-majeure', allVouchersListed: true },
          ...{ forceMajeureExplained: true, forceMajeureRecorded: true },
          ...{ award, alreadyAdvanced, members, vouchers },
        })
        const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)
        const supports = sum(members.map(({ support }) => support))
        const all = sum(vouchers.map(({ amount }) => amount))
        const {
          settled: whole = -1n,
          ownPart = -1n,
          payable = -1n,
          toReturn = -1n,
          unused = -1n,
          parts,
          lines,
        } = answer
        expect(answer.status).toBe('settled')
        expect(sum(parts.map((part) => part.award ?? -1n))).toBe(award < supports ? award : supports)
        expect(sum(parts.map((part) => part.settled ?? -1n))).toBe(whole)
        expect(whole + ownPart).toBe(all)
        expect(whole + unused).toBe(award)
        expect(alreadyAdvanced + payable - toReturn).toBe(whole)
        expect(lines.map((line) => line.voucher)).toEqual(vouchers)
        expect(sum(lines.map((line) => line.support))).toBe(whole)
        for (const [index, part] of parts.entries()) {
          const { support = -1n, content = 'MACH' } = members[index] ?? {}
          const counted = sum(
            vouchers
              .filter((one) => one.establishment === part.establishment && one.counts)
              .map(({ amount }) => amount),
          )
          const ceiling = supportCeiling(law, content, { fund: 'provincial', eligibleCost: counted }).amount ?? -1n
          const { settled: most = -1n, award: own = -1n } = part
          expect(own <= support && most <= own && most <= counted && most <= ceiling).toBe(true)
          expect([own, counted, ceiling]).toContain(most)
        }
      },
    ),
  )
})

test.each<[string, object, string]>([
  ['nobody', { members: [] }, 'members: there is nobody to settle with.'],
  [
    'a member twice',
    { members: [member('A', 1n), member('A', 2n)] },
    "members[1].establishment: 'A' with MACH already stands at members[0].",
  ],
  [
    'an unknown content',
    // @ts-expect-error a code that is none
    { members: [member('A', 1n), member('B', 1n, { content: 'mach' })] },
    "members[1].content: 'mach' is not a content code.",
  ],
  ['a member without a name', { members: [member(' ', 1n)] }, 'members[0].establishment: is empty.'],
  ['a support that is no money', { members: [member('A', -1n)] }, 'members[0].support: -1 is not an amount of money.'],
  [
    'a ceiling that is no money',
    { members: [member('A', 1n, { ceiling: -1n })] },
    'members[0].ceiling: -1 is not an amount of money.',
  ],
  ['an award that is no money', { award: 5 }, 'award: 5 is not an amount of money.'],
  [
    'a voucher of nobody',
    { vouchers: [voucher('1', 'C', 1n)] },
    "vouchers[0].establishment: the voucher '1' is of 'C', which is no member. Expected one of A, B.",
  ],
  [
    'a voucher that does not say whose it is',
    { vouchers: [{ ...voucher('1', 'A', 1n), establishment: undefined }] },
    'vouchers[0].establishment: is empty. Expected a name or number.',
  ],
  [
    'a voucher that an establishment lists twice',
    { vouchers: [voucher('1', 'A', 1n), voucher('1', 'B', 1n), voucher('1', 'B', 2n)] },
    "vouchers[2].id: the voucher '1' already stands at vouchers[1].",
  ],
  ['an advance that is no money', { alreadyAdvanced: 5 }, 'alreadyAdvanced: 5 is not an amount of money.'],
  [
    'an advance below nothing, while the rest is not known',
    { alreadyAdvanced: -5n, acceptance: undefined },
    'alreadyAdvanced: -5 is not an amount of money.',
  ],
])('%s is refused', (_, wrong, message) => {
  expect(() => settleGroup(law, { ...bakeries, ...wrong })).toThrow(message)
})
