import { cite } from '@khuyencong/domain'
import { byId, parameter, requirement } from '@khuyencong/rules'
import { is } from '../vocabulary.js'

const article8 = cite('TT 46/2012/TT-BCT', { article: '8', clause: '3', point: 'b' })
const decree2025 = cite('NĐ 235/2025/NĐ-CP')

/** The priorities that a province adds to those of the law: rule ids, the first one first. */
const ownPriorities = parameter({
  id: 'PLAN.own',
  title: { vi: 'Ưu tiên riêng của địa phương', en: "The province's own priorities" },
  unit: 'list',
  timeline: [{ from: '2013-02-10', value: [], cites: [article8], trust: 'text' }],
})

const owners = parameter({
  id: 'PLAN.owners',
  title: { vi: 'Ưu tiên theo chủ cơ sở', en: 'Priority by owner' },
  unit: 'list',
  timeline: [{ from: '2025-10-15', value: ['OWNER'], cites: [decree2025], trust: 'secondary' }],
})

const ownerPriority = requirement({
  id: 'OWNER',
  group: 'priority',
  title: {
    vi: 'Cơ sở do phụ nữ, người dân tộc thiểu số làm chủ',
    en: 'Owned by women or ethnic-minority persons',
  },
  subjects: ['OWNER'],
  from: '2025-10-15',
  cites: [decree2025],
  trust: 'secondary',
  note: {
    vi: 'Theo báo chí; điều khoản chưa đọc được.',
    en: 'As the press reports; the article could not be read.',
  },
  requires: is('ownedByWomenOrMinority'),
})

/** In which order the lists of priorities are gone through, for the fund of the province. */
const orderLocal = parameter({
  id: 'PLAN.order.local',
  title: { vi: 'Thứ tự xét ưu tiên, khuyến công địa phương', en: 'Order of priorities, local fund' },
  unit: 'list',
  timeline: [
    {
      from: '2013-02-10',
      to: '2025-10-14',
      value: ['PLAN.areas', 'PLAN.trades', 'PLAN.own'],
      cites: [cite('TT 46/2012/TT-BCT', { article: '6', clause: '3', point: 'a' }), article8],
      trust: 'text',
      note: {
        vi: 'Địa bàn trước, ngành nghề sau; ưu tiên riêng của địa phương được xếp sau cùng.',
        en: "Area before trade; the province's own priorities come last.",
      },
    },
    {
      from: '2025-10-15',
      value: ['PLAN.areas', 'PLAN.trades', 'PLAN.owners', 'PLAN.own'],
      cites: [cite('TT 46/2012/TT-BCT', { article: '6', clause: '3', point: 'a' }), article8, decree2025],
      trust: 'assumed',
      note: {
        vi: 'Thứ tự theo Nghị định 235/2025 chưa đọc được; vị trí của ưu tiên theo chủ cơ sở là giả định.',
        en: 'The order under NĐ 235/2025 could not be read; the place of the priority by owner is assumed.',
      },
    },
  ],
})

export const article8Parameters = byId([ownPriorities, owners, orderLocal])
export const article8Rules = byId([ownerPriority])
