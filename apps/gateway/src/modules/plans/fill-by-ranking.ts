import type { Actor } from '../../access/actor.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { edited, holdPlan, type PlanCommand, type PlanWritten } from './edit.js'
import { planProposal } from './plan-proposal.js'
import { rankPlan, type RankingAsked } from './ranking.js'

export interface FillPlanByRanking extends PlanCommand, RankingAsked {
  /** ISO day on which the proposals' steps count. */
  readonly on: string
}

/**
 * Puts the proposals that the order of the law recommends within a budget into a draft, in that order, each with what the
 * ranking gave it. Those that stand in it already stay where they are.
 *
 * @throws Refusal those of `holdPlan`, `rankPlan` and `planProposal`, `nothing-recommended`
 */
export async function fillPlanByRanking(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: FillPlanByRanking,
): Promise<PlanWritten> {
  const command = { name: 'fillPlanByRanking', personId: actor.personId, key, input: { ...input } }
  return await carryOut(prisma, command, async (tx) => {
    const plan = await holdPlan(tx, actor, 'fillPlanByRanking', input)
    const { ranking, proposals } = await rankPlan(tx, plan, input)
    const changes: Change[] = []
    for (const { proposal: proposalId, outcome, support } of ranking.proposals) {
      if (outcome !== 'recommended' || proposals.get(proposalId)?.state !== 'RECOMMENDED') continue
      const asked = { proposalId, source: undefined, estimated: support, on: input.on }
      changes.push(...(await planProposal(tx, actor, plan, asked)))
    }
    if (changes.length === 0) throw new Refusal([nothingRecommended])
    const { answer, change } = await edited(tx, plan, actor)
    return { answer, changes: [change, ...changes] }
  })
}

const nothingRecommended = problem(
  'nothing-recommended',
  'budget',
  {
    vi: 'Trong phạm vi kinh phí này không có thêm đề án nào được đề nghị.',
    en: 'Within this budget no further proposal is recommended.',
  },
  { vi: 'kinh phí lớn hơn, hoặc thêm đề án được đề nghị', en: 'a higher budget, or more recommended proposals' },
)
