import { siteFacts, type ApplicationFacts } from '@khuyencong/domain'
import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import type { ProposalFacts } from '@khuyencong/selection'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../database/database.js'
import type { Prisma, Proposal } from '../generated/prisma/client.js'
import type { ProposalState } from '../generated/prisma/enums.js'
import { plain, type Json } from '../json.js'
import type { Caller } from './people.js'
import { proposalAt } from './proposals.js'

export const million = 1_000_000n

/** A household in a commune that may be supported with a machine on 1 March 2024, whoever pays. */
const household: ApplicationFacts = {
  activity: 'direct-production',
  legalForm: 'business-household',
  legallyEstablished: true,
  producesAtSite: true,
  trade: 'farm-processing',
  equipmentKind: 'single',
  equipmentUse: 'production',
  equipmentNew: true,
  equipmentGains: ['output', 'quality'],
  ownFunds: 370n * million,
  singleFundingPledged: true,
  fundedElsewhere: false,
}

/** No priority at all, and nothing of it unknown. */
const plainPriority: ProposalFacts = {
  priorityAreas: [],
  typicalProduct: false,
  keyProduct: false,
  forExport: false,
  materialValue: 100n,
  localMaterialValue: 0n,
  workers: 10,
  priorityIndustry: 'other',
  cleanerProduction: false,
  ownedByWomenOrMinority: false,
  contentsLinked: false,
  largeScale: false,
  unitCapacity: 'low',
  mainFarmProduct: false,
  chainToExport: false,
}

const commune = () => {
  const found = localitiesOn('2024-03-01').find(({ name }) => name.startsWith('Xã '))
  if (found === undefined) throw new Error('There is no commune')
  return siteFacts(found)
}

/** How it differs. */
export interface Wanted {
  readonly state?: ProposalState
  readonly facts?: ApplicationFacts
  readonly priority?: ProposalFacts
  readonly record?: Partial<Prisma.ProposalUncheckedCreateInput>
}

/** A proposal of a machine for the plan of 2024 about which everything is known, straight into the database. */
export const machineProposal = (
  database: Pick<Database, 'prisma'>,
  { state = 'RECOMMENDED', facts = {}, priority = {}, record = {} }: Wanted = {},
): Promise<Proposal> =>
  proposalAt(database, state, {
    facts: stored({ ...household, ...commune(), ...facts }),
    priorityFacts: stored({ ...plainPriority, ...priority }),
    startsOn: new Date('2024-04-01'),
    endsOn: new Date('2024-11-30'),
    ...record,
  })

const stored = (facts: object) => plain(facts as Json) as Prisma.InputJsonObject

const PlanBody = z.object({
  __typename: z.literal('Plan'),
  id: z.string(),
  version: z.number(),
  state: z.string(),
  edition: z.number(),
  inForce: z.boolean(),
  lines: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      kind: z.string(),
      title: z.string(),
      source: z.string(),
      demanded: z.string().nullable(),
      estimated: z.string().nullable(),
      approved: z.string().nullable(),
      ceiling: z.string().nullable(),
      approvedBefore: z.string().nullable(),
      promised: z.string(),
      proposal: z.object({ id: z.string(), number: z.string(), state: z.string() }).nullable(),
    }),
  ),
})
export type PlanShown = z.infer<typeof PlanBody>

const RefusedBody = z.object({
  __typename: z.literal('Refused'),
  problems: z.array(
    z.object({
      code: z.string(),
      field: z.string(),
      message: z.string(),
      expected: z.string(),
      article: z.object({ text: z.string() }).nullable(),
    }),
  ),
})
export type RefusedShown = z.infer<typeof RefusedBody>

const fragments = `
  __typename
  ... on Refused { problems { code field message(lang: EN) expected(lang: EN) article { text(lang: EN) } } }
  ... on Plan {
    id version state edition inForce
    lines {
      id item kind title source demanded estimated approved ceiling approvedBefore promised
      proposal { id number state }
    }
  }`

/** The arguments of each mutation of plans, as GraphQL declares them. */
const signatures = {
  openPlan: { programmeId: 'ID!', year: 'Int!', planDate: 'Date!' },
  addActivityLine: {
    ...{ planId: 'ID!', expectedVersion: 'Int!', contentCode: 'String!', title: 'String!', source: 'FundSource!' },
    ...{ facts: 'FactsInput', demanded: 'Dong', estimated: 'Dong' },
  },
  addProposalLine: {
    ...{ planId: 'ID!', expectedVersion: 'Int!', proposalId: 'ID!', source: 'FundSource', estimated: 'Dong' },
    on: 'Date!',
  },
  fillPlanByRanking: {
    planId: 'ID!',
    expectedVersion: 'Int!',
    budget: 'Dong!',
    fund: 'Fund! = PROVINCIAL',
    on: 'Date!',
  },
  changeLine: {
    ...{ lineId: 'ID!', expectedVersion: 'Int!', title: 'String', source: 'FundSource', facts: 'FactsInput' },
    ...{ demanded: 'Dong', estimated: 'Dong' },
  },
  removeLine: { lineId: 'ID!', expectedVersion: 'Int!', reason: 'String!', on: 'Date!' },
  handOverEstimate: { planId: 'ID!', expectedVersion: 'Int!', on: 'Date!' },
  balancePlan: {
    ...{ planId: 'ID!', expectedVersion: 'Int!', balances: '[PlanBalanceInput!]!', document: 'String', on: 'Date!' },
  },
  returnPlan: { planId: 'ID!', expectedVersion: 'Int!', reason: 'String!', on: 'Date!' },
  approvePlan: {
    ...{ planId: 'ID!', expectedVersion: 'Int!', document: 'String!', amounts: '[ApprovedAmountInput!]', on: 'Date!' },
  },
  dropPlan: { planId: 'ID!', expectedVersion: 'Int!', reason: 'String!', on: 'Date!' },
  adjustPlan: { planId: 'ID!', expectedVersion: 'Int!', reason: 'String!', planDate: 'Date' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type PlanMutation = keyof typeof signatures

/** One mutation of plans over HTTP: the plan as it now is, or why not. */
export async function act(
  caller: Pick<Caller, 'ask'>,
  mutation: PlanMutation,
  variables: Readonly<Record<string, unknown>>,
  idempotencyKey: string = randomUUID(),
): Promise<PlanShown | RefusedShown> {
  const declared = Object.entries({ idempotencyKey: 'String!', ...signatures[mutation] })
  const head = declared.map(([name, type]) => `$${name}: ${type}`).join(', ')
  const given = declared.map(([name]) => `${name}: $${name}`).join(', ')
  const { body } = await caller.ask(`mutation (${head}) { result: ${mutation}(${given}) { ${fragments} } }`, {
    idempotencyKey,
    ...variables,
  })
  const shown = z.strictObject({ data: z.object({ result: z.union([PlanBody, RefusedBody]) }) }).safeParse(body)
  if (!shown.success) throw new Error(`${mutation}: ${JSON.stringify(body)}`)
  return shown.data.data.result
}

/** The same where it has to be done. */
export async function done(...asked: Parameters<typeof act>): Promise<PlanShown> {
  const shown = await act(...asked)
  if (shown.__typename === 'Refused') throw new Error(`${asked[1]}: ${JSON.stringify(shown.problems)}`)
  return shown
}

/** The codes for which it is refused; none when it was done. */
export async function refusedFor(...asked: Parameters<typeof act>): Promise<readonly string[]> {
  const shown = await act(...asked)
  return shown.__typename === 'Refused' ? shown.problems.map(({ code }) => code) : []
}
