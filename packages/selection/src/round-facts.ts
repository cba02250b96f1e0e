import { defineFacts, type FactsOf } from '@khuyencong/rules'

/** What can be known of a round: its council, its panel and its year. */
export const roundFacts = defineFacts({
  councilSize: {
    kind: 'count',
    group: 'round',
    mutability: 'changeable',
    title: { vi: 'Số thành viên Hội đồng', en: 'Members of the council' },
    question: { vi: 'Hội đồng bình chọn có bao nhiêu thành viên?', en: 'How many members does the council have?' },
  },
  panelOdd: {
    kind: 'flag',
    group: 'round',
    mutability: 'changeable',
    title: { vi: 'Số thành viên Ban Giám khảo là số lẻ', en: 'Odd number of judges' },
    question: { vi: 'Ban Giám khảo có số thành viên là số lẻ?', en: 'Is the number of judges odd?' },
  },
  roundYear: {
    kind: 'year',
    group: 'round',
    mutability: 'changeable',
    title: { vi: 'Năm tổ chức', en: 'Year of the round' },
    question: { vi: 'Bình chọn tổ chức năm nào?', en: 'In which year is the round held?' },
  },
  heldBefore: {
    kind: 'flag',
    group: 'round',
    mutability: 'fixed',
    title: { vi: 'Đã từng tổ chức', en: 'Held before' },
    question: { vi: 'Cấp này đã từng tổ chức bình chọn?', en: 'Has this level held a round before?' },
  },
  lastRoundYear: {
    kind: 'year',
    group: 'round',
    mutability: 'fixed',
    title: { vi: 'Năm của kỳ trước', en: 'Year of the round before' },
    question: { vi: 'Kỳ trước tổ chức năm nào?', en: 'In which year was the round before?' },
  },
  regionalRoundYear: {
    kind: 'year',
    group: 'round',
    mutability: 'fixed',
    title: { vi: 'Năm bình chọn cấp khu vực', en: 'Year of the regional round' },
    question: {
      vi: 'Bình chọn cấp khu vực gần nhất tổ chức năm nào?',
      en: 'In which year was the latest regional round?',
    },
  },
  otherTimeDecided: {
    kind: 'flag',
    group: 'round',
    mutability: 'changeable',
    title: { vi: 'Cấp có thẩm quyền quyết định thời gian khác', en: 'Another time decided by the competent authority' },
    question: {
      vi: 'Cấp có thẩm quyền có quyết định thời gian tổ chức khác?',
      en: 'Has the competent authority decided on another time?',
    },
  },
  certificateBreach: {
    kind: 'flag',
    group: 'withdrawal',
    mutability: 'fixed',
    title: { vi: 'Có vi phạm khi được công nhận', en: 'A breach by the holder' },
    question: {
      vi: 'Cơ sở có vi phạm pháp luật hoặc quy định về bình chọn liên quan đến sản phẩm?',
      en: 'Has the holder broken the law or the rules of the contest with this product?',
    },
  },
  withdrawalProposed: {
    kind: 'flag',
    group: 'withdrawal',
    mutability: 'changeable',
    title: { vi: 'Hội đồng đề nghị thu hồi', en: 'The council proposes to withdraw' },
    question: { vi: 'Hội đồng bình chọn có đề nghị thu hồi?', en: 'Does the council propose to withdraw it?' },
  },
  withdrawnByIssuer: {
    kind: 'flag',
    group: 'withdrawal',
    mutability: 'changeable',
    title: { vi: 'Cơ quan cấp giấy quyết định', en: 'Decided by the issuing authority' },
    question: {
      vi: 'Người quyết định thu hồi là cơ quan đã cấp giấy chứng nhận?',
      en: 'Is it the authority that issued the certificate that decides?',
    },
  },
})

/** Facts of a round or of a withdrawal; every field may be absent. */
export type RoundFacts = FactsOf<typeof roundFacts>
