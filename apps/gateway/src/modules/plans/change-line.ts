import type { ApplicationFacts } from '@khuyencong/domain'
import type { Actor } from '../../access/actor.js'
import { carryOut } from '../../commands/carry-out.js'
import type { Prisma, PrismaClient } from '../../generated/prisma/client.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { applicationFactsFrom, factsToJson, storedFacts } from '../proposals/facts.js'
import { edited, lineJson, type PlanWritten } from './edit.js'
import { demandOf } from './edition-before.js'
import { holdLine, type LineSeen } from './hold-line.js'
import { lineAmounts } from './line-amounts.js'
import { activityPart, partsOf } from './parts.js'
import { belowAward, sourceOfOther, titleMissing } from './problems.js'
import type { LineRow } from './reads.js'
import { sourcesOfFund } from './sources.js'

/** What of a line is to change: what is absent stays. Title, facts and demand of a project are its proposal's. */
export interface ChangeLine extends LineSeen {
  readonly idempotencyKey: string
  readonly title: string | undefined
  readonly source: FundSource | undefined
  readonly facts: ApplicationFacts | undefined
  readonly demanded: bigint | undefined
  /** Absent: the lower of demand and ceiling again. */
  readonly estimated: bigint | undefined
}

/**
 * Changes a line of a draft. What is promised on contracts for it already stays a least.
 *
 * @throws Refusal those of `holdLine` and `lineAmounts`, `of-the-proposal`, `title-missing`, `source-not-of-fund`, `below-award`
 */
export async function changeLine(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: ChangeLine,
): Promise<PlanWritten> {
  const asked = { ...input, facts: input.facts && factsToJson(input.facts) }
  return await carryOut(prisma, { name: 'changeLine', personId: actor.personId, key, input: asked }, async (tx) => {
    const { plan, line } = await holdLine(tx, actor, 'changeLine', input)
    const problems = problemsOf(line, input)
    if (problems.length > 0) throw new Refusal(problems)
    const source = input.source ?? line.source
    const facts = input.facts ?? applicationFactsFrom(line.facts)
    const { proposal } = line
    const amounts = lineAmounts(plan, {
      source,
      estimated: input.estimated ?? 'usual',
      ...(proposal === null
        ? {
            parts: activityPart(line.contentCode, facts),
            totalCost: facts.totalCost,
            demanded: input.demanded ?? line.demanded ?? undefined,
          }
        : { parts: partsOf(proposal), totalCost: proposal.totalCost, demanded: demandOf(proposal, line.promised) }),
    })
    if (line.promised > (amounts.estimated ?? 0n)) throw new Refusal([belowAward])
    const data: Prisma.PlanLineUncheckedUpdateInput = {
      ...{ source, ...amounts },
      ...(input.title !== undefined && { title: input.title.trim() }),
      ...(input.facts !== undefined && { facts: storedFacts(input.facts) }),
    }
    const after = await tx.planLine.update({ where: { id: line.id }, data })
    const { answer, change } = await edited(tx, plan, actor)
    const before = { ...lineJson(line), proposalId: proposal?.id }
    return { answer, changes: [change, { entity: 'PlanLine', id: line.id, before, after: lineJson(after) }] }
  })
}

function problemsOf({ proposal, promised, source: now }: LineRow, input: Omit<ChangeLine, 'idempotencyKey'>) {
  const { title, facts, demanded, source = now } = input
  return [
    ...(proposal !== null && (title ?? facts ?? demanded) !== undefined ? [ofTheProposal] : []),
    ...(title?.trim() === '' ? [titleMissing] : []),
    ...(proposal !== null && source !== now && !sourcesOfFund[proposal.fund]?.includes(source) ? [sourceOfOther] : []),
    ...(source !== now && promised > 0n ? [belowAward] : []),
  ]
}

const ofTheProposal = problem(
  'of-the-proposal',
  'lineId',
  {
    vi: 'Tên, thông tin và nhu cầu của dòng này lấy từ đề án.',
    en: 'Title, facts and demand of this line are those of its proposal.',
  },
  { vi: 'chỉ sửa nguồn và dự toán', en: 'a change of source or estimate alone' },
)
