import { contentCodes, isContentCode } from '@khuyencong/domain'
import { carryOut } from '../../commands/carry-out.js'
import { onConstraint } from '../../commands/database-refusals.js'
import { signedIn } from '../../access/signed-in.js'
import { lockVersion, notFound } from '../../commands/version.js'
import { said } from '../../commands/words.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { Written } from '../../graphql/mutation.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal, refusal } from '../../graphql/refusal.js'
import { establishmentFor } from '../establishments/scope.js'
import type { Asked, ChangeOf } from '../establishments/service.js'

export interface NewNeed {
  readonly establishmentId: string
  readonly year: number
  readonly contentCode: string
  readonly estimatedCost?: bigint | null | undefined
  readonly remark?: string | null | undefined
}

/** Records what an establishment would like to be supported with in a year; once for each content. */
export async function recordNeed(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  input: NewNeed,
): Promise<Written> {
  const { personId } = signedIn(actor)
  return await carryOut(
    prisma,
    { name: 'recordNeed', personId, key: idempotencyKey, input: { ...input } },
    async (tx) => {
      const { establishmentId, year, contentCode } = input
      await establishmentFor(tx, actor, 'recordNeed', establishmentId)
      if (!isContentCode(contentCode)) throw unknownContent(contentCode)
      if (year < firstYear || year > lastYear) throw noYear(year)
      const there = await tx.need.count({ where: { establishmentId, year, contentCode } })
      if (there > 0) throw new Refusal([recorded])
      const data = { establishmentId, year, contentCode, ...asked(input) }
      const { id } = await tx.need.create({ data: { ...data, createdBy: personId }, select: { id: true } })
      return { answer: { id }, changes: [{ entity: 'Need', id, after: data }] }
    },
  )
}

/** Changes estimate and remark. */
export async function changeNeed(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  input: Pick<NewNeed, 'estimatedCost' | 'remark'>,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const command = { name: 'changeNeed', personId, key: idempotencyKey, input: { id, expectedVersion, ...input } }
  return await carryOut(prisma, command, async (tx) => {
    const { establishmentId, estimatedCost, remark } = await findNeed(tx, id)
    await establishmentFor(tx, actor, 'changeNeed', establishmentId)
    const version = await lockVersion(tx, 'needs', id, expectedVersion)
    const data = asked(input)
    await tx.need.update({ where: { id }, data: { ...data, version } })
    return { answer: { id }, changes: [{ entity: 'Need', id, before: { estimatedCost, remark }, after: data }] }
  })
}

/** Takes a need off the list. The audit keeps it. */
export async function withdrawNeed(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const command = { name: 'withdrawNeed', personId, key: idempotencyKey, input: { id, expectedVersion } }
  return await carryOut(prisma, command, async (tx) => {
    const { establishmentId, year, contentCode, estimatedCost, remark } = await findNeed(tx, id)
    await establishmentFor(tx, actor, 'withdrawNeed', establishmentId)
    await lockVersion(tx, 'needs', id, expectedVersion)
    await tx.need.delete({ where: { id } })
    const before = { establishmentId, year, contentCode, estimatedCost, remark }
    return { answer: { id: establishmentId }, changes: [{ entity: 'Need', id, before }] }
  })
}

async function findNeed(tx: Transaction, id: string) {
  const found = await tx.need.findUnique({ where: { id } })
  if (found === null) throw notFound('id', id)
  return found
}

function asked({ estimatedCost, remark }: Pick<NewNeed, 'estimatedCost' | 'remark'>) {
  if (estimatedCost != null && estimatedCost < 0n)
    throw refusal(
      'cost-negative',
      'input.estimatedCost',
      { vi: 'Kinh phí không thể âm.', en: 'A cost is not negative.' },
      { vi: 'số tiền bằng đồng', en: 'an amount in đồng' },
    )
  return { estimatedCost: estimatedCost ?? null, remark: said(remark) ?? '' }
}

/** From the decree on khuyến công (NĐ 45/2012/NĐ-CP); as far as the database takes it. */
const firstYear = 2012
const lastYear = 2100

const unknownContent = (code: string) =>
  refusal(
    'content-unknown',
    'input.contentCode',
    { vi: `"${code}" không phải là nội dung hỗ trợ.`, en: `"${code}" is not a content of support.` },
    { vi: contentCodes.join(', '), en: contentCodes.join(', ') },
  )

const noYear = (year: number) =>
  refusal(
    'year',
    'input.year',
    { vi: `Năm ${String(year)} không hợp lệ.`, en: `${String(year)} is not a year of the programme.` },
    { vi: `${String(firstYear)} đến ${String(lastYear)}`, en: `${String(firstYear)} to ${String(lastYear)}` },
  )

const recorded: InputProblem = {
  code: 'recorded-already',
  field: 'input.contentCode',
  message: {
    vi: 'Nhu cầu này của cơ sở trong năm đã được ghi.',
    en: 'That need of the establishment in that year is recorded already.',
  },
  expected: { vi: 'sửa bản ghi đã có', en: 'change the record that is there' },
}
onConstraint('needs_establishment_id_year_content_code_key', recorded)
