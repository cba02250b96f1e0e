import { cite } from '@khuyencong/domain'
import { byId, requirementOverTime } from '@khuyencong/rules'
import { levelCodes } from '../level.js'
import { is } from '../vocabulary.js'
import { circular, fromTheStart } from './sources.js'

const decree = cite('NĐ 45/2012/NĐ-CP', { article: '1', clause: '2', point: 'a' })
const amendedDecree = cite('NĐ 235/2025/NĐ-CP', { article: '1', clause: '1', point: 'a' })
const requires = is('ruralEstablishment')
const [first, since2018, since2025] = fromTheStart([circular('1', '2'), decree], 'unchanged')

/** CE-1: who may enter. Whether one is such an establishment is the law of eligibility, which changed on 15 October 2025. */
const entrant = requirementOverTime({
  id: 'CE-1',
  group: 'entrant',
  title: { vi: 'Cơ sở công nghiệp nông thôn', en: 'A rural industrial establishment' },
  subjects: levelCodes,
  versions: [
    { ...first, requires },
    { ...since2018, requires },
    { ...since2025, to: '2025-10-14', requires },
    {
      ...since2025,
      from: '2025-10-15',
      cites: [...since2025.cites, amendedDecree],
      note: {
        vi: 'Đối tượng, địa bàn theo nghị định sửa đổi: thêm liên hiệp hợp tác xã, địa bàn xác định lại. Thông tư 38/2025 chưa đọc được.',
        en: 'Entrants and area by the amended decree: unions of cooperatives join, and the area is drawn anew. TT 38/2025 could not be read.',
      },
      requires,
    },
  ],
})

export const article1Rules = byId([entrant])
