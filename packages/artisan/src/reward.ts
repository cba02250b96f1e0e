import {
  formatDong,
  InputError,
  isRatio,
  type Amount,
  type Lang,
  type LawIdentity,
  type Ratio,
  type Text,
  type ValueTrace,
} from '@khuyencong/rules'
import type { TitleFacts } from './facts.js'
import { titleCode, type LawWithTitles } from './title-in-force.js'
import type { TitleCode } from './titles.js'

/** The money that comes with a title. */
export interface Reward extends Pick<Amount, 'status' | 'amount' | 'missing' | 'cites' | 'trust' | 'trace' | 'title'> {
  readonly code: TitleCode
  /** The calculation as a sentence, e.g. `12,5 × 2.340.000 đồng = 29.250.000 đồng`; undefined where nothing is multiplied. */
  readonly text: Text | undefined
  readonly law: LawIdentity
}

const locale = { vi: 'vi-VN', en: 'en-US' } as const

/** A multiple in tenths: that is how the law writes them. */
const times = ({ numerator, denominator }: Ratio, lang: Lang): string =>
  (Number((numerator * 10n) / denominator) / 10).toLocaleString(locale[lang])

/** The multiple and the salary in a calculation, wherever in it they stand. */
function product(trace: ValueTrace): { readonly multiple: Ratio; readonly salary: bigint } | undefined {
  if (!('of' in trace)) return undefined
  const [multiple, salary] = trace.of.map((term) => term.value)
  if (isRatio(multiple) && typeof salary === 'bigint') return { multiple, salary }
  for (const term of trace.of) {
    const found = product(term)
    if (found) return found
  }
  return undefined
}

/**
 * How much money comes with a title that is decided on the day the law is bound to?
 * @param law a pack bound to the day of the decision
 * @param code a title code, e.g. `NNND`
 * @param facts `award` (living or posthumous), and for days before the figures are known `confirmedReward` or `minimumSalary`, in đồng
 * @returns status `known` with the amount in đồng, or `unknown` with what is missing
 * @throws InputError when the code is not a title, the law has no reward for it, or a fact does not fit its definition
 */
export function reward(law: LawWithTitles<'amount' | 'identity'>, code: string, facts: TitleFacts = {}): Reward {
  const title = titleCode(code)
  const found = law.titles.amount(title, facts)
  if (!found || found.status === 'no-level') {
    const { pack, asOf } = law.titles.identity
    const message = `${pack} has no reward for the title ${title} on ${asOf}.`
    const expected = 'a law with such a reward in force, e.g. that of a province for a provincial title'
    throw new InputError([{ code: 'title-without-reward', field: 'title', message, expected }])
  }
  const { status, amount, missing, cites, trust, trace } = found
  const parts = trace && product(trace)
  const say = (lang: Lang, { multiple, salary }: NonNullable<typeof parts>, dong: bigint) =>
    `${times(multiple, lang)} × ${formatDong(salary, lang)} = ${formatDong(dong, lang)}`
  return {
    code: title,
    title: found.title,
    status,
    amount,
    text: parts && amount !== undefined ? { vi: say('vi', parts, amount), en: say('en', parts, amount) } : undefined,
    missing,
    cites,
    trust,
    trace,
    law: law.titles.identity,
  }
}
