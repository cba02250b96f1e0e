import type { Relation, Trust, Unit } from '@khuyencong/rules'

type Relations = Readonly<Record<Relation, string>>

/** What follows a number, for one and for more. A unit without a word is named by the title of the value. */
type Units = Readonly<Partial<Record<Unit, readonly [one: string, more: string]>>>

/** How the law is put into words where no case is at hand; for a case, the kernel's `explain` does. */
export const words = {
  vi: {
    relation: {
      '=': 'là',
      '≠': 'không phải là',
      '<': 'dưới',
      '≤': 'không quá',
      '>': 'trên',
      '≥': 'không dưới',
    } as Relations,
    day: { '=': 'là', '≠': 'khác', '<': 'trước', '≤': 'không sau', '>': 'sau', '≥': 'không trước' } as Relations,
    'one-of': ['là một trong', 'không phải là'],
    'some-of': ['gồm ít nhất một trong', 'không gồm'],
    'all-of': ['gồm đủ', 'không gồm đủ'],
    has: ['gồm', 'không gồm'],
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
    unit: {
      persons: ['người', 'người'],
      years: ['năm', 'năm'],
      days: ['ngày', 'ngày'],
      'working-days': ['ngày làm việc', 'ngày làm việc'],
      points: ['điểm', 'điểm'],
    } as Units,
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
    // Of facts with several values, whose titles are plurals.
    'some-of': ['include at least one of', 'include none of'],
    'all-of': ['include all of', 'do not include all of'],
    has: ['include', 'do not include'],
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
    unit: {
      persons: ['person', 'persons'],
      years: ['year', 'years'],
      days: ['day', 'days'],
      'working-days': ['working day', 'working days'],
      points: ['point', 'points'],
    } as Units,
    roundedBy: 'rounded by',
    and: 'and',
  },
} as const

/** A sign for how a rule or value is known, for tables. */
export const trustSign: Readonly<Record<Trust, string>> = { text: '●', secondary: '◐', inferred: '○', assumed: '△' }
