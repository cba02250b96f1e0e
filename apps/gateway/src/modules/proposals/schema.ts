import type { Citation } from '@khuyencong/rules'
import { appraisalPoints } from '@khuyencong/selection'
import { RoleEnum } from '../../access/schema.js'
import { notFound } from '../../commands/version.js'
import { AppraisalResult, ProposalKind, ProposalState } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { connectionComplexity, keysetConnection } from '../../graphql/connection.js'
import { isoDate } from '../../graphql/date.js'
import { DirectionEnum, FundSourceEnum, PlanStateEnum } from '../../graphql/enums.js'
import { EstablishmentRef, SiteRef } from '../establishments/schema.js'
import { readEstablishmentsById, readSitesById } from '../establishments/reads.js'
import { FundEnum } from '../grants/schema.js'
import { langArgument } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { TrustEnum } from '../law/enums.js'
import { dossierOf, type DossierItem } from './dossier.js'
import { FromRegistry } from './from-registry.js'
import { RegistryFactRef } from './from-registry-schema.js'
import { lifeCycle, type StepName } from './life-cycle.js'
import { nextSteps } from './next-steps.js'
import {
  readAppraisals,
  readChanges,
  readDecisions,
  readExpenses,
  readMembers,
  readPriorities,
  readSteps,
  type AppraisalRow,
  type ChangeRow,
  type DecisionRow,
  type ExpenseRow,
  type MemberRow,
  type PriorityRow,
  type StepRow,
} from './part-reads.js'
import {
  countProposals,
  proposalOrder,
  proposalSorts,
  readProposals,
  readProposalsById,
  type LastDecision,
  type ProposalPayments,
  type ProposalPlanLine,
  type ProposalRow,
} from './reads.js'
import { stepNames } from './transitions.js'

export const ProposalKindEnum = builder.enumType(ProposalKind, {
  name: 'ProposalKind',
  description: 'Đề án đơn, đề án nhóm, đề án điểm.',
})
const StateEnum = builder.enumType(ProposalState, {
  name: 'ProposalState',
  description: 'Where a proposal stands; see `proposalLifeCycle`.',
})
const SortEnum = builder.enumType(proposalSorts, { name: 'ProposalSort' })
export const AppraisalResultEnum = builder.enumType(AppraisalResult, { name: 'AppraisalResult' })

interface Through {
  readonly name: StepName
}

const ThroughEnum = builder.enumType('StepThrough', {
  description: 'Where a step is taken that is no mutation of its own.',
  values: { PLAN: { value: 'plan' }, MONEY: { value: 'money' } } as const,
})

const LifeCycleStepRef = builder.objectRef<Through>('ProposalLifeCycleStep').implement({
  description: 'A step in the life of a proposal: what it leads to, and who may take it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The mutation, e.g. `submitProposal`.' }),
    title: t.string({ args: langArgument, resolve: ({ name }, { lang }) => lifeCycle[name].title[lang] }),
    from: t.field({ type: [StateEnum], resolve: ({ name }) => [...lifeCycle[name].from] }),
    to: t.field({ type: StateEnum, resolve: ({ name }) => lifeCycle[name].to }),
    roles: t.field({ type: [RoleEnum], resolve: ({ name }) => [...lifeCycle[name].roles] }),
    judges: t.boolean({
      description:
        'Not open to whoever had a hand in the proposal; of all such steps of one proposal a person takes only one.',
      resolve: ({ name }) => lifeCycle[name].judges === true,
    }),
    needsReason: t.boolean({ resolve: ({ name }) => lifeCycle[name].needsReason === true }),
    needsDocument: t.boolean({ resolve: ({ name }) => lifeCycle[name].needsDocument === true }),
    through: t.field({ type: ThroughEnum, nullable: true, resolve: ({ name }) => lifeCycle[name].through }),
    cites: t.field({ type: [CitationRef], resolve: ({ name }) => [...lifeCycle[name].cites] }),
  }),
})

builder.queryField('proposalLifeCycle', (t) =>
  t.field({
    type: [LifeCycleStepRef],
    description: 'The life of a proposal, step by step. The table of access and the database are made of it.',
    resolve: () => stepNames.map((name) => ({ name })),
  }),
)

const ofRegistry = {
  nullable: true,
  description:
    'Facts that the registry said; they went before what the proposal said. Null where the registry is not asked, and for answers from before this was kept.',
} as const

const LastDecisionRef = builder.objectRef<LastDecision>('ProposalDecisionSummary').implement({
  description: 'What the law last said to a question.',
  fields: (t) => ({
    question: t.exposeString('question', { description: '`eligibility`, `ceiling`, `key-proposal`, …' }),
    subject: t.exposeString('subject', { description: 'Code of the content.' }),
    position: t.exposeInt('position', { description: 'Of the step that it was asked for.' }),
    outcome: t.exposeString('outcome'),
    amount: t.expose('amount', { type: 'Dong', nullable: true }),
    asOf: t.expose('asOf', { type: 'Date' }),
    pack: t.exposeString('pack'),
    packVersion: t.exposeString('packVersion'),
    fromRegistry: t.field({
      type: [RegistryFactRef],
      ...ofRegistry,
      resolve: ({ fromRegistry }) => fromRegistry,
    }),
  }),
})

const PlanLineRef = builder.objectRef<ProposalPlanLine>('ProposalPlanLine').implement({
  description: 'The line of the latest plan that has the proposal.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    edition: t.exposeInt('edition'),
    state: t.expose('state', { type: PlanStateEnum }),
    source: t.expose('source', { type: FundSourceEnum }),
    demanded: t.expose('demanded', { type: 'Dong' }),
    estimated: t.expose('estimated', { type: 'Dong', nullable: true }),
    approved: t.expose('approved', { type: 'Dong', nullable: true }),
  }),
})

const PaymentsRef = builder.objectRef<ProposalPayments>('ProposalPayments').implement({
  description: 'Where the money of its awards is, in đồng.',
  fields: (t) => ({
    awarded: t.expose('awarded', { type: 'Dong', description: 'Promised on contracts.' }),
    committed: t.expose('committed', { type: 'Dong', description: 'Of that, not paid yet.' }),
    advanced: t.expose('advanced', { type: 'Dong', description: 'Paid in advance, not settled yet.' }),
    settled: t.expose('settled', { type: 'Dong' }),
  }),
})

const MemberRef = builder.objectRef<MemberRow>('ProposalMember').implement({
  description: 'A part of a proposal of several: an establishment of a group, a content of a key proposal.',
  fields: (t) => ({
    contentCode: t.exposeString('contentCode'),
    establishment: t.loadable({
      type: EstablishmentRef,
      load: async (ids: string[], { prisma }) => inOrder(ids, await readEstablishmentsById(prisma, ids)),
      resolve: ({ establishmentId }) => establishmentId,
    }),
    site: t.loadable({
      type: SiteRef,
      load: async (ids: string[], { prisma }) => inOrder(ids, await readSitesById(prisma, ids)),
      resolve: ({ siteId }) => siteId,
    }),
    eligibleCost: t.expose('eligibleCost', { type: 'Dong' }),
    requestedSupport: t.expose('requestedSupport', { type: 'Dong' }),
    facts: t.string({ description: 'JSON: fact by fact.', resolve: ({ facts }) => JSON.stringify(facts) }),
  }),
})

function inOrder<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | Error)[] {
  return ids.map((id) => rows.find((row) => row.id === id) ?? new Error(`There is no record ${id}`))
}

const ExpenseRef = builder.objectRef<ExpenseRow>('ProposalExpense').implement({
  description: 'One expense item (nội dung chi).',
  fields: (t) => ({
    item: t.exposeString('item'),
    cost: t.expose('cost', { type: 'Dong' }),
    support: t.expose('support', { type: 'Dong' }),
    periodFrom: t.field({ type: 'Date', nullable: true, resolve: ({ periodFrom }) => day(periodFrom) }),
    periodTo: t.field({ type: 'Date', nullable: true, resolve: ({ periodTo }) => day(periodTo) }),
  }),
})

const day = (date: Date | null): string | null => (date === null ? null : isoDate(date))

const StepRef = builder.objectRef<StepRow>('ProposalStep').implement({
  description: 'A step that was taken. Never changed, never removed.',
  fields: (t) => ({
    position: t.exposeInt('position'),
    action: t.exposeString('action'),
    fromState: t.expose('fromState', { type: StateEnum }),
    toState: t.expose('toState', { type: StateEnum }),
    personName: t.exposeString('personName', { nullable: true }),
    role: t.exposeString('role', { description: 'The office in which the person took it.' }),
    on: t.expose('on', { type: 'Date', description: 'The day on which it counts.' }),
    reason: t.exposeString('reason', { nullable: true }),
    document: t.exposeString('document', { nullable: true }),
    at: t.string({ description: 'When it was written down: ISO 8601.', resolve: ({ at }) => at.toISOString() }),
  }),
})

const DecisionRecordRef = builder.objectRef<DecisionRow>('ProposalDecision').implement({
  description: 'What the law said when a step was taken. Never changed; `decisions verify` computes it again.',
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Of the step.' }),
    question: t.exposeString('question'),
    subject: t.exposeString('subject'),
    asOf: t.field({ type: 'Date', resolve: ({ asOf }) => isoDate(asOf) }),
    pack: t.exposeString('pack'),
    packVersion: t.exposeString('packVersion'),
    outcome: t.exposeString('outcome'),
    amount: t.expose('amount', { type: 'Dong', nullable: true }),
    fromRegistry: t.field({
      type: [RegistryFactRef],
      ...ofRegistry,
      resolve: ({ fromRegistry }) => FromRegistry.nullable().parse(fromRegistry),
    }),
    trace: t.exposeString('answer', {
      description: 'The whole answer as JSON; of eligibility, ceiling and key proposal a `trace.v1`.',
    }),
  }),
})

export const CriterionEnum = builder.enumType('AppraisalCriterion', {
  description: 'TT 36/2013/TT-BCT, Điều 9.',
  values: {
    PRINCIPLES: { value: 'principles', description: appraisalPoints.principles.vi },
    EFFECT: { value: 'effect', description: appraisalPoints.effect.vi },
    CAPACITY: { value: 'capacity', description: appraisalPoints.capacity.vi },
    COMBINATION: { value: 'combination', description: appraisalPoints.combination.vi },
    FILE: { value: 'file', description: appraisalPoints.file.vi },
  } as const,
})

const AppraisalRef = builder.objectRef<AppraisalRow>('ProposalAppraisal').implement({
  description: 'What an appraisal found of one criterion.',
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Of the step.' }),
    criterion: t.expose('criterion', { type: CriterionEnum }),
    result: t.expose('result', { type: AppraisalResultEnum }),
    remark: t.exposeString('remark', { nullable: true }),
  }),
})

const ChangeRef = builder.objectRef<ChangeRow>('ProposalChange').implement({
  description: 'A change of the approved proposal, by the level that may decide it.',
  fields: (t) => ({
    fields: t.exposeStringList('fields', { description: 'What was changed.' }),
    before: t.string({ description: 'JSON.', resolve: ({ before }) => JSON.stringify(before) }),
    after: t.string({ description: 'JSON.', resolve: ({ after }) => JSON.stringify(after) }),
    role: t.exposeString('role'),
    on: t.field({ type: 'Date', resolve: ({ on }) => isoDate(on) }),
    reason: t.exposeString('reason'),
    document: t.exposeString('document'),
  }),
})

const PriorityRef = builder.objectRef<PriorityRow>('ProposalPriority').implement({
  description:
    "A higher level for a project in a priority area or trade, decided by the fund's manager or withdrawn (TTLT 26/2014/TTLT-BTC-BCT, Điều 6).",
  fields: (t) => ({
    decided: t.exposeBoolean('decided', { description: 'False: the decision before is withdrawn.' }),
    document: t.exposeString('document'),
    on: t.field({ type: 'Date', resolve: ({ on }) => isoDate(on) }),
    role: t.exposeString('role'),
  }),
})

const PaperRef = builder.objectRef<DossierItem['attached'][number]>('ProposalPaper').implement({
  description: 'A file in the dossier; `GET /files/<hash>?name=<fileName>`.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'For `withdrawPaper`.' }),
    fileName: t.exposeString('fileName'),
    fileHash: t.exposeString('fileHash', { description: 'SHA-256 of the bytes, in hex.' }),
    at: t.string({ description: 'ISO 8601.', resolve: ({ at }) => at.toISOString() }),
  }),
})

const DossierStageEnum = builder.enumType('DossierStage', {
  description: 'When a paper has to be there.',
  values: { SUBMISSION: { value: 'submission' }, ACCEPTANCE: { value: 'acceptance' }, ANY: { value: 'any' } } as const,
})
const DossierNeedEnum = builder.enumType('DossierNeed', {
  values: {
    REQUIRED: { value: 'required' },
    OPTIONAL: { value: 'optional' },
    DEPENDS: { value: 'depends', description: 'On a question that acceptance answers.' },
  } as const,
})

const DossierItemRef = builder.objectRef<DossierItem>('DossierItem').implement({
  description: 'One line of the checklist.',
  fields: (t) => ({
    paper: t.exposeString('paper', { description: 'What to attach it as.' }),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    stage: t.expose('stage', { type: DossierStageEnum }),
    need: t.expose('need', { type: DossierNeedEnum }),
    there: t.boolean({ resolve: ({ attached }) => attached.length > 0 }),
    missing: t.boolean({
      description: 'Needed and not there.',
      resolve: ({ attached, need }) => need === 'required' && attached.length === 0,
    }),
    papers: t.field({ type: [PaperRef], resolve: ({ attached }) => [...attached] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }): Citation[] => [...cites] }),
    trust: t.expose('trust', { type: TrustEnum }),
    note: t.string({ nullable: true, args: langArgument, resolve: ({ note }, { lang }) => note?.[lang] }),
  }),
})

export const ProposalRef = builder.loadableNodeRef('Proposal', {
  id: { resolve: ({ id }: ProposalRow) => id },
  load: async (ids: string[], { prisma, actor }) => readProposalsById(prisma, await actor(), ids),
  sort: ({ id }) => id,
})

ProposalRef.implement({
  description: 'A project put forward for support (đề án khuyến công).',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'E.g. `2024-0012`.' }),
    kind: t.expose('kind', { type: ProposalKindEnum }),
    title: t.exposeString('title'),
    contentCode: t.exposeString('contentCode'),
    fund: t.expose('fund', { type: FundEnum }),
    planYear: t.exposeInt('planYear'),
    planDate: t.expose('planDate', { type: 'Date', description: 'The day whose law decides.' }),
    state: t.expose('state', { type: StateEnum }),
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    totalCost: t.expose('totalCost', { type: 'Dong' }),
    eligibleCost: t.expose('eligibleCost', { type: 'Dong' }),
    requestedSupport: t.expose('requestedSupport', { type: 'Dong' }),
    startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
    endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
    partners: t.exposeStringList('partners'),
    facts: t.string({ description: 'JSON: fact by fact.', resolve: ({ facts }) => JSON.stringify(facts) }),
    priorityFacts: t.string({
      description: 'JSON: what bears on its place in the plan.',
      resolve: ({ priorityFacts }) => JSON.stringify(priorityFacts),
    }),
    establishment: t.expose('establishment', {
      type: EstablishmentRef,
      description: 'Who is to be supported; of a group, who speaks for it.',
    }),
    site: t.expose('site', { type: SiteRef }),
    lastDecisions: t.field({
      type: [LastDecisionRef],
      description: 'The last answer of the law to each question.',
      resolve: ({ lastDecisions }) => [...lastDecisions],
    }),
    planLine: t.expose('planLine', {
      type: PlanLineRef,
      nullable: true,
      description: 'In the newest edition; in one that is being drawn up for whoever may read it.',
    }),
    payments: t.expose('payments', { type: PaymentsRef, nullable: true, description: 'Absent before a contract.' }),
    nextSteps: t.field({
      type: [LifeCycleStepRef],
      description: 'What you may do with it now.',
      resolve: async (proposal, _args, { actor }) => nextSteps(await actor(), proposal).map((name) => ({ name })),
    }),
    members: t.loadableList({
      type: MemberRef,
      load: (ids: string[], { prisma }) => readMembers(prisma, ids),
      resolve: ({ id }) => id,
    }),
    expenses: t.loadableList({
      type: ExpenseRef,
      load: (ids: string[], { prisma }) => readExpenses(prisma, ids),
      resolve: ({ id }) => id,
    }),
    steps: t.loadableList({
      type: StepRef,
      load: (ids: string[], { prisma }) => readSteps(prisma, ids),
      resolve: ({ id }) => id,
    }),
    decisions: t.loadableList({
      type: DecisionRecordRef,
      description: 'Every answer of the law that a step rests on, oldest first.',
      load: (ids: string[], { prisma }) => readDecisions(prisma, ids),
      resolve: ({ id }) => id,
    }),
    appraisals: t.loadableList({
      type: AppraisalRef,
      load: (ids: string[], { prisma }) => readAppraisals(prisma, ids),
      resolve: ({ id }) => id,
    }),
    changes: t.loadableList({
      type: ChangeRef,
      load: (ids: string[], { prisma }) => readChanges(prisma, ids),
      resolve: ({ id }) => id,
    }),
    priorities: t.loadableList({
      type: PriorityRef,
      description: 'Decisions on a higher level, oldest first: the newest stands.',
      load: (ids: string[], { prisma }) => readPriorities(prisma, ids),
      resolve: ({ id }) => id,
    }),
  }),
})

builder.queryField('dossier', (t) =>
  t.field({
    type: [DossierItemRef],
    description: 'The checklist of a proposal: which papers are there, and which are missing.',
    args: { proposal: t.arg.globalID({ for: ProposalRef, required: true }) },
    resolve: async (_parent, { proposal }, { prisma, actor }) => {
      const [visible] = await readProposalsById(prisma, await actor(), [proposal.id])
      if (visible === undefined) throw notFound('proposal', proposal.id)
      return [...(await dossierOf(prisma, visible.id))]
    },
  }),
)

const ProposalFilter = builder.inputType('ProposalFilter', {
  fields: (t) => ({
    states: t.field({ type: [StateEnum], description: 'Those in any of these states.' }),
    planYear: t.int(),
    contentCode: t.string(),
    fund: t.field({ type: FundEnum }),
    establishment: t.globalID({ for: EstablishmentRef }),
    text: t.string({
      description: 'Part of number, title, partner or what is known of the establishment; diacritics may be left out.',
    }),
  }),
})

builder.queryField('proposals', (t) =>
  t.connection(
    {
      type: ProposalRef,
      description: 'The proposals that you may see.',
      args: {
        filter: t.arg({ type: ProposalFilter }),
        sort: t.arg({ type: SortEnum, required: true, defaultValue: 'NUMBER' }),
        direction: t.arg({ type: DirectionEnum, required: true, defaultValue: 'DESC' }),
      },
      complexity: connectionComplexity,
      resolve: async (_parent, { filter, sort, direction, ...args }, { prisma, actor }) => {
        const order = proposalOrder(sort, direction)
        const who = await actor()
        const { establishment, ...rest } = filter ?? {}
        const wanted = { ...rest, establishmentId: establishment?.id }
        return await keysetConnection({
          args,
          order,
          read: (slice) => readProposals(prisma, who, wanted, order, slice),
          count: () => countProposals(prisma, who, wanted),
        })
      },
    },
    { fields: (t) => ({ totalCount: t.int({ resolve: ({ count }) => count() }) }) },
  ),
)
