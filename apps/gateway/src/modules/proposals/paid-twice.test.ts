import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  addHousehold,
  completeDraft,
  held,
  householdFacts,
  mutate as change,
  peopleFor,
  step,
  type Household,
  type Outcome,
} from '../../testing/apply.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { codes, mutate, REFUSED, type Result } from '../../testing/mutations.js'
import { at, planTeam, programmeId, proposalNode } from '../../testing/plan-team.js'
import { act, done, machineProposal } from '../../testing/plans.js'
import type { Caller } from '../../testing/people.js'

// Another programme pays for the same machine: a proposal comes no further, at each place where it could.

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const taxCode = '0300588569'

/** What another programme says that it pays. */
const paidBy = (caller: Caller, record: string): Promise<Result> =>
  mutate(
    caller,
    `mutation ($key: String!, $csv: String!) {
      importOutsideSupport(idempotencyKey: $key, csv: $csv, source: "Công văn 12/SKHCN") { __typename
        ... on OutsideSupportImportReport { recorded } ${REFUSED} } }`,
    {
      csv: `Chương trình,Số hồ sơ,MST,Tên cơ sở,Nội dung chi,Từ ngày,Đến ngày,Số tiền
Đổi mới công nghệ,${record},${taxCode},,máy sấy  ms-77,2024-01-01,2024-12-31,100000000`,
    },
  )

const Found = z.object({
  data: z.object({
    proposalDuplicates: z.object({ duplicates: z.array(z.object({ key: z.string(), settled: z.boolean() })) }),
  }),
})

/** The department lets pass whatever stands against a proposal. */
async function override(caller: Caller, { id, version }: Pick<Outcome, 'id' | 'version'>): Promise<void> {
  const { body } = await caller.ask(
    'query ($id: ID!) { proposalDuplicates(proposal: $id) { duplicates { key settled } } }',
    { id },
  )
  for (const { key: duplicate, settled } of Found.parse(body).data.proposalDuplicates.duplicates) {
    if (settled) continue
    const answered = await mutate(
      caller,
      `mutation ($key: String!, $id: ID!, $version: Int!, $duplicate: String!, $on: Date!) {
        overrideDuplicate(idempotencyKey: $key, proposal: $id, expectedVersion: $version, duplicate: $duplicate, on: $on,
          reason: "Máy thứ hai, hóa đơn riêng") { __typename ... on ProposalDuplicates { duplicates { key } } ${REFUSED} } }`,
      { id, version, duplicate },
    )
    expect(codes(answered)).toEqual([])
  }
}

test('is refused when it is submitted, recommended and approved, naming the other record, until the department overrides it', async () => {
  const household = await addHousehold(gateway)
  const { establishmentId, establishment } = household
  await gateway.database.prisma.establishment.update({ where: { id: establishmentId }, data: { taxCode } })
  const { applicant, centre, appraiser, director } = await peopleFor(gateway, household)
  const { industry, finance, committee } = await planTeam(gateway)
  const machine = { establishment, item: 'Máy sấy MS-77', cost: '570000000', support: '200000000' }
  let proposal = await completeDraft(gateway, applicant, household, {
    expenses: [{ ...machine, periodFrom: '2024-04-01', periodTo: '2024-10-31' }],
  })
  const named = (record: string) => ({
    code: 'supported-already',
    message: expect.stringContaining(`${record} (Đổi mới công nghệ)`) as unknown,
  })

  await paidBy(centre, 'KHCN-12')
  expect(await step(applicant, 'submitProposal', proposal)).toMatchObject({
    refused: ['supported-already'],
    problems: [{ ...named('KHCN-12'), field: 'expenses' }],
  })
  await override(director, proposal)
  proposal = await step(applicant, 'submitProposal', proposal)
  expect(proposal).toMatchObject({ state: 'SUBMITTED' })

  proposal = await step(centre, 'surveyProposal', proposal)
  proposal = await step(appraiser, 'appraiseProposal', proposal, { judgements: held })
  await paidBy(centre, 'KHCN-13')
  expect(await step(director, 'recommendProposal', proposal)).toMatchObject({ problems: [named('KHCN-13')] })
  await override(director, proposal)
  proposal = await step(director, 'recommendProposal', proposal)
  expect(proposal).toMatchObject({ state: 'RECOMMENDED' })

  let plan = await done(centre, 'openPlan', { programmeId, year: 2024, planDate: '2024-03-01' })
  plan = await done(centre, 'addProposalLine', { ...at(plan), proposalId: proposal.id, on: '2024-03-06' })
  plan = await done(industry, 'handOverEstimate', { ...at(plan), on: '2024-03-07' })
  const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '200000000' }]
  plan = await done(finance, 'balancePlan', { ...at(plan), balances, on: '2024-03-08' })
  await paidBy(centre, 'KHCN-14')
  const approval = { ...at(plan), document: '512/QĐ-UBND', on: '2024-03-09' }
  expect(await act(committee, 'approvePlan', approval)).toMatchObject({
    problems: [{ ...named('KHCN-14'), field: 'lines.1' }],
  })
  await override(director, { ...proposal, version: proposal.version + 1 })
  expect(await done(committee, 'approvePlan', approval)).toMatchObject({
    state: 'APPROVED',
    lines: [{ proposal: { state: 'APPROVED' } }],
  })
})

/** An approved proposal of a household for one machine. */
const approvedFor = ({ establishmentId, siteId }: Household, item: string) =>
  machineProposal(gateway.database, {
    state: 'APPROVED',
    facts: householdFacts,
    record: {
      ...{ establishmentId, siteId },
      expenses: {
        create: [
          {
            ...{ position: 1, establishmentId, item, cost: 570_000_000n, support: 200_000_000n },
            ...{ periodFrom: new Date('2024-04-01'), periodTo: new Date('2024-10-31') },
          },
        ],
      },
    },
  })

test('is refused when an approved proposal is changed to it', async () => {
  const household = await addHousehold(gateway)
  const { director } = await peopleFor(gateway, household)
  const first = await approvedFor(household, 'Máy sấy MS-77')
  const second = await approvedFor(household, 'Máy ép')
  const changed = (changes: object) =>
    change(director, 'changeApprovedProposal', {
      ...{ id: proposalNode(second.id), expectedVersion: second.version, on: '2024-07-01' },
      ...{ reason: 'đổi máy', document: '61/QĐ-SCT', change: changes },
    })
  const machine = { cost: '570000000', support: '200000000', periodFrom: '2024-04-01', periodTo: '2024-10-31' }
  const expenses = (item: string) => ({ expenses: [{ establishment: household.establishment, item, ...machine }] })
  expect((await changed(expenses('máy sấy  MS-77'))).problems).toMatchObject([
    { code: 'supported-already', field: 'expenses', message: expect.stringContaining(first.number) as unknown },
  ])
  expect((await changed(expenses('Máy sấy MS-78'))).refused).toEqual([])
})
