import { cite } from '@khuyencong/domain'
import { any, byId, parameter, requirement, type Text } from '@khuyencong/rules'
import { is } from '../facts.js'
import type { Step } from '../step.js'
import { askedOfProvince, lossAskedOfProvince, type ProvincialTitles, type Regulation } from './provincial.js'

const regulation = cite('QĐ 35/2013/QĐ-UBND Quảng Nam')
const article12 = cite('QĐ 35/2013/QĐ-UBND Quảng Nam', { article: '12', clause: '2' })
/** Of 2013; the cycle runs from 2014. */
const own: Regulation = { from: '2014-01-01', cites: [regulation] }
const reported = { ...own, trust: 'secondary' } as const
const of = { group: 'person', subjects: ['NN-TINH', 'THO-GIOI'], ...reported } as const

const rules = byId([
  requirement({
    ...of,
    id: 'QN-FIELD',
    title: { vi: 'Làm nghề thủ công mỹ nghệ', en: 'Works in handicrafts' },
    requires: is('field', 'handicrafts'),
  }),
  requirement({
    ...of,
    id: 'QN-RESIDENT',
    title: {
      vi: 'Thường trú tại tỉnh, trừ người có công đưa nghề về',
      en: 'A registered resident, unless the person brought a craft in',
    },
    requires: any(is('resident'), is('broughtCraft')),
  }),
  askedOfProvince('QN-STANDARDS', ['NN-TINH', 'THO-GIOI'], own, {
    vi: 'Quy định có 6 chương, 18 điều; tiêu chuẩn chưa đọc được: cần tỉnh xác nhận.',
    en: 'The regulation has 6 chapters and 18 articles; its standards were not read: the province must confirm.',
  }),
  lossAskedOfProvince('QN-LOSS', own),
])

const cycle = parameter({
  id: 'NN-TINH.cycle',
  title: { vi: 'Chu kỳ xét công nhận', en: 'Cycle of the provincial titles' },
  unit: 'years',
  timeline: [{ ...reported, value: 2 }],
})
const comment = parameter({
  id: 'QN.comment',
  title: { vi: 'Lấy ý kiến', en: 'Public comment' },
  unit: 'days',
  timeline: [{ ...reported, cites: [article12], value: 15 }],
})

const province: Text = { vi: 'UBND tỉnh', en: 'the provincial People’s Committee' }
const steps: readonly Step[] = [
  {
    id: 'QN-COMMENT',
    title: { vi: 'Công bố danh sách lấy ý kiến', en: 'The list is published for comment' },
    by: province,
    term: comment,
    cites: [article12],
    trust: 'secondary',
  },
  {
    id: 'QN-DECIDE',
    title: { vi: 'Quyết định công nhận', en: 'Decision' },
    by: province,
    cites: [regulation],
    trust: 'secondary',
  },
]

/** Quảng Nam: an example with a comment period. */
export const quangNamTitles = {
  id: 'quang-nam',
  province: { vi: 'Quảng Nam', en: 'Quảng Nam' },
  codes: ['NN-TINH', 'THO-GIOI'],
  partial: {
    vi: 'Biết: đối tượng, chu kỳ, thời gian lấy ý kiến. Chưa biết: tiêu chuẩn, hội đồng, mức thưởng.',
    en: 'Known: who, cycle, comment period. Not known: standards, council, reward.',
  },
  rules,
  parameters: byId([cycle, comment]),
  amounts: {},
  steps,
} as const satisfies ProvincialTitles
