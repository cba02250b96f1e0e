import { cite } from '@khuyencong/domain'
import type { Citations } from '@khuyencong/rules'

/**
 * How a term is counted where its own law says nothing: the day of the event is not counted (Article 147), and a term
 * whose last day is a weekend or holiday ends with the next working day (Article 148).
 */
export const countingTerms: Citations = [
  cite('BLDS 2015', { article: '147', clause: '2' }),
  cite('BLDS 2015', { article: '148', clause: '5' }),
]
