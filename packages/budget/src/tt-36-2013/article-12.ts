import { atLeast, byId, literal, moreThan, requirementOverTime, sum } from '@khuyencong/rules'
import { moneyQuestions } from '../money-questions.js'
import { settlementWords } from '../settlement-facts.js'
import { circular36 } from './circular.js'

const { fact } = settlementWords

/** MR-13: money advanced without work, or not accepted in settlement, returns to the budget. */
const comesBack = requirementOverTime({
  id: 'MR-13',
  group: 'settlement',
  subjects: [moneyQuestions.returned],
  title: {
    vi: 'Tạm ứng không có khối lượng hoặc không được quyết toán thì nộp lại ngân sách',
    en: 'What was advanced and not settled returns to the budget',
  },
  versions: circular36('12', '6').map((source) => ({
    ...source,
    applies: moreThan(fact('alreadyAdvanced'), literal(0n)),
    requires: atLeast(sum([fact('settledSupport'), fact('returnedToBudget')]), fact('alreadyAdvanced')),
  })),
})

export const article12Rules = byId([comesBack])
