import { facts } from '@khuyencong/domain'
import { defineFacts, vocabulary, type FactsOf } from '@khuyencong/rules'

/** What can be known of a running project when an advance is asked for. Key order is asking order. Money is in đồng. */
export const advanceFacts = defineFacts({
  fund: facts.fund,
  award: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Kinh phí hỗ trợ được duyệt', en: 'Approved support' },
    question: { vi: 'Kinh phí hỗ trợ được duyệt là bao nhiêu đồng?', en: 'How much support is approved, in đồng?' },
  },
  contractSigned: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Đã ký hợp đồng thực hiện đề án', en: 'Contract signed' },
    question: { vi: 'Đã ký hợp đồng thực hiện đề án?', en: 'Is the contract for the project signed?' },
  },
  workPlanReady: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Có kế hoạch triển khai', en: 'There is a plan of the work' },
    question: { vi: 'Đã có kế hoạch triển khai thực hiện?', en: 'Is there a plan of how the work will go on?' },
  },
  duration: {
    kind: 'choice',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Thời gian thực hiện', en: 'Duration' },
    question: { vi: 'Đề án thực hiện trong một năm hay nhiều năm?', en: 'Does the project take one year or several?' },
    values: {
      'one-year': { vi: 'một năm', en: 'one year' },
      'several-years': { vi: 'nhiều năm', en: 'several years' },
    },
  },
  alreadyAdvanced: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Đã tạm ứng', en: 'Advanced so far' },
    question: { vi: 'Đã tạm ứng bao nhiêu đồng?', en: 'How much has been advanced so far, in đồng?' },
    help: { vi: 'Ghi 0 nếu là lần tạm ứng đầu.', en: 'Enter 0 for the first advance.' },
  },
  /** Follows from `alreadyAdvanced`. */
  advanceRound: {
    kind: 'choice',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Lần tạm ứng', en: 'Round of advance' },
    question: { vi: 'Tạm ứng lần đầu hay lần tiếp theo?', en: 'Is it the first advance or a later one?' },
    values: {
      first: { vi: 'lần đầu', en: 'first' },
      next: { vi: 'lần tiếp theo', en: 'later' },
    },
  },
  totalInvestment: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Tổng mức đầu tư', en: 'Total investment' },
    question: {
      vi: 'Tổng mức đầu tư của đề án (với cụm công nghiệp: của hạng mục được hỗ trợ) là bao nhiêu đồng?',
      en: 'What is the total investment of the project (for a cluster: of the supported item), in đồng?',
    },
  },
  workDone: {
    kind: 'money',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Giá trị khối lượng đã thực hiện', en: 'Value of the work done' },
    question: {
      vi: 'Giá trị khối lượng đã thực hiện là bao nhiêu đồng?',
      en: 'What is the work done so far worth, in đồng?',
    },
  },
  scheduleMet: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Đúng tiến độ theo hợp đồng', en: 'On the schedule of the contract' },
    question: {
      vi: 'Tiến độ thực hiện có đạt như hợp đồng để tạm ứng lần tiếp theo?',
      en: 'Has the work come as far as the contract asks for the next advance?',
    },
  },
  accepted: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Đã nghiệm thu cơ sở', en: 'Accepted at the base level' },
    question: { vi: 'Đề án đã được nghiệm thu cơ sở?', en: 'Is the project accepted at the base level?' },
  },
  /** The next three follow from a decision on another share, or from there being none. */
  firstShare: {
    kind: 'choice',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Căn cứ của mức tạm ứng lần đầu', en: 'Basis of the first advance' },
    question: {
      vi: 'Mức tạm ứng lần đầu theo thông tư hay theo quyết định riêng?',
      en: 'Does the first advance follow the circular, or a decision on this project?',
    },
    values: {
      circular: { vi: 'mức của thông tư', en: 'the circular' },
      decided: { vi: 'quyết định riêng', en: 'a decision' },
    },
  },
  shareDecidedBy: {
    kind: 'choice',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Nơi quyết định mức tạm ứng khác', en: 'Who decided the other share' },
    question: { vi: 'Mức tạm ứng khác do cơ quan nào quyết định?', en: 'Who decided the other share?' },
    values: {
      'fund-manager': { vi: 'cơ quan quản lý kinh phí khuyến công', en: 'the manager of the fund' },
      other: { vi: 'cơ quan khác', en: 'another' },
    },
  },
  decidedAdvance: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức tạm ứng lần đầu theo quyết định', en: 'First advance by decision' },
    question: {
      vi: 'Quyết định cho tạm ứng lần đầu bao nhiêu đồng?',
      en: 'How much does the decision allow as the first advance, in đồng?',
    },
  },
})

/** Facts of an advance; every field may be absent, and absent means unknown. */
export type AdvanceFacts = Omit<
  FactsOf<typeof advanceFacts>,
  'advanceRound' | 'firstShare' | 'shareDecidedBy' | 'decidedAdvance'
>

/** The words that the rules on advances are written in. */
export const advanceWords = vocabulary<typeof advanceFacts>()
