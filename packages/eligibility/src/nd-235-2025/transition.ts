import { cite, fact, is } from '@khuyencong/domain'
import { all, lessThan, literal } from '@khuyencong/rules'

/** EL-13: money for a project that was approved before 15 October 2025 goes by the rules as they were. */
export const approvedUnderOldRules = {
  from: '2025-10-15',
  cites: [cite('NĐ 235/2025/NĐ-CP')],
  trust: 'secondary',
  applies: all(is('stage', 'funding'), is('projectApproved'), lessThan(fact('approvedOn'), literal('2025-10-15'))),
} as const
