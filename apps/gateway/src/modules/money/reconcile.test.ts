import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { moneyHead, moneyPeople, yearOfMoney, type YearOfMoney } from '../../testing/money.js'
import { signIn } from '../../testing/people.js'
import { correctPosting } from './correct-posting.js'
import { reconcileMoney } from './reconcile.js'
import { reportOf } from './reconcile-report.js'
import { carryOver } from './year-end-service.js'

const m = 1_000_000n

let gateway: TestGateway
let money: YearOfMoney
let award: string
let other: string
const open = startTestGateway()
afterAll(async () => (await open).close())

/** A programme with a year behind it: contracts, advances, one corrected, a settlement, money carried over. */
beforeEach(async () => {
  gateway = await open
  money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 300n * m, ceiling: 300n * m }, { approved: 200n * m }],
  })
  const people = moneyPeople(gateway.database)
  award = (await people.sign(money)).id
  other = (await people.sign(money, 1)).id
  await people.advance(award, 100n * m)
  await people.advance(other, 40n * m)
  const { id: postingId } = await gateway.database.prisma.posting.findFirstOrThrow({
    where: { awardId: other, kind: 'ADVANCE' },
  })
  await correctPosting(gateway.database.prisma, people.finance, { ...moneyHead(), postingId, reason: 'nhầm hợp đồng' })
  await people.settle(award, 250n * m)
  const { version: expectedVersion } = await gateway.database.prisma.appropriation.findUniqueOrThrow({
    where: { id: money.appropriationId },
  })
  const { appropriationId } = money
  const over = { ...moneyHead('2024-12-31'), appropriationId, expectedVersion, allowed: 400n * m }
  await carryOver(gateway.database.prisma, people.finance, over)
})

const proof = () => reconcileMoney(gateway.database.prisma, { programmeId: money.programmeId })
const found = async () => (await proof()).differences.map(({ code }) => code)

/** As somebody who can switch off what the database holds. */
const tamper = (...statements: readonly string[]) =>
  gateway.database.engine.transaction(async (session) => {
    await session.run(
      [
        'SET LOCAL session_replication_role = replica',
        ...statements,
        'SET LOCAL session_replication_role = DEFAULT',
      ].join(';\n'),
    )
  })

test('every đồng is somewhere', async () => {
  const { programmeId } = money
  expect(reportOf(await proof())).toEqual([
    `${programmeId} 2024 PROVINCIAL_BUDGET: 1,000,000,000 allotted = 100,000,000 free + 250,000,000 committed + 0 advanced + 250,000,000 settled + 0 returned + 400,000,000 carried over`,
    `${programmeId} 2025 PROVINCIAL_BUDGET: 400,000,000 allotted and carried in = 400,000,000 free + 0 committed + 0 advanced + 0 settled + 0 returned + 0 carried over`,
    '2 appropriations, 2 awards, 9 postings, 0 differences. Amounts in đồng.',
  ])
  const finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
  const id = encodeGlobalID('ProgrammeDocument', programmeId)
  const { body } = await finance.ask(`{ reconciliation(programme: "${id}", year: 2024) { clean postings awards report
    appropriations { settled carriedOut difference appropriation { year } } } }`)
  expect(body).toMatchObject({
    data: {
      reconciliation: {
        ...{ clean: true, awards: 2 },
        appropriations: [
          { settled: '250000000', carriedOut: '400000000', difference: '0', appropriation: { year: 2024 } },
        ],
      },
    },
  })
})

describe('what somebody changed is found', () => {
  test('a balance', async () => {
    await tamper(
      `UPDATE account_balances SET balance = balance + 1 WHERE key = 'commitment/${money.appropriationId}/${other}'`,
    )
    expect((await proof()).differences).toEqual([
      expect.objectContaining({
        code: 'balance',
        where: `commitment/${money.appropriationId}/${other}`,
        message: 'the postings come to 200000000 đồng, the balance says 200000001.',
      }),
    ])
  })

  test('a balance that is gone, and one that belongs to nothing', async () => {
    await tamper(`DELETE FROM account_balances WHERE key = 'settlement/${money.appropriationId}/${award}'`)
    expect(await found()).toEqual(['balance'])
    await tamper(`INSERT INTO account_balances VALUES ('return/x', 'RETURN', '${money.appropriationId}', NULL, 5)`)
    expect(await found()).toEqual(['balance', 'balance'])
  })

  test('one side of a posting', async () => {
    await tamper(
      `UPDATE posting_entries SET amount = amount - 1 WHERE award_id = '${award}' AND account = 'SETTLEMENT'`,
    )
    expect(await found()).toEqual(expect.arrayContaining(['posting', 'balance', 'appropriation', 'payment']))
  })

  test('both sides of a posting, and the balances with them', async () => {
    await tamper(
      `UPDATE posting_entries SET amount = amount + sign(amount) WHERE posting_id =
        (SELECT id FROM postings WHERE award_id = '${other}' AND kind = 'COMMITMENT')`,
      `UPDATE account_balances SET balance = balance + 1 WHERE key = 'commitment/${money.appropriationId}/${other}'`,
      `UPDATE account_balances SET balance = balance - 1 WHERE key = 'appropriation/${money.appropriationId}'`,
    )
    expect(await found()).toEqual(['award-not-committed', 'award-above-plan'])
  })

  test('a posting that is gone', async () => {
    await tamper(
      `DELETE FROM posting_entries WHERE posting_id = (SELECT id FROM postings WHERE award_id = '${award}' AND kind = 'ADVANCE')`,
      `DELETE FROM postings WHERE award_id = '${award}' AND kind = 'ADVANCE'`,
    )
    expect(await found()).toEqual(expect.arrayContaining(['posting', 'balance', 'payment']))
  })

  test('the way of a posting', async () => {
    await tamper(`UPDATE postings SET kind = 'RELEASE' WHERE award_id = '${other}' AND kind = 'COMMITMENT'`)
    expect(await found()).toEqual(expect.arrayContaining(['posting', 'award-not-committed']))
  })

  test('a correction that is no mirror', async () => {
    await tamper(
      `UPDATE posting_entries SET amount = amount + sign(amount) WHERE posting_id =
        (SELECT id FROM postings WHERE award_id = '${other}' AND kind = 'CORRECTION')`,
    )
    expect(await found()).toEqual(expect.arrayContaining(['posting', 'balance']))
  })

  test.each([
    ['an award', `UPDATE awards SET amount = amount + 1 WHERE id = 'OTHER'`, ['award-not-committed']],
    [
      'a ceiling',
      `ALTER TABLE awards DROP CONSTRAINT awards_within_ceiling; UPDATE awards SET ceiling = 299999999 WHERE id = 'AWARD'`,
      ['award-above-ceiling'],
    ],
    ['a cap', `UPDATE awards SET advance_cap = 99999999 WHERE id = 'AWARD'`, ['advances-above-cap']],
    ['a line', `UPDATE plan_lines SET approved = 1 WHERE position = 2 AND plan_id = 'PLAN'`, ['award-above-plan']],
    [
      'the plan',
      `UPDATE plan_lines SET demanded = 900000000, estimated = 900000000, approved = 900000000
         WHERE position = 2 AND plan_id = 'PLAN'`,
      ['plan-above-appropriation'],
    ],
    [
      'an acceptance',
      `UPDATE payment_requests SET acceptance_document = NULL WHERE award_id = 'AWARD'`,
      ['settled-before-acceptance'],
    ],
    [
      'a confirmation',
      `UPDATE payment_requests SET state = 'REFUSED', reason = 'x' WHERE award_id = 'AWARD' AND kind = 'ADVANCE'`,
      ['payment'],
    ],
    [
      'a payment',
      `UPDATE payment_requests SET amount = 1 WHERE award_id = 'AWARD' AND kind = 'SETTLEMENT'`,
      ['payment', 'vouchers'],
    ],
    [
      'a voucher',
      `UPDATE payment_vouchers SET support = support - 1
         WHERE payment_id = (SELECT id FROM payment_requests WHERE award_id = 'AWARD' AND kind = 'SETTLEMENT')`,
      ['vouchers'],
    ],
  ] as const)('%s', async (_what, statement, differences) => {
    await tamper(statement.replace('AWARD', award).replace('OTHER', other).replace('PLAN', money.planId))
    expect(await found()).toEqual(differences)
  })
})
