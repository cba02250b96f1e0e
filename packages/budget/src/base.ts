import type { ContentCode } from '@khuyencong/domain'
import type { Text } from '@khuyencong/rules'

/** What one amount is for. */
const per = {
  establishment: { vi: 'một cơ sở', en: 'one establishment' },
  model: { vi: 'một mô hình', en: 'one model' },
  mark: { vi: 'một nhãn hiệu', en: 'one mark' },
  enterprise: { vi: 'một doanh nghiệp', en: 'one enterprise' },
  person: { vi: 'một người được cử đi', en: 'one person approved' },
  round: { vi: 'một lần bình chọn', en: 'one round' },
  product: { vi: 'một sản phẩm', en: 'one product' },
  fair: { vi: 'một hội chợ', en: 'one fair' },
  stall: { vi: 'một gian hàng', en: 'one stall' },
  contract: { vi: 'một hợp đồng', en: 'one contract' },
  association: { vi: 'một hiệp hội', en: 'one association' },
  cluster: { vi: 'một cụm', en: 'one cluster' },
  project: { vi: 'một đề án', en: 'one project' },
} as const satisfies Readonly<Record<string, Text>>

/** What one amount is for, and what may be counted in its base. */
interface Base {
  readonly per: Text
  readonly costItems?: Text
}

/** The bases of all contents, as the circulars list them. */
export const bases: Readonly<Record<ContentCode, Base>> = {
  TRAIN: { per: per.project },
  'MGMT-TRAIN': { per: per.project },
  STARTUP: {
    per: per.enterprise,
    costItems: {
      vi: 'kế hoạch kinh doanh; dự án thành lập; chi phí đăng ký',
      en: 'business plan; founding project; registration costs',
    },
  },
  'SURVEY-ABROAD': { per: per.person, costItems: { vi: 'vé máy bay', en: 'air ticket' } },
  'DEMO-NEW': {
    per: per.model,
    costItems: {
      vi: 'nhà xưởng, máy móc thiết bị; tài liệu công nghệ, quy trình phục vụ trình diễn',
      en: 'building and machinery; papers on technology and process for the demonstration',
    },
  },
  'DEMO-REPL': {
    per: per.model,
    costItems: {
      vi: 'tài liệu công nghệ; hoàn thiện quy trình phục vụ trình diễn',
      en: 'papers on technology; perfecting the process for demonstration',
    },
  },
  MACH: {
    per: per.establishment,
    costItems: { vi: 'máy móc thiết bị hoặc chi phí chuyển giao', en: 'machines or the cost of transfer' },
  },
  LINE: { per: per.establishment, costItems: { vi: 'dây chuyền công nghệ', en: 'the technology line' } },
  'SXSH-PILOT': {
    per: per.model,
    costItems: {
      vi: 'thay thế nguyên, nhiên liệu; đổi mới máy móc, dây chuyền; đào tạo; tiêu thụ sản phẩm; tài liệu trình diễn',
      en: 'replacing materials and fuels; renewing machines and lines; training; product consumption; papers for demonstration',
    },
  },
  'SXSH-ASSESS': { per: per.establishment, costItems: { vi: 'tư vấn, đánh giá', en: 'advice and assessment' } },
  'VOTE-DIST': { per: per.round },
  'VOTE-PROV': { per: per.round },
  'VOTE-REG': { per: per.round, costItems: { vi: 'tổ chức bình chọn', en: 'organising the round' } },
  'VOTE-NAT': { per: per.round, costItems: { vi: 'tổ chức bình chọn', en: 'organising the round' } },
  'AWARD-DIST': { per: per.product },
  'AWARD-PROV': { per: per.product },
  'AWARD-REG': { per: per.product, costItems: { vi: 'giải thưởng', en: 'the prize' } },
  'AWARD-NAT': { per: per.product, costItems: { vi: 'giải thưởng', en: 'the prize' } },
  'FAIR-DOM-ORG': {
    per: per.fair,
    costItems: { vi: 'thuê gian hàng; tuyên truyền; ban tổ chức', en: 'stall rent; publicity; organising board' },
  },
  'FAIR-DOM-JOIN': { per: per.stall, costItems: { vi: 'thuê gian hàng', en: 'stall rent' } },
  'FAIR-ABROAD': {
    per: per.fair,
    costItems: {
      vi: 'mặt bằng; thiết kế gian hàng; trang trí chung; khai mạc; hội thảo; cán bộ tổ chức',
      en: 'ground; stand design; common decoration; opening; seminar; staff',
    },
  },
  BRAND: { per: per.mark, costItems: { vi: 'xây dựng và đăng ký nhãn hiệu', en: 'building and registering the mark' } },
  SHOWROOM: { per: per.establishment },
  DIGITAL: { per: per.establishment },
  QUALITY: { per: per.establishment },
  CONSULT: { per: per.establishment, costItems: { vi: 'thuê tư vấn, thiết kế', en: 'hired advice and design' } },
  DATA: { per: per.project },
  MEDIA: { per: per.contract },
  ASSOC: { per: per.association },
  'ASSOC-REG': { per: per.association, costItems: { vi: 'chi phí thành lập', en: 'founding costs' } },
  'ASSOC-NAT': { per: per.association, costItems: { vi: 'chi phí thành lập', en: 'founding costs' } },
  LINK: { per: per.cluster, costItems: { vi: 'chi phí hình thành cụm', en: 'forming costs' } },
  'CCN-PLAN': { per: per.cluster, costItems: { vi: 'quy hoạch chi tiết', en: 'the detailed plan' } },
  'CCN-INFRA': {
    per: per.cluster,
    costItems: {
      vi: 'san lấp; đường nội bộ; cấp nước, thoát nước',
      en: 'levelling; inner roads; water supply and drainage',
    },
  },
  INTEREST: {
    per: per.establishment,
    costItems: {
      vi: 'lãi vay trung, dài hạn bằng đồng trong 2 năm đầu để đầu tư nhà xưởng, máy móc, theo lãi suất thấp nhất của BIDV cùng kỳ hạn',
      en: "interest of the first two years on medium and long loans in đồng for buildings and machines, at BIDV's lowest rate for the term",
    },
  },
  'ENV-EST': {
    per: per.establishment,
    costItems: { vi: 'sửa chữa, nâng cấp hệ thống xử lý', en: 'repair and upgrade of treatment' },
  },
  'ENV-CCN': {
    per: per.cluster,
    costItems: { vi: 'sửa chữa, nâng cấp hệ thống xử lý', en: 'repair and upgrade of treatment' },
  },
  ARTISAN: { per: per.round },
  ADMIN: { per: per.project },
  COLLAB: { per: per.project },
}
