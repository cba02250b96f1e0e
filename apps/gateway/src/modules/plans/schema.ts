import { RoleEnum } from '../../access/schema.js'
import { authorise } from '../../access/table.js'
import { PlanLineKind } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { FundSourceEnum, PlanStateEnum } from '../../graphql/enums.js'
import { EstablishmentRef, SiteRef } from '../establishments/schema.js'
import { ProgrammeDocumentRef } from '../programme/document.js'
import { ProposalRef } from '../proposals/schema.js'
import {
  readLinesById,
  readLinesOf,
  readPlansById,
  readPlansOf,
  type LineRow,
  type PlanRow,
  type StepRow,
} from './reads.js'
import { readable, seesProposal } from './visible.js'

const LineKindEnum = builder.enumType(PlanLineKind, {
  name: 'PlanLineKind',
  description: 'PROJECT: of an establishment, by its proposal. ACTIVITY: of the programme itself.',
})

const BalanceRef = builder.objectRef<PlanRow['balances'][number]>('PlanBalance').implement({
  description: 'What Sở Tài chính said that a source can bear.',
  fields: (t) => ({
    source: t.expose('source', { type: FundSourceEnum }),
    amount: t.expose('amount', { type: 'Dong' }),
  }),
})

const StepRef = builder.objectRef<StepRow>('PlanStep').implement({
  description: 'A step that was taken with a plan.',
  fields: (t) => ({
    action: t.exposeString('action', { description: 'The mutation, e.g. `balancePlan`.' }),
    from: t.expose('fromState', { type: PlanStateEnum }),
    to: t.expose('toState', { type: PlanStateEnum }),
    personName: t.exposeString('personName', { nullable: true }),
    role: t.expose('role', { type: RoleEnum, description: 'The office in which the person took it.' }),
    on: t.expose('on', { type: 'Date' }),
    reason: t.exposeString('reason', { nullable: true }),
    document: t.exposeString('document', { nullable: true }),
  }),
})

export const PlanLineRef = builder.loadableNodeRef('PlanLine', {
  id: { resolve: ({ id }: LineRow) => id },
  load: async (ids: string[], { prisma, actor }) => {
    authorise(await actor(), 'readPlans')
    return await readLinesById(prisma, ids)
  },
  sort: ({ id }) => id,
})

export const PlanRef = builder.loadableNodeRef('Plan', {
  id: { resolve: ({ id }: PlanRow) => id },
  load: async (ids: string[], { prisma, actor }) => {
    const mayRead = readable(await actor())
    return (await readPlansById(prisma, ids)).filter(mayRead)
  },
  sort: ({ id }) => id,
})

PlanLineRef.implement({
  description: 'One project or activity of a plan.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    edition: t.exposeInt('edition', { description: 'Of the plan that it stands in.' }),
    planState: t.expose('planState', { type: PlanStateEnum }),
    position: t.exposeInt('position'),
    item: t.exposeString('itemId', { description: 'The same in every edition of the year.' }),
    kind: t.expose('kind', { type: LineKindEnum }),
    contentCode: t.exposeString('contentCode'),
    title: t.exposeString('title'),
    source: t.expose('source', { type: FundSourceEnum }),
    demanded: t.expose('demanded', {
      type: 'Dong',
      nullable: true,
      description: 'What is asked for; null while not known.',
    }),
    estimated: t.expose('estimated', {
      type: 'Dong',
      nullable: true,
      description: 'What Sở Công Thương estimates; null while demand or ceiling is not known.',
    }),
    approved: t.expose('approved', { type: 'Dong', nullable: true, description: 'What UBND tỉnh approved.' }),
    ceiling: t.expose('ceiling', {
      type: 'Dong',
      nullable: true,
      description: 'The most that the law of the plan date allows; null where it sets no level, or not known yet.',
    }),
    approvedBefore: t.expose('approvedBefore', {
      type: 'Dong',
      nullable: true,
      description: 'What the edition before approved of the same item.',
    }),
    promised: t.expose('promised', { type: 'Dong', description: 'Promised on contracts, whatever the edition.' }),
    proposal: t.field({
      type: ProposalRef,
      nullable: true,
      description: "Null for the programme's own activities, and to a local committee for proposals of other places.",
      resolve: async (line, _args, { actor }) =>
        line.proposal !== null && seesProposal(await actor(), line) ? line.proposal.id : null,
    }),
    establishment: t.field({ type: EstablishmentRef, nullable: true, resolve: ({ establishment }) => establishment }),
    site: t.field({ type: SiteRef, nullable: true, resolve: ({ site }) => site }),
  }),
})

PlanRef.implement({
  description: "A year's plan and estimate; each adjustment in the year is the whole plan anew, as the next edition.",
  fields: (t) => ({
    programme: t.loadable({
      type: ProgrammeDocumentRef,
      load: async (ids: string[], { prisma }) => {
        const found = await prisma.programme.findMany({ where: { id: { in: ids } } })
        return ids.map((id) => found.find((programme) => programme.id === id) ?? new Error(`No programme ${id}`))
      },
      resolve: ({ programmeId }) => programmeId,
    }),
    year: t.exposeInt('year'),
    edition: t.exposeInt('edition', { description: '1: the plan of the year. 2, 3, …: its adjustments.' }),
    planDate: t.expose('planDate', { type: 'Date', description: 'The day whose law decides about every line.' }),
    state: t.expose('state', { type: PlanStateEnum }),
    inForce: t.exposeBoolean('inForce', { description: 'The newest edition of the year that is approved.' }),
    document: t.exposeString('document', { nullable: true, description: 'Number of the decision that approves it.' }),
    approvedOn: t.expose('approvedOn', { type: 'Date', nullable: true }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the plan was adjusted.' }),
    version: t.exposeInt('version', { description: 'For `expectedVersion`, also when a line of it is changed.' }),
    balances: t.field({ type: [BalanceRef], resolve: ({ balances }) => [...balances] }),
    steps: t.field({ type: [StepRef], resolve: ({ steps }) => [...steps] }),
    lines: t.loadableList({
      type: PlanLineRef,
      load: (ids: string[], { prisma }) => readLinesOf(prisma, ids),
      resolve: ({ id }) => id,
    }),
  }),
})

builder.queryFields((t) => ({
  plans: t.field({
    type: [PlanRef],
    description: 'Every edition of the plans of a programme, the newest first; for local committees those in force.',
    args: {
      programmeId: t.arg.globalID({ for: ProgrammeDocumentRef, required: true }),
      year: t.arg.int(),
    },
    resolve: async (_parent, { programmeId, year }, { prisma, actor }) => {
      const mayRead = readable(await actor())
      return (await readPlansOf(prisma, programmeId.id, year ?? undefined)).filter(mayRead)
    },
  }),
}))
