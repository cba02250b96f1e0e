import { join } from 'node:path'
import { z } from 'zod'
import type { Grant, Prisma } from '../generated/prisma/client.js'
import { packageRoot } from '../package-root.js'
import { searchable } from '../searchable.js'
import { dateCell, dongCell, optionalCell, readCsv } from './csv.js'

const Row = z.object({
  id: z.string().min(1),
  province: z.string().min(1),
  year: z.string().regex(/^\d{4}(-\d{4})?$/),
  beneficiary_type: z.string().min(1),
  beneficiary_count: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]),
  content_code: optionalCell,
  content: z.string().min(1),
  fund: z.enum(['national', 'provincial', 'district', 'unknown']),
  plan_date: dateCell,
  plan_date_basis: z.enum(['document', 'plan-year']),
  total_cost_vnd: dongCell,
  support_vnd: dongCell,
  counterpart_vnd: dongCell,
  approval_document: z.string(),
  source: z.string().min(1),
  note: z.string(),
})
type Row = z.infer<typeof Row>

const funds = { national: 'NATIONAL', provincial: 'PROVINCIAL', district: 'DISTRICT', unknown: 'UNKNOWN' } as const
const planDateBases = { document: 'DOCUMENT', 'plan-year': 'PLAN_YEAR' } as const
const classes = { '[A': 'SINGLE', '[B': 'AGGREGATE', '[C': 'SUPPORT_ONLY' } as const
/** Beneficiaries that are one establishment of a known form. */
const forms = { enterprise: 'ENTERPRISE', cooperative: 'COOPERATIVE', household: 'HOUSEHOLD' } as const

/** A grant as it is loaded; the database adds when. */
export type GrantSeedRow = Omit<Grant, 'createdAt'>

/** Rows of the seed have fixed ids, also where the database would give one. */
interface Identified {
  readonly id: string
}

export interface GrantSeed {
  readonly establishments: (Prisma.EstablishmentCreateManyInput & Identified)[]
  readonly sites: (Prisma.SiteCreateManyInput & Identified)[]
  readonly grants: GrantSeedRow[]
  readonly sources: Prisma.GrantSourceCreateManyInput[]
}

/** The published grants; a grant to exactly one establishment brings that establishment, unnamed, and its site. */
export function readGrants(): GrantSeed {
  const rows = readCsv(join(packageRoot, 'seed', 'grants.csv'), Row)
  const single = rows.flatMap((row) =>
    isForm(row.beneficiary_type) ? [{ row, form: forms[row.beneficiary_type] }] : [],
  )
  return {
    establishments: single.map(({ row, form }) => ({
      id: establishmentId(row),
      name: null,
      form,
      provinceName: row.province,
      provinceSort: searchable(row.province),
      searchText: searchable(`${row.beneficiary_type} ${row.province} ${row.content}`),
      origin: 'PUBLISHED_EXAMPLE',
    })),
    sites: single.map(({ row }) => ({
      id: siteId(row),
      establishmentId: establishmentId(row),
      provinceName: row.province,
    })),
    grants: rows.map(toGrant),
    sources: rows.map((row) => ({ id: `${row.id}-source-1`, grantId: row.id, position: 1, ...toSource(row.source) })),
  }
}

function toGrant(row: Row): GrantSeedRow {
  const [yearFrom, yearTo = yearFrom] = row.year.split('-').map(Number)
  if (yearFrom === undefined || yearTo === undefined) throw new Error(`Row ${row.id} has no year`)
  const single = isForm(row.beneficiary_type)
  return {
    id: row.id,
    class: grantClass(row),
    origin: 'PUBLISHED_EXAMPLE',
    contentCode: row.content_code,
    contentText: row.content,
    fund: funds[row.fund],
    yearFrom,
    yearTo,
    planDate: row.plan_date,
    planDateBasis: planDateBases[row.plan_date_basis],
    totalCost: row.total_cost_vnd,
    support: row.support_vnd,
    counterpart: row.counterpart_vnd,
    beneficiaryType: row.beneficiary_type,
    beneficiaryCount: row.beneficiary_count,
    approvalDocument: row.approval_document,
    provinceName: row.province,
    provinceSort: searchable(row.province),
    note: row.note,
    searchText: searchable(
      `${row.province} ${row.content} ${row.beneficiary_type} ${row.approval_document} ${row.note}`,
    ),
    establishmentId: single ? establishmentId(row) : null,
    siteId: single ? siteId(row) : null,
  }
}

function grantClass({ id, note }: Row): (typeof classes)[keyof typeof classes] {
  const prefix = note.slice(0, 2)
  if (prefix === '[A' || prefix === '[B' || prefix === '[C') return classes[prefix]
  throw new Error(`The note of row ${id} does not begin with its class, as in "[A single] …"`)
}

function toSource(source: string): { title: string; url: string | null } {
  const url = URL.parse(source)
  return url === null ? { title: source, url: null } : { title: url.hostname, url: source }
}

function isForm(type: string): type is keyof typeof forms {
  return Object.hasOwn(forms, type)
}

function establishmentId(row: Row): string {
  return `${row.id}-establishment`
}

function siteId(row: Row): string {
  return `${row.id}-site`
}
