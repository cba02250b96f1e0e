import type { Relation, Trust } from '@khuyencong/rules'

type Relations = Readonly<Record<Relation, string>>

/** How the law is put into words where no case is at hand; for a case, the kernel's `explain` does. */
export const words = {
  vi: {
    relation: {
      '=': 'là',
      '≠': 'không phải là',
      '<': 'dưới',
      '≤': 'không quá',
      '>': 'trên',
      '≥': 'ít nhất',
    } as Relations,
    day: { '=': 'là', '≠': 'khác', '<': 'trước', '≤': 'không sau', '>': 'sau', '≥': 'không trước' } as Relations,
    'one-of': ['là một trong', 'không phải là'],
    'some-of': ['có ít nhất một trong', 'không có'],
    'all-of': ['có đủ', 'không có đủ'],
    all: 'Tất cả các điều kiện sau',
    any: 'Ít nhất một trong các điều kiện sau',
    nothing: 'Không yêu cầu gì',
    never: 'Không trường hợp nào',
    yes: 'có',
    no: 'không',
    min: 'mức thấp nhất trong các mức sau',
    max: 'mức cao nhất trong các mức sau',
    by: 'theo',
    plusYears: 'cộng',
    yearsMore: 'năm',
    endOf: 'ngày 31/12 của',
    unit: { persons: ' người', years: ' năm' },
    roundedBy: 'làm tròn theo',
    and: 'và',
  },
  en: {
    relation: {
      '=': 'is',
      '≠': 'is not',
      '<': 'is below',
      '≤': 'is at most',
      '>': 'is above',
      '≥': 'is at least',
    } as Relations,
    day: {
      '=': 'is',
      '≠': 'is not',
      '<': 'is before',
      '≤': 'is not after',
      '>': 'is after',
      '≥': 'is not before',
    } as Relations,
    'one-of': ['is one of', 'is not'],
    'some-of': ['includes at least one of', 'includes none of'],
    'all-of': ['includes all of', 'does not include all of'],
    all: 'All of the following',
    any: 'At least one of the following',
    nothing: 'Nothing is required',
    never: 'In no case',
    yes: 'yes',
    no: 'no',
    min: 'the lowest of the following',
    max: 'the highest of the following',
    by: 'by',
    plusYears: 'plus',
    yearsMore: 'years',
    endOf: '31 December of',
    unit: { persons: ' persons', years: ' years' },
    roundedBy: 'rounded by',
    and: 'and',
  },
} as const

/** A sign for how a rule or value is known, for tables. */
export const trustSign: Readonly<Record<Trust, string>> = { text: '●', secondary: '◐', inferred: '○', assumed: '△' }
