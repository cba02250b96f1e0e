import { all, byId, requirementOverTime } from '@khuyencong/rules'
import { moneyQuestions } from '../money-questions.js'
import { planWords } from '../plan-facts.js'
import { circular36 } from './circular.js'

const { is } = planWords

/** MR-17: fairs, works of clusters and media of the national fund go to tender where the law on tender applies. */
const byTender = requirementOverTime({
  id: 'MR-17.tender',
  group: 'plan',
  subjects: [moneyQuestions.tendered],
  title: {
    vi: 'Hội chợ, hạ tầng và xử lý ô nhiễm cụm công nghiệp, truyền thông: đấu thầu',
    en: 'Fairs, works of clusters and media go to tender',
  },
  versions: circular36('3').map((source) => ({
    ...source,
    applies: all(is('fund', 'national'), is('tenderLawApplies')),
    requires: is('chosenBy', 'tender'),
  })),
})

export const article3Rules = byId([byTender])
