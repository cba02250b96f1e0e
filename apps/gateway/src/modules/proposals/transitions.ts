import type { Prisma, PrismaClient } from '../../generated/prisma/client.js'
import { lifeCycle, type StepName } from './life-cycle.js'

export const stepNames = Object.keys(lifeCycle).filter((name): name is StepName => Object.hasOwn(lifeCycle, name))

/** The life cycle as the rows that the database holds every step to: one for each step and state that it may be taken from. */
const transitions: readonly Prisma.ProposalTransitionCreateManyInput[] = stepNames.flatMap((action) => {
  const { from, to, judges } = lifeCycle[action]
  return from.map((fromState) => ({ action, fromState, toState: to, judges: judges === true }))
})

/** Writes the life cycle into the database. What is no longer in it stays only where a step was taken by it. */
export async function writeTransitions(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction([
    prisma.proposalTransition.deleteMany({ where: { NOT: { OR: [...transitions] }, steps: { none: {} } } }),
    prisma.proposalTransition.createMany({ data: [...transitions], skipDuplicates: true }),
  ])
}
