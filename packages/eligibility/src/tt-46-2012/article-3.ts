import { cite, contentsFor, is } from '@khuyencong/domain'
import { byId, parameter, requirement } from '@khuyencong/rules'

const counting = cite('TT 46/2012/TT-BCT', { article: '3', clause: '1', point: 'đ' })

/** EL-04: for how many years a ward turned from a commune still counts. */
export const wardYears = parameter({
  id: 'EL-04.years',
  title: { vi: 'Số năm phường chuyển từ xã còn được tính', en: 'Years for which a former commune still counts' },
  unit: 'years',
  timeline: [
    {
      from: '2013-02-10',
      value: 5,
      cites: [cite('NĐ 45/2012/NĐ-CP', { article: '1', clause: '2', point: 'a' }), counting],
      trust: 'text',
    },
  ],
})

/** EL-04: in which year, relative to the plan's own, the plan is built. The circular names the year but does not say which it is. */
export const planBuildingYear = parameter({
  id: 'EL-04.plan-building-year',
  title: {
    vi: 'Năm xây dựng kế hoạch so với năm kế hoạch',
    en: 'Year in which a plan is built, relative to the plan year',
  },
  unit: 'years',
  timeline: [
    {
      from: '2013-02-10',
      value: -1,
      title: { vi: 'năm liền trước năm kế hoạch', en: 'the year before the plan year' },
      cites: [counting],
      trust: 'assumed',
      note: {
        vi: 'Hiểu là năm lập kế hoạch, trước năm kế hoạch; thông tư không nói rõ.',
        en: 'Taken as the year in which the plan is drawn up, the one before the plan year; the circular does not say.',
      },
      readings: [{ value: 0, title: { vi: 'chính năm kế hoạch', en: 'the plan year itself' } }],
    },
  ],
})

/** EL-05: the place of production counts, wherever the seat is. Clause 1 is of rural establishments; cleaner production comes under clause 2, which has no limit of area. */
const placeOfProduction = requirement({
  id: 'EL-05',
  subjects: contentsFor('establishment').filter((code) => code !== 'SXSH-PILOT' && code !== 'SXSH-ASSESS'),
  group: 'site',
  title: {
    vi: 'Tính theo nơi đầu tư, sản xuất, không theo trụ sở',
    en: 'The place of production counts, not the seat',
  },
  from: '2013-02-10',
  cites: [cite('TT 46/2012/TT-BCT', { article: '3', clause: '1', point: 'd' })],
  trust: 'text',
  requires: is('producesAtSite'),
})

export const article3Parameters = byId([wardYears, planBuildingYear])
export const article3Rules = byId([placeOfProduction])
