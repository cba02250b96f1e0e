import { all, byId, requirementOverTime } from '@khuyencong/rules'
import { advanceWords } from '../advance-facts.js'
import { advanceOf } from '../money-questions.js'
import { circular36 } from './circular.js'

const { is } = advanceWords

/** MR-7: a project over several years is advanced on as its contract and its progress allow. */
const nextAdvance = requirementOverTime({
  id: 'MR-7',
  group: 'funding',
  subjects: [
    advanceOf('cluster-works'),
    advanceOf('services'),
    advanceOf('fairs-media-plans'),
    advanceOf('establishment-works'),
    advanceOf('general'),
  ],
  title: {
    vi: 'Tạm ứng tiếp theo tiến độ và hợp đồng với đề án nhiều năm',
    en: 'Later advances of a project over several years follow progress and contract',
  },
  versions: circular36('15', '2').map((source) => ({
    ...source,
    applies: all(is('duration', 'several-years'), is('advanceRound', 'next')),
    requires: is('scheduleMet'),
  })),
})

export const article15Rules = byId([nextAdvance])
