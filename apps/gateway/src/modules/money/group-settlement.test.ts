import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verified, verifiedUnderAnotherVersion } from '../../testing/decisions.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { balancesIn, endWork, moneyPeople, yearOfMoney, type YearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { reconcileMoney } from './reconcile.js'

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
const papers = ['CONTRACT', 'ACCEPTANCE_RECORD', 'LIQUIDATION'].map((name) => ({ name, answer: true }))

interface Group {
  readonly money: YearOfMoney
  readonly award: string
  readonly awardId: string
  /** Global ids of the establishments, in the order of the members. */
  readonly members: readonly string[]
}

/** Two with a machine each: 300 and 200 asked for, together above the cap of one establishment. */
async function group(approved = 500n * m, contentCode = 'MACH'): Promise<Group> {
  const money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved, contentCode, proposal: true, members: [300n * m, 200n * m] }],
  })
  const { id: awardId } = await moneyPeople(gateway.database).sign(money)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId)
  const members = await gateway.database.prisma.proposalMember.findMany({
    where: { proposalId },
    orderBy: { position: 'asc' },
  })
  return {
    ...{ money, awardId, award: encodeGlobalID('Award', awardId) },
    members: members.map(({ establishmentId }) => encodeGlobalID('Establishment', establishmentId)),
  }
}

interface VoucherAsked {
  readonly amount: bigint
  readonly of?: string | undefined
  readonly counts?: boolean
  readonly contentCode?: string
  readonly number?: string
}

const asked = (award: string, vouchers: readonly VoucherAsked[], more: object = {}) => ({
  ...{ award, papers, allVouchersListed: true, on: '2024-06-01', document: '05/QT' },
  vouchers: vouchers.map(({ amount, of: establishment, counts = true, ...rest }, index) => ({
    ...{ number: `HĐ ${String(index + 1)}`, item: 'máy', amount: amount.toString(), counts, establishment, ...rest },
  })),
  ...more,
})
const request = (award: string, vouchers: readonly VoucherAsked[], more: object = {}) =>
  command(centre, 'requestSettlement', asked(award, vouchers, more))
const confirm = (id: string) =>
  command(finance, 'settleAward', { id, expectedVersion: 1, on: '2024-06-02', document: '06/QĐ' })

async function partsOf(id: string) {
  const { body } = await finance.ask(`{ node(id: "${id}") { ... on PaymentRequest {
    parts { establishment { id } contentCode award settled binding own unused steps { name text(lang: EN) } }
    vouchers { number support own establishment { id } contentCode }
  } } }`)
  return body
}

describe('a group', () => {
  test('is settled establishment by establishment, above the cap of one', async () => {
    const { award, money, members } = await group()
    const [first, second] = members
    const { id, amount, refused } = await request(award, [
      { of: first, amount: 700n * m },
      { of: second, amount: 300n * m },
      { of: second, amount: 30n * m, counts: false },
    ])
    expect(refused).toEqual([])
    expect(amount).toBe('450000000')
    expect(await confirm(id)).toMatchObject({ state: 'CONFIRMED', amount: '450000000' })
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      APPROPRIATION: 500n * m,
      COMMITMENT: 50n * m,
      SETTLEMENT: 450n * m,
    })
    const lowest = (text: string) => expect.arrayContaining([expect.objectContaining({ text })]) as unknown
    expect(await partsOf(id)).toEqual({
      data: {
        node: {
          parts: [
            {
              ...{ establishment: { id: first }, contentCode: 'MACH', award: '300000000', settled: '300000000' },
              ...{ binding: 'award', own: '400000000', unused: '0' },
              steps: lowest('the lowest of 300,000,000 đồng; 300,000,000 đồng; 700,000,000 đồng = 300,000,000 đồng'),
            },
            {
              ...{ establishment: { id: second }, contentCode: 'MACH', award: '200000000', settled: '150000000' },
              ...{ binding: 'ceiling', own: '180000000', unused: '50000000' },
              steps: lowest('the lowest of 200,000,000 đồng; 150,000,000 đồng; 300,000,000 đồng = 150,000,000 đồng'),
            },
          ],
          vouchers: [
            {
              number: 'HĐ 1',
              support: '300000000',
              own: '400000000',
              establishment: { id: first },
              contentCode: 'MACH',
            },
            {
              number: 'HĐ 2',
              support: '150000000',
              own: '150000000',
              establishment: { id: second },
              contentCode: 'MACH',
            },
            { number: 'HĐ 3', support: '0', own: '30000000', establishment: { id: second }, contentCode: 'MACH' },
          ],
        },
      },
    })
  })

  test('with an award below what was approved: divided in proportion, to the last đồng', async () => {
    const { award, members } = await group(100n * m + 1n)
    const [first, second] = members
    const { id, amount } = await request(award, [
      { of: first, amount: 600n * m },
      { of: second, amount: 400n * m },
    ])
    expect(amount).toBe('100000001')
    expect(await partsOf(id)).toMatchObject({
      data: { node: { parts: [{ award: '60000001' }, { award: '40000000' }] } },
    })
  })

  test('each establishment numbers its own vouchers', async () => {
    const { award, members } = await group()
    const [first, second] = members
    const two = [
      { of: second, amount: 400n * m, number: '01' },
      { of: first, amount: 700n * m, number: '01' },
    ]
    const { id } = await request(award, two)
    expect(await partsOf(id)).toMatchObject({
      data: {
        node: {
          vouchers: [
            { number: '01', support: '200000000' },
            { number: '01', support: '300000000' },
          ],
        },
      },
    })
    expect((await confirm(id)).refused).toEqual([])
    const again = await group()
    const twice = [...two.map((one, index) => ({ ...one, of: again.members[1 - index] }))]
    const [one] = twice
    const wrong = await request(again.award, [...twice, ...(one ? [one] : [])])
    expect(wrong['problems']).toMatchObject([
      { code: 'voucher-twice', field: 'vouchers.2.number', message: 'The voucher has the number of voucher 1.' },
    ])
  })

  test('a number is one voucher, however it is written, and is kept without needless blanks', async () => {
    const { award, members } = await group()
    const [first, second] = members
    const again = await request(award, [
      { of: first, amount: 400n * m, number: 'HĐ 1' },
      { of: second, amount: 300n * m, number: ' HĐ  1' },
      { of: first, amount: 300n * m, number: 'hđ\t1 '.normalize('NFD') },
      { of: second, amount: 300n * m, number: ' ' },
    ])
    expect(again['problems']).toMatchObject([
      { code: 'voucher-blank', field: 'vouchers.3.number' },
      { code: 'voucher-twice', field: 'vouchers.2.number' },
    ])
    const { id } = await request(award, [
      { of: first, amount: 700n * m, number: 'HĐ 1' },
      { of: second, amount: 300n * m, number: ' HĐ  1' },
    ])
    expect(await partsOf(id)).toMatchObject({ data: { node: { vouchers: [{ number: 'HĐ 1' }, { number: 'HĐ 1' }] } } })
  })

  test('asked for before vouchers were kept by parts, is to be asked for anew', async () => {
    const { award, awardId, members } = await group()
    const { id } = await request(
      award,
      members.map((of) => ({ of, amount: 400n * m })),
    )
    const statements = [
      'SET LOCAL session_replication_role = replica',
      `UPDATE payment_vouchers SET establishment_id = NULL, content_code = NULL
        WHERE payment_id = (SELECT id FROM payment_requests WHERE award_id = '${awardId}')`,
      'SET LOCAL session_replication_role = DEFAULT',
    ]
    await gateway.database.engine.transaction(async (session) => {
      for (const statement of statements) await session.run(statement)
    })
    expect((await confirm(id))['problems']).toMatchObject([{ code: 'part-missing', field: 'paymentId' }])
    const decision = { id, expectedVersion: 1, on: '2024-06-02', document: '06/TB', reason: 'lập lại' }
    expect((await command(finance, 'refusePayment', decision)).refused).toEqual([])
  })

  test('each voucher says whose it is, and of nobody else', async () => {
    const { award, members } = await group()
    const stranger = await gateway.database.prisma.establishment.findFirstOrThrow({
      where: { members: { none: {} } },
      orderBy: { id: 'desc' },
    })
    const wrong = await request(award, [
      { amount: 1n * m },
      { amount: 1n * m, of: encodeGlobalID('Establishment', stranger.id) },
      { amount: 1n * m, of: members[0], contentCode: 'BRAND' },
    ])
    expect(wrong['problems']).toMatchObject([
      { code: 'part-missing', field: 'vouchers.0.establishment' },
      { code: 'part-unknown', field: 'vouchers.1.establishment' },
      {
        ...{ code: 'part-content', field: 'vouchers.2.contentCode' },
        message: 'This establishment does not have that content in the proposal.',
      },
    ])
  })

  test('asks for what is not known of one part', async () => {
    const { award, members } = await group(300n * m, 'SHOWROOM')
    const [first, second] = members
    const vouchers = members.map((of) => ({ of, amount: 400n * m }))
    const one = [{ establishment: first, ceiling: (80n * m).toString() }]
    const open = await request(award, vouchers, { ceilings: one })
    expect(open['problems']).toMatchObject([{ code: 'facts-missing', field: 'ceilings' }])
    expect((await request(award, vouchers, { ceiling: (80n * m).toString() })).refused).toEqual(['ceiling-of-part'])
    const unknown = [{ establishment: first, contentCode: 'MACH', ceiling: '1' }]
    expect((await request(award, vouchers, { ceilings: unknown })).refused).toEqual(['part-content'])
    const both = [...one, { establishment: second, ceiling: (500n * m).toString() }]
    const settled = await request(award, vouchers, { ceilings: both })
    // 80 of its 180, and all of the other's 120.
    expect(settled['amount']).toBe('200000000')
    expect((await confirm(settled.id)).refused).toEqual([])
  })

  test('names an article once that several parts do not meet', async () => {
    const { award, members } = await group()
    const vouchers = members.map((of) => ({ of, amount: 400n * m }))
    const lacking = { papers: [{ name: 'CONTRACT', answer: false }] }
    const { problems } = await request(award, vouchers, lacking)
    const message = expect.stringMatching(/^Part 1, 2: Not met \(MR-6\.proof\)/) as unknown
    expect(problems).toMatchObject([{ code: 'not-met', message }])
  })
})

test("an activity of the programme's own has no proposal, and no parts", async () => {
  const { members } = await group()
  const money = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines: [{ approved: 200n * m }] })
  const award = encodeGlobalID('Award', (await moneyPeople(gateway.database).sign(money)).id)
  const acceptance = { document: 'BB 01', on: '2024-05-30' }
  const message = 'This is an activity without a proposal.'
  const ofSomebody = await request(award, [{ amount: 100n * m, of: members[0] }], { acceptance })
  expect(ofSomebody['problems']).toMatchObject([{ code: 'no-parts', field: 'vouchers.0.establishment', message }])
  const ceilings = [{ establishment: members[0], ceiling: '1' }]
  const withCeilings = await request(award, [{ amount: 100n * m }], { acceptance, ceilings })
  expect(withCeilings['problems']).toMatchObject([{ code: 'no-parts', field: 'ceilings', message }])
})

test('a single proposal has vouchers of nobody in particular, and one part', async () => {
  const money = await yearOfMoney(gateway.database, {
    appropriated: 300n * m,
    lines: [{ approved: 200n * m, contentCode: 'MACH', proposal: true }],
  })
  const award = encodeGlobalID('Award', (await moneyPeople(gateway.database).sign(money)).id)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId)
  const { establishmentId } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  const establishment = encodeGlobalID('Establishment', establishmentId)
  expect((await request(award, [{ amount: 300n * m, of: establishment }])).refused).toEqual(['no-parts'])
  const ceilings = [{ establishment, ceiling: '1' }]
  expect((await request(award, [{ amount: 300n * m }], { ceilings })).refused).toEqual(['no-parts'])
  const { id } = await request(award, [{ amount: 300n * m }])
  expect(await partsOf(id)).toMatchObject({
    data: { node: { parts: [{ establishment: null, award: '200000000', settled: '150000000', binding: 'ceiling' }] } },
  })
})

describe('the database', () => {
  test.each([
    ['of nobody', 'NULL', 'NULL'],
    ['of another content', 'member', `'BRAND'`],
    [
      'of a stranger',
      `(SELECT id FROM establishments WHERE id <> ALL (SELECT establishment_id FROM proposal_members) LIMIT 1)`,
      `'MACH'`,
    ],
  ])('takes no voucher of a group %s', async (_what, establishment, content) => {
    const { awardId, members, award } = await group()
    const { id } = await request(
      award,
      members.map((of) => ({ of, amount: 400n * m })),
    )
    const payment = await gateway.database.prisma.paymentRequest.findFirstOrThrow({ where: { awardId } })
    expect(id).toBe(encodeGlobalID('PaymentRequest', payment.id))
    const member = `(SELECT establishment_id FROM payment_vouchers WHERE payment_id = '${payment.id}' LIMIT 1)`
    const insert = `INSERT INTO payment_vouchers (payment_id, position, number, item, amount, counts, support, establishment_id, content_code)
      VALUES ('${payment.id}', 9, '9', 'x', 1, false, 0, ${establishment === 'member' ? member : establishment}, ${content})`
    await expect(gateway.database.prisma.$executeRawUnsafe(insert)).rejects.toThrow(/payment_vouchers_of_part/)
  })

  test('takes a number once in a part, and once where there are none', async () => {
    const { prisma } = gateway.database
    const { awardId, members, award } = await group()
    await request(
      award,
      members.map((of) => ({ of, amount: 400n * m, number: '01' })),
    )
    const money = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines: [{ approved: 200n * m }] })
    const people = moneyPeople(gateway.database)
    const whole = await people.requestSettlement((await people.sign(money)).id, 100n * m)
    const ofGroup = await prisma.paymentRequest.findFirstOrThrow({ where: { awardId } })
    for (const id of [ofGroup.id, whole.id])
      await expect(
        prisma.$executeRawUnsafe(`INSERT INTO payment_vouchers (payment_id, position, number, item, amount, counts, support, establishment_id, content_code)
          SELECT payment_id, 9, number, item, amount, counts, support, establishment_id, content_code
          FROM payment_vouchers WHERE payment_id = '${id}' AND position = 1`),
      ).rejects.toThrow(/payment_vouchers_number_of_part/)
  })

  test('takes no voucher of somebody where there are no parts', async () => {
    const money = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines: [{ approved: 200n * m }] })
    const people = moneyPeople(gateway.database)
    const { id } = await people.requestSettlement((await people.sign(money)).id, 100n * m)
    const insert = `INSERT INTO payment_vouchers (payment_id, position, number, item, amount, counts, support, establishment_id, content_code)
      VALUES ('${id}', 9, '9', 'x', 1, false, 0, (SELECT id FROM establishments LIMIT 1), 'MEDIA')`
    await expect(gateway.database.prisma.$executeRawUnsafe(insert)).rejects.toThrow(/payment_vouchers_of_part/)
  })
})

test('every answer is given again to the byte, and every đồng is where the ledger says', async () => {
  const outcomes = await verified(gateway.database)
  expect(new Set(outcomes.map(([question, { outcome }]) => `${question} ${outcome}`))).toEqual(
    new Set(['settlement equal', 'group-settlement equal']),
  )
  expect((await reconcileMoney(gateway.database.prisma)).differences).toEqual([])
})

test('under another version of the pack every answer is compared, and nothing else is found', async () => {
  const found = await verifiedUnderAnotherVersion(gateway.database)
  expect(found.length).toBeGreaterThan(0)
  for (const [, verification] of found)
    expect(verification).toMatchObject({ outcome: 'other-version', differences: [] })
})
