import { byId, parameter } from '@khuyencong/rules'
import { levels } from '../level.js'
import { asIssued, amended2018, circular, since2018 } from './sources.js'

const [unchanged, from2025] = since2018([circular('8')], 'unchanged')

/** The levels at which rounds are held. */
export const heldLevels = parameter({
  id: 'CONTEST.levels',
  title: { vi: 'Các cấp bình chọn', en: 'Levels of contests' },
  unit: 'list',
  values: levels,
  timeline: [
    ...asIssued([circular('8')]).map((source) => ({ ...source, value: ['DISTRICT', 'PROVINCE', 'REGION', 'NATION'] })),
    { ...unchanged, ...amended2018, value: ['DISTRICT', 'PROVINCE', 'REGION', 'NATION'] },
    {
      ...from2025,
      value: ['COMMUNE', 'PROVINCE', 'REGION', 'NATION'],
      trust: 'secondary',
      note: {
        vi: 'Theo tin về văn bản hợp nhất 46/VBHN-BCT: cấp xã thay cấp huyện từ 1/7/2025.',
        en: 'As reported of the consolidated text 46/VBHN-BCT: the commune takes the place of the district from 1 July 2025.',
      },
    },
  ],
})

export const article8Parameters = byId([heldLevels])
