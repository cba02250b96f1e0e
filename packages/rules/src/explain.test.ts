import { describe, expect, test } from 'vitest'
import { bindCondition } from './bind-condition.js'
import { all, any, atLeast, atMost, equals, lessThan, moreThan, not, titled, type Condition } from './condition.js'
import { calculation, explain, explainChange } from './explain.js'
import {
  addYears,
  endOfYear,
  highest,
  literal,
  lowest,
  named,
  param,
  sum,
  times,
  type Expression,
} from './expression.js'
import type { Facts } from './facts.js'
import {
  allOf,
  fact,
  facts,
  heading,
  is,
  isNot,
  library,
  match,
  on,
  oneOf,
  someOf,
  source,
} from './library.test-support.js'
import { reader } from './given.js'
import { placesOf } from './place.js'
import { parameter } from './parameter.js'
import { percent } from './ratio.js'
import { amountRule, requirement } from './rule.js'

const limit = parameter({
  id: 'limit',
  title: { vi: 'tuổi tối thiểu', en: 'least age' },
  unit: 'persons',
  timeline: [{ ...source, value: 6 }],
})
const cap = parameter({
  id: 'cap',
  title: { vi: 'mức trần', en: 'cap' },
  unit: 'dong',
  timeline: [{ ...source, trust: 'inferred', value: 300_000n }],
})
const parameters = new Map([['limit', { parameter: limit, entry: limit.timeline[0] }]])
const places = placesOf(facts)
const trace = (condition: Condition, given: Facts) =>
  bindCondition(condition, { places, owner: 'Rule r', parameter: (id) => parameters.get(id) }).trace(
    reader(facts, places)(given).slots,
  )
const lines = (condition: Condition, given: Facts, lang: 'vi' | 'en') =>
  explain(trace(condition, given), facts, lang).map(({ depth, truth, text }) => `${'  '.repeat(depth)}${truth} ${text}`)

describe('a condition as a sentence', () => {
  test.each<[Condition, Facts, string, string]>([
    [
      is('resident'),
      { resident: true },
      'held Cư trú tại thị trấn: có (yêu cầu: có).',
      'held Resident of the town: yes (required: yes).',
    ],
    [
      isNot('resident'),
      {},
      'unknown Cư trú tại thị trấn: chưa biết (yêu cầu: không).',
      'unknown Resident of the town: not known (required: no).',
    ],
    [
      not(is('card', 'child')),
      { card: 'child' },
      'failed Loại thẻ: thiếu nhi; không được là thiếu nhi.',
      'failed Kind of card: child; must not be child.',
    ],
    [
      atLeast(fact('age'), param(limit)),
      { age: 5 },
      'failed Tuổi: 5; không được dưới 6 (tuổi tối thiểu).',
      'failed Age: 5; must be at least 6 (least age).',
    ],
    [
      atMost(fact('debt'), literal(1000n)),
      { debt: 2000n },
      'failed Tiền nợ: 2.000 đồng; không được quá 1.000 đồng.',
      'failed Debt: 2,000 đồng; must be at most 1,000 đồng.',
    ],
    [lessThan(fact('age'), literal(9)), { age: 5 }, 'held Tuổi: 5; phải dưới 9.', 'held Age: 5; must be below 9.'],
    [moreThan(fact('age'), literal(9)), { age: 5 }, 'failed Tuổi: 5; phải trên 9.', 'failed Age: 5; must be above 9.'],
    [
      oneOf('card', ['child', 'adult']),
      { card: 'adult' },
      'held Loại thẻ: người lớn; phải là một trong: thiếu nhi; người lớn.',
      'held Kind of card: adult; must be one of: child; adult.',
    ],
    [
      not(oneOf('card', ['child'])),
      {},
      'unknown Loại thẻ: chưa biết; không được là thiếu nhi.',
      'unknown Kind of card: not known; must not be child.',
    ],
    [
      someOf('papers', ['form', 'id']),
      { papers: [] },
      'failed Giấy tờ: không có; phải có ít nhất một trong: đơn; căn cước.',
      'failed Papers: none; must include at least one of: form; id.',
    ],
    [
      not(someOf('papers', ['photo'])),
      { papers: ['photo'] },
      'failed Giấy tờ: ảnh; không được có ảnh.',
      'failed Papers: photo; must not include photo.',
    ],
    [
      allOf('papers', ['form', 'id']),
      { papers: ['id', 'form'] },
      'held Giấy tờ: đơn, căn cước; phải có đủ: đơn; căn cước.',
      'held Papers: form, id; must include all of: form; id.',
    ],
    [
      not(allOf('papers', ['form', 'id'])),
      { papers: ['id'] },
      'held Giấy tờ: căn cước; không được có đủ: đơn; căn cước.',
      'held Papers: id; must not include all of: form; id.',
    ],
    [
      atLeast(addYears(fact('joined'), param(limit)), endOfYear(sum([fact('year'), literal(-1)]))),
      { joined: '2019-12-01', year: 2025 },
      'held Ngày gia nhập cộng số năm tuổi tối thiểu: 01/12/2025; không được trước 31/12/2024 (31/12 của Năm + -1).',
      'held Day of joining plus years least age: 2025-12-01; must not be before 2024-12-31 (31 December of Year + -1).',
    ],
    [
      titled({ vi: 'Đủ tuổi', en: 'Old enough' }, atLeast(fact('age'), literal(6))),
      { age: 7 },
      'held Đủ tuổi: 7; không được dưới 6.',
      'held Old enough: 7; must be at least 6.',
    ],
    [
      atMost(lowest([fact('age'), literal(9)]), highest([literal(1), literal(2)])),
      { age: 5 },
      'failed mức thấp nhất của Tuổi; 9: 5; không được quá 2 (mức cao nhất của 1; 2).',
      'failed the lowest of Age; 9: 5; must be at most 2 (the highest of 1; 2).',
    ],
    [
      atMost(lowest([fact('debt'), literal(100n)]), literal(200n)),
      {},
      'held mức thấp nhất của Tiền nợ; 100 đồng: chưa biết, không quá 100 đồng; không được quá 200 đồng.',
      'held the lowest of Debt; 100 đồng: not known, at most 100 đồng; must be at most 200 đồng.',
    ],
    [
      equals(fact('age'), match('card', { child: literal(6), adult: literal(18) })),
      { age: 6, card: 'child' },
      'held Tuổi: 6; phải là 6.',
      'held Age: 6; must be 6.',
    ],
    [
      atLeast(fact('joined'), endOfYear(fact('year'))),
      { joined: '2019-12-01' },
      'unknown Ngày gia nhập: 01/12/2019; không được trước 31/12 của Năm (chưa biết).',
      'unknown Day of joining: 2019-12-01; must not be before 31 December of Year (not known).',
    ],
    [
      atMost(fact('age'), match('card', { child: param(limit), adult: literal(18) })),
      { age: 10 },
      'unknown Tuổi: 10; không được quá mức theo Loại thẻ (chưa biết).',
      'unknown Age: 10; must be at most the value by Kind of card (not known).',
    ],
  ])('%o of %o', (condition, given, vi, en) => {
    expect(lines(condition, given, 'vi')).toEqual([vi])
    expect(lines(condition, given, 'en')).toEqual([en])
  })
})

describe('a condition that a rule’s application hangs on is no demand', () => {
  const scope = (condition: Condition, given: Facts, lang: 'vi' | 'en') =>
    explain(trace(condition, given), facts, lang, 0, 'scope').map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)

  test.each<[Condition, Facts, string, string]>([
    [
      is('card', 'child'),
      { card: 'adult' },
      'Loại thẻ là thiếu nhi (ở đây: người lớn).',
      'Kind of card is child (here: adult).',
    ],
    [
      isNot('resident'),
      { resident: true },
      'Cư trú tại thị trấn: không (ở đây: có).',
      'Resident of the town: no (here: yes).',
    ],
    [
      not(someOf('papers', ['photo'])),
      {},
      'Giấy tờ không gồm ảnh (ở đây: chưa biết).',
      'Papers do not include photo (here: not known).',
    ],
    [
      atLeast(fact('joined'), literal('2024-01-01')),
      { joined: '2020-01-01' },
      'Ngày gia nhập không trước 01/01/2024 (ở đây: 01/01/2020).',
      'Day of joining is not before 2024-01-01 (here: 2020-01-01).',
    ],
  ])('%o of %o', (condition, given, vi, en) => {
    expect(scope(condition, given, 'vi')).toEqual([vi])
    expect(scope(condition, given, 'en')).toEqual([en])
  })

  test('of several parts names them', () => {
    expect(scope(any(is('resident'), atMost(fact('age'), literal(6))), { age: 9 }, 'vi')).toEqual([
      'Ít nhất một trong các điều kiện sau:',
      '  Cư trú tại thị trấn: có (ở đây: chưa biết).',
      '  Tuổi không quá 6 (ở đây: 9).',
    ])
  })
})

describe('a condition of several parts', () => {
  const condition = all(is('resident'), any(is('card', 'child'), atLeast(fact('age'), literal(18))))

  test('has its parts below it', () => {
    expect(lines(condition, { resident: true, card: 'adult' }, 'vi')).toEqual([
      'unknown Phải đáp ứng tất cả các điều kiện sau:',
      '  held Cư trú tại thị trấn: có (yêu cầu: có).',
      '  unknown Phải đáp ứng ít nhất một trong các điều kiện sau:',
      '    failed Loại thẻ: người lớn; phải là thiếu nhi.',
      '    unknown Tuổi: chưa biết; không được dưới 18.',
    ])
    expect(lines(not(condition), { resident: true, card: 'child' }, 'en')).toEqual([
      'failed At least one of the following must hold:',
      '  failed Resident of the town: yes (required: no).',
      '  failed All of the following must hold:',
      '    failed Kind of card: child; must not be child.',
      '    unknown Age: not known; must be below 18.',
    ])
  })

  test('of one part is that part, unless it has a title of its own', () => {
    const title = { vi: 'Người đọc', en: 'A reader' }
    expect(lines(all(is('resident')), {}, 'en')).toHaveLength(1)
    expect(lines(titled(title, all(is('resident'))), {}, 'en')).toEqual([
      'unknown A reader:',
      '  unknown Resident of the town: not known (required: yes).',
    ])
  })

  test('takes up the parts of a part of its kind, unless that has a title', () => {
    const inner = all(is('card', 'child'), atLeast(fact('age'), literal(6)))
    expect(lines(all(is('resident'), inner), {}, 'en')).toEqual([
      'unknown All of the following must hold:',
      '  unknown Resident of the town: not known (required: yes).',
      '  unknown Kind of card: not known; must be child.',
      '  unknown Age: not known; must be at least 6.',
    ])
    const named = titled({ vi: 'Trẻ em', en: 'A child' }, inner)
    expect(lines(all(is('resident'), named), {}, 'en')).toContain('  unknown A child:')
  })

  test('of no part says nothing', () => {
    expect(lines(all(), {}, 'en')).toEqual([])
  })
})

describe('a change as a sentence', () => {
  const changes = (condition: Condition, given: Facts, lang: 'vi' | 'en') =>
    on(library([requirement({ ...heading('r'), ...source, requires: condition })], [limit]))
      .decide('loan', given)
      .remedies.flatMap((remedy) => remedy.changes.map((change) => explainChange(change, facts, lang)))

  test.each<[Condition, Facts, string, string]>([
    [
      atLeast(fact('age'), param(limit)),
      { age: 5 },
      'Tuổi: hiện là 5; không được dưới 6 (tuổi tối thiểu).',
      'Age: now 5; must be at least 6 (least age).',
    ],
    [
      someOf('papers', ['form', 'id']),
      { papers: ['photo'] },
      'Giấy tờ: hiện là ảnh; cần là ảnh, đơn.',
      'Papers: now photo; must become photo, form.',
    ],
    [
      atLeast(fact('age'), match('card', { child: literal(6), adult: literal(18) })),
      { age: 5, card: 'child' },
      'Tuổi: hiện là 5; không được dưới 6.',
      'Age: now 5; must be at least 6.',
    ],
    [
      atLeast(literal<number>(3), fact('age')),
      { age: 5 },
      'Tuổi: hiện là 5; không được quá 3.',
      'Age: now 5; must be at most 3.',
    ],
    [
      equals(highest([fact('debt'), fact('fee')]), literal(9n)),
      { debt: 10n, fee: 9n },
      'Tiền nợ: hiện là 10 đồng; cần là 9 đồng. mức cao nhất của Tiền nợ; Phí: 10 đồng; phải là 9 đồng.',
      'Debt: now 10 đồng; must become 9 đồng. the highest of Debt; Fee: 10 đồng; must be 9 đồng.',
    ],
  ])('%o of %o', (condition, given, vi, en) => {
    expect(changes(condition, given, 'vi')).toEqual([vi])
    expect(changes(condition, given, 'en')).toEqual([en])
  })

  test('to one of several facts says what it must become, and why', () => {
    const whole = atLeast(sum([fact('debt'), fact('fee')]), literal(10n))
    expect(changes(whole, { debt: 3n, fee: 4n }, 'vi')).toEqual([
      'Tiền nợ: hiện là 3 đồng; không được dưới 6 đồng. Tiền nợ + Phí: 7 đồng; không được dưới 10 đồng.',
      'Phí: hiện là 4 đồng; không được dưới 7 đồng. Tiền nợ + Phí: 7 đồng; không được dưới 10 đồng.',
    ])
    expect(changes(whole, { debt: 3n }, 'en')).toEqual([])
    expect(changes(atMost(fact('debt'), fact('fee')), { debt: 3n, fee: 2n }, 'en')).toEqual([
      'Debt: now 3 đồng; must be at most 2 đồng (Fee).',
      'Fee: now 2 đồng; must be at least 3 đồng. Debt: 3 đồng; must be at most 2 đồng (Fee).',
    ])
  })

  test('to a limit that hangs on another fact says the limit, or how far to go where that has to change, too', () => {
    const most = match('card', { child: literal(2n), adult: literal(9n) })
    const rules = [atMost(fact('debt'), most), is('card', 'child')].map((requires, i) =>
      requirement({ ...heading(`r${i}`), ...source, requires }),
    )
    const said = (law: typeof rules, given: Facts) =>
      on(library(law))
        .decide('loan', given)
        .remedies.map(({ changes }) => changes.map((change) => explainChange(change, facts, 'vi')))
    expect(said(rules.slice(0, 1), { card: 'adult', debt: 20n })).toEqual([
      ['Tiền nợ: hiện là 20 đồng; không được quá 9 đồng.'],
    ])
    expect(said(rules, { card: 'adult', debt: 20n })).toEqual([
      ['Loại thẻ: hiện là người lớn; phải là thiếu nhi.', 'Tiền nợ: hiện là 20 đồng; không được quá 2 đồng.'],
    ])
  })

  test('left open says the condition', () => {
    const half = times(literal(percent(50n)), fact('debt'), literal('down'))
    const both = all(equals(sum([fact('debt'), fact('fee')]), literal(10n)), equals(half, fact('fee')))
    expect(changes(both, { debt: 4n, fee: 2n }, 'vi')).toEqual(['Cần: Tiền nợ + Phí: 6 đồng; phải là 10 đồng.'])
    expect(changes(both, { debt: 4n, fee: 2n }, 'en')).toEqual(['Needed: Debt + Fee: 6 đồng; must be 10 đồng.'])
  })

  test('that must make a condition of several facts fail says what the fact must become', () => {
    const applies = moreThan(sum([fact('debt'), fact('fee')]), literal(10n))
    const scoped = requirement({ ...heading('r'), ...source, applies, requires: any() })
    const { remedies } = on(library([scoped])).decide('loan', { debt: 9n, fee: 4n })
    expect(remedies.flatMap((r) => r.changes.map((c) => explainChange(c, facts, 'en')))).toEqual([
      'Debt: now 9 đồng; must be at most 6 đồng.',
      'Fee: now 4 đồng; must be at most 1 đồng.',
    ])
  })

  test('to a fact that mattered only by another change says what it must become', () => {
    const debt = match('card', { child: fact('debt'), adult: fact('fee') })
    const rules = [is('card', 'child'), atMost(debt, literal(5n))].map((requires, i) =>
      requirement({ ...heading(`r${i}`), ...source, requires }),
    )
    const { remedies } = on(library(rules)).decide('loan', { card: 'adult', debt: 9n, fee: 4n })
    expect(remedies.map((r) => r.changes.map((c) => explainChange(c, facts, 'en')))).toEqual([
      ['Kind of card: now adult; must be child.', 'Debt: must become 5 đồng.'],
    ])
  })

  test('that must end a scope says what the fact must become', () => {
    const scoped = requirement({ ...heading('r'), ...source, applies: is('card', 'adult'), requires: any() })
    const { remedies } = on(library([scoped])).decide('loan', { card: 'adult' })
    expect(remedies.flatMap((r) => r.changes.map((c) => explainChange(c, facts, 'en')))).toEqual([
      'Kind of card: now adult; must become child.',
    ])
  })
})

describe('a calculation', () => {
  const steps = (amount: Expression<bigint>, given: Facts, lang: 'vi' | 'en') => {
    const rule = amountRule({ ...heading('fee'), per: heading('card').title, versions: [{ ...source, amount }] })
    const found = on(library([], [cap], [rule])).amount('fee', given)?.trace
    return found && calculation(found, facts).map((s) => `${s.name ?? s.op}: ${s.title[lang]}: ${s.text[lang]}`)
  }
  const share = named('rate', { vi: 'Phần', en: 'Share' }, times(literal(percent(50n)), fact('debt'), literal('down')))

  test('is read from its first term to its result', () => {
    const amount = named(
      'fee',
      { vi: 'Phí', en: 'Fee' },
      lowest([share, named('cap', { vi: 'Trần', en: 'Cap' }, param(cap))]),
    )
    expect(steps(amount, { debt: 700_001n }, 'vi')).toEqual([
      'fact: Tiền nợ: 700.001 đồng',
      'rate: Phần: 50% × 700.001 đồng (làm tròn xuống) = 350.000 đồng',
      'cap: mức trần: 300.000 đồng',
      'fee: Phí: mức thấp nhất của 350.000 đồng; 300.000 đồng = 300.000 đồng',
    ])
    expect(steps(amount, {}, 'en')).toEqual([
      'fact: Debt: not known',
      'rate: Share: 50% × not known (rounded down) = not known',
      'cap: cap: 300,000 đồng',
      'fee: Fee: the lowest of not known; 300,000 đồng = not known, at most 300,000 đồng',
    ])
  })

  test('carries the article and the trust of each value of the law', () => {
    const found = on(
      library(
        [],
        [cap],
        [amountRule({ ...heading('fee'), per: heading('card').title, versions: [{ ...source, amount: param(cap) }] })],
      ),
    ).amount('fee', {})?.trace
    expect(found && calculation(found, facts)).toMatchObject([
      { op: 'parameter', parameter: 'cap', value: 300_000n, cites: source.cites, trust: 'inferred', fact: undefined },
    ])
  })

  test('of a case is that of its branch; with the choice unknown, the choice is what to know', () => {
    const amount = match('card', { child: param(cap), adult: sum([fact('debt'), param(cap)]) })
    expect(steps(amount, { card: 'adult', debt: 5n }, 'en')).toEqual([
      'fact: Debt: 5 đồng',
      'parameter: cap: 300,000 đồng',
      'sum: Debt + cap: 5 đồng + 300,000 đồng = 300,005 đồng',
    ])
    expect(steps(amount, { debt: 5n }, 'en')).toEqual(['fact: Kind of card: not known'])
    expect(steps(highest([fact('debt'), param(cap)]), { debt: 5n }, 'vi')?.at(-1)).toBe(
      'max: mức cao nhất của Tiền nợ; mức trần: mức cao nhất của 5 đồng; 300.000 đồng = 300.000 đồng',
    )
  })

  test('of a product between others keeps its terms, but not how it is rounded', () => {
    expect(steps(sum([share, literal(5n)]), { debt: 10n }, 'en')).toEqual([
      'fact: Debt: 10 đồng',
      'rate: Share: 50% × 10 đồng (rounded down) = 5 đồng',
      'sum: Share + 5 đồng: 5 đồng + 5 đồng = 10 đồng',
    ])
  })

  test('names a product that has no title by its terms', () => {
    const half = times(literal(percent(50n)), fact('debt'), literal('up'))
    expect(steps(half, { debt: 3n }, 'en')?.at(-1)).toBe('times: 50% × Debt: 50% × 3 đồng (rounded up) = 2 đồng')
  })

  test('of an unknown choice whose cases agree is that of a case', () => {
    expect(steps(match('card', { child: param(cap), adult: literal(300_000n) }), {}, 'en')).toEqual([
      'parameter: cap: 300,000 đồng',
    ])
  })

  test('names the fact or the parameter of a step, and no other', () => {
    const amount = lowest([fact('debt'), param(cap)])
    const rule = amountRule({ ...heading('fee'), per: heading('card').title, versions: [{ ...source, amount }] })
    const found = on(library([], [cap], [rule])).amount('fee', { debt: 5n })?.trace
    const of = ({ op, parameter, fact, cites, trust }: ReturnType<typeof calculation>[number]) => [
      op,
      fact,
      parameter,
      cites,
      trust,
    ]
    expect(found && calculation(found, facts).map(of)).toEqual([
      ['fact', 'debt', undefined, undefined, undefined],
      ['parameter', undefined, 'cap', source.cites, 'inferred'],
      ['min', undefined, undefined, undefined, undefined],
    ])
  })
})

describe('what a reader does not have to know', () => {
  test('a fact that the dictionary does not have is called by its name', () => {
    expect(explain(trace(is('resident'), {}), {}, 'en').map(({ text }) => text)).toEqual([
      'resident: not known (required: yes).',
    ])
  })

  test('that something is at least nothing is not said; that it is at least something is', () => {
    const seen = (condition: Condition) => lines(condition, {}, 'en')
    expect(seen(atLeast(sum([fact('age'), literal(0)]), literal(3)))).toEqual([
      'unknown Age + 0: not known; must be at least 3.',
    ])
    expect(seen(atLeast(sum([fact('age'), literal(2)]), literal(3)))).toEqual([
      'unknown Age + 2: not known, at least 2; must be at least 3.',
    ])
  })

  test('a limit that is not known is said to be so, with its name', () => {
    expect(lines(atLeast(fact('debt'), sum([fact('debt'), literal(1n)])), {}, 'en')).toEqual([
      'unknown Debt: not known; must be at least Debt + 1 đồng (not known).',
    ])
  })
})
