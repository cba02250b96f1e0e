import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHousehold, householdFacts } from '../../testing/apply.js'
import { verified, verifiedUnderAnotherVersion } from '../../testing/decisions.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { actorIn, balancesIn, endWork, moneyHead, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { storedFacts } from '../proposals/facts.js'
import { recordForceMajeure } from '../proposals/record-force-majeure.js'
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

/** A machine for 200 million of support, of which 140 were advanced. */
async function project(how: 'acceptProposal' | 'recordForceMajeure') {
  const money = await yearOfMoney(gateway.database, {
    appropriated: 200n * m,
    lines: [{ approved: 200n * m, contentCode: 'MACH', proposal: true }],
  })
  const people = moneyPeople(gateway.database)
  const { id } = await people.sign(money)
  await people.advance(id, 140n * m)
  const proposalId = money.lines[0]?.proposalId ?? ''
  await endWork(gateway.database, proposalId, how)
  return { money, proposalId, award: encodeGlobalID('Award', id) }
}

/** A broadcast of the programme's own. */
async function activity() {
  const money = await yearOfMoney(gateway.database, { appropriated: 300n * m, lines: [{ approved: 300n * m }] })
  const { id } = await moneyPeople(gateway.database).sign(money)
  return { money, award: encodeGlobalID('Award', id) }
}

const request = (award: string, amount: bigint, more: object) =>
  command(centre, 'requestSettlement', {
    ...{ award, on: '2024-06-01', document: '05/QT', allVouchersListed: true },
    vouchers: [{ number: 'HĐ 1', item: 'máy', amount: amount.toString(), counts: true }],
    ...more,
  })
const confirm = (id: string) =>
  command(finance, 'settleAward', { id, expectedVersion: 1, on: '2024-06-02', document: '06/QĐ' })

async function close(proposalId: string) {
  const proposal = { where: { id: proposalId } }
  const { version: expectedVersion } = await gateway.database.prisma.proposal.findUniqueOrThrow(proposal)
  const closing = { id: encodeGlobalID('Proposal', proposalId), expectedVersion, on: '2024-06-03', document: '1/TL' }
  return await command(centre, 'closeProposal', closing)
}

async function giveBack(award: string, amount: bigint) {
  const where = { id: Buffer.from(award, 'base64').toString().slice('Award:'.length) }
  const { version: expectedVersion } = await gateway.database.prisma.award.findUniqueOrThrow({ where })
  const back = { id: award, expectedVersion, amount: amount.toString(), on: '2024-06-02', document: '31/GNT' }
  return await command(finance, 'returnAdvance', back)
}

async function correctSettlement(award: string) {
  const awardId = Buffer.from(award, 'base64').toString().slice('Award:'.length)
  const { id: posting } = await gateway.database.prisma.posting.findFirstOrThrow({
    where: { awardId, kind: 'SETTLEMENT' },
  })
  const correction = { id: encodeGlobalID('Posting', posting), reason: 'sai', on: '2024-06-03', document: '07/ĐC' }
  const { body } = await finance.ask(
    `mutation ($key: String!, $id: ID!, $reason: String!, $on: Date!, $document: String!) {
      correctPosting(idempotencyKey: $key, id: $id, reason: $reason, on: $on, document: $document) { __typename } }`,
    { key: `correct-${posting}`, ...correction },
  )
  expect(body).toEqual({ data: { correctPosting: { __typename: 'Posting' } } })
}

describe('a project that force majeure stopped', () => {
  test('is settled by the work done, on its explanation, without the proof of a completed one', async () => {
    const { money, proposalId, award } = await project('recordForceMajeure')
    const unexplained = await request(award, 200n * m, {})
    const message = 'What is the number of the letter that explains the force majeure?'
    expect(unexplained['problems']).toMatchObject([
      { code: 'facts-missing', field: 'forceMajeure.explanation', message },
    ])
    expect((await request(award, 200n * m, { forceMajeure: { explanation: ' ' } })).refused).toEqual(['facts-missing'])
    const record = { explanation: 'GT 01', record: { document: 'BB', on: '2024-05-20' } }
    expect((await request(award, 200n * m, { forceMajeure: record })).refused).toEqual(['recorded-by-step'])

    const { id, amount } = await request(award, 200n * m, { forceMajeure: { explanation: ' GT 01 ' } })
    // Half of what the work cost until then; 40 of the advance come back.
    expect(amount).toBe('100000000')
    expect((await confirm(id)).refused).toEqual([])
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      COMMITMENT: 60n * m,
      ADVANCE: 40n * m,
      SETTLEMENT: 100n * m,
    })
    const { prisma } = gateway.database
    expect((await prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })).state).toBe('SETTLED')
    const { body } = await finance.ask(`{ node(id: "${id}") { ... on PaymentRequest {
      explanation acceptedOn parts { settled binding }
      award { deadlines { ... on SettlementDeadlines { dossier { day missing } liquidation { day } } } }
    } } }`)
    expect(body).toEqual({
      data: {
        node: {
          ...{ explanation: 'GT 01', acceptedOn: null, parts: [{ settled: '100000000', binding: 'ceiling' }] },
          // Whether the record of the work done is a last acceptance, the circular does not say.
          award: {
            deadlines: { dossier: { day: null, missing: ['lastAcceptance'] }, liquidation: { day: '2025-01-22' } },
          },
        },
      },
    })
  })

  test('takes no more advances', async () => {
    const { award } = await project('recordForceMajeure')
    const amounts = { totalInvestment: '600000000', workDone: '500000000' }
    const asked = { award, amount: '1', facts: { workPlanReady: true, duration: 'ONE_YEAR', ...amounts } }
    const said = { on: '2024-06-01', document: '05/TU' }
    expect((await command(centre, 'requestAdvance', { ...asked, ...said })).refused).toEqual(['not-on-contract'])
  })

  test('is settled anew after a correction', async () => {
    const { award } = await project('recordForceMajeure')
    const { id } = await request(award, 200n * m, { forceMajeure: { explanation: 'GT 01' } })
    await confirm(id)
    await correctSettlement(award)
    const again = await request(award, 180n * m, { forceMajeure: { explanation: 'GT 02' } })
    expect(again['amount']).toBe('90000000')
    expect((await confirm(again.id)).refused).toEqual([])
  })

  test('is settled anew after it was closed: the money was paid', async () => {
    const { money, proposalId, award } = await project('recordForceMajeure')
    const settled = await request(award, 200n * m, { forceMajeure: { explanation: 'GT 01' } })
    await confirm(settled.id)
    expect((await close(proposalId)).refused).toEqual(['advance-not-returned'])
    expect((await giveBack(award, 40n * m)).refused).toEqual([])
    expect(await close(proposalId)).toMatchObject({ state: 'CLOSED', refused: [] })
    await correctSettlement(award)
    const again = await request(award, 180n * m, { forceMajeure: { explanation: 'GT 02' } })
    expect((await confirm(again.id)).refused).toEqual([])
    expect(await balancesIn(gateway.database, money.appropriationId)).toMatchObject({ SETTLEMENT: 90n * m })
    const { state } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    expect(state).toBe('CLOSED')
    // The settlement is lower than the one before: the rest is advanced, and found until it has come back.
    const { programmeId } = money
    const differences = async () =>
      (await reconcileMoney(gateway.database.prisma, { programmeId })).differences.map(({ code }) => code)
    expect(await differences()).toEqual(['promised-to-closed'])
    expect((await giveBack(award, 10n * m)).refused).toEqual([])
    expect(await differences()).toEqual([])
  })

  test('has no advances open that were asked for before', async () => {
    const { establishmentId, siteId } = await addHousehold(gateway)
    const applicant = { establishmentId, siteId, facts: storedFacts(householdFacts) }
    const money = await yearOfMoney(gateway.database, {
      appropriated: 200n * m,
      lines: [{ approved: 200n * m, contentCode: 'MACH', proposal: true, applicant }],
    })
    const people = moneyPeople(gateway.database)
    const { id } = await people.sign(money)
    const { id: asked } = await people.requestAdvance(id, 10n * m)
    const proposalId = money.lines[0]?.proposalId ?? ''
    const { prisma } = gateway.database
    const started = { action: 'startProposal', fromState: 'CONTRACTED', toState: 'RUNNING' } as const
    await prisma.$transaction(async (tx) => {
      const position = (await tx.proposalStep.count({ where: { proposalId } })) + 1
      const step = { ...started, judges: false, personId: 's', role: 'r', on: new Date('2024-04-01') }
      await tx.proposalStep.create({ data: { ...step, proposalId, position } })
      await tx.proposal.update({ where: { id: proposalId }, data: { state: 'RUNNING', version: { increment: 1 } } })
    })
    const { version } = await prisma.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    await recordForceMajeure(prisma, actorIn('INDUSTRY_DEPARTMENT'), {
      ...moneyHead('2024-06-10', '7/BB'),
      ...{ proposalId, expectedVersion: version, reason: 'bão' },
    })
    const payment = await prisma.paymentRequest.findUniqueOrThrow({ where: { id: asked } })
    expect(payment).toMatchObject({ state: 'REFUSED', reason: 'bão', decisionDocument: '7/BB', version: 2 })
    const entry = await prisma.auditEntry.findFirstOrThrow({
      where: { entity: 'PaymentRequest', entityId: asked, action: 'recordForceMajeure' },
    })
    expect(entry.entityId).toBe(asked)
  })
})

test('a proposal that was accepted as completed was not stopped', async () => {
  const { award } = await project('acceptProposal')
  const forceMajeure = { explanation: 'GT 01' }
  expect((await request(award, 200n * m, { forceMajeure })).refused).toEqual(['accepted-as-completed'])
})

describe("an activity of the programme's own", () => {
  const record = { document: 'BB-KL 01', on: '2024-05-20' }

  test('needs its explanation and the record of the work done', async () => {
    const { money, award } = await activity()
    const ceiling = (1_000n * m).toString()
    const asks = async (forceMajeure: object) => {
      const { problems } = await request(award, 100n * m, { ceiling, forceMajeure })
      return (problems as readonly { readonly field: string }[]).map(({ field }) => field)
    }
    expect(await asks({})).toEqual(['forceMajeure.explanation', 'forceMajeure.record'])
    expect(await asks({ explanation: 'GT 01' })).toEqual(['forceMajeure.record'])
    expect(await asks({ record })).toEqual(['forceMajeure.explanation'])
    const late = { explanation: 'GT 01', record: { ...record, on: '2024-06-02' } }
    expect((await request(award, 1n, { ceiling, forceMajeure: late })).refused).toEqual(['accepted-later'])
    const both = { forceMajeure: { explanation: 'GT 01' }, acceptance: record }
    expect((await request(award, 1n, { ceiling, ...both })).refused).toEqual(['accepted-and-stopped'])

    const { id } = await request(award, 100n * m, { ceiling, forceMajeure: { explanation: 'GT 01', record } })
    expect((await confirm(id)).refused).toEqual([])
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      COMMITMENT: 200n * m,
      SETTLEMENT: 100n * m,
    })
  })
})

describe('the database', () => {
  test('settles what was stopped on an explanation only, and what was accepted without one', async () => {
    for (const [how, explanation] of [
      ['recordForceMajeure', 'NULL'],
      ['acceptProposal', `'GT 01'`],
    ] as const) {
      const { money, award } = await project(how)
      const awardId = Buffer.from(award, 'base64').toString().slice('Award:'.length)
      const id = `pay-${how}`
      const { engine } = gateway.database
      const posting = engine.transaction(async (session) => {
        await session.rows(`INSERT INTO payment_requests (id, award_id, kind, state, amount, document, "on", facts, explanation,
            requested_by, decided_by, decided_on, decision_document)
          VALUES ('${id}', '${awardId}', 'SETTLEMENT', 'CONFIRMED', 1, '1', '2024-06-01', '{}', ${explanation}, 'p', 'q', '2024-06-01', '2')`)
        await session.rows(`INSERT INTO postings (id, kind, appropriation_id, award_id, "on", document, person_id, payment_id)
          VALUES ('post-${how}', 'SETTLEMENT', '${money.appropriationId}', '${awardId}', '2024-06-01', '1', 'p', '${id}')`)
      })
      await expect(posting).rejects.toThrow(/postings_settled_after_acceptance/)
    }
  })

  test('takes no explanation of an advance, and none that is empty', async () => {
    const { award } = await activity()
    const awardId = Buffer.from(award, 'base64').toString().slice('Award:'.length)
    for (const [kind, explanation] of [
      ['ADVANCE', 'GT 01'],
      ['SETTLEMENT', ' '],
    ])
      await expect(
        gateway.database.prisma.$executeRawUnsafe(`INSERT INTO payment_requests
            (id, award_id, kind, amount, document, "on", facts, requested_by, explanation)
          VALUES ('x', '${awardId}', '${String(kind)}', 1, '1', '2024-06-01', '{}', 'p', '${String(explanation)}')`),
      ).rejects.toThrow(/payments_explanation_of_settlement/)
  })
})

test('every answer is given again to the byte, and every đồng is where the ledger says', async () => {
  const outcomes = await verified(gateway.database)
  expect(new Set(outcomes.map(([question, { outcome }]) => `${question} ${outcome}`))).toEqual(
    new Set(['advance equal', 'ceiling equal', 'eligibility equal', 'settlement equal']),
  )
  expect((await reconcileMoney(gateway.database.prisma)).differences).toEqual([])
})

test('under another version of the pack every answer is compared, and nothing else is found', async () => {
  const found = await verifiedUnderAnotherVersion(gateway.database)
  expect(found.length).toBeGreaterThan(0)
  for (const [, verification] of found)
    expect(verification).toMatchObject({ outcome: 'other-version', differences: [] })
})
