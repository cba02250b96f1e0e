import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { accessTable } from '../../access/table.js'
import { ProposalState } from '../../generated/prisma/enums.js'
import { verified, verifiedUnderAnotherVersion } from '../../testing/decisions.js'
import { command, type Commanded } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { endWork, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'
import { at, programmeOfItsOwn } from '../../testing/plan-team.js'
import { done, machineProposal, million } from '../../testing/plans.js'
import { proposalAt, whoTook } from '../../testing/proposals.js'
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
    facts: { ownFunds: 550n * million },
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

const Last = z.object({
  data: z.object({
    node: z.object({
      lastDecisions: z.array(z.object({ question: z.string(), subject: z.string(), amount: z.string().nullable() })),
    }),
  }),
})

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

  test('the law speaks last once: the ceiling and the raised ceiling are one question', async () => {
    const proposal = await costly('NATIONAL', { requestedSupport: 250n * million })
    const asks = () => gateway.database.prisma.$transaction((tx) => decideByLaw(tx, proposal.id, 9, 'proposal'))
    const ceilings = async () => {
      const query =
        'query ($id: ID!) { node(id: $id) { ... on Proposal { lastDecisions { question subject amount } } } }'
      const { body } = await department.ask(query, { id: encodeGlobalID('Proposal', proposal.id) })
      const { lastDecisions } = Last.parse(body).data.node
      return lastDecisions.filter(({ question }) => question !== 'eligibility')
    }
    const [low, high] = [
      { question: 'ceiling', subject: 'MACH', amount: '300000000' },
      { question: 'raised-ceiling', subject: 'MACH', amount: '400000000' },
    ]
    await asks()
    expect(await ceilings()).toEqual([low])
    const raised = await record(proposal)
    await asks()
    expect(await ceilings()).toEqual([high])
    await record(again(raised), { decided: false, document: '90/QĐ-BCT' })
    await asks()
    expect(await ceilings()).toEqual([low])
  })

  test('is not withdrawn before the day of the decision', async () => {
    const raised = await record(await costly())
    const earlier = { decided: false, document: '90/QĐ-BCT', on: '2024-02-14' }
    expect((await record(again(raised), earlier)).refused).toEqual(['on-before-last-step'])
    expect((await record(again(raised), { ...earlier, on: '2024-02-15' })).refused).toEqual([])
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
      new Set(['ceiling equal', 'eligibility equal', 'raised-ceiling equal', 'settlement equal']),
    )
  })

  test('under another version of the pack it is compared, and nothing else is found', async () => {
    const found = await verifiedUnderAnotherVersion(gateway.database)
    expect(found.length).toBeGreaterThan(0)
    for (const [, verification] of found)
      expect(verification).toMatchObject({ outcome: 'other-version', differences: [] })
  })
})

describe('the database takes no word, whoever writes it,', () => {
  const write = (id: string, columns: Readonly<Record<string, string>> = {}) => {
    const values = {
      proposal_id: `'${id}'`,
      version: `(SELECT version + 1 FROM proposals WHERE id = '${id}')`,
      decided: 'true',
      document: `'77/QĐ-BCT'`,
      on: `'2024-02-15'`,
      person_id: `'another'`,
      role: `'INDUSTRY_DEPARTMENT'`,
      ...columns,
    }
    const names = Object.keys(values).map((name) => `"${name}"`)
    const insert = `INSERT INTO proposal_priorities (${names.join(', ')}) VALUES (${Object.values(values).join(', ')})`
    return gateway.database.engine.transaction((session) => session.run(insert))
  }

  test.each([
    ['for another version', { version: '99' }, 'proposal_priorities_next_version'],
    ['of its own maker', { person_id: `'${whoTook('createProposal')}'` }, 'proposal_priorities_four_eyes'],
    ['of one who submitted it', { person_id: `'submitter'` }, 'proposal_priorities_four_eyes'],
    ['that changes nothing', { decided: 'false' }, 'proposal_priorities_change'],
    ['without a document', { document: `' '` }, 'proposal_priorities_document_given'],
  ] as const)('%s', async (_what, columns, constraint) => {
    const { id } = await costly('NATIONAL', { makers: ['submitter'] })
    await expect(write(id, columns)).rejects.toMatchObject({ constraint })
  })

  test('that says again what stands, or is older', async () => {
    const { id } = await costly()
    expect((await record(await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id } }))).refused).toEqual(
      [],
    )
    await expect(write(id)).rejects.toMatchObject({ constraint: 'proposal_priorities_change' })
    await expect(write(id, { decided: 'false', on: `'2024-02-14'` })).rejects.toMatchObject({
      constraint: 'proposal_priorities_in_order',
    })
  })

  const states = accessTable.flatMap((row) => (row.action === 'recordPriority' ? row.states : []))
  test.each(Object.values(ProposalState))('in a state in which it may not be said: %s', async (state) => {
    const { id } = await proposalAt(gateway.database, state)
    const written = write(id)
    if (states.some((one) => one === state)) await written
    else await expect(written).rejects.toMatchObject({ constraint: 'proposal_priorities_under_way' })
  })
})
