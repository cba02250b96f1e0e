import { facts } from '@khuyencong/domain'
import { defineFacts, vocabulary, type FactsOf } from '@khuyencong/rules'
import { advanceFacts } from './advance-facts.js'

/** What can be known of a project when it is settled. Key order is asking order. Money is in đồng. */
export const settlementFacts = defineFacts({
  fund: facts.fund,
  award: advanceFacts.award,
  acceptance: {
    kind: 'choice',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Nghiệm thu cơ sở', en: 'Base-level acceptance' },
    question: { vi: 'Kết quả nghiệm thu cơ sở là gì?', en: 'How did base-level acceptance end?' },
    values: {
      accepted: { vi: 'đã nghiệm thu', en: 'accepted' },
      pending: { vi: 'chưa nghiệm thu', en: 'not yet' },
      refused: { vi: 'không được nghiệm thu, quyết toán', en: 'refused' },
      'force-majeure': { vi: 'dừng do bất khả kháng', en: 'stopped by force majeure' },
    },
  },
  /** Follows from the checklist of the content. */
  proofComplete: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Đủ hồ sơ chứng minh', en: 'Proof complete' },
    question: { vi: 'Hồ sơ chứng minh đã đủ?', en: 'Is the proof complete?' },
  },
  forceMajeureExplained: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Văn bản giải trình bất khả kháng', en: 'Explanation of the force majeure' },
    question: {
      vi: 'Có văn bản giải trình về sự kiện bất khả kháng?',
      en: 'Is the force majeure explained in writing?',
    },
  },
  forceMajeureRecorded: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Biên bản nghiệm thu khối lượng đã thực hiện', en: 'Record of the work done' },
    question: {
      vi: 'Có biên bản nghiệm thu khối lượng của Sở Công Thương hoặc UBND địa phương?',
      en: 'Is there a record of the work done, by the department or the local committee?',
    },
  },
  allVouchersListed: {
    kind: 'flag',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Đủ chứng từ của toàn bộ kinh phí', en: 'Vouchers of all the money' },
    question: {
      vi: 'Đã liệt kê chứng từ của toàn bộ kinh phí, kể cả vốn đối ứng?',
      en: 'Are the vouchers of all the money listed, own money included?',
    },
  },
  alreadyAdvanced: advanceFacts.alreadyAdvanced,
  /** The next two follow from the vouchers. */
  spent: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Chi phí hợp lệ theo chứng từ', en: 'Counted cost by vouchers' },
    question: { vi: 'Chứng từ hợp lệ cộng lại bao nhiêu đồng?', en: 'What do the counted vouchers add up to?' },
  },
  ceiling: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức hỗ trợ tối đa theo chi phí thực tế', en: 'Support ceiling at the actual cost' },
    question: {
      vi: 'Mức hỗ trợ tối đa theo chi phí thực tế là bao nhiêu đồng?',
      en: 'What is the support ceiling at the actual cost, in đồng?',
    },
  },
  /** Follows from the settlement. */
  settledSupport: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Kinh phí hỗ trợ được quyết toán', en: 'Support that is settled' },
    question: { vi: 'Kinh phí hỗ trợ được quyết toán là bao nhiêu đồng?', en: 'How much support is settled, in đồng?' },
  },
  returnedToBudget: {
    kind: 'money',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Đã nộp lại ngân sách', en: 'Returned to the budget' },
    question: { vi: 'Đã nộp lại ngân sách bao nhiêu đồng?', en: 'How much has been returned to the budget, in đồng?' },
  },
})

type Derived = 'proofComplete' | 'spent' | 'settledSupport'

/** Facts of a settlement; every field may be absent, and absent means unknown. */
export type SettlementFacts = Omit<FactsOf<typeof settlementFacts>, Derived>

/** The words that the rules on settlement are written in. */
export const settlementWords = vocabulary<typeof settlementFacts>()
