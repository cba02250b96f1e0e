import { authorise } from '../../access/table.js'
import { notFound } from '../../commands/version.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { FundSourceEnum } from '../../graphql/enums.js'
import { orRefused } from '../../graphql/mutation.js'
import { langArgument } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { VerdictEnum } from '../law/enums.js'
import { FactRef, factsByKey } from '../law/fact.js'
import { LawIdentityRef } from '../law/support.js'
import { estimatePlan, usualAmount, type LineTotals, type PlanEstimate, type PlanGap } from './estimate.js'
import type { LineAnswer } from './line-law.js'
import { readLinesOf, readPlansById } from './reads.js'
import { PlanRef } from './schema.js'

const AmountEnum = builder.enumType('PlanAmount', {
  description: 'Which amount of each line is summed: what is asked for, what is estimated, what is approved.',
  values: {
    DEMANDED: { value: 'demanded' },
    ESTIMATED: { value: 'estimated' },
    APPROVED: { value: 'approved' },
  } as const,
})

const StatusEnum = builder.enumType('PlanLineStatus', {
  values: {
    WITHIN: { value: 'within', description: 'Within the ceiling of the law.' },
    ABOVE: { value: 'above' },
    UNKNOWN: { value: 'unknown', description: 'A fact is missing.' },
    NO_LEVEL: { value: 'no-level', description: 'The law sets none: the line rests on its own approval.' },
  } as const,
})

const lineId = (id: string) => ({ type: 'PlanLine', id })

const TotalsInterface = builder.interfaceRef<LineTotals>('PlanTotals').implement({
  description: 'Sums of some lines.',
  fields: (t) => ({
    lines: t.exposeInt('lines'),
    support: t.expose('support', { type: 'Dong', description: 'State money, of the lines whose amount is known.' }),
    own: t.expose('own', { type: 'Dong', description: "The establishments' own money (vốn đối ứng)." }),
    open: t.globalIDList({
      description: 'Lines whose amount is not known: the sums are then a least.',
      resolve: ({ open }) => open.map(lineId),
    }),
  }),
})

const TotalRef = builder.objectRef<LineTotals>('PlanTotal').implement({ interfaces: [TotalsInterface] })

const ContentRef = builder
  .objectRef<PlanEstimate['byContent'][number]>('PlanContentTotal')
  .implement({ interfaces: [TotalsInterface], fields: (t) => ({ contentCode: t.exposeString('content') }) })

const SourceRef = builder.objectRef<PlanEstimate['bySource'][number]>('PlanSourceTotal').implement({
  interfaces: [TotalsInterface],
  fields: (t) => ({
    source: t.expose('source', { type: FundSourceEnum }),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    balance: t.expose('balance', { type: 'Dong', nullable: true, description: 'Null while not balanced.' }),
    verdict: t.expose('verdict', { type: VerdictEnum, description: 'MET: the source can bear it.' }),
    shortfall: t.expose('shortfall', { type: 'Dong', nullable: true }),
    surplus: t.expose('surplus', { type: 'Dong', nullable: true }),
  }),
})

const CellRef = builder.objectRef<PlanEstimate['byContentAndSource'][number]>('PlanCellTotal').implement({
  interfaces: [TotalsInterface],
  fields: (t) => ({
    contentCode: t.exposeString('content'),
    source: t.expose('source', { type: FundSourceEnum }),
  }),
})

const LineRef = builder.objectRef<LineAnswer>('PlanLineEstimate').implement({
  description: 'A line held against the ceiling of its content on the plan date.',
  fields: (t) => ({
    line: t.globalID({ resolve: ({ line }) => lineId(line) }),
    status: t.expose('status', { type: StatusEnum }),
    ceiling: t.expose('ceiling', { type: 'Dong', nullable: true }),
    excess: t.expose('excess', { type: 'Dong', nullable: true, description: 'How far above its ceiling it is.' }),
    missing: t.field({ type: [FactRef], resolve: ({ missing }) => factsByKey(missing) }),
    needs: t.string({
      nullable: true,
      args: langArgument,
      description: 'For NO_LEVEL: what would be needed for one.',
      resolve: ({ needs }, { lang }) => needs?.[lang],
    }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
  }),
})

const RepeatedRef = builder.objectRef<PlanEstimate['repeated'][number]>('PlanRepeatedContent').implement({
  description:
    'One establishment asks for one content more than once: allowed for different items, and to be looked at.',
  fields: (t) => ({
    establishment: t.globalID({ resolve: ({ establishment }) => ({ type: 'Establishment', id: establishment }) }),
    contentCode: t.exposeString('content'),
    lines: t.globalIDList({ resolve: ({ lines }) => lines.map(lineId) }),
  }),
})

const GapRef = builder.objectRef<PlanGap>('PlanGap').implement({
  description: 'Something to find out: the balance of a source, the amount of a line, or a fact of it.',
  fields: (t) => ({
    source: t.field({ type: FundSourceEnum, nullable: true, resolve: ({ source }): FundSource | undefined => source }),
    line: t.globalID({ nullable: true, resolve: ({ line }) => (line === undefined ? null : lineId(line)) }),
    fact: t.field({
      type: FactRef,
      nullable: true,
      resolve: ({ fact }) => (fact === undefined ? undefined : factsByKey([fact])[0]),
    }),
  }),
})

const EstimateRef = builder.objectRef<PlanEstimate>('PlanEstimate').implement({
  description: 'A plan as a table: what it needs, for what, from where, and whether that can be met.',
  fields: (t) => ({
    amount: t.expose('amount', { type: AmountEnum }),
    verdict: t.expose('verdict', {
      type: VerdictEnum,
      description: 'MET: every source is balanced and no line is above its ceiling.',
    }),
    total: t.field({ type: TotalRef, resolve: ({ total }) => total }),
    byContent: t.field({ type: [ContentRef], resolve: ({ byContent }) => [...byContent] }),
    bySource: t.field({ type: [SourceRef], resolve: ({ bySource }) => [...bySource] }),
    byContentAndSource: t.field({ type: [CellRef], resolve: ({ byContentAndSource }) => [...byContentAndSource] }),
    lines: t.field({ type: [LineRef], resolve: ({ lines }) => [...lines] }),
    repeated: t.field({ type: [RepeatedRef], resolve: ({ repeated }) => [...repeated] }),
    missing: t.field({
      type: [GapRef],
      description: 'For UNKNOWN: what would decide it.',
      resolve: ({ missing }) => [...missing],
    }),
    law: t.expose('law', { type: LawIdentityRef }),
  }),
})

builder.queryField('planEstimate', (t) =>
  t.field({
    type: EstimateRef,
    description: 'The estimate of a plan under the law of its date.',
    errors: orRefused('PlanEstimate'),
    args: {
      planId: t.arg.globalID({ for: PlanRef, required: true }),
      amount: t.arg({
        type: AmountEnum,
        description: 'Null: what is approved of an approved plan, else what is estimated.',
      }),
    },
    resolve: async (_parent, { planId: { id }, amount }, { prisma, actor }) => {
      authorise(await actor(), 'readPlans')
      const [plan] = await readPlansById(prisma, [id])
      if (plan === undefined) throw notFound('planId', id)
      const [lines = []] = await readLinesOf(prisma, [id])
      return estimatePlan(plan, lines, amount ?? usualAmount(plan))
    },
  }),
)
