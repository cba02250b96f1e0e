import { authorise } from '../../access/table.js'
import { verifyAudit, type AuditReport, type Fault, type KnownHead } from '../../audit/verify.js'
import { builder } from '../../graphql/builder.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import { DirectionEnum } from '../../graphql/enums.js'
import { inputError } from '../../graphql/input-error.js'
import { pageSize } from '../../graphql/limits.js'
import { auditOrder, countEntries, readEntries, type EntryRow } from './reads.js'

const AuditEntryRef = builder.objectRef<EntryRow>('AuditEntry').implement({
  description: 'What a command did to one record. Never changed, never removed.',
  fields: (t) => ({
    sequence: t.exposeString('sequence', { description: '1, 2, 3, … without a gap.' }),
    at: t.string({ description: 'ISO 8601.', resolve: ({ at }) => at.toISOString() }),
    personId: t.exposeString('personId'),
    personName: t.exposeString('personName', { nullable: true }),
    action: t.exposeString('action', { description: 'The command, e.g. `submitProposal`.' }),
    entity: t.exposeString('entity'),
    entityId: t.exposeString('entityId'),
    content: t.exposeString('content', {
      description: 'Canonical JSON (RFC 8785) of the entry, with the record before and after.',
    }),
    hash: t.exposeString('hash', { description: 'SHA-256 over the hash of the entry before and this content.' }),
  }),
})

const AuditFilter = builder.inputType('AuditFilter', {
  fields: (t) => ({
    entity: t.string({ description: 'E.g. `Proposal`.' }),
    entityId: t.string({ description: "The record's own id, as in an entry." }),
    personId: t.string(),
  }),
})

builder.queryField('auditEntries', (t) =>
  t.connection(
    {
      type: AuditEntryRef,
      description: 'Who did what. For inspectors and administrators.',
      args: {
        filter: t.arg({ type: AuditFilter }),
        direction: t.arg({ type: DirectionEnum, required: true, defaultValue: 'DESC' }),
      },
      complexity: connectionComplexity,
      resolve: async (_parent, { filter, direction, ...args }, { prisma, actor }) => {
        authorise(await actor(), 'audit.read')
        const order = auditOrder(direction)
        return await keysetConnection({
          args,
          order,
          read: (slice) => readEntries(prisma, filter ?? {}, order, slice),
          count: () => countEntries(prisma, filter ?? {}),
        })
      },
    },
    { fields: (t) => ({ totalCount: t.int({ resolve: ({ count }) => count() }) }) },
  ),
)

const FaultRef = builder.objectRef<Fault>('AuditFault').implement({
  fields: (t) => ({
    sequence: t.string({
      nullable: true,
      description: 'The entry at which it shows; absent where it shows only at the end.',
      resolve: ({ sequence }) => sequence?.toString(),
    }),
    message: t.exposeString('message'),
  }),
})

const ReportRef = builder.objectRef<AuditReport>('AuditReport').implement({
  description: 'The audit recomputed from its first entry.',
  fields: (t) => ({
    head: t.string({
      description: '`<entries>:<head of the Merkle tree>`: keep it elsewhere, and give it to a later verification.',
      resolve: ({ size, root }) => `${String(size)}:${root}`,
    }),
    heads: t.exposeInt('heads', { description: 'Heads that were compared.' }),
    faults: t.field({ type: [FaultRef], description: 'At most 20.', resolve: ({ faults }) => [...faults] }),
  }),
})

builder.queryField('auditReport', (t) =>
  t.field({
    type: ReportRef,
    description:
      'Recomputes the whole audit: an edited, removed or swapped entry shows. For inspectors and administrators.',
    complexity: 1_000,
    args: {
      heads: t.arg.stringList({ required: true, defaultValue: [], description: 'Heads that were kept elsewhere.' }),
    },
    resolve: async (_parent, { heads }, { prisma, actor }) => {
      authorise(await actor(), 'audit.read')
      return await prisma.$transaction((tx) => verifyAudit(tx, heads.map(parseHead)), { timeout: 600_000 })
    },
  }),
)

function parseHead(text: string): KnownHead {
  const [, size, root] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text) ?? []
  if (size === undefined || root === undefined)
    throw inputError(`"${text.slice(0, 90)}" is not a head: expected <entries>:<64 hexadecimal digits>.`)
  return { size: BigInt(size), root }
}

interface EventRow {
  readonly sequence: bigint
  readonly topic: string
  readonly payload: unknown
  readonly at: Date
}

const EventRef = builder.objectRef<EventRow>('Event').implement({
  description: 'Something that happened to a record, for other systems.',
  fields: (t) => ({
    sequence: t.string({ resolve: ({ sequence }) => sequence.toString() }),
    topic: t.exposeString('topic', { description: '`<entity>.<command>`, e.g. `Proposal.submitProposal`.' }),
    payload: t.string({ description: 'JSON.', resolve: ({ payload }) => JSON.stringify(payload) }),
    at: t.string({ description: 'ISO 8601.', resolve: ({ at }) => at.toISOString() }),
  }),
})

builder.queryField('events', (t) =>
  t.field({
    type: [EventRef],
    description:
      'What happened since, oldest first, each exactly once and in the order of the commits: ask again after the last sequence. For the departments and administrators.',
    args: {
      after: t.arg.string({ required: true, defaultValue: '0', description: 'The last sequence that was seen.' }),
      first: t.arg.int({ required: true, defaultValue: pageSize.usual }),
    },
    complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first, 1), pageSize.maximum) }),
    resolve: async (_parent, { after, first }, { prisma, actor }) => {
      authorise(await actor(), 'event.read')
      if (!/^\d{1,18}$/.test(after)) throw inputError(`"${after.slice(0, 60)}" is not a sequence.`)
      if (first < 1 || first > pageSize.maximum) throw inputError(`first: ${first}; expected 1 to ${pageSize.maximum}.`)
      return await prisma.outboxMessage.findMany({
        where: { sequence: { gt: BigInt(after) } },
        orderBy: { sequence: 'asc' },
        take: first,
      })
    },
  }),
)
