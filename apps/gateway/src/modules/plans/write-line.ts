import { randomUUID } from 'node:crypto'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { lineJson, nextPosition } from './edit.js'

/** A line that first stands in this plan. */
export async function writeLine(
  tx: Transaction,
  planId: string,
  line: Omit<Prisma.PlanLineUncheckedCreateInput, 'id' | 'planId' | 'itemId' | 'position'>,
): Promise<Change> {
  const id = randomUUID()
  const data = { ...line, id, itemId: id, planId, position: await nextPosition(tx, planId) }
  const written = await tx.planLine.create({ data })
  return { entity: 'PlanLine', id, after: { planId, ...lineJson(written) } }
}
