import { siteFacts, type ApplicationFacts } from '@khuyencong/domain'
import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import { z } from 'zod'
import type { Role } from '../generated/prisma/enums.js'
import type { StepName } from '../modules/proposals/life-cycle.js'
import { asVariables } from './facts.js'
import type { TestGateway } from './gateway.js'
import { signIn, type Caller } from './people.js'

// A business household in Hải Dương city that asks for support of a machine, over HTTP.

const million = 1_000_000n

/** What nobody but the household knows of itself and of its machine. */
export const machineFacts: ApplicationFacts = {
  activity: 'direct-production',
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

/** Everything that eligibility asks for, with what the registry knows as well. */
export const householdFacts: ApplicationFacts = {
  ...siteFacts(wardOf('Tân Hưng')),
  legalForm: 'business-household',
  ...machineFacts,
}

function wardOf(name: string) {
  const found = localitiesOn('2024-03-01').find((locality) => locality.name === `Phường ${name}`)
  if (found === undefined) throw new Error(`There is no ward ${name}`)
  return found
}

/** A household with a site in that ward; each call another one. */
export async function addHousehold({ database }: Pick<TestGateway, 'database'>) {
  const { code, asOf } = wardOf('Tân Hưng')
  const id = crypto.randomUUID()
  const siteId = crypto.randomUUID()
  await database.prisma.establishment.create({
    data: {
      ...{ id, form: 'HOUSEHOLD', name: 'Hộ kinh doanh Nguyễn Văn An', searchText: 'ho kinh doanh nguyen van an' },
      ...{ provinceName: 'Hải Dương', provinceSort: 'hai duong', origin: 'RECORDED' },
      sites: { create: { id: siteId, provinceName: 'Hải Dương', localityId: `${asOf}/${code}` } },
    },
  })
  return { establishmentId: id, siteId, establishment: globalId('Establishment', id), site: globalId('Site', siteId) }
}

export type Household = Awaited<ReturnType<typeof addHousehold>>

const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64')

let machines = 0

/** Its proposal, as `ProposalInput` takes it; each call for another machine. */
export function machineProposal(
  { establishment, site }: Pick<Household, 'establishment' | 'site'>,
  overrides: Readonly<Record<string, unknown>> = {},
) {
  machines += 1
  const item = `Máy sấy MS-${String(machines)}`
  return {
    ...{ kind: 'SINGLE', title: 'Hỗ trợ máy sấy nông sản', contentCode: 'MACH', fund: 'PROVINCIAL' },
    ...{ establishment, site, planYear: 2024, planDate: '2024-03-01', facts: asVariables(householdFacts) },
    ...{ totalCost: '570000000', eligibleCost: '570000000', requestedSupport: '200000000' },
    ...{ startsOn: '2024-04-01', endsOn: '2024-10-31' },
    expenses: [{ establishment, item, cost: '570000000', support: '200000000' }],
    ...overrides,
  }
}

const Problem = z.object({
  code: z.string(),
  field: z.string(),
  message: z.string(),
  article: z.object({ text: z.string() }).nullable(),
})
const Answered = z.object({
  data: z.object({
    result: z.discriminatedUnion('__typename', [
      z.object({
        __typename: z.literal('Proposal'),
        id: z.string(),
        number: z.string(),
        state: z.string(),
        version: z.number(),
      }),
      z.object({ __typename: z.literal('Refused'), problems: z.array(Problem) }),
    ]),
  }),
})

export interface Outcome {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly version: number
  /** Codes of the problems, when it was refused. */
  readonly refused: readonly string[]
  readonly problems: readonly z.infer<typeof Problem>[]
}

const types: Readonly<Record<string, string>> = {
  proposal: 'ProposalInput!',
  seen: '[SeenFactsInput!]',
  judgements: '[JudgementInput!]!',
  cases: '[ProofAnswerInput!]',
  change: 'ApprovedChangeInput!',
  id: 'ID!',
  paperId: 'ID!',
  expectedVersion: 'Int!',
  on: 'Date!',
  reason: 'String',
  document: 'String',
  paper: 'String!',
  fileName: 'String!',
  fileHash: 'String!',
}

/** Asks for a mutation that answers a proposal. Without a key of one's own each request is a new one. */
export async function mutate(
  caller: Pick<Caller, 'ask'>,
  name: string,
  variables: Readonly<Record<string, unknown>>,
  idempotencyKey: string = crypto.randomUUID(),
): Promise<Outcome> {
  // `reason` and `document` are needed by one mutation and not by the others.
  const strict = name === 'changeApprovedProposal' ? { reason: 'String!', document: 'String!' } : {}
  const listed = name === 'noteFacts' ? { seen: '[SeenFactsInput!]!' } : {}
  const typed: Readonly<Record<string, string>> = { ...types, ...strict, ...listed, idempotencyKey: 'String!' }
  const given = { ...variables, idempotencyKey }
  const names = Object.keys(given)
  const query = `mutation (${names.map((one) => `$${one}: ${String(typed[one])}`).join(', ')}) {
    result: ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) {
      __typename
      ... on Proposal { id number state version }
      ... on Refused { problems { code field message(lang: EN) article { text } } }
    }
  }`
  const { body } = await caller.ask(query, given)
  const answered = Answered.safeParse(body)
  if (!answered.success) throw new Error(`${name} answered ${JSON.stringify(body)}`)
  const { result } = answered.data.data
  if (result.__typename === 'Proposal') return { ...result, refused: [], problems: [] }
  const refused = result.problems.map(({ code }) => code)
  return { id: '', number: '', state: '', version: 0, refused, problems: result.problems }
}

/** Takes a step on 1 March 2024, with a reason and a document. */
export const step = (
  caller: Pick<Caller, 'ask'>,
  name: StepName,
  { id, version }: Pick<Outcome, 'id' | 'version'>,
  more: Readonly<Record<string, unknown>> = {},
  key?: string,
): Promise<Outcome> =>
  mutate(
    caller,
    name,
    { id, expectedVersion: version, on: '2024-03-05', reason: 'vì lý do', document: '12/QĐ', ...more },
    key,
  )

/** Five criteria that held. */
export const held = ['PRINCIPLES', 'EFFECT', 'CAPACITY', 'COMBINATION', 'FILE'].map((criterion) => ({
  ...{ criterion, result: 'HELD' },
}))

/** The smallest file that is a PDF. */
export const pdf = (text: string): Blob => new Blob([`%PDF-1.7\n% ${text}\n%%EOF\n`])

/** Uploads a file as somebody. */
export async function upload(
  { url }: Pick<TestGateway, 'url'>,
  cookie: string | undefined,
  body: BodyInit,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const headers = cookie === undefined ? {} : { cookie }
  const response = await fetch(`${url}/files`, { method: 'PUT', headers, body })
  return { status: response.status, body: await response.json() }
}

const Uploaded = z.object({ hash: z.string() })

/** Uploads a PDF and puts it into the dossier of a proposal. */
export async function attach(
  gateway: Pick<TestGateway, 'url'>,
  caller: Caller,
  { id, version }: Pick<Outcome, 'id' | 'version'>,
  paper: string,
): Promise<Outcome> {
  const { body } = await upload(gateway, caller.cookie, pdf(`${paper} of ${id}`))
  const fileHash = Uploaded.parse(body).hash
  return await mutate(caller, 'attachPaper', {
    id,
    expectedVersion: version,
    paper,
    fileName: `${paper}.pdf`,
    fileHash,
  })
}

/** A draft of a household with every paper that submission needs. */
export async function completeDraft(
  gateway: TestGateway,
  caller: Caller,
  household: Household,
  overrides?: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  let proposal = await mutate(caller, 'createProposal', { proposal: machineProposal(household, overrides) })
  if (proposal.refused.length > 0) throw new Error(JSON.stringify(proposal.problems))
  for (const paper of ['project', 'request', 'pledge', 'registration'])
    proposal = await attach(gateway, caller, proposal, paper)
  return proposal
}

/** One person for each role of the life cycle, for a household. */
export async function peopleFor(gateway: TestGateway, { establishmentId }: Household) {
  const as = (role: Role) => signIn(gateway, role, { establishmentId })
  return {
    applicant: await as('ESTABLISHMENT'),
    centre: await as('CENTRE'),
    appraiser: await as('INDUSTRY_DEPARTMENT'),
    director: await as('INDUSTRY_DEPARTMENT'),
    inspector: await as('INDUSTRY_DEPARTMENT'),
    committee: await as('PROVINCIAL_COMMITTEE'),
    finance: await as('FINANCE_DEPARTMENT'),
  }
}
