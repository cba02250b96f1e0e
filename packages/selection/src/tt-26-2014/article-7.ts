import { byId, parameter, type Text } from '@khuyencong/rules'
import { circular, fromTheStart } from './sources.js'

/** The highest mark of a group of criteria, the same for all product groups and levels: the score sheet of annex 4. */
const most = <const Id extends string, const Most extends number>(id: Id, point: string, title: Text, value: Most) =>
  parameter({
    id: `CONTEST.most.${id}`,
    title: { vi: `Điểm tối đa: ${title.vi}`, en: `Highest mark: ${title.en}` },
    unit: 'points',
    timeline: fromTheStart([circular('7', '1', point), circular('Phụ lục 4')], 'unchanged').map((source) => ({
      ...source,
      value,
    })),
  })

export const mostPoints = {
  market: most(
    'market',
    'a',
    { vi: 'đáp ứng thị trường và khả năng phát triển sản xuất', en: 'response to the market and ability to develop' },
    40,
  ),
  economy: most(
    'economy',
    'b',
    { vi: 'kinh tế, kỹ thuật, xã hội và môi trường', en: 'economy, technique, society and environment' },
    40,
  ),
  culture: most('culture', 'c', { vi: 'tính văn hóa, thẩm mỹ', en: 'culture and beauty' }, 10),
  other: most('other', 'd', { vi: 'tiêu chí khác', en: 'other criteria' }, 10),
} as const

/** A group of criteria of the score sheet. */
export type CriteriaGroup = keyof typeof mostPoints
export const criteriaGroups = Object.keys(mostPoints) as readonly CriteriaGroup[]

export const article7Parameters = byId([mostPoints.market, mostPoints.economy, mostPoints.culture, mostPoints.other])
