import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import { readSaid, type Said } from '../../commands/said.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import type { Json } from '../../json.js'
import { holdPlan, type PlanCommand, type PlanWritten } from './edit.js'
import { planLifeCycle, planStepNames, type PlanStepName } from './life-cycle.js'
import { fourEyes } from './problems.js'
import type { PlanRow } from './reads.js'

/** What is said with a step of a plan. */
export type PlanStepRequest = PlanCommand & Said

/**
 * Takes a plan one step further, as a command of its own.
 *
 * @param work what the step means besides: it may refuse, it may write, and it names what it changed
 * @param besides what was said besides the step itself, for telling one request from another
 * @param kept what the audit keeps of the plan as it was, besides its state
 * @throws Refusal those of `holdPlan` and of `work`, `on-in-future`, `on-before-last-step`, `reason-missing`,
 *   `document-missing`, `four-eyes`
 */
export async function commandPlanStep(
  prisma: PrismaClient,
  actor: Actor,
  name: PlanStepName,
  { idempotencyKey: key, ...input }: PlanStepRequest,
  work: (tx: Transaction, plan: PlanRow) => Promise<readonly Change[]> = () => Promise.resolve([]),
  besides: Json = null,
  kept: (tx: Transaction, plan: PlanRow) => Promise<Readonly<Record<string, Json>>> = () => Promise.resolve({}),
): Promise<PlanWritten> {
  const command = { name, personId: actor.personId, key, input: { ...input, said: besides } }
  return await carryOut(prisma, command, async (tx) => {
    const plan = await holdPlan(tx, actor, name, input)
    const { id, state, version, steps } = plan
    const { to, judges = false, needsReason = false, needsDocument = false } = planLifeCycle[name]
    const last = steps.at(-1)
    const needed = { reason: needsReason, document: needsDocument, notBefore: last?.on }
    const { problems, reason, document } = readSaid(input, needed)
    if (judges && hasHandIn(plan, actor.personId, name)) problems.push(fourEyes)
    if (problems.length > 0) throw new Refusal(problems)
    const before = { state, version, ...(await kept(tx, plan)) }
    const changes = await work(tx, plan)

    const { role } = authorise(actor, name, { state })
    const position = (last?.position ?? 0) + 1
    const on = new Date(input.on)
    const step = { action: name, fromState: state, toState: to, personId: actor.personId, role, on, reason, document }
    await tx.planStep.create({ data: { planId: id, position, ...step } })
    const approval = to === 'APPROVED' ? { document, approvedOn: on } : {}
    await tx.plan.update({ where: { id }, data: { state: to, version: version + 1, ...approval } })
    const change = {
      entity: 'Plan',
      id,
      before,
      after: { state: to, version: version + 1, step: { position, role, on: input.on, reason, document } },
    }
    return { answer: { id, version: version + 1 }, changes: [change, ...changes] }
  })
}

/** Steps after which one does not judge in another way: estimating, and judging itself. */
const hands: readonly string[] = planStepNames.filter(
  (name) => name === 'handOverEstimate' || planLifeCycle[name].judges === true,
)

/** Whether somebody made or estimated a plan, or judged it in another way than this one. */
const hasHandIn = ({ makers, steps }: PlanRow, personId: string, name: PlanStepName): boolean =>
  makers.includes(personId) ||
  steps.some((step) => step.personId === personId && step.action !== name && hands.includes(step.action))
