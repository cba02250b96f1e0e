import {
  applyRatio,
  calculation,
  restingOn,
  together,
  type CalculationStep,
  type Citation,
  type Citations,
  type Finding,
  type LawIdentity,
  type Problem,
  type Ratio,
  type Remedy,
  type Support,
  type Text,
  type Verdict,
} from '@khuyencong/rules'
import { toContentCode, cite, type ContentCode } from '@khuyencong/domain'
import { advanceFacts, type AdvanceFacts } from './advance-facts.js'
import { advanceGroups } from './advance-group.js'
import type { MoneyLaw } from './money-law.js'
import { advanceOf } from './money-questions.js'
import { roundingInForce } from './money-rounding.js'
import { refuse } from './refuse.js'

/** MR-8: another share for the first advance of one project, decided by the fund's manager. */
export interface DecidedShare {
  /** Of the award; above 0 and at most 1. */
  readonly share: Ratio
  /** The decision, e.g. `{ document: 'QĐ 12/QĐ-SCT' }`. */
  readonly source: Citation
  /** Whose decision it is; absent while not known. */
  readonly by?: 'fund-manager' | 'other' | undefined
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
  /** Where the limit stands; the decision on another share first, where it has a say. */
  readonly cites: Citations | undefined
  /** A decision on another share that was given and has no say in the limit; undefined where it has, or may still have. */
  readonly unusedDecision: Citation | undefined
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
 * @throws InputError when the code is not a content, a fact does not fit its definition, or the other share is none
 */
export function advanceLimit(
  law: MoneyLaw<'decide' | 'amount' | 'parameters' | 'identity'>,
  code: ContentCode,
  facts: AdvanceFacts,
  decided?: DecidedShare,
): AdvanceLimit {
  const content = toContentCode(code)
  if (decided) refuse([...shareProblems(decided), ...deciderProblems(decided)])
  const group = advanceGroups[content]
  const question = advanceOf(group)
  const known = { ...facts, ...roundOf(facts), ...shareOf(law, facts, decided) }
  const decision = law.money.decide(question, known)
  const amount = law.money.amount(question, known)
  const limit = amount?.amount
  const advanced = facts.alreadyAdvanced
  const left = limit !== undefined && advanced !== undefined ? leftOf(limit, advanced) : undefined
  const verdict = decision.verdict === 'met' && left === undefined ? 'unknown' : decision.verdict
  const open = new Set([
    ...decision.missing,
    ...(amount?.missing ?? []),
    ...(advanced === undefined ? ['alreadyAdvanced'] : []),
  ])
  const asks: Readonly<Record<string, string>> = {
    advanceRound: 'alreadyAdvanced',
    decidedAdvance: 'award',
    shareDecidedBy: 'decided.by',
  }
  const asked = new Set([...open].map((key) => asks[key] ?? key))
  const order = [...Object.keys(advanceFacts), ...Object.values(asks)]
  const missing = verdict === 'unknown' ? [...new Set(order)].filter((key) => asked.has(key)) : []
  const steps = amount?.trace ? calculation(amount.trace, advanceFacts) : []
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
    steps,
    cites: decided && amount?.cites && isUsed(steps) ? [decided.source, ...amount.cites] : amount?.cites,
    unusedDecision: group === 'general' || (limit !== undefined && !isUsed(steps)) ? decided?.source : undefined,
    trust: together([decision.trust, ...(amount ? [amount.trust] : []), ...placing(content)]),
    law: law.money.identity,
  }
}

/** Another share has no say where Article 13 gives none, nor in the later advances of several years. */
const isUsed = (steps: readonly CalculationStep[]): boolean => steps.some(({ fact }) => fact === 'decidedAdvance')

const leftOf = (limit: bigint, advanced: bigint): bigint => (limit > advanced ? limit - advanced : 0n)

const roundOf = ({ alreadyAdvanced }: AdvanceFacts) =>
  typeof alreadyAdvanced === 'bigint' ? { advanceRound: alreadyAdvanced > 0n ? 'next' : 'first' } : {}

/** What MR-8 asks about: another share for this project, in đồng of its support, or none. */
function shareOf(law: MoneyLaw<'parameters' | 'identity'>, { award }: AdvanceFacts, decided: DecidedShare | undefined) {
  if (!decided) return { firstShare: 'circular' }
  const { share, by } = decided
  const decidedAdvance = typeof award === 'bigint' ? applyRatio(share, award, roundingInForce(law)) : undefined
  return { firstShare: 'decided', shareDecidedBy: by, decidedAdvance }
}

function shareProblems({ share }: DecidedShare): Problem[] {
  const { numerator, denominator }: Readonly<Record<keyof Ratio, unknown>> = share
  const isRatio = typeof numerator === 'bigint' && typeof denominator === 'bigint'
  if (isRatio && 0n < numerator && numerator <= denominator) return []
  const message = `${isRatio ? `${numerator}/${denominator}` : typeof share} is not a share of the award.`
  return [
    { code: 'share', field: 'decided.share', message, expected: 'a ratio above 0 and at most 1, e.g. percent(60n)' },
  ]
}

function deciderProblems({ by }: DecidedShare): Problem[] {
  const deciders: readonly string[] = Object.keys(advanceFacts.shareDecidedBy.values)
  if (by === undefined || deciders.includes(by)) return []
  const expected = `one of ${deciders.join(', ')}, or nothing while it is not known`
  return [{ code: 'decider-unknown', field: 'decided.by', message: `'${by}' decides no share.`, expected }]
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
