import { contentCodes, contents, type ContentCode } from '@khuyencong/domain'
import { byId, requirementOverTime, type Text } from '@khuyencong/rules'
import { bothFunds, fundFigure, unchanged, type FundFigure } from '../fund-figure.js'
import { settlementOf } from '../money-questions.js'
import { settlementWords } from '../settlement-facts.js'
import { circular36 } from './circular.js'

/** On what a paper may depend, as questions to ask. */
export const proofCases = {
  'collective-mark': { vi: 'Có phải là nhãn hiệu tập thể?', en: 'Is it a collective mark?' },
  website: { vi: 'Có phải là trang thông tin điện tử?', en: 'Is it a website?' },
  'treatment-system': { vi: 'Có phải là hệ thống xử lý ô nhiễm?', en: 'Is it a treatment system?' },
  'enterprise-investor': { vi: 'Chủ đầu tư có phải là doanh nghiệp?', en: 'Is an enterprise the investor?' },
} as const satisfies Readonly<Record<string, Text>>

export type ProofCase = keyof typeof proofCases

interface Paper {
  readonly title: Text
  /** Asked for only then. */
  readonly onlyIf?: ProofCase
}

const declare = <const P extends Readonly<Record<string, Paper>>>(papers: P): P => papers

/** The papers that prove what was done. */
export const proofPapers = declare({
  certificates: { title: { vi: 'Chứng chỉ, chứng nhận của học viên', en: 'Certificates of the learners' } },
  'learner-list': { title: { vi: 'Danh sách học viên có ký nhận', en: 'Signed list of learners' } },
  'employed-list': {
    title: { vi: 'Danh sách lao động được tuyển dụng sau đào tạo', en: 'List of workers employed after training' },
  },
  'meal-travel-vouchers': { title: { vi: 'Chứng từ tiền ăn, đi lại', en: 'Vouchers of meals and travel' } },
  contract: { title: { vi: 'Hợp đồng', en: 'Contract' } },
  'acceptance-record': { title: { vi: 'Biên bản nghiệm thu', en: 'Record of acceptance' } },
  liquidation: { title: { vi: 'Biên bản thanh lý hợp đồng', en: 'Record of liquidation of the contract' } },
  'advice-product': { title: { vi: 'Sản phẩm tư vấn', en: 'Product of the advice' } },
  'all-vouchers': { title: { vi: 'Toàn bộ chứng từ chi', en: 'All vouchers' } },
  'attendance-list': { title: { vi: 'Danh sách đại biểu có ký nhận', en: 'Signed list of those present' } },
  'conference-papers': { title: { vi: 'Tài liệu hội nghị, tập huấn', en: 'Papers of the conference or course' } },
  vouchers: { title: { vi: 'Chứng từ chi', en: 'Vouchers' } },
  'supported-item-vouchers': {
    title: { vi: 'Chứng từ của hạng mục được hỗ trợ', en: 'Vouchers of the supported item' },
  },
  'demonstration-guests': {
    title: { vi: 'Danh sách khách mời dự hội nghị trình diễn', en: 'Signed guest list of the demonstration' },
  },
  'model-papers': { title: { vi: 'Tài liệu về mô hình', en: 'Papers on the model' } },
  'assessment-report': {
    title: { vi: 'Báo cáo đánh giá được duyệt', en: 'Approved assessment report' },
  },
  'registration-certificate': {
    title: { vi: 'Giấy chứng nhận đăng ký nhãn hiệu', en: 'Registration certificate of the mark' },
  },
  'rules-of-use': {
    title: { vi: 'Quy chế sử dụng nhãn hiệu tập thể', en: 'Rules of use of the collective mark' },
    onlyIf: 'collective-mark',
  },
  'promotion-plan': { title: { vi: 'Kế hoạch quảng bá nhãn hiệu', en: 'Plan to promote the mark' } },
  samples: { title: { vi: 'Ấn phẩm, sản phẩm truyền thông mẫu', en: 'Samples of what was made' } },
  'website-licence': {
    title: { vi: 'Giấy phép trang thông tin điện tử', en: 'Licence of the website' },
    onlyIf: 'website',
  },
  'founding-decision': { title: { vi: 'Quyết định thành lập hội', en: 'Decision that founds the association' } },
  charter: { title: { vi: 'Điều lệ', en: 'Charter' } },
  'member-list': { title: { vi: 'Danh sách hội viên', en: 'List of members' } },
  'participant-list': { title: { vi: 'Danh sách cơ sở tham gia được xác nhận', en: 'Confirmed list of participants' } },
  'stall-contracts': {
    title: {
      vi: 'Hợp đồng thuê gian hàng, nêu địa điểm, số lượng, đơn giá, phần hỗ trợ',
      en: 'Stall contracts that state place, number, price and supported part',
    },
  },
  invoice: { title: { vi: 'Hóa đơn', en: 'Invoice' } },
  'approving-decision': { title: { vi: 'Quyết định phê duyệt', en: 'Decision that approves' } },
  'item-acceptance': {
    title: {
      vi: 'Biên bản nghiệm thu hạng mục hoàn thành, có giá trị khối lượng',
      en: 'Acceptance of the finished item, with the value of the work',
    },
  },
  'discharge-standard': {
    title: {
      vi: 'Giấy xác nhận chất thải sau xử lý đạt tiêu chuẩn',
      en: 'Paper that what leaves the treatment meets the standard',
    },
    onlyIf: 'treatment-system',
  },
  audit: { title: { vi: 'Báo cáo kiểm toán độc lập', en: 'Independent audit' }, onlyIf: 'enterprise-investor' },
  'credit-contract': { title: { vi: 'Hợp đồng tín dụng', en: 'Credit contract' } },
  'interest-paid': {
    title: { vi: 'Chứng từ trả lãi hai năm đầu', en: 'Proof of interest paid in the first two years' },
  },
  'investment-contracts': {
    title: { vi: 'Hợp đồng xây dựng nhà xưởng, mua máy móc', en: 'Contracts for buildings and machines' },
  },
})

export type ProofPaper = keyof typeof proofPapers

const model = ['supported-item-vouchers', 'demonstration-guests', 'model-papers'] as const
const purchase = ['contract', 'acceptance-record', 'liquidation'] as const
const association = ['founding-decision', 'charter', 'member-list', 'vouchers'] as const
const fair = ['participant-list', 'stall-contracts', 'invoice'] as const
const works = ['item-acceptance', 'discharge-standard', 'audit'] as const

/** Which papers each content needs, as the article groups them. */
const lists = {
  TRAIN: ['certificates', 'learner-list', 'employed-list', 'meal-travel-vouchers'],
  'MGMT-TRAIN': ['attendance-list', 'conference-papers', 'vouchers'],
  CONSULT: ['contract', 'acceptance-record', 'liquidation', 'advice-product', 'all-vouchers'],
  'DEMO-NEW': model,
  'DEMO-REPL': model,
  'SXSH-PILOT': model,
  MACH: purchase,
  LINE: purchase,
  'SXSH-ASSESS': ['assessment-report'],
  BRAND: ['registration-certificate', 'rules-of-use', 'promotion-plan', 'all-vouchers'],
  MEDIA: ['contract', 'acceptance-record', 'liquidation', 'samples', 'website-licence'],
  ASSOC: association,
  'ASSOC-REG': association,
  'ASSOC-NAT': association,
  'FAIR-DOM-ORG': fair,
  'FAIR-DOM-JOIN': fair,
  LINK: ['approving-decision', 'all-vouchers'],
  'CCN-PLAN': ['approving-decision', 'all-vouchers'],
  'CCN-INFRA': ['item-acceptance', 'audit'],
  'ENV-EST': works,
  'ENV-CCN': works,
  INTEREST: ['credit-contract', 'interest-paid', 'investment-contracts'],
} as const satisfies Partial<Record<ContentCode, readonly ProofPaper[]>>

type ProvenContent = keyof typeof lists

type ProofLists = { readonly [Code in ProvenContent]: FundFigure<readonly string[], `PROOF.${Code}`> }

const isProven = (content: ContentCode): content is ProvenContent => Object.hasOwn(lists, content)

const proof = (code: ProvenContent) => {
  const papers: readonly ProofPaper[] = lists[code]
  const { vi, en } = contents[code].title
  return [
    code,
    fundFigure(
      `PROOF.${code}`,
      'list',
      { vi: `Hồ sơ chứng minh khi nghiệm thu: ${vi}`, en: `Proof at acceptance: ${en}` },
      unchanged<readonly string[]>(papers, circular36('14')),
      Object.fromEntries(papers.map((paper) => [paper, proofPapers[paper].title])),
    ),
  ] as const
}

/** MR-6: the proof of acceptance by content. */
const proofLists = Object.fromEntries(contentCodes.filter(isProven).map(proof)) as unknown as ProofLists

/** The list of a content; undefined where the article does not name the content. */
export const proofListOf = (content: ContentCode): FundFigure<readonly string[]> | undefined =>
  isProven(content) ? proofLists[content] : undefined

type ProofParameter = ProofLists[ProvenContent]['national' | 'local']

export const article14Parameters = byId(
  Object.values(proofLists).flatMap((list): ProofParameter[] => [...bothFunds(list)]),
)

const { is, oneOf } = settlementWords
const bothKinds = [settlementOf('by-share'), settlementOf('whole')]

/** MR-6: the rest is paid once the project is finished and accepted at the base level. */
const accepted = requirementOverTime({
  id: 'MR-6',
  group: 'funding',
  subjects: bothKinds,
  title: { vi: 'Đã hoàn thành và nghiệm thu cơ sở', en: 'Finished and accepted at the base level' },
  versions: circular36('14').map((source) => ({
    ...source,
    requires: oneOf('acceptance', ['accepted', 'force-majeure']),
  })),
})

/** MR-6: acceptance is proven by the papers of the content. */
const proven = requirementOverTime({
  id: 'MR-6.proof',
  group: 'funding',
  subjects: bothKinds,
  title: { vi: 'Đủ hồ sơ chứng minh theo nội dung', en: 'The papers of the content are complete' },
  versions: circular36('14').map((source) => ({
    ...source,
    applies: is('acceptance', 'accepted'),
    requires: is('proofComplete'),
  })),
})

export const article14Rules = byId([accepted, proven])
