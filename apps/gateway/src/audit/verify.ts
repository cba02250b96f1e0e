import { z } from 'zod'
import type { Transaction } from '../database/transaction.js'
import { canonicalJson } from '../json.js'
import { chainHash, chainStart, emptyTree, grow, leafHash, root } from './merkle.js'

/** A head of the audit that was kept elsewhere: on paper, in a mail, at another agency. */
export interface KnownHead {
  readonly size: bigint
  readonly root: string
}

export interface Fault {
  /** The entry at which it shows; absent where it shows only at the end. */
  readonly sequence: bigint | undefined
  readonly message: string
}

export interface AuditReport {
  /** Entries there are, and the head of the tree over them. */
  readonly size: bigint
  readonly root: string
  /** Day heads that were compared. */
  readonly heads: number
  readonly faults: readonly Fault[]
}

const Entry = z.object({
  sequence: z.bigint(),
  at: z.date(),
  personId: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  content: z.string(),
  hash: z.string(),
})
type Entry = z.infer<typeof Entry>

/** Rows that are read at a time: the whole audit need not fit into memory. */
const batch = 1_000
/** The first faults tell the story; a broken chain would make one of every entry after. */
const mostFaults = 20

/**
 * Recomputes the audit from its first entry: every content against its columns and its hash, the chain, the head of each
 * day, the state and the messages. An entry that was edited, removed, added or swapped shows, also when hashes were computed
 * anew, as long as one head of a later day was kept elsewhere.
 *
 * @param tx one transaction, so that entries written meanwhile do not count
 * @param known heads that were kept elsewhere
 */
export async function verifyAudit(tx: Transaction, known: readonly KnownHead[] = []): Promise<AuditReport> {
  const faults: Fault[] = []
  const fault = (sequence: bigint | undefined, message: string) => {
    if (faults.length < mostFaults) faults.push({ sequence, message })
  }
  const dayHeads = await tx.auditHead.findMany({ orderBy: { size: 'asc' } })
  const expected = [
    ...known.map(({ size, root }) => ({ size, root, name: 'the head that was kept elsewhere' })),
    ...dayHeads.map(({ day, size, root }) => ({ size, root, name: `the head of ${day.toISOString().slice(0, 10)}` })),
  ]

  let tree = emptyTree
  let hash = chainStart
  let last = 0n
  for (;;) {
    const entries = z
      .array(Entry)
      .parse(
        await tx.auditEntry.findMany({ where: { sequence: { gt: last } }, orderBy: { sequence: 'asc' }, take: batch }),
      )
    for (const entry of entries) {
      const { sequence, content } = entry
      if (sequence !== last + 1n)
        fault(sequence, `entries ${String(last + 1n)} to ${String(sequence - 1n)} are missing`)
      if (!saysTheSame(entry)) fault(sequence, 'its columns and its content differ')
      const leaf = leafHash(content)
      tree = grow(tree, leaf)
      hash = chainHash(hash, leaf)
      if (hash !== entry.hash) {
        fault(sequence, 'its hash does not follow from its content and the entry before')
        // From here on the chain is judged by itself: the first break is named, not every entry behind it.
        hash = entry.hash
      }
      for (const head of expected)
        if (head.size === tree.size && head.root !== root(tree)) fault(sequence, `${head.name} is another`)
      last = sequence
    }
    if (entries.length < batch) break
  }
  for (const head of expected)
    if (head.size > tree.size)
      fault(undefined, `${head.name} is over ${String(head.size)} entries, and there are ${String(tree.size)}`)

  const state = await tx.auditState.findUniqueOrThrow({ where: { id: 1 } })
  if (state.size !== tree.size || state.lastHash !== hash || state.frontier.join() !== tree.frontier.join())
    fault(undefined, `the state says that there are ${String(state.size)} entries, or another last one`)
  const [messages] = z.tuple([z.object({ lost: z.number() })]).parse(
    await tx.$queryRaw`SELECT count(*)::int AS lost FROM audit_entries a FULL JOIN outbox o USING (sequence)
                         WHERE a.sequence IS NULL OR o.sequence IS NULL OR o.topic <> a.entity || '.' || a.action`,
  )
  if (messages.lost > 0) fault(undefined, `${messages.lost} entries have no message of their own, or the reverse`)

  return { size: tree.size, root: root(tree), heads: expected.length, faults }
}

const Content = z.object({
  sequence: z.string(),
  at: z.string(),
  personId: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
})

function saysTheSame({ sequence, at, personId, action, entity, entityId, content }: Entry): boolean {
  const columns = { sequence, at, personId, action, entity, entityId }
  const parsed = Content.safeParse(jsonOf(content))
  return parsed.success && canonicalJson(parsed.data) === canonicalJson(columns)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
