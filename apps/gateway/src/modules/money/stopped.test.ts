import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { balancesIn, moneyHead, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { codes, mutate, REFUSED } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'
import { correctPosting } from './correct-posting.js'
import { reconcileMoney } from './reconcile.js'

// What becomes of the money of a proposal that UBND tỉnh stops.

const m = 1_000_000n

let gateway: TestGateway
let committee: Caller
let finance: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  committee = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
})
afterAll(() => gateway.close())

/** A proposal with a contract of 300 million. */
async function contracted() {
  const money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 300n * m, proposal: true }],
  })
  const people = moneyPeople(gateway.database)
  const { id: award } = await people.sign(money)
  return { ...money, people, award, proposal: money.lines[0]?.proposalId ?? '' }
}

const recordOf = (id: string) => gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id } })

async function stop(proposal: string) {
  const { version: expectedVersion } = await recordOf(proposal)
  const said = { on: '2024-07-01', reason: 'cơ sở xin thôi', document: '900/QĐ-UBND' }
  return await command(committee, 'cancelProposal', {
    id: encodeGlobalID('Proposal', proposal),
    expectedVersion,
    ...said,
  })
}

const differencesOf = async (programmeId: string) =>
  (await reconcileMoney(gateway.database.prisma, { programmeId })).differences.map(({ code }) => code)

const session = (...statements: readonly string[]) =>
  gateway.database.engine.transaction(async (one) => {
    for (const statement of statements) await one.run(statement)
  })

test('what a contract still promises is free again, on the decision that stops the proposal', async () => {
  const { award, proposal, appropriationId, programmeId } = await contracted()
  expect(await stop(proposal)).toMatchObject({ state: 'CANCELLED', refused: [] })
  expect(await balancesIn(gateway.database, appropriationId)).toEqual({ APPROPRIATION: 1_000n * m })
  const { prisma } = gateway.database
  const released = await prisma.posting.findFirstOrThrow({ where: { awardId: award, kind: 'RELEASE' } })
  expect(released).toMatchObject({ document: '900/QĐ-UBND', personId: committee.personId, on: new Date('2024-07-01') })
  const entry = { where: { entity: 'Posting', entityId: released.id } }
  expect(await prisma.auditEntry.findFirstOrThrow(entry)).toMatchObject({ action: 'cancelProposal' })
  expect(await differencesOf(programmeId)).toEqual([])
})

test('an advance comes back first: until then it is refused, naming the contract, and nothing is freed', async () => {
  const { award, proposal, people, appropriationId, programmeId } = await contracted()
  await people.advance(award, 100n * m)
  const message = 'Of the contract HĐ 01, 100,000,000 đồng are advanced and have not come back.'
  expect(await stop(proposal)).toMatchObject({
    refused: ['advance-not-returned'],
    problems: [{ field: 'id', message }],
  })
  expect((await recordOf(proposal)).state).toBe('CONTRACTED')
  const held = { COMMITMENT: 200n * m, ADVANCE: 100n * m, APPROPRIATION: 700n * m }
  expect(await balancesIn(gateway.database, appropriationId)).toEqual(held)

  const { version: expectedVersion } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id: award } })
  const back = { id: encodeGlobalID('Award', award), expectedVersion, amount: String(100n * m) }
  const returned = await command(finance, 'returnAdvance', { ...back, on: '2024-06-20', document: '31/GNT' })
  expect(returned.refused).toEqual([])
  expect(await stop(proposal)).toMatchObject({ state: 'CANCELLED', refused: [] })
  expect(await balancesIn(gateway.database, appropriationId)).toEqual({ RETURN: 100n * m, APPROPRIATION: 900n * m })
  expect(await differencesOf(programmeId)).toEqual([])
})

test('one whose contract was released before is stopped as well', async () => {
  const { award, proposal } = await contracted()
  const { version: expectedVersion } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id: award } })
  const centre = await signIn(gateway, 'CENTRE')
  const all = { id: encodeGlobalID('Award', award), expectedVersion, amount: String(300n * m) }
  await command(centre, 'releaseCommitment', { ...all, on: '2024-06-20', document: '12/TB' })
  expect(await stop(proposal)).toMatchObject({ state: 'CANCELLED', refused: [] })
})

test('nothing is promised to it afterwards: its release is not corrected', async () => {
  const { award, proposal } = await contracted()
  await stop(proposal)
  const where = { awardId: award, kind: 'RELEASE' } as const
  const { id } = await gateway.database.prisma.posting.findFirstOrThrow({ where })
  const correction = { id: encodeGlobalID('Posting', id), on: '2024-07-02', document: '5/TB', reason: 'nhầm' }
  const query = `mutation ($key: String!, $id: ID!, $on: Date!, $document: String!, $reason: String!) {
    correctPosting(idempotencyKey: $key, id: $id, on: $on, document: $document, reason: $reason) { __typename ${REFUSED} } }`
  expect(codes(await mutate(finance, query, correction))).toEqual(['awardId: proposal-stopped'])
})

// A return that never happened is corrected like any other posting: the ledger then says what is true, that the establishment
// still has the advance of a proposal that is stopped. It is found until it has come back.
test('a return that never happened is corrected, found, and made good by the return itself', async () => {
  const { award, proposal, people, programmeId, appropriationId } = await contracted()
  await people.advance(award, 100n * m)
  const giveBack = async (on: string) => {
    const { version: expectedVersion } = await gateway.database.prisma.award.findUniqueOrThrow({ where: { id: award } })
    const back = { id: encodeGlobalID('Award', award), expectedVersion, amount: String(100n * m) }
    return await command(finance, 'returnAdvance', { ...back, on, document: '31/GNT' })
  }
  expect((await giveBack('2024-06-20')).refused).toEqual([])
  await stop(proposal)
  const where = { awardId: award, kind: 'RETURN' } as const
  const { id } = await gateway.database.prisma.posting.findFirstOrThrow({ where })
  const correction = { id: encodeGlobalID('Posting', id), on: '2024-07-02', document: '5/TB', reason: 'nhầm' }
  const query = `mutation ($key: String!, $id: ID!, $on: Date!, $document: String!, $reason: String!) {
    correctPosting(idempotencyKey: $key, id: $id, on: $on, document: $document, reason: $reason) { __typename ${REFUSED} } }`
  expect(codes(await mutate(finance, query, correction))).toEqual([])
  expect(await differencesOf(programmeId)).toEqual(['promised-to-stopped'])
  expect((await giveBack('2024-07-03')).refused).toEqual([])
  expect(await balancesIn(gateway.database, appropriationId)).toEqual({ RETURN: 100n * m, APPROPRIATION: 900n * m })
  expect(await differencesOf(programmeId)).toEqual([])
})

test('nor is what was never advanced promised to it again: it is free', async () => {
  const { award, proposal, people, programmeId, appropriationId } = await contracted()
  const { prisma } = gateway.database
  await people.advance(award, 100n * m)
  const { version: expectedVersion } = await prisma.award.findUniqueOrThrow({ where: { id: award } })
  const back = { id: encodeGlobalID('Award', award), expectedVersion, amount: String(100n * m) }
  await command(finance, 'returnAdvance', { ...back, on: '2024-06-20', document: '31/GNT' })
  await stop(proposal)
  const correct = async (kind: 'RETURN' | 'ADVANCE') => {
    const { id: postingId } = await prisma.posting.findFirstOrThrow({ where: { awardId: award, kind } })
    await correctPosting(prisma, people.finance, { ...moneyHead('2024-07-02', '5/TB'), postingId, reason: 'nhầm' })
  }
  await correct('RETURN')
  await correct('ADVANCE')
  expect(await balancesIn(gateway.database, appropriationId)).toEqual({ APPROPRIATION: 1_000n * m })
  const released = { awardId: award, kind: 'RELEASE', document: '5/TB', on: new Date('2024-07-02') } as const
  expect(await prisma.posting.count({ where: released })).toBe(1)
  expect(await differencesOf(programmeId)).toEqual([])
})

test('the database promises it nothing either', async () => {
  const { award, proposal, appropriationId } = await contracted()
  await stop(proposal)
  const { prisma } = gateway.database
  const where = { awardId: award, kind: 'RELEASE' } as const
  const { id } = await prisma.posting.findFirstOrThrow({ where })
  const sides = [
    ['COMMITMENT', `'${award}'`, 300n * m],
    ['APPROPRIATION', 'NULL', -300n * m],
  ] as const
  const promised = session(
    `INSERT INTO postings (id, kind, appropriation_id, award_id, "on", document, person_id, corrects_id, reason)
     VALUES ('again', 'CORRECTION', '${appropriationId}', '${award}', '2024-07-02', '1', 'p', '${id}', 'x')`,
    `INSERT INTO posting_entries (posting_id, position, account, appropriation_id, award_id, amount) VALUES
     ${sides.map(([account, of, amount], index) => `('again', ${String(index + 1)}, '${account}', '${appropriationId}', ${of}, ${String(amount)})`).join()}`,
  )
  await expect(promised).rejects.toMatchObject({ constraint: 'balances_promise_none_stopped' })
})

test('what was asked for it and not decided is refused with it', async () => {
  const { award, proposal, people } = await contracted()
  const { id } = await people.requestAdvance(award, 100n * m)
  expect(await stop(proposal)).toMatchObject({ state: 'CANCELLED', refused: [] })
  const { prisma } = gateway.database
  const payment = await prisma.paymentRequest.findUniqueOrThrow({ where: { id } })
  const decided = { decidedBy: committee.personId, decisionDocument: '900/QĐ-UBND', reason: 'cơ sở xin thôi' }
  expect(payment).toMatchObject({ state: 'REFUSED', version: 2, ...decided })
  const entry = { where: { entity: 'PaymentRequest', entityId: id, action: 'cancelProposal' } }
  expect(await prisma.auditEntry.count(entry)).toBe(1)
})

test('the database stops none that holds money, whoever asks', async () => {
  const { proposal } = await contracted()
  const step = `INSERT INTO proposal_steps
      (proposal_id, position, action, from_state, to_state, judges, person_id, role, "on", reason, document)
    SELECT proposal_id, max(position) + 1, 'cancelProposal', 'CONTRACTED', 'CANCELLED', true, 'x', 'x', '2024-07-01', 'x', 'x'
    FROM proposal_steps WHERE proposal_id = '${proposal}' GROUP BY proposal_id`
  const state = `UPDATE proposals SET state = 'CANCELLED' WHERE id = '${proposal}'`
  await expect(session(step, state)).rejects.toMatchObject({ constraint: 'proposals_stopped_hold_nothing' })
})

test('money that is promised to a stopped proposal all the same is found', async () => {
  const { proposal, programmeId } = await contracted()
  await session(
    'SET LOCAL session_replication_role = replica',
    `UPDATE proposals SET state = 'CANCELLED' WHERE id = '${proposal}'`,
    'SET LOCAL session_replication_role = DEFAULT',
  )
  expect(await differencesOf(programmeId)).toEqual(['promised-to-stopped'])
})
