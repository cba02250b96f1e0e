import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verified, verifiedUnderAnotherVersion } from '../../testing/decisions.js'
import { command, type Commanded } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { endWork, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { at, programmeOfItsOwn } from '../../testing/plan-team.js'
import { done, machineProposal, million } from '../../testing/plans.js'
import { decideByLaw } from './record-decisions.js'

let gateway: TestGateway
let department: Caller
let centre: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  department = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
  centre = await signIn(gateway, 'CENTRE')
})
afterAll(() => gateway.close())

/** A machine for 800 million that asks for 380: above the cap of 300, within 1.5 times that. */
const costly = (fund: 'NATIONAL' | 'PROVINCIAL' = 'NATIONAL', record: object = {}) =>
  machineProposal(gateway.database, {
    facts: { ownFunds: 420n * million },
    record: {
      ...{ fund, totalCost: 800n * million, eligibleCost: 800n * million, requestedSupport: 380n * million },
      ...record,
    },
  })

const decision = { on: '2024-02-15', document: '77/QĐ-BCT', decided: true }
const record = (proposal: { readonly id: string; readonly version: number }, more: object = {}, caller = department) =>
  command(caller, 'recordPriority', {
    id: proposal.id.includes('-') ? encodeGlobalID('Proposal', proposal.id) : proposal.id,
    expectedVersion: proposal.version,
    ...decision,
    ...more,
  })
const again = ({ id, version }: Commanded) => ({ id, version })

/** What stands against the next step, as the law is asked. */
async function against(id: string): Promise<readonly string[]> {
  const asked = gateway.database.prisma.$transaction((tx) => decideByLaw(tx, id, 9, 'proposal'))
  return await asked.then(
    () => [],
    (error: unknown) => (error as { problems: readonly { code: string }[] }).problems.map(({ code }) => code),
  )
}

describe("a higher level that the fund's manager decided", () => {
  test('raises the ceiling of the national fund once it is recorded, and no longer once it is withdrawn', async () => {
    const proposal = await costly()
    expect(await against(proposal.id)).toEqual(['above-ceiling'])
    const raised = await record(proposal)
    expect(raised.refused).toEqual([])
    expect(await against(proposal.id)).toEqual([])
    const { body } = await department.ask(`{ node(id: "${raised.id}") { ... on Proposal {
      priorities { decided document on role } lastDecisions { question outcome amount }
    } } }`)
    expect(body).toMatchObject({
      data: {
        node: {
          priorities: [{ decided: true, document: '77/QĐ-BCT', on: '2024-02-15', role: 'INDUSTRY_DEPARTMENT' }],
          // Half of the cost, within 1.5 times the cap.
          lastDecisions: [
            { question: 'raised-ceiling', outcome: 'known', amount: '400000000' },
            { question: 'eligibility', outcome: 'met' },
          ],
        },
      },
    })
    const withdrawn = await record(again(raised), { decided: false, document: '90/QĐ-BCT' })
    expect(withdrawn.refused).toEqual([])
    expect(await against(proposal.id)).toEqual(['above-ceiling'])
  })

  test('does not raise that of a local fund: its text is not known', async () => {
    const proposal = await costly('PROVINCIAL')
    expect((await record(proposal)).refused).toEqual([])
    expect(await against(proposal.id)).toEqual(['above-ceiling'])
  })

  test('is recorded by the department, on its document, once', async () => {
    const proposal = await costly()
    expect((await record(proposal, {}, centre)).refused).toEqual(['not-allowed'])
    expect((await record(proposal, { document: ' ' })).refused).toEqual(['document-missing'])
    expect((await record(proposal, { on: '2999-01-01' })).refused).toEqual(['on-in-future'])
    expect((await record(proposal, { decided: false })).refused).toEqual(['nothing-changes'])
    const raised = await record(proposal)
    expect((await record(proposal)).refused).toEqual(['stale'])
    expect((await record(again(raised))).refused).toEqual(['nothing-changes'])
    const made = await costly('NATIONAL', { makers: [department.personId] })
    expect((await record(made)).refused).toEqual(['four-eyes'])
    await expect(gateway.database.prisma.proposalPriority.deleteMany()).rejects.toThrow(/proposal_priorities/)
  })

  test('counts in the plan', async () => {
    const programmeId = await programmeOfItsOwn(gateway)
    const proposal = await costly('NATIONAL', { programmeId, title: 'máy tiện CNC' })
    await record(proposal)
    await gateway.database.prisma.$transaction((tx) => decideByLaw(tx, proposal.id, 9, 'proposal'))
    const programme = encodeGlobalID('ProgrammeDocument', programmeId)
    let plan = await done(centre, 'openPlan', { programmeId: programme, year: 2024, planDate: '2024-03-01' })
    const line = { ...at(plan), proposalId: encodeGlobalID('Proposal', proposal.id), on: '2024-03-02' }
    plan = await done(centre, 'addProposalLine', line)
    expect(plan.lines).toMatchObject([{ demanded: '380000000', estimated: '380000000', ceiling: '400000000' }])
  })

  test('counts when it is settled', async () => {
    const money = await yearOfMoney(gateway.database, {
      ...{ source: 'NATIONAL_FUND', appropriated: 760n * million },
      lines: Array.from({ length: 2 }, () => ({ approved: 380n * million, contentCode: 'MACH', proposal: true })),
    })
    const amounts: unknown[] = []
    for (const [index, { proposalId }] of money.lines.entries()) {
      const { id } = await moneyPeople(gateway.database).sign(money, index)
      const found = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id: proposalId ?? '' } })
      if (index === 0) expect((await record(found)).refused).toEqual([])
      await endWork(gateway.database, found.id)
      const settlement = await command(centre, 'requestSettlement', {
        ...{ award: encodeGlobalID('Award', id), on: '2024-06-01', document: '05/QT', allVouchersListed: true },
        vouchers: [{ number: '1', item: 'máy', amount: '2000000000', counts: true }],
        papers: ['CONTRACT', 'ACCEPTANCE_RECORD', 'LIQUIDATION'].map((name) => ({ name, answer: true })),
      })
      amounts.push(settlement['amount'])
    }
    expect(amounts).toEqual(['380000000', '300000000'])
  })

  test('is given again to the byte with every answer that rests on it', async () => {
    const outcomes = await verified(gateway.database)
    expect(new Set(outcomes.map(([question, { outcome }]) => `${question} ${outcome}`))).toEqual(
      new Set(['eligibility equal', 'raised-ceiling equal', 'settlement equal']),
    )
  })

  test('under another version of the pack it is compared, and nothing else is found', async () => {
    const found = await verifiedUnderAnotherVersion(gateway.database)
    expect(found.length).toBeGreaterThan(0)
    for (const [, verification] of found)
      expect(verification).toMatchObject({ outcome: 'other-version', differences: [] })
  })
})
