import { cite } from '@khuyencong/domain'
import { any, atLeast, byId, param, parameter, requirement } from '@khuyencong/rules'
import { fact, oneOf } from '../facts.js'
import { askedOfProvince, lossAskedOfProvince, type ProvincialTitles, type Regulation } from './provincial.js'

const own: Regulation = { from: '2025-01-01', cites: [cite('Dự thảo về Nghệ nhân Huế 2025')] }
/** A draft is no law, whatever it says: it loads as assumed. */
const drafted = {
  ...own,
  trust: 'assumed',
  note: { vi: 'Theo dự thảo năm 2025, chưa phải quy định.', en: 'From a draft of 2025, not yet a regulation.' },
} as const

const years = parameter({
  id: 'HUE.years',
  title: { vi: 'Số năm trong nghề, liên tục hoặc cộng dồn', en: 'Years in the craft, continuous or summed' },
  unit: 'years',
  timeline: [{ ...drafted, value: 12 }],
})
const consolations = parameter({
  id: 'HUE.consolations',
  title: { vi: 'Số giải khuyến khích thay cho giải ba', en: 'Consolation prizes in place of a third prize' },
  unit: 'items',
  timeline: [{ ...drafted, value: 2 }],
})

const rules = byId([
  requirement({
    id: 'HUE-YEARS',
    group: 'craft',
    subjects: ['NN-TINH'],
    title: { vi: 'Số năm trong nghề', en: 'Years in the craft' },
    ...drafted,
    requires: atLeast(fact('yearsInCraft'), param(years)),
  }),
  requirement({
    id: 'HUE-PRIZE',
    group: 'craft',
    subjects: ['NN-TINH'],
    title: {
      vi: 'Giải ba trở lên hoặc hai giải khuyến khích cấp tỉnh',
      en: 'Third prize or better, or two consolation prizes, at province level',
    },
    ...drafted,
    requires: any(
      oneOf('provincialPrize', ['first', 'second', 'third']),
      atLeast(fact('consolationPrizes'), param(consolations)),
    ),
  }),
  askedOfProvince('HUE-STANDARDS', ['NN-TINH'], own, {
    vi: 'Chỉ đọc bản tin về dự thảo: cần thành phố xác nhận tiêu chuẩn đã ban hành.',
    en: 'Only a report of the draft was read: the city must confirm the standards as issued.',
  }),
  lossAskedOfProvince('HUE-LOSS', own),
])

/** Huế: an example from a draft. */
export const hueTitles = {
  id: 'hue',
  province: { vi: 'Huế', en: 'Huế' },
  codes: ['NN-TINH'],
  partial: {
    vi: 'Chỉ biết dự thảo năm 2025: số năm trong nghề, giải thưởng.',
    en: 'Only a draft of 2025 is known: years in the craft, prizes.',
  },
  rules,
  parameters: byId([years, consolations]),
  amounts: {},
  steps: [],
} as const satisfies ProvincialTitles
