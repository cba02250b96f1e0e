import { byId, requirementOverTime } from '@khuyencong/rules'
import { advanceWords } from '../advance-facts.js'
import { advanceOf } from '../money-questions.js'
import { circular36 } from './circular.js'

const { is } = advanceWords

/** MR-8: another first advance is only for the manager of the fund to decide. */
const decidedByManager = requirementOverTime({
  id: 'MR-8',
  group: 'funding',
  subjects: [
    advanceOf('cluster-works'),
    advanceOf('services'),
    advanceOf('fairs-media-plans'),
    advanceOf('establishment-works'),
    advanceOf('founding'),
  ],
  title: {
    vi: 'Mức tạm ứng khác do cơ quan quản lý kinh phí quyết định',
    en: 'Another first advance is decided by the manager of the fund',
  },
  versions: circular36('16').map((source) => ({
    ...source,
    applies: is('firstShare', 'decided'),
    requires: is('shareDecidedBy', 'fund-manager'),
  })),
})

export const article16Rules = byId([decidedByManager])
