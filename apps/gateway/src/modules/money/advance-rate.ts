import type { AdvanceLimit, DecidedShare } from '@khuyencong/budget'
import { ratio, type Citation } from '@khuyencong/rules'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'

/** Another rate for the first advance of one project, by decision of the fund's manager (TT 36/2013 Điều 16). */
export interface AdvanceRate {
  /** Number of the decision. */
  readonly document: string
  /** ISO day of the decision. */
  readonly on: string
  /** Share of the award in percent, e.g. `60` or `62.5`. */
  readonly percent: string
  /** Who decided; absent while not known: the law asks for it. */
  readonly by?: DecidedShare['by'] | null
}

const percentForm = /^(\d{1,3})(?:\.(\d{1,4}))?$/

/**
 * A rate as the law is asked with it.
 *
 * @param on the day of the request
 * @throws Refusal `rate-percent`, `rate-document`, `rate-later`
 */
export function decidedShare({ document, on: decidedOn, percent, by }: AdvanceRate, on: string): DecidedShare {
  const parts = percentForm.test(percent) ? percentForm.exec(plainPercent(percent)) : null
  const [, whole = '', decimals = ''] = parts ?? []
  const denominator = 100n * 10n ** BigInt(decimals.length)
  const numerator = BigInt(`${whole}${decimals}`)
  const problems = [
    ...(parts === null || numerator === 0n || numerator > denominator ? [percentWrong] : []),
    ...(document.trim() === '' ? [documentWrong] : []),
    ...(decidedOn > on ? [later] : []),
  ]
  if (problems.length > 0) throw new Refusal(problems)
  return {
    share: ratio(numerator, denominator),
    source: { document: document.trim() },
    ...(by == null ? {} : { by }),
  }
}

/** A percentage as it is kept: without zeros at its end. */
const plainPercent = (percent: string): string => (percent.includes('.') ? percent.replace(/\.?0+$/, '') : percent)

/** A decision that has no say in the answer is not kept beside it. */
export const unusedRate = ({ unusedDecision }: AdvanceLimit): readonly InputProblem[] =>
  unusedDecision === undefined ? [] : [unused]

const otherRates: Citation = { document: 'TT 36/2013/TT-BCT', article: '16' }

const percentWrong = problem(
  'rate-percent',
  'rate.percent',
  { vi: 'Mức tạm ứng phải trên 0% và không quá 100%.', en: 'The rate must be above 0% and at most 100%.' },
  { vi: 'số phần trăm, ví dụ 60 hoặc 62.5', en: 'a percentage such as 60 or 62.5, with 4 decimals at most' },
)

const documentWrong = problem(
  'rate-document',
  'rate.document',
  { vi: 'Thiếu số quyết định về mức tạm ứng.', en: 'The decision on the rate has no number.' },
  { vi: 'số quyết định của cơ quan quản lý kinh phí', en: "number of the fund manager's decision" },
  otherRates,
)

const later = problem(
  'rate-later',
  'rate.on',
  { vi: 'Ngày quyết định mức tạm ứng sau ngày đề nghị.', en: 'The rate was decided after the request.' },
  { vi: 'ngày quyết định không sau ngày đề nghị', en: 'a day not after that of the request' },
)

const unused = problem(
  'rate-not-used',
  'rate',
  {
    vi: 'Mức tạm ứng khác chỉ áp dụng cho lần tạm ứng đầu của nội dung mà Điều 13 nêu mức.',
    en: 'Another rate is for the first advance of a content for which Article 13 sets one.',
  },
  { vi: 'bỏ quyết định về mức tạm ứng', en: 'no decision on the rate' },
  otherRates,
)
