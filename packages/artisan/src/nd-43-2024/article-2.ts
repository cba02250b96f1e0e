import { cite } from '@khuyencong/domain'
import { all, byId, not } from '@khuyencong/rules'
import { is, isNot, someOf } from '../facts.js'
import { underDecree43 } from '../transition.js'

const article2 = (clause: string) => cite('NĐ 43/2024/NĐ-CP', { article: '2', clause })

/** Who: Vietnamese persons working in handicrafts. */
const who = underDecree43({
  id: 'ND43-WHO',
  group: 'person',
  subjects: ['NNUT', 'NNND'],
  title: {
    vi: 'Cá nhân là người Việt Nam làm việc trong lĩnh vực nghề thủ công mỹ nghệ',
    en: 'A Vietnamese person working in handicrafts',
  },
  cites: [article2('1')],
  trust: 'text',
  requires: all(is('vietnamese'), is('field', 'handicrafts')),
})

/** The same titles may not be had twice: once in intangible heritage, once in handicrafts. */
const notInHeritage = underDecree43({
  id: 'ND43-HERITAGE',
  group: 'person',
  subjects: ['NNUT', 'NNND'],
  title: {
    vi: 'Không đang được xét hoặc đã được tặng danh hiệu trong lĩnh vực di sản văn hóa phi vật thể',
    en: 'Neither under review for, nor holding, the titles in intangible heritage',
  },
  cites: [article2('3')],
  trust: 'text',
  requires: all(not(someOf('heldTitles', ['NNUT-HERITAGE', 'NNND-HERITAGE'])), isNot('heritageReview')),
})

export const article2Rules = byId([who, notInHeritage])
