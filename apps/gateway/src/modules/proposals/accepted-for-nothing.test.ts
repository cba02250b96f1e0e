import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { balancesIn, endWork, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { reconcileMoney } from '../money/reconcile.js'

// A proposal that was accepted and of which nothing can be settled comes to its end all the same.

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

const codesOf = ({ refused }: { readonly refused: readonly string[] }) => refused

test('its advance comes back, the rest is released, it is stopped, and its establishment is closed', async () => {
  const { prisma } = gateway.database
  const money = await yearOfMoney(gateway.database, {
    appropriated: 500n * m,
    lines: [{ approved: 300n * m, contentCode: 'MACH', proposal: true }],
  })
  const people = moneyPeople(gateway.database)
  const { id: awardId } = await people.sign(money)
  await people.advance(awardId, 100n * m)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId)

  const award = encodeGlobalID('Award', awardId)
  const settled = await command(centre, 'requestSettlement', {
    ...{ award, on: '2024-06-10', document: '05/QT', allVouchersListed: true },
    vouchers: [{ number: '1', item: 'máy', amount: String(400n * m), counts: false }],
    papers: ['CONTRACT', 'ACCEPTANCE_RECORD', 'LIQUIDATION'].map((name) => ({ name, answer: true })),
  })
  expect(codesOf(settled)).toEqual(['nothing-to-settle'])

  const ofAward = async (amount: bigint) => {
    const { version: expectedVersion } = await prisma.award.findUniqueOrThrow({ where: { id: awardId } })
    return { id: award, expectedVersion, amount: String(amount) }
  }
  const back = { ...(await ofAward(100n * m)), on: '2024-06-20', document: '31/GNT' }
  const stop = async () => {
    const { version: expectedVersion } = await prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    const said = { on: '2024-07-01', reason: 'không có chứng từ hợp lệ', document: '900/QĐ-UBND' }
    return await command(committee, 'cancelProposal', {
      id: encodeGlobalID('Proposal', proposalId),
      expectedVersion,
      ...said,
    })
  }
  expect(codesOf(await stop())).toEqual(['advance-not-returned'])
  expect(codesOf(await command(finance, 'returnAdvance', back))).toEqual([])
  const rest = { ...(await ofAward(200n * m)), on: '2024-06-21', document: '12/TB' }
  expect(codesOf(await command(centre, 'releaseCommitment', rest))).toEqual([])

  const { establishmentId } = await prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  const close = async () => {
    const { version: expectedVersion } = await prisma.establishment.findUniqueOrThrow({
      where: { id: establishmentId },
    })
    const id = encodeGlobalID('Establishment', establishmentId)
    return await command(centre, 'closeEstablishment', { id, expectedVersion, on: '2024-12-31', reason: 'giải thể' })
  }
  expect(codesOf(await close())).toEqual(['proposal-under-way'])
  expect(await stop()).toMatchObject({ state: 'CANCELLED', refused: [] })
  expect(codesOf(await close())).toEqual([])

  expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
    RETURN: 100n * m,
    APPROPRIATION: 400n * m,
  })
  const { differences } = await reconcileMoney(prisma, { programmeId: money.programmeId })
  expect(differences).toEqual([])
})
