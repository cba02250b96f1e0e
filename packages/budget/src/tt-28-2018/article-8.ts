import { cite } from '@khuyencong/domain'
import { percent, type Text } from '@khuyencong/rules'
import { level, million, type Source } from '../level.js'

const clause = (number: string): Source => ({
  cites: [cite('TT 28/2018/TT-BTC', { article: '8', clause: number })],
  trust: 'secondary',
})

const fromProvinces: Text = {
  vi: 'Theo quy định của các tỉnh dẫn lại thông tư.',
  en: 'As provincial regulations repeat the circular.',
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

/** Levels of the national fund since 11 May 2018. */
export const article8 = {
  period: { from: '2018-05-11' },
  levels: {
    MACH: level(clause('4'), 300n * million, percent(50n)),
    'DEMO-NEW': level(clause('2'), 1_000n * million, percent(30n)),
    'DEMO-REPL': level({ ...clause('2'), note: fromProvinces }, 100n * million),
    'SXSH-PILOT': level({ ...clause('3'), note: fromProvinces }, 500n * million, percent(30n)),
    BRAND: level(unverified, 35n * million, percent(50n)),
    CONSULT: level(unverified, 35n * million, percent(50n)),
    'ENV-EST': level(unverified, 300n * million, percent(30n)),
  },
} as const
