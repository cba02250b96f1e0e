import {
  settle,
  settleGroup,
  type GroupSettlement,
  type GroupSettlementInput,
  type Settlement,
  type SettlementInput,
} from '@khuyencong/budget'
import { toContentCode, type ApplicationFacts } from '@khuyencong/domain'
import type { z } from 'zod'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { applicationFactsFrom } from '../proposals/facts.js'
import { isRaised } from '../proposals/raised-ceiling.js'
import { fundOf, lawOfAward, mostOf, mustStand, type AwardWhole, type HeldAward } from './award.js'
import { asking, lacking, notMet, notMetOfParts, type MoneyAnswer } from './law-answer.js'
import { said } from './sentences.js'
import { groupSettlementInput, settlementInput, type KeptSettlement } from './stored-answer.js'
import { noParts, ofNobody, ofParts, partOf, type PartKey, type VoucherSaid } from './voucher-parts.js'
import type { WorkFacts } from './work-end.js'

/** What is said of a project that is settled, as a request keeps it. */
export type Kept = z.infer<typeof KeptSettlement>

/** A voucher and the đồng of the support in it. */
interface Line {
  readonly voucher: VoucherSaid
  readonly support: bigint
}

/** What the law lets be settled. */
export interface Settled {
  /** Đồng. */
  readonly amount: bigint
  /** In the order of the vouchers. */
  readonly lines: readonly Line[]
  /** To be kept. */
  readonly answer: MoneyAnswer
}

/**
 * Asks the law for how much an award is settled: a proposal of several parts part by part, any other as one.
 *
 * @throws Refusal unless the law lets the award be settled
 */
export function settledByLaw(held: HeldAward, kept: Kept, work: WorkFacts, vouchers: readonly VoucherSaid[]): Settled {
  mustStand(held.award)
  if (held.money.settled > 0n) throw new Refusal([said.settledOnce])
  const settled =
    (held.award.proposal?.members.length ?? 0) === 0
      ? settledAsOne(held, kept, work, vouchers)
      : settledByPart(held, kept, work, vouchers)
  if (settled.amount === 0n) throw nothingToSettle
  return settled
}

function settledAsOne(held: HeldAward, kept: Kept, work: WorkFacts, vouchers: readonly VoucherSaid[]): Settled {
  const { award } = held
  const { ceilings = [], ...facts } = kept
  if (ceilings.length > 0) throw new Refusal([ceilingsOfParts(award)])
  const input: SettlementInput = {
    ...factsOf(held, work),
    ...facts,
    vouchers: ofNobody(vouchers, award),
    application: applicationOf(award),
    ...priorityOf(award),
  }
  const answer = asking(() => settle(lawOfAward(award), toContentCode(award.contentCode), input))
  const amount = finalAmount(answer, () => notMet(answer.findings))
  const { law, status: outcome } = answer
  return {
    amount,
    lines: answer.lines,
    answer: { question: 'settlement', law, outcome, amount, input: settlementInput(input), answer },
  }
}

function settledByPart(held: HeldAward, kept: Kept, work: WorkFacts, vouchers: readonly VoucherSaid[]): Settled {
  const { award } = held
  const { ceilings = [], ceiling, ...facts } = kept
  if (ceiling !== undefined) throw new Refusal([ceilingOfWhole])
  const members = award.proposal?.members ?? []
  const decided = ceilingsOf(ceilings, members)
  const input: GroupSettlementInput = {
    ...factsOf(held, work),
    ...facts,
    members: members.map((member) => ({
      establishment: member.establishmentId,
      content: toContentCode(member.contentCode),
      support: member.requestedSupport,
      application: { ...applicationOf(award), ...applicationFactsFrom(member.facts) },
      ...ceilingFor(member, decided),
      ...priorityOf(award),
    })),
    vouchers: ofParts(vouchers, members),
  }
  const answer = asking(() => settleGroup(lawOfAward(award), input))
  const amount = finalAmount(answer, () => notMetOfParts(answer.parts))
  const { law, status: outcome } = answer
  return {
    amount,
    lines: answer.lines.map(({ voucher: { establishment, content, ...voucher }, support }) => ({
      voucher: { ...voucher, establishmentId: establishment, contentCode: content },
      support,
    })),
    answer: { question: 'group-settlement', law, outcome, amount, input: groupSettlementInput(input), answer },
  }
}

const factsOf = ({ award, money }: HeldAward, work: WorkFacts) => ({
  fund: fundOf(award.appropriation.source),
  award: mostOf(award),
  ...work,
  alreadyAdvanced: money.advanced,
})

/** @throws Refusal unless it is settled */
function finalAmount(
  { status, settled, missing }: Settlement | GroupSettlement,
  unmet: () => readonly InputProblem[],
): bigint {
  if (status === 'not-yet') throw new Refusal(unmet())
  if (status !== 'settled' || settled === undefined) throw new Refusal(lacking(missing))
  return settled
}

/** What the proposal says of the application, for the ceiling at the actual cost. */
const applicationOf = ({ proposal }: AwardWhole): ApplicationFacts =>
  proposal === null ? {} : { ...applicationFactsFrom(proposal.facts), planYear: proposal.planYear }

/** A higher level that the fund's manager decided for the project. */
const priorityOf = ({ proposal }: AwardWhole) =>
  proposal !== null && isRaised(proposal.priorities) ? ({ priority: 'decided' } as const) : {}

type Ceiling = NonNullable<Kept['ceilings']>[number]

/** @throws Refusal where one is of no part, or of one that has its ceiling */
function ceilingsOf(ceilings: readonly Ceiling[], parts: readonly PartKey[]): (PartKey & { ceiling: bigint })[] {
  const found = ceilings.map((one, index) => ({ ...one, part: partOf(one, parts, `ceilings.${String(index)}`) }))
  const keys = found.map(({ part }, index) =>
    'code' in part ? String(index) : `${part.establishmentId}/${part.contentCode}`,
  )
  const problems = found.flatMap(({ part }, index): readonly InputProblem[] => {
    if ('code' in part) return [part]
    return keys.indexOf(keys[index] ?? '') < index ? [ceilingTwice(index)] : []
  })
  if (problems.length > 0) throw new Refusal(problems)
  return found.flatMap(({ ceiling, part }) => ('code' in part ? [] : [{ ...part, ceiling }]))
}

function ceilingFor(part: PartKey, decided: readonly (PartKey & { readonly ceiling: bigint })[]) {
  const { establishmentId, contentCode } = part
  const found = decided.find((one) => one.establishmentId === establishmentId && one.contentCode === contentCode)
  return found === undefined ? {} : { ceiling: found.ceiling }
}

const ceilingTwice = (index: number) =>
  problem(
    'ceiling-twice',
    `ceilings.${String(index)}`,
    { vi: 'Phần này đã có mức hỗ trợ tối đa.', en: 'The part has its ceiling already.' },
    { vi: 'mỗi phần một mức', en: 'one ceiling for each part' },
  )

const ceilingOfWhole = problem(
  'ceiling-of-part',
  'ceiling',
  {
    vi: 'Đề án có nhiều cơ sở: mức hỗ trợ tối đa là của từng cơ sở.',
    en: 'In a proposal of several the ceiling is that of each establishment.',
  },
  { vi: 'ghi theo từng cơ sở (ceilings)', en: '`ceilings`, one for each part' },
)

const ceilingsOfParts = (award: AwardWhole) =>
  problem('no-parts', 'ceilings', noParts(award), { vi: 'ghi một mức chung (ceiling)', en: '`ceiling`' })

const nothingToSettle = refusal(
  'nothing-to-settle',
  'vouchers',
  { vi: 'Không có chi phí nào được quyết toán.', en: 'None of the vouchers can be settled.' },
  { vi: 'trả lại tạm ứng và giải phóng phần còn lại', en: 'return the advance and release the rest' },
)
