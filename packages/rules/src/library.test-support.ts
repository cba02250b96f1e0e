import { bind } from './bind.js'
import type { BoundLaw } from './bind-law.js'
import { defineFacts } from './facts.js'
import type { IsoDate } from './iso-date.js'
import { byId, type AmountRule, type Law, type Rule } from './rule.js'
import type { Parameter } from './parameter.js'
import { vocabulary } from './vocabulary.js'

/** An invented town library, to write examples with. */
export const facts = defineFacts({
  resident: {
    kind: 'flag',
    group: 'reader',
    mutability: 'fixed',
    title: { vi: 'Cư trú tại thị trấn', en: 'Resident of the town' },
    question: { vi: 'Có cư trú tại thị trấn?', en: 'Do you live in the town?' },
  },
  card: {
    kind: 'choice',
    group: 'reader',
    mutability: 'changeable',
    title: { vi: 'Loại thẻ', en: 'Kind of card' },
    question: { vi: 'Đề nghị loại thẻ nào?', en: 'Which card do you want?' },
    values: { child: { vi: 'thiếu nhi', en: 'child' }, adult: { vi: 'người lớn', en: 'adult' } },
  },
  age: {
    kind: 'count',
    group: 'reader',
    mutability: 'fixed',
    title: { vi: 'Tuổi', en: 'Age' },
    question: { vi: 'Bao nhiêu tuổi?', en: 'How old are you?' },
  },
  papers: {
    kind: 'choices',
    group: 'papers',
    mutability: 'changeable',
    title: { vi: 'Giấy tờ', en: 'Papers' },
    question: { vi: 'Có giấy tờ nào?', en: 'Which papers do you have?' },
    values: { form: { vi: 'đơn', en: 'form' }, photo: { vi: 'ảnh', en: 'photo' }, id: { vi: 'căn cước', en: 'id' } },
  },
  debt: {
    kind: 'money',
    group: 'reader',
    mutability: 'changeable',
    title: { vi: 'Tiền nợ', en: 'Debt' },
    question: { vi: 'Còn nợ bao nhiêu?', en: 'How much do you owe?' },
  },
  joined: {
    kind: 'date',
    group: 'reader',
    mutability: 'fixed',
    title: { vi: 'Ngày gia nhập', en: 'Day of joining' },
    question: { vi: 'Gia nhập ngày nào?', en: 'When did you join?' },
  },
  year: {
    kind: 'year',
    group: 'reader',
    mutability: 'changeable',
    title: { vi: 'Năm', en: 'Year' },
    question: { vi: 'Cho năm nào?', en: 'For which year?' },
  },
  fee: {
    kind: 'money',
    group: 'reader',
    mutability: 'changeable',
    title: { vi: 'Phí', en: 'Fee' },
    question: { vi: 'Trả phí bao nhiêu?', en: 'What fee do you pay?' },
  },
})
export const { fact, is, isNot, oneOf, someOf, allOf, match } = vocabulary<typeof facts>()

export const source = {
  from: '2020-01-01',
  cites: [{ document: 'Decree 1', article: '1' }],
  trust: 'text',
} as const

export const heading = <const Id extends string>(id: Id) => ({ id, group: 'reader', title: { vi: id, en: id } })

export const library = (
  rules: readonly Rule[],
  parameters: readonly Parameter[] = [],
  amounts: readonly AmountRule[] = [],
): Law => ({ facts, rules: byId(rules), parameters: byId(parameters), amounts: byId(amounts) })

export const on = (law: Law, asOf: IsoDate = '2024-01-01'): BoundLaw =>
  bind(law, { pack: 'library', version: '1', asOf })
