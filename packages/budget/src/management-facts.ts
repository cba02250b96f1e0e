import { facts } from '@khuyencong/domain'
import { defineFacts, vocabulary, type FactsOf } from '@khuyencong/rules'

/** What can be known of the cost of managing. Key order is asking order. Money is in đồng. */
export const managementFacts = defineFacts({
  fund: facts.fund,
  yearlyFund: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Kinh phí khuyến công trong năm', en: 'Promotion money of the year' },
    question: {
      vi: 'Kinh phí khuyến công được giao trong năm là bao nhiêu đồng?',
      en: 'How much promotion money is there for the year, in đồng?',
    },
  },
  projectBudget: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Kinh phí của đề án', en: 'Budget of the project' },
    question: { vi: 'Kinh phí của đề án là bao nhiêu đồng?', en: 'What is the budget of the project, in đồng?' },
  },
  managementCost: {
    kind: 'money',
    group: 'funding',
    mutability: 'changeable',
    title: { vi: 'Chi quản lý', en: 'Cost of management' },
    question: { vi: 'Chi quản lý là bao nhiêu đồng?', en: 'What does management cost, in đồng?' },
  },
})

/** Facts of management; every field may be absent, and absent means unknown. */
export type ManagementFacts = FactsOf<typeof managementFacts>

/** The words that the rules on management are written in. */
export const managementWords = vocabulary<typeof managementFacts>()
