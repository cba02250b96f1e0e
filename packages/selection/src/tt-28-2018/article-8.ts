import { cite, sinceCircular2018 } from '@khuyencong/domain'
import type { DatedValue } from '@khuyencong/rules'

/** Since when, and how, the cost of regional and national rounds under the circular of 2018 is known. */
export const costSources2018 = sinceCircular2018({
  cites: [cite('TT 28/2018/TT-BTC', { article: '8' })],
  trust: 'secondary',
})

/** A figure of the circular over time. */
export const since2018 = (value: bigint): readonly DatedValue<bigint>[] =>
  costSources2018.map((source) => ({ ...source, value }))
