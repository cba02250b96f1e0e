import { carryIn, carryOut, ofAppropriation, returnUnused as returnPosting, yearEnd } from '@khuyencong/budget'
import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { lockVersion } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { Appropriation, PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { notLongBefore, type AppropriationChange } from './appropriation-service.js'
import { lawOf } from './award.js'
import { commandMoney, type MoneyRequest } from './command.js'
import { asking, lacking, notMet } from './law-answer.js'
import { balancesOf, newHead, writePosting } from './ledger.js'
import { inWords, requirePositive } from './sentences.js'

const lastDayOf = (year: number): string => `${String(year)}-12-31`

/**
 * What a year leaves unused goes back to the budget; before the year ends only what no line of the plan still waits for.
 *
 * @throws Refusal `free-not-enough`, `plan-needs-it`
 */
export async function returnUnused(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: AppropriationChange,
): Promise<RecordWritten> {
  const { appropriationId: id, expectedVersion, amount, on, document } = input
  requirePositive(amount)
  const asked = { id, expectedVersion, amount }
  return await commandMoney(prisma, actor, 'returnUnused', input, asked, async (tx, { personId }) => {
    const version = await lockVersion(tx, 'appropriations', id, expectedVersion)
    const { year, programme } = await tx.appropriation.findUniqueOrThrow({
      where: { id },
      include: { programme: true },
    })
    notLongBefore(programme, on)
    if (on < lastDayOf(year)) await keepForPlan(tx, id, amount)
    const posted = await writePosting(tx, returnPosting(newHead(on), id, amount), { document, personId })
    await tx.appropriation.update({ where: { id }, data: { version } })
    return { record: { id, version }, changes: [posted] }
  })
}

const Waiting = z.tuple([z.object({ waiting: z.coerce.bigint() })])

async function keepForPlan(tx: Transaction, id: string, amount: bigint): Promise<void> {
  const [free = 0n] = await balancesOf(tx, [ofAppropriation('appropriation', id)])
  const [{ waiting }] = Waiting.parse(
    await tx.$queryRaw`SELECT (appropriation_planned(${id}) - appropriation_promised(${id}))::bigint AS waiting`,
  )
  const kept = waiting > 0n ? waiting : 0n
  if (free - amount >= kept || free < amount) return
  const most = inWords(free > kept ? free - kept : 0n)
  throw refusal(
    'plan-needs-it',
    'amount',
    {
      vi: `Kế hoạch còn cần ${inWords(kept).vi} của nguồn này trong năm.`,
      en: `The plan still waits for ${inWords(kept).en} of this source in the year.`,
    },
    { vi: `không quá ${most.vi}, hoặc điều chỉnh kế hoạch`, en: `at most ${most.en}, or adjust the plan` },
  )
}

export interface CarryOver extends MoneyRequest {
  readonly appropriationId: string
  readonly expectedVersion: number
  /** Đồng that the rules of the budget let move, as Sở Tài chính says; the law asks for it where it is absent. */
  readonly allowed?: bigint | null | undefined
}

/**
 * Moves what a year leaves unused to the next year of the same source, as far as the rules of the budget allow (NĐ 45/2012
 * Điều 14.4): out of the one year and into the other, in one command.
 *
 * @throws Refusal `year-not-over`, `facts-missing`, `not-met`, `nothing-to-carry`, `no-law`
 */
export async function carryOver(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: CarryOver,
): Promise<RecordWritten> {
  const { appropriationId: id, expectedVersion, allowed, on, document } = input
  const asked = { id, expectedVersion, allowed }
  return await commandMoney(prisma, actor, 'carryOver', input, asked, async (tx, { personId }) => {
    const version = await lockVersion(tx, 'appropriations', id, expectedVersion)
    const from = await tx.appropriation.findUniqueOrThrow({ where: { id }, include: { programme: true } })
    if (on < lastDayOf(from.year)) throw yearNotOver(from.year)
    if (from.year >= Number(isoDate(from.programme.periodTo).slice(0, 4))) throw lastYear
    const [unused = 0n] = await balancesOf(tx, [ofAppropriation('appropriation', id)])
    const law = lawOf(from.programme, new Date(lastDayOf(from.year)))
    const { verdict, carriedOver, findings, missing } = asking(() =>
      yearEnd(law, { unused, allowed: allowed ?? undefined }),
    )
    if (carriedOver === undefined) throw new Refusal(lacking(missing))
    if (verdict === 'unmet') throw new Refusal(notMet(findings))
    if (carriedOver === 0n) throw nothingToCarry
    const to = await nextYear(tx, from, personId, document)
    const papers = { document, personId }
    const out = await writePosting(tx, carryOut(newHead(on), id, carriedOver), papers)
    const into = await writePosting(tx, carryIn(newHead(on), id, to.id, carriedOver), papers)
    await tx.appropriation.update({ where: { id }, data: { version } })
    await tx.appropriation.update({ where: { id: to.id }, data: { version: { increment: 1 } } })
    return { record: { id, version }, changes: [...to.changes, out, into] }
  })
}

async function nextYear(tx: Transaction, from: Appropriation, personId: string, document: string) {
  const { programmeId, source } = from
  const year = from.year + 1
  const { count } = await tx.appropriation.createMany({
    data: { programmeId, source, year, document: document.trim(), createdBy: personId },
    skipDuplicates: true,
  })
  const { id } = await tx.appropriation.findUniqueOrThrow({
    where: { programmeId_year_source: { programmeId, year, source } },
  })
  const after = { programmeId, year, source, document }
  return { id, changes: count === 0 ? [] : [{ entity: 'Appropriation', id, after }] }
}

const yearNotOver = (year: number) =>
  refusal(
    'year-not-over',
    'on',
    { vi: `Năm ${String(year)} chưa kết thúc.`, en: `The year ${String(year)} is not over.` },
    { vi: `ngày ${lastDayOf(year)} hoặc sau đó`, en: `${lastDayOf(year)} or later` },
  )

const lastYear = refusal(
  'last-year',
  'appropriationId',
  { vi: 'Đây là năm cuối của chương trình.', en: 'This is the last year of the programme.' },
  { vi: 'nộp trả ngân sách', en: 'return it to the budget' },
)

const nothingToCarry = refusal(
  'nothing-to-carry',
  'allowed',
  { vi: 'Không có kinh phí nào được chuyển nguồn.', en: 'There is nothing that may be carried over.' },
  { vi: 'kinh phí còn lại và mức cho phép lớn hơn 0', en: 'unused money, and a leave above zero' },
)
