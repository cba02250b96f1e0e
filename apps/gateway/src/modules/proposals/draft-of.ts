import type { Prisma } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { Draft } from './draft.js'
import { applicationFactsFrom, priorityFactsFrom } from './facts.js'

export type RecordedDraft = Prisma.ProposalGetPayload<{ include: { members: true; expenses: true } }>

/** What a record asks for, as it was written. */
export function draftOf(record: RecordedDraft): Draft {
  const { kind, title, contentCode, fund, establishmentId, siteId, planYear, partners } = record
  const { totalCost, eligibleCost, requestedSupport, members, expenses } = record
  return {
    ...{ kind, title, contentCode, fund, establishmentId, siteId, planYear, partners },
    ...{ totalCost, eligibleCost, requestedSupport },
    planDate: isoDate(record.planDate),
    startsOn: dayOrNull(record.startsOn),
    endsOn: dayOrNull(record.endsOn),
    facts: applicationFactsFrom(record.facts),
    priorityFacts: priorityFactsFrom(record.priorityFacts),
    members: inOrder(members).map((member) => ({
      establishmentId: member.establishmentId,
      siteId: member.siteId,
      contentCode: member.contentCode,
      facts: applicationFactsFrom(member.facts),
      eligibleCost: member.eligibleCost,
      requestedSupport: member.requestedSupport,
    })),
    expenses: inOrder(expenses).map((expense) => ({
      establishmentId: expense.establishmentId,
      item: expense.item,
      cost: expense.cost,
      support: expense.support,
      periodFrom: dayOrNull(expense.periodFrom),
      periodTo: dayOrNull(expense.periodTo),
    })),
  }
}

const inOrder = <Part extends { readonly position: number }>(parts: readonly Part[]): readonly Part[] =>
  parts.toSorted((a, b) => a.position - b.position)

const dayOrNull = (day: Date | null): string | null => (day === null ? null : isoDate(day))
