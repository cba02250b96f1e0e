import { toJson, type TraceDocument } from '@khuyencong/rules'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import { Refusal } from '../../graphql/refusal.js'
import { canonicalJson } from '../../json.js'
import { mustHaveLaw } from '../law/must-have-law.js'
import { examine, examined, type LawAnswer } from './examine.js'
import { factsToJson, type Stage } from './facts.js'
import { objections } from './objections.js'

/**
 * Asks the law of the plan date about a proposal as it now stands, and keeps each answer with its facts and its trace.
 *
 * @param position of the step that the answers are for
 * @throws Refusal `no-law`, `facts-missing` (a problem for each fact), `not-eligible` (for each article), `no-level`,
 *   `above-ceiling`
 */
export async function decideByLaw(tx: Transaction, proposalId: string, position: number, stage: Stage): Promise<void> {
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId }, include: examined })
  const law = mustHaveLaw(proposal.programme.provinceName, isoDate(proposal.planDate))
  const answers = await examine(tx, law, proposal, stage)
  const problems = objections(answers)
  if (problems.length > 0) throw new Refusal(problems)
  await tx.decisionRecord.createMany({ data: answers.map((answer) => ({ proposalId, position, ...rowOf(answer) })) })
}

function rowOf(answer: LawAnswer): Omit<Prisma.DecisionRecordCreateManyInput, 'proposalId' | 'position'> {
  const { question, establishmentId = null, facts, fromRegistry } = answer
  const { law, ...said } = answer.question === 'raised-ceiling' ? raisedRow(answer) : documentRow(answer.document)
  const { pack, version, asOf } = law
  return {
    ...{ question, establishmentId, ...said },
    ...{ asOf: new Date(asOf), pack, packVersion: version },
    input: canonicalJson(factsToJson(facts)),
    ...(fromRegistry && { fromRegistry }),
  }
}

const documentRow = (document: TraceDocument) => ({
  law: document.law,
  subject: document.kind === 'decision' ? document.answer.subject : document.answer.rule,
  outcome: document.kind === 'decision' ? document.answer.verdict : document.answer.status,
  amount: document.kind === 'decision' ? null : (document.answer.amount ?? null),
  answer: toJson(document),
})

const raisedRow = ({ ceiling, text }: Extract<LawAnswer, { readonly question: 'raised-ceiling' }>) => ({
  law: ceiling.law,
  subject: ceiling.content,
  outcome: ceiling.status,
  amount: ceiling.amount ?? null,
  answer: text,
})
