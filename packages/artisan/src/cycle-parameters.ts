import { cite } from '@khuyencong/domain'
import { byId, parameter } from '@khuyencong/rules'
import { decree123Since, decree43Since } from './transition.js'

/** State titles are considered every three years. The day named for it (2 September) slips in fact and is no date of law here. */
const state = parameter({
  id: 'STATE.cycle',
  title: { vi: 'Chu kỳ xét tặng danh hiệu Nhà nước', en: 'Cycle of State titles' },
  unit: 'years',
  timeline: [
    { from: decree123Since, to: '2024-06-05', value: 3, cites: [cite('NĐ 123/2014/NĐ-CP')], trust: 'secondary' },
    { from: decree43Since, value: 3, cites: [cite('NĐ 43/2024/NĐ-CP')], trust: 'secondary' },
  ],
})

export const cycleParameters = byId([state])
