import type { AcceptanceProof, ProofCase } from '@khuyencong/budget'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { canonicalJson } from '../../json.js'
import { paperMissing, proofFacts, proofsOf } from './dossier.js'
import { examined } from './examine.js'
import { fundingStage } from './funding-stage.js'
import { withoutMembers } from './members-named.js'
import { acceptancePrefix } from './papers.js'
import { proofJson } from './proof-json.js'
import { decideByLaw } from './record-decisions.js'
import { commandStep, type StepRequest } from './step-command.js'

/** Answers to the questions on which a paper of the proof depends. */
export type ProofAnswers = Readonly<Partial<Record<ProofCase, boolean>>>

/**
 * Accepts what was done (nghiệm thu cơ sở): the law has to allow releasing the money on the approval that there is, and the
 * proof that it asks for each content has to be in the file.
 */
export const acceptProposal = (
  prisma: PrismaClient,
  actor: Actor,
  { cases, ...request }: StepRequest & { readonly cases: ProofAnswers },
): Promise<RecordWritten> =>
  commandStep(
    prisma,
    actor,
    'acceptProposal',
    request,
    async (tx, { proposal: { id }, position }) => {
      await proveWork(tx, id, position, cases)
      await decideByLaw(tx, id, position, await fundingStage(tx, id))
      return []
    },
    { cases },
  )

async function proveWork(tx: Transaction, proposalId: string, position: number, cases: ProofAnswers): Promise<void> {
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { ...examined, papers: { where: { removedAt: null } } },
  })
  const proofs = proofsOf(proposal, cases)
  const problems = [...withoutMembers(proposal), ...proofs.flatMap(proofProblems)]
  if (problems.length > 0) throw new Refusal(problems)
  await tx.decisionRecord.createMany({
    data: proofs.map((proof) => ({
      ...{ proposalId, position, question: 'acceptance-proof', subject: proof.content },
      ...{ pack: proof.law.pack, packVersion: proof.law.version, asOf: new Date(proof.law.asOf) },
      outcome: proof.verdict,
      input: canonicalJson(proofFacts(proposal, cases)),
      answer: proofJson(proof),
    })),
  })
}

function proofProblems({ items, cites }: AcceptanceProof): readonly InputProblem[] {
  return items.flatMap(({ paper, title, verdict, missing }): readonly InputProblem[] => {
    if (verdict === 'met' || verdict === 'not-applicable') return []
    const asked = missing.filter((fact) => fact.startsWith('cases.'))
    if (asked.length === 0) return [paperMissing({ paper: `${acceptancePrefix}${paper}`, title, cites })]
    return asked.map((field) => ({
      code: 'facts-missing',
      field,
      message: {
        vi: `Chưa biết có cần: ${title.vi}.`,
        en: `It is not known whether this is needed: ${title.en}.`,
      },
      expected: { vi: 'có hoặc không', en: 'true or false' },
      article: cites[0],
    }))
  })
}
