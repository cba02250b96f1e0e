import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verified, verifiedUnderAnotherVersion } from '../../testing/decisions.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let centre: Caller
let finance: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
})
afterAll(() => gateway.close())

const m = 1_000_000n

/** A contract over 300 million: at the rate of the circular 210 of them may be advanced. */
async function contract(contentCode = 'MEDIA') {
  const money = await yearOfMoney(gateway.database, {
    appropriated: 300n * m,
    lines: [{ approved: 300n * m, contentCode }],
  })
  return encodeGlobalID('Award', (await moneyPeople(gateway.database).sign(money)).id)
}

const decision = { document: '12/QĐ-SCT', on: '2024-05-15', percent: '62.50', by: 'FUND_MANAGER' }
const facts = { workPlanReady: true, duration: 'ONE_YEAR' }
const request = (award: string, amount: bigint, rate: object, more: object = {}) =>
  command(centre, 'requestAdvance', {
    ...{ award, amount: amount.toString(), facts: { ...facts, ...more }, rate },
    ...{ on: '2024-06-01', document: '05/TU' },
  })
const pay = (id: string) =>
  command(finance, 'payAdvance', { id, expectedVersion: 1, on: '2024-06-02', document: '06/LC' })

describe("an advance at another rate, by decision of the fund's manager", () => {
  test('is limited by it, kept with it and shown with it', async () => {
    const award = await contract()
    // 62.5 % of 300.
    expect((await request(award, 187_500_001n, decision)).refused).toEqual(['above-advance-limit'])
    const { id } = await request(award, 187_500_000n, decision)
    expect(await pay(id)).toMatchObject({ state: 'CONFIRMED' })
    const { body } = await finance.ask(
      `{ node(id: "${id}") { ... on PaymentRequest { amount rate { document on percent } parts { settled } } } }`,
    )
    expect(body).toEqual({
      data: {
        node: { amount: '187500000', rate: { document: '12/QĐ-SCT', on: '2024-05-15', percent: '62.5' }, parts: [] },
      },
    })
    const kept = await gateway.database.prisma.decisionRecord.findFirstOrThrow({ where: { question: 'advance' } })
    expect(kept.answer).toContain('12/QĐ-SCT')
  })

  test('is nobody else’s to decide, and it is asked who did', async () => {
    const award = await contract()
    expect((await request(award, 1n, { ...decision, by: 'OTHER' }))['problems']).toMatchObject([
      { code: 'not-met', message: expect.stringContaining('MR-8') as unknown },
    ])
    expect((await request(award, 1n, { ...decision, by: null }))['problems']).toMatchObject([
      { code: 'facts-missing', field: 'rate.by', message: 'Who decided the other share?' },
    ])
  })

  test('does not lift the cap on all advances', async () => {
    const award = await contract()
    expect((await request(award, 210n * m + 1n, { ...decision, percent: '90' })).refused).toEqual([
      'above-advance-limit',
    ])
    expect((await request(award, 210n * m, { ...decision, percent: '90' })).refused).toEqual([])
  })

  test('is not kept where it has no say', async () => {
    const showroom = await contract('SHOWROOM')
    expect((await request(showroom, 1n, decision)).refused).toEqual(['rate-not-used'])
    const award = await contract()
    const several = { duration: 'SEVERAL_YEARS', scheduleMet: true }
    const { id } = await request(award, 100n * m, decision, several)
    await pay(id)
    expect((await request(award, 1n, decision, several)).refused).toEqual(['rate-not-used'])
  })

  test('that no longer has a say when it is to be paid is refused, and asked for anew', async () => {
    const award = await contract()
    const several = { duration: 'SEVERAL_YEARS', scheduleMet: true }
    const [first, second] = [await request(award, 1n, decision, several), await request(award, 1n, decision, several)]
    expect((await pay(first.id)).refused).toEqual([])
    const { body } = await finance.ask(
      `mutation ($id: ID!) { payAdvance(idempotencyKey: "pay-it-again", id: $id, expectedVersion: 1, on: "2024-06-02",
        document: "06/LC") { ... on Refused { problems { code field expected(lang: EN) } } } }`,
      { id: second.id },
    )
    const problems = [{ code: 'rate-not-used', field: 'paymentId', expected: 'refuse it and ask anew' }]
    expect(body).toEqual({ data: { payAdvance: { problems } } })
  })

  test.each([
    ['above all', { percent: '100.0001' }, 'rate-percent'],
    ['nothing', { percent: '0.0' }, 'rate-percent'],
    ['no number', { percent: '60%' }, 'rate-percent'],
    ['finer than is kept, with zeros', { percent: '60.50000' }, 'rate-percent'],
    ['finer than is kept', { percent: '60.00001' }, 'rate-percent'],
    ['without a document', { document: ' ' }, 'rate-document'],
    ['decided after the request', { on: '2024-06-02' }, 'rate-later'],
  ])('is refused: %s', async (_what, wrong, code) => {
    expect((await request(await contract(), 1n, { ...decision, ...wrong })).refused).toEqual([code])
  })
})

test.each([
  [`NULL, '2024-05-15', 60`, 'ADVANCE', 'payments_rate_whole'],
  [`'12/QĐ', NULL, 60`, 'ADVANCE', 'payments_rate_whole'],
  [`'12/QĐ', '2024-05-15', NULL`, 'ADVANCE', 'payments_rate_whole'],
  [`'12/QĐ', '2024-05-15', 60`, 'SETTLEMENT', 'payments_rate_of_advance'],
  [`'12/QĐ', '2024-05-15', 0`, 'ADVANCE', 'payments_rate_of_advance'],
  [`'12/QĐ', '2024-05-15', 100.0001`, 'ADVANCE', 'payments_rate_of_advance'],
  [`'12/QĐ', '2024-06-02', 60`, 'ADVANCE', 'payments_rate_of_advance'],
  [`' ', '2024-05-15', 60`, 'ADVANCE', 'payments_rate_of_advance'],
])('the database does not keep %s of a request for %s', async (rate, kind, rule) => {
  const { awardId } = await gateway.database.prisma.paymentRequest.findFirstOrThrow()
  const insert = `INSERT INTO payment_requests
      (id, award_id, kind, amount, document, "on", facts, requested_by, rate_document, rate_decided_on, rate_percent)
    VALUES ('x', '${awardId}', '${kind}', 1, '1', '2024-06-01', '{}', 'p', ${rate})`
  await expect(gateway.database.prisma.$executeRawUnsafe(insert)).rejects.toThrow(new RegExp(rule))
})

test('every answer is given again to the byte', async () => {
  const outcomes = await verified(gateway.database)
  expect(new Set(outcomes.map(([question, { outcome }]) => `${question} ${outcome}`))).toEqual(
    new Set(['advance equal']),
  )
})

test('under another version of the pack every answer is compared, and nothing else is found', async () => {
  const found = await verifiedUnderAnotherVersion(gateway.database)
  expect(found.length).toBeGreaterThan(0)
  for (const [, verification] of found)
    expect(verification).toMatchObject({ outcome: 'other-version', differences: [] })
})
