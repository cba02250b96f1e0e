import { cite } from '@khuyencong/domain'
import { all, atLeast, byId, param, parameter, requirement } from '@khuyencong/rules'
import { fact, is } from '../facts.js'
import { askedOfProvince, lossAskedOfProvince, type ProvincialTitles, type Regulation } from './provincial.js'

const own: Regulation = { from: '2016-12-25', cites: [cite('QĐ về Nghệ nhân tỉnh Lâm Đồng 2016')] }
const reported = { ...own, trust: 'secondary' } as const

const works = parameter({
  id: 'LD.works',
  title: { vi: 'Tác phẩm tự thiết kế, chế tác', en: 'Works designed and made' },
  unit: 'items',
  timeline: [{ ...reported, value: 5 }],
})
const trainees = parameter({
  id: 'LD.trainees',
  title: { vi: 'Số người được dạy nghề', en: 'People taught' },
  unit: 'persons',
  timeline: [{ ...reported, value: 50 }],
})

const of = { subjects: ['NN-TINH'], ...reported } as const

const rules = byId([
  requirement({
    ...of,
    id: 'LD-CONDUCT',
    group: 'person',
    title: { vi: 'Trung thành; thợ giỏi được mến mộ', en: 'Loyal; a skilled worker held in esteem' },
    requires: all(is('goodStanding'), is('esteemed')),
  }),
  requirement({
    ...of,
    id: 'LD-WORKS',
    group: 'craft',
    title: { vi: 'Tác phẩm có giá trị cao', en: 'Works of high value' },
    requires: atLeast(fact('works'), param(works)),
  }),
  requirement({
    ...of,
    id: 'LD-PRIZE',
    group: 'craft',
    title: { vi: 'Có giải thưởng, chứng nhận thành tích', en: 'A prize or certificate' },
    requires: is('anyPrize'),
  }),
  requirement({
    ...of,
    id: 'LD-TRAINEES',
    group: 'teaching',
    title: { vi: 'Dạy nghề cho đủ số người', en: 'Enough people taught' },
    requires: atLeast(fact('trainees'), param(trainees)),
  }),
  askedOfProvince('LD-STANDARDS', ['NN-TINH'], own, {
    vi: 'Chỉ đọc bản tin về quyết định: cần tỉnh xác nhận các tiêu chuẩn còn lại.',
    en: 'Only a report of the decision was read: the province must confirm the rest.',
  }),
  lossAskedOfProvince('LD-LOSS', own),
])

/** Lâm Đồng: an example of another province's title. Its support for stalls and loans is no reward in đồng. */
export const lamDongTitles = {
  id: 'lam-dong',
  province: { vi: 'Lâm Đồng', en: 'Lâm Đồng' },
  codes: ['NN-TINH'],
  partial: {
    vi: 'Biết: tác phẩm, dạy nghề, giải thưởng; hỗ trợ 100% thuê gian hàng mỗi năm, vay ưu đãi. Chưa biết: hội đồng, chu kỳ.',
    en: 'Known: works, teaching, prizes; a yearly stall rent in full and soft loans. Not known: council, cycle.',
  },
  rules,
  parameters: byId([works, trainees]),
  amounts: {},
  steps: [],
} as const satisfies ProvincialTitles
