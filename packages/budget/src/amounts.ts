import { cite, contentCodes, contents, fact, match, mayBeAmended, type ContentCode } from '@khuyencong/domain'
import {
  amountRule,
  lowest,
  named,
  param,
  times,
  type AmountRule,
  type AmountVersion,
  type Expression,
  type Parameter,
  type Ratio,
} from '@khuyencong/rules'
import { bases } from './base.js'
import type { Level, Source } from './level.js'
import { needs } from './needs.js'
import { levelParameters, rounding, type CapId, type RateId } from './parameters.js'
import { article8 } from './tt-28-2018/article-8.js'
import { amendedLevels } from './tt-64-2024/amended-levels.js'
import { article6 } from './ttlt-26-2014/article-6.js'

const circular2018: Source = { cites: [cite('TT 28/2018/TT-BTC', { article: '8' })], trust: 'secondary' }

/** Where the levels stand: in the joint circular of 2014, then in the circular of 2018, then in that as it may have been amended. */
const circulars = [
  {
    period: article6.period,
    levels: article6.levels as Readonly<Record<string, Level>>,
    source: { cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2' })], trust: 'text' },
  },
  {
    period: article8.period,
    levels: article8.levels as Readonly<Record<string, Level>>,
    source: circular2018,
  },
  {
    period: amendedLevels.period,
    levels: amendedLevels.levels as Readonly<Record<string, Level>>,
    source: mayBeAmended(circular2018),
  },
] as const

const figures: Readonly<Record<RateId | CapId, Parameter>> = levelParameters

type National<Id extends string> = Id extends `${string}.local` ? never : Id

/** The figure of the fund that pays. While the fund is not known, the figure is known only where both agree. */
function byFund(id: National<RateId>): Expression<Ratio>
function byFund(id: National<CapId>): Expression<bigint>
function byFund(id: National<RateId | CapId>): Expression {
  const local = param(figures[`${id}.local`])
  return match('fund', { national: param(figures[id]), provincial: local, district: local })
}

export const eligibleCost = named(
  'cost',
  { vi: 'Không quá chi phí', en: 'No more than it costs' },
  fact('eligibleCost'),
)

export const share = (rate: Expression<Ratio>) =>
  named(
    'rate',
    { vi: 'Theo tỷ lệ chi phí', en: 'By share of the cost' },
    times(rate, fact('eligibleCost'), param(rounding)),
  )

export const capped = (cap: Expression<bigint>) => named('cap', { vi: 'Mức trần', en: 'Cap' }, cap)

/** The terms of which the lowest is the ceiling: a share of the cost and a cap, or the one of them that there is. */
function terms(code: ContentCode, level: Level): Expression<bigint>[] {
  return [
    level.rate === undefined ? eligibleCost : share(byFund(`${code}.rate` as National<RateId>)),
    ...(level.cap === undefined ? [] : [capped(byFund(`${code}.cap` as National<CapId>))]),
  ]
}

export const highestSupport = (of: readonly Expression<bigint>[]) =>
  named('ceiling', { vi: 'Mức hỗ trợ tối đa', en: 'Highest support' }, lowest(of))

/** A line has the share of machinery, and its cap times a factor. */
const lineTerms = [
  share(byFund('MACH.rate')),
  capped(times(byFund('LINE.factor'), byFund('MACH.cap'), param(rounding))),
]

function ceiling<const Code extends ContentCode>(code: Code) {
  const { per, costItems } = bases[code]
  const versions = circulars.flatMap(({ period, levels, source }): AmountVersion[] => {
    const level = levels[code]
    const of = code === 'LINE' ? lineTerms : level && terms(code, level)
    const amount = of && highestSupport(of)
    return amount ? [{ ...period, ...source, amount, ...(costItems && { costItems }) }] : []
  })
  const without = needs[code]
  return amountRule({ id: code, title: contents[code].title, per, versions, ...(without && { without }) })
}

/** The ceiling of every content. Where a circular has no level for it, there is no version, and `without` says what is needed. */
export const supportCeilings = Object.fromEntries(contentCodes.map((code) => [code, ceiling(code)])) as Readonly<
  Record<ContentCode, AmountRule>
>
