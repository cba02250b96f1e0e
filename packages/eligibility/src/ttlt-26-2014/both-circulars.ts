import { circular2018InForce, cite, sinceCircular2018 } from '@khuyencong/domain'
import type { Condition, RequirementVersion, Sourced, Text } from '@khuyencong/rules'

/** How a condition stands in the circular of 2018. */
type Since2018 = Pick<Sourced, 'cites' | 'trust' | 'note'>
/** How it is known of the circular of 2014, whose text was read: it stands there, or follows from it. */
type In2014 = Pick<Sourced, 'trust' | 'note'>

interface Place {
  readonly article: string
  readonly clause?: string
  readonly point?: string
}

/** One note after the other. */
export const join = (first: Text | undefined, then: Text): Text =>
  first ? { vi: `${first.vi} ${then.vi}`, en: `${first.en} ${then.en}` } : then

const notRead = (place: Place, note: Text | undefined): Since2018 => ({
  cites: [cite('TT 28/2018/TT-BTC'), cite('TTLT 26/2014/TTLT-BTC-BCT', place)],
  trust: 'assumed',
  note: join(note, {
    vi: 'Theo TTLT 26/2014; điều tương ứng của TT 28/2018/TT-BTC chưa đọc được.',
    en: 'As under TTLT 26/2014; the matching article of TT 28/2018/TT-BTC could not be read.',
  }),
})

/**
 * A condition read in the joint circular of 2014, in force until 10 May 2018, and its successor in the circular of
 * 2018. Unless that one could be read, the condition is assumed to go on, whether it was amended or not.
 */
export const inBothCirculars = (
  place: Place,
  condition: { readonly applies?: Condition; readonly requires: Condition },
  since2018?: Since2018,
  in2014: In2014 = { trust: 'text' },
): readonly RequirementVersion[] => [
  {
    ...condition,
    from: '2014-04-08',
    to: '2018-05-10',
    cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', place)],
    ...in2014,
  },
  ...(since2018
    ? sinceCircular2018({ ...condition, ...since2018 })
    : [{ ...condition, ...circular2018InForce, ...notRead(place, in2014.note) }]),
]
