import { appropriate, cut, type Posting } from '@khuyencong/budget'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { lockVersion, notFound } from '../../commands/version.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { isoDate } from '../../graphql/date.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { mustRunIn } from '../programme/must-run-in.js'
import { commandMoney, type MoneyRequest } from './command.js'
import { newHead, writePosting } from './ledger.js'
import { requirePositive, said } from './sentences.js'

export interface NewAppropriation extends MoneyRequest {
  readonly programmeId: string
  readonly year: number
  readonly source: FundSource
  /** Đồng. */
  readonly amount: bigint
}

/** Records what a budget allots to a year of a programme from one source. @throws Refusal `before-programme` among others */
export async function recordAppropriation(
  prisma: PrismaClient,
  actor: Actor | undefined,
  input: NewAppropriation,
): Promise<RecordWritten> {
  const { programmeId, year, source, amount, on, document } = input
  const asked = { programmeId, year, source, amount }
  requirePositive(amount)
  return await commandMoney(prisma, actor, 'recordAppropriation', input, asked, async (tx, { personId }) => {
    const programme = await tx.programme.findUnique({ where: { id: programmeId } })
    if (programme === null) throw notFound('programmeId', programmeId)
    mustRunIn(programme, year)
    notLongBefore(programme, on)
    const there = await tx.appropriation.findUnique({
      where: { programmeId_year_source: { programmeId, year, source } },
      include: { postings: { where: { kind: 'APPROPRIATION' }, take: 1 } },
    })
    if (there !== null && there.postings.length > 0) throw new Refusal([said.appropriationOnce])
    // One that took up money of the year before has no document of its own yet, and keeps that of the carrying over.
    const { id, version } =
      there ?? (await tx.appropriation.create({ data: { programmeId, year, source, document, createdBy: personId } }))
    const change = await writePosting(tx, appropriate(newHead(on), id, amount), { document, personId })
    const after = { programmeId, year, source, document }
    return {
      record: { id, version },
      changes: [...(there === null ? [{ entity: 'Appropriation', id, after }] : []), change],
    }
  })
}

export interface AppropriationChange extends MoneyRequest {
  readonly appropriationId: string
  readonly expectedVersion: number
  /** Đồng. */
  readonly amount: bigint
}

/** The budget allots more. @throws Refusal */
export const raiseAppropriation = (prisma: PrismaClient, actor: Actor | undefined, input: AppropriationChange) =>
  change(prisma, actor, 'raiseAppropriation', input, ({ on, appropriationId, amount }) =>
    appropriate(newHead(on), appropriationId, amount),
  )

/** The budget takes back what nobody was promised, never below what the approved plan wants. @throws Refusal */
export const cutAppropriation = (prisma: PrismaClient, actor: Actor | undefined, input: AppropriationChange) =>
  change(prisma, actor, 'cutAppropriation', input, ({ on, appropriationId, amount }) =>
    cut(newHead(on), appropriationId, amount),
  )

async function change(
  prisma: PrismaClient,
  actor: Actor | undefined,
  name: 'raiseAppropriation' | 'cutAppropriation',
  input: AppropriationChange,
  postingOf: (input: AppropriationChange) => Posting,
): Promise<RecordWritten> {
  const { appropriationId: id, expectedVersion, amount, document } = input
  requirePositive(amount)
  return await commandMoney(prisma, actor, name, input, { id, expectedVersion, amount }, async (tx, { personId }) => {
    const version = await lockVersion(tx, 'appropriations', id, expectedVersion)
    const { programme } = await tx.appropriation.findUniqueOrThrow({ where: { id }, include: { programme: true } })
    notLongBefore(programme, input.on)
    const posted = await writePosting(tx, postingOf(input), { document, personId })
    await tx.appropriation.update({ where: { id }, data: { version } })
    return { record: { id, version }, changes: [posted] }
  })
}

/**
 * A budget is given out at the end of the year before: money of a programme does not move earlier than that.
 *
 * @throws Refusal `before-programme`
 */
export function notLongBefore({ periodFrom }: { readonly periodFrom: Date }, on: string): void {
  const first = `${String(Number(isoDate(periodFrom).slice(0, 4)) - 1)}-01-01`
  if (on >= first) return
  throw refusal(
    'before-programme',
    'on',
    { vi: 'Ngày này trước thời kỳ của chương trình.', en: 'That day is before the programme.' },
    { vi: `ngày ${first} hoặc sau đó`, en: `${first} or later` },
  )
}
