import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.js'
import { openTestDatabase } from '../testing/database.js'
import { moneyPeople, yearOfMoney } from '../testing/money.js'
import { verifyDecisions, type Verification } from './verify.js'

const m = 1_000_000n

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  const money = await yearOfMoney(database, { appropriated: 1_000n * m, lines: [{ approved: 300n * m }] })
  const people = moneyPeople(database)
  const award = (await people.sign(money)).id
  await people.advance(award, 100n * m)
  await people.settle(award, 250n * m)
  await rewrite('CREATE TABLE kept AS TABLE decisions')
})
afterEach(() => rewrite('DELETE FROM decisions; INSERT INTO decisions TABLE kept'))
afterAll(() => database.close())

/** As whoever owns the database could, past its triggers. */
const rewrite = (statement: string) =>
  database.engine.transaction((session) =>
    session.run(`ALTER TABLE decisions DISABLE TRIGGER USER; ${statement}; ALTER TABLE decisions ENABLE TRIGGER USER`),
  )

async function verifications(): Promise<readonly (readonly [string, Verification])[]> {
  const found: [string, Verification][] = []
  await verifyDecisions(database.prisma, ({ question, number }, verification) => {
    expect(number).toBe('HĐ 01')
    found.push([question, verification])
  })
  return found
}

test('what the law said of an advance and of a settlement is said again, to the byte: when asked and when paid', async () => {
  const equal = { outcome: 'equal' }
  expect(await verifications()).toEqual([
    ['advance', equal],
    ['advance', equal],
    ['settlement', equal],
    ['settlement', equal],
  ])
})

test.each([
  ['a changed amount of an advance', 'advance', 'SET amount = 1', 'amount'],
  ['a changed amount of a settlement', 'settlement', 'SET amount = 1', 'amount'],
  ['another outcome', 'settlement', `SET outcome = 'refused'`, 'outcome'],
  ['a changed voucher', 'settlement', `SET input = replace(input, '250000000', '240000000')`, 'settled'],
  ['a changed fact', 'advance', `SET input = replace(input, '600000000', '100000000')`, 'facts.totalInvestment'],
])('%s is found', async (_what, question, change, path) => {
  await rewrite(`UPDATE decisions ${change} WHERE question = '${question}'`)
  const found = await verifications()
  for (const [name, verification] of found)
    expect([name, verification]).toEqual([
      name,
      name === question
        ? { outcome: 'different', differences: expect.arrayContaining([expect.objectContaining({ path })]) as unknown }
        : { outcome: 'equal' },
    ])
})
