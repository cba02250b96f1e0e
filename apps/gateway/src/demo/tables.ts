import { facts, isContentCode, type ApplicationFacts } from '@khuyencong/domain'
import { join } from 'node:path'
import { z } from 'zod'
import {
  EstablishmentForm,
  FundSource,
  OrganisationKind,
  ProductGroup,
  ProposalKind,
  ProposalState,
  Role,
} from '../generated/prisma/enums.js'
import { packageRoot } from '../package-root.js'
import { readCsv } from '../seed/csv.js'

// The content of the demo, in `demo/*.csv`: every name in it is invented and says so.

/** A short name in ASCII, of which the keys of requests are made. */
const slug = z.string().regex(/^[a-z0-9-]+$/)
/** Code of a commune or district in the list of April 2023. */
const locality = z.string().regex(/^\d{3,5}$/)
const year = z.coerce.number().int()
const content = z.string().refine(isContentCode, 'is no content')
const trade = z.custom<NonNullable<ApplicationFacts['trade']>>(
  (cell) => typeof cell === 'string' && Object.hasOwn(facts.trade.values, cell),
  'is no trade',
)
const names = z.string().transform((cell) => cell.split(' ').filter((name) => name !== ''))
const absentWhenEmpty = z.string().transform((cell) => (cell === '' ? undefined : cell))
/** Millions of đồng; undefined when empty. */
const million = z
  .string()
  .regex(/^\d*$/, 'must be whole millions')
  .transform((cell) => (cell === '' ? undefined : BigInt(cell) * 1_000_000n))
const amount = million.pipe(z.bigint())

const table = <Row extends z.ZodType>(file: string, row: Row) => readCsv(join(packageRoot, 'demo', file), row)

const PersonRow = z.object({
  email: slug.transform((name) => `${name}@khuyencong.example`),
  name: z.string(),
  role: z.enum(Role),
  organisation_kind: z.enum(OrganisationKind),
  organisation: z.string(),
  /** The establishment or locality that the organisation stands for. */
  of: absentWhenEmpty,
  /** What he does in the demo. */
  title: z.string(),
})
export type DemoPerson = z.infer<typeof PersonRow>
export const readPeople = () => table('people.csv', PersonRow)

const EstablishmentRow = z.object({
  ...{ slug, locality, name: z.string(), form: z.enum(EstablishmentForm), trade, address: z.string() },
  tax_code: absentWhenEmpty,
  insured_workers: z.string().transform((cell) => (cell === '' ? undefined : Number(cell))),
  revenue_million: million,
  capital_million: million,
  product: z.string(),
  product_group: z.enum(ProductGroup),
  need_content: content,
  need_million: amount,
})
export type DemoEstablishment = z.infer<typeof EstablishmentRow>
export const readEstablishments = () => table('establishments.csv', EstablishmentRow)

const CollaboratorRow = z.object({ slug, name: z.string(), locality, from: z.iso.date(), tasks: z.string() })
export const readCollaborators = () => table('collaborators.csv', CollaboratorRow)

const ProposalRow = z.object({
  slug,
  year,
  /** The edition of the plan that takes it up. */
  edition: z.string().transform((cell) => (cell === '' ? undefined : Number(cell))),
  kind: z.enum(ProposalKind),
  content,
  /** Whose it is; of a group all its members, first who speaks for it. */
  establishments: names,
  /** Who puts it forward: the beginning of an address. */
  by: slug,
  ...{ title: z.string(), item: z.string() },
  ...{ total_million: amount, eligible_million: amount, support_million: amount },
  /** The state in which the demo leaves it. */
  reaches: z.enum(ProposalState),
  /** How it came to be cancelled: by whoever made it, by an adjustment of the plan, or while it was running. */
  way: z.enum(['', 'withdrawn', 'dropped', 'stopped']),
  advance_million: million,
  /** What it really cost, of what support counts. */
  actual_million: million,
})
export type DemoProposal = z.infer<typeof ProposalRow>
export const readProposals = () => table('proposals.csv', ProposalRow)

const ActivityRow = z.object({
  ...{ slug, year, content, title: z.string(), source: z.enum(FundSource) },
  ...{ total_million: amount, support_million: amount, actual_million: million, advance_million: million },
  /** Those that prove what was done. */
  papers: names,
})
export type DemoActivity = z.infer<typeof ActivityRow>
export const readActivities = () => table('activities.csv', ActivityRow)
