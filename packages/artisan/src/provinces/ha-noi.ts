import { cite } from '@khuyencong/domain'
import { all, atLeast, byId, param, parameter, requirement } from '@khuyencong/rules'
import { fact, is } from '../facts.js'
import { askedOfProvince, lossAskedOfProvince, type ProvincialTitles, type Regulation } from './provincial.js'

/** Of 2009; the first day in force was not seen, so it answers from the year after. */
const own: Regulation = { from: '2010-01-01', cites: [cite('QĐ 69/2009/QĐ-UBND Hà Nội')] }
const reported = { ...own, trust: 'secondary' } as const

const years = parameter({
  id: 'HN.years',
  title: { vi: 'Số năm trong nghề', en: 'Years in the craft' },
  unit: 'years',
  timeline: [{ ...reported, value: 10 }],
})
const designs = parameter({
  id: 'HN.designs',
  title: { vi: 'Mẫu tự sáng tác', en: 'Own designs' },
  unit: 'items',
  timeline: [{ ...reported, value: 5 }],
})
const works = parameter({
  id: 'HN.works',
  title: { vi: 'Tác phẩm đã chế tác', en: 'Works made' },
  unit: 'items',
  timeline: [{ ...reported, value: 10 }],
})

const longInCraft = requirement({
  id: 'HN-YEARS',
  group: 'craft',
  subjects: ['NN-TINH'],
  title: { vi: 'Số năm trong nghề', en: 'Years in the craft' },
  ...reported,
  requires: atLeast(fact('yearsInCraft'), param(years)),
})
const enoughWorks = requirement({
  id: 'HN-WORKS',
  group: 'craft',
  subjects: ['NN-TINH'],
  title: { vi: 'Mẫu tự sáng tác và tác phẩm', en: 'Own designs and works' },
  ...reported,
  requires: all(atLeast(fact('ownDesigns'), param(designs)), atLeast(fact('works'), param(works))),
})
const skilled = requirement({
  id: 'HN-ESTEEM',
  group: 'person',
  subjects: ['NN-TINH'],
  title: { vi: 'Thợ giỏi được đồng nghiệp thừa nhận', en: 'A skilled worker acknowledged by peers' },
  ...reported,
  requires: is('esteemed'),
})
const confirmed = askedOfProvince('HN-STANDARDS', ['NN-TINH'], own, {
  vi: 'Danh sách giải thưởng (vàng, bạc, đồng hoặc tương đương …) và số người được truyền nghề chỉ đọc được phần đầu.',
  en: 'The list of prizes (gold, silver, bronze or equal …) and the number of trainees were read only in part.',
})

/** Hà Nội: an example of another province's title. */
export const haNoiTitles = {
  id: 'ha-noi',
  province: { vi: 'Hà Nội', en: 'Hà Nội' },
  codes: ['NN-TINH'],
  partial: {
    vi: 'Chưa biết: đủ danh sách giải thưởng, số người được truyền nghề, hội đồng, mức thưởng.',
    en: 'Not known: the whole list of prizes, trainees, council, reward.',
  },
  rules: byId([skilled, longInCraft, enoughWorks, confirmed, lossAskedOfProvince('HN-LOSS', own)]),
  parameters: byId([years, designs, works]),
  amounts: {},
  steps: [],
} as const satisfies ProvincialTitles
