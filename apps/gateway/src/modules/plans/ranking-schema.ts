import type { CostOfOrder } from '@khuyencong/selection/optimum'
import { proposalFacts, type AtBudget, type FrontierStep, type PlannedProposal } from '@khuyencong/selection'
import type { FactDefinition } from '@khuyencong/rules'
import { authorise } from '../../access/table.js'
import { notFound } from '../../commands/version.js'
import { builder } from '../../graphql/builder.js'
import { orRefused } from '../../graphql/mutation.js'
import { FundEnum } from '../grants/schema.js'
import { langArgument } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { FactRef, factsByKey } from '../law/fact.js'
import { LawIdentityRef, SupportRef } from '../law/support.js'
import { ProposalRef } from '../proposals/schema.js'
import { costOfOrder } from './cost-of-order.js'
import { rankPlan, type PlanRanking } from './ranking.js'
import { readPlansById } from './reads.js'
import { PlanRef } from './schema.js'

const proposalNode = (id: string) => ({ type: 'Proposal', id })

const priorities: Readonly<Record<string, FactDefinition>> = proposalFacts

/** Facts of an application and of a place in the plan, in one list. */
const factsOf = (keys: readonly string[]) =>
  keys.flatMap((key) => {
    const definition = priorities[key]
    return definition === undefined ? factsByKey([key]) : [{ key, definition }]
  })

const OutcomeEnum = builder.enumType('PlanOutcome', {
  values: {
    RECOMMENDED: { value: 'recommended' },
    RECOMMENDED_NOT_FUNDED: {
      value: 'recommended-not-funded',
      description: 'May be supported, but the money ends before it: it waits in the order of its rank.',
    },
    NOT_RECOMMENDED: { value: 'not-recommended', description: 'May not be supported, or it is not known that it may.' },
  } as const,
})

const ListEnum = builder.enumType('PlanRankingList', {
  values: {
    GENERAL: { value: 'general' },
    CLEANER_PRODUCTION: {
      value: 'cleaner-production',
      description: 'Outside the order of the law: judged by effect and urgency.',
    },
  } as const,
})

const ReasonRef = builder.objectRef<PlannedProposal['reasons'][number]>('PlanReason').implement({
  description: 'Why a proposal has its outcome or its place.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs, e.g. `priority`, `could-rise`, `budget-stop`.' }),
    text: t.string({ args: langArgument, resolve: ({ text }, { lang }) => text[lang] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...(cites ?? [])] }),
    missing: t.field({
      type: [FactRef],
      description: 'Facts to find out. An unknown priority is not taken as met.',
      resolve: ({ missing }) => factsOf(missing ?? []),
    }),
  }),
})

const RankedRef = builder.objectRef<PlannedProposal>('RankedProposal').implement({
  fields: (t) => ({
    proposal: t.field({ type: ProposalRef, resolve: ({ proposal }) => proposal }),
    support: t.expose('support', { type: 'Dong', description: 'The lower of what is asked for and the ceiling.' }),
    outcome: t.expose('outcome', { type: OutcomeEnum }),
    rank: t.exposeInt('rank', { nullable: true, description: '1 for the first of its list.' }),
    list: t.expose('list', { type: ListEnum }),
    reasons: t.field({ type: [ReasonRef], resolve: ({ reasons }) => [...reasons] }),
  }),
})

const FrontierRef = builder.objectRef<FrontierStep>('PlanFrontierStep').implement({
  description: 'From this budget on, one more proposal is funded.',
  fields: (t) => ({
    proposal: t.globalID({ resolve: ({ proposal }) => proposalNode(proposal) }),
    rank: t.exposeInt('rank'),
    from: t.expose('from', { type: 'Dong' }),
  }),
})

const AtBudgetRef = builder.objectRef<AtBudget>('PlanAtBudget').implement({
  description: 'What the ranking would be with another budget.',
  fields: (t) => ({
    budget: t.expose('budget', { type: 'Dong' }),
    spent: t.expose('spent', { type: 'Dong' }),
    recommended: t.globalIDList({ resolve: ({ recommended }) => recommended.map(proposalNode) }),
    gained: t.globalIDList({ resolve: ({ gained }) => gained.map(proposalNode) }),
    lost: t.globalIDList({ resolve: ({ lost }) => lost.map(proposalNode) }),
  }),
})

const CostRef = builder.objectRef<CostOfOrder>('CostOfLegalOrder').implement({
  description:
    'What it costs, in the measure of the caller, that the law goes by priority and not by value for money. The law is not the worse for it: it buys what it puts first.',
  fields: (t) => ({
    legal: t.string({ description: 'Value of what is recommended.', resolve: ({ legal }) => legal.toString() }),
    best: t.string({
      description: 'Value of the best use of the same money.',
      resolve: ({ best }) => best.value.toString(),
    }),
    cost: t.string({ resolve: ({ cost }) => cost.toString() }),
    proven: t.boolean({ description: 'Whether no better use can exist.', resolve: ({ best }) => best.gap === 0n }),
    onlyLegal: t.globalIDList({ resolve: ({ onlyLegal }) => onlyLegal.map(proposalNode) }),
    onlyBest: t.globalIDList({ resolve: ({ onlyBest }) => onlyBest.map(proposalNode) }),
  }),
})

const ValueInput = builder.inputType('ProposalValueInput', {
  fields: (t) => ({
    proposalId: t.globalID({ for: ProposalRef, required: true }),
    value: t.int({ required: true, description: 'In whole units of your choice, e.g. jobs.' }),
  }),
})

const RankingRef = builder.objectRef<PlanRanking>('PlanRanking').implement({
  description: 'Proposals in the order that the law sets, funded until the money ends.',
  fields: (t) => ({
    proposals: t.field({
      type: [RankedRef],
      description: 'The general list by rank, then cleaner production, then what is not recommended.',
      resolve: ({ ranking }) => [...ranking.proposals],
    }),
    waitingList: t.globalIDList({
      description: 'In the order in which money that comes later is to be used.',
      resolve: ({ ranking }) => ranking.waitingList.map(proposalNode),
    }),
    budget: t.field({ type: 'Dong', resolve: ({ ranking }) => ranking.budget }),
    spent: t.field({ type: 'Dong', resolve: ({ ranking }) => ranking.spent }),
    left: t.field({ type: 'Dong', resolve: ({ ranking }) => ranking.left }),
    frontier: t.field({ type: [FrontierRef], resolve: ({ frontier }) => [...frontier] }),
    atBudgets: t.field({
      type: [AtBudgetRef],
      args: { budgets: t.arg({ type: ['Dong'], required: true }) },
      resolve: ({ at }, { budgets }) => [...at(budgets)],
    }),
    costOfOrder: t.field({
      type: CostRef,
      errors: orRefused('CostOfOrder'),
      args: { values: t.arg({ type: [ValueInput], required: true, description: 'One for every proposal in line.' }) },
      resolve: ({ ranking }, { values }) =>
        costOfOrder(ranking, new Map(values.map(({ proposalId, value }) => [proposalId.id, BigInt(value)]))),
    }),
    trust: t.field({ type: SupportRef, resolve: ({ ranking }) => ranking.trust }),
    law: t.field({ type: LawIdentityRef, resolve: ({ ranking }) => ranking.law }),
  }),
})

const CleanerProductionInput = builder.inputType('CleanerProductionInput', {
  description: 'What the managing body judged of cleaner production, which the law puts outside the order.',
  fields: (t) => ({
    budget: t.field({ type: 'Dong', required: true, description: 'The part of the budget set aside for it.' }),
    order: t.globalIDList({
      for: ProposalRef,
      required: true,
      description: 'Proposals by effect and urgency, the first one first.',
    }),
    reason: t.string({ required: true }),
  }),
})

/** What a ranking is asked with. */
export const rankingArguments = builder.args((t) => ({
  budget: t.field({ type: 'Dong', required: true }),
  fund: t.field({
    type: FundEnum,
    required: true,
    defaultValue: 'PROVINCIAL',
    description: 'Whose money: proposals that ask another fund are not in it.',
  }),
  cleanerProduction: t.field({ type: CleanerProductionInput }),
}))

builder.queryField('planRanking', (t) =>
  t.field({
    type: RankingRef,
    description: 'Which of the proposals of its year a plan should take, in the order of the law, under a budget.',
    errors: orRefused('PlanRanking'),
    args: { planId: t.arg.globalID({ for: PlanRef, required: true }), ...rankingArguments },
    resolve: async (_parent, { planId: { id }, budget, fund, cleanerProduction }, { prisma, actor }) => {
      authorise(await actor(), 'readPlans')
      const [plan] = await readPlansById(prisma, [id])
      if (plan === undefined) throw notFound('planId', id)
      return await rankPlan(prisma, plan, { budget, fund, cleanerProduction: judged(cleanerProduction) })
    },
  }),
)

/** As the service takes it. */
export const judged = (
  input:
    | { readonly budget: bigint; readonly order: readonly { readonly id: string }[]; readonly reason: string }
    | null
    | undefined,
) => (input == null ? undefined : { ...input, order: input.order.map(({ id }) => id) })
