import {
  amountRule,
  byId,
  lowest,
  named,
  param,
  times,
  type Expression,
  type Ratio,
  type Text,
} from '@khuyencong/rules'
import { advanceFacts, advanceWords } from './advance-facts.js'
import type { AdvanceGroup } from './advance-group.js'
import { byFund, type FundFigure } from './fund-figure.js'
import { advanceOf } from './money-questions.js'
import { moneyRounding } from './money-rounding.js'
import { firstShares } from './tt-36-2013/article-13.js'
import { circular36 } from './tt-36-2013/circular.js'
import { advanceCap, advanceOnContract } from './ttlt-26-2014/article-8.js'

const { fact, match } = advanceWords

const shareOfAward = (share: FundFigure<Ratio>) => times(byFund(share), fact('award'), param(moneyRounding))

/** MR-4: no more than this for all advances together. */
const cap = named(
  'cap',
  { vi: 'Tổng mức tạm ứng tối đa', en: 'Most that may be advanced in all' },
  shareOfAward(advanceCap),
)

/** MR-5, or by decision MR-8. */
const first = (share: FundFigure<Ratio>) =>
  match('firstShare', {
    circular: named('first', { vi: 'Mức tạm ứng lần đầu', en: 'First advance' }, shareOfAward(share)),
    decided: named('first', advanceFacts.decidedAdvance.title, fact('decidedAdvance')),
  })

/** MR-5 and MR-7: the first advance is all there is in a project of one year; over several years more may follow. */
const byRound = (share: FundFigure<Ratio>): Expression<bigint> => {
  const atFirst = lowest([first(share), cap])
  return match('duration', {
    'one-year': atFirst,
    'several-years': match('advanceRound', { first: atFirst, next: cap }),
  })
}

const titles = {
  'cluster-works': { vi: 'Tạm ứng: hạ tầng, xử lý ô nhiễm cụm công nghiệp', en: 'Advance: works of clusters' },
  services: { vi: 'Tạm ứng: đào tạo, tư vấn, nhãn hiệu, liên kết', en: 'Advance: training, advice, marks, linkage' },
  'fairs-media-plans': {
    vi: 'Tạm ứng: hội chợ, truyền thông, quy hoạch chi tiết',
    en: 'Advance: fairs, media, detailed plans',
  },
  'establishment-works': {
    vi: 'Tạm ứng: mô hình, máy móc, xử lý ô nhiễm tại cơ sở',
    en: 'Advance: models, machinery, treatment at establishments',
  },
  founding: { vi: 'Tạm ứng: thành lập doanh nghiệp', en: 'Advance: founding an enterprise' },
  general: { vi: 'Tạm ứng: nội dung khác', en: 'Advance: other contents' },
} as const satisfies Readonly<Record<AdvanceGroup, Text>>

const amountOf = <const Group extends AdvanceGroup>(group: Group, amount: Expression<bigint>) =>
  amountRule({
    id: advanceOf(group),
    title: titles[group],
    per: { vi: 'một đề án', en: 'one project' },
    versions: (group === 'general' ? advanceOnContract() : circular36('13')).map((source) => ({ ...source, amount })),
  })

/** The most that may be advanced, by group of contents. What follows acceptance, as for founding, is no longer under the cap on advances. */
export const advanceAmounts = byId([
  amountOf('cluster-works', byRound(firstShares['cluster-works'])),
  amountOf('services', byRound(firstShares.services)),
  amountOf('fairs-media-plans', byRound(firstShares['fairs-media-plans'])),
  amountOf('establishment-works', byRound(firstShares['establishment-works'])),
  amountOf('founding', first(firstShares.founding)),
  amountOf('general', cap),
])
