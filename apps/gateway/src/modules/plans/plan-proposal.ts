import { toContentCode } from '@khuyencong/domain'
import { assess } from '@khuyencong/eligibility'
import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import { notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { takeStep } from '../proposals/take-step.js'
import { approvedLine, demandOf, linesLeftOut, promisedProblems } from './edition-before.js'
import { lineAmounts } from './line-amounts.js'
import { lawful, lawOfPlan } from './line-law.js'
import { partsOf } from './parts.js'
import { proposalTwice, sourceOfOther } from './problems.js'
import { readProposal, type PlanRow, type ProposalRow } from './reads.js'
import { sourcesOfFund } from './sources.js'
import { writeLine } from './write-line.js'

export interface PlanProposal {
  readonly proposalId: string
  /** Absent: the first that its fund has. */
  readonly source: FundSource | undefined
  /** Đồng; absent: the lower of what is asked for and what the law allows. */
  readonly estimated: bigint | undefined
  /** ISO day on which the proposal's step counts. */
  readonly on: string
}

/**
 * Puts a recommended proposal into a draft that the transaction holds: its line, and its step to IN_PLAN. One that an
 * adjustment takes up again, because the plan in force has it, keeps its state: its line is as it was approved, unless
 * source or estimate are given.
 *
 * @throws Refusal `not-found`, `not-of-this-plan`, `proposal-twice`, `source-not-of-fund`, `not-eligible` naming the article,
 *   `below-award`, and those of `lineAmounts` and `takeStep`
 */
export async function planProposal(
  tx: Transaction,
  actor: Actor,
  plan: PlanRow,
  asked: PlanProposal,
): Promise<readonly Change[]> {
  const proposal = await readProposal(tx, asked.proposalId)
  if (proposal === undefined) throw notFound('proposalId', asked.proposalId)
  const { contentCode, totalCost, title, fund } = proposal
  const again = (await linesLeftOut(tx, plan)).find(
    (line) => line.proposal?.id === proposal.id && line.proposal.state !== 'CANCELLED',
  )
  const source = asked.source ?? again?.source ?? sourcesOfFund[fund]?.[0]
  const there = await tx.planLine.count({ where: { planId: plan.id, proposalId: proposal.id } })
  const problems = [
    ...(proposal.programmeId === plan.programmeId && proposal.planYear === plan.year ? [] : [otherPlan(plan)]),
    ...(there > 0 ? [proposalTwice] : []),
    ...(source !== undefined && sourcesOfFund[fund]?.includes(source) === true ? [] : [sourceOfOther]),
    ...(again === undefined ? eligibilityProblems(plan, proposal) : []),
  ]
  if (source === undefined || problems.length > 0) throw new Refusal(problems)
  const demanded = demandOf(proposal, again?.promised ?? 0n)
  const amountsFor = (estimated: bigint | 'usual') =>
    lineAmounts(plan, { source, totalCost, demanded, estimated, parts: partsOf(proposal) })
  if (again !== undefined) {
    const before = approvedLine(again)
    const same = source === again.source && asked.estimated === undefined
    const now = same ? before : { ...before, source, ...amountsFor(asked.estimated ?? before.estimated ?? 'usual') }
    const promised = promisedProblems(again, now)
    if (promised.length > 0) throw new Refusal(promised)
    return [await writeLine(tx, plan.id, now)]
  }
  const step = await takeStep(tx, actor, 'planProposal', { proposalId: proposal.id, on: asked.on })
  const amounts = amountsFor(asked.estimated ?? 'usual')
  const line = await writeLine(tx, plan.id, {
    ...{ kind: 'PROJECT', proposalId: proposal.id, contentCode, title, source, ...amounts },
  })
  return [line, step.change]
}

/** The law of the plan date may say no to what an earlier day allowed. */
function eligibilityProblems(plan: PlanRow, proposal: ProposalRow) {
  const law = lawOfPlan(plan)
  return partsOf(proposal).flatMap(({ contentCode, facts }) =>
    lawful(() => assess(law, toContentCode(contentCode), facts))
      .findings.filter(({ verdict }) => verdict === 'unmet')
      .map(({ rule, title, cites: [article] }) =>
        problem(
          'not-eligible',
          'proposalId',
          {
            vi: `Theo quy định tại ngày ${plan.planDate}, không đáp ứng (${rule}): ${title.vi}.`,
            en: `Under the law of ${plan.planDate}, not met (${rule}): ${title.en}.`,
          },
          { vi: 'một đề án đủ điều kiện', en: 'a proposal that may be supported' },
          article,
        ),
      ),
  )
}

const otherPlan = ({ year }: PlanRow) =>
  problem(
    'not-of-this-plan',
    'proposalId',
    { vi: 'Đề án thuộc chương trình hoặc năm kế hoạch khác.', en: 'The proposal is for another programme or year.' },
    { vi: `đề án của năm ${String(year)}`, en: `a proposal for ${String(year)}` },
  )
