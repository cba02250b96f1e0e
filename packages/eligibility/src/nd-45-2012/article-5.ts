import { cite, contentsFor, oneOf } from '@khuyencong/domain'
import { byId, exception, requirementOverTime } from '@khuyencong/rules'
import { approvedUnderOldRules } from '../nd-235-2025/transition.js'

const trades = [
  'farm-processing',
  'consumer-goods',
  'chemicals-materials',
  'machinery',
  'cottage-goods',
  'minerals',
  'cleaner-production',
] as const

/** Contents that are trade g by what they do: no other trade is asked of them. */
const tradeG = ['SXSH-PILOT', 'SXSH-ASSESS', 'ENV-EST'] as const

/** The contents of which a trade is asked, with its limits. */
export const contentsOfATrade = contentsFor('establishment').filter((code) => !tradeG.some((own) => own === code))

/** FC-1: the trade is on the list. A content that is outside Article 4 has rules of its own: FC-1-CONTENT, COUNCIL. */
const tradeOnList = requirementOverTime({
  id: 'FC-1',
  group: 'trade',
  title: { vi: 'Thuộc ngành nghề được hưởng chính sách khuyến công', en: 'A trade that the programme supports' },
  subjects: contentsOfATrade,
  versions: [
    {
      from: '2012-07-05',
      to: '2025-10-14',
      cites: [cite('NĐ 45/2012/NĐ-CP', { article: '5', clause: '1' })],
      trust: 'text',
      requires: oneOf('trade', trades),
    },
    {
      from: '2025-10-15',
      cites: [cite('NĐ 45/2012/NĐ-CP', { article: '5', clause: '1' }), cite('NĐ 235/2025/NĐ-CP')],
      trust: 'secondary',
      note: {
        vi: 'Các ngành bổ sung theo báo chí, chưa đọc được nguyên văn.',
        en: 'The trades that were added are known from the press; the text was not read.',
      },
      requires: oneOf('trade', [...trades, 'high-tech-green']),
    },
  ],
})

/** EL-13: the trades as they were. */
const transitionTrade = exception({
  ...approvedUnderOldRules,
  id: 'EL-13-TRADE',
  group: 'trade',
  subjects: contentsOfATrade,
  title: {
    vi: 'Đề án phê duyệt trước 15/10/2025: ngành nghề theo quy định cũ',
    en: 'Approved before 15 October 2025: the trades as they were',
  },
  exceptionTo: ['FC-1'],
  requires: oneOf('trade', trades),
})

export const article5TradeRules = byId([tradeOnList, transitionTrade])
