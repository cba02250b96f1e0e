import { cite } from '@khuyencong/domain'
import { all, byId, requirementOverTime } from '@khuyencong/rules'
import { is } from '../facts.js'
import { decree123Since } from '../transition.js'

/** State honours are given or given posthumously: death is no bar, and the finding names the article that says so. */
const posthumous = requirementOverTime({
  id: 'TDKT-POSTHUMOUS',
  group: 'request',
  subjects: ['NNUT', 'NNND'],
  title: { vi: 'Danh hiệu được tặng hoặc truy tặng', en: 'The title may be given posthumously' },
  versions: [
    {
      from: decree123Since,
      to: '2023-12-31',
      cites: [cite('Luật Thi đua, khen thưởng 2003', { article: '58' })],
      trust: 'secondary',
      applies: is('award', 'posthumous'),
      requires: all(),
    },
    {
      from: '2024-01-01',
      cites: [cite('Luật Thi đua, khen thưởng 2022', { article: '59' })],
      trust: 'secondary',
      applies: is('award', 'posthumous'),
      requires: all(),
    },
  ],
})

export const article59Rules = byId([posthumous])
