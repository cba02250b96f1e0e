import { cite } from '@khuyencong/domain'
import { any, atLeast, byId, exception, param, parameter, requirement } from '@khuyencong/rules'
import { fact, is, oneOf } from '../facts.js'
import { askedOfProvince, lossAskedOfProvince, type ProvincialTitles, type Regulation } from './provincial.js'

const own: Regulation = { from: '2023-02-03', cites: [cite('QĐ 41/QĐ-UBND Bắc Ninh 2023')] }
const reported = { ...own, trust: 'secondary' } as const
const yearsTitle = { vi: 'Số năm trong nghề', en: 'Years in the craft' }
const worksTitle = { vi: 'Tác phẩm', en: 'Works' }

const years = parameter({ id: 'BN.years', title: yearsTitle, unit: 'years', timeline: [{ ...reported, value: 10 }] })
const works = parameter({ id: 'BN.works', title: worksTitle, unit: 'items', timeline: [{ ...reported, value: 10 }] })
const trainees = parameter({
  id: 'BN.trainees',
  title: { vi: 'Số người được truyền nghề', en: 'People taught' },
  unit: 'persons',
  timeline: [{ ...reported, value: 30 }],
})
const workerYears = parameter({
  id: 'BN.worker.years',
  title: yearsTitle,
  unit: 'years',
  timeline: [{ ...reported, value: 5 }],
})
const workerWorks = parameter({
  id: 'BN.worker.works',
  title: worksTitle,
  unit: 'items',
  timeline: [{ ...reported, value: 5 }],
})

const artisan = { group: 'craft', subjects: ['NN-TINH'], ...reported } as const
const worker = { group: 'craft', subjects: ['THO-GIOI'], ...reported } as const

const rules = byId([
  requirement({
    ...artisan,
    id: 'BN-YEARS',
    title: yearsTitle,
    requires: atLeast(fact('yearsInCraft'), param(years)),
  }),
  requirement({ ...artisan, id: 'BN-WORKS', title: worksTitle, requires: atLeast(fact('works'), param(works)) }),
  requirement({
    ...artisan,
    id: 'BN-TRAINEES',
    title: { vi: 'Truyền nghề cho đủ số người', en: 'Enough people taught' },
    requires: atLeast(fact('trainees'), param(trainees)),
  }),
  exception({
    ...artisan,
    id: 'BN-SPECIAL-CRAFT',
    title: { vi: 'Nghề đặc thù: miễn số người được truyền nghề', en: 'Special craft: no number of trainees' },
    exceptionTo: ['BN-TRAINEES'],
    applies: is('specialCraft'),
  }),
  requirement({
    ...worker,
    id: 'BN-WORKER-YEARS',
    title: yearsTitle,
    requires: atLeast(fact('yearsInCraft'), param(workerYears)),
  }),
  requirement({
    ...worker,
    id: 'BN-WORKER-WORKS',
    title: worksTitle,
    requires: atLeast(fact('works'), param(workerWorks)),
  }),
  requirement({
    ...worker,
    id: 'BN-WORKER-PRIZE',
    title: { vi: 'Giải ba trở lên, từ cấp tỉnh', en: 'Third prize or better, province level or above' },
    requires: any(
      oneOf('provincialPrize', ['first', 'second', 'third']),
      oneOf('nationalPrize', ['first', 'second', 'third']),
    ),
  }),
  askedOfProvince('BN-STANDARDS', ['NN-TINH', 'THO-GIOI'], own, {
    vi: 'Tiêu chuẩn về giải thưởng của nghệ nhân và các tiêu chuẩn còn lại chỉ đọc được phần đầu; có thể đã được sửa ngày 12/7/2023 (QĐ 262).',
    en: 'The prizes of artisans and the further standards were read only in part; they may have been changed on 12 July 2023 (QĐ 262).',
  }),
  lossAskedOfProvince('BN-LOSS', own),
])

/** Bắc Ninh: an example with two titles, artisan and skilled worker. */
export const bacNinhTitles = {
  id: 'bac-ninh',
  province: { vi: 'Bắc Ninh', en: 'Bắc Ninh' },
  codes: ['NN-TINH', 'THO-GIOI'],
  partial: {
    vi: 'Chưa biết: giải thưởng của nghệ nhân, hội đồng, mức thưởng, chu kỳ.',
    en: 'Not known: prizes of artisans, council, reward, cycle.',
  },
  rules,
  parameters: byId([years, works, trainees, workerYears, workerWorks]),
  amounts: {},
  steps: [],
} as const satisfies ProvincialTitles
