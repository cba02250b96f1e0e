import { z } from 'zod'
import type { PrismaClient } from '../../generated/prisma/client.js'

// How what is settled came about, out of the answers of the law that are kept.

const Text = z.object({ vi: z.string(), en: z.string() })
const Step = z.object({ name: z.string().optional(), title: Text, text: Text })
const dong = z.coerce.bigint()

const Part = z.object({
  content: z.string(),
  settled: dong,
  binding: z.string().optional(),
  ownPart: dong,
  unused: dong,
  steps: z.array(Step),
})

/** Of a proposal of several, each part; of any other award, the whole as its only part. */
const Answer = z.union([
  z.object({ parts: z.array(Part.extend({ establishment: z.string(), award: dong })) }).transform(({ parts }) => parts),
  Part.extend({ facts: z.object({ award: dong }) }).transform(({ facts: { award }, ...part }) => [
    { ...part, award, establishment: undefined },
  ]),
])

export type SettledStep = z.infer<typeof Step>
export type SettledPart = z.infer<typeof Answer>[number]

/** The parts of settlements, one list for each request; empty for advances, and for what was settled before parts were kept. */
export async function readSettledParts(
  prisma: PrismaClient,
  paymentIds: readonly string[],
): Promise<(readonly SettledPart[])[]> {
  const rows = await prisma.decisionRecord.findMany({
    where: { paymentId: { in: [...paymentIds] }, question: { in: ['settlement', 'group-settlement'] } },
    select: { paymentId: true, answer: true },
    // The last word is that of the confirmation.
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return paymentIds.map((id) => {
    const row = rows.find(({ paymentId }) => paymentId === id)
    return row === undefined ? [] : Answer.parse(JSON.parse(row.answer))
  })
}
