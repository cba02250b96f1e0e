import { byId, requirementOverTime } from '@khuyencong/rules'
import { fundSourceCodes } from '../fund-sources.js'
import { moneyQuestions } from '../money-questions.js'
import { planWords } from '../plan-facts.js'
import { decree45 } from './decree.js'

const { oneOf } = planWords

/** MR-15: promotion money comes from these sources. */
const lawfulSource = requirementOverTime({
  id: 'MR-15',
  group: 'plan',
  subjects: [moneyQuestions.source],
  title: { vi: 'Nguồn kinh phí khuyến công', en: 'Sources of promotion money' },
  versions: decree45({ article: '13', clause: '1' }).map((source) => ({
    ...source,
    requires: oneOf('moneySource', fundSourceCodes),
  })),
})

export const article13Rules = byId([lawfulSource])
