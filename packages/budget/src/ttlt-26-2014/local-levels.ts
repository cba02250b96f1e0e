import { all, byId, requirementOverTime } from '@khuyencong/rules'
import { moneyQuestions } from '../money-questions.js'
import { planWords } from '../plan-facts.js'
import { jointCircular } from './circular.js'

const { is, oneOf } = planWords

const ofLocalFund = oneOf('fund', ['provincial', 'district'])

/** MR-16: a province sets the levels of its own fund. */
const setByProvince = requirementOverTime({
  id: 'MR-16',
  group: 'plan',
  subjects: [moneyQuestions.localLevel],
  title: {
    vi: 'Mức chi của địa phương do tỉnh quy định',
    en: 'The province sets the level of the local fund',
  },
  versions: jointCircular({ article: '6', clause: '3', point: 'a' }).map((source) => ({
    ...source,
    applies: ofLocalFund,
    requires: oneOf('levelSetBy', ['fund-regulation', 'council-resolution']),
  })),
})

/** MR-16: what is not on the national list goes to the council. */
const setByCouncil = requirementOverTime({
  id: 'MR-16.council',
  group: 'plan',
  subjects: [moneyQuestions.localLevel],
  title: {
    vi: 'Nội dung ngoài danh mục: Hội đồng nhân dân tỉnh quyết định',
    en: 'Outside the national list: the provincial council decides',
  },
  versions: jointCircular({ article: '6', clause: '3', point: 'b' }).map((source) => ({
    ...source,
    applies: all(ofLocalFund, is('outsideNationalList')),
    requires: is('levelSetBy', 'council-resolution'),
  })),
})

export const localLevelRules = byId([setByProvince, setByCouncil])
