import { all, byId, parameter, requirementOverTime, type Text } from '@khuyencong/rules'
import { withdrawal } from '../level.js'
import { is } from '../vocabulary.js'
import { circular, fromTheStart } from './sources.js'

/** Working days from the notice of the result in which a complaint may be filed. */
export const daysToComplain = parameter({
  id: 'CONTEST.complaint.file',
  title: { vi: 'Thời hạn khiếu nại', en: 'Time to complain' },
  unit: 'working-days',
  timeline: fromTheStart([circular('20', '1')], 'unchanged').map((source) => ({ ...source, value: 15 })),
})

/** Working days from receipt in which the council decides on a complaint. */
export const daysToDecide = parameter({
  id: 'CONTEST.complaint.decide',
  title: { vi: 'Thời hạn giải quyết khiếu nại', en: 'Time to decide on a complaint' },
  unit: 'working-days',
  timeline: fromTheStart([circular('20', '2'), circular('10', '3')], 'unchanged').map((source) => ({
    ...source,
    value: 10,
  })),
})

const sameDay: Text = { vi: 'tính cả ngày thông báo', en: 'the day of the notice counts' }

/** Which day of a term is its first. */
export const firstDay = parameter({
  id: 'CONTEST.complaint.first-day',
  title: { vi: 'Ngày đầu của thời hạn', en: 'First day of a term' },
  unit: 'choice',
  values: { 'day-after': { vi: 'ngày làm việc tiếp theo', en: 'the next working day' }, 'same-day': sameDay },
  timeline: fromTheStart([circular('20')], 'unchanged').map((source) => ({
    ...source,
    value: 'day-after',
    trust: 'assumed',
    note: {
      vi: 'Thông tư không quy định; tính từ ngày làm việc tiếp theo, nghỉ thứ bảy và chủ nhật.',
      en: 'The circular does not say; counted from the next working day, Saturdays and Sundays off.',
    },
    readings: [{ value: 'same-day', title: sameDay }],
  })),
})

/** CW-1: withdrawn for a breach, on the council's proposal, by the authority that issued it. How grave a breach must be is for them to judge. */
const grounds = requirementOverTime({
  id: 'CW-1',
  group: 'withdrawal',
  title: { vi: 'Đủ căn cứ thu hồi giấy chứng nhận', en: 'Grounds for withdrawing a certificate' },
  subjects: [withdrawal],
  versions: fromTheStart([circular('20', '3')], 'unchanged').map((source) => ({
    ...source,
    requires: all(is('certificateBreach'), is('withdrawalProposed'), is('withdrawnByIssuer')),
  })),
})

export const article20Parameters = byId([daysToComplain, daysToDecide, firstDay])
export const article20Rules = byId([grounds])
