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
  const found = { title: 'Chương trình của bài kiểm thử', issuer: 'UBND', periodFrom, periodTo, provinceName: 'Hải Dương' }
  await prisma.programme.upsert({ where: { id: programmeId }, create: { id: programmeId, ...found }, update: {} })
  const { id: appropriationId } = await recordAppropriation(prisma, actorIn('FINANCE_DEPARTMENT'), {
    idempotencyKey: randomUUID(),
    ...{ programmeId, year, source, amount: appropriated },
    on: `${String(year)}-01-02`,
    document: '01/QĐ-UBND',
  })
  const made = []
  for (const { approved, contentCode = 'MEDIA', ceiling = null, proposal = false } of lines)
    made.push({
      ...{ approved, contentCode, ceiling },
      proposalId: proposal
        ? (await proposalAt({ prisma }, 'APPROVED', { programmeId, planYear: year, contentCode })).id
        : null,
    })
  const plan = await prisma.plan.create({ data: { programmeId, year, edition: 1, createdBy: 'p' } })
  await prisma.planLine.createMany({
    data: made.map(({ approved, contentCode, ceiling, proposalId }, index) => ({
      planId: plan.id,
      position: index + 1,
      kind: proposalId === null ? ('ACTIVITY' as const) : ('PROJECT' as const),
      ...{ proposalId, contentCode, title: contentCode, source, demanded: approved, estimated: approved, approved, ceiling },
    })),
  })
  await prisma.plan.update({
    where: { id: plan.id },
    data: { state: 'APPROVED', document: '02/QĐ-UBND', approvedOn: new Date(`${String(year)}-02-01`) },
  })
  const written = await prisma.planLine.findMany({ where: { planId: plan.id }, orderBy: { position: 'asc' } })
  return {
    ...{ programmeId, planId: plan.id, appropriationId },
    lines: written.map(({ id, proposalId, approved }) => ({ id, proposalId, approved: approved ?? 0n })),
  }
}
