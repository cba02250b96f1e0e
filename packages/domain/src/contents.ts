import type { Citation, Text } from '@khuyencong/rules'
import { cite } from './documents.js'

/** Who takes the support: a producer, an industrial cluster, an association or linkage, or the programme itself for its own activities. */
export type Beneficiary = 'establishment' | 'cluster' | 'organisation' | 'programme'

/** A kind of support (nội dung hoạt động khuyến công). */
export interface SupportContent {
  readonly title: Text
  /** Where the decree has it. */
  readonly cites: readonly [Citation, ...Citation[]]
  readonly beneficiary: Beneficiary
}

const decree = (clause: string, point?: string) =>
  cite('NĐ 45/2012/NĐ-CP', { article: '4', clause, ...(point && { point }) })

/** Where the circular names a content that the decree has in general words. */
const circular = (clause: string, point?: string) =>
  cite('TT 46/2012/TT-BCT', { article: '4', clause, ...(point && { point }) })

const declare = <const C extends Readonly<Record<string, SupportContent>>>(contents: C): C => contents

/** The contents by code, in the order of Article 4 of the decree. */
export const contents = declare({
  TRAIN: {
    title: { vi: 'Đào tạo nghề, truyền nghề', en: 'Vocational training and craft transmission' },
    cites: [decree('1')],
    beneficiary: 'programme',
  },
  'MGMT-TRAIN': {
    title: {
      vi: 'Nâng cao năng lực quản lý, nhận thức sản xuất sạch hơn',
      en: 'Management and cleaner-production courses, seminars',
    },
    cites: [decree('2')],
    beneficiary: 'programme',
  },
  STARTUP: {
    title: { vi: 'Thành lập doanh nghiệp công nghiệp nông thôn', en: 'Founding a rural industrial enterprise' },
    cites: [decree('2')],
    beneficiary: 'establishment',
  },
  'SURVEY-ABROAD': {
    title: { vi: 'Tham quan, khảo sát tại nước ngoài', en: 'Study trip abroad' },
    cites: [decree('2')],
    beneficiary: 'establishment',
  },
  'DEMO-NEW': {
    title: {
      vi: 'Mô hình trình diễn kỹ thuật: công nghệ mới, sản phẩm mới',
      en: 'Demonstration model of a new technology or product',
    },
    cites: [decree('3')],
    beneficiary: 'establishment',
  },
  'DEMO-REPL': {
    title: {
      vi: 'Mô hình của cơ sở đang hoạt động có hiệu quả cần nhân rộng',
      en: 'Model of a well-running establishment, for others to follow',
    },
    cites: [decree('3')],
    beneficiary: 'establishment',
  },
  MACH: {
    title: {
      vi: 'Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ',
      en: 'Advanced machinery and technology transfer',
    },
    cites: [decree('3')],
    beneficiary: 'establishment',
  },
  LINE: {
    title: { vi: 'Ứng dụng dây chuyền công nghệ', en: 'Technology line' },
    cites: [decree('3')],
    beneficiary: 'establishment',
  },
  'SXSH-PILOT': {
    title: { vi: 'Mô hình thí điểm áp dụng sản xuất sạch hơn', en: 'Pilot model of cleaner production' },
    cites: [decree('3')],
    beneficiary: 'establishment',
  },
  'SXSH-ASSESS': {
    title: { vi: 'Tư vấn, đánh giá sản xuất sạch hơn', en: 'Cleaner-production assessment' },
    cites: [decree('3'), circular('5', 'a')],
    beneficiary: 'establishment',
  },
  'VOTE-DIST': {
    title: {
      vi: 'Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu cấp huyện',
      en: 'Contest of typical products, district level',
    },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'VOTE-PROV': {
    title: {
      vi: 'Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh',
      en: 'Contest of typical products, provincial level',
    },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'VOTE-REG': {
    title: {
      vi: 'Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu cấp khu vực',
      en: 'Contest of typical products, regional level',
    },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'VOTE-NAT': {
    title: {
      vi: 'Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu cấp quốc gia',
      en: 'Contest of typical products, national level',
    },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'AWARD-DIST': {
    title: { vi: 'Giải thưởng sản phẩm tiêu biểu cấp huyện', en: 'Prize for a typical product, district level' },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'AWARD-PROV': {
    title: { vi: 'Giải thưởng sản phẩm tiêu biểu cấp tỉnh', en: 'Prize for a typical product, provincial level' },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'AWARD-REG': {
    title: { vi: 'Giải thưởng sản phẩm tiêu biểu cấp khu vực', en: 'Prize for a typical product, regional level' },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'AWARD-NAT': {
    title: { vi: 'Giải thưởng sản phẩm tiêu biểu cấp quốc gia', en: 'Prize for a typical product, national level' },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'FAIR-DOM-ORG': {
    title: { vi: 'Tổ chức hội chợ, triển lãm trong nước', en: 'Organising a domestic fair' },
    cites: [decree('4')],
    beneficiary: 'programme',
  },
  'FAIR-DOM-JOIN': {
    title: { vi: 'Tham gia hội chợ, triển lãm trong nước', en: 'Taking part in a domestic fair' },
    cites: [decree('4')],
    beneficiary: 'establishment',
  },
  'FAIR-ABROAD': {
    title: { vi: 'Hội chợ, triển lãm tại nước ngoài', en: 'Fair abroad' },
    cites: [decree('2'), decree('4')],
    beneficiary: 'establishment',
  },
  BRAND: {
    title: { vi: 'Xây dựng và đăng ký nhãn hiệu', en: 'Building and registering a mark' },
    cites: [decree('4')],
    beneficiary: 'establishment',
  },
  SHOWROOM: {
    title: { vi: 'Phòng trưng bày, điểm giới thiệu sản phẩm', en: 'Showroom or display point' },
    cites: [decree('4'), circular('9')],
    beneficiary: 'establishment',
  },
  DIGITAL: {
    title: {
      vi: 'Ứng dụng công nghệ thông tin, chuyển đổi số trong phát triển sản phẩm',
      en: 'Information technology and digital transformation in promoting products',
    },
    cites: [circular('1', 'c'), circular('1', 'd'), circular('9', 'c')],
    beneficiary: 'establishment',
  },
  QUALITY: {
    title: {
      vi: 'Kiểm soát chất lượng, an toàn thực phẩm, truy xuất nguồn gốc',
      en: 'Quality control, food safety, traceability',
    },
    cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '3', point: 'b' })],
    beneficiary: 'establishment',
  },
  CONSULT: {
    title: { vi: 'Thuê tư vấn, thiết kế mẫu mã, bao bì', en: 'Hired advice, design and packaging' },
    cites: [decree('5')],
    beneficiary: 'establishment',
  },
  DATA: {
    title: {
      vi: 'Hệ thống thông tin, cơ sở dữ liệu về sản phẩm, thị trường',
      en: 'Information systems and data on products and markets',
    },
    cites: [decree('6')],
    beneficiary: 'programme',
  },
  MEDIA: {
    title: { vi: 'Truyền hình, truyền thanh, ấn phẩm, trang thông tin điện tử', en: 'Broadcast, print and web' },
    cites: [decree('6')],
    beneficiary: 'programme',
  },
  ASSOC: {
    title: { vi: 'Thành lập hội, hiệp hội ngành nghề cấp tỉnh', en: 'Founding an association, provincial level' },
    cites: [decree('7', 'a')],
    beneficiary: 'organisation',
  },
  'ASSOC-REG': {
    title: { vi: 'Thành lập hiệp hội ngành nghề cấp vùng', en: 'Founding an association, regional level' },
    cites: [decree('7', 'a')],
    beneficiary: 'organisation',
  },
  'ASSOC-NAT': {
    title: { vi: 'Thành lập hiệp hội ngành nghề cấp quốc gia', en: 'Founding an association, national level' },
    cites: [decree('7', 'a')],
    beneficiary: 'organisation',
  },
  LINK: {
    title: { vi: 'Cụm liên kết doanh nghiệp công nghiệp', en: 'Enterprise linkage cluster' },
    cites: [decree('7', 'a')],
    beneficiary: 'organisation',
  },
  'CCN-PLAN': {
    title: { vi: 'Quy hoạch chi tiết cụm công nghiệp', en: 'Detailed plan of an industrial cluster' },
    cites: [decree('7', 'b')],
    beneficiary: 'cluster',
  },
  'CCN-INFRA': {
    title: { vi: 'Hạ tầng kỹ thuật cụm công nghiệp', en: 'Infrastructure of an industrial cluster' },
    cites: [decree('7', 'b')],
    beneficiary: 'cluster',
  },
  INTEREST: {
    title: { vi: 'Lãi suất vốn vay khi di dời cơ sở gây ô nhiễm', en: 'Loan interest of a polluting plant that moves' },
    cites: [decree('7', 'c')],
    beneficiary: 'establishment',
  },
  'ENV-EST': {
    title: {
      vi: 'Sửa chữa, nâng cấp hệ thống xử lý ô nhiễm môi trường tại cơ sở',
      en: 'Repair or upgrade of pollution treatment at an establishment',
    },
    cites: [decree('7', 'c')],
    beneficiary: 'establishment',
  },
  'ENV-CCN': {
    title: {
      vi: 'Sửa chữa, nâng cấp hệ thống xử lý ô nhiễm môi trường tại cụm công nghiệp',
      en: 'Repair or upgrade of pollution treatment in an industrial cluster',
    },
    cites: [decree('7', 'c')],
    beneficiary: 'cluster',
  },
  ARTISAN: {
    title: { vi: 'Bình xét, phong tặng danh hiệu nghệ nhân', en: 'Artisan titles' },
    cites: [cite('NĐ 235/2025/NĐ-CP')],
    beneficiary: 'programme',
  },
  ADMIN: {
    title: {
      vi: 'Quản lý chương trình, đề án; nâng cao năng lực tổ chức',
      en: 'Management and capacity of the promotion system',
    },
    cites: [decree('9')],
    beneficiary: 'programme',
  },
  COLLAB: {
    title: { vi: 'Mạng lưới cộng tác viên khuyến công', en: 'Network of collaborators' },
    cites: [decree('9')],
    beneficiary: 'programme',
  },
})

export type ContentCode = keyof typeof contents

/** Every content code, in the order of the decree. */
export const contentCodes = Object.keys(contents) as readonly ContentCode[]

/** The contents that one kind of beneficiary takes. */
export const contentsFor = (...beneficiaries: readonly Beneficiary[]): readonly ContentCode[] =>
  contentCodes.filter((code) => beneficiaries.includes(contents[code].beneficiary))

export const isContentCode = (code: string): code is ContentCode => Object.hasOwn(contents, code)
