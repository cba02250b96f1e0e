import type { SupportContent } from '@khuyencong/domain'
import { formatDong, formatValue, type FactDefinition, type Period, type Text } from '@khuyencong/rules'
import { both, texts } from '../language/texts'

/** Who takes a support, in the order in which contents are listed. */
export const beneficiaryTexts: Readonly<Record<SupportContent['beneficiary'], Text>> = {
  establishment: { vi: 'Cho cơ sở công nghiệp nông thôn', en: 'For rural industrial establishments' },
  cluster: { vi: 'Cho cụm công nghiệp', en: 'For industrial clusters' },
  organisation: { vi: 'Cho tổ chức, hội, liên kết', en: 'For organisations and linkages' },
  programme: { vi: 'Hoạt động của chương trình', en: 'Activities of the programme' },
}

export const calculatorTexts = texts({
  title: { vi: 'Tính mức hỗ trợ khuyến công', en: 'Industrial promotion support calculator' },
  intro: {
    vi: 'Trả lời những gì đã biết, để trống những gì chưa biết. Kết quả hiện ngay, kèm điều khoản làm căn cứ. Thông tin không được gửi đi đâu.',
    en: 'Answer what you know and leave open what you do not. The result shows at once, with the articles it rests on. Nothing is sent anywhere.',
  },
  examples: { vi: 'Ví dụ', en: 'Examples' },
  clear: { vi: 'Xóa hết', en: 'Clear all' },
  copyLink: { vi: 'Sao chép đường dẫn', en: 'Copy link' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  showAll: { vi: 'Hiện tất cả câu hỏi của nội dung này', en: 'Show every question of this content' },
  showAllHelp: {
    vi: 'Thông thường chỉ hỏi những thông tin còn có thể làm thay đổi kết quả.',
    en: 'Normally only what can still change the result is asked.',
  },
  form: { vi: 'Thông tin đã biết', en: 'What is known' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  asOf: { vi: 'Xét theo pháp luật ngày', en: 'Under the law in force on' },
  asOfHelp: {
    vi: 'Ngày/tháng/năm. Chương trình có hiệu lực từ 01/01/2023 đến 31/12/2025.',
    en: 'Year-month-day. The programme runs from 2023-01-01 to 2025-12-31.',
  },
  content: { vi: 'Nội dung hỗ trợ', en: 'Content of support' },
  locality: { vi: 'Xã, phường, thị trấn nơi sản xuất', en: 'Commune, ward or township of production' },
  localityHelp: {
    vi: 'Chọn để điền sẵn các mục về địa bàn; vẫn sửa được ở dưới.',
    en: 'Fills in what is known of the place; each answer can still be changed below.',
  },
  localityFind: { vi: 'Gõ tên để tìm, có dấu hay không dấu', en: 'Type a name, with or without accents' },
  localityNone: { vi: 'Không có đơn vị nào tên như vậy', en: 'No unit of that name' },
  localityGone: {
    vi: 'Danh sách của ngày này không có đơn vị đã chọn. Hãy chọn lại.',
    en: 'The list of this day does not have the unit chosen. Choose again.',
  },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  unknown: { vi: 'Chưa biết', en: 'Not known' },
  noneOfThese: { vi: 'Không có lựa chọn nào ở trên', en: 'None of these' },
  dong: { vi: 'đồng', en: 'đồng' },
  clearField: { vi: 'Xóa lựa chọn', en: 'Clear the choice' },
  strange: {
    vi: 'Đường dẫn có thông tin không hợp lệ, đã bỏ qua:',
    en: 'The link has parts that mean nothing here and were left out:',
  },

  badDate: (text: string) => ({
    vi: `“${text}” không phải là một ngày có thật. Cần ngày/tháng/năm, ví dụ 01/03/2024.`,
    en: `“${text}” is not a calendar day. Expected year-month-day, e.g. 2024-03-01.`,
  }),
  outsidePeriod: (text: string, { from, to }: Period) =>
    both((lang) => {
      const [day, first] = [formatValue(text, lang), formatValue(from, lang)]
      const last = to ? formatValue(to, lang) : '…'
      return lang === 'vi'
        ? `Ngày ${day} ở ngoài thời gian của chương trình. Cần một ngày từ ${first} đến ${last}.`
        : `${day} is outside the period of the programme. Expected a day from ${first} to ${last}.`
    }),
  misread: (kind: FactDefinition['kind']) => misread[kind],
  mended: {
    vi: 'Sửa ngày để xem kết quả.',
    en: 'Correct the day to see the result.',
  },

  answer: { vi: 'Kết quả', en: 'Result' },
  seeAnswer: { vi: 'Xem kết quả', en: 'See the result' },
  met: { vi: 'Đủ điều kiện', en: 'Eligible' },
  unmet: { vi: 'Không đủ điều kiện', en: 'Not eligible' },
  undecided: { vi: 'Chưa đủ thông tin', en: 'Not enough information' },
  metHelp: {
    vi: 'Đáp ứng tất cả các điều kiện đã xét. Quyết định vẫn thuộc cơ quan có thẩm quyền.',
    en: 'Every condition examined is met. The decision remains with the competent body.',
  },
  unmetHelp: (count: number) => ({
    vi: `Có ${count} điều kiện không đạt:`,
    en: count === 1 ? 'One condition is not met:' : `${count} conditions are not met:`,
  }),
  undecidedHelp: (count: number) => ({
    vi: `Còn ${count} thông tin có thể làm thay đổi kết quả.`,
    en: count === 1 ? 'One more fact can change the result.' : `${count} more facts can change the result.`,
  }),
  lawOf: (date: string) =>
    both((lang) =>
      lang === 'vi' ? `Theo pháp luật ngày ${formatValue(date, lang)}` : `Under the law of ${formatValue(date, lang)}`,
    ),
  askNext: { vi: 'Câu hỏi tiếp theo', en: 'Next question' },
  answerThis: { vi: 'Trả lời câu này', en: 'Answer this' },
  andMore: (count: number) => ({ vi: `và ${count} thông tin khác`, en: `and ${count} more` }),
  thenAsk: { vi: 'Sau đó còn có thể cần:', en: 'Then perhaps also:' },

  ceiling: { vi: 'Mức hỗ trợ tối đa', en: 'Highest support' },
  ceilingIfMet: { vi: 'Mức hỗ trợ tối đa, nếu đủ điều kiện', en: 'Highest support, if it were eligible' },
  atMost: { vi: 'không quá', en: 'no more than' },
  noAmount: { vi: 'Chưa tính được', en: 'Not known yet' },
  noLevel: {
    vi: 'Pháp luật có hiệu lực ngày này không quy định mức hỗ trợ cho nội dung này. Không quy định mức không có nghĩa là mức bằng 0.',
    en: 'The law in force on this day sets no level for this content. No level is not a level of zero.',
  },
  need: { vi: 'Để tính được, cần biết thêm:', en: 'Needed to compute it:' },
  perUnit: { vi: 'Mức cho', en: 'For' },
  base: { vi: 'Chi phí được tính hỗ trợ', en: 'Costs that count' },
  boundBy: { vi: 'Lấy theo mức này', en: 'This term decides' },
  steps: { vi: 'Cách tính', en: 'How it is computed' },
  within: (requested: bigint, percent: string) =>
    both((lang) =>
      lang === 'vi'
        ? `Đề nghị ${formatDong(requested, lang)}: trong mức tối đa, bằng ${percent} của mức đó.`
        : `${formatDong(requested, lang)} asked for: within the level, ${percent} of it.`,
    ),
  beyond: (requested: bigint, excess: bigint) =>
    both((lang) =>
      lang === 'vi'
        ? `Đề nghị ${formatDong(requested, lang)}: vượt mức tối đa ${formatDong(excess, lang)}.`
        : `${formatDong(requested, lang)} asked for: ${formatDong(excess, lang)} above the level.`,
    ),

  remedies: { vi: 'Cần thay đổi gì để đủ điều kiện', en: 'What would have to change to be eligible' },
  remediesHelp: {
    vi: 'Mỗi mục là một cách riêng. Điều kiện còn thiếu thông tin vẫn phải xét tiếp.',
    en: 'Each item is one way by itself. Conditions of which something is not known remain to be examined.',
  },
  changeable: { vi: 'Có thể thay đổi', en: 'Can be changed' },
  fixed: { vi: 'Không tự thay đổi được', en: 'Cannot be changed' },
  more: (count: number) => ({
    vi: `Xem thêm ${count} cách khác`,
    en: count === 1 ? '1 more way' : `${count} more ways`,
  }),

  difference: { vi: 'Quy định riêng khác quy định chung', en: 'A special rule differs from the general one' },
  differenceOfPack: { vi: 'Chương trình của tỉnh khác nghị định', en: 'The programme differs from the decree' },
  differenceText: (general: string, generalVerdict: string, exception: string, verdict: string) => ({
    vi: `Theo quy định chung (${general}): ${generalVerdict}. Theo quy định riêng (${exception}): ${verdict}. Ưu tiên áp dụng quy định riêng.`,
    en: `By the general rule (${general}): ${generalVerdict}. By the special rule (${exception}): ${verdict}. The special rule prevails.`,
  }),
  openQuestion: { vi: 'Quy định còn để ngỏ', en: 'An open point of law' },
  openQuestionText: (title: string, taken: string | undefined, readings: string) => ({
    vi: `${title}: văn bản chưa quy định rõ.${taken ? ` Đang hiểu là “${taken}”.` : ''} Nếu hiểu là ${readings}.`,
    en: `${title}: the text does not say.${taken ? ` It is taken as “${taken}”.` : ''} Read as ${readings}.`,
  }),
  wouldBe: (reading: string, verdict: string) => ({
    vi: `“${reading}” thì kết quả là: ${verdict}`,
    en: `“${reading}” the result would be: ${verdict}`,
  }),

  findings: { vi: 'Từng điều kiện', en: 'Condition by condition' },
  findingMet: { vi: 'đạt', en: 'met' },
  findingUnmet: { vi: 'không đạt', en: 'not met' },
  findingUnknown: { vi: 'chưa rõ', en: 'open' },
  findingNotApplicable: { vi: 'không áp dụng', en: 'does not apply' },
  findingExempt: { vi: 'được miễn', en: 'exempt' },
  appliesWhen: { vi: 'Chỉ áp dụng khi', en: 'Applies only where' },
  requires: { vi: 'Điều kiện', en: 'Condition' },
  lifted: { vi: 'Được miễn, không yêu cầu điều kiện này.', en: 'Exempt: this is not required.' },
  known: { vi: 'Mức độ tin cậy', en: 'How it is known' },
  replaces: (exception: string, rule: string) => ({
    vi: `${exception} thay cho ${rule}`,
    en: `${exception} in place of ${rule}`,
  }),
  generalWouldSay: (verdict: string) => ({
    vi: `Theo quy định chung thì: ${verdict}.`,
    en: `The general rule would say: ${verdict}.`,
  }),

  doubts: (count: number) => ({
    vi: `Kết quả dựa trên ${count} nội dung chưa đọc được trong văn bản gốc`,
    en: `The result rests on ${count} ${count === 1 ? 'point' : 'points'} not read in the documents themselves`,
  }),
  firm: {
    vi: 'Kết quả chỉ dựa trên những nội dung đã đọc trong văn bản gốc.',
    en: 'The result rests only on what was read in the documents themselves.',
  },
})

const misread = texts({
  flag: { vi: 'Cần “có” hoặc “không”.', en: 'Expected yes or no.' },
  choice: { vi: 'Cần một trong các giá trị của danh sách.', en: 'Expected one of the list.' },
  choices: { vi: 'Cần các giá trị của danh sách.', en: 'Expected values of the list.' },
  money: {
    vi: 'Cần số tiền là đồng nguyên, không âm, không lẻ, tối đa 18 chữ số, ví dụ 570.000.000.',
    en: 'Expected whole đồng, not negative, no fraction, at most 18 digits, e.g. 570,000,000.',
  },
  count: { vi: 'Cần một số nguyên, không âm.', en: 'Expected a whole number, not negative.' },
  year: { vi: 'Cần một năm, ví dụ 2024.', en: 'Expected a year, e.g. 2024.' },
  date: {
    vi: 'Cần một ngày có thật: ngày/tháng/năm, ví dụ 01/12/2019.',
    en: 'Expected a calendar day: year-month-day, e.g. 2019-12-01.',
  },
})
