import type { LawIdentity } from '@khuyencong/rules'
import { termInForce, type TermInForce } from './term-in-force.js'
import { titleCode, type LawWithTitles } from './title-in-force.js'
import { titles, type TitleCode } from './titles.js'

/** When a title is next considered. */
export interface NextRound {
  readonly title: TitleCode
  readonly status: 'known' | 'unknown'
  /** The year of the round, by the cycle; rounds slip, and the plan of each sets its days. */
  readonly year: number | undefined
  readonly every: TermInForce<'years'> | undefined
  readonly law: LawIdentity
}

/**
 * The year of the round after the one of `last`, by the cycle of the law bound to a day.
 * @param last the year of the last round
 * @throws InputError when the code is not a title
 */
export function nextRound(law: LawWithTitles<'parameters' | 'identity'>, code: string, last: number): NextRound {
  const title = titleCode(code)
  const every = termInForce(law.titles, titles[title].level === 'state' ? 'STATE.cycle' : 'NN-TINH.cycle', ['years'])
  return {
    title,
    status: every ? 'known' : 'unknown',
    year: every && last + every.value,
    every,
    law: law.titles.identity,
  }
}
