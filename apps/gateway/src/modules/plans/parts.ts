import type { Priority } from '@khuyencong/budget'
import type { ApplicationFacts } from '@khuyencong/domain'
import { applicationFactsFrom, factsOfRecord } from '../proposals/facts.js'
import type { ProposalRow } from './reads.js'

/** What of a line the law looks at by itself: levels are for one establishment and one content. */
export interface Part {
  readonly contentCode: string
  readonly establishmentId: string | undefined
  readonly facts: ApplicationFacts
  /** Whether a higher level was decided for it. */
  readonly priority: Priority
  /** By which the support of the line is divided among its parts; đồng. */
  readonly weight: bigint
}

/**
 * The parts of a proposal: its members, or itself. What the registry said when the law was last asked about it is taken from
 * that decision, so that a plan is read in one statement; what the record says goes before both.
 */
export function partsOf(proposal: ProposalRow): readonly Part[] {
  const { members, fund, planYear, totalCost } = proposal
  const facts = applicationFactsFrom(proposal.facts)
  if (members.length === 0) return [partOf(proposal, facts, null, { ...proposal, totalCost })]
  return members.map((member) =>
    partOf(proposal, { ...facts, ...applicationFactsFrom(member.facts) }, member.establishmentId, {
      ...member,
      fund,
      planYear,
    }),
  )
}

type Recorded = Parameters<typeof factsOfRecord>[0]

function partOf(
  { decided, establishmentId: speaker, raised }: ProposalRow,
  facts: ApplicationFacts,
  member: string | null,
  record: Recorded & { readonly contentCode: string },
): Part {
  const last = decided.find(
    ({ establishmentId, subject }) => establishmentId === member && subject === record.contentCode,
  )
  const known = last === undefined ? {} : applicationFactsFrom(JSON.parse(last.input))
  return {
    contentCode: record.contentCode,
    establishmentId: member ?? speaker,
    facts: { ...facts, ...known, ...factsOfRecord(record, 'proposal') },
    priority: raised ? 'decided' : 'not-decided',
    weight: record.requestedSupport,
  }
}

/** An activity of the programme itself: one part, with what is known of it. */
export const activityPart = (contentCode: string, facts: ApplicationFacts): readonly Part[] => [
  { contentCode, establishmentId: undefined, facts, priority: 'not-decided', weight: 1n },
]
