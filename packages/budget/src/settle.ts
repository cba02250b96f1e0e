import { toContentCode, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import {
  calculation,
  together,
  type CalculationStep,
  type Finding,
  type LawIdentity,
  type Remedy,
  type Support,
} from '@khuyencong/rules'
import { acceptanceProof, type AcceptanceProof, type ProofFacts } from './acceptance-proof.js'
import { afterSettlement, type AfterSettlement } from './after-settlement.js'
import { allocate } from './allocate.js'
import type { LevelLaw, MoneyLaw } from './money-law.js'
import { settlementOf } from './money-questions.js'
import { priorityCeiling, type Priority } from './priority-factor.js'
import { settlementFacts, type SettlementFacts } from './settlement-facts.js'
import { type SupportCeiling } from './support-ceiling.js'
import { checkVouchers, type Voucher } from './voucher.js'
import { total } from './whole-dong.js'

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
 * - `not-yet`: it is not refused, and a condition is not met; see `remedies`
 * - `unknown`: see `missing`
 */
export type SettlementStatus = 'settled' | 'refused' | 'not-yet' | 'unknown'

export interface Settlement extends AfterSettlement {
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
  /** Empty unless settled. */
  readonly lines: readonly SettlementLine[]
  readonly proof: AcceptanceProof
  /** The ceiling at the actual cost, with the pack that it comes from; undefined where the law has no level. */
  readonly level: SupportCeiling | undefined
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
  law: LevelLaw & MoneyLaw<'decide' | 'amount' | 'parameters' | 'identity'>,
  code: ContentCode,
  input: SettlementInput,
): Settlement {
  const content = toContentCode(code)
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

  const question = settlementOf(level?.steps.some((step) => step.name === 'rate') ? 'by-share' : 'whole')
  const decision = law.money.decide(question, known)
  const amount = law.money.amount(question, known)
  const advanced = facts.alreadyAdvanced
  const refused = facts.acceptance === 'refused'
  const final = refused ? 0n : decision.verdict === 'met' ? amount?.amount : undefined
  // While acceptance is not known it may still be refused, which settles what else is not met.
  const unmet = decision.verdict === 'unmet' && facts.acceptance !== undefined
  const status = statusOf(refused, unmet, final !== undefined && advanced !== undefined)

  const asks: Readonly<Record<string, readonly string[]>> = {
    proofComplete: proof.missing,
    spent: ['vouchers'],
    ceiling: level ? level.missing.map((key) => (key === 'eligibleCost' ? 'vouchers' : key)) : ['ceiling'],
  }
  const open = refused || decision.verdict === 'unmet' ? [] : [...decision.missing, ...(amount?.missing ?? [])]
  if (facts.acceptance === undefined) open.push('acceptance')
  if (advanced === undefined) open.push('alreadyAdvanced')
  const asked = Object.keys(settlementFacts).filter((key) => open.includes(key))
  const missing = status === 'unknown' ? [...new Set(asked.flatMap((key) => asks[key] ?? [key]))] : []

  const done = status === 'settled' || status === 'refused'
  const after = done ? afterSettlement(law, facts, final) : undefined
  return {
    content,
    status,
    settled: done ? final : undefined,
    atMost: done ? undefined : (amount?.amount ?? amount?.atMost),
    binding: status === 'settled' ? amount?.binding : undefined,
    ownPart: done && vouchers && final !== undefined ? total(vouchers.map((v) => v.amount)) - final : undefined,
    payable: status === 'not-yet' ? 0n : after?.payable,
    toReturn: after?.toReturn,
    returned: after?.returned,
    unused: after?.unused,
    lines: status === 'settled' ? linesOf(vouchers ?? [], counted ?? [], final ?? 0n) : [],
    proof,
    level,
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
      ...(after?.toReturn && after.returned ? [after.returned.trust] : []),
    ]),
    law: law.money.identity,
  }
}

/** The ceiling at the actual cost; undefined where the law has no level for the content. */
function levelAt(
  law: Parameters<typeof priorityCeiling>[0],
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

/** Support falls on the counted vouchers in proportion; since it is never above their sum, no voucher gets more than it states. */
function linesOf(vouchers: readonly Voucher[], counted: readonly bigint[], settled: bigint): SettlementLine[] {
  const support = settled === 0n ? counted.map(() => 0n) : allocate(settled, counted)
  return vouchers.map((voucher, index) => {
    const part = support[index] ?? 0n
    return { voucher, support: part, own: voucher.amount - part }
  })
}
