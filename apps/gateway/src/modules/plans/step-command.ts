import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import type { Json } from '../../json.js'
import { today } from '../../today.js'
import { holdPlan, type PlanCommand, type PlanWritten } from './edit.js'
import { planLifeCycle, planStepNames, type PlanStepName } from './life-cycle.js'
import { beforeLastStep, documentMissing, fourEyes, inFuture, reasonMissing } from './problems.js'
import type { PlanRow } from './reads.js'

/** What is said with a step of a plan. */
export interface PlanStepRequest extends PlanCommand {
  /** ISO day on which it counts. */
  readonly on: string
  readonly reason?: string | undefined
  /** Number of the document that says so. */
  readonly document?: string | undefined
}

/**
 * Takes a plan one step further, as a command of its own.
 *
 * @param work what the step means besides: it may refuse, it may write, and it names what it changed
 * @param said what was said besides the step itself, for telling one request from another
 * @throws Refusal those of `holdPlan` and of `work`, `on-in-future`, `on-before-last-step`, `reason-missing`,
 *   `document-missing`, `four-eyes`
 */
export async function commandPlanStep(
  prisma: PrismaClient,
  actor: Actor,
  name: PlanStepName,
  { idempotencyKey: key, ...input }: PlanStepRequest,
  work: (tx: Transaction, plan: PlanRow) => Promise<readonly Change[]> = () => Promise.resolve([]),
  said: Json = null,
): Promise<PlanWritten> {
  const command = { name, personId: actor.personId, key, input: { ...input, said } }
  return await carryOut(prisma, command, async (tx) => {
    const plan = await holdPlan(tx, actor, name, input)
    const { id, state, version, steps } = plan
    const problems = problemsOf(plan, actor, name, input)
    if (problems.length > 0) throw new Refusal(problems)
    const changes = await work(tx, plan)

    const { to } = planLifeCycle[name]
    const { role } = authorise(actor, name, { state })
    const [reason, document] = [textOf(input.reason), textOf(input.document)]
    const position = (steps.at(-1)?.position ?? 0) + 1
    const on = new Date(input.on)
    const step = { action: name, fromState: state, toState: to, personId: actor.personId, role, on, reason, document }
    await tx.planStep.create({ data: { planId: id, position, ...step } })
    const approval = to === 'APPROVED' ? { document, approvedOn: on } : {}
    await tx.plan.update({ where: { id }, data: { state: to, version: version + 1, ...approval } })
    const change = {
      entity: 'Plan',
      id,
      before: { state, version },
      after: { state: to, version: version + 1, step: { position, role, on: input.on, reason, document } },
    }
    return { answer: { id, version: version + 1 }, changes: [change, ...changes] }
  })
}

function problemsOf(
  plan: PlanRow,
  { personId }: Actor,
  name: PlanStepName,
  { on, reason, document }: PlanStepRequestSaid,
) {
  const { judges = false, needsReason = false, needsDocument = false } = planLifeCycle[name]
  const last = plan.steps.at(-1)
  return [
    ...(on > today() ? [inFuture] : []),
    ...(last !== undefined && on < last.on ? [beforeLastStep(last.on)] : []),
    ...(needsReason && textOf(reason) === null ? [reasonMissing] : []),
    ...(needsDocument && textOf(document) === null ? [documentMissing] : []),
    ...(judges && hasHandIn(plan, personId, name) ? [fourEyes] : []),
  ]
}

type PlanStepRequestSaid = Pick<PlanStepRequest, 'on' | 'reason' | 'document'>

/** Steps after which one does not judge in another way: estimating, and judging itself. */
const hands: readonly string[] = planStepNames.filter(
  (name) => name === 'handOverEstimate' || planLifeCycle[name].judges === true,
)

/** Whether somebody made or estimated a plan, or judged it in another way than this one. */
const hasHandIn = ({ makers, steps }: PlanRow, personId: string, name: PlanStepName): boolean =>
  makers.includes(personId) ||
  steps.some((step) => step.personId === personId && step.action !== name && hands.includes(step.action))

function textOf(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
