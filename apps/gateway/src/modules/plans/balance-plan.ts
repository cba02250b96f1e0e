import type { Actor } from '../../access/actor.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import type { PlanWritten } from './edit.js'
import { readLinesOf } from './reads.js'
import { commandPlanStep, type PlanStepRequest } from './step-command.js'

export interface BalancePlan extends PlanStepRequest {
  /** What each source can bear, in đồng. */
  readonly balances: readonly { readonly source: FundSource; readonly amount: bigint }[]
}

/**
 * Sở Tài chính says what each source can bear. It may be less than the estimate: then less is approved, or the plan goes back.
 *
 * @throws Refusal those of `commandPlanStep`, `source-twice`, `amount-negative`, `source-not-balanced`
 */
export const balancePlan = (
  prisma: PrismaClient,
  actor: Actor,
  { balances, ...input }: BalancePlan,
): Promise<PlanWritten> =>
  commandPlanStep(
    prisma,
    actor,
    'balancePlan',
    input,
    async (tx, plan) => {
      const [lines = []] = await readLinesOf(tx, [plan.id])
      const sources = balances.map(({ source }) => source)
      const asked = new Set(lines.map(({ source }) => source))
      const problems = [
        ...sources.filter((source, index) => sources.indexOf(source) !== index).map(sourceTwice),
        ...balances.filter(({ amount }) => amount < 0n).map(({ source }) => amountNegative(source)),
        ...[...asked].filter((source) => !sources.includes(source)).map(sourceNotBalanced),
      ]
      if (problems.length > 0) throw new Refusal(problems)
      await tx.planBalance.deleteMany({ where: { planId: plan.id } })
      await tx.planBalance.createMany({ data: balances.map((balance) => ({ ...balance, planId: plan.id })) })
      return [
        {
          entity: 'PlanBalance',
          id: plan.id,
          before: plan.balances,
          after: balances.map(({ source, amount }) => ({ source, amount })),
        },
      ]
    },
    balances.map(({ source, amount }) => ({ source, amount })),
  )

const sourceTwice = (source: FundSource) =>
  problem(
    'source-twice',
    'balances',
    { vi: `Nguồn ${source} ghi hai lần.`, en: `The source ${source} stands twice.` },
    { vi: 'mỗi nguồn một lần', en: 'each source once' },
  )

const amountNegative = (source: FundSource) =>
  problem(
    'amount-negative',
    'balances',
    { vi: `Số cân đối của nguồn ${source} âm.`, en: `The balance of ${source} is below zero.` },
    { vi: 'đồng, từ 0', en: 'đồng, from 0' },
  )

const sourceNotBalanced = (source: FundSource) =>
  problem(
    'source-not-balanced',
    'balances',
    { vi: `Chưa cân đối nguồn ${source}.`, en: `The source ${source} is not balanced.` },
    { vi: 'số cân đối của mọi nguồn có trong dự toán', en: 'the balance of every source that the estimate asks' },
  )
