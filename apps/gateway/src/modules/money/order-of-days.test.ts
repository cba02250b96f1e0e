import { randomUUID } from 'node:crypto'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { endWork, moneyHead, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { signContract } from './contract-service.js'

// What happens with money happens in an order: the plan, the contract, a request, its payment, what comes back of it.

const m = 1_000_000n

let gateway: TestGateway
let centre: Caller
let finance: Caller
let committee: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
  committee = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
})
afterAll(() => gateway.close())

/** A contract of 2 March 2024 over 300 million. */
async function signed(proposal = false) {
  const contentCode = proposal ? 'MACH' : 'MEDIA'
  const lines = [{ approved: 300n * m, proposal, contentCode }]
  const money = await yearOfMoney(gateway.database, { appropriated: 1_000n * m, lines })
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  return { money, people, id, award: encodeGlobalID('Award', id), proposalId: money.lines[0]?.proposalId ?? '' }
}

async function move(name: 'releaseCommitment' | 'returnAdvance', id: string, on: string) {
  const { version } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id } })
  const asked = { id: encodeGlobalID('Award', id), expectedVersion: version, amount: String(50n * m) }
  return (await command(name === 'returnAdvance' ? finance : centre, name, { ...asked, on, document: '1' })).refused
}

describe('not before the contract', () => {
  test('is anything of it released', async () => {
    const { id } = await signed()
    expect(await move('releaseCommitment', id, '2024-03-01')).toEqual(['before-contract'])
    expect(await move('releaseCommitment', id, '2024-03-02')).toEqual([])
  })

  test('is an advance or a settlement asked for', async () => {
    const { award } = await signed()
    const facts = { workPlanReady: true, duration: 'SEVERAL_YEARS', scheduleMet: true }
    const advance = { award, amount: '1', facts, on: '2024-03-01', document: '1' }
    expect((await command(centre, 'requestAdvance', advance)).refused).toEqual(['before-contract'])
    const settlement = {
      ...{ award, on: '2024-06-01', document: '1', vouchers: [{ number: '1', item: 'x', amount: '1', counts: true }] },
      acceptance: { document: 'BB', on: '2024-03-01' },
    }
    expect(await command(centre, 'requestSettlement', settlement)).toMatchObject({
      problems: [{ code: 'before-contract', field: 'acceptance.on' }],
    })
  })
})

test('a contract is not signed before the plan was approved', async () => {
  const lines = [{ approved: 300n * m }]
  const { planId, lines: written } = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines })
  const { version } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: planId } })
  const asked = { planLineId: written[0]?.id ?? '', expectedVersion: version, amount: 300n * m }
  const by = moneyPeople(gateway.database).centre
  await expect(
    signContract(gateway.database.prisma, by, { ...moneyHead('2024-01-31'), ...asked }),
  ).rejects.toMatchObject({ problems: [{ code: 'before-plan', field: 'on' }] })
})

test('an advance does not come back before it was paid', async () => {
  const { id, people } = await signed()
  await people.advance(id, 50n * m)
  expect(await move('returnAdvance', id, '2024-05-31')).toEqual(['before-advance'])
  expect(await move('returnAdvance', id, '2024-06-01')).toEqual([])
})

describe('a settlement', () => {
  const asked = (award: string, on: string) => ({
    ...{ award, on, document: '1', allVouchersListed: true, forceMajeure: { explanation: 'GT 01' } },
    vouchers: [{ number: '1', item: 'máy', amount: String(200n * m), counts: true }],
  })

  test('is not asked for before the work ended', async () => {
    const { award, proposalId } = await signed(true)
    await endWork(gateway.database, proposalId, 'recordForceMajeure')
    expect(await command(centre, 'requestSettlement', asked(award, '2024-05-19'))).toMatchObject({
      problems: [{ code: 'accepted-later', field: 'on' }],
    })
    expect((await command(centre, 'requestSettlement', asked(award, '2024-05-20'))).refused).toEqual([])
  })

  test('does not rest on an advance of a later day', async () => {
    const { id, award, people, proposalId } = await signed(true)
    await people.advance(id, 50n * m)
    await endWork(gateway.database, proposalId, 'recordForceMajeure')
    const { id: payment } = await command(centre, 'requestSettlement', asked(award, '2024-05-20'))
    const settle = (on: string) =>
      command(finance, 'settleAward', { id: payment, expectedVersion: 1, on, document: '2' })
    expect((await settle('2024-05-31')).refused).toEqual(['before-advance'])
    expect((await settle('2024-06-01')).refused).toEqual([])
  })
})

test('no request is refused with a stop of a day before it', async () => {
  const { id, people, proposalId } = await signed(true)
  await people.requestAdvance(id, 50n * m)
  const { version } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  const said = { id: encodeGlobalID('Proposal', proposalId), expectedVersion: version, reason: 'thôi', document: '9' }
  const stop = (on: string) => command(committee, 'cancelProposal', { ...said, on })
  expect((await stop('2024-05-31')).refused).toEqual(['before-request'])
  expect((await stop('2024-06-01')).refused).toEqual([])
})

test('an appropriation does not move long before its programme', async () => {
  const { appropriationId, programmeId } = await yearOfMoney(gateway.database, { appropriated: 9n, lines: [] })
  const of = { id: encodeGlobalID('Appropriation', appropriationId), amount: '1', document: '1' }
  const raise = (expectedVersion: number, on: string) =>
    command(finance, 'raiseAppropriation', { ...of, expectedVersion, on })
  // The programme runs from 2023 on.
  expect((await raise(1, '2021-12-31')).refused).toEqual(['before-programme'])
  expect((await raise(1, '2022-01-01')).refused).toEqual([])
  const back = { ...of, expectedVersion: 2, on: '0001-01-01' }
  expect((await command(finance, 'returnUnused', back)).refused).toEqual(['before-programme'])
  const programme = encodeGlobalID('ProgrammeDocument', programmeId)
  const fresh = { programme, year: 2025, source: 'PROVINCIAL_BUDGET', amount: '1', document: randomUUID() }
  expect((await command(finance, 'recordAppropriation', { ...fresh, on: '0001-01-01' })).refused).toEqual([
    'before-programme',
  ])
})
