import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { endWork, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'

// What is said with a request for money: nothing blank, nothing twice, and all of it in the audit.

const m = 1_000_000n

let gateway: TestGateway
let centre: Caller
let finance: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
})
afterAll(() => gateway.close())

/** A broadcast of the programme's own. */
async function activity() {
  const money = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines: [{ approved: 300n * m }] })
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  return { people, id, award: encodeGlobalID('Award', id) }
}

const papers = ['CONTRACT', 'ACCEPTANCE_RECORD', 'LIQUIDATION', 'SAMPLES'].map((name) => ({ name, answer: true }))
const voucher = { number: 'HĐ 1', item: 'phát sóng', amount: String(100n * m), counts: true }
const ask = (award: string, more: object = {}) =>
  command(centre, 'requestSettlement', {
    ...{ award, on: '2024-06-01', document: '05/QT', allVouchersListed: true, ceiling: String(1_000n * m) },
    ...{ papers, cases: [{ name: 'WEBSITE', answer: false }], vouchers: [voucher] },
    acceptance: { document: 'BB 01', on: '2024-05-30' },
    ...more,
  })
const problemsOf = async (asked: ReturnType<typeof ask>) =>
  z
    .array(z.object({ code: z.string(), field: z.string() }))
    .parse((await asked)['problems'])
    .map(({ code, field }) => `${field}: ${code}`)

describe('nothing is blank', () => {
  test('an acceptance without a number is none', async () => {
    const { award } = await activity()
    const acceptance = { document: '   ', on: '2024-05-30' }
    expect(await problemsOf(ask(award, { acceptance }))).toEqual(['awardId: not-accepted'])
  })

  test('a record of force majeure without a number is none: the law asks for it', async () => {
    const { award } = await activity()
    const forceMajeure = { explanation: 'GT', record: { document: ' ', on: '2024-05-30' } }
    expect(await problemsOf(ask(award, { acceptance: null, forceMajeure }))).toEqual([
      'forceMajeure.record: facts-missing',
    ])
  })

  test('a voucher has its number and its item', async () => {
    const { award } = await activity()
    const vouchers = [voucher, { ...voucher, number: ' ' }, { ...voucher, number: '3', item: '' }]
    expect(await problemsOf(ask(award, { vouchers }))).toEqual([
      'vouchers.1.number: voucher-blank',
      'vouchers.2.item: voucher-blank',
    ])
  })
})

test('nothing is answered twice', async () => {
  const { award } = await activity()
  const twice = [{ name: 'CONTRACT', answer: false }, ...papers]
  expect(await problemsOf(ask(award, { papers: twice }))).toEqual(['papers.1: answer-twice'])
  const cases = [true, false].map((answer) => ({ name: 'WEBSITE', answer }))
  expect(await problemsOf(ask(award, { cases }))).toEqual(['cases.1: answer-twice'])
})

test('a part of a proposal of several has one ceiling', async () => {
  const members = [200n * m, 100n * m]
  const lines = [{ approved: 300n * m, contentCode: 'MACH', proposal: true, members }]
  const money = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines })
  const { id } = await moneyPeople(gateway.database).sign(money)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId)
  const [first] = await gateway.database.prisma.proposalMember.findMany({ where: { proposalId } })
  const establishment = encodeGlobalID('Establishment', first?.establishmentId ?? '')
  const ceilings = [100n, 200n].map((ceiling) => ({ establishment, ceiling: ceiling.toString() }))
  const asked = ask(encodeGlobalID('Award', id), {
    ...{ ceilings, ceiling: null, acceptance: null, vouchers: [{ ...voucher, establishment }] },
  })
  expect(await problemsOf(asked)).toEqual(['ceilings.1: ceiling-twice'])
})

test('with a settlement all else is refused that was asked for the contract', async () => {
  const { people, id, award } = await activity()
  const advance = await people.requestAdvance(id, 10n * m)
  const other = await ask(award)
  const settled = await ask(award)
  const decided = { id: settled.id, expectedVersion: 1, on: '2024-06-02', document: '06/QĐ' }
  expect((await command(finance, 'settleAward', decided)).refused).toEqual([])
  const { prisma } = gateway.database
  const open = await prisma.paymentRequest.findMany({ where: { awardId: id, id: { in: [advance.id] } } })
  const all = await prisma.paymentRequest.findMany({ where: { awardId: id }, orderBy: { requestedAt: 'asc' } })
  expect(all.map(({ state, decisionDocument }) => [state, decisionDocument])).toEqual([
    ['REFUSED', '06/QĐ'],
    ['REFUSED', '06/QĐ'],
    ['CONFIRMED', '06/QĐ'],
  ])
  expect(open.map(({ reason }) => reason)).toEqual(['Hợp đồng đã quyết toán.'])
  expect(other.refused).toEqual([])
  expect(await prisma.auditEntry.count({ where: { entityId: advance.id, action: 'settleAward' } })).toBe(1)
})

test('the audit has all that a payment rests on', async () => {
  const { people, id, award } = await activity()
  const advance = await people.requestAdvance(id, 10n * m)
  const { id: settlement } = await ask(award)
  const entryOf = async (entityId: string, action: string) => {
    const entry = await gateway.database.prisma.auditEntry.findFirstOrThrow({ where: { entityId, action } })
    return JSON.parse(entry.content) as unknown
  }
  expect(await entryOf(advance.id, 'requestAdvance')).toMatchObject({
    after: { facts: { workPlanReady: true, workDone: '500000000' } },
  })
  const own = Buffer.from(settlement, 'base64').toString().slice('PaymentRequest:'.length)
  expect(await entryOf(own, 'requestSettlement')).toMatchObject({
    after: {
      facts: { papers: { contract: true, samples: true }, cases: { website: false }, allVouchersListed: true },
      vouchers: [{ id: 'HĐ 1', item: 'phát sóng', amount: '100000000', counts: true }],
      acceptance: { document: 'BB 01', on: '2024-05-30' },
    },
  })
})
