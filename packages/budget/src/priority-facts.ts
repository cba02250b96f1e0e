import { facts } from '@khuyencong/domain'
import { defineFacts, vocabulary } from '@khuyencong/rules'

/** What a raised ceiling is computed from: the parts of the ceiling as it is. In đồng. */
export const priorityFacts = defineFacts({
  fund: facts.fund,
  level: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức theo tỷ lệ hoặc chi phí', en: 'Level by share of the cost' },
    question: {
      vi: 'Mức theo tỷ lệ chi phí là bao nhiêu đồng?',
      en: 'What is the level by share of the cost, in đồng?',
    },
  },
  cap: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức trần', en: 'Cap' },
    question: { vi: 'Mức trần là bao nhiêu đồng?', en: 'What is the cap, in đồng?' },
  },
  machineCap: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức trần của máy móc thiết bị', en: 'Cap of machinery' },
    question: {
      vi: 'Mức trần của máy móc thiết bị là bao nhiêu đồng?',
      en: 'What is the cap of machinery, in đồng?',
    },
  },
})

/** The words that the rules on priority are written in. */
export const priorityWords = vocabulary<typeof priorityFacts>()
