import { cite } from '@khuyencong/domain'
import type { Citation, Period } from '@khuyencong/rules'
import type { Source } from '../level.js'

/**
 * A place of the decree over time. Of the decree that amends it since October 2025 only the first article could be read,
 * so from then on that the rest still stands is an assumption.
 */
export const decree45 = (place: Omit<Citation, 'document'>): readonly [Period & Source, Period & Source] => [
  { from: '2012-07-05', to: '2025-10-14', cites: [cite('NĐ 45/2012/NĐ-CP', place)], trust: 'text' },
  {
    from: '2025-10-15',
    cites: [cite('NĐ 45/2012/NĐ-CP', place), cite('NĐ 235/2025/NĐ-CP')],
    trust: 'assumed',
    note: {
      vi: 'Theo NĐ 45/2012/NĐ-CP; NĐ 235/2025/NĐ-CP sửa đổi nghị định này nhưng chưa đọc được toàn văn.',
      en: 'As in NĐ 45/2012/NĐ-CP; NĐ 235/2025/NĐ-CP amends it and could not be read in full.',
    },
  },
]
