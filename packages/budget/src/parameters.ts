import { circular2018InForce, cite, contentCodes, contents, mayBeAmended, type ContentCode } from '@khuyencong/domain'
import { byId, parameter, ratio, type DatedValue, type Parameter, type Ratio, type Text } from '@khuyencong/rules'
import type { LevelTable, Source } from './level.js'
import { roundingNames } from './rounding-names.js'
import { titleOfLocalFund } from './title-of-local-fund.js'
import { article8 } from './tt-28-2018/article-8.js'
import { amendedLevels } from './tt-64-2024/amended-levels.js'
import { article6 } from './ttlt-26-2014/article-6.js'

/** The circulars that set levels, in the order in which they were in force. */
const tables: readonly LevelTable[] = [article6, article8, amendedLevels]

type Levels = typeof article6.levels | typeof article8.levels
type CodesWith<Figure extends string, L = Levels> = L extends unknown
  ? { [Code in keyof L & ContentCode]: L[Code] extends Readonly<Record<Figure, unknown>> ? Code : never }[keyof L &
      ContentCode]
  : never

/** Levels are parameters by content and figure; `.local` is that of a province's own fund. */
type Fund = '' | '.local'
export type RateId = `${CodesWith<'rate'>}.rate${Fund}` | `LINE.factor${Fund}`
export type CapId = `${CodesWith<'cap'>}.cap${Fund}`

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

/** What a figure of a content is called. */
export const figureTitle = (code: ContentCode, name: 'rate' | 'cap'): Text =>
  ({
    rate: {
      vi: `Tỷ lệ hỗ trợ tối đa: ${contents[code].title.vi}`,
      en: `Highest share of the cost: ${contents[code].title.en}`,
    },
    cap: { vi: `Mức hỗ trợ tối đa: ${contents[code].title.vi}`, en: `Cap: ${contents[code].title.en}` },
  })[name]

/** The parameter of the national fund and, as a reference, that of a local fund. */
function forBothFunds<T extends Ratio | bigint>(national: Parameter<T>): Parameter<T>[] {
  const { id, title, unit, timeline } = national
  return [
    national,
    parameter({
      id: `${id}.local`,
      title: titleOfLocalFund(title),
      unit,
      timeline: localReference(timeline),
    }) as Parameter<T>,
  ]
}

/** One figure of a content through all circulars. */
function figure(code: ContentCode, name: 'rate' | 'cap'): Parameter<Ratio | bigint>[] {
  const timeline = tables.flatMap(({ period, levels }): DatedValue<Ratio | bigint>[] => {
    const level = levels[code]
    const value = level?.[name]
    if (!level || value === undefined) return []
    const { cites, trust, note } = level
    return [{ ...period, value, cites, trust, ...(note && { note }) }]
  })
  const unit = name === 'rate' ? 'ratio' : 'dong'
  return timeline.length > 0
    ? forBothFunds(parameter({ id: `${code}.${name}`, title: figureTitle(code, name), unit, timeline }))
    : []
}

const factorOf2018: Source = {
  cites: [cite('TT 28/2018/TT-BTC', { article: '8', clause: '4' })],
  trust: 'secondary',
  note: {
    vi: 'Hệ số được hiểu là áp dụng cho mức trần; tỷ lệ phần trăm giữ nguyên.',
    en: 'The factor is read as raising the cap; the share of the cost stays as it is.',
  },
}

/** How many times the cap of machinery a technology line may have. */
const lineFactor = parameter({
  id: 'LINE.factor',
  unit: 'ratio',
  title: { vi: 'Hệ số dây chuyền so với máy móc', en: 'Factor of a line over machinery' },
  timeline: [
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
    { ...article8.period, value: ratio(3n, 2n), ...factorOf2018 },
    { ...amendedLevels.period, value: ratio(3n, 2n), ...mayBeAmended(factorOf2018) },
  ],
})

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
  values: roundingNames,
  timeline: [
    { ...article6.period, value: 'down', cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6' })], ...silence },
    { ...circular2018InForce, value: 'down', cites: [cite('TT 28/2018/TT-BTC', { article: '8' })], ...silence },
  ],
})

// The tables are read in a loop; their types say which codes have which figure, which the compiler cannot follow through it.
const levels = byId([
  ...contentCodes.flatMap((code) => [...figure(code, 'rate'), ...figure(code, 'cap')]),
  ...forBothFunds(lineFactor),
]) as unknown as Readonly<Record<RateId, Parameter<Ratio>> & Record<CapId, Parameter<bigint>>>

/** Every level of support, for the national fund and as a reference for local funds. */
export const levelParameters = { ...levels, [rounding.id]: rounding } as typeof levels &
  Readonly<Record<'SUPPORT.rounding', typeof rounding>>
