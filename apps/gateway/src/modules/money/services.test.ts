import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../database/database.js'
import { Refusal } from '../../graphql/refusal.js'
import { openTestDatabase } from '../../testing/database.js'
import { actorIn, yearOfMoney, type YearOptions } from '../../testing/money.js'
import { takeStep } from '../proposals/take-step.js'
import { payAdvance, requestAdvance, type AdvanceSaid } from './advance-service.js'
import { cutAppropriation, raiseAppropriation, recordAppropriation } from './appropriation-service.js'
import { releaseCommitment, returnAdvance } from './award-service.js'
import { signContract } from './contract-service.js'
import { correctPosting } from './correct-posting.js'
import { refusePayment } from './refuse-payment.js'
import { requestSettlement, settleAward, type SettlementSaid } from './settlement-service.js'
import { carryOver, returnUnused } from './year-end-service.js'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const m = 1_000_000n
const finance = actorIn('FINANCE_DEPARTMENT')
const centre = actorIn('CENTRE')

const head = (on = '2024-06-01', document = '05/KB') => ({ idempotencyKey: randomUUID(), on, document })

async function codes(doing: Promise<unknown>): Promise<readonly string[]> {
  try {
    await doing
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.problems.map(({ code }) => code)
  }
}

const year = (options: Partial<YearOptions> = {}) =>
  yearOfMoney(database, { appropriated: 1_000n * m, lines: [{ approved: 300n * m }], ...options })

async function balances(appropriationId: string): Promise<Record<string, bigint>> {
  const rows = await database.prisma.accountBalance.findMany({ where: { appropriationId } })
  const all: Record<string, bigint> = {}
  for (const { account, balance } of rows) all[account] = (all[account] ?? 0n) + balance
  return all
}

/** A contract over a line of the plan. */
async function contract({ lines: [line] }: Awaited<ReturnType<typeof year>>, amount?: bigint) {
  if (line === undefined) throw new Error('The plan has no line')
  const proposal =
    line.proposalId === null ? null : await database.prisma.proposal.findUnique({ where: { id: line.proposalId } })
  return await signContract(database.prisma, centre, {
    ...head('2024-03-02', 'HĐ 01'),
    planLineId: line.id,
    expectedVersion: proposal?.version ?? 1,
    amount: amount ?? line.approved,
  })
}

const workUnderWay: AdvanceSaid = {
  workPlanReady: true,
  duration: 'several-years',
  scheduleMet: true,
  workDone: 500n * m,
  totalInvestment: 600n * m,
}

async function advance(awardId: string, amount: bigint, facts = workUnderWay) {
  const asked = await requestAdvance(database.prisma, centre, { ...head(), awardId, amount, facts })
  return await payAdvance(database.prisma, finance, { ...head(), paymentId: asked.id, expectedVersion: asked.version })
}

const proven: SettlementSaid = {
  papers: (['contract', 'acceptance-record', 'liquidation', 'samples', 'website-licence'] as const).flatMap(
    (name) => [{ name, answer: true }] as never,
  ),
  cases: [{ name: 'website', answer: false }],
  allVouchersListed: true,
  ceiling: 1_000n * m,
}

test('a line of activity, from appropriation to settlement', async () => {
  const money = await year()
  const award = await contract(money)
  console.log(await database.prisma.award.findUnique({ where: { id: award.id } }))
  await advance(award.id, 100n * m)
  console.log(await balances(money.appropriationId))
  try {
    const asked = await requestSettlement(database.prisma, centre, {
      ...head(),
      awardId: award.id,
      facts: proven,
      vouchers: [{ id: 'v1', item: 'x', amount: 250n * m, counts: true }],
      acceptance: { document: 'BB 1', on: '2024-05-30' },
    })
    await settleAward(database.prisma, finance, { ...head(), paymentId: asked.id, expectedVersion: asked.version })
  } catch (e) {
    console.dir(e, { depth: 9 })
    throw e
  }
  console.log(await balances(money.appropriationId))
  expect(await codes(advance(award.id, 300n * m))).toEqual(['x'])
})
void [
  describe,
  returnAdvance,
  releaseCommitment,
  correctPosting,
  refusePayment,
  carryOver,
  returnUnused,
  cutAppropriation,
  raiseAppropriation,
  recordAppropriation,
  takeStep,
]
