import { describe, expect, test } from 'vitest'
import { all, any, atLeast, atMost, not } from './condition.js'
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
      title: { vi: 'đủ sáu tuổi', en: 'six years begun' },
      readings: [{ value: 8, title: { vi: 'tròn tám tuổi', en: 'eight full years' } }],
    },
  ],
})
/** Open, and no words say what its number stands for. */
const oldEnough = parameter({
  id: 'old-enough',
  title: { vi: 'tuổi gia hạn', en: 'age of renewal' },
  unit: 'years',
  timeline: [{ ...source, value: 18, readings: [{ value: 21, title: { vi: 'hai mốt', en: 'twenty-one' } }] }],
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
    requirement({
      id: 'renewal',
      group: 'reader',
      title: { vi: 'Gia hạn', en: 'Renewal' },
      ...source,
      subjects: ['renewal'],
      applies: all(is('resident'), not(atLeast(fact('joined'), literal('2024-01-01')))),
      requires: atLeast(fact('age'), param(oldEnough)),
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
  [leastAge, oldEnough, share, none, cardsOfAdults],
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
          "  Resident of the town: yes (required: yes).",
          "  Note: Guests count.",
          "Old enough: does not apply (Article 1, Decree 1).",
          "  Applies only where: Kind of card is child (here: adult).",
        ],
        "vi": [
          "card: đạt (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: đạt (Điều 1 Decree 1).",
          "  Cư trú tại thị trấn: có (yêu cầu: có).",
          "  Ghi chú: Kể cả tạm trú.",
          "Đủ tuổi: không áp dụng (Điều 1 Decree 1).",
          "  Chỉ áp dụng khi: Loại thẻ là thiếu nhi (ở đây: người lớn).",
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
          "  Resident of the town: no (required: yes).",
          "  Note: Guests count.",
          "Old enough: does not apply (Article 1, Decree 1).",
          "  Applies only where: Kind of card is child (here: adult).",
          "No debt: not met (Article 1, Decree 1).",
          "  At least one of the following must hold:",
          "    Debt: 5 đồng; must be at most 0 đồng.",
          "    Resident of the town: no (required: yes).",
          "What would have to change, way 1:",
          "  Kind of card: now adult; must be child.",
          "  Debt: now 5 đồng; must be at most 0 đồng.",
          "What would have to change, way 2 (not in the applicant's hand):",
          "  Resident of the town: now no; required: yes.",
        ],
        "vi": [
          "loan: không đạt (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: không đạt (Điều 1 Decree 1).",
          "  Cư trú tại thị trấn: không (yêu cầu: có).",
          "  Ghi chú: Kể cả tạm trú.",
          "Đủ tuổi: không áp dụng (Điều 1 Decree 1).",
          "  Chỉ áp dụng khi: Loại thẻ là thiếu nhi (ở đây: người lớn).",
          "Không nợ: không đạt (Điều 1 Decree 1).",
          "  Phải đáp ứng ít nhất một trong các điều kiện sau:",
          "    Tiền nợ: 5 đồng; không được quá 0 đồng.",
          "    Cư trú tại thị trấn: không (yêu cầu: có).",
          "Cần thay đổi để đạt, cách 1:",
          "  Loại thẻ: hiện là người lớn; phải là thiếu nhi.",
          "  Tiền nợ: hiện là 5 đồng; không được quá 0 đồng.",
          "Cần thay đổi để đạt, cách 2 (người đề nghị không tự thay đổi được):",
          "  Cư trú tại thị trấn: hiện là không; yêu cầu: có.",
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
          "  Resident of the town: not known (required: yes).",
          "  Note: Guests count.",
          "Old enough: does not apply (Article 1, Decree 1).",
          "  Applies only where: Kind of card is child (here: adult).",
          "No debt: cannot be decided yet (Article 1, Decree 1).",
          "  At least one of the following must hold:",
          "    Debt: not known; must be at most 0 đồng.",
          "    Resident of the town: not known (required: yes).",
          "Still to be known: Do you live in the town?",
          "Still to be known: How much do you owe?",
        ],
        "vi": [
          "loan: chưa kết luận được (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: chưa kết luận được (Điều 1 Decree 1).",
          "  Cư trú tại thị trấn: chưa biết (yêu cầu: có).",
          "  Ghi chú: Kể cả tạm trú.",
          "Đủ tuổi: không áp dụng (Điều 1 Decree 1).",
          "  Chỉ áp dụng khi: Loại thẻ là thiếu nhi (ở đây: người lớn).",
          "Không nợ: chưa kết luận được (Điều 1 Decree 1).",
          "  Phải đáp ứng ít nhất một trong các điều kiện sau:",
          "    Tiền nợ: chưa biết; không được quá 0 đồng.",
          "    Cư trú tại thị trấn: chưa biết (yêu cầu: có).",
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
          "People of the town: exempt (exception: Students, students; Article 1, Decree 3).",
          "  The exception applies where: Kind of card is child (here: child).",
          "Old enough: met (Article 1, Decree 1).",
          "  Age: 7; must be at least 6 (least age).",
          "A special rule differs from the general one: People of the town (not met); Students (exempt); the special rule prevails.",
          "The law is open: least age; taken as six years begun.",
          "  under the reading "eight full years": not met.",
          "Rests on what was not read in the document itself:",
          "  least age: assumed, not verified (Article 1, Decree 1). No text was found.",
        ],
        "vi": [
          "card: đạt (theo library 1, ngày 01/01/2024).",
          "Người của thị trấn: được miễn (ngoại lệ: Học sinh, students; Điều 1 Decree 3).",
          "  Ngoại lệ áp dụng khi: Loại thẻ là thiếu nhi (ở đây: thiếu nhi).",
          "Đủ tuổi: đạt (Điều 1 Decree 1).",
          "  Tuổi: 7; không được dưới 6 (tuổi tối thiểu).",
          "Quy định riêng khác quy định chung: Người của thị trấn (không đạt); Học sinh (được miễn); ưu tiên áp dụng quy định riêng.",
          "Luật chưa rõ: tuổi tối thiểu; đang hiểu là đủ sáu tuổi.",
          "  nếu hiểu là "tròn tám tuổi": không đạt.",
          "Dựa trên nội dung chưa đọc được trong văn bản gốc:",
          "  tuổi tối thiểu: giả định, chưa kiểm chứng (Điều 1 Decree 1). Chưa có văn bản.",
        ],
      }
    `)
  })
})

describe('a rule whose application hangs on several things', () => {
  test('says so where it does not apply, and not as a demand', () => {
    expect(decided('renewal', { resident: false, card: 'adult' }).vi.slice(6, 10)).toMatchInlineSnapshot(`
      [
        "Gia hạn: không áp dụng (Điều 1 Decree 1).",
        "  Chỉ áp dụng khi:",
        "    Cư trú tại thị trấn: có (ở đây: không).",
        "    Ngày gia nhập trước 01/01/2024 (ở đây: chưa biết).",
      ]
    `)
  })

  test('or where that is not known yet, with what it would demand', () => {
    expect(decided('renewal', { resident: true, card: 'adult' }).en).toMatchInlineSnapshot(`
      [
        "renewal: cannot be decided yet (under library 1 on 2024-01-01).",
        "People of the town: met (Article 1, Decree 1).",
        "  Resident of the town: yes (required: yes).",
        "  Note: Guests count.",
        "Old enough: does not apply (Article 1, Decree 1).",
        "  Applies only where: Kind of card is child (here: adult).",
        "Renewal: cannot be decided yet (Article 1, Decree 1).",
        "  Applies only where:",
        "    Resident of the town: yes (here: yes).",
        "    Day of joining is before 2024-01-01 (here: not known).",
        "  Age: not known; must be at least 18 (age of renewal).",
        "Still to be known: How old are you?",
        "Still to be known: When did you join?",
      ]
    `)
  })
})

test('a number that no words stand for is left out', () => {
  const lines = decided('renewal', { resident: true, joined: '2020-01-01', card: 'adult', age: 18 })
  expect([lines.vi, lines.en].map((of) => of.slice(-2))).toMatchInlineSnapshot(`
    [
      [
        "Luật chưa rõ: tuổi gia hạn.",
        "  nếu hiểu là "hai mốt": không đạt.",
      ],
      [
        "The law is open: age of renewal.",
        "  under the reading "twenty-one": not met.",
      ],
    ]
  `)
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
          "Rests on what was not read in the document itself:",
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
          "Dựa trên nội dung chưa đọc được trong văn bản gốc:",
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
          "Rests on what was not read in the document itself:",
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
          "Dựa trên nội dung chưa đọc được trong văn bản gốc:",
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
      "A special rule differs from the general one: gone (met); away (not met); the special rule prevails.",
    ]
  `)
})
