import { decodeGlobalID } from '@pothos/plugin-relay'
import { authorise } from '../../access/table.js'
import { DuplicateAnswerKind, type DuplicateAnswer } from '../../generated/prisma/client.js'
import { builder } from '../../graphql/builder.js'
import type { Context } from '../../graphql/context.js'
import { isoDate } from '../../graphql/date.js'
import { inputError } from '../../graphql/input-error.js'
import { pageSize } from '../../graphql/limits.js'
import { keyArgument, orRefused } from '../../graphql/mutation.js'
import { searchable } from '../../searchable.js'
import { nameKey } from '../establishments/names.js'
import { isPersonal } from '../establishments/tax-code.js'
import { langArgument } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { answerDuplicate, authoriseProposal } from './answer.js'
import { findDuplicates, isSettled, type Duplicate } from './find.js'
import { importOutsideSupport, type OutsideImported } from './import.js'

const KindEnum = builder.enumType(DuplicateAnswerKind, {
  name: 'DuplicateAnswerKind',
  description:
    'OVERRIDE: it is certain, and yet the department lets it pass. ACKNOWLEDGEMENT: it is only possible, and somebody says that it is another purchase.',
})

const CertaintyEnum = builder.enumType('DuplicateCertainty', {
  values: {
    CERTAIN: { value: 'certain', description: 'Blocks until it is overridden.' },
    POSSIBLE: {
      value: 'possible',
      description: 'A period is not known, or the establishment is the same by its name only: to be acknowledged.',
    },
  } as const,
})

const AnswerRef = builder.objectRef<DuplicateAnswer>('DuplicateAnswer').implement({
  description: 'What somebody said to a finding. Never changed.',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum }),
    reason: t.exposeString('reason'),
    personId: t.exposeString('personId'),
    personName: t.loadable({
      type: 'String',
      nullable: true,
      load: async (ids: string[], { prisma }) => {
        const people = await prisma.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
        return ids.map((id) => people.find((person) => person.id === id)?.name ?? null)
      },
      resolve: ({ personId }) => personId,
    }),
    role: t.exposeString('role', { description: 'The office in which it was said.' }),
    on: t.field({ type: 'Date', resolve: ({ on }) => isoDate(on) }),
  }),
})

const DuplicateRef = builder.objectRef<Duplicate>('Duplicate').implement({
  description: 'An expense item of a proposal for which another record has state money too, or may have.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Of the two claims as they stand: for the answer.' }),
    certainty: t.expose('certainty', { type: CertaintyEnum }),
    settled: t.boolean({ description: 'Whether enough was said to it.', resolve: isSettled }),
    item: t.exposeString('item'),
    otherRecord: t.string({ description: 'As its programme numbers it.', resolve: ({ other }) => other.record }),
    otherProgramme: t.string({ resolve: ({ other }) => other.programme }),
    amount: t.expose('amount', { type: 'Dong', description: 'What both have together.' }),
    message: t.string({ args: langArgument, resolve: ({ message }, { lang }) => message[lang] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
    answers: t.field({ type: [AnswerRef], resolve: ({ answers }) => [...answers] }),
  }),
})

/** A proposal's own id. */
type Of = string

const DuplicatesRef = builder.objectRef<Of>('ProposalDuplicates').implement({
  description: 'Everything that was found against paying for the items of a proposal, with what was said to it.',
  fields: (t) => ({
    duplicates: t.field({
      type: [DuplicateRef],
      resolve: (proposalId, _args, { prisma }) => findDuplicates(prisma, proposalId),
    }),
  }),
})

builder.queryField('proposalDuplicates', (t) =>
  t.field({
    type: DuplicatesRef,
    args: { proposal: t.arg.id({ required: true }) },
    resolve: async (_parent, { proposal }, { prisma, actor }) => {
      const id = proposalId(proposal)
      await authoriseProposal(prisma, await actor(), 'seeDuplicates', id)
      return id
    },
  }),
)

function proposalId(globalId: string): string {
  const { typename, id } = decodeGlobalID(globalId)
  if (typename === 'Proposal') return id
  throw inputError(`"${globalId.slice(0, 60)}" is the id of a ${typename}, not of a Proposal.`)
}

const answerArguments = builder.args((t) => ({
  proposal: t.id({ required: true }),
  expectedVersion: t.int({ required: true, description: 'Of the proposal.' }),
  duplicate: t.string({ required: true, description: "The finding's key." }),
  on: t.field({ type: 'Date', required: true }),
  reason: t.string({ required: true }),
}))

const answer =
  (name: 'overrideDuplicate' | 'acknowledgeDuplicate') =>
  async (_parent: unknown, { idempotencyKey, proposal, ...input }: AnswerArguments, { prisma, actor }: Context) => {
    const asked = { actor: await actor(), idempotencyKey }
    const answered = await answerDuplicate(prisma, asked, name, { ...input, proposalId: proposalId(proposal) })
    return answered.proposalId
  }

interface AnswerArguments {
  readonly idempotencyKey: string
  readonly proposal: string
  readonly expectedVersion: number
  readonly duplicate: string
  readonly on: string
  readonly reason: string
}

const ImportedRef = builder.objectRef<OutsideImported>('OutsideSupportImportReport').implement({
  fields: (t) => ({
    recorded: t.exposeInt('recorded'),
    corrected: t.exposeInt('corrected', {
      description: 'Lines that were there with another amount, last day or source.',
    }),
    unchanged: t.exposeInt('unchanged'),
  }),
})

builder.mutationFields((t) => ({
  overrideDuplicate: t.field({
    type: DuplicatesRef,
    description:
      'Lets an item be paid although another record pays for it. For the department, not for who made the proposal.',
    errors: orRefused('OverrideDuplicate'),
    args: { ...keyArgument, ...answerArguments },
    resolve: answer('overrideDuplicate'),
  }),
  acknowledgeDuplicate: t.field({
    type: DuplicatesRef,
    description: 'Says that what is only possible is another purchase.',
    errors: orRefused('AcknowledgeDuplicate'),
    args: { ...keyArgument, ...answerArguments },
    resolve: answer('acknowledgeDuplicate'),
  }),
  importOutsideSupport: t.field({
    type: ImportedRef,
    description: 'Records what other programmes paid, from a CSV file (UTF-8), all lines or none.',
    errors: orRefused('ImportOutsideSupport'),
    args: {
      ...keyArgument,
      csv: t.arg.string({ required: true, description: 'Headers in Vietnamese or English.' }),
      source: t.arg.string({ required: true, description: 'Where the list comes from.' }),
    },
    resolve: async (_parent, { idempotencyKey, ...input }, { prisma, actor }) =>
      importOutsideSupport(prisma, { actor: await actor(), idempotencyKey }, input),
  }),
}))

const OutsideRef = builder.prismaNode('OutsideSupport', {
  description: 'State money that another programme paid or promised.',
  nullable: true,
  id: { field: 'id' },
  findUnique: async (id, { actor }) => {
    authorise(await actor(), 'seeOutsideSupport')
    return { id }
  },
  fields: (t) => ({
    programme: t.exposeString('programme'),
    recordNumber: t.exposeString('recordNumber'),
    taxCode: t.string({
      nullable: true,
      description: "Absent, too, where it is a person's identity number.",
      select: { taxCode: true },
      resolve: ({ taxCode }) => (taxCode === null || isPersonal(taxCode) ? null : taxCode),
    }),
    name: t.exposeString('name', { nullable: true }),
    item: t.exposeString('item'),
    periodFrom: t.field({
      type: 'Date',
      nullable: true,
      select: { periodFrom: true },
      resolve: ({ periodFrom }) => (periodFrom === null ? null : isoDate(periodFrom)),
    }),
    periodTo: t.field({
      type: 'Date',
      nullable: true,
      select: { periodTo: true },
      resolve: ({ periodTo }) => (periodTo === null ? null : isoDate(periodTo)),
    }),
    amount: t.expose('amount', { type: 'Dong' }),
    source: t.exposeString('source', { description: 'Where the list comes from.' }),
  }),
})

builder.queryField('outsideSupports', (t) =>
  t.prismaConnection({
    type: OutsideRef,
    cursor: 'id',
    description: 'What other programmes paid, by when it was recorded.',
    maxSize: pageSize.maximum,
    defaultSize: pageSize.usual,
    args: {
      text: t.arg.string({
        description: 'Part of programme, number, beneficiary or item; diacritics may be left out.',
      }),
    },
    totalCount: (_parent, { text }, { prisma }) => prisma.outsideSupport.count({ where: where(text) }),
    resolve: async (query, _parent, { text }, { prisma, actor }) => {
      authorise(await actor(), 'seeOutsideSupport')
      return await prisma.outsideSupport.findMany({ ...query, where: where(text), orderBy: { id: 'asc' } })
    },
  }),
)

const where = (text: string | null | undefined) =>
  text == null ? {} : { OR: [{ lineKey: { contains: searchable(text) } }, { nameKey: { contains: nameKey(text) } }] }
