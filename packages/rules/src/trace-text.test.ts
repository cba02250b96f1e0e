import { describe, expect, test } from 'vitest'
import { any, atLeast, atMost } from './condition.js'
import type { Decision } from './decision.js'
import { literal, lowest, named, param, times } from './expression.js'
import type { Facts } from './facts.js'
import type { IsoDate } from './iso-date.js'
import { traceDocument } from './json.js'
import { fact, is, library, match, on, oneOf, source } from './library.test-support.js'
import { parameter } from './parameter.js'
import { percent } from './ratio.js'
import { amountRule, exception, requirement } from './rule.js'
import { traceText } from './trace-text.js'

const leastAge = parameter({
  id: 'least-age',
  title: { vi: 'tuổi tối thiểu', en: 'least age' },
  unit: 'persons',
  timeline: [
    {
      ...source,
      trust: 'assumed',
      note: { vi: 'Chưa có văn bản.', en: 'No text was found.' },
      value: 6,
      readings: [{ value: 8, title: { vi: 'tròn tám tuổi', en: 'eight full years' } }],
    },
  ],
})
const share = parameter({
  id: 'share',
  title: { vi: 'tỷ lệ', en: 'share' },
  unit: 'ratio',
  timeline: [
    {
      ...source,
      cites: [
        { document: 'Decree 1', article: '4', clause: '2' },
        { document: 'Decree 2', article: '7' },
      ],
      trust: 'secondary',
      value: percent(50n),
      readings: [{ value: percent(40n), title: { vi: 'bốn phần mười', en: 'four tenths' } }],
    },
  ],
})
const none = parameter({
  id: 'none',
  title: { vi: 'tỷ lệ quà', en: 'share of gifts' },
  unit: 'ratio',
  timeline: [
    {
      ...source,
      value: percent(0n),
      readings: [{ value: percent(1n), title: { vi: 'một phần trăm', en: 'one percent' } }],
    },
  ],
})
const cardsOfAdults = parameter({
  id: 'adult-fee',
  title: { vi: 'mức người lớn', en: 'fee of adults' },
  unit: 'dong',
  timeline: [{ ...source, from: '2025-01-01', value: 90_000n }],
})

const law = library(
  [
    requirement({
      id: 'residence',
      group: 'reader',
      title: { vi: 'Người của thị trấn', en: 'People of the town' },
      ...source,
      note: { vi: 'Kể cả tạm trú.', en: 'Guests count.' },
      requires: is('resident'),
    }),
    requirement({
      id: 'age',
      group: 'reader',
      title: { vi: 'Đủ tuổi', en: 'Old enough' },
      ...source,
      applies: oneOf('card', ['child']),
      requires: atLeast(fact('age'), param(leastAge)),
    }),
    requirement({
      id: 'debt',
      group: 'reader',
      title: { vi: 'Không nợ', en: 'No debt' },
      ...source,
      subjects: ['loan'],
      requires: any(atMost(fact('debt'), literal(0n)), is('resident')),
    }),
    exception({
      id: 'students',
      group: 'reader',
      title: { vi: 'Học sinh', en: 'Students' },
      exceptionTo: ['residence'],
      ...source,
      cites: [{ document: 'Decree 3', article: '1' }],
      applies: oneOf('card', ['child']),
    }),
  ],
  [leastAge, share, none, cardsOfAdults],
  [
    amountRule({
      id: 'fee',
      title: { vi: 'Phí', en: 'Fee' },
      per: { vi: 'một thẻ', en: 'one card' },
      versions: [
        {
          ...source,
          trust: 'inferred',
          amount: lowest([
            named('share', { vi: 'Phần', en: 'Share' }, times(param(share), fact('debt'), literal('down'))),
            named('cap', { vi: 'Trần', en: 'Cap' }, literal(9000n)),
          ]),
        },
      ],
    }),
    amountRule({
      id: 'gift',
      title: { vi: 'Quà', en: 'Gift' },
      per: { vi: 'một thẻ', en: 'one card' },
      versions: [{ ...source, amount: times(param(none), fact('debt'), literal('down')) }],
    }),
    amountRule({
      id: 'late',
      title: { vi: 'Phạt', en: 'Fine' },
      per: { vi: 'một ngày', en: 'one day' },
      versions: [
        { ...source, from: '2024-01-01', amount: match('card', { child: literal(1n), adult: param(cardsOfAdults) }) },
      ],
      without: [
        {
          from: '2000-01-01',
          to: '2023-12-31',
          text: { vi: 'Chưa có mức. Cần nghị quyết.', en: 'No level yet. A resolution is needed.' },
          cites: [{ document: 'Decree 5', article: '3' }],
        },
      ],
    }),
  ],
)

const decided = (subject: string, given: Facts, day: IsoDate = '2024-01-01') => {
  const bound = on({ ...law, subjects: ['card'] }, day)
  const document = traceDocument(bound, given, bound.decide(subject, given))
  return { vi: traceText(document, 'vi').split('\n'), en: traceText(document, 'en').split('\n') }
}
const computed = (id: string, given: Facts, day: IsoDate = '2024-01-01') => {
  const bound = on(law, day)
  const amount = bound.amount(id, given)
  if (!amount) throw new Error(`no ${id}`)
  const document = traceDocument(bound, given, amount)
  return { vi: traceText(document, 'vi').split('\n'), en: traceText(document, 'en').split('\n') }
}

describe('a decision', () => {
  test('that is met: each rule with its article and what was seen; a rule that does not apply by what it is asked for', () => {
    expect(decided('card', { resident: true, card: 'adult' })).toMatchInlineSnapshot(`
      {
        "en": [
          "card: met (under library 1 on 2024-01-01).",
          "People of the town: met (Article 1, Decree 1).",
          "  Resident of the town: yes; must be yes.",
          "  Note: Guests count.",
          "Old enough: does not apply (Article 1, Decree 1).",
          "  Kind of card: adult; must be one of: child.",
        ],
        "vi": [
          "card: đạt (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: đạt (Điều 1 Decree 1).",
          "  Cư trú tại thị trấn: có; phải là có.",
          "  Ghi chú: Kể cả tạm trú.",
          "Đủ tuổi: không áp dụng (Điều 1 Decree 1).",
          "  Loại thẻ: người lớn; phải là một trong: thiếu nhi.",
        ],
      }
    `)
  })

  test('that is a no: what would have to change, and what is not in the applicant’s hand', () => {
    expect(decided('loan', { resident: false, card: 'adult', debt: 5n })).toMatchInlineSnapshot(`
      {
        "en": [
          "loan: not met (under library 1 on 2024-01-01).",
          "People of the town: not met (Article 1, Decree 1).",
          "  Resident of the town: no; must be yes.",
          "  Note: Guests count.",
          "Old enough: does not apply (Article 1, Decree 1).",
          "  Kind of card: adult; must be one of: child.",
          "No debt: not met (Article 1, Decree 1).",
          "  At least one of the following must hold:",
          "    Debt: 5 đồng; must be at most 0 đồng.",
          "    Resident of the town: no; must be yes.",
          "What would have to change, way 1:",
          "  Kind of card: now adult; must be one of: child.",
          "  Debt: now 5 đồng; must be at most 0 đồng.",
          "What would have to change, way 2 (not in the applicant's hand):",
          "  Resident of the town: now no; must be yes.",
        ],
        "vi": [
          "loan: không đạt (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: không đạt (Điều 1 Decree 1).",
          "  Cư trú tại thị trấn: không; phải là có.",
          "  Ghi chú: Kể cả tạm trú.",
          "Đủ tuổi: không áp dụng (Điều 1 Decree 1).",
          "  Loại thẻ: người lớn; phải là một trong: thiếu nhi.",
          "Không nợ: không đạt (Điều 1 Decree 1).",
          "  Phải đạt ít nhất một điểm sau:",
          "    Tiền nợ: 5 đồng; không được quá 0 đồng.",
          "    Cư trú tại thị trấn: không; phải là có.",
          "Để đạt, cách 1:",
          "  Loại thẻ: hiện là người lớn; phải là một trong: thiếu nhi.",
          "  Tiền nợ: hiện là 5 đồng; không được quá 0 đồng.",
          "Để đạt, cách 2 (không tự thay đổi được):",
          "  Cư trú tại thị trấn: hiện là không; phải là có.",
        ],
      }
    `)
  })

  test('that is not known: what to ask', () => {
    expect(decided('loan', { card: 'adult' })).toMatchInlineSnapshot(`
      {
        "en": [
          "loan: cannot be decided yet (under library 1 on 2024-01-01).",
          "People of the town: cannot be decided yet (Article 1, Decree 1).",
          "  Resident of the town: not known; must be yes.",
          "  Note: Guests count.",
          "Old enough: does not apply (Article 1, Decree 1).",
          "  Kind of card: adult; must be one of: child.",
          "No debt: cannot be decided yet (Article 1, Decree 1).",
          "  At least one of the following must hold:",
          "    Debt: not known; must be at most 0 đồng.",
          "    Resident of the town: not known; must be yes.",
          "Still to be known: Do you live in the town?",
          "Still to be known: How much do you owe?",
        ],
        "vi": [
          "loan: chưa kết luận được (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: chưa kết luận được (Điều 1 Decree 1).",
          "  Cư trú tại thị trấn: chưa biết; phải là có.",
          "  Ghi chú: Kể cả tạm trú.",
          "Đủ tuổi: không áp dụng (Điều 1 Decree 1).",
          "  Loại thẻ: người lớn; phải là một trong: thiếu nhi.",
          "Không nợ: chưa kết luận được (Điều 1 Decree 1).",
          "  Phải đạt ít nhất một điểm sau:",
          "    Tiền nợ: chưa biết; không được quá 0 đồng.",
          "    Cư trú tại thị trấn: chưa biết; phải là có.",
          "Cần biết thêm: Có cư trú tại thị trấn?",
          "Cần biết thêm: Còn nợ bao nhiêu?",
        ],
      }
    `)
  })

  test('with an exception, a difference, an open point and what it rests on', () => {
    expect(decided('card', { resident: false, card: 'child', age: 7 })).toMatchInlineSnapshot(`
      {
        "en": [
          "card: met (under library 1 on 2024-01-01).",
          "People of the town: met (Article 1, Decree 3).",
          "  exception taken: Students.",
          "  Kind of card: child; must be one of: child.",
          "Old enough: met (Article 1, Decree 1).",
          "  Age: 7; must be at least 6 (least age).",
          "Two rules say different things: People of the town (not met); Students (met); the latter prevails.",
          "The law is open: least age; taken as 6.",
          "  under the reading "eight full years": not met.",
          "Rests on what was not read in the document:",
          "  least age: assumed, not verified (Article 1, Decree 1). No text was found.",
        ],
        "vi": [
          "card: đạt (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: đạt (Điều 1 Decree 3).",
          "  áp dụng ngoại lệ: Học sinh.",
          "  Loại thẻ: thiếu nhi; phải là một trong: thiếu nhi.",
          "Đủ tuổi: đạt (Điều 1 Decree 1).",
          "  Tuổi: 7; ít nhất là 6 (tuổi tối thiểu).",
          "Hai quy định nói khác nhau: Người của thị trấn (không đạt); Học sinh (đạt); áp dụng quy định sau.",
          "Luật chưa rõ: tuổi tối thiểu; đang hiểu là 6.",
          "  nếu hiểu là "tròn tám tuổi": không đạt.",
          "Dựa trên điều chưa đọc được trong văn bản:",
          "  tuổi tối thiểu: giả định, chưa kiểm chứng (Điều 1 Decree 1). Chưa có văn bản.",
        ],
      }
    `)
  })
})

describe('an amount', () => {
  test('that is known: steps, articles, open points, and what it rests on', () => {
    expect(computed('fee', { debt: 10_000n })).toMatchInlineSnapshot(`
      {
        "en": [
          "Ceiling, Fee, one card: 5,000 đồng (under library 1 on 2024-01-01).",
          "  share: 50% (clause 2, Article 4, Decree 1; Article 7, Decree 2).",
          "  Debt: 10,000 đồng.",
          "  Share: 50% × 10,000 đồng (rounded down) = 5,000 đồng.",
          "  the lowest of Share; 9,000 đồng: the lowest of 5,000 đồng; 9,000 đồng = 5,000 đồng.",
          "  Fee (Article 1, Decree 1).",
          "The law is open: share; taken as 50%.",
          "  under the reading "four tenths": 4,000 đồng.",
          "Rests on what was not read in the document:",
          "  Fee: inferred from the sources read (Article 1, Decree 1).",
          "  share: from a secondary source (clause 2, Article 4, Decree 1; Article 7, Decree 2).",
        ],
        "vi": [
          "Mức hỗ trợ tối đa, Phí, một thẻ: 5.000 đồng (theo library 1, ngày 01/01/2024).",
          "  tỷ lệ: 50% (khoản 2 Điều 4 Decree 1; Điều 7 Decree 2).",
          "  Tiền nợ: 10.000 đồng.",
          "  Phần: 50% × 10.000 đồng (làm tròn xuống) = 5.000 đồng.",
          "  mức thấp nhất của Phần; 9.000 đồng: mức thấp nhất của 5.000 đồng; 9.000 đồng = 5.000 đồng.",
          "  Phí (Điều 1 Decree 1).",
          "Luật chưa rõ: tỷ lệ; đang hiểu là 50%.",
          "  nếu hiểu là "bốn phần mười": 4.000 đồng.",
          "Dựa trên điều chưa đọc được trong văn bản:",
          "  Phí: suy ra từ các nguồn đã đọc (Điều 1 Decree 1).",
          "  tỷ lệ: theo nguồn thứ cấp (khoản 2 Điều 4 Decree 1; Điều 7 Decree 2).",
        ],
      }
    `)
  })

  test('that is not known, with its bound', () => {
    expect(computed('fee', {})).toMatchInlineSnapshot(`
      {
        "en": [
          "Ceiling, Fee, one card: not known, but no more than 9,000 đồng (under library 1 on 2024-01-01).",
          "  share: 50% (clause 2, Article 4, Decree 1; Article 7, Decree 2).",
          "  Debt: not known.",
          "  Share: 50% × not known (rounded down) = not known.",
          "  the lowest of Share; 9,000 đồng: the lowest of not known; 9,000 đồng = not known, at most 9,000 đồng.",
          "  Fee (Article 1, Decree 1).",
          "Still to be known: How much do you owe?",
          "Rests on what was not read in the document:",
          "  Fee: inferred from the sources read (Article 1, Decree 1).",
          "  share: from a secondary source (clause 2, Article 4, Decree 1; Article 7, Decree 2).",
        ],
        "vi": [
          "Mức hỗ trợ tối đa, Phí, một thẻ: chưa biết, nhưng không quá 9.000 đồng (theo library 1, ngày 01/01/2024).",
          "  tỷ lệ: 50% (khoản 2 Điều 4 Decree 1; Điều 7 Decree 2).",
          "  Tiền nợ: chưa biết.",
          "  Phần: 50% × chưa biết (làm tròn xuống) = chưa biết.",
          "  mức thấp nhất của Phần; 9.000 đồng: mức thấp nhất của chưa biết; 9.000 đồng = chưa biết, không quá 9.000 đồng.",
          "  Phí (Điều 1 Decree 1).",
          "Cần biết thêm: Còn nợ bao nhiêu?",
          "Dựa trên điều chưa đọc được trong văn bản:",
          "  Phí: suy ra từ các nguồn đã đọc (Điều 1 Decree 1).",
          "  tỷ lệ: theo nguồn thứ cấp (khoản 2 Điều 4 Decree 1; Điều 7 Decree 2).",
        ],
      }
    `)
  })

  test('that another reading would leave not known', () => {
    expect(computed('gift', {}).en).toMatchInlineSnapshot(`
      [
        "Ceiling, Gift, one card: 0 đồng (under library 1 on 2024-01-01).",
        "  share of gifts: 0% (Article 1, Decree 1).",
        "  Debt: not known.",
        "  share of gifts × Debt: 0% × not known (rounded down) = 0 đồng.",
        "  Gift (Article 1, Decree 1).",
        "The law is open: share of gifts; taken as 0%.",
        "  under the reading "one percent": not known.",
      ]
    `)
  })

  test('that is not known and has no bound', () => {
    expect(computed('late', {})).toMatchInlineSnapshot(`
      {
        "en": [
          "Ceiling, Fine, one day: not known (under library 1 on 2024-01-01).",
          "  Kind of card: not known.",
          "  Fine (Article 1, Decree 1).",
          "Still to be known: Which card do you want?",
        ],
        "vi": [
          "Mức hỗ trợ tối đa, Phạt, một ngày: chưa biết (theo library 1, ngày 01/01/2024).",
          "  Loại thẻ: chưa biết.",
          "  Phạt (Điều 1 Decree 1).",
          "Cần biết thêm: Đề nghị loại thẻ nào?",
        ],
      }
    `)
  })

  test('that the law does not have, with what would be needed', () => {
    expect(computed('late', {}, '2023-01-01')).toMatchInlineSnapshot(`
      {
        "en": [
          "Ceiling, Fine, one day: no level (under library 1 on 2023-01-01).",
          "  No level yet. A resolution is needed (Article 3, Decree 5).",
        ],
        "vi": [
          "Mức hỗ trợ tối đa, Phạt, một ngày: không có mức (theo library 1, ngày 01/01/2023).",
          "  Chưa có mức. Cần nghị quyết (Điều 3 Decree 5).",
        ],
      }
    `)
  })
})

test('a fact or rule that the document does not hold is called by its id', () => {
  const bound = on({ ...law, subjects: ['card'] })
  const decision = bound.decide('card', { resident: false, card: 'child' })
  const difference = {
    kind: 'difference',
    rule: 'gone',
    exception: 'away',
    generalVerdict: 'met',
    prevailingVerdict: 'unmet',
  } as const
  const bare: Decision = { ...decision, findings: [], notices: [difference], trust: { weakest: 'text', doubts: [] } }
  const document = { ...traceDocument(bound, {}, bare), facts: [] }
  expect(traceText(document, 'en').split('\n')).toMatchInlineSnapshot(`
    [
      "card: cannot be decided yet (under library 1 on 2024-01-01).",
      "Still to be known: age",
      "Two rules say different things: gone (met); away (not met); the latter prevails.",
    ]
  `)
})
