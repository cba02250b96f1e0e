import { cite } from '@khuyencong/domain'
import type { Citations, Text } from '@khuyencong/rules'

interface Source {
  readonly title: Text
  readonly cites: Citations
}

const decree = [cite('NĐ 45/2012/NĐ-CP', { article: '13', clause: '1' })] as const

/** Where promotion money comes from (MR-15). */
export const fundSources = {
  'provincial-budget': { title: { vi: 'Ngân sách tỉnh', en: 'Provincial budget' }, cites: decree },
  'district-budget': { title: { vi: 'Ngân sách huyện', en: 'District budget' }, cites: decree },
  'commune-budget': { title: { vi: 'Ngân sách xã', en: 'Commune budget' }, cites: decree },
  'national-fund': {
    title: { vi: 'Kinh phí khuyến công quốc gia', en: 'National promotion fund' },
    cites: [cite('TT 36/2013/TT-BCT')],
  },
  gifts: { title: { vi: 'Tài trợ, đóng góp', en: 'Gifts' }, cites: decree },
  'other-lawful': { title: { vi: 'Các nguồn hợp pháp khác', en: 'Other lawful sources' }, cites: decree },
} as const satisfies Readonly<Record<string, Source>>

export type FundSource = keyof typeof fundSources

/** The sources in the order of a budget table. */
export const fundSourceCodes = Object.keys(fundSources) as readonly FundSource[]
