import { z } from 'zod'
import type { Transaction } from '../../database/transaction.js'

const Taken = z.tuple([z.object({ last: z.number().int() })])

/**
 * The next number of a plan year, e.g. `2024-0012`. The row stays locked until the transaction ends: two proposals never get
 * one number, and a proposal that is not made leaves none out.
 */
export async function nextNumber(tx: Transaction, planYear: number): Promise<string> {
  const [{ last }] = Taken.parse(
    await tx.$queryRaw`INSERT INTO proposal_numbers AS n (year, last) VALUES (${planYear}, 1)
                       ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last`,
  )
  return `${String(planYear)}-${String(last).padStart(4, '0')}`
}
