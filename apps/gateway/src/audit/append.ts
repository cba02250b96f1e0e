import { z } from 'zod'
import { Prisma } from '../generated/prisma/client.js'
import type { Json } from '../json.js'
import { canonicalJson } from '../json.js'
import type { Transaction } from '../database/transaction.js'
import { chainHash, grow, leafHash, root, type MerkleTree } from './merkle.js'

/** What became of one record. */
export interface Change {
  /** Name of its kind, e.g. `Proposal`. */
  readonly entity: string
  readonly id: string
  /** Absent where there was none. */
  readonly before?: Json
  /** Absent where there is none any more. */
  readonly after?: Json
}

/** Who did what. */
export interface Deed {
  readonly personId: string
  /** The command, e.g. `submitProposal`. */
  readonly action: string
}

const State = z.tuple([
  z.object({
    size: z.bigint(),
    last_hash: z.string(),
    last_day: z.string().nullable(),
    frontier: z.array(z.string()),
    at: z.date(),
    today: z.string(),
  }),
])

/**
 * Writes the changes of a deed into the audit and into the outbox. The state of the audit stays locked until the transaction
 * ends: hence last in it, and entries come in the order of the commits.
 */
export async function append(tx: Transaction, { personId, action }: Deed, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const [state] = State.parse(
    await tx.$queryRaw`SELECT size, last_hash, last_day::text, frontier, clock_timestamp()::timestamptz(3) AS at,
                              (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS today
                       FROM audit_state WHERE id = 1 FOR UPDATE`,
  )
  let tree: MerkleTree = state
  let hash = state.last_hash
  if (state.last_day !== null && state.last_day < state.today) await closeDay(tx, state.last_day, tree)

  const entries: Prisma.AuditEntryCreateManyInput[] = []
  const messages: Prisma.OutboxMessageCreateManyInput[] = []
  for (const { entity, id, before, after } of changes) {
    const sequence = tree.size + 1n
    const content = canonicalJson({
      ...{ sequence, at: state.at.toISOString(), personId, action, entity, entityId: id },
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })
    const leaf = leafHash(content)
    hash = chainHash(hash, leaf)
    tree = grow(tree, leaf)
    entries.push({ sequence, at: state.at, personId, action, entity, entityId: id, content, hash })
    messages.push({ sequence, topic: `${entity}.${action}`, payload: { id }, at: state.at })
  }
  await tx.auditEntry.createMany({ data: entries })
  await tx.outboxMessage.createMany({ data: messages })
  await tx.$executeRaw`UPDATE audit_state SET size = ${tree.size}, last_hash = ${hash}, last_day = ${state.today}::date,
                              frontier = ${[...tree.frontier]} WHERE id = 1`
}

/** The head over everything up to the end of a day is written with the first entry of a later one. */
async function closeDay(tx: Transaction, day: string, tree: MerkleTree): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_heads (day, size, root) VALUES (${day}::date, ${tree.size}, ${root(tree)})`
}
