import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deployWithPrisma, diagnoseHistory } from '../../scripts/schema-engine.js'
import { silent } from '../testing/gateway.js'
import { createStorage, type TestStorage } from '../testing/storage.js'
import { openEngine } from './database.js'
import type { Engine } from './engine.js'
import { MigrationError, isMigrated, migrate } from './migrate.js'
import { readMigrations, type Migration } from './migrations.js'

let storage: TestStorage
let engine: Engine
beforeEach(async () => {
  storage = await createStorage()
  engine = await openEngine(storage.storage, silent)
})
afterEach(async () => {
  await engine.close()
  await storage.remove()
})

const nothing = () => undefined
const all = readMigrations()
const rows = (statement: string) => engine.transaction((session) => session.rows(statement))
const step = (name: string, script: string): Migration => ({ name, script, checksum: name })

describe('the migrations of this version', () => {
  test('are applied once, and reported', async () => {
    const told: string[] = []
    const names = all.map(({ name }) => name)
    expect(await isMigrated(engine)).toBe(false)
    expect(await migrate(engine, (name) => told.push(name))).toEqual(names)
    expect(told).toEqual(names)
    expect(await migrate(engine, (name) => told.push(name))).toEqual([])
    expect(await isMigrated(engine)).toBe(true)
  })

  test('leave a history with which `prisma migrate deploy` is content', async () => {
    await migrate(engine, nothing)
    expect(await diagnoseHistory(engine)).toEqual({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    })
    expect(await deployWithPrisma(engine)).toEqual([])
  })
})

describe('refusals', () => {
  test('a migration edited after it was applied', async () => {
    await migrate(engine, nothing)
    const edited = all.map((migration) => ({ ...migration, checksum: 'another' }))
    await expect(migrate(engine, nothing, edited)).rejects.toThrow(/was edited after it had been applied/)
  })

  test('a database that is newer than the program', async () => {
    await migrate(engine, nothing, [...all, step('29990101000000_future', 'SELECT 1')])
    await expect(migrate(engine, nothing)).rejects.toThrow(MigrationError)
    await expect(migrate(engine, nothing)).rejects.toThrow(/unknown here: 29990101000000_future/)
  })

  test('a migration that another tool began and did not finish', async () => {
    await migrate(engine, nothing)
    await engine.transaction((session) => session.run(`UPDATE "_prisma_migrations" SET finished_at = NULL`))
    await expect(migrate(engine, nothing)).rejects.toThrow(/did not finish/)
    expect(await isMigrated(engine)).toBe(false)
  })
})

describe('a migration', () => {
  test('that fails leaves nothing behind, and can be mended', async () => {
    const good = step('1_good', 'CREATE TABLE kept (id int)')
    const bad = step('2_bad', 'CREATE TABLE half (id int); SELECT 1 / 0;')
    await expect(migrate(engine, nothing, [good, bad])).rejects.toThrow(/division by zero/)
    expect(await rows(`SELECT tablename FROM pg_tables WHERE tablename IN ('kept', 'half')`)).toEqual([
      { tablename: 'kept' },
    ])
    expect(await migrate(engine, nothing, [good, step('2_bad', 'CREATE TABLE whole (id int)')])).toEqual(['2_bad'])
  })

  test('may hold functions with semicolons inside', async () => {
    const script = `CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ DECLARE n int; BEGIN n := 42; RETURN n; END $$;`
    await migrate(engine, nothing, [step('1_function', script)])
    expect(await rows('SELECT answer() AS n')).toEqual([{ n: 42 }])
  })
})

describe('constraints', () => {
  const grant = (amounts: string) => `
    INSERT INTO grants (id, class, origin, content_text, fund, year_from, year_to, plan_date, plan_date_basis,
      beneficiary_type, approval_document, province_name, province_sort, search_text, total_cost, support, counterpart)
    VALUES ('g', 'SINGLE', 'RECORDED', '', 'UNKNOWN', 2024, 2024, '2024-01-01', 'PLAN_YEAR', '', '', '', '', '', ${amounts})`

  test.each([
    ['-1, 0, 0', 'grants_support_within_total_cost'],
    ['10, -1, 0', 'grants_support_not_negative'],
    ['10, 1, -1', 'grants_counterpart_not_negative'],
    ['10, 11, 0', 'grants_support_within_total_cost'],
    ['NULL, 11, 0', 'grants_class_has_its_amounts'],
  ])('total, support, counterpart %s: %s', async (amounts, constraint) => {
    await migrate(engine, nothing)
    await expect(rows(grant(amounts))).rejects.toThrow(constraint)
  })

  test('honest amounts pass', async () => {
    await migrate(engine, nothing)
    await rows(grant('9223372036854775807, 10, 0'))
    expect(await rows('SELECT total_cost::text AS total FROM grants')).toEqual([{ total: '9223372036854775807' }])
  })
})
