import { conditionWords, type Trust, type Unit } from '@khuyencong/rules'

/** What follows a number, for one and for more. A unit without a word is named by the title of the value. */
type Units = Readonly<Partial<Record<Unit, readonly [one: string, more: string]>>>

/** How the law is put into words where no case is at hand; for a case, the kernel's `explain` does. */
export const words = {
  vi: {
    ...conditionWords.vi,
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
    ...conditionWords.en,
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
