import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../../testing/command.js'
import { addHousehold } from '../../testing/apply.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { balancesIn, endWork, moneyHead, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { correctPosting } from '../money/correct-posting.js'
import { reconcileMoney } from '../money/reconcile.js'

// A proposal is closed when its money is at rest: what was not needed is free, what was advanced beyond the settlement is back.

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

/** 300 million under contract, some of it advanced; 100 settled of a machine that a storm left half done. */
async function settled(advance: bigint) {
  const { establishmentId, siteId, establishment } = await addHousehold(gateway)
  const applicant = { establishmentId, siteId }
  const money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 300n * m, contentCode: 'MACH', proposal: true, applicant }],
  })
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  if (advance > 0n) await people.advance(id, advance)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId, 'recordForceMajeure')
  await settle(id)
  return { money, id, proposalId, establishmentId, establishment }
}

async function settle(awardId: string) {
  const { id } = await command(centre, 'requestSettlement', {
    ...{ award: encodeGlobalID('Award', awardId), on: '2024-06-01', document: '05/QT', allVouchersListed: true },
    vouchers: [{ number: '1', item: 'máy', amount: String(200n * m), counts: true }],
    forceMajeure: { explanation: 'GT 01' },
  })
  const decided = { id, expectedVersion: 1, on: '2024-06-02', document: '06/QĐ' }
  expect((await command(finance, 'settleAward', decided)).refused).toEqual([])
}

async function close(proposalId: string, more: object = {}) {
  const where = { id: proposalId }
  const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where })
  const asked = { id: encodeGlobalID('Proposal', proposalId), expectedVersion, on: '2024-06-05', ...more }
  return await command(centre, 'closeProposal', asked)
}

test('what the contract did not need is free again, on the document of the closing', async () => {
  const { money, id, proposalId } = await settled(0n)
  expect(await close(proposalId, { document: '3/TL' })).toMatchObject({ state: 'CLOSED', refused: [] })
  expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
    SETTLEMENT: 100n * m,
    APPROPRIATION: 900n * m,
  })
  const where = { awardId: id, kind: 'RELEASE' } as const
  const released = await gateway.database.prisma.posting.findFirstOrThrow({ where })
  expect(released).toMatchObject({ document: '3/TL', personId: centre.personId, on: new Date('2024-06-05') })
  const { differences } = await reconcileMoney(gateway.database.prisma, { programmeId: money.programmeId })
  expect(differences).toEqual([])
})

test('where the closing has no document, on the contract itself', async () => {
  const { id, proposalId } = await settled(0n)
  expect(await close(proposalId)).toMatchObject({ state: 'CLOSED' })
  const where = { awardId: id, kind: 'RELEASE' } as const
  expect((await gateway.database.prisma.posting.findFirstOrThrow({ where })).document).toBe('HĐ 01')
})

test('what was advanced beyond the settlement comes back first, and its establishment stays', async () => {
  const { id, proposalId, establishment, establishmentId } = await settled(140n * m)
  const { prisma } = gateway.database
  expect((await close(proposalId)).refused).toEqual(['advance-not-returned'])
  const leave = async () => {
    const { version } = await prisma.establishment.findUniqueOrThrow({ where: { id: establishmentId } })
    const asked = { id: establishment, expectedVersion: version, on: '2024-06-10', reason: 'giải thể' }
    return (await command(centre, 'closeEstablishment', asked)).refused
  }
  expect(await leave()).toEqual(['proposal-under-way'])
  const { version: expectedVersion } = await prisma.award.findUniqueOrThrow({ where: { id } })
  const back = { id: encodeGlobalID('Award', id), expectedVersion, amount: String(40n * m) }
  expect((await command(finance, 'returnAdvance', { ...back, on: '2024-06-03', document: '31/GNT' })).refused).toEqual(
    [],
  )
  expect(await close(proposalId)).toMatchObject({ state: 'CLOSED', refused: [] })
  expect(await leave()).toEqual([])
})

test('a settlement that was corrected is made anew first', async () => {
  const { id, proposalId } = await settled(0n)
  const { prisma } = gateway.database
  const { id: postingId } = await prisma.posting.findFirstOrThrow({ where: { awardId: id, kind: 'SETTLEMENT' } })
  const { finance: by } = moneyPeople(gateway.database)
  await correctPosting(prisma, by, { ...moneyHead('2024-06-03'), postingId, reason: 'nhầm' })
  expect((await close(proposalId)).refused).toEqual(['not-settled'])
  await settle(id)
  expect(await close(proposalId)).toMatchObject({ state: 'CLOSED' })
})

test('the database closes none that holds money, whoever asks', async () => {
  const { proposalId } = await settled(0n)
  const closing = gateway.database.engine.transaction(async (session) => {
    await session.run(`INSERT INTO proposal_steps
        (proposal_id, position, action, from_state, to_state, judges, person_id, role, "on", reason, document)
      SELECT proposal_id, max(position) + 1, 'closeProposal', 'SETTLED', 'CLOSED', false, 'x', 'x', '2024-07-01', 'x', 'x'
      FROM proposal_steps WHERE proposal_id = '${proposalId}' GROUP BY proposal_id`)
    await session.run(`UPDATE proposals SET state = 'CLOSED' WHERE id = '${proposalId}'`)
  })
  await expect(closing).rejects.toMatchObject({ constraint: 'proposals_closed_hold_nothing' })
})
