import { cite } from '@khuyencong/domain'
import { percent, type Text } from '@khuyencong/rules'
import { million, type LevelTable, type Source } from '../level.js'

const clause2: Source = { cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2' })], trust: 'text' }

const byPrice: Text = {
  vi: 'Không có mức trần: theo giá trúng thầu, giá đặt hàng hoặc giá được phê duyệt.',
  en: 'No cap: by tender, order or approved price.',
}

const mediaByPrice: Text = {
  vi: 'Thông tư ghi theo giá đấu thầu (giá trúng thầu) hoặc giá đặt hàng, không ghi tỷ lệ: hiểu là toàn bộ giá đó.',
  en: 'The circular has a tender or ordered price and no share: taken as the whole of that price.',
}

/** From another circular, for advice on cleaner production; since when it is in force was not verified. */
const assessment: Source = {
  cites: [cite('TTLT 221/2012/TTLT-BTC-BCT')],
  trust: 'secondary',
}

/** Levels of the national fund from 8 April 2014 to 10 May 2018. Pilots of cleaner production had theirs in another circular. */
export const article6 = {
  period: { from: '2014-04-08', to: '2018-05-10' },
  levels: {
    STARTUP: { ...clause2, cap: 10n * million },
    'SURVEY-ABROAD': { ...clause2, rate: percent(100n) },
    'DEMO-NEW': { ...clause2, rate: percent(30n), cap: 500n * million },
    'DEMO-REPL': { ...clause2, cap: 100n * million },
    MACH: { ...clause2, rate: percent(50n), cap: 200n * million },
    'SXSH-ASSESS': { ...assessment, rate: percent(50n), cap: 50n * million },
    'VOTE-REG': { ...clause2, cap: 100n * million },
    'VOTE-NAT': { ...clause2, cap: 200n * million },
    'AWARD-REG': { ...clause2, cap: 5n * million },
    'AWARD-NAT': { ...clause2, cap: 10n * million },
    'FAIR-DOM-ORG': { ...clause2, rate: percent(100n), note: byPrice },
    'FAIR-DOM-JOIN': { ...clause2, rate: percent(80n) },
    'FAIR-ABROAD': { ...clause2, rate: percent(100n), note: byPrice },
    BRAND: { ...clause2, rate: percent(50n), cap: 35n * million },
    CONSULT: { ...clause2, rate: percent(50n), cap: 35n * million },
    MEDIA: { ...clause2, rate: percent(100n), trust: 'inferred', note: mediaByPrice },
    'ASSOC-REG': { ...clause2, rate: percent(30n), cap: 70n * million },
    'ASSOC-NAT': { ...clause2, rate: percent(30n), cap: 100n * million },
    LINK: { ...clause2, rate: percent(50n), cap: 150n * million },
    'CCN-PLAN': { ...clause2, rate: percent(50n), cap: 500n * million },
    'CCN-INFRA': { ...clause2, cap: 3_000n * million },
    INTEREST: { ...clause2, rate: percent(50n), cap: 500n * million },
    'ENV-EST': { ...clause2, rate: percent(30n), cap: 300n * million },
    'ENV-CCN': { ...clause2, rate: percent(30n), cap: 1_500n * million },
  },
} as const satisfies LevelTable
