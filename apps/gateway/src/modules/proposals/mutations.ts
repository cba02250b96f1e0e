import { proofCases, type ProofCase } from '@khuyencong/budget'
import { proposalFacts, type ProposalFacts } from '@khuyencong/selection'
import { signedIn } from '../../access/signed-in.js'
import type { Actor } from '../../access/actor.js'
import type { RecordWritten } from '../../commands/record-written.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { builder } from '../../graphql/builder.js'
import { keyArgument, orRefused, written } from '../../graphql/mutation.js'
import { EstablishmentRef, SiteRef } from '../establishments/schema.js'
import { FundEnum } from '../grants/schema.js'
import { enumName } from '../law/fact.js'
import { FactsInput, fieldsOfFacts, toFacts, type Given } from '../law/facts-input.js'
import { acceptProposal } from './accept-proposal.js'
import { appraiseProposal, recommendProposal } from './appraise-proposal.js'
import { attachPaper, withdrawPaper } from './attach-paper.js'
import { cancelProposal } from './cancel-proposal.js'
import { changeApprovedProposal } from './change-approved-proposal.js'
import { closeProposal } from './close-proposal.js'
import { changeProposal, createProposal } from './draft-proposal.js'
import type { Expense, Member } from './draft.js'
import { lifeCycle, type StepName } from './life-cycle.js'
import { noteFacts, surveyProposal } from './note-facts.js'
import { readProposalsById } from './reads.js'
import { recordForceMajeure } from './record-force-majeure.js'
import { recordPriority } from './record-priority.js'
import { AppraisalResultEnum, CriterionEnum, ProposalKindEnum, ProposalRef } from './schema.js'
import { simpleSteps, takeSimpleStep } from './simple-steps.js'
import type { StepRequest } from './step-command.js'
import { submitProposal } from './submit-proposal.js'

/** The proposal that a command wrote, as it now is. */
const proposalNow = async (prisma: PrismaClient, actor: Actor, proposal: RecordWritten) =>
  written((ids) => readProposalsById(prisma, actor, ids), proposal)

const version = { required: true, description: 'As you read it. When somebody was faster you are told.' } as const

const PriorityFactsInput = builder.inputRef<Given<ProposalFacts>>('PriorityFactsInput')
PriorityFactsInput.implement({
  description: 'What bears on the place of a proposal in the plan.',
  fields: fieldsOfFacts(proposalFacts),
})

const MemberInput = builder.inputType('ProposalMemberInput', {
  description: 'An establishment of a group, or a content of a key proposal.',
  fields: (t) => ({
    establishment: t.globalID({ for: EstablishmentRef, required: true }),
    site: t.globalID({ for: SiteRef, required: true }),
    contentCode: t.string({ required: true }),
    facts: t.field({ type: FactsInput, description: 'Where they differ from those of the whole.' }),
    eligibleCost: t.field({ type: 'Dong', required: true }),
    requestedSupport: t.field({ type: 'Dong', required: true }),
  }),
})

const ExpenseInput = builder.inputType('ProposalExpenseInput', {
  description: 'One expense item (nội dung chi): all of them sum to the eligible cost and to the support.',
  fields: (t) => ({
    establishment: t.globalID({ for: EstablishmentRef, required: true }),
    item: t.string({ required: true, description: 'E.g. a machine with its serial number.' }),
    cost: t.field({ type: 'Dong', required: true }),
    support: t.field({ type: 'Dong', required: true }),
    periodFrom: t.field({ type: 'Date' }),
    periodTo: t.field({ type: 'Date' }),
  }),
})

const toMember = ({ establishment, site, facts, ...member }: typeof MemberInput.$inferInput): Member => ({
  ...member,
  facts: toFacts(facts),
  establishmentId: establishment.id,
  siteId: site.id,
})

const toExpense = ({ establishment, periodFrom, periodTo, ...expense }: typeof ExpenseInput.$inferInput): Expense => ({
  ...expense,
  establishmentId: establishment.id,
  periodFrom: periodFrom ?? null,
  periodTo: periodTo ?? null,
})

const ProposalInput = builder.inputType('ProposalInput', {
  description: 'What a proposal asks for.',
  fields: (t) => ({
    kind: t.field({ type: ProposalKindEnum, required: true }),
    title: t.string({ required: true }),
    contentCode: t.string({ required: true, description: 'E.g. `MACH`; see `supportContents`.' }),
    fund: t.field({ type: FundEnum, required: true }),
    establishment: t.globalID({ for: EstablishmentRef, required: true }),
    site: t.globalID({ for: SiteRef, required: true, description: 'Where production takes place.' }),
    planYear: t.int({ required: true }),
    planDate: t.field({ type: 'Date', required: true, description: 'The day whose law decides.' }),
    facts: t.field({ type: FactsInput, description: 'What is known; what is not said is asked when it is needed.' }),
    priorityFacts: t.field({ type: PriorityFactsInput }),
    totalCost: t.field({ type: 'Dong', required: true }),
    eligibleCost: t.field({ type: 'Dong', required: true }),
    requestedSupport: t.field({ type: 'Dong', required: true }),
    startsOn: t.field({ type: 'Date' }),
    endsOn: t.field({ type: 'Date' }),
    partners: t.stringList(),
    members: t.field({ type: [MemberInput] }),
    expenses: t.field({ type: [ExpenseInput] }),
  }),
})

function toDraft(input: typeof ProposalInput.$inferInput) {
  const { establishment, site, facts, priorityFacts, startsOn, endsOn, partners, members, expenses, ...rest } = input
  return {
    ...rest,
    establishmentId: establishment.id,
    siteId: site.id,
    facts: toFacts(facts),
    priorityFacts: toFacts(priorityFacts),
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    partners: partners ?? [],
    members: (members ?? []).map(toMember),
    expenses: (expenses ?? []).map(toExpense),
  }
}

builder.mutationField('createProposal', (t) =>
  t.field({
    type: ProposalRef,
    description: 'A new draft, with the next number of its plan year.',
    errors: orRefused('CreateProposal'),
    args: {
      ...keyArgument,
      proposal: t.arg({ type: ProposalInput, required: true }),
    },
    resolve: async (_parent, { idempotencyKey, proposal }, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(
        prisma,
        who,
        await createProposal(prisma, who, { idempotencyKey, draft: toDraft(proposal) }),
      )
    },
  }),
)

builder.mutationField('changeProposal', (t) =>
  t.field({
    type: ProposalRef,
    description: 'Writes a draft anew, whole; also when a supplement was asked for.',
    errors: orRefused('ChangeProposal'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: ProposalRef, required: true }),
      expectedVersion: t.arg.int(version),
      proposal: t.arg({ type: ProposalInput, required: true }),
    },
    resolve: async (_parent, { id, proposal, ...request }, { prisma, actor }) => {
      const who = signedIn(await actor())
      const asked = { ...request, proposalId: id.id, draft: toDraft(proposal) }
      return await proposalNow(prisma, who, await changeProposal(prisma, who, asked))
    },
  }),
)

/** The arguments of every step. */
const stepArguments = builder.args((t) => ({
  ...keyArgument,
  id: t.globalID({ for: ProposalRef, required: true }),
  expectedVersion: t.int(version),
  on: t.field({ type: 'Date', required: true, description: 'The day on which it counts; not in the future.' }),
  reason: t.string(),
  document: t.string({ description: 'Number of the document that says so.' }),
}))

interface StepArguments extends Omit<StepRequest, 'proposalId'> {
  readonly id: { readonly id: string }
}

const toRequest = ({ id, ...request }: StepArguments): StepRequest => ({ ...request, proposalId: id.id })

/** How the mutation of a step is called and what it says of itself. */
const stepField = (name: StepName) => ({
  errors: orRefused(name.charAt(0).toUpperCase() + name.slice(1)),
  description: `${lifeCycle[name].title.vi} (${lifeCycle[name].title.en}).`,
})

for (const name of simpleSteps) {
  builder.mutationField(name, (t) =>
    t.field({
      type: ProposalRef,
      ...stepField(name),
      args: stepArguments,
      resolve: async (_parent, args, { prisma, actor }) => {
        const who = signedIn(await actor())
        return await proposalNow(prisma, who, await takeSimpleStep(prisma, who, name, toRequest(args)))
      },
    }),
  )
}

builder.mutationField('submitProposal', (t) =>
  t.field({
    type: ProposalRef,
    ...stepField('submitProposal'),
    args: stepArguments,
    resolve: async (_parent, args, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await submitProposal(prisma, who, toRequest(args)))
    },
  }),
)

builder.mutationField('cancelProposal', (t) =>
  t.field({
    type: ProposalRef,
    errors: orRefused('CancelProposal'),
    description: `${lifeCycle.cancelProposal.title.vi} (${lifeCycle.cancelProposal.title.en}). What its contracts still promise is free again; what was advanced has to have come back (\`returnAdvance\`).`,
    args: stepArguments,
    resolve: async (_parent, args, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await cancelProposal(prisma, who, toRequest(args)))
    },
  }),
)

builder.mutationField('closeProposal', (t) =>
  t.field({
    type: ProposalRef,
    errors: orRefused('CloseProposal'),
    description: `${lifeCycle.closeProposal.title.vi} (${lifeCycle.closeProposal.title.en}). What its contracts did not need is free again; what was advanced beyond the settlement has to have come back (\`returnAdvance\`).`,
    args: stepArguments,
    resolve: async (_parent, args, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await closeProposal(prisma, who, toRequest(args)))
    },
  }),
)

builder.mutationField('recommendProposal', (t) =>
  t.field({
    type: ProposalRef,
    ...stepField('recommendProposal'),
    args: stepArguments,
    resolve: async (_parent, args, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await recommendProposal(prisma, who, toRequest(args)))
    },
  }),
)

builder.mutationField('recordForceMajeure', (t) =>
  t.field({
    type: ProposalRef,
    ...stepField('recordForceMajeure'),
    args: stepArguments,
    resolve: async (_parent, args, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await recordForceMajeure(prisma, who, toRequest(args)))
    },
  }),
)

const SeenFactsInput = builder.inputType('SeenFactsInput', {
  description: 'What was seen of a proposal: it is written over what was said.',
  fields: (t) => ({
    facts: t.field({ type: FactsInput, required: true }),
    member: t.int({ description: 'Place of the member in the list, from 0; absent: what holds for the whole.' }),
  }),
})

const toSeen = (seen: readonly (typeof SeenFactsInput.$inferInput)[] | null | undefined) =>
  (seen ?? []).map(({ facts, member }) => ({ facts: toFacts(facts), member: member ?? null }))

builder.mutationField('surveyProposal', (t) =>
  t.field({
    type: ProposalRef,
    ...stepField('surveyProposal'),
    args: { ...stepArguments, seen: t.arg({ type: [SeenFactsInput] }) },
    resolve: async (_parent, { seen, ...args }, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(
        prisma,
        who,
        await surveyProposal(prisma, who, { ...toRequest(args), seen: toSeen(seen) }),
      )
    },
  }),
)

builder.mutationField('noteFacts', (t) =>
  t.field({
    type: ProposalRef,
    description: 'Puts right or adds what is known of a proposal between submission and acceptance.',
    errors: orRefused('NoteFacts'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: ProposalRef, required: true }),
      expectedVersion: t.arg.int(version),
      seen: t.arg({ type: [SeenFactsInput], required: true }),
    },
    resolve: async (_parent, { id, seen, ...request }, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(
        prisma,
        who,
        await noteFacts(prisma, who, { ...request, proposalId: id.id, seen: toSeen(seen) }),
      )
    },
  }),
)

const JudgementInput = builder.inputType('JudgementInput', {
  fields: (t) => ({
    criterion: t.field({ type: CriterionEnum, required: true }),
    result: t.field({ type: AppraisalResultEnum, required: true }),
    remark: t.string({ description: 'Needed unless it held.' }),
  }),
})

builder.mutationField('appraiseProposal', (t) =>
  t.field({
    type: ProposalRef,
    ...stepField('appraiseProposal'),
    args: { ...stepArguments, judgements: t.arg({ type: [JudgementInput], required: true }) },
    resolve: async (_parent, { judgements, ...args }, { prisma, actor }) => {
      const who = signedIn(await actor())
      const found = judgements.map(({ remark, ...judgement }) => ({ ...judgement, remark: remark ?? null }))
      return await proposalNow(
        prisma,
        who,
        await appraiseProposal(prisma, who, { ...toRequest(args), judgements: found }),
      )
    },
  }),
)

const isProofCase = (name: string): name is ProofCase => Object.hasOwn(proofCases, name)

const ProofCaseEnum = builder.enumType('ProofCase', {
  description: 'Questions on which a paper of the proof depends (TT 36/2013/TT-BCT, Điều 14).',
  values: Object.fromEntries(
    Object.keys(proofCases)
      .filter(isProofCase)
      .map((name) => [enumName(name), { value: name, description: proofCases[name].vi }]),
  ),
})

const ProofAnswerInput = builder.inputType('ProofAnswerInput', {
  fields: (t) => ({
    case: t.field({ type: ProofCaseEnum, required: true }),
    holds: t.boolean({ required: true }),
  }),
})

builder.mutationField('acceptProposal', (t) =>
  t.field({
    type: ProposalRef,
    ...stepField('acceptProposal'),
    args: { ...stepArguments, cases: t.arg({ type: [ProofAnswerInput] }) },
    resolve: async (_parent, { cases, ...args }, { prisma, actor }) => {
      const who = signedIn(await actor())
      const answers = Object.fromEntries((cases ?? []).map((answer) => [answer.case, answer.holds]))
      return await proposalNow(prisma, who, await acceptProposal(prisma, who, { ...toRequest(args), cases: answers }))
    },
  }),
)

const ApprovedChangeInput = builder.inputType('ApprovedChangeInput', {
  description: 'What is to change; a field that is left out stays as it is. Lists are given whole.',
  fields: (t) => ({
    title: t.string(),
    contentCode: t.string(),
    establishment: t.globalID({ for: EstablishmentRef }),
    site: t.globalID({ for: SiteRef }),
    totalCost: t.field({ type: 'Dong' }),
    eligibleCost: t.field({ type: 'Dong' }),
    requestedSupport: t.field({ type: 'Dong' }),
    startsOn: t.field({ type: 'Date' }),
    endsOn: t.field({ type: 'Date' }),
    partners: t.stringList(),
    members: t.field({ type: [MemberInput] }),
    expenses: t.field({ type: [ExpenseInput] }),
    facts: t.field({ type: FactsInput, description: 'Only those that change, e.g. more own money.' }),
  }),
})

function toChange({ establishment, site, members, expenses, facts, ...rest }: typeof ApprovedChangeInput.$inferInput) {
  return given({
    ...rest,
    establishmentId: establishment?.id,
    siteId: site?.id,
    members: members?.map(toMember),
    expenses: expenses?.map(toExpense),
    facts: facts == null ? undefined : toFacts(facts),
  })
}

/** Without the fields that are absent or null. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }

builder.mutationField('changeApprovedProposal', (t) =>
  t.field({
    type: ProposalRef,
    description:
      'Changes what stands in an approved plan (TT 36/2013/TT-BCT, Điều 11). Place, beneficiary, partner, time within the plan year and less money: Sở Công Thương. More money, another content, a time into the next year: UBND tỉnh.',
    errors: orRefused('ChangeApprovedProposal'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: ProposalRef, required: true }),
      expectedVersion: t.arg.int(version),
      on: t.arg({ type: 'Date', required: true }),
      reason: t.arg.string({ required: true }),
      document: t.arg.string({ required: true }),
      change: t.arg({ type: ApprovedChangeInput, required: true }),
    },
    resolve: async (_parent, { id, change, ...request }, { prisma, actor }) => {
      const who = signedIn(await actor())
      const asked = { ...request, proposalId: id.id, change: toChange(change) }
      return await proposalNow(prisma, who, await changeApprovedProposal(prisma, who, asked))
    },
  }),
)

builder.mutationField('recordPriority', (t) =>
  t.field({
    type: ProposalRef,
    description:
      "Records that the fund's manager decided a higher level for a project in a priority area or trade (TTLT 26/2014/TTLT-BTC-BCT, Điều 6; of the national fund, the ministry), or withdrew it. The law is asked with it from then on. For Sở Công Thương.",
    errors: orRefused('RecordPriority'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: ProposalRef, required: true }),
      expectedVersion: t.arg.int(version),
      on: t.arg({ type: 'Date', required: true, description: 'Day of the decision.' }),
      document: t.arg.string({ required: true, description: 'Its number.' }),
      decided: t.arg.boolean({
        required: true,
        defaultValue: true,
        description: 'False: an earlier decision is withdrawn.',
      }),
    },
    resolve: async (_parent, { id, ...request }, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await recordPriority(prisma, who, { ...request, proposalId: id.id }))
    },
  }),
)

builder.mutationField('attachPaper', (t) =>
  t.field({
    type: ProposalRef,
    description: 'Puts a file that you have uploaded into the dossier.',
    errors: orRefused('AttachPaper'),
    args: {
      ...keyArgument,
      id: t.arg.globalID({ for: ProposalRef, required: true }),
      expectedVersion: t.arg.int(version),
      paper: t.arg.string({ required: true, description: 'As the checklist `dossier` has it, or `other`.' }),
      fileName: t.arg.string({ required: true }),
      fileHash: t.arg.string({ required: true, description: 'As `PUT /files` answered.' }),
    },
    resolve: async (_parent, { id, ...request }, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await attachPaper(prisma, who, { ...request, proposalId: id.id }))
    },
  }),
)

builder.mutationField('withdrawPaper', (t) =>
  t.field({
    type: ProposalRef,
    description: 'Takes a paper out of the dossier; it stays on record.',
    errors: orRefused('WithdrawPaper'),
    args: {
      ...keyArgument,
      paperId: t.arg.id({ required: true }),
      expectedVersion: t.arg.int({ ...version, description: 'Of the proposal.' }),
    },
    resolve: async (_parent, request, { prisma, actor }) => {
      const who = signedIn(await actor())
      return await proposalNow(prisma, who, await withdrawPaper(prisma, who, request))
    },
  }),
)
