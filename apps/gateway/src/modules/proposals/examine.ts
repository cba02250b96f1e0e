import { supportCeiling, type PriorityCeiling, type SupportCeiling } from '@khuyencong/budget'
import { toContentCode, type ApplicationFacts } from '@khuyencong/domain'
import { assess } from '@khuyencong/eligibility'
import { traceDocument, type BoundLaw, type Decision, type Facts, type TraceDocument } from '@khuyencong/rules'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import { registryFacts } from '../establishments/facts.js'
import { lawOfProvince, type ServedLaw } from '../law/packs.js'
import { applicationFactsFrom, factsOfRecord, priorityFactsFrom, priorityFactsOf, type Stage } from './facts.js'
import { fromRegistry, type FromRegistry } from './from-registry.js'
import { isRaised, newestPriority, raisedCeiling, raisedCeilingText } from './raised-ceiling.js'

/** What is read of a proposal to examine it. */
export const examined = {
  programme: true,
  members: { orderBy: { position: 'asc' } },
  priorities: newestPriority,
} as const satisfies Prisma.ProposalInclude

export type ExaminedProposal = Prisma.ProposalGetPayload<{ include: typeof examined }>

/** What the law says to one question about a proposal, or about one part of it. */
export type LawAnswer = {
  /** Where in the record, for the fields of problems: empty, or `members.0.`. */
  readonly path: string
  readonly establishmentId?: string
  readonly facts: Facts
  /** Which of the facts the registry said; absent where it is not asked. */
  readonly fromRegistry?: FromRegistry
} & (
  | { readonly question: 'eligibility' | 'key-proposal'; readonly decision: Decision; readonly document: TraceDocument }
  | ({ readonly question: 'ceiling'; readonly document: TraceDocument } & Asked<SupportCeiling>)
  /** Where a higher level was decided: the law of the level and that of the money together, as one text. */
  | ({ readonly question: 'raised-ceiling'; readonly text: string } & Asked<PriorityCeiling>)
)

interface Asked<Ceiling> {
  readonly ceiling: Ceiling
  /** Đồng. */
  readonly requested: bigint
}

/** The law of a proposal's plan date; none where no pack answers for that day. */
export const lawOfProposal = ({ programme, planDate }: Pick<ExaminedProposal, 'programme' | 'planDate'>) =>
  lawOfProvince(programme.provinceName, isoDate(planDate))

/**
 * Asks the law of the plan date about a proposal: of each of its parts whether it may be supported and for how much, and of
 * a key proposal whether it is one.
 */
export async function examine(
  tx: Transaction,
  law: ServedLaw,
  proposal: ExaminedProposal,
  stage: Stage,
): Promise<readonly LawAnswer[]> {
  const answers: LawAnswer[] = []
  for (const part of partsOf(proposal)) {
    // What the registry knows goes before what was said.
    const registry = await registryFacts(tx, part, law.identity.asOf)
    const facts = { ...part.facts, ...registry, ...factsOfRecord(part, stage) }
    const known = { facts, fromRegistry: fromRegistry(registry, part.facts) }
    answers.push(...ofPart(law, part, known, isRaised(proposal.priorities)))
  }
  if (proposal.kind === 'KEY') answers.push(keyProposal(law.selection, proposal))
  return answers
}

interface Part {
  readonly establishmentId: string
  readonly siteId: string
  readonly path: string
  readonly several: boolean
  readonly contentCode: string
  readonly facts: ApplicationFacts
  readonly fund: ExaminedProposal['fund']
  readonly planYear: number
  readonly totalCost?: bigint
  readonly eligibleCost: bigint
  readonly requestedSupport: bigint
}

/** The members; a proposal without any is its own only part. */
function partsOf(proposal: ExaminedProposal): readonly Part[] {
  const { members, fund, planYear } = proposal
  const facts = applicationFactsFrom(proposal.facts)
  if (members.length === 0) return [{ ...proposal, facts, path: '', several: false }]
  return members.map(({ establishmentId, siteId, contentCode, eligibleCost, requestedSupport, ...member }, index) => ({
    ...{ establishmentId, siteId, contentCode, eligibleCost, requestedSupport, fund, planYear },
    facts: { ...facts, ...applicationFactsFrom(member.facts) },
    path: `members.${String(index)}.`,
    several: true,
  }))
}

/** What is known of a part, and what of it the registry said. */
interface Known {
  readonly facts: ApplicationFacts
  readonly fromRegistry: FromRegistry
}

function ofPart(law: ServedLaw, part: Part, known: Known, raised: boolean): readonly LawAnswer[] {
  const { path, contentCode } = part
  const { facts } = known
  const head = { path, ...known, ...(part.several && { establishmentId: part.establishmentId }) }
  const decision = assess(law, toContentCode(contentCode), facts)
  return [
    { ...head, question: 'eligibility', decision, document: traceDocument(law, facts, decision) },
    { ...head, requested: part.requestedSupport, ...ceilingOf(law, contentCode, facts, raised) },
  ]
}

function ceilingOf(law: ServedLaw, contentCode: string, facts: ApplicationFacts, raised: boolean) {
  if (raised) {
    const ceiling = raisedCeiling(law, contentCode, facts)
    return { question: 'raised-ceiling', ceiling, text: raisedCeilingText(facts, ceiling) } as const
  }
  const ceiling = supportCeiling(law, toContentCode(contentCode), facts)
  const amount = law.amount(contentCode, facts)
  if (amount === undefined) throw new Error(`The law has no amount for the content ${contentCode}`)
  return { question: 'ceiling', ceiling, document: traceDocument(law, facts, amount) } as const
}

function keyProposal(selection: BoundLaw, proposal: ExaminedProposal): LawAnswer {
  const facts = priorityFactsOf(priorityFactsFrom(proposal.priorityFacts), partsOf(proposal), proposal)
  const decision = selection.decide('KEY', facts)
  return { path: '', facts, question: 'key-proposal', decision, document: traceDocument(selection, facts, decision) }
}
