import { cite } from '@khuyencong/domain'
import { all, byId } from '@khuyencong/rules'
import { is } from '../facts.js'
import { underDecree123 } from '../transition.js'

/** Who: Vietnamese citizens working in handicrafts. Performers and keepers of rites belong to another decree. */
const who = underDecree123({
  id: 'ND123-WHO',
  group: 'person',
  subjects: ['NNUT', 'NNND'],
  title: {
    vi: 'Công dân Việt Nam làm việc trong lĩnh vực nghề thủ công mỹ nghệ',
    en: 'A Vietnamese citizen working in handicrafts',
  },
  cites: [cite('NĐ 123/2014/NĐ-CP', { article: '2', clause: '1' })],
  trust: 'text',
  requires: all(is('vietnamese'), is('field', 'handicrafts')),
})

export const article2Rules = byId([who])
