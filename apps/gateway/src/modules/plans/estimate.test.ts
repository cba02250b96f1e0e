import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { at, planAt, planTeam, proposalNode, type PlanTeam } from '../../testing/plan-team.js'
import { done, machineProposal, type PlanShown } from '../../testing/plans.js'

let gateway: TestGateway
let team: PlanTeam
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
})
afterAll(() => gateway.close())

const ESTIMATE = `query ($id: ID!, $amount: PlanAmount) {
  planEstimate(planId: $id, amount: $amount) {
    __typename
    ... on Refused { problems { code } }
    ... on PlanEstimate {
      amount verdict
      total { lines support own open }
      byContent { contentCode lines support }
      bySource { source title lines support balance verdict shortfall surplus }
      byContentAndSource { contentCode source support }
      lines { line status ceiling excess missing { key } cites { text(lang: EN) } needs(lang: EN) }
      repeated { contentCode lines }
      missing { source line fact { key } }
      law { pack asOf }
    }
  }
}`

async function estimateOf({ id }: PlanShown, amount?: 'DEMANDED' | 'ESTIMATED' | 'APPROVED') {
  const { body } = await team.finance.ask(ESTIMATE, { id, amount })
  return (body as { data: { planEstimate: Record<string, unknown> } }).data.planEstimate
}

const programmeOf = async (plan: PlanShown) => {
  const id = Buffer.from(plan.id, 'base64').toString().replace('Plan:', '')
  return (await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id } })).programmeId
}

describe('the estimate of a plan', () => {
  test('sums by content and source, and says what is missing', async () => {
    let plan = await planAt(gateway, team, 'DRAFT')
    const training = { contentCode: 'MGMT-TRAIN', title: 'tập huấn', source: 'OTHER_LAWFUL' }
    plan = await done(team.centre, 'addActivityLine', { ...at(plan), ...training })
    const [machine, media, open] = plan.lines.map(({ id }) => id)
    expect(await estimateOf(plan)).toMatchObject({
      amount: 'ESTIMATED',
      verdict: 'UNKNOWN',
      total: { lines: 3, support: '250000000', own: (370_000_000n + 40_000_000n).toString(), open: [open] },
      byContent: [
        { contentCode: 'MACH', lines: 1, support: '200000000' },
        { contentCode: 'MEDIA', lines: 1, support: '50000000' },
        { contentCode: 'MGMT-TRAIN', lines: 1, support: '0' },
      ],
      bySource: [
        {
          source: 'PROVINCIAL_BUDGET',
          title: 'Ngân sách tỉnh',
          lines: 2,
          support: '250000000',
          balance: null,
          verdict: 'UNKNOWN',
        },
        { source: 'OTHER_LAWFUL', lines: 1, balance: null, shortfall: null },
      ],
      byContentAndSource: [
        { contentCode: 'MACH', source: 'PROVINCIAL_BUDGET' },
        { contentCode: 'MEDIA', source: 'PROVINCIAL_BUDGET' },
        { contentCode: 'MGMT-TRAIN', source: 'OTHER_LAWFUL' },
      ],
      lines: [
        { line: machine, status: 'WITHIN', ceiling: '285000000', excess: null },
        { line: media, status: 'WITHIN', ceiling: '90000000' },
        { line: open, status: 'NO_LEVEL', ceiling: null },
      ],
      missing: [
        { source: 'PROVINCIAL_BUDGET', line: null, fact: null },
        { source: 'OTHER_LAWFUL', line: null, fact: null },
        { source: null, line: open, fact: null },
      ],
      law: { pack: 'hai-duong-2023', asOf: '2024-03-01' },
    })
  })

  test('holds what is asked against the ceiling of the plan date', async () => {
    let plan = await planAt(gateway, team, 'DRAFT')
    const record = { programmeId: await programmeOf(plan), requestedSupport: 300_000_000n }
    const { id } = await machineProposal(gateway.database, { record })
    plan = await done(team.centre, 'addProposalLine', { ...at(plan), proposalId: proposalNode(id), on: '2024-03-02' })
    const above = plan.lines[2]
    expect(above).toMatchObject({ demanded: '300000000', estimated: '285000000', ceiling: '285000000' })
    expect(await estimateOf(plan, 'DEMANDED')).toMatchObject({
      verdict: 'UNMET',
      lines: [{}, {}, { line: above?.id, status: 'ABOVE', excess: '15000000' }],
      // The same establishment of the seed asks for a machine twice.
      repeated: [{ contentCode: 'MACH', lines: [plan.lines[0]?.id, above?.id] }],
    })
    expect(await estimateOf(plan)).toMatchObject({ lines: [{}, {}, { status: 'WITHIN', excess: null }] })
  })

  test('of a group goes by each establishment', async () => {
    let plan = await planAt(gateway, team, 'DRAFT')
    const { prisma } = gateway.database
    const { id, establishmentId, siteId } = await machineProposal(gateway.database, {
      record: { programmeId: await programmeOf(plan), kind: 'GROUP', requestedSupport: 400_000_000n },
    })
    const other = await prisma.site.findFirstOrThrow({ where: { establishmentId: { not: establishmentId } } })
    const part = { proposalId: id, contentCode: 'MACH' }
    await prisma.proposalMember.createMany({
      data: [
        { ...part, position: 1, establishmentId, siteId, eligibleCost: 570_000_000n, requestedSupport: 300_000_000n },
        {
          ...{ ...part, position: 2, establishmentId: other.establishmentId, siteId: other.id },
          ...{ eligibleCost: 570_000_000n, requestedSupport: 100_000_000n },
        },
      ],
    })
    plan = await done(team.centre, 'addProposalLine', { ...at(plan), proposalId: proposalNode(id), on: '2024-03-02' })
    // The first may have 285 million, and three quarters of the line are its own.
    expect(plan.lines[2]).toMatchObject({ demanded: '400000000', estimated: '380000000', ceiling: '380000000' })
    expect(await estimateOf(plan)).toMatchObject({
      total: { lines: 3 },
      byContent: [{ contentCode: 'MACH', lines: 2, support: '580000000' }, {}],
      lines: [{}, {}, { status: 'WITHIN' }],
    })
    expect(await estimateOf(plan, 'DEMANDED')).toMatchObject({
      lines: [{}, {}, { status: 'ABOVE', excess: '20000000' }],
    })
  })

  test('says what a source lacks, and what an approved plan came to', async () => {
    let plan = await planAt(gateway, team, 'ESTIMATED')
    const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '230000000' }]
    plan = await done(team.finance, 'balancePlan', { ...at(plan), balances, on: '2024-03-10' })
    expect(await estimateOf(plan)).toMatchObject({
      verdict: 'UNMET',
      bySource: [{ balance: '230000000', verdict: 'UNMET', shortfall: '20000000', surplus: '0' }],
      missing: [],
    })
    const amounts = [{ lineId: plan.lines[1]?.id, amount: '20000000' }]
    const approval = { ...at(plan), document: '1/QĐ', amounts, on: '2024-03-15' }
    plan = await done(team.committee, 'approvePlan', approval)
    expect(await estimateOf(plan)).toMatchObject({
      amount: 'APPROVED',
      verdict: 'MET',
      total: { support: '220000000' },
      bySource: [{ surplus: '10000000' }],
    })
  })
})
