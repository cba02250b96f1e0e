import { haiDuong } from '@khuyencong/province-hai-duong'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../database/database.js'
import { storedFacts } from '../modules/proposals/facts.js'
import { decideByLaw } from '../modules/proposals/record-decisions.js'
import { householdFacts } from '../testing/apply.js'
import { openTestDatabase } from '../testing/database.js'
import { proposalAt } from '../testing/proposals.js'
import { verifyDecisions, type Verification } from './verify.js'

let database: Database
let proposalId: string
beforeAll(async () => {
  database = await openTestDatabase()
  const proposal = await proposalAt(database, 'SUBMITTED', { facts: storedFacts(householdFacts) })
  proposalId = proposal.id
})
beforeEach(async () => {
  await rewrite('DELETE FROM decisions')
  await database.prisma.$transaction((tx) => decideByLaw(tx, proposalId, 1, 'proposal'))
})
afterAll(() => database.close())

/** As whoever owns the database could, past its triggers. */
const rewrite = (statement: string) =>
  database.engine.transaction((session) =>
    session.run(`ALTER TABLE decisions DISABLE TRIGGER USER; ${statement}; ALTER TABLE decisions ENABLE TRIGGER USER`),
  )

async function verifications(): Promise<Readonly<Record<string, Verification>>> {
  const found: Record<string, Verification> = {}
  await verifyDecisions(database.prisma, ({ question }, verification) => {
    found[question] = verification
  })
  return found
}

const equal = { outcome: 'equal' }

test('what was stored is given again, to the byte', async () => {
  expect(await verifications()).toEqual({ eligibility: equal, ceiling: equal })
})

test('the database itself refuses to change what was stored', async () => {
  await expect(
    database.engine.transaction((session) => session.run(`UPDATE decisions SET outcome = 'met'`)),
  ).rejects.toThrow(/its rows are never changed/)
})

test('a changed answer is found, and where', async () => {
  await rewrite(`UPDATE decisions SET answer = replace(answer, '285000000', '300000000') WHERE question = 'ceiling'`)
  const { eligibility, ceiling } = await verifications()
  expect(eligibility).toEqual(equal)
  expect(ceiling).toMatchObject({
    outcome: 'different',
    differences: expect.arrayContaining([
      { path: 'answer.amount.$dong', stored: '"300000000"', now: '"285000000"' },
    ]) as unknown,
  })
})

test.each([
  ['a changed column', `UPDATE decisions SET amount = 1 WHERE question = 'ceiling'`, 'amount'],
  ['another outcome', `UPDATE decisions SET outcome = 'no-level' WHERE question = 'ceiling'`, 'outcome'],
  [
    'a changed input',
    `UPDATE decisions SET input = replace(input, '570000000', '600000000') WHERE question = 'ceiling'`,
    'facts',
  ],
  ['white space', `UPDATE decisions SET answer = answer || ' ' WHERE question = 'ceiling'`, 'answer'],
  ['another order in the input', `UPDATE decisions SET input = input || ' ' WHERE question = 'ceiling'`, 'input'],
])('%s is found', async (_what, statement, place) => {
  await rewrite(statement)
  const { ceiling } = await verifications()
  if (ceiling?.outcome !== 'different') throw new Error(JSON.stringify(ceiling))
  expect(ceiling.differences.map(({ path }) => path.split('.')[0])).toContain(place)
})

test('an answer of another pack version is compared, and named with what is different', async () => {
  await rewrite(`UPDATE decisions SET pack_version = '0.0.9', answer = replace(answer, '"version":"${haiDuong.version}"', '"version":"0.0.9"');
    UPDATE decisions SET answer = replace(answer, '285000000', '250000000'), amount = 250000000 WHERE question = 'ceiling'`)
  const { eligibility, ceiling } = await verifications()
  const versions = { stored: 'hai-duong-2023 0.0.9', here: `hai-duong-2023 ${haiDuong.version}` }
  expect(eligibility).toEqual({ outcome: 'other-version', ...versions, differences: [] })
  expect(ceiling).toMatchObject({
    ...{ outcome: 'other-version', ...versions },
    differences: expect.arrayContaining([
      { path: 'answer.amount.$dong', stored: '"250000000"', now: '"285000000"' },
    ]) as unknown,
  })
})

test.each([
  [`pack = 'atlantis'`, /no pack atlantis/],
  [`question = 'weather'`, /nobody answers the question weather/],
  [`input = 'x'`, /JSON/],
  [`as_of = '1999-01-01'`, /1999/],
])('an answer that cannot be given again is named: %s', async (change, reason) => {
  await rewrite(`UPDATE decisions SET ${change} WHERE question = 'ceiling'`)
  const found = Object.values(await verifications()).find(({ outcome }) => outcome === 'unreadable')
  expect(found).toEqual({ outcome: 'unreadable', reason: expect.stringMatching(reason) as unknown })
})
