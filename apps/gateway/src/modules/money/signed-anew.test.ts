import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { balancesIn, endWork, moneyHead, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { correctPosting } from './correct-posting.js'
import { reconcileMoney } from './reconcile.js'

// A contract that was entered wrongly is corrected and signed anew, also after the work has ended.

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

/** A machine whose work force majeure stopped, under a contract of 300 million. */
async function stopped() {
  const money = await yearOfMoney(gateway.database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 300n * m, contentCode: 'MACH', proposal: true }],
  })
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId, 'recordForceMajeure')
  return { money, people, id, proposalId }
}

async function correct(awardId: string, kind: 'COMMITMENT' | 'SETTLEMENT') {
  const { prisma } = gateway.database
  const where = { awardId, kind, correctedBy: null }
  const { id: postingId } = await prisma.posting.findFirstOrThrow({ where })
  const { finance: by } = moneyPeople(gateway.database)
  await correctPosting(prisma, by, { ...moneyHead('2024-07-05'), postingId, reason: 'nhầm' })
}

const ask = (awardId: string) =>
  command(centre, 'requestSettlement', {
    ...{ award: encodeGlobalID('Award', awardId), on: '2024-07-02', document: '05/QT', allVouchersListed: true },
    vouchers: [{ number: 'HĐ 1', item: 'máy', amount: (200n * m).toString(), counts: true }],
    forceMajeure: { explanation: 'GT 01' },
  })

async function settle(awardId: string) {
  const { id, refused } = await ask(awardId)
  expect(refused).toEqual([])
  const decided = { id, expectedVersion: 1, on: '2024-07-03', document: '06/QĐ' }
  expect((await command(finance, 'settleAward', decided)).refused).toEqual([])
}

const differencesOf = async (programmeId: string) =>
  (await reconcileMoney(gateway.database.prisma, { programmeId })).differences.map(({ code }) => code)

describe('a contract whose commitment was corrected', () => {
  test('is signed anew after the end of the work, and settled', async () => {
    const { money, people, id } = await stopped()
    await correct(id, 'COMMITMENT')
    expect((await ask(id)).refused).toEqual(['award-void'])
    const again = await people.sign(money, 0, 250n * m)
    await settle(again.id)
    expect(await balancesIn(gateway.database, money.appropriationId)).toMatchObject({ SETTLEMENT: 100n * m })
    expect(await differencesOf(money.programmeId)).toEqual([])
  })

  test('takes no advance either', async () => {
    const money = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines: [{ approved: 300n * m }] })
    const people = moneyPeople(gateway.database)
    const { id } = await people.sign(money)
    const asked = await people.requestAdvance(id, 10n * m)
    await correct(id, 'COMMITMENT')
    await expect(people.requestAdvance(id, 10n * m)).rejects.toMatchObject({ problems: [{ code: 'award-void' }] })
    await expect(people.pay(asked)).rejects.toMatchObject({ problems: [{ code: 'award-void' }] })
  })

  test('is not among what a proposal is awarded', async () => {
    const { money, people, id, proposalId } = await stopped()
    const awarded = async () => {
      const node = `node(id: "${encodeGlobalID('Proposal', proposalId)}")`
      return (await centre.ask(`{ ${node} { ... on Proposal { payments { awarded committed } } } }`)).body
    }
    await correct(id, 'COMMITMENT')
    expect(await awarded()).toEqual({ data: { node: { payments: null } } })
    await people.sign(money, 0, 250n * m)
    const payments = { awarded: String(250n * m), committed: String(250n * m) }
    expect(await awarded()).toEqual({ data: { node: { payments } } })
  })
})

test('a settled proposal of which no settlement stands is found, until it is settled anew', async () => {
  const { money, people, id } = await stopped()
  await settle(id)
  await correct(id, 'SETTLEMENT')
  expect(await differencesOf(money.programmeId)).toEqual(['settled-without-posting'])
  await correct(id, 'COMMITMENT')
  expect(await differencesOf(money.programmeId)).toEqual(['settled-without-posting'])
  const again = await people.sign(money)
  await settle(again.id)
  expect(await differencesOf(money.programmeId)).toEqual([])
})

test('what is promised to a closed proposal beside its settlement is found', async () => {
  const { money, id, proposalId } = await stopped()
  await settle(id)
  expect(await differencesOf(money.programmeId)).toEqual([])
  await gateway.database.engine.transaction(async (session) => {
    await session.run('SET LOCAL session_replication_role = replica')
    await session.run(`UPDATE proposals SET state = 'CLOSED' WHERE id = '${proposalId}'`)
    await session.run('SET LOCAL session_replication_role = DEFAULT')
  })
  expect(await differencesOf(money.programmeId)).toEqual(['promised-to-closed'])
})

test('there is one contract for a proposal, whatever its line', async () => {
  const { money, people } = await stopped()
  await expect(people.sign(money)).rejects.toMatchObject({ problems: [{ code: 'already-awarded' }] })
})
