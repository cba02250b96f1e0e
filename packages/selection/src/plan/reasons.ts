import type { Citations, Text } from '@khuyencong/rules'
import type { SelectionLaw } from '../law.js'
import type { ProposalFacts } from '../proposal-facts.js'
import type { Funding } from './fund-in-order.js'
import type { Standing } from './order.js'
import { pointsOf, type PointsResult, type PointsRule } from './points-rule.js'
import type { Proposal } from './proposal.js'
import type { CleanerProduction } from './rank-proposals.js'

export type ReasonCode =
  | 'not-eligible'
  | 'eligibility-unknown'
  | 'below-floor'
  | 'priority'
  | 'no-priority'
  | 'could-rise'
  | 'cleaner-production'
  | 'points'
  | 'tie'
  | 'within-budget'
  | 'budget-stop'
  | 'passed-over'

/** Why a proposal has its outcome or its place. */
export interface Reason {
  readonly code: ReasonCode
  readonly text: Text
  /** The articles; absent for a convention or a local rule without one. */
  readonly cites: Citations | undefined
  /** Facts to find out. */
  readonly missing?: readonly string[]
}

const reason = (code: ReasonCode, text: Text, cites?: Citations, missing: readonly string[] = []): Reason => ({
  code,
  text,
  cites,
  ...(missing.length > 0 && { missing }),
})

const fundings: Readonly<Record<Funding, Reason>> = {
  funded: reason('within-budget', { vi: 'Trong phạm vi kinh phí.', en: 'Within the budget.' }),
  stopped: reason('budget-stop', { vi: 'Kinh phí đã hết trước đề án này.', en: 'The money ends before it.' }),
  'passed-over': reason('passed-over', {
    vi: 'Vượt phần kinh phí còn lại nên bỏ qua.',
    en: 'Passed over: more than what is left of the budget.',
  }),
}
export const fundingReason = (funding: Funding): Reason => fundings[funding]

const ties = {
  'filed-first': reason('tie', {
    vi: 'Cùng thứ tự ưu tiên; hồ sơ nộp trước xét trước.',
    en: 'Of equal priority; the one filed first goes first.',
  }),
  'smaller-first': reason('tie', {
    vi: 'Cùng thứ tự ưu tiên; kinh phí nhỏ hơn xét trước.',
    en: 'Of equal priority; the smaller one goes first.',
  }),
} as const
export const tieReason = (how: keyof typeof ties): Reason => ties[how]

const noPriority = reason('no-priority', { vi: 'Không thuộc diện ưu tiên.', en: 'None of the priorities.' })
const couldRise: Text = {
  vi: 'Còn thông tin chưa biết có thể đổi thứ tự.',
  en: 'Facts that are not known could change its place.',
}

/** Which priorities a proposal meets, and what is not known of it. */
export function placeReasons(
  standing: readonly Standing[],
  points: PointsResult | undefined,
  rule: PointsRule | undefined,
  facts: ProposalFacts,
): readonly Reason[] {
  const met = standing.flatMap((each) =>
    each.met ? [reason('priority', each.met.rule.title, each.met.version.cites)] : [],
  )
  const open = standing.flatMap((each) => each.couldRise)
  if (facts.cleanerProduction === undefined) open.push('cleanerProduction')
  return [
    ...(met.length > 0 ? met : [noPriority]),
    ...(open.length > 0 ? [reason('could-rise', couldRise, undefined, [...new Set(open)])] : []),
    ...(points && rule ? [pointsReason(points, rule)] : []),
  ]
}

function pointsReason(points: PointsResult, rule: PointsRule): Reason {
  const total = pointsOf(points)
  const text: Text = {
    vi: `${total} điểm theo quy ước của địa phương: ${rule.title.vi}.`,
    en: `${total} points under a local rule: ${rule.title.en}.`,
  }
  return reason('points', text, rule.cites)
}

/** Cleaner production: what the managing body judged, or that it has not yet. */
export function cleanerReasons(law: SelectionLaw<'rules'>, decision: CleanerProduction | undefined): readonly Reason[] {
  const found = law.selection.rules.find(({ rule }) => rule.id === 'CLEANER')
  const text: Text = decision
    ? { vi: `Xét riêng: ${decision.reason}`, en: `Judged apart: ${decision.reason}` }
    : {
        vi: 'Ngoài thứ tự ưu tiên: chờ cơ quan quản lý xét hiệu quả, tính cấp thiết.',
        en: 'Outside the order: the managing body has yet to judge its effect and urgency.',
      }
  return [reason('cleaner-production', text, found?.version.cites)]
}

/** Why a proposal is not recommended: the rules that it fails, what is not known of it, or the floors that it misses. */
export function refusalReasons(
  { verdict, findings = [], missing }: Proposal['eligibility'],
  points: PointsResult | undefined,
  rule: PointsRule | undefined,
): readonly Reason[] {
  if (verdict === 'unmet') {
    const unmet = findings.filter((finding) => finding.verdict === 'unmet')
    if (unmet.length > 0) return unmet.map(({ title, cites }) => reason('not-eligible', title, cites))
    return [reason('not-eligible', { vi: 'Không đủ điều kiện hỗ trợ.', en: 'May not be supported.' })]
  }
  if (verdict === 'unknown') {
    const text: Text = { vi: 'Chưa rõ đủ điều kiện hỗ trợ.', en: 'Whether it may be supported is not known yet.' }
    return [reason('eligibility-unknown', text, undefined, missing)]
  }
  const below = points?.below.join(', ') ?? ''
  const text: Text = {
    vi: `Dưới mức điểm tối thiểu theo quy ước của địa phương: ${below}.`,
    en: `Below a floor of a local rule: ${below}.`,
  }
  return [reason('below-floor', text, rule?.cites)]
}
