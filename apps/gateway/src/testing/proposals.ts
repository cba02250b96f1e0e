import type { Actor } from '../access/actor.js'
import type { Database } from '../database/database.js'
import type { Prisma, Proposal } from '../generated/prisma/client.js'
import type { ProposalState } from '../generated/prisma/enums.js'
import { lifeCycle, type StepName } from '../modules/proposals/life-cycle.js'
import { stepNames } from '../modules/proposals/transitions.js'

/** Who took a step of a proposal made here: another for each, so that nobody judged twice. */
export const whoTook = (step: StepName | 'createProposal'): string => `took-${step}`

let made = 0

/**
 * A proposal of the first establishment of the seed that has come as far as a state, straight into the database: by the
 * shortest way there, each step by another person, on the plan date.
 */
export async function proposalAt(
  { prisma }: Pick<Database, 'prisma'>,
  state: ProposalState,
  overrides: Partial<Prisma.ProposalUncheckedCreateInput> = {},
): Promise<Proposal> {
  made += 1
  const site = await prisma.site.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const programme = await prisma.programme.findFirstOrThrow()
  const planDate = new Date('2024-03-01')
  const way = wayTo(state)
  return await prisma.$transaction(async (tx) => {
    const { id } = await tx.proposal.create({
      data: {
        number: `test-${String(made)}`,
        kind: 'SINGLE',
        title: 'Hỗ trợ máy cán tôn',
        programmeId: programme.id,
        contentCode: 'MACH',
        fund: 'PROVINCIAL',
        establishmentId: site.establishmentId,
        siteId: site.id,
        planYear: 2024,
        planDate,
        facts: {},
        totalCost: 570_000_000n,
        eligibleCost: 570_000_000n,
        requestedSupport: 200_000_000n,
        createdBy: whoTook('createProposal'),
        ...overrides,
      },
    })
    await tx.proposalStep.createMany({
      data: way.map(({ action, from }, index) => ({
        proposalId: id,
        position: index + 1,
        action,
        fromState: from,
        toState: lifeCycle[action].to,
        judges: lifeCycle[action].judges === true,
        personId: whoTook(action),
        role: lifeCycle[action].roles[0] ?? 'CENTRE',
        on: planDate,
        reason: 'vì bài kiểm thử',
        document: '1/KT',
      })),
    })
    return await tx.proposal.update({ where: { id }, data: { state, version: 1 + way.length } })
  })
}

interface Leg {
  readonly action: StepName
  readonly from: ProposalState
}

/** The shortest way through the life cycle. */
function wayTo(state: ProposalState): readonly Leg[] {
  let ways: readonly { readonly at: ProposalState; readonly legs: readonly Leg[] }[] = [{ at: 'DRAFT', legs: [] }]
  const seen = new Set<ProposalState>(['DRAFT'])
  for (;;) {
    const found = ways.find(({ at }) => at === state)
    if (found) return found.legs
    ways = ways.flatMap(({ at, legs }) =>
      stepNames
        .filter((action) => lifeCycle[action].from.includes(at) && !seen.has(lifeCycle[action].to))
        .map((action) => {
          seen.add(lifeCycle[action].to)
          return { at: lifeCycle[action].to, legs: [...legs, { action, from: at }] }
        }),
    )
    if (ways.length === 0) throw new Error(`No way leads to ${state}`)
  }
}

/** Somebody who may take a step, and has done nothing else. */
export const actorFor = (name: StepName): Actor => ({
  personId: whoTook(name),
  name: whoTook(name),
  offices: lifeCycle[name].roles.map((role) => ({ role, organisationId: 'o' })),
})
