import { signedIn } from '../../access/signed-in.js'
import { builder } from '../../graphql/builder.js'
import { FundSourceEnum } from '../../graphql/enums.js'
import type { Context } from '../../graphql/context.js'
import { keyArgument, orRefused, written } from '../../graphql/mutation.js'
import { FactsInput, toFacts } from '../law/facts-input.js'
import { ProgrammeDocumentRef } from '../programme/document.js'
import { ProposalRef } from '../proposals/schema.js'
import { addActivityLine } from './add-activity-line.js'
import { addProposalLine } from './add-proposal-line.js'
import { adjustPlan } from './adjust-plan.js'
import { approvePlan } from './approve-plan.js'
import { balancePlan } from './balance-plan.js'
import { changeLine } from './change-line.js'
import { dropPlan } from './drop-plan.js'
import type { PlanWritten } from './edit.js'
import { fillPlanByRanking } from './fill-by-ranking.js'
import { handOverEstimate } from './hand-over-estimate.js'
import { openPlan } from './open-plan.js'
import { judged, rankingArguments } from './ranking-schema.js'
import { readPlansById } from './reads.js'
import { removeLine } from './remove-line.js'
import { returnPlan } from './return-plan.js'
import { PlanLineRef, PlanRef } from './schema.js'

/** The plan that was written, as it is now. */
const planNow = async ({ prisma }: Context, plan: PlanWritten) => written((ids) => readPlansById(prisma, ids), plan)

const versionArgument = builder.args((t) => ({
  expectedVersion: t.int({ required: true, description: 'Of the plan, as you read it.' }),
}))

const planArguments = builder.args((t) => ({
  planId: t.globalID({ for: PlanRef, required: true }),
}))

const dayArgument = builder.args((t) => ({
  on: t.field({ type: 'Date', required: true, description: 'The day on which it counts: today or before.' }),
}))

const BalanceInput = builder.inputType('PlanBalanceInput', {
  fields: (t) => ({
    source: t.field({ type: FundSourceEnum, required: true }),
    amount: t.field({ type: 'Dong', required: true }),
  }),
})

const ApprovedAmountInput = builder.inputType('ApprovedAmountInput', {
  fields: (t) => ({
    lineId: t.globalID({ for: PlanLineRef, required: true }),
    amount: t.field({ type: 'Dong', required: true }),
  }),
})

builder.mutationFields((t) => ({
  openPlan: t.field({
    type: PlanRef,
    description: 'Opens the plan of a year, as an empty draft.',
    errors: orRefused('OpenPlan'),
    args: {
      ...keyArgument,
      programmeId: t.arg.globalID({ for: ProgrammeDocumentRef, required: true }),
      year: t.arg.int({ required: true }),
      planDate: t.arg({ type: 'Date', required: true, description: 'The day whose law decides.' }),
    },
    resolve: async (_parent, { programmeId, ...args }, context) =>
      planNow(
        context,
        await openPlan(context.prisma, signedIn(await context.actor()), { ...args, programmeId: programmeId.id }),
      ),
  }),
  addActivityLine: t.field({
    type: PlanRef,
    description: 'Adds an activity of the programme itself to a draft.',
    errors: orRefused('AddActivityLine'),
    args: {
      ...keyArgument,
      ...planArguments,
      ...versionArgument,
      contentCode: t.arg.string({ required: true }),
      title: t.arg.string({ required: true }),
      source: t.arg({ type: FundSourceEnum, required: true }),
      facts: t.arg({ type: FactsInput, description: 'What the ceiling of the content needs, e.g. `eligibleCost`.' }),
      demanded: t.arg({ type: 'Dong', description: 'Left out while not known.' }),
      estimated: t.arg({ type: 'Dong', description: 'Left out: the lower of demand and ceiling.' }),
    },
    resolve: async (_parent, { planId, facts, demanded, estimated, ...args }, context) =>
      planNow(
        context,
        await addActivityLine(context.prisma, signedIn(await context.actor()), {
          ...args,
          planId: planId.id,
          facts: toFacts(facts),
          demanded: demanded ?? undefined,
          estimated: estimated ?? undefined,
        }),
      ),
  }),
  addProposalLine: t.field({
    type: PlanRef,
    description: 'Puts a recommended proposal into a draft.',
    errors: orRefused('AddProposalLine'),
    args: {
      ...keyArgument,
      ...planArguments,
      ...versionArgument,
      proposalId: t.arg.globalID({ for: ProposalRef, required: true }),
      source: t.arg({ type: FundSourceEnum, description: 'Left out: the budget of the fund that it asks.' }),
      estimated: t.arg({ type: 'Dong', description: 'Left out: the lower of demand and ceiling.' }),
      ...dayArgument,
    },
    resolve: async (_parent, { planId, proposalId, source, estimated, ...args }, context) =>
      planNow(
        context,
        await addProposalLine(context.prisma, signedIn(await context.actor()), {
          ...args,
          planId: planId.id,
          proposalId: proposalId.id,
          source: source ?? undefined,
          estimated: estimated ?? undefined,
        }),
      ),
  }),
  fillPlanByRanking: t.field({
    type: PlanRef,
    description: 'Puts the proposals that `planRanking` recommends within a budget into a draft, in that order.',
    errors: orRefused('FillPlanByRanking'),
    args: { ...keyArgument, ...planArguments, ...versionArgument, ...rankingArguments, ...dayArgument },
    resolve: async (_parent, { planId, cleanerProduction, ...args }, context) =>
      planNow(
        context,
        await fillPlanByRanking(context.prisma, signedIn(await context.actor()), {
          ...args,
          planId: planId.id,
          cleanerProduction: judged(cleanerProduction),
        }),
      ),
  }),
  changeLine: t.field({
    type: PlanRef,
    description: 'Changes a line of a draft: what is left out stays, except for the estimate.',
    errors: orRefused('ChangeLine'),
    args: {
      ...keyArgument,
      lineId: t.arg.globalID({ for: PlanLineRef, required: true }),
      ...versionArgument,
      title: t.arg.string(),
      source: t.arg({ type: FundSourceEnum }),
      facts: t.arg({ type: FactsInput }),
      demanded: t.arg({ type: 'Dong' }),
      estimated: t.arg({ type: 'Dong', description: 'Left out: the lower of demand and ceiling again.' }),
    },
    resolve: async (_parent, { lineId, title, source, facts, demanded, estimated, ...args }, context) =>
      planNow(
        context,
        await changeLine(context.prisma, signedIn(await context.actor()), {
          ...args,
          lineId: lineId.id,
          title: title ?? undefined,
          source: source ?? undefined,
          facts: facts == null ? undefined : toFacts(facts),
          demanded: demanded ?? undefined,
          estimated: estimated ?? undefined,
        }),
      ),
  }),
  removeLine: t.field({
    type: PlanRef,
    description: 'Takes a line out of a draft; its proposal is recommended again.',
    errors: orRefused('RemoveLine'),
    args: {
      ...keyArgument,
      lineId: t.arg.globalID({ for: PlanLineRef, required: true }),
      ...versionArgument,
      reason: t.arg.string({ required: true }),
      ...dayArgument,
    },
    resolve: async (_parent, { lineId, ...args }, context) =>
      planNow(
        context,
        await removeLine(context.prisma, signedIn(await context.actor()), { ...args, lineId: lineId.id }),
      ),
  }),
  handOverEstimate: t.field({
    type: PlanRef,
    description: 'Sở Công Thương hands its estimate over to Sở Tài chính.',
    errors: orRefused('HandOverEstimate'),
    args: { ...keyArgument, ...planArguments, ...versionArgument, ...dayArgument },
    resolve: async (_parent, { planId, ...args }, context) =>
      planNow(
        context,
        await handOverEstimate(context.prisma, signedIn(await context.actor()), { ...args, planId: planId.id }),
      ),
  }),
  balancePlan: t.field({
    type: PlanRef,
    description: 'Sở Tài chính says what each source can bear.',
    errors: orRefused('BalancePlan'),
    args: {
      ...keyArgument,
      ...planArguments,
      ...versionArgument,
      balances: t.arg({ type: [BalanceInput], required: true }),
      document: t.arg.string({ description: 'Number of its letter.' }),
      ...dayArgument,
    },
    resolve: async (_parent, { planId, document, ...args }, context) =>
      planNow(
        context,
        await balancePlan(context.prisma, signedIn(await context.actor()), {
          ...args,
          planId: planId.id,
          ...(document != null && { document }),
        }),
      ),
  }),
  returnPlan: t.field({
    type: PlanRef,
    description: 'Sends a plan back to its draft.',
    errors: orRefused('ReturnPlan'),
    args: {
      ...keyArgument,
      ...planArguments,
      ...versionArgument,
      reason: t.arg.string({ required: true }),
      ...dayArgument,
    },
    resolve: async (_parent, { planId, ...args }, context) =>
      planNow(
        context,
        await returnPlan(context.prisma, signedIn(await context.actor()), { ...args, planId: planId.id }),
      ),
  }),
  approvePlan: t.field({
    type: PlanRef,
    description: 'UBND tỉnh approves a plan: line by line, and its proposals with it.',
    errors: orRefused('ApprovePlan'),
    args: {
      ...keyArgument,
      ...planArguments,
      ...versionArgument,
      document: t.arg.string({ required: true, description: 'Number of the decision.' }),
      amounts: t.arg({
        type: [ApprovedAmountInput],
        description: 'Lines for which less is approved than was estimated.',
      }),
      ...dayArgument,
    },
    resolve: async (_parent, { planId, amounts, ...args }, context) =>
      planNow(
        context,
        await approvePlan(context.prisma, signedIn(await context.actor()), {
          ...args,
          planId: planId.id,
          amounts: (amounts ?? []).map(({ lineId, amount }) => ({ lineId: lineId.id, amount })),
        }),
      ),
  }),
  dropPlan: t.field({
    type: PlanRef,
    description:
      'Gives up the draft of an adjustment, or a draft without lines. It stays on record; its proposals are recommended again.',
    errors: orRefused('DropPlan'),
    args: {
      ...keyArgument,
      ...planArguments,
      ...versionArgument,
      reason: t.arg.string({ required: true }),
      ...dayArgument,
    },
    resolve: async (_parent, { planId, ...args }, context) =>
      planNow(context, await dropPlan(context.prisma, signedIn(await context.actor()), { ...args, planId: planId.id })),
  }),
  adjustPlan: t.field({
    type: PlanRef,
    description: 'Begins an adjustment in the year: the plan in force anew, as the draft of the next edition.',
    errors: orRefused('AdjustPlan'),
    args: {
      ...keyArgument,
      ...planArguments,
      ...versionArgument,
      reason: t.arg.string({ required: true }),
      planDate: t.arg({ type: 'Date', description: 'The day whose law decides. Left out: that of the plan in force.' }),
    },
    resolve: async (_parent, { planId, planDate, ...args }, context) =>
      planNow(
        context,
        await adjustPlan(context.prisma, signedIn(await context.actor()), {
          ...args,
          planId: planId.id,
          planDate: planDate ?? undefined,
        }),
      ),
  }),
}))
