import { circular2018InForce, cite } from '@khuyencong/domain'
import type { Citation, Period, Text } from '@khuyencong/rules'
import type { Source } from '../level.js'

/**
 * A money rule of the joint circular of 2014 over time. Of the circular of 2018 that replaced it the matching clause
 * could not be read, so from then on the rule is an assumption.
 */
export const jointCircular = (
  place: Omit<Citation, 'document'>,
  since2018: Text = {
    vi: 'Theo TTLT 26/2014; khoản tương ứng của TT 28/2018/TT-BTC chưa đọc được.',
    en: 'As in TTLT 26/2014; the matching clause of TT 28/2018/TT-BTC could not be read.',
  },
): readonly [Period & Source, Period & Source] => [
  { from: '2014-04-08', to: '2018-05-10', cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', place)], trust: 'text' },
  {
    ...circular2018InForce,
    cites: [cite('TT 28/2018/TT-BTC'), cite('TTLT 26/2014/TTLT-BTC-BCT', place)],
    trust: 'assumed',
    note: since2018,
  },
]
