import { join } from 'node:path'
import { z } from 'zod'
import type { Prisma } from '../generated/prisma/client.js'
import { repositoryRoot } from '../package-root.js'
import { searchable } from '../searchable.js'
import { readCsv } from './csv.js'

const Row = z.object({
  as_of: z.string().regex(/^\d{4}-\d{2}$/),
  code: z.string().regex(/^\d+$/),
  parent_code: z.string().regex(/^\d+$/),
  level: z.enum(['district-level', 'commune-level']),
  kind: z.enum(['city', 'district', 'town', 'township', 'commune', 'ward']),
  name: z.string().min(1),
})
type Row = z.infer<typeof Row>

const levels = { 'district-level': 'DISTRICT', 'commune-level': 'COMMUNE' } as const
const kinds = {
  city: 'CITY',
  district: 'DISTRICT',
  town: 'TOWN',
  township: 'TOWNSHIP',
  commune: 'COMMUNE',
  ward: 'WARD',
} as const

/** The localities of Hải Dương, units above before those below. */
export function readLocalities(): Prisma.LocalityCreateManyInput[] {
  const rows = readCsv(join(repositoryRoot, 'packages', 'province-hai-duong', 'data', 'localities.csv'), Row)
  const known = new Set(rows.map((row) => localityId(row.as_of, row.code)))
  return rows
    .toSorted((a, b) => depth(a) - depth(b))
    .map((row) => {
      const above = localityId(row.as_of, row.parent_code)
      return {
        id: localityId(row.as_of, row.code),
        snapshot: new Date(`${firstDay(row.as_of)}T00:00:00Z`),
        code: row.code,
        parentCode: row.parent_code,
        parentId: known.has(above) ? above : null,
        level: levels[row.level],
        kind: kinds[row.kind],
        name: row.name,
        searchText: searchable(row.name),
      }
    })
}

function localityId(asOf: string, code: string): string {
  return `${firstDay(asOf)}/${code}`
}

function firstDay(month: string): string {
  return `${month}-01`
}

function depth(row: Row): number {
  return row.level === 'district-level' ? 0 : 1
}
