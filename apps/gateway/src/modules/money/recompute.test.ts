import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../database/database.js'
import { verifyDecisions } from '../../decisions/verify.js'
import { openTestDatabase } from '../../testing/database.js'
import { moneyPeople, yearOfMoney } from '../../testing/money.js'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('what the law said of advances and settlements is said again, to the letter', async () => {
  const money = await yearOfMoney(database, { appropriated: 100n, lines: [{ approved: 100n }] })
  const people = moneyPeople(database)
  const { id } = await people.sign(money)
  await people.advance(id, 30n)
  await people.settle(id, 90n)
  const heard: string[] = []
  await verifyDecisions(database.prisma, ({ question, number }, verification) => {
    heard.push(`${number} ${question} ${verification.outcome}`)
  })
  expect(heard).toEqual([
    ...Array<string>(2).fill('HĐ 01 advance equal'),
    ...Array<string>(2).fill('HĐ 01 settlement equal'),
  ])
})
