import { cite, is, isNot } from '@khuyencong/domain'
import { byId, requirement } from '@khuyencong/rules'
import { contentsOfATrade } from '../nd-45-2012/article-5.js'

const article5 = cite('TT 46/2012/TT-BCT', { article: '5' })

/** Trade c: no clay bricks from improved handmade or ring kilns. */
const kilns = requirement({
  id: 'TRADE-C',
  subjects: contentsOfATrade,
  group: 'trade',
  title: {
    vi: 'Vật liệu xây dựng: không phải gạch đất sét nung bằng lò thủ công cải tiến, lò vòng',
    en: 'Building materials: no clay bricks fired in improved handmade or ring kilns',
  },
  from: '2013-02-10',
  cites: [article5],
  trust: 'text',
  applies: is('trade', 'chemicals-materials'),
  requires: isNot('firesClayBricks'),
})

/** Trade e: minerals only in hard and especially hard areas. */
const minerals = requirement({
  id: 'TRADE-E',
  subjects: contentsOfATrade,
  group: 'trade',
  title: { vi: 'Khoáng sản: chỉ tại địa bàn khó khăn, đặc biệt khó khăn', en: 'Minerals: only in hard areas' },
  from: '2013-02-10',
  cites: [cite('NĐ 45/2012/NĐ-CP', { article: '5', clause: '1', point: 'e' }), article5],
  trust: 'text',
  applies: is('trade', 'minerals'),
  requires: is('inHardArea'),
})

export const tradeLimitRules = byId([kilns, minerals])
