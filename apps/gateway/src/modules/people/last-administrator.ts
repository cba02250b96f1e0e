import { z } from 'zod'
import type { Transaction } from '../../database/transaction.js'
import { lastAdministrator } from './refusals.js'

const Held = z.array(z.object({ id: z.string(), personId: z.string() }))
type Held = z.infer<typeof Held>

/**
 * The memberships of administrators who are active and have no end, locked until the transaction ends: two administrators
 * who remove one another at the same moment come one after the other.
 */
export async function lockAdministrators(tx: Transaction): Promise<Held> {
  return Held.parse(
    await tx.$queryRaw`
      SELECT m.id, m.person_id AS "personId" FROM memberships m JOIN people p ON p.id = m.person_id
      WHERE m.role = 'ADMINISTRATOR' AND m.to_day IS NULL AND p.active
      ORDER BY m.id FOR UPDATE`,
  )
}

/**
 * @param goes whether a membership is among those that are about to end
 * @throws Refusal when that would leave none
 */
export function leaveOne(held: Held, goes: (membership: Held[number]) => boolean): void {
  if (held.some(goes) && held.every(goes)) throw lastAdministrator()
}
