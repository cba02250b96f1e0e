import type { ApplicationFacts, ContentCode } from '@khuyencong/domain'
import {
  amountRule,
  byId,
  calculation,
  inForce,
  lowest,
  named,
  restingOn,
  together,
  type BoundLaw,
  type CalculationStep,
  type Finding,
  type LawIdentity,
  type Remedy,
  type Support,
  type Text,
} from '@khuyencong/rules'
import { acceptanceProof, type AcceptanceProof, type ProofFacts } from './acceptance-proof.js'
import { allocate } from './allocate.js'
import { contentCode } from './content-code.js'
import { bindMoney } from './money-law.js'
import { priorityCeiling, type Priority } from './priority-factor.js'
import { settlementFacts, settlementWords, type SettlementFacts } from './settlement-facts.js'
import { type SupportCeiling } from './support-ceiling.js'
import { returnToBudget } from './tt-36-2013/article-12.js'
import { article14Rules } from './tt-36-2013/article-14.js'
import { article18Rules } from './tt-36-2013/article-18.js'
import { article19Rules } from './tt-36-2013/article-19.js'
import { circular36 } from './tt-36-2013/circular.js'
import { checkVouchers, type Voucher } from './voucher.js'
import { total } from './whole-dong.js'

const { fact } = settlementWords

const settledTitle: Text = { vi: 'Kinh phí hỗ trợ được quyết toán', en: 'Support that is settled' }

/** MR-6, MR-10 and MR-12 as rules. */
export const settlementRules = {
  facts: settlementFacts,
  rules: { ...article14Rules, ...article18Rules, ...article19Rules },
  amounts: byId([
    amountRule({
      id: 'SETTLEMENT',
      title: settledTitle,
      per: { vi: 'một đề án', en: 'one project' },
      versions: circular36('19').map((source) => ({
        ...source,
        amount: named(
          'settled',
          settledTitle,
          lowest([
            named('award', settlementFacts.award.title, fact('award')),
            named('ceiling', settlementFacts.ceiling.title, fact('ceiling')),
            named('vouchers', settlementFacts.spent.title, fact('spent')),
          ]),
        ),
      })),
    }),
  ]),
}

/** What is known of a project to be settled. */
export interface SettlementInput extends SettlementFacts, Omit<ProofFacts, 'fund'> {
  /** Every voucher of the project, whoever paid it; absent while they are not known. */
  readonly vouchers?: readonly Voucher[] | undefined
  /** Facts that the support ceiling of this content needs besides its cost. */
  readonly application?: ApplicationFacts | undefined
  /** Whether a higher level was decided for it (MR-1); absent: not. */
  readonly priority?: Priority | undefined
}

/** A voucher and who carries it. */
export interface SettlementLine {
  readonly voucher: Voucher
  /** In đồng; with `own` the amount of the voucher. */
  readonly support: bigint
  readonly own: bigint
}

/**
 * - `settled`: the amounts are final
 * - `refused`: nothing is settled, and what was advanced goes back
 * - `not-yet`: a condition is not met; see `remedies`
 * - `unknown`: see `missing`
 */
export type SettlementStatus = 'settled' | 'refused' | 'not-yet' | 'unknown'

export interface Settlement {
  readonly content: ContentCode
  readonly status: SettlementStatus
  /** The support that is settled, in đồng: never above the award, the ceiling at the actual cost, or the vouchers. */
  readonly settled: bigint | undefined
  /** Not known or not yet, but certainly no more than this, in đồng. */
  readonly atMost: bigint | undefined
  /** Which of `award`, `ceiling` and `vouchers` set it. */
  readonly binding: string | undefined
  /** What the establishment carries: all vouchers without the settled support. */
  readonly ownPart: bigint | undefined
  /** What is still to be paid: settled without what was advanced. */
  readonly payable: bigint | undefined
  /** What was advanced beyond what is settled, and returns to the budget. */
  readonly toReturn: bigint | undefined
  /** What of the award is not used, and becomes free again. */
  readonly unused: bigint | undefined
  /** Empty unless settled. */
  readonly lines: readonly SettlementLine[]
  readonly proof: AcceptanceProof
  readonly findings: readonly Finding[]
  /** Facts, papers (`papers.…`) and cases (`cases.…`) that can still change the answer. */
  readonly missing: readonly string[]
  readonly next: string | undefined
  readonly remedies: readonly Remedy[]
  readonly steps: readonly CalculationStep[]
  readonly trust: Support
  readonly law: LawIdentity
}

/**
 * Settles a project on its vouchers: how much support is final, what is still paid and what goes back.
 * Articles 12, 14, 18 and 19, TT 36/2013/TT-BCT.
 * @param law the pack bound to the day of the plan: its level governs, not that of the day of acceptance
 * @param code a content code, e.g. `MACH`
 * @param input `ceiling` is needed only where the law has no level; where it has one, the lower of the two holds
 * @throws InputError when a code, fact, paper or voucher does not fit
 */
export function settle(
  law: Pick<BoundLaw, 'amount' | 'facts' | 'identity' | 'parameters'>,
  code: string,
  input: SettlementInput,
): Settlement {
  const content = contentCode(code)
  const { vouchers, application, priority = 'not-decided', papers, cases, ...facts } = input
  if (vouchers) checkVouchers(vouchers)
  const { fund } = facts
  const counted = vouchers?.map((voucher) => (voucher.counts ? voucher.amount : 0n))
  const spent = counted && total(counted)
  const level = levelAt(law, content, { ...application, fund, eligibleCost: spent }, priority)
  const proof = acceptanceProof(law, code, { fund, papers, cases })
  const known = {
    ...facts,
    spent,
    ceiling: lower(level?.amount, facts.ceiling, level === undefined),
    proofComplete: proof.verdict === 'unknown' ? undefined : proof.verdict === 'met',
  }

  const bound = bindMoney(law, settlementRules)
  const decision = bound.decide(level?.steps.some((step) => step.name === 'rate') ? 'by-share' : 'whole', known)
  const amount = bound.amount('SETTLEMENT', known)
  const advanced = facts.alreadyAdvanced
  const refused = facts.acceptance === 'refused'
  const final = refused ? 0n : decision.verdict === 'met' ? amount?.amount : undefined
  const status = statusOf(refused, decision.verdict === 'unmet', final !== undefined && advanced !== undefined)

  const asks: Readonly<Record<string, readonly string[]>> = {
    proofComplete: proof.missing,
    spent: ['vouchers'],
    ceiling: level ? level.missing.map((key) => (key === 'eligibleCost' ? 'vouchers' : key)) : ['ceiling'],
  }
  const open = refused ? [] : [...decision.missing, ...(amount?.missing ?? [])]
  if (advanced === undefined) open.push('alreadyAdvanced')
  const asked = Object.keys(settlementFacts).filter((key) => open.includes(key))
  const missing = status === 'unknown' ? [...new Set(asked.flatMap((key) => asks[key] ?? [key]))] : []

  const done = status === 'settled' || status === 'refused'
  const toReturn = done ? above(advanced, final) : undefined
  return {
    content,
    status,
    settled: done ? final : undefined,
    atMost: done ? undefined : (amount?.amount ?? amount?.atMost),
    binding: status === 'settled' ? amount?.binding : undefined,
    ownPart: done && vouchers && final !== undefined ? total(vouchers.map((v) => v.amount)) - final : undefined,
    payable: done ? above(final, advanced) : status === 'not-yet' ? 0n : undefined,
    toReturn,
    unused: done ? above(facts.award, final) : undefined,
    lines: status === 'settled' ? linesOf(vouchers ?? [], counted ?? [], final ?? 0n) : [],
    proof,
    findings: decision.findings,
    missing,
    next: missing[0],
    remedies: refused ? [] : decision.remedies,
    steps: [...(level?.steps ?? []), ...(amount?.trace ? calculation(amount.trace, settlementFacts) : [])],
    trust: together([
      decision.trust,
      proof.trust,
      ...(amount ? [amount.trust] : []),
      ...(level ? [level.trust] : []),
      ...(toReturn ? [returnSupport(law.identity)] : []),
    ]),
    law: law.identity,
  }
}

/** The ceiling at the actual cost; undefined where the law has no level for the content. */
function levelAt(
  law: Pick<BoundLaw, 'amount' | 'facts' | 'identity' | 'parameters'>,
  code: ContentCode,
  application: ApplicationFacts,
  priority: Priority,
): SupportCeiling | undefined {
  const ceiling = priorityCeiling(law, code, application, priority)
  return ceiling.status === 'no-level' ? undefined : ceiling
}

/** The level's ceiling, or what was decided, or the lower where there are both. */
function lower(level: bigint | undefined, decided: bigint | undefined, noLevel: boolean): bigint | undefined {
  if (noLevel) return decided
  return level !== undefined && decided !== undefined && decided < level ? decided : level
}

const statusOf = (refused: boolean, unmet: boolean, known: boolean): SettlementStatus =>
  unmet && !refused ? 'not-yet' : !known ? 'unknown' : refused ? 'refused' : 'settled'

/** How far `a` is above `b`; zero where it is not. */
const above = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || b === undefined ? undefined : a > b ? a - b : 0n

/** Support falls on the counted vouchers in proportion; since it is never above their sum, no voucher gets more than it states. */
function linesOf(vouchers: readonly Voucher[], counted: readonly bigint[], settled: bigint): SettlementLine[] {
  const support = settled === 0n ? counted.map(() => 0n) : allocate(settled, counted)
  return vouchers.map((voucher, index) => {
    const part = support[index] ?? 0n
    return { voucher, support: part, own: voucher.amount - part }
  })
}

/** MR-13. */
function returnSupport({ asOf }: LawIdentity): Support {
  const source = returnToBudget.find((period) => inForce(period, asOf))
  if (!source) return together([])
  const { cites, trust, note } = source
  const title: Text = { vi: 'Thu hồi tạm ứng về ngân sách', en: 'Advances that return to the budget' }
  return restingOn({ kind: 'rule', id: 'MR-13', title, trust, cites, note })
}
