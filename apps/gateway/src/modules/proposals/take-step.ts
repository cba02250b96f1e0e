import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { onConstraint } from '../../commands/database-refusals.js'
import { readSaid } from '../../commands/said.js'
import type { Transaction } from '../../database/transaction.js'
import type { Proposal } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { lifeCycle, type StepName } from './life-cycle.js'
import { lockProposal } from './lock.js'
import { scopeOf } from './scope.js'

/** What is said with a step. */
export interface StepInput {
  readonly proposalId: string
  /** As the caller saw it; absent where he asked for something that is about more than this proposal, e.g. its plan. */
  readonly expectedVersion?: number
  /** ISO day on which it counts. */
  readonly on: string
  readonly reason?: string | null | undefined
  /** Number of the document that says so. */
  readonly document?: string | null | undefined
}

/** A step that was taken. */
export interface StepTaken {
  /** As it is now. */
  readonly proposal: Proposal
  /** Of its steps, which one this is: what a decision is recorded for. */
  readonly position: number
  /** For the audit of the command that it is part of. */
  readonly change: Change
}

/**
 * Takes a proposal one step further, within the transaction of a command: holds the proposal until it ends, and writes step,
 * state and version. What the step means besides (the law, the plan, the money) is the caller's to check and to write.
 *
 * @throws Refusal `not-found`, `stale`, those of `authorise`, `on-in-future`, `on-before-last-step`, `reason-missing`,
 *   `document-missing`, `four-eyes`
 */
export async function takeStep(tx: Transaction, actor: Actor, name: StepName, input: StepInput): Promise<StepTaken> {
  const { proposalId, expectedVersion, on } = input
  await lockProposal(tx, proposalId, expectedVersion)
  const { steps, ...before } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { steps: { orderBy: { position: 'asc' } } },
  })
  const office = authorise(actor, name, await scopeOf(tx, before))
  const { to, judges = false, needsReason = false, needsDocument = false } = lifeCycle[name]
  const last = steps.at(-1)
  const needed = { reason: needsReason, document: needsDocument, notBefore: last && isoDate(last.on) }
  const { problems, reason, document } = readSaid(input, needed)
  if (problems.length > 0) throw new Refusal(problems)
  if (judges && hasHandIn(actor.personId, name, before, steps)) throw new Refusal([fourEyes])

  const position = (last?.position ?? 0) + 1
  const step = { action: name, fromState: before.state, toState: to, judges, personId: actor.personId }
  await tx.proposalStep.create({
    data: { ...step, proposalId, position, role: office.role, on: new Date(on), reason, document },
  })
  const proposal = await tx.proposal.update({
    where: { id: proposalId },
    data: {
      state: to,
      version: before.version + 1,
      // Whoever submits stands for what it says.
      ...(name === 'submitProposal' ? { makers: makersWith(before, actor.personId) } : {}),
    },
  })
  return {
    proposal,
    position,
    change: {
      entity: 'Proposal',
      id: proposalId,
      before: { state: before.state, version: before.version },
      after: { state: to, version: proposal.version, step: { position, role: office.role, on, reason, document } },
    },
  }
}

/** Those who had a hand in a proposal, and this person. */
export const makersWith = ({ makers }: Pick<Proposal, 'makers'>, personId: string): string[] => [
  ...new Set([...makers, personId]),
]

/** Whether somebody made the proposal, or judged it in another way than this one. */
function hasHandIn(
  personId: string,
  name: StepName,
  { createdBy, makers }: Pick<Proposal, 'createdBy' | 'makers'>,
  steps: readonly { readonly action: string; readonly judges: boolean; readonly personId: string }[],
): boolean {
  return (
    createdBy === personId ||
    makers.includes(personId) ||
    steps.some((step) => step.judges && step.personId === personId && step.action !== name)
  )
}

export const fourEyes: InputProblem = {
  code: 'four-eyes',
  field: '',
  message: {
    vi: 'Người lập, sửa hoặc nộp đề án, và người đã thẩm định, đề nghị, phê duyệt hoặc nghiệm thu đề án đó ở bước khác, không được quyết định bước này.',
    en: 'Whoever made, changed or submitted the proposal, or has judged it in another step, may not judge it in this one.',
  },
  expected: { vi: 'một người khác', en: 'another person' },
}
onConstraint('proposal_steps_four_eyes', fourEyes)
