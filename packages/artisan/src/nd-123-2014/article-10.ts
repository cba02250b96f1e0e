import { cite } from '@khuyencong/domain'
import { all, atLeast, atMost, byId, not, param, parameter } from '@khuyencong/rules'
import { allOf, fact, is } from '../facts.js'
import { decree123Since, underDecree123 } from '../transition.js'

const article10 = (point?: string) => cite('NĐ 123/2014/NĐ-CP', { article: '10', clause: '1', ...(point && { point }) })

const size = (id: 'ND123.council.state.least' | 'ND123.council.state.most', vi: string, en: string, value: number) =>
  parameter({
    id,
    title: { vi, en },
    unit: 'persons',
    timeline: [{ from: decree123Since, value, cites: [article10()], trust: 'text' }],
  })

const least = size('ND123.council.state.least', 'Thành viên ít nhất, cấp Nhà nước', 'Fewest members, State council', 9)
const most = size('ND123.council.state.most', 'Thành viên nhiều nhất, cấp Nhà nước', 'Most members, State council', 11)

const stateSize = underDecree123({
  id: 'ND123-COUNCIL-SIZE',
  group: 'council',
  subjects: ['COUNCIL'],
  title: { vi: 'Hội đồng cấp Nhà nước: số thành viên', en: 'State council: number of members' },
  cites: [article10()],
  trust: 'text',
  applies: is('councilLevel', 'state'),
  requires: all(atLeast(fact('councilSize'), param(least)), atMost(fact('councilSize'), param(most))),
})

const stateHeads = underDecree123({
  id: 'ND123-COUNCIL-HEADS',
  group: 'council',
  subjects: ['COUNCIL'],
  title: { vi: 'Hội đồng cấp Nhà nước: Chủ tịch, Phó Chủ tịch', en: 'State council: chair and deputies' },
  cites: [article10('a'), article10('b')],
  trust: 'text',
  applies: is('councilLevel', 'state'),
  requires: all(is('councilChair', 'minister'), allOf('councilDeputies', ['commendation', 'ministry'])),
})

const otherLevels = underDecree123({
  id: 'ND123-COUNCIL-OTHER',
  group: 'council',
  subjects: ['COUNCIL'],
  title: {
    vi: 'Hội đồng cấp tỉnh, cấp Bộ: thành phần, số lượng',
    en: 'Councils of province and ministry: size and composition',
  },
  cites: [cite('NĐ 123/2014/NĐ-CP')],
  trust: 'assumed',
  note: {
    vi: 'Điều về hội đồng cấp tỉnh, cấp Bộ chưa đọc được (Hà Nội năm 2022 có 10 thành viên): cần xác nhận.',
    en: 'The articles on these councils could not be read (that of Hà Nội had 10 members in 2022): a confirmation is asked for.',
  },
  applies: not(is('councilLevel', 'state')),
  requires: is('compositionConfirmed'),
})

export const article10Parameters = byId([least, most])
export const article10Rules = byId([stateSize, stateHeads, otherLevels])
