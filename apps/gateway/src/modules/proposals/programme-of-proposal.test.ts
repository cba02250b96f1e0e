import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHousehold, machineProposal, mutate } from '../../testing/apply.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { ownId } from '../../testing/mutations.js'
import { proposalNode } from '../../testing/plan-team.js'
import { machineProposal as recorded } from '../../testing/plans.js'
import { signIn } from '../../testing/people.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

test('of two programmes a proposal belongs to the one that began last, and an approved one stays where it is', async () => {
  const { prisma } = gateway.database
  const household = await addHousehold(gateway)
  const { establishmentId, siteId } = household
  const before = await recorded(gateway.database, { state: 'RUNNING', record: { establishmentId, siteId } })
  for (const [id, from] of [
    ['a-earlier', '2022-01-01'],
    ['later', '2024-01-01'],
  ] as const)
    await prisma.programme.create({
      data: {
        ...{ id, title: 'chương trình khác', issuer: 'UBND', provinceName: 'Hải Dương' },
        ...{ periodFrom: new Date(from), periodTo: new Date('2026-12-31') },
      },
    })
  const programmeOf = async (id: string) => (await prisma.proposal.findUniqueOrThrow({ where: { id } })).programmeId

  const centre = await signIn(gateway, 'CENTRE')
  const { id } = await mutate(centre, 'createProposal', { proposal: machineProposal(household) })
  expect(await programmeOf(ownId(id))).toBe('later')

  const industry = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
  const changed = await mutate(industry, 'changeApprovedProposal', {
    ...{ id: proposalNode(before.id), expectedVersion: before.version, on: '2024-06-01' },
    ...{ reason: 'đổi đối tác', document: '50/QĐ', change: { partners: ['Công ty TNHH Cơ khí An Phát'] } },
  })
  expect(changed.refused).toEqual([])
  expect(await programmeOf(before.id)).toBe(before.programmeId)
})
