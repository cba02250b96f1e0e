import { cite } from '@khuyencong/domain'
import type { Citation, Text } from '@khuyencong/rules'
import type { ProposalState, Role } from '../../generated/prisma/enums.js'

/** A step in the life of a proposal. */
export interface Step {
  readonly title: Text
  readonly from: readonly ProposalState[]
  readonly to: ProposalState
  readonly roles: readonly Role[]
  /**
   * Approves what others made: not open to whoever made the proposal, and of all such steps of one proposal a person may
   * take only one.
   */
  readonly judges?: true
  /** Cannot be taken without saying why. */
  readonly needsReason?: true
  /** Cannot be taken without the number of a document. */
  readonly needsDocument?: true
  /** Who takes it with what else, where it is not a mutation of its own: the plan or the money. */
  readonly through?: 'plan' | 'money'
  /** Where the procedure stands. */
  readonly cites: readonly Citation[]
}

const declare = <const S extends Readonly<Record<string, Step>>>(steps: S): Readonly<Record<keyof S, Step>> => steps

const local = cite('TT 46/2012/TT-BCT', { article: '8', clause: '2', point: 'b' })
const appraisal = cite('TT 36/2013/TT-BCT', { article: '8' })
const criteria = cite('TT 36/2013/TT-BCT', { article: '9' })
const acceptance = cite('TT 36/2013/TT-BCT', { article: '14' })
const settlement = cite('TT 36/2013/TT-BCT', { article: '19' })
const forceMajeure = cite('TT 36/2013/TT-BCT', { article: '18', clause: '4' })

/**
 * The life of a proposal, in one place. The table of access, the query `proposalLifeCycle` and the steps themselves are
 * made of it. The local procedure is the province's to set (TT 46/2012 Điều 8); that of the national fund stands in for it.
 */
export const lifeCycle = declare({
  submitProposal: {
    title: { vi: 'Nộp đề án', en: 'Submit' },
    from: ['DRAFT', 'SUPPLEMENT_ASKED'],
    to: 'SUBMITTED',
    roles: ['ESTABLISHMENT', 'LOCAL_COMMITTEE', 'CENTRE'],
    cites: [local],
  },
  surveyProposal: {
    title: { vi: 'Khảo sát cơ sở', en: 'Survey the establishment' },
    from: ['SUBMITTED'],
    to: 'SURVEYED',
    roles: ['CENTRE', 'LOCAL_COMMITTEE'],
    cites: [local],
  },
  appraiseProposal: {
    title: { vi: 'Thẩm định', en: 'Appraise' },
    from: ['SURVEYED'],
    to: 'APPRAISED',
    roles: ['INDUSTRY_DEPARTMENT', 'COUNCIL_MEMBER'],
    judges: true,
    needsDocument: true,
    cites: [appraisal, criteria],
  },
  askSupplement: {
    title: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Ask for a supplement' },
    from: ['SUBMITTED', 'SURVEYED', 'APPRAISED'],
    to: 'SUPPLEMENT_ASKED',
    roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'],
    needsReason: true,
    cites: [criteria],
  },
  refuseProposal: {
    title: { vi: 'Không chấp thuận', en: 'Refuse' },
    from: ['SUBMITTED', 'SURVEYED', 'APPRAISED', 'RECOMMENDED'],
    to: 'REFUSED',
    roles: ['INDUSTRY_DEPARTMENT'],
    judges: true,
    needsReason: true,
    cites: [appraisal, criteria],
  },
  recommendProposal: {
    title: { vi: 'Đề nghị đưa vào kế hoạch', en: 'Recommend for the plan' },
    from: ['APPRAISED'],
    to: 'RECOMMENDED',
    roles: ['INDUSTRY_DEPARTMENT'],
    judges: true,
    cites: [appraisal],
  },
  planProposal: {
    title: { vi: 'Đưa vào kế hoạch', en: 'Put into the plan' },
    from: ['RECOMMENDED'],
    to: 'IN_PLAN',
    roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'],
    through: 'plan',
    cites: [local],
  },
  unplanProposal: {
    title: { vi: 'Rút khỏi dự thảo kế hoạch', en: 'Take out of the draft of the plan' },
    from: ['IN_PLAN'],
    to: 'RECOMMENDED',
    roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'],
    through: 'plan',
    needsReason: true,
    cites: [local],
  },
  approveProposal: {
    title: { vi: 'Phê duyệt trong kế hoạch', en: 'Approve with the plan' },
    from: ['IN_PLAN'],
    to: 'APPROVED',
    roles: ['PROVINCIAL_COMMITTEE'],
    judges: true,
    needsDocument: true,
    through: 'plan',
    cites: [local],
  },
  contractProposal: {
    title: { vi: 'Ký hợp đồng', en: 'Sign the contract' },
    from: ['APPROVED'],
    to: 'CONTRACTED',
    roles: ['CENTRE'],
    needsDocument: true,
    through: 'money',
    cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '8' })],
  },
  startProposal: {
    title: { vi: 'Bắt đầu thực hiện', en: 'Start' },
    from: ['CONTRACTED'],
    to: 'RUNNING',
    roles: ['CENTRE'],
    cites: [local],
  },
  acceptProposal: {
    title: { vi: 'Nghiệm thu cơ sở', en: 'Accept' },
    from: ['RUNNING'],
    to: 'ACCEPTED',
    roles: ['INDUSTRY_DEPARTMENT'],
    judges: true,
    needsDocument: true,
    cites: [acceptance],
  },
  /** Not completed: what was done until then is recorded by the department or the committee of the place, and settled. */
  recordForceMajeure: {
    title: { vi: 'Nghiệm thu khối lượng khi dừng do bất khả kháng', en: 'Record the work done until force majeure' },
    from: ['RUNNING'],
    to: 'FORCE_MAJEURE',
    roles: ['INDUSTRY_DEPARTMENT', 'LOCAL_COMMITTEE'],
    judges: true,
    needsReason: true,
    needsDocument: true,
    cites: [forceMajeure],
  },
  settleProposal: {
    title: { vi: 'Quyết toán', en: 'Settle' },
    from: ['ACCEPTED', 'FORCE_MAJEURE'],
    to: 'SETTLED',
    roles: ['FINANCE_DEPARTMENT'],
    judges: true,
    needsDocument: true,
    through: 'money',
    cites: [settlement, forceMajeure],
  },
  closeProposal: {
    title: { vi: 'Thanh lý, lưu hồ sơ', en: 'Close' },
    from: ['SETTLED'],
    to: 'CLOSED',
    roles: ['CENTRE'],
    cites: [cite('TT 36/2013/TT-BCT', { article: '18' })],
  },
  withdrawProposal: {
    title: { vi: 'Rút đề án', en: 'Withdraw' },
    from: ['DRAFT', 'SUBMITTED', 'SURVEYED', 'APPRAISED', 'SUPPLEMENT_ASKED', 'RECOMMENDED'],
    to: 'CANCELLED',
    roles: ['ESTABLISHMENT', 'LOCAL_COMMITTEE', 'CENTRE'],
    needsReason: true,
    cites: [local],
  },
  /** What stands in an approved plan is stopped by the level that approved it (TT 36/2013 Điều 11.2.a). */
  cancelProposal: {
    title: { vi: 'Ngừng thực hiện', en: 'Stop' },
    // And one that was accepted, where none of its cost can be settled, or that was settled and is not any more: its
    // settlement was corrected.
    from: ['APPROVED', 'CONTRACTED', 'RUNNING', 'FORCE_MAJEURE', 'ACCEPTED', 'SETTLED', 'CLOSED'],
    to: 'CANCELLED',
    roles: ['PROVINCIAL_COMMITTEE'],
    judges: true,
    needsReason: true,
    needsDocument: true,
    cites: [cite('TT 36/2013/TT-BCT', { article: '11', clause: '2', point: 'a' })],
  },
})

export type StepName = keyof typeof lifeCycle
