import { cite } from '@khuyencong/domain'
import type { Citation, Period } from '@khuyencong/rules'
import type { Source } from '../level.js'

const place = (article: string, clause?: string, point?: string): Citation =>
  cite('TT 36/2013/TT-BCT', { article, ...(clause && { clause }), ...(point && { point }) })

/**
 * A place of the circular over time. It was read as issued; of the circular that amends it since July 2018 only one
 * clause is known, so from then on that the rule still stands is an assumption.
 */
export const circular36 = (
  article: string,
  clause?: string,
  point?: string,
): readonly [Period & Source, Period & Source] => [
  { from: '2014-02-10', to: '2018-07-09', cites: [place(article, clause, point)], trust: 'text' },
  {
    from: '2018-07-10',
    cites: [place(article, clause, point), cite('TT 17/2018/TT-BCT')],
    trust: 'assumed',
    note: {
      vi: 'Theo TT 36/2013/TT-BCT khi ban hành; TT 17/2018/TT-BCT sửa đổi thông tư này nhưng chưa đọc được toàn văn, tạm tính từ ngày ban hành.',
      en: 'As TT 36/2013/TT-BCT was issued; TT 17/2018/TT-BCT amends it and could not be read in full. Counted from its day of issue.',
    },
  },
]
