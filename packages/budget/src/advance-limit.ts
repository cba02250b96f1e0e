import {
  amountRule,
  byId,
  calculation,
  lowest,
  named,
  param,
  restingOn,
  times,
  together,
  type CalculationStep,
  type Citation,
  type Citations,
  type Expression,
  type Finding,
  type LawIdentity,
  type Ratio,
  type Remedy,
  type Support,
  type Text,
  type Verdict,
} from '@khuyencong/rules'
import { cite, type ContentCode } from '@khuyencong/domain'
import { advanceFacts, advanceWords, type AdvanceFacts } from './advance-facts.js'
import { advanceGroups, type AdvanceGroup } from './advance-group.js'
import { contentCode } from './content-code.js'
import { byFund, type FundFigure } from './fund-figure.js'
import { bindMoney, type MoneyLaw } from './money-law.js'
import { rounding } from './parameters.js'
import { article13Rules, firstShares } from './tt-36-2013/article-13.js'
import { article15Rules } from './tt-36-2013/article-15.js'
import { circular36 } from './tt-36-2013/circular.js'
import { advanceCap, advanceOnContract } from './ttlt-26-2014/article-8.js'

const { fact, match } = advanceWords

const shareOfAward = (share: FundFigure<Ratio>) => times(byFund(share), fact('award'), param(rounding))

/** MR-4: no more than this for all advances together. */
const cap = named(
  'cap',
  { vi: 'Tổng mức tạm ứng tối đa', en: 'Most that may be advanced in all' },
  shareOfAward(advanceCap),
)

const first = (share: FundFigure<Ratio>) =>
  named('first', { vi: 'Mức tạm ứng lần đầu', en: 'First advance' }, shareOfAward(share))

/** MR-5 and MR-7: the first advance is all there is in a project of one year; over several years more may follow. */
const byRound = (share: FundFigure<Ratio>): Expression<bigint> => {
  const atFirst = lowest([first(share), cap])
  return match('duration', {
    'one-year': atFirst,
    'several-years': match('advanceRound', { first: atFirst, next: cap }),
  })
}

const amountOf = (group: AdvanceGroup, amount: Expression<bigint>) =>
  amountRule({
    id: group,
    title: { vi: 'Mức tạm ứng tối đa', en: 'Highest advance' },
    per: { vi: 'một đề án', en: 'one project' },
    versions: (group === 'general' ? advanceOnContract() : circular36('13')).map((source) => ({ ...source, amount })),
  })

/** MR-4, MR-5 and MR-7 as rules. What follows acceptance, as for founding, is no longer under the cap on advances. */
export const advanceRules = {
  facts: advanceFacts,
  rules: { ...article13Rules, ...article15Rules },
  amounts: byId([
    amountOf('cluster-works', byRound(firstShares['cluster-works'])),
    amountOf('services', byRound(firstShares.services)),
    amountOf('fairs-media-plans', byRound(firstShares['fairs-media-plans'])),
    amountOf('establishment-works', byRound(firstShares['establishment-works'])),
    amountOf('founding', first(firstShares.founding)),
    amountOf('general', cap),
  ]),
}

/** MR-8: another share for the first advance of one project, decided by the fund's manager. */
export interface DecidedShare {
  readonly share: Ratio
  /** The decision, e.g. `{ document: 'QĐ 12/QĐ-SCT' }`. */
  readonly source: Citation
}

export interface AdvanceLimit {
  readonly content: ContentCode
  /** May an advance be paid now? `unmet`: not yet; see `remedies`. */
  readonly verdict: Verdict
  /** Most that all advances together may come to once the conditions are met, in đồng; undefined while not known. */
  readonly limit: bigint | undefined
  /** Not known, but certainly no more than this, in đồng. */
  readonly atMost: bigint | undefined
  /** What may still be advanced now, in đồng: 0 where a condition is not met; undefined while not known. */
  readonly available: bigint | undefined
  readonly findings: readonly Finding[]
  /** Facts that can still change the answer, in asking order. */
  readonly missing: readonly string[]
  readonly next: string | undefined
  readonly remedies: readonly Remedy[]
  /** The limit, from the first figure on. */
  readonly steps: readonly CalculationStep[]
  readonly cites: Citations | undefined
  readonly trust: Support
  readonly law: LawIdentity
}

/**
 * How much may be advanced on a project now, before it is accepted?
 * Conditions and shares by content: Article 13, TT 36/2013/TT-BCT; the cap on all advances: Article 8, TTLT 26/2014.
 * @param law a pack bound to a day: `haiDuong.at('2024-03-01')`
 * @param code a content code, e.g. `MACH`
 * @param facts what is known of the project; a fact that is absent is unknown
 * @param decided another share, by a decision of the fund's manager (Article 16, TT 36/2013/TT-BCT); the cap stays
 * @throws InputError when the code is not a content or a fact does not fit its definition
 */
export function advanceLimit(law: MoneyLaw, code: string, facts: AdvanceFacts, decided?: DecidedShare): AdvanceLimit {
  const content = contentCode(code)
  const group = advanceGroups[content]
  const bound = bindMoney(law, advanceRules, decided ? decidedFigures(law, group, decided) : [])
  const known = { ...facts, ...roundOf(facts) }
  const decision = bound.decide(group, known)
  const amount = bound.amount(group, known)
  const limit = amount?.amount
  const advanced = facts.alreadyAdvanced
  const left = limit !== undefined && advanced !== undefined ? leftOf(limit, advanced) : undefined
  const verdict = decision.verdict === 'met' && left === undefined ? 'unknown' : decision.verdict
  const open = new Set([
    ...decision.missing,
    ...(amount?.missing ?? []),
    ...(advanced === undefined ? ['alreadyAdvanced'] : []),
  ])
  if (open.delete('advanceRound')) open.add('alreadyAdvanced')
  const missing = verdict === 'unknown' ? Object.keys(advanceFacts).filter((key) => open.has(key)) : []
  return {
    content,
    verdict,
    limit,
    atMost: amount?.atMost,
    available: verdict === 'unmet' ? 0n : verdict === 'met' ? left : undefined,
    findings: decision.findings,
    missing,
    next: missing[0],
    remedies: decision.remedies,
    steps: amount?.trace ? calculation(amount.trace, advanceFacts) : [],
    cites: amount?.cites,
    trust: together([decision.trust, ...(amount ? [amount.trust] : []), ...placing(content)]),
    law: law.identity,
  }
}

const leftOf = (limit: bigint, advanced: bigint): bigint => (limit > advanced ? limit - advanced : 0n)

const roundOf = ({ alreadyAdvanced }: AdvanceFacts) =>
  typeof alreadyAdvanced === 'bigint' ? { advanceRound: alreadyAdvanced > 0n ? 'next' : 'first' } : {}

/** The group's first share, national and local, as decided for one project. */
function decidedFigures(law: MoneyLaw, group: AdvanceGroup, { share, source }: DecidedShare) {
  if (group === 'general') return []
  const { national, local } = firstShares[group]
  const cites: Citations = [source, cite('TT 36/2013/TT-BCT', { article: '16' })]
  const timeline = [{ from: law.identity.asOf, to: law.identity.asOf, value: share, cites, trust: 'text' as const }]
  return [
    { ...national, timeline },
    { ...local, timeline },
  ]
}

const placed: Text = {
  vi: 'Điều 13 TT 36/2013/TT-BCT không nêu đích danh nội dung này; xếp theo nội dung gần nhất.',
  en: 'Article 13, TT 36/2013/TT-BCT does not name this content; it is placed with the nearest.',
}
const notNamed: Text = {
  vi: 'Điều 13 TT 36/2013/TT-BCT không nêu nội dung này; chỉ áp dụng quy định chung về tạm ứng.',
  en: 'Article 13, TT 36/2013/TT-BCT does not name this content; only the general rule on advances applies.',
}
const nearest: ReadonlySet<ContentCode> = new Set<ContentCode>(['SXSH-PILOT', 'LINE', 'FAIR-ABROAD', 'SURVEY-ABROAD'])

/** The doubt about contents that the article does not name. */
function placing(content: ContentCode): Support[] {
  const general = advanceGroups[content] === 'general'
  if (!general && !nearest.has(content)) return []
  const title: Text = { vi: 'Nhóm nội dung khi tạm ứng', en: 'Group of contents for advances' }
  const note = general ? notNamed : placed
  return [
    restingOn({
      kind: 'rule',
      id: `ADVANCE.group.${content}`,
      title,
      trust: 'inferred',
      cites: [cite('TT 36/2013/TT-BCT', { article: '13' })],
      note,
    }),
  ]
}
