import { randomUUID } from 'node:crypto'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { lineJson, nextPosition } from './edit.js'

/** A line of a draft: of an item that first stands in this plan, unless it says which it takes up again. */
export async function writeLine(
  tx: Transaction,
  planId: string,
  line: Omit<Prisma.PlanLineUncheckedCreateInput, 'id' | 'planId' | 'itemId' | 'position'> & {
    readonly itemId?: string
  },
): Promise<Change> {
  const id = randomUUID()
  const data = { itemId: id, ...line, id, planId, position: await nextPosition(tx, planId) }
  const written = await tx.planLine.create({ data })
  return { entity: 'PlanLine', id, after: { planId, ...lineJson(written) } }
}
