import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../database/database.js'
import { silent } from '../testing/gateway.js'
import { createStorage, type TestStorage } from '../testing/storage.js'
import { readGrants } from './grants.js'
import { readLocalities } from './localities.js'
import { seed } from './seed.js'

let storage: TestStorage
let database: Database
beforeAll(async () => {
  storage = await createStorage()
  database = await openDatabase({ storage: storage.storage, log: silent })
})
afterAll(async () => {
  await database.close()
  await storage.remove()
})

test('a second run writes nothing', async () => {
  expect(await seed(database.prisma, silent)).toEqual({ created: 0, corrected: 0 })
})

test('a row that differs from the files is corrected, a row that is missing comes back, others are left alone', async () => {
  const { prisma } = database
  await prisma.grant.update({ where: { id: 'example-011' }, data: { support: 1n } })
  await prisma.grantSource.delete({ where: { id: 'example-020-source-1' } })
  await prisma.establishment.create({
    data: {
      id: 'own',
      name: 'Own',
      form: 'COOPERATIVE',
      provinceName: 'Hải Dương',
      provinceSort: 'hai duong',
      searchText: 'own',
      origin: 'RECORDED',
    },
  })
  expect(await seed(prisma, silent)).toEqual({ created: 1, corrected: 1 })
  expect(await prisma.grant.findUniqueOrThrow({ where: { id: 'example-011' } })).toMatchObject({
    support: 200_000_000n,
  })
  expect(await prisma.establishment.count({ where: { origin: 'RECORDED' } })).toBe(1)
})

test('a run that fails changes nothing', async () => {
  const { prisma } = database
  await prisma.grant.update({ where: { id: 'example-001' }, data: { note: 'touched' } })
  await prisma.grantSource.delete({ where: { id: 'example-045-source-1' } })
  await prisma.$executeRaw`ALTER TABLE grant_sources ADD CONSTRAINT refused CHECK (id <> 'example-045-source-1')`
  await expect(seed(prisma, silent)).rejects.toThrow()
  // Sources come last: everything before them was rolled back.
  expect(await prisma.grant.findUniqueOrThrow({ where: { id: 'example-001' } })).toMatchObject({ note: 'touched' })
})

test('the published grants: 15 single, 4 aggregate, 26 with support only', () => {
  const { grants, establishments, sites } = readGrants()
  const count = (kind: string) => grants.filter((grant) => grant.class === kind).length
  expect([count('SINGLE'), count('AGGREGATE'), count('SUPPORT_ONLY')]).toEqual([15, 4, 26])
  expect(establishments).toHaveLength(20)
  expect(sites).toHaveLength(20)
})

test('support and counterpart add up to the total cost wherever all three are known', () => {
  for (const { id, totalCost, support, counterpart } of readGrants().grants) {
    if (typeof totalCost !== 'bigint' || typeof support !== 'bigint' || typeof counterpart !== 'bigint') continue
    expect(support + counterpart, id).toBe(totalCost)
  }
})

test('localities: three snapshots; every commune before July 2025 has its district, later none', () => {
  const localities = readLocalities()
  const bySnapshot = Map.groupBy(localities, ({ snapshot }) => new Date(snapshot).toISOString().slice(0, 7))
  expect([...bySnapshot].map(([month, rows]) => [month, rows.length])).toEqual([
    ['2023-04', 247],
    ['2025-03', 219],
    ['2025-07', 64],
  ])
  for (const [month, rows] of bySnapshot) {
    const communes = rows.filter(({ level }) => level === 'COMMUNE')
    expect(communes.filter(({ parentId }) => parentId == null).length, month).toBe(month === '2025-07' ? 64 : 0)
  }
})
