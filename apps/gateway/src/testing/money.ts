import { randomUUID } from 'node:crypto'
import type { Actor } from '../access/actor.js'
import type { RecordWritten } from '../commands/record-written.js'
import type { Database } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'
import type { AccountKind, FundSource, Role } from '../generated/prisma/enums.js'
import { payAdvance, requestAdvance, type AdvanceSaid } from '../modules/money/advance-service.js'
import { recordAppropriation } from '../modules/money/appropriation-service.js'
import { signContract } from '../modules/money/contract-service.js'
import { requestSettlement, settleAward, type SettlementSaid } from '../modules/money/settlement-service.js'
import { lifeCycle } from '../modules/proposals/life-cycle.js'
import { proposalAt } from './proposals.js'

/** Somebody with one office, who needs not sign in. */
export const actorIn = (role: Role, personId = `${role}-${randomUUID()}`): Actor => ({
  personId,
  name: role,
  offices: [{ role, organisationId: 'o' }],
})

export interface YearOfMoney {
  readonly programmeId: string
  readonly year: number
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

interface LineOptions {
  readonly approved: bigint
  readonly contentCode?: string
  readonly ceiling?: bigint
  /** For an establishment's proposal, which has come to APPROVED; else an activity of the programme's own. */
  readonly proposal?: boolean
  /** Of a proposal of several: what each asks for, in đồng; every one is another establishment. */
  readonly members?: readonly bigint[]
  /** Whose proposal it is, and the facts of it; absent: the first of the seed, and none. */
  readonly applicant?: Partial<Pick<Prisma.ProposalUncheckedCreateInput, 'establishmentId' | 'siteId' | 'facts'>>
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
  const made: (Required<Omit<LineOptions, 'proposal' | 'members' | 'ceiling' | 'applicant'>> & {
    readonly ceiling: bigint | null
    readonly proposalId: string | null
  })[] = []
  for (const { approved, contentCode = 'MEDIA', ceiling = null, proposal = false, members = [], applicant } of lines) {
    const several = members.length === 0 ? {} : await severalOf(prisma, contentCode, members)
    const of = { programmeId, planYear: year, contentCode, requestedSupport: approved, ...applicant, ...several }
    const proposalId = proposal ? (await proposalAt({ prisma }, 'APPROVED', of)).id : null
    made.push({ approved, contentCode, ceiling, proposalId })
  }
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
    const actions = [
      ['handOverEstimate', 'CENTRE'],
      ['balancePlan', 'FINANCE_DEPARTMENT'],
      ['approvePlan', 'PROVINCIAL_COMMITTEE'],
    ] as const
    for (const [index, [action, role]] of actions.entries()) {
      const [fromState, toState] = [states[index] ?? 'DRAFT', states[index + 1] ?? 'DRAFT']
      const taken = { action, fromState, toState, personId: action, role, on: day, document: '02/QĐ-UBND' }
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
    ...{ programmeId, year, planId, appropriationId },
    lines: written.map(({ id, proposalId, approved }) => ({ id, proposalId, approved: approved ?? 0n })),
  }
}

/** A group of as many establishments as there are supports. */
async function severalOf(prisma: Database['prisma'], contentCode: string, supports: readonly bigint[]) {
  const sites = await prisma.site.findMany({
    distinct: ['establishmentId'],
    orderBy: { id: 'asc' },
    take: supports.length,
  })
  const requestedSupport = supports.reduce((sum, support) => sum + support, 0n)
  const create = sites.map(({ id: siteId, establishmentId }, position) => {
    const support = supports[position] ?? 0n
    return {
      ...{ position, establishmentId, siteId, contentCode, facts: {} },
      ...{ eligibleCost: support * 2n, requestedSupport: support },
    }
  })
  return {
    ...{ kind: 'GROUP' as const, requestedSupport, totalCost: requestedSupport * 2n },
    ...{ eligibleCost: requestedSupport * 2n, members: { create } },
  }
}

/** Starts a proposal under contract and ends its work, straight in the database. */
export async function endWork(
  { prisma }: Pick<Database, 'prisma'>,
  proposalId: string,
  action: 'acceptProposal' | 'recordForceMajeure' = 'acceptProposal',
): Promise<void> {
  const { to } = lifeCycle[action]
  await prisma.$transaction(async (tx) => {
    const last = await tx.proposalStep.count({ where: { proposalId } })
    const start = { action: 'startProposal', fromState: 'CONTRACTED', toState: 'RUNNING', judges: false } as const
    const steps = [
      { ...start, on: new Date('2024-04-01') },
      { action, fromState: 'RUNNING' as const, toState: to, judges: true, on: new Date('2024-05-20') },
    ]
    for (const [index, step] of steps.entries())
      await tx.proposalStep.create({
        data: {
          ...step,
          ...{ proposalId, position: last + 1 + index, personId: `by-${step.action}`, role: 'r', document: 'BB' },
        },
      })
    await tx.proposal.update({ where: { id: proposalId }, data: { state: to, version: { increment: 2 } } })
  })
}

/** The head of a command on money, under a key of its own. */
export const moneyHead = (on = '2024-06-01', document = '05/KB') => ({ idempotencyKey: randomUUID(), on, document })

/** Work that the law lets be paid in advance, up to the cap of the award. */
export const workUnderWay: AdvanceSaid = {
  workPlanReady: true,
  duration: 'several-years',
  scheduleMet: true,
  totalInvestment: 600_000_000n,
  workDone: 500_000_000n,
}

/** Everything that TT 36/2013 asks of a media contract, and a ceiling since the law has no level for it. */
const mediaProven: SettlementSaid = {
  papers: [
    { name: 'contract', answer: true },
    { name: 'acceptance-record', answer: true },
    { name: 'liquidation', answer: true },
    { name: 'samples', answer: true },
  ],
  cases: [{ name: 'website', answer: false }],
  allVouchersListed: true,
  ceiling: 1_000_000_000n,
}

/** Persons who play their parts in the life of an award. */
export function moneyPeople({ prisma }: Pick<Database, 'prisma'>, on = '2024-06-01') {
  const [centre, finance] = [actorIn('CENTRE'), actorIn('FINANCE_DEPARTMENT')]
  const people = {
    centre,
    finance,
    /** A contract over the whole of a line, or less. */
    sign: async ({ year, planId, lines }: YearOfMoney, index = 0, amount?: bigint): Promise<RecordWritten> => {
      const line = lines[index]
      if (line === undefined) throw new Error(`The plan has no line ${String(index)}`)
      const { proposalId } = line
      const of =
        proposalId === null
          ? await prisma.plan.findUniqueOrThrow({ where: { id: planId } })
          : await prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })
      return await signContract(prisma, centre, {
        ...moneyHead(`${String(year)}-03-02`, 'HĐ 01'),
        planLineId: line.id,
        expectedVersion: of.version,
        amount: amount ?? line.approved,
      })
    },
    requestAdvance: (awardId: string, amount: bigint, facts = workUnderWay) =>
      requestAdvance(prisma, centre, { ...moneyHead(on), awardId, amount, facts }),
    pay: ({ id: paymentId, version: expectedVersion }: RecordWritten, by = finance) =>
      payAdvance(prisma, by, { ...moneyHead(on), paymentId, expectedVersion }),
    advance: async (awardId: string, amount: bigint, facts = workUnderWay) =>
      await people.pay(await people.requestAdvance(awardId, amount, facts)),
    /** Of an activity, on one voucher. */
    requestSettlement: (awardId: string, amount: bigint, facts = mediaProven) =>
      requestSettlement(prisma, centre, {
        ...moneyHead(on),
        awardId,
        facts,
        vouchers: [{ id: 'HĐ 0012', item: 'phát sóng', amount, counts: true }],
        acceptance: { document: 'BB 01', on },
      }),
    confirm: ({ id: paymentId, version: expectedVersion }: RecordWritten, by = finance) =>
      settleAward(prisma, by, { ...moneyHead(on), paymentId, expectedVersion }),
    settle: async (awardId: string, amount: bigint) =>
      await people.confirm(await people.requestSettlement(awardId, amount)),
  }
  return people
}

/** What is in the accounts of an appropriation, in đồng, added up by kind; empty ones left out. */
export async function balancesIn({ prisma }: Pick<Database, 'prisma'>, appropriationId: string) {
  const rows = await prisma.accountBalance.findMany({ where: { appropriationId } })
  const all: Partial<Record<AccountKind, bigint>> = {}
  for (const { account, balance } of rows) if (balance !== 0n) all[account] = (all[account] ?? 0n) + balance
  return all
}
