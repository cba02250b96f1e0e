import { contents, isContentCode, type ApplicationFacts } from '@khuyencong/domain'
import type { Actor } from '../../access/actor.js'
import { carryOut } from '../../commands/carry-out.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { factsToJson, storedFacts } from '../proposals/facts.js'
import { edited, holdPlan, type PlanCommand, type PlanWritten } from './edit.js'
import { linesLeftOut, promisedProblems } from './edition-before.js'
import { lineAmounts } from './line-amounts.js'
import { activityPart } from './parts.js'
import { titleMissing } from './problems.js'
import { isActivity } from './sources.js'
import { writeLine } from './write-line.js'

/** An activity of the programme itself: training, a fair, a contest, media, a visit, a conference, collaborators. */
export interface AddActivityLine extends PlanCommand {
  readonly contentCode: string
  readonly title: string
  readonly source: FundSource
  /** What the ceiling needs, as far as known. */
  readonly facts: ApplicationFacts
  /** Đồng; absent while not known. */
  readonly demanded: bigint | undefined
  readonly estimated: bigint | undefined
}

/**
 * Adds an activity to a draft. The estimate is the lower of demand and ceiling where it is not given. One that the plan in
 * force has under the same content and title, and the draft no longer, is taken up again: it stays the same item.
 *
 * @throws Refusal those of `holdPlan` and `lineAmounts`, `title-missing`, `content-unknown`, `needs-proposal`, `below-award`
 */
export async function addActivityLine(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, ...input }: AddActivityLine,
): Promise<PlanWritten> {
  const asked = { ...input, facts: factsToJson(input.facts) }
  const command = { name: 'addActivityLine', personId: actor.personId, key, input: asked }
  return await carryOut(prisma, command, async (tx) => {
    const plan = await holdPlan(tx, actor, 'addActivityLine', input)
    const { contentCode, source, facts, demanded, estimated } = input
    const title = input.title.trim()
    const problems = [...(title === '' ? [titleMissing] : []), ...contentProblems(contentCode)]
    if (problems.length > 0) throw new Refusal(problems)
    const amounts = lineAmounts(plan, {
      ...{ source, demanded, estimated: estimated ?? 'usual' },
      parts: activityPart(contentCode, facts),
      totalCost: facts.totalCost,
    })
    const again = (await linesLeftOut(tx, plan)).find(
      (line) => line.proposal === null && line.contentCode === contentCode && line.title === title,
    )
    const promised = again === undefined ? [] : promisedProblems(again, { source, ...amounts })
    if (promised.length > 0) throw new Refusal(promised)
    const line = await writeLine(tx, plan.id, {
      ...{ kind: 'ACTIVITY', contentCode, title, source, ...amounts },
      ...(again !== undefined && { itemId: again.itemId }),
      facts: storedFacts(facts),
    })
    const { answer, change } = await edited(tx, plan, actor)
    return { answer, changes: [change, line] }
  })
}

function contentProblems(contentCode: string) {
  if (!isContentCode(contentCode))
    return [
      problem(
        'content-unknown',
        'contentCode',
        { vi: `Không có nội dung ${contentCode}.`, en: `There is no content ${contentCode}.` },
        { vi: 'mã của một nội dung', en: 'the code of a content' },
        contents.MACH.cites[0],
      ),
    ]
  if (isActivity(contentCode)) return []
  return [
    problem(
      'needs-proposal',
      'contentCode',
      {
        vi: `${contents[contentCode].title.vi} là hỗ trợ cho cơ sở, phải có đề án.`,
        en: `${contents[contentCode].title.en} supports an establishment and needs its proposal.`,
      },
      { vi: 'đưa đề án vào kế hoạch', en: 'to add the proposal instead' },
      contents[contentCode].cites[0],
    ),
  ]
}
