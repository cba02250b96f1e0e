import { facts, type ContentCode } from '@khuyencong/domain'
import { bind, percent, type Parameter } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalBudget, settle, supportCeiling, type SettlementInput, type Voucher } from './index.js'
import { lawOn } from './law-on.test-law.js'

const m = 1_000_000n
const law = lawOn('2024-03-01')

const voucher = (id: string, amount: bigint, counts = true): Voucher => ({ id, item: `khoản ${id}`, amount, counts })

/** A machine of 600 million, supported with 300, of which 210 was advanced; installation is own money. */
const machine = {
  fund: 'national',
  award: 300n * m,
  acceptance: 'accepted',
  allVouchersListed: true,
  alreadyAdvanced: 210n * m,
  papers: { contract: true, 'acceptance-record': true, liquidation: true },
  vouchers: [voucher('HĐ 1', 400n * m), voucher('HĐ 2', 200n * m), voucher('HĐ 3', 50n * m, false)],
} as const satisfies SettlementInput

const outcome = (input: SettlementInput, code: ContentCode = 'MACH', on = law) => {
  const { status, settled, ownPart, payable, toReturn, unused, missing } = settle(on, code, input)
  return { status, settled, ownPart, payable, toReturn, unused, missing }
}
const failed = (input: SettlementInput) =>
  settle(law, 'MACH', input)
    .findings.filter((finding) => finding.verdict === 'unmet')
    .map((finding) => finding.rule)

describe('what is settled', () => {
  test('as planned: the award, and the rest is paid', () => {
    expect(outcome(machine)).toEqual({
      status: 'settled',
      settled: 300n * m,
      ownPart: 350n * m,
      payable: 90n * m,
      toReturn: 0n,
      unused: 0n,
      missing: [],
    })
  })

  test('it cost less: half of what it cost; the rest of the award becomes free', () => {
    const less = { ...machine, vouchers: [voucher('HĐ 1', 500n * m)] }
    expect(outcome(less)).toMatchObject({ settled: 250n * m, ownPart: 250n * m, payable: 40n * m, unused: 50n * m })
    expect(settle(law, 'MACH', less).binding).toBe('ceiling')
  })

  test('it cost far less: what was advanced beyond it returns to the budget', () => {
    const less = { ...machine, vouchers: [voucher('HĐ 1', 400n * m)] }
    expect(outcome(less)).toMatchObject({ settled: 200n * m, payable: 0n, toReturn: 10n * m, unused: 100n * m })
    expect(settle(law, 'MACH', less).trust.doubts.find((doubt) => doubt.id === 'MR-13')).toMatchObject({
      kind: 'rule',
      title: { en: 'What was advanced and not settled returns to the budget' },
      trust: 'assumed',
    })
    expect(settle(law, 'MACH', machine).trust.doubts.map((doubt) => doubt.id)).not.toContain('MR-13')
  })

  test('it cost more: still the award', () => {
    const more = { ...machine, award: 200n * m, vouchers: [voucher('HĐ 1', 5_000n * m)] }
    expect(outcome(more)).toMatchObject({ settled: 200n * m, ownPart: 4_800n * m, toReturn: 10n * m })
    expect(settle(law, 'MACH', more).binding).toBe('award')
  })

  test('the award was above the level of the plan: the level holds', () => {
    const before = lawOn('2018-05-10')
    expect(outcome(machine, 'MACH', before)).toMatchObject({ settled: 200n * m, toReturn: 10n * m })
  })

  test('what is supported in full is settled on its vouchers', () => {
    const model = {
      ...machine,
      award: 100n * m,
      alreadyAdvanced: 0n,
      allVouchersListed: undefined,
      papers: { 'supported-item-vouchers': true, 'demonstration-guests': true, 'model-papers': true },
      vouchers: [voucher('HĐ 1', 60n * m)],
    }
    expect(outcome(model, 'DEMO-REPL')).toMatchObject({ status: 'settled', settled: 60n * m, ownPart: 0n })
    // It asks for acceptance and papers as any other does, but not for the vouchers of own money.
    expect(outcome({ ...model, acceptance: 'pending' }, 'DEMO-REPL').status).toBe('not-yet')
    expect(settle(law, 'DEMO-REPL', model).findings.map((finding) => finding.rule)).not.toContain('MR-10')
  })

  test('lines: support falls on counted vouchers in proportion, to the đồng', () => {
    const odd = {
      ...machine,
      award: 100n,
      vouchers: [voucher('1', 100n), voucher('2', 100n), voucher('3', 100n), voucher('4', 7n, false)],
    }
    expect(settle(law, 'MACH', odd).lines.map(({ support, own }) => [support, own])).toEqual([
      [34n, 66n],
      [33n, 67n],
      [33n, 67n],
      [0n, 7n],
    ])
  })

  test('no counted voucher: nothing is settled, and the advance returns', () => {
    const none = { ...machine, vouchers: [voucher('1', 50n * m, false)] }
    expect(outcome(none)).toMatchObject({ status: 'settled', settled: 0n, ownPart: 50n * m, toReturn: 210n * m })
    expect(settle(law, 'MACH', none).lines).toEqual([
      { voucher: voucher('1', 50n * m, false), support: 0n, own: 50n * m },
    ])
  })

  test('with a higher level decided: its cap counts', () => {
    const costly = { ...machine, award: 400n * m, vouchers: [voucher('1', 2_000n * m)] }
    expect(outcome(costly).settled).toBe(300n * m)
    expect(outcome({ ...costly, priority: 'decided' }).settled).toBe(400n * m)
  })

  test('a decided ceiling lowers the level, and never raises it', () => {
    expect(outcome({ ...machine, ceiling: 250n * m }).settled).toBe(250n * m)
    expect(outcome({ ...machine, award: 400n * m, ceiling: 350n * m }).settled).toBe(300n * m)
  })

  test('facts of the application that the ceiling needs are taken, but not the planned cost', () => {
    const planned = { ...machine, application: { eligibleCost: 1n * m } }
    expect(outcome(planned).settled).toBe(300n * m)
  })
})

describe('what was advanced and not settled comes back', () => {
  const less = { ...machine, vouchers: [voucher('HĐ 1', 400n * m)] }
  const returned = (input: SettlementInput) => {
    const answer = settle(law, 'MACH', input).returned
    return answer && [answer.verdict, answer.missing]
  }

  test('all of it: met; a đồng less: unmet; not known: asks', () => {
    expect(returned({ ...less, returnedToBudget: 10n * m })).toEqual(['met', []])
    expect(returned({ ...less, returnedToBudget: 10n * m - 1n })).toEqual(['unmet', []])
    expect(returned(less)).toEqual(['unknown', ['returnedToBudget']])
  })

  test('refused: all that was advanced', () => {
    expect(returned({ ...machine, acceptance: 'refused', returnedToBudget: 210n * m })).toEqual(['met', []])
    expect(returned({ ...machine, acceptance: 'refused', returnedToBudget: 209n * m })).toEqual(['unmet', []])
  })

  test('where nothing has to, nothing is asked', () => {
    expect(returned(machine)).toEqual(['met', []])
    expect(returned({ ...machine, alreadyAdvanced: 0n })).toEqual(['met', []])
  })

  test('before the settlement there is nothing to say', () => {
    expect(returned({ ...machine, acceptance: 'pending' })).toBeUndefined()
    expect(returned({ ...machine, award: undefined })).toBeUndefined()
  })
})

describe('one voucher, however it is written', () => {
  const listed = (...ids: readonly string[]) => ({ ...machine, vouchers: ids.map((id) => voucher(id, 300n * m)) })

  test.each([
    ['a blank at its end', 'HĐ 1 '],
    ['blanks within', 'HĐ \u00a0 1'],
    ['small letters', 'hđ 1'],
    ['composed otherwise', 'HÓA ĐƠN 1'.normalize('NFD'), 'HÓA ĐƠN 1'.normalize('NFC')],
  ])('%s', (_, again, first = 'HĐ 1') => {
    expect(() => settle(law, 'MACH', listed(first, again))).toThrow(
      `vouchers[1].id: the voucher '${again}' already stands at vouchers[0]. Expected each voucher once.`,
    )
  })

  test('a sign or a number more is another voucher', () => {
    expect(outcome(listed('HĐ 1', 'HĐ-1', 'HĐ 11')).settled).toBe(300n * m)
  })
})

test('the answer names the pack of its rules, and its level the pack that it comes from', () => {
  const { law: rules, level } = settle(law, 'MACH', machine)
  expect(rules).toEqual({ pack: 'test.money', version: '0', asOf: '2024-03-01' })
  expect(level).toMatchObject({ amount: 300n * m, law: { pack: 'test', version: '0' } })
})

describe('a content without a level', () => {
  const room = { ...machine, papers: {}, award: 70n * m, alreadyAdvanced: 0n, vouchers: [voucher('1', 100n * m)] }

  test('asks for the ceiling that was decided', () => {
    expect(outcome(room, 'SHOWROOM')).toMatchObject({ status: 'unknown', missing: ['ceiling'] })
    expect(settle(law, 'SHOWROOM', room).atMost).toBe(70n * m)
  })

  test('is settled under it', () => {
    expect(outcome({ ...room, ceiling: 60n * m }, 'SHOWROOM')).toMatchObject({ status: 'settled', settled: 60n * m })
    const unlisted = { ...room, ceiling: 60n * m, vouchers: undefined }
    expect(outcome(unlisted, 'SHOWROOM')).toMatchObject({ status: 'unknown', missing: ['vouchers'] })
  })
})

describe('not yet', () => {
  test('before acceptance', () => {
    const pending = { ...machine, acceptance: 'pending' } as const
    expect(outcome(pending)).toEqual({
      status: 'not-yet',
      settled: undefined,
      ownPart: undefined,
      payable: 0n,
      toReturn: undefined,
      unused: undefined,
      missing: [],
    })
    expect(failed(pending)).toEqual(['MR-6'])
    expect(settle(law, 'MACH', pending)).toMatchObject({ lines: [], binding: undefined, atMost: 300n * m })
  })

  test('a paper lacks', () => {
    expect(failed({ ...machine, papers: { ...machine.papers, liquidation: false } })).toEqual(['MR-6.proof'])
  })

  test('the vouchers of own money are not listed', () => {
    const { status, remedies, findings } = settle(law, 'MACH', { ...machine, allVouchersListed: false })
    expect(status).toBe('not-yet')
    expect(remedies[0]?.changes.flatMap((change) => change.facts)).toEqual(['allVouchersListed'])
    expect(findings.find((finding) => finding.rule === 'MR-10')?.cites[0]).toEqual({
      document: 'TT 36/2013/TT-BCT',
      article: '19',
      clause: '1',
      point: 'd',
    })
  })
})

describe('not known', () => {
  test.each([
    ['award', ['award']],
    ['acceptance', ['acceptance', 'forceMajeureExplained', 'forceMajeureRecorded']],
    ['allVouchersListed', ['allVouchersListed']],
    ['alreadyAdvanced', ['alreadyAdvanced']],
    ['vouchers', ['vouchers']],
    ['papers', ['papers.contract', 'papers.acceptance-record', 'papers.liquidation']],
  ] as const)('%s: asks for it', (key, missing) => {
    const nothing = { settled: undefined, payable: undefined, toReturn: undefined, unused: undefined }
    expect(outcome({ ...machine, [key]: undefined })).toMatchObject({ status: 'unknown', ...nothing, missing })
  })

  test('nothing: asks in order', () => {
    expect(settle(law, 'MACH', {})).toMatchObject({
      status: 'unknown',
      next: 'award',
      missing: [
        'award',
        'acceptance',
        'papers.contract',
        'papers.acceptance-record',
        'papers.liquidation',
        'forceMajeureExplained',
        'forceMajeureRecorded',
        'allVouchersListed',
        'alreadyAdvanced',
        'vouchers',
      ],
    })
  })

  test('acceptance, while another condition is not met: it may be refused, and then money goes back', () => {
    const unlisted = { ...machine, acceptance: undefined, allVouchersListed: false }
    expect(outcome(unlisted)).toMatchObject({ status: 'unknown', payable: undefined, missing: ['acceptance'] })
    expect(outcome({ ...unlisted, alreadyAdvanced: undefined }).missing).toEqual(['acceptance', 'alreadyAdvanced'])
    expect(outcome({ ...unlisted, acceptance: 'accepted' }).status).toBe('not-yet')
    expect(outcome({ ...unlisted, acceptance: 'refused' })).toMatchObject({ status: 'refused', toReturn: 210n * m })
  })

  test('the fund: asked for only where levels differ', () => {
    const unknown = { ...machine, fund: undefined }
    expect(outcome(unknown)).toMatchObject({ status: 'settled' })
    const { parameters } = nationalBudget
    const rate = parameters['MACH.rate.local']
    const own: Parameter = { ...rate, timeline: rate.timeline.map((entry) => ({ ...entry, value: percent(30n) })) }
    const levels = { facts, rules: {}, ...nationalBudget, parameters: { ...parameters, [own.id]: own } }
    const local = { ...law, ...bind(levels, { pack: 'test', version: '0', asOf: '2024-03-01' }) }
    expect(outcome(unknown, 'MACH', local)).toMatchObject({ status: 'unknown', missing: ['fund'] })
    expect(outcome({ ...machine, fund: 'provincial' }, 'MACH', local)).toMatchObject({ settled: 180n * m })
  })
})

describe('refused', () => {
  test('nothing is settled, and all that was advanced returns', () => {
    expect(outcome({ ...machine, acceptance: 'refused' })).toEqual({
      status: 'refused',
      settled: 0n,
      ownPart: 650n * m,
      payable: 0n,
      toReturn: 210n * m,
      unused: 300n * m,
      missing: [],
    })
  })

  test('even with vouchers and papers unknown; only what was advanced has to be known', () => {
    expect(settle(law, 'MACH', { acceptance: 'refused', alreadyAdvanced: 5n })).toMatchObject({
      status: 'refused',
      toReturn: 5n,
      ownPart: undefined,
      unused: undefined,
      remedies: [],
    })
    expect(settle(law, 'MACH', { acceptance: 'refused' })).toMatchObject({
      status: 'unknown',
      missing: ['alreadyAdvanced'],
    })
  })
})

describe('force majeure: by the work done, explained and recorded', () => {
  const stopped = {
    ...machine,
    acceptance: 'force-majeure',
    papers: {},
    vouchers: [voucher('HĐ 1', 300n * m)],
    forceMajeureExplained: true,
    forceMajeureRecorded: true,
  } as const

  test('met: settled on what was done', () => {
    expect(outcome(stopped)).toMatchObject({ status: 'settled', settled: 150n * m, toReturn: 60n * m })
  })

  test.each(['forceMajeureExplained', 'forceMajeureRecorded'] as const)('%s lacks, or is not known', (key) => {
    expect(failed({ ...stopped, [key]: false })).toEqual(['MR-12'])
    expect(outcome({ ...stopped, [key]: undefined })).toMatchObject({ status: 'unknown', missing: [key] })
  })

  test('none of it is asked of a project that was accepted', () => {
    expect(outcome({ ...machine, forceMajeureExplained: false }).status).toBe('settled')
  })
})

test('the calculation goes from the level to what is settled', () => {
  const { steps } = settle(lawOn('2018-05-11'), 'MACH', { ...machine, vouchers: [voucher('1', 500n * m)] })
  expect(steps.map((step) => `${step.title.vi}: ${step.text.vi}`)).toEqual([
    'Tỷ lệ hỗ trợ tối đa: Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ: 50%',
    'Chi phí được tính hỗ trợ: 500.000.000 đồng',
    'Theo tỷ lệ chi phí: 50% × 500.000.000 đồng (làm tròn xuống) = 250.000.000 đồng',
    'Mức hỗ trợ tối đa: Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ: 300.000.000 đồng',
    'Mức hỗ trợ tối đa: mức thấp nhất của 250.000.000 đồng; 300.000.000 đồng = 250.000.000 đồng',
    'Kinh phí hỗ trợ được duyệt: 300.000.000 đồng',
    'Mức hỗ trợ tối đa theo chi phí thực tế: 250.000.000 đồng',
    'Chi phí hợp lệ theo chứng từ: 500.000.000 đồng',
    'Kinh phí hỗ trợ được quyết toán: mức thấp nhất của 300.000.000 đồng; 250.000.000 đồng; 500.000.000 đồng = 250.000.000 đồng',
  ])
})

test('it rests on the level, too', () => {
  const { trust } = settle(lawOn('2018-05-10'), 'MACH', { ...machine, vouchers: [voucher('1', 500n * m + 1n)] })
  expect(trust.doubts.map((doubt) => doubt.id)).toContain('SUPPORT.rounding')
})

test('the article as issued is text; since TT 17/2018 an assumption', () => {
  const doubts = (day: string) => settle(lawOn(day), 'MACH', machine).trust.doubts.map((doubt) => doubt.id)
  expect(doubts('2018-07-09')).not.toContain('MR-6')
  expect(doubts('2018-07-10')).toEqual(
    expect.arrayContaining(['MR-6', 'MR-6.proof', 'MR-10', 'SETTLEMENT.by-share', 'PROOF.MACH']),
  )
})

/** What may be known of any project. */
const anyFacts = fc.record({
  fund: fc.constantFrom('national', 'provincial', 'district'),
  award: fc.bigInt({ min: 0n, max: 500n * m }),
  acceptance: fc.constantFrom('accepted', 'pending', 'refused', 'force-majeure'),
  allVouchersListed: fc.boolean(),
  alreadyAdvanced: fc.bigInt({ min: 0n, max: 500n * m }),
  forceMajeureExplained: fc.boolean(),
  forceMajeureRecorded: fc.boolean(),
  ceiling: fc.bigInt({ min: 0n, max: 500n * m }),
  papers: fc.constantFrom<SettlementInput['papers']>(
    { contract: false },
    { contract: true, 'acceptance-record': true, liquidation: true, 'all-vouchers': true },
  ),
  vouchers: fc.array(fc.bigInt({ min: 0n, max: 900n * m }), { maxLength: 3 }),
})

test('what is decided stays as it is, whatever becomes known', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<ContentCode[]>('MACH', 'LINE', 'MEDIA', 'SHOWROOM', 'STARTUP'),
      anyFacts,
      fc.func(fc.boolean()),
      (code, { vouchers, ...facts }, isKnown) => {
        const all = { ...facts, vouchers: vouchers.map((amount, index) => voucher(String(index), amount)) }
        // Where there is a level, a ceiling that is not given is one that was not decided.
        const isGiven = (key: string) => isKnown(key) || (key === 'ceiling' && code !== 'SHOWROOM')
        const known = Object.fromEntries(Object.entries(all).filter(([key]) => isGiven(key)))
        const early = settle(law, code, known)
        if (early.status === 'unknown') expect(early.missing).not.toEqual([])
        else {
          const late = settle(law, code, all)
          expect([early.status, early.settled, early.payable]).toEqual([late.status, late.settled, late.payable])
          if (early.toReturn !== undefined) expect(early.toReturn).toBe(late.toReturn)
        }
      },
    ),
  )
})

const money = fc.bigInt({ min: 0n, max: 10n ** 12n })
const anyVouchers = fc.array(fc.record({ amount: money, counts: fc.boolean() }), { maxLength: 12 })

test('settled is never above award, ceiling or vouchers; nothing is made or lost', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<ContentCode[]>('MACH', 'LINE', 'DEMO-NEW', 'DEMO-REPL', 'BRAND', 'STARTUP', 'MEDIA'),
      anyVouchers,
      fc.record({ award: money, alreadyAdvanced: money }),
      (code, list, { award, alreadyAdvanced }) => {
        const vouchers = list.map(({ amount, counts }, index) => voucher(String(index), amount, counts))
        const every = { papers: {}, cases: {}, acceptance: 'force-majeure' } as const
        const result = settle(law, code, {
          ...every,
          fund: 'provincial',
          award,
          alreadyAdvanced,
          vouchers,
          forceMajeureExplained: true,
          forceMajeureRecorded: true,
          allVouchersListed: true,
        })
        const counted = vouchers.reduce((sum, v) => (v.counts ? sum + v.amount : sum), 0n)
        const all = vouchers.reduce((sum, v) => sum + v.amount, 0n)
        const { amount = -1n } = supportCeiling(law, code, { fund: 'provincial', eligibleCost: counted })
        const { status, settled = -1n, payable = -1n, toReturn = -1n, unused = -1n, ownPart = -1n, lines } = result
        expect(status).toBe('settled')
        expect(settled <= award && settled <= counted && settled <= amount).toBe(true)
        expect(settled === award || settled === counted || settled === amount).toBe(true)
        expect(settled + ownPart).toBe(all)
        expect(settled + unused).toBe(award)
        expect(alreadyAdvanced + payable - toReturn).toBe(settled)
        expect(payable === 0n || toReturn === 0n).toBe(true)
        expect(lines.reduce((sum, line) => sum + line.support, 0n)).toBe(settled)
        for (const { voucher: v, support, own } of lines) {
          expect(support + own).toBe(v.amount)
          expect(support >= 0n && own >= 0n && (v.counts || support === 0n)).toBe(true)
        }
      },
    ),
  )
})

test.each([
  [
    'a float',
    { vouchers: [{ ...voucher('1', 1n), amount: 1.5 }] },
    'vouchers[0].amount: 1.5 is not an amount of money.',
  ],
  ['a negative voucher', { vouchers: [voucher('1', -1n)] }, 'vouchers[0].amount: -1 is not an amount of money.'],
  [
    'a voucher listed twice',
    { vouchers: [voucher('1', 1n), voucher('2', 1n), voucher('1', 2n)] },
    "vouchers[2].id: the voucher '1' already stands at vouchers[0]. Expected each voucher once.",
  ],
  [
    'a voucher without a number',
    { vouchers: [voucher(' ', 1n)] },
    'vouchers[0].id: is empty. Expected a name or number.',
  ],
  [
    'a voucher whose number is a number',
    { vouchers: [{ ...voucher('1', 1n), id: 1 }] },
    'vouchers[0].id: is a number and no text.',
  ],
  [
    'a voucher without an item',
    { vouchers: [{ ...voucher('1', 1n), item: '' }] },
    'vouchers[0].item: is empty. Expected a name or number.',
  ],
  [
    'a voucher that does not say whether it counts',
    { vouchers: [{ id: '1', item: 'máy', amount: 1n }] },
    'vouchers[0].counts: undefined says neither yes nor no. Expected true or false.',
  ],
  [
    'a voucher that counts in words',
    { vouchers: [{ ...voucher('1', 1n), counts: 'false' }] },
    'vouchers[0].counts: false says neither yes nor no.',
  ],
  ['a number for the award', { award: 300 }, "facts.award: '300' is not a value of 'award'."],
  ['an unknown fact', { advanced: 1n }, "facts.advanced: there is no fact 'advanced'."],
])('%s is refused', (_, wrong, message) => {
  expect(() => settle(law, 'MACH', wrong as unknown as SettlementInput)).toThrow(message)
})
