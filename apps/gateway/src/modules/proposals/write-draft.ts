import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { searchable } from '../../searchable.js'
import { draftProblems, noProgramme, type Places } from './draft-problems.js'
import type { Draft } from './draft.js'
import { storedFacts, withoutDerived, withoutRecorded } from './facts.js'

/** A draft as the tables take it. */
export interface Written {
  readonly proposal: Omit<
    Prisma.ProposalUncheckedCreateInput,
    'number' | 'createdBy' | 'createdAs' | 'members' | 'expenses'
  >
  readonly members: Prisma.ProposalMemberCreateManyProposalInput[]
  readonly expenses: Prisma.ProposalExpenseCreateManyProposalInput[]
}

/**
 * A draft in the form of its tables.
 *
 * @param before as it stood, where it is changed
 * @param stays its programme, where that is to stay the same
 * @throws Refusal naming everything that cannot be so, whatever the law says of it
 */
export async function writeDraft(tx: Transaction, draft: Draft, before?: Places, stays?: string): Promise<Written> {
  const { members, expenses, facts: given, priorityFacts, startsOn, endsOn, partners, ...rest } = draft
  const programme = await programmeOf(tx, draft, stays)
  const problems = [...(await draftProblems(tx, draft, before)), ...(programme === null ? [noProgramme] : [])]
  if (programme === null || problems.length > 0) throw new Refusal(problems)
  return {
    proposal: {
      ...rest,
      title: draft.title.trim(),
      programmeId: programme.id,
      planDate: new Date(draft.planDate),
      facts: storedFacts(withoutRecorded(given, draft).facts),
      priorityFacts: storedFacts(withoutDerived(priorityFacts)),
      startsOn: dayOrNull(startsOn),
      endsOn: dayOrNull(endsOn),
      partners: partners.map((partner) => partner.trim()),
      searchText: searchable([draft.title, ...partners].join(' ')),
    },
    members: members.map((member, index) => ({
      ...member,
      facts: storedFacts(member.facts),
      position: index + 1,
    })),
    expenses: expenses.map(({ periodFrom, periodTo, ...expense }, index) => ({
      ...expense,
      position: index + 1,
      periodFrom: dayOrNull(periodFrom),
      periodTo: dayOrNull(periodTo),
    })),
  }
}

const dayOrNull = (day: string | null) => (day === null ? null : new Date(day))

/** The programme of the site's province in whose period the plan date lies: of several the one that began last. */
async function programmeOf(tx: Transaction, { siteId, planDate }: Draft, stays: string | undefined) {
  const site = await tx.site.findUnique({ where: { id: siteId }, select: { provinceName: true } })
  if (site === null) return null
  const day = new Date(planDate)
  return await tx.programme.findFirst({
    where: {
      ...{ provinceName: site.provinceName, periodFrom: { lte: day }, periodTo: { gte: day } },
      ...(stays !== undefined && { id: stays }),
    },
    orderBy: [{ periodFrom: 'desc' }, { id: 'asc' }],
  })
}

/** Members and expenses as a nested write. */
export const parts = ({ members, expenses }: Written) => ({
  members: { createMany: { data: members } },
  expenses: { createMany: { data: expenses } },
})

/** Before they are written anew. */
export async function removeParts(tx: Transaction, proposalId: string): Promise<void> {
  await tx.proposalMember.deleteMany({ where: { proposalId } })
  await tx.proposalExpense.deleteMany({ where: { proposalId } })
}
