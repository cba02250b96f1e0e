import { cite } from '@khuyencong/domain'
import { appraisalPoints } from '@khuyencong/selection'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { AppraisalResult } from '../../generated/prisma/enums.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { checkDuplicates } from '../duplicates/check.js'
import { decideByLaw } from './record-decisions.js'
import { commandStep, type StepRequest } from './step-command.js'

export type Criterion = keyof typeof appraisalPoints

export const criteria = Object.keys(appraisalPoints).filter((name): name is Criterion =>
  Object.hasOwn(appraisalPoints, name),
)

const article9 = cite('TT 36/2013/TT-BCT', { article: '9' })

/** What was found of one criterion. */
export interface Judgement {
  readonly criterion: Criterion
  readonly result: AppraisalResult
  /** Why; needed unless it held. */
  readonly remark: string | null
}

/** Appraises a proposal by the five criteria (TT 36/2013 Điều 9); the law of the plan date has to allow it as it now stands. */
export const appraiseProposal = (
  prisma: PrismaClient,
  actor: Actor,
  { judgements, ...request }: StepRequest & { readonly judgements: readonly Judgement[] },
): Promise<RecordWritten> => {
  const said = judgements.map((judgement) => ({ ...judgement }))
  return commandStep(
    prisma,
    actor,
    'appraiseProposal',
    request,
    async (tx, { proposal: { id: proposalId }, position }) => {
      const problems = judgementProblems(judgements)
      if (problems.length > 0) throw new Refusal(problems)
      await decideByLaw(tx, proposalId, position, 'proposal')
      await tx.proposalAppraisal.createMany({ data: judgements.map((one) => ({ ...one, proposalId, position })) })
      return [{ entity: 'ProposalAppraisal', id: proposalId, after: { position, judgements: said } }]
    },
    said,
  )
}

/** Puts forward for the plan what was appraised and held. */
export const recommendProposal = (prisma: PrismaClient, actor: Actor, request: StepRequest): Promise<RecordWritten> =>
  commandStep(prisma, actor, 'recommendProposal', request, async (tx, { proposal, position }) => {
    const failed = await notHeld(tx, proposal.id)
    if (failed.length > 0) throw new Refusal(failed)
    await checkDuplicates(tx, proposal.id)
    await decideByLaw(tx, proposal.id, position, 'proposal')
    return []
  })

function judgementProblems(judgements: readonly Judgement[]): readonly InputProblem[] {
  return [
    ...criteria.flatMap((criterion): readonly InputProblem[] => {
      const { vi, en } = appraisalPoints[criterion]
      if (judgements.filter((judgement) => judgement.criterion === criterion).length === 1) return []
      return [
        {
          code: 'criterion-once',
          field: 'judgements',
          message: { vi: `Tiêu chí phải được xét một lần: ${vi}.`, en: `A criterion is judged once: ${en}.` },
          expected: { vi: 'cả năm tiêu chí, mỗi tiêu chí một lần', en: 'all five criteria, each once' },
          article: article9,
        },
      ]
    }),
    ...judgements.flatMap(({ result, remark }, index): readonly InputProblem[] =>
      result === 'HELD' || (remark ?? '').trim() !== ''
        ? []
        : [
            {
              code: 'remark-missing',
              field: `judgements.${String(index)}.remark`,
              message: {
                vi: 'Tiêu chí không đạt hoặc không xét phải có nhận xét.',
                en: 'A criterion that did not hold or was not judged needs a remark.',
              },
              expected: { vi: 'lý do', en: 'why' },
            },
          ],
    ),
  ]
}

/** Criteria that the last appraisal found wanting. */
async function notHeld(tx: Transaction, proposalId: string): Promise<readonly InputProblem[]> {
  const last = await tx.proposalAppraisal.findFirst({ where: { proposalId }, orderBy: { position: 'desc' } })
  if (last === null) return []
  const found = await tx.proposalAppraisal.findMany({
    where: { proposalId, position: last.position, result: 'NOT_HELD' },
    orderBy: { criterion: 'asc' },
  })
  return found.map(({ criterion, remark }) => ({
    code: 'appraisal-not-held',
    field: 'proposalId',
    message: {
      vi: `Thẩm định: không đạt tiêu chí ${criterion} (${remark ?? ''}).`,
      en: `The appraisal found that ${criterion} does not hold (${remark ?? ''}).`,
    },
    expected: {
      vi: 'yêu cầu bổ sung, hoặc không chấp thuận',
      en: 'asking for a supplement, or refusing the proposal',
    },
    article: article9,
  }))
}
