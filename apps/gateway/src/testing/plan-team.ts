import { encodeGlobalID } from '@pothos/plugin-relay'
import type { PlanState } from '../generated/prisma/enums.js'
import type { TestGateway } from './gateway.js'
import { signIn, type Caller } from './people.js'
import { done, machineProposal, type PlanShown } from './plans.js'

export const programmeId = encodeGlobalID('ProgrammeDocument', 'hai-duong-2023-2025')

/** The id of the node of a proposal. */
export const proposalNode = (id: string): string => encodeGlobalID('Proposal', id)

/** Which plan, as it was last read. */
export const at = ({ id, version }: PlanShown) => ({ planId: id, expectedVersion: version })

/** One person of each office that has to do with plans. */
export interface PlanTeam {
  readonly centre: Caller
  readonly industry: Caller
  readonly finance: Caller
  readonly committee: Caller
}

export const planTeam = async (gateway: TestGateway): Promise<PlanTeam> => ({
  centre: await signIn(gateway, 'CENTRE'),
  industry: await signIn(gateway, 'INDUSTRY_DEPARTMENT'),
  finance: await signIn(gateway, 'FINANCE_DEPARTMENT'),
  committee: await signIn(gateway, 'PROVINCIAL_COMMITTEE'),
})

/** Days of the steps, one after the other. */
const days = {
  line: '2024-03-02',
  estimate: '2024-03-05',
  balance: '2024-03-10',
  approval: '2024-03-15',
  drop: '2024-03-18',
}

/**
 * A plan of its own programme that has come as far as a state: one machine of 200 million, and one activity of 50 million,
 * from the provincial budget. The one that was dropped is an adjustment of it.
 */
export async function planAt(
  gateway: TestGateway,
  { centre, industry, finance, committee }: PlanTeam,
  state: PlanState,
): Promise<PlanShown> {
  const programme = await programmeOfItsOwn(gateway)
  const { id } = await machineProposal(gateway.database, { record: { programmeId: programme } })
  const node = encodeGlobalID('ProgrammeDocument', programme)
  let plan = await done(centre, 'openPlan', { programmeId: node, year: 2024, planDate: '2024-03-01' })
  const { line: on } = days
  plan = await done(centre, 'addProposalLine', { ...at(plan), proposalId: proposalNode(id), on })
  plan = await done(centre, 'addActivityLine', {
    ...at(plan),
    ...{ contentCode: 'MEDIA', title: 'phóng sự', source: 'PROVINCIAL_BUDGET', demanded: '50000000' },
    facts: { eligibleCost: '90000000', totalCost: '90000000' },
  })
  if (state === 'DRAFT') return plan
  plan = await done(industry, 'handOverEstimate', { ...at(plan), on: days.estimate })
  if (state === 'ESTIMATED') return plan
  const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '250000000' }]
  plan = await done(finance, 'balancePlan', { ...at(plan), balances, on: days.balance })
  if (state === 'BALANCED') return plan
  plan = await done(committee, 'approvePlan', { ...at(plan), document: '512/QĐ-UBND', on: days.approval })
  if (state === 'APPROVED') return plan
  plan = await done(industry, 'adjustPlan', { ...at(plan), reason: 'bổ sung' })
  return await done(industry, 'dropPlan', { ...at(plan), reason: 'không còn cần', on: days.drop })
}

let programmes = 0

/** Each plan of a test stands in a programme of its own: a programme has one plan a year. */
export async function programmeOfItsOwn({ database: { prisma } }: TestGateway): Promise<string> {
  programmes += 1
  const { id } = await prisma.programme.create({
    data: {
      ...{ id: `programme-${String(programmes)}`, title: 'chương trình', issuer: 'UBND', provinceName: 'Hải Dương' },
      ...{ periodFrom: new Date('2023-01-01'), periodTo: new Date('2025-12-31') },
    },
  })
  return id
}
