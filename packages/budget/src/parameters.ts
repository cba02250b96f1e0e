import { cite } from '@khuyencong/domain'
import {
  byId,
  parameter,
  ratio,
  type DatedValue,
  type Parameter,
  type Period,
  type Ratio,
  type Text,
} from '@khuyencong/rules'
import type { Figure, Level } from './level.js'
import { article8 } from './tt-28-2018/article-8.js'
import { article6 } from './ttlt-26-2014/article-6.js'

/** The codes that have a level of their own; a line takes that of machinery. */
type LevelCode = keyof typeof article8.levels

const dated = <T extends Ratio | bigint>(figure: Figure<T> | undefined, period: Period): DatedValue<T>[] =>
  figure ? [{ ...period, ...figure }] : []

/**
 * The same timeline as the reference for a local fund. The province sets its own levels in line with the national
 * ones, so where its text is not known, the national figure stands in, as an assumption.
 */
export const localReference = <T extends Ratio | bigint>(timeline: readonly DatedValue<T>[]): DatedValue<T>[] =>
  timeline.map((entry) => ({
    ...entry,
    trust: 'assumed',
    note: {
      vi: 'Mức của kinh phí địa phương do tỉnh quy định và chưa có nguyên văn; lấy mức của khuyến công quốc gia để tham chiếu.',
      en: 'The province sets the level of its own fund and its text is not known; the national level stands in as a reference.',
    },
  }))

/** The national and the local parameter of one figure. */
function pair<const Id extends string, T extends Ratio | bigint>(
  id: Id,
  unit: 'ratio' | 'dong',
  title: Text,
  timeline: readonly DatedValue<T>[],
) {
  const local: Text = { vi: `${title.vi} (kinh phí địa phương)`, en: `${title.en} (local fund)` }
  return {
    national: parameter({ id, unit, title, timeline }) as Parameter<T> & { readonly id: Id },
    local: parameter({ id: `${id}.local`, unit, title: local, timeline: localReference(timeline) }) as Parameter<T> & {
      readonly id: `${Id}.local`
    },
  }
}

const before: Partial<Record<LevelCode, Level>> = article6.levels
const now: Record<LevelCode, Level> = article8.levels

const rateTitle: Text = { vi: 'Tỷ lệ hỗ trợ tối đa', en: 'Highest share of the cost' }
const capTitle: Text = { vi: 'Mức hỗ trợ tối đa', en: 'Cap' }

const rate = <const Code extends LevelCode>(code: Code) =>
  pair(`${code}.rate`, 'ratio', { vi: `${rateTitle.vi}, ${code}`, en: `${rateTitle.en}, ${code}` }, [
    ...dated(before[code]?.rate, article6.period),
    ...dated(now[code].rate, article8.period),
  ])

const cap = <const Code extends LevelCode>(code: Code) =>
  pair(`${code}.cap`, 'dong', { vi: `${capTitle.vi}, ${code}`, en: `${capTitle.en}, ${code}` }, [
    ...dated(before[code]?.cap, article6.period),
    ...dated(now[code].cap, article8.period),
  ])

export const figures = {
  MACH: { rate: rate('MACH'), cap: cap('MACH') },
  'DEMO-NEW': { rate: rate('DEMO-NEW'), cap: cap('DEMO-NEW') },
  'DEMO-REPL': { cap: cap('DEMO-REPL') },
  'SXSH-PILOT': { rate: rate('SXSH-PILOT'), cap: cap('SXSH-PILOT') },
  BRAND: { rate: rate('BRAND'), cap: cap('BRAND') },
  CONSULT: { rate: rate('CONSULT'), cap: cap('CONSULT') },
  'ENV-EST': { rate: rate('ENV-EST'), cap: cap('ENV-EST') },
} as const

/** How many times the cap of machinery a technology line may have. */
export const lineFactor = pair(
  'LINE.factor',
  'ratio',
  { vi: 'Hệ số dây chuyền so với máy móc', en: 'Factor of a line over machinery' },
  [
    {
      ...article6.period,
      value: ratio(1n, 1n),
      cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2' })],
      trust: 'inferred',
      note: {
        vi: 'Trước 11/5/2018 dây chuyền không có mức riêng: áp dụng mức máy móc thiết bị.',
        en: 'Before 11 May 2018 lines had no level of their own: that of machinery applies.',
      },
    },
    {
      ...article8.period,
      value: ratio(3n, 2n),
      cites: [cite('TT 28/2018/TT-BTC', { article: '8', clause: '4' })],
      trust: 'secondary',
      note: {
        vi: 'Hệ số được hiểu là áp dụng cho mức trần; tỷ lệ phần trăm giữ nguyên.',
        en: 'The factor is read as raising the cap; the share of the cost stays as it is.',
      },
    },
  ],
)

const silence = {
  trust: 'assumed',
  note: {
    vi: 'Không văn bản nào quy định; làm tròn xuống đồng để không vượt mức.',
    en: 'No text says how; rounded down to the đồng, so as never to exceed the level.',
  },
} as const

/** How a computed support becomes whole đồng. No text says; down never goes above the level. */
export const rounding = parameter({
  id: 'SUPPORT.rounding',
  title: { vi: 'Cách làm tròn mức hỗ trợ', en: 'Rounding of a computed support' },
  unit: 'choice',
  timeline: [
    { ...article6.period, value: 'down', cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6' })], ...silence },
    { ...article8.period, value: 'down', cites: [cite('TT 28/2018/TT-BTC', { article: '8' })], ...silence },
  ],
})

const both = <A, B>({ national, local }: { readonly national: A; readonly local: B }) => [national, local] as const

export const levelParameters = byId([
  ...both(figures.MACH.rate),
  ...both(figures.MACH.cap),
  ...both(lineFactor),
  ...both(figures['DEMO-NEW'].rate),
  ...both(figures['DEMO-NEW'].cap),
  ...both(figures['DEMO-REPL'].cap),
  ...both(figures['SXSH-PILOT'].rate),
  ...both(figures['SXSH-PILOT'].cap),
  ...both(figures.BRAND.rate),
  ...both(figures.BRAND.cap),
  ...both(figures.CONSULT.rate),
  ...both(figures.CONSULT.cap),
  ...both(figures['ENV-EST'].rate),
  ...both(figures['ENV-EST'].cap),
  rounding,
])
