import { circular2018AsIssued, cite } from '@khuyencong/domain'
import { percent, type Text } from '@khuyencong/rules'
import { million, type LevelTable, type Source } from '../level.js'

const clause = (number?: string): Source => ({
  cites: [cite('TT 28/2018/TT-BTC', { article: '8', ...(number && { clause: number }) })],
  trust: 'secondary',
})

const fromProvinces: Text = {
  vi: 'Theo quy định của các tỉnh dẫn lại thông tư.',
  en: 'As provincial regulations repeat the circular.',
}

const clauseInferred: Text = {
  vi: `${fromProvinces.vi} Số khoản suy ra từ thứ tự giữa khoản 2 và khoản 4.`,
  en: `${fromProvinces.en} The number of the clause is inferred from its place between 2 and 4.`,
}

/** The figure of the circular before, kept because the clause of this one could not be read. */
const unverified: Source = {
  cites: [
    cite('TT 28/2018/TT-BTC', { article: '8' }),
    cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2' }),
  ],
  trust: 'assumed',
  note: {
    vi: 'Mức của TTLT 26/2014; khoản tương ứng của TT 28/2018/TT-BTC chưa đọc được.',
    en: 'The level of TTLT 26/2014; the matching clause of TT 28/2018/TT-BTC could not be read.',
  },
}

/** Levels of the national fund from 11 May 2018 until the circular may have been amended. */
export const article8 = {
  period: circular2018AsIssued,
  levels: {
    STARTUP: { ...clause(), cap: 10n * million },
    'SURVEY-ABROAD': { ...clause(), rate: percent(100n) },
    'DEMO-NEW': { ...clause('2'), rate: percent(30n), cap: 1_000n * million },
    'DEMO-REPL': { ...clause('2'), cap: 100n * million, note: fromProvinces },
    MACH: { ...clause('4'), rate: percent(50n), cap: 300n * million },
    'SXSH-PILOT': { ...clause('3'), rate: percent(30n), cap: 500n * million, note: clauseInferred },
    'VOTE-REG': { ...clause(), cap: 200n * million },
    'VOTE-NAT': { ...clause(), cap: 400n * million },
    'FAIR-DOM-ORG': { ...unverified, rate: percent(100n) },
    'FAIR-DOM-JOIN': { ...unverified, rate: percent(80n) },
    'FAIR-ABROAD': { ...clause('6'), rate: percent(100n) },
    BRAND: { ...unverified, rate: percent(50n), cap: 35n * million },
    CONSULT: { ...unverified, rate: percent(50n), cap: 35n * million },
    MEDIA: { ...unverified, rate: percent(100n) },
    'ASSOC-REG': { ...unverified, rate: percent(30n), cap: 70n * million },
    'ASSOC-NAT': { ...unverified, rate: percent(30n), cap: 100n * million },
    LINK: { ...unverified, rate: percent(50n), cap: 150n * million },
    'CCN-PLAN': { ...unverified, rate: percent(50n), cap: 500n * million },
    'CCN-INFRA': { ...clause(), cap: 6_000n * million },
    INTEREST: { ...unverified, rate: percent(50n), cap: 500n * million },
    'ENV-EST': { ...unverified, rate: percent(30n), cap: 300n * million },
    'ENV-CCN': { ...unverified, rate: percent(30n), cap: 1_500n * million },
  },
} as const satisfies LevelTable
