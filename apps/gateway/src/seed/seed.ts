import { isDeepStrictEqual } from 'node:util'
import type { PrismaClient } from '../generated/prisma/client.js'
import type { Log } from '../log.js'
import { readGrants } from './grants.js'
import { readLocalities } from './localities.js'
import { readProgrammes } from './programmes.js'

/** How many rows a run wrote. Zero when the database already held them all. */
export interface SeedReport {
  readonly created: number
  readonly corrected: number
}

/**
 * Loads localities, the programme and the published grants, in one transaction, at every start. Rows have fixed ids:
 * a second run writes nothing, and a row that was corrected in the files is corrected in the database.
 */
export async function seed(prisma: PrismaClient, log: Log): Promise<SeedReport> {
  const localities = readLocalities()
  const programmes = readProgrammes()
  const { establishments, sites, grants, sources } = readGrants()
  log.info(
    { localities: localities.length, programmes: programmes.length, grants: grants.length },
    'Loading the seed data',
  )
  const report = await prisma.$transaction(async ({ locality, programme, establishment, site, grant, grantSource }) =>
    sum([
      await bring(localities, {
        find: (ids) => locality.findMany({ where: { id: { in: ids } } }),
        create: (data) => locality.createMany({ data, skipDuplicates: true }),
        correct: (id, data) => locality.update({ where: { id }, data }),
      }),
      await bring(programmes, {
        find: (ids) => programme.findMany({ where: { id: { in: ids } } }),
        create: (data) => programme.createMany({ data, skipDuplicates: true }),
        correct: (id, data) => programme.update({ where: { id }, data }),
      }),
      await bring(establishments, {
        find: (ids) => establishment.findMany({ where: { id: { in: ids } } }),
        create: (data) => establishment.createMany({ data, skipDuplicates: true }),
        correct: (id, data) => establishment.update({ where: { id }, data }),
      }),
      await bring(sites, {
        find: (ids) => site.findMany({ where: { id: { in: ids } } }),
        create: (data) => site.createMany({ data, skipDuplicates: true }),
        correct: (id, data) => site.update({ where: { id }, data }),
      }),
      await bring(grants, {
        find: (ids) => grant.findMany({ where: { id: { in: ids } } }),
        create: (data) => grant.createMany({ data, skipDuplicates: true }),
        correct: (id, data) => grant.update({ where: { id }, data }),
      }),
      await bring(sources, {
        find: (ids) => grantSource.findMany({ where: { id: { in: ids } } }),
        create: (data) => grantSource.createMany({ data, skipDuplicates: true }),
        correct: (id, data) => grantSource.update({ where: { id }, data }),
      }),
    ]),
  )
  log.info(report, 'The seed data is loaded')
  return report
}

interface Table<Row> {
  find(ids: string[]): Promise<readonly { readonly id: string }[]>
  create(rows: Row[]): Promise<{ readonly count: number }>
  correct(id: string, row: Row): Promise<unknown>
}

async function bring<Row extends { readonly id: string }>(rows: Row[], table: Table<Row>): Promise<SeedReport> {
  const present = new Map((await table.find(rows.map(({ id }) => id))).map((row) => [row.id, row]))
  const missing = rows.filter(({ id }) => !present.has(id))
  const { count } = missing.length === 0 ? { count: 0 } : await table.create(missing)
  const changed = rows.filter((row) => {
    const there = present.get(row.id)
    // The database's row has columns that the seed leaves alone, such as the time of its creation.
    return there !== undefined && !isDeepStrictEqual({ ...there, ...row }, { ...there })
  })
  for (const row of changed) await table.correct(row.id, row)
  return { created: count, corrected: changed.length }
}

function sum(reports: readonly SeedReport[]): SeedReport {
  return {
    created: reports.reduce((total, { created }) => total + created, 0),
    corrected: reports.reduce((total, { corrected }) => total + corrected, 0),
  }
}
