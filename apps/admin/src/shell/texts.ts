import { texts } from '../language/texts'

export const shellTexts = texts({
  name: { vi: 'Khuyến công Hải Dương', en: 'Industrial promotion, Hải Dương' },
  tagline: { vi: 'Chương trình 2023-2025', en: 'Programme 2023-2025' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the main content' },
  navigation: { vi: 'Các trang', en: 'Pages' },
  calculator: { vi: 'Tính mức hỗ trợ', en: 'Support calculator' },
  grants: { vi: 'Các khoản hỗ trợ đã công bố', en: 'Published grants' },
  graphiql: { vi: 'GraphQL (cho lập trình viên)', en: 'GraphQL (for developers)' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  notFound: { vi: 'Không có trang này', en: 'There is no such page' },
  notFoundHelp: {
    vi: 'Địa chỉ có thể đã gõ nhầm hoặc trang đã được chuyển đi.',
    en: 'The address may be mistyped, or the page has moved.',
  },
  toCalculator: { vi: 'Về trang tính mức hỗ trợ', en: 'Go to the support calculator' },
  failed: { vi: 'Trang gặp lỗi', en: 'This page failed' },
  failedHelp: {
    vi: 'Đây là lỗi của phần mềm, không phải của bạn. Hãy tải lại trang; nếu vẫn lỗi, xin báo lại kèm dòng dưới đây.',
    en: 'This is a fault of the software, not yours. Reload the page; if it stays, please report the line below.',
  },
  reload: { vi: 'Tải lại trang', en: 'Reload' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
})
