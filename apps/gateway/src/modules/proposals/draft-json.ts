import type { Prisma } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { Json } from '../../json.js'
import type { Draft } from './draft.js'
import { factsToJson } from './facts.js'

type Fields = { readonly [field: string]: Json }

/** A draft for the audit, and for telling one request from another. */
export function draftJson({ facts, priorityFacts, members, expenses, ...rest }: Draft): Fields {
  return {
    ...rest,
    facts: factsToJson(facts),
    priorityFacts: factsToJson(priorityFacts),
    members: members.map((member) => ({ ...member, facts: factsToJson(member.facts) })),
    expenses: expenses.map((expense) => ({ ...expense })),
  }
}

/** What a record asks for, for the audit: the same fields as of a draft. */
export function recordJson(
  proposal: Prisma.ProposalGetPayload<{ include: { members: true; expenses: true } }>,
): Fields {
  const { kind, title, contentCode, fund, establishmentId, siteId, planYear, partners, version } = proposal
  const { totalCost, eligibleCost, requestedSupport, members, expenses } = proposal
  return {
    ...{ version, kind, title, contentCode, fund, establishmentId, siteId, planYear, partners },
    ...{ totalCost, eligibleCost, requestedSupport },
    planDate: isoDate(proposal.planDate),
    startsOn: dayOrNull(proposal.startsOn),
    endsOn: dayOrNull(proposal.endsOn),
    facts: proposal.facts,
    priorityFacts: proposal.priorityFacts,
    members: inOrder(members).map(({ id: _id, proposalId: _proposal, position: _position, ...member }) => member),
    expenses: inOrder(expenses).map(({ id: _id, proposalId: _proposal, position: _position, ...expense }) => ({
      ...expense,
      periodFrom: dayOrNull(expense.periodFrom),
      periodTo: dayOrNull(expense.periodTo),
    })),
  }
}

const inOrder = <Part extends { readonly position: number }>(parts: readonly Part[]): readonly Part[] =>
  parts.toSorted((a, b) => a.position - b.position)

const dayOrNull = (day: Date | null): string | null => (day === null ? null : isoDate(day))
