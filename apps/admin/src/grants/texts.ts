import { both, texts } from '../language/texts'

export const grantsTexts = texts({
  title: { vi: 'Các khoản hỗ trợ đã công bố', en: 'Published grants' },
  intro: {
    vi: 'Những khoản hỗ trợ khuyến công mà báo chí và cơ quan nhà nước đã đưa tin, ở nhiều tỉnh, để đối chiếu. Đây không phải là sổ sách của chương trình.',
    en: 'Industrial promotion grants that newspapers and agencies reported, in several provinces, to compare with. They are not the records of the programme.',
  },
  filters: { vi: 'Lọc danh sách', en: 'Filter the list' },
  province: { vi: 'Tỉnh', en: 'Province' },
  year: { vi: 'Năm kế hoạch', en: 'Plan year' },
  badYear: { vi: 'Cần một năm từ 1990 đến 2100.', en: 'Expected a year from 1990 to 2100.' },
  content: { vi: 'Nội dung', en: 'Content' },
  fund: { vi: 'Nguồn kinh phí', en: 'Fund' },
  text: { vi: 'Tìm trong nội dung', en: 'Search' },
  textHint: { vi: 'ví dụ: 2007/QĐ-UBND, machine', en: 'e.g. 2007/QĐ-UBND, machine' },
  all: { vi: 'Tất cả', en: 'All' },
  clear: { vi: 'Bỏ lọc', en: 'Clear filters' },
  total: (count: number) => ({ vi: `${count} khoản hỗ trợ`, en: count === 1 ? '1 grant' : `${count} grants` }),
  loading: { vi: 'Đang tải danh sách…', en: 'Loading the list…' },
  none: { vi: 'Không có khoản hỗ trợ nào khớp với các điều kiện lọc.', en: 'No grant matches these filters.' },
  failed: { vi: 'Không tải được danh sách', en: 'The list could not be loaded' },
  failedHelp: {
    vi: 'Máy chủ không trả lời hoặc từ chối yêu cầu. Trang tính mức hỗ trợ vẫn dùng được.',
    en: 'The server did not answer or refused. The calculator works without it.',
  },
  again: { vi: 'Thử lại', en: 'Try again' },
  table: { vi: 'Danh sách các khoản hỗ trợ', en: 'List of grants' },
  pages: { vi: 'Các trang của danh sách', en: 'Pages of the list' },
  next: { vi: 'Trang sau', en: 'Next page' },
  previous: { vi: 'Trang trước', en: 'Previous page' },

  columnYear: { vi: 'Năm', en: 'Year' },
  columnContent: { vi: 'Nội dung, đối tượng', en: 'Content, beneficiary' },
  columnCost: { vi: 'Tổng kinh phí', en: 'Total cost' },
  columnSupport: { vi: 'Hỗ trợ', en: 'Support' },
  columnCeiling: { vi: 'Mức tối đa', en: 'Ceiling' },
  columnDocument: { vi: 'Văn bản phê duyệt', en: 'Approval' },
  notPublished: { vi: 'không công bố', en: 'not published' },
  notComputed: { vi: 'không tính', en: 'not computed' },
  ofCeiling: (percent: string) => ({ vi: `hỗ trợ bằng ${percent} mức tối đa`, en: `support is ${percent} of it` }),
  details: { vi: 'Chi tiết', en: 'Details' },
  detailsOf: (reference: string) => ({ vi: `Chi tiết khoản ${reference}`, en: `Details of ${reference}` }),

  record: { vi: 'Khoản hỗ trợ', en: 'Grant' },
  close: { vi: 'Đóng', en: 'Close' },
  gone: { vi: 'Không có khoản hỗ trợ này.', en: 'There is no such grant.' },
  beneficiary: { vi: 'Đối tượng nhận', en: 'Beneficiary' },
  years: { vi: 'Năm', en: 'Years' },
  planDate: { vi: 'Ngày xét pháp luật', en: 'Day whose law applies' },
  byDocument: { vi: 'ngày của văn bản phê duyệt', en: 'day of the approval document' },
  byYear: {
    vi: 'chỉ biết năm kế hoạch, nên lấy ngày 01/01',
    en: 'only the plan year is known, hence 1 January',
  },
  counterpart: { vi: 'Vốn đối ứng', en: 'Own money' },
  note: { vi: 'Ghi chú của nguồn dữ liệu', en: 'Note of the data source' },
  sources: { vi: 'Nguồn tin', en: 'Sources' },
  ceilingTitle: { vi: 'Mức tối đa theo pháp luật ngày đó', en: 'Ceiling under the law of that day' },
  ceilingNote: {
    vi: 'Lấy tổng kinh phí làm chi phí được tính hỗ trợ; chi phí thật có thể thấp hơn.',
    en: 'Takes the total cost for the eligible cost; the true one may be lower.',
  },
  noLevel: { vi: 'Pháp luật ngày đó không có mức cho nội dung này.', en: 'The law of that day has no level for it.' },
  atMost: { vi: 'không quá', en: 'no more than' },
  tryIt: { vi: 'Tính thử theo chương trình Hải Dương', en: 'Try it under the programme of Hải Dương' },
})

export const fundTexts = texts({
  NATIONAL: { vi: 'quốc gia', en: 'national' },
  PROVINCIAL: { vi: 'tỉnh', en: 'provincial' },
  DISTRICT: { vi: 'huyện', en: 'district' },
  UNKNOWN: { vi: 'không nêu', en: 'not stated' },
})

export const bindingTexts = texts({
  rate: { vi: 'do tỷ lệ chi phí', en: 'set by the share of the cost' },
  cap: { vi: 'do mức trần', en: 'set by the cap' },
  cost: { vi: 'do chi phí', en: 'set by the cost' },
})

export const classTexts = texts({
  SINGLE: { vi: 'một khoản, đủ số liệu', en: 'one grant, figures known' },
  AGGREGATE: { vi: 'nhiều khoản gộp lại', en: 'several grants together' },
  SUPPORT_ONLY: { vi: 'chỉ biết phần hỗ trợ', en: 'only the support is known' },
})

export const percent = (part: bigint, whole: bigint) =>
  both((lang) => {
    const tenths = (part * 1000n) / whole
    return `${(Number(tenths) / 10).toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-US')}%`
  })
