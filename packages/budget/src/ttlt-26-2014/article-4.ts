import { byId, requirementOverTime } from '@khuyencong/rules'
import { moneyQuestions } from '../money-questions.js'
import { planWords } from '../plan-facts.js'
import { jointCircular } from './circular.js'

const { oneOf } = planWords

/** MR-17: projects are chosen by selection or by tender. */
const chosen = requirementOverTime({
  id: 'MR-17',
  group: 'plan',
  subjects: [moneyQuestions.tendered, moneyQuestions.chosen],
  title: { vi: 'Đề án được xét chọn hoặc đấu thầu', en: 'Projects are chosen by selection or by tender' },
  versions: jointCircular({ article: '4', clause: '2' }).map((source) => ({
    ...source,
    requires: oneOf('chosenBy', ['selection', 'tender']),
  })),
})

export const article4Rules = byId([chosen])
