import { randomUUID } from 'node:crypto'
import type { Actor } from '../access/actor.js'
import type { Database } from '../database/database.js'
import type { FundSource, Role } from '../generated/prisma/enums.js'
import { recordAppropriation } from '../modules/money/appropriation-service.js'
import { proposalAt } from './proposals.js'

/** Somebody with one office, who needs not sign in. */
export const actorIn = (role: Role, personId = `${role}-${randomUUID()}`): Actor => ({
  personId,
  name: role,
  offices: [{ role, organisationId: 'o' }],
})

export interface YearOfMoney {
  readonly programmeId: string
  readonly planId: string
  readonly appropriationId: string
  readonly lines: readonly { readonly id: string; readonly proposalId: string | null; readonly approved: bigint }[]
}

export interface YearOptions {
  readonly programmeId?: string
  readonly year?: number
  readonly source?: FundSource
  /** Đồng that are appropriated. */
  readonly appropriated: bigint
  /** Of the approved plan: what each line may get. */
  readonly lines: readonly LineOptions[]
}

export interface LineOptions {
  readonly approved: bigint
  readonly contentCode?: string
  readonly ceiling?: bigint
  /** For an establishment's proposal, which has come to APPROVED; else an activity of the programme's own. */
  readonly proposal?: boolean
}

/** A programme of its own, with an appropriation and the approved plan of a year. */
export async function yearOfMoney(
  { prisma }: Pick<Database, 'prisma'>,
  { programmeId = randomUUID(), year = 2024, source = 'PROVINCIAL_BUDGET', appropriated, lines }: YearOptions,
): Promise<YearOfMoney> {
  const [periodFrom, periodTo] = [new Date('2023-01-01'), new Date('2025-12-31')]
  const found = {
    title: 'Chương trình của bài kiểm thử',
    issuer: 'UBND',
    periodFrom,
    periodTo,
    provinceName: 'Hải Dương',
  }
  await prisma.programme.upsert({ where: { id: programmeId }, create: { id: programmeId, ...found }, update: {} })
  const { id: appropriationId } = await recordAppropriation(prisma, actorIn('FINANCE_DEPARTMENT'), {
    idempotencyKey: randomUUID(),
    ...{ programmeId, year, source, amount: appropriated },
    on: `${String(year)}-01-02`,
    document: '01/QĐ-UBND',
  })
  const made: (Required<Omit<LineOptions, 'proposal' | 'ceiling'>> & {
    readonly ceiling: bigint | null
    readonly proposalId: string | null
  })[] = []
  for (const { approved, contentCode = 'MEDIA', ceiling = null, proposal = false } of lines)
    made.push({
      ...{ approved, contentCode, ceiling },
      proposalId: proposal
        ? (await proposalAt({ prisma }, 'APPROVED', { programmeId, planYear: year, contentCode })).id
        : null,
    })
  const planId = randomUUID()
  const day = new Date(`${String(year)}-02-01`)
  await prisma.$transaction(async (tx) => {
    await tx.plan.create({ data: { id: planId, programmeId, year, edition: 1, planDate: day, createdBy: 'planner' } })
    await tx.planLine.createMany({
      data: made.map(({ approved, contentCode, ceiling, proposalId }, index) => {
        const id = randomUUID()
        return {
          ...{
            id,
            itemId: id,
            planId,
            position: index + 1,
            proposalId,
            contentCode,
            title: contentCode,
            source,
            ceiling,
          },
          kind: proposalId === null ? ('ACTIVITY' as const) : ('PROJECT' as const),
          ...{ demanded: approved, estimated: approved },
        }
      }),
    })
    const states = ['DRAFT', 'ESTIMATED', 'BALANCED', 'APPROVED'] as const
    const actions = ['handOverEstimate', 'balancePlan', 'approvePlan'] as const
    for (const [index, action] of actions.entries()) {
      const [fromState, toState] = [states[index] ?? 'DRAFT', states[index + 1] ?? 'DRAFT']
      const taken = { action, fromState, toState, personId: action, role: 'r', on: day, document: '02/QĐ-UBND' }
      await tx.planStep.create({ data: { planId, position: index + 1, ...taken } })
      if (toState === 'BALANCED')
        await tx.planBalance.create({
          data: { planId, source, amount: made.reduce((sum, { approved }) => sum + approved, 0n) },
        })
      if (toState === 'APPROVED')
        await tx.$executeRaw`UPDATE plan_lines SET approved = estimated WHERE plan_id = ${planId}`
      const approval = toState === 'APPROVED' ? { document: '02/QĐ-UBND', approvedOn: day } : {}
      await tx.plan.update({ where: { id: planId }, data: { state: toState, ...approval } })
    }
  })
  const written = await prisma.planLine.findMany({ where: { planId }, orderBy: { position: 'asc' } })
  return {
    ...{ programmeId, planId, appropriationId },
    lines: written.map(({ id, proposalId, approved }) => ({ id, proposalId, approved: approved ?? 0n })),
  }
}
