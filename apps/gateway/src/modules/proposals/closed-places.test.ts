import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addHousehold, attach, completeDraft, mutate, step, type Household } from '../../testing/apply.js'
import { asVariables } from '../../testing/facts.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'
import { machineProposal } from '../../testing/plans.js'

// Places that were closed over the head of a proposal, as it could be done once.

let gateway: TestGateway
let centre: Caller
let department: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  department = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
})
afterAll(() => gateway.close())

const closedOn = new Date('2024-05-01')
const shut = {
  site: ({ siteId: id }: Household) => gateway.database.prisma.site.update({ where: { id }, data: { closedOn } }),
  establishment: ({ establishmentId: id }: Household) =>
    gateway.database.prisma.establishment.update({ where: { id }, data: { closedOn, closedReason: 'giải thể' } }),
}
/** A draft that lacks no paper, of the centre's. */
const complete = async (household: Household, more?: Readonly<Record<string, unknown>>) =>
  await attach(gateway, centre, await completeDraft(gateway, centre, household, more), 'letter')

const fields = { site: 'siteId', establishment: 'establishmentId' } as const

describe.each(['site', 'establishment'] as const)('where the %s of a proposal has closed', (what) => {
  test('one that runs is still changed, but not to another closed place', async () => {
    const [household, another] = [await addHousehold(gateway), await addHousehold(gateway)]
    const { establishmentId, siteId } = household
    const { id, version } = await machineProposal(gateway.database, {
      state: 'RUNNING',
      record: { establishmentId, siteId },
    })
    await shut[what](household)
    await shut[what](another)
    const change = async (expectedVersion: number, changed: object) => {
      const said = { on: '2024-06-01', reason: 'đổi đối tác', document: '50/QĐ' }
      const node = encodeGlobalID('Proposal', id)
      return await mutate(department, 'changeApprovedProposal', { id: node, expectedVersion, ...said, change: changed })
    }
    const changed = await change(version, { partners: ['Công ty TNHH Cơ khí An Phát'] })
    expect(changed).toMatchObject({ refused: [], version: version + 1 })
    const moved = await change(changed.version, { establishment: another.establishment, site: another.site })
    expect(moved.problems).toMatchObject([{ code: 'closed', field: fields[what] }])
  })

  test('a draft is not handed in', async () => {
    const household = await addHousehold(gateway)
    const draft = await complete(household)
    await shut[what](household)
    const { problems } = await step(centre, 'submitProposal', draft)
    expect(problems).toMatchObject([{ code: 'closed', field: fields[what] }])
  })

  test('nor is a draft whose group has it', async () => {
    const [household, member] = [await addHousehold(gateway), await addHousehold(gateway)]
    const part = {
      contentCode: 'MACH',
      facts: asVariables({}),
      eligibleCost: '285000000',
      requestedSupport: '100000000',
    }
    const members = [household, member].map(({ establishment, site }) => ({ ...part, establishment, site }))
    const draft = await complete(household, { kind: 'GROUP', members })
    await shut[what](member)
    const { problems } = await step(centre, 'submitProposal', draft)
    expect(problems).toMatchObject([{ code: 'closed', field: `members.1.${fields[what]}` }])
  })
})
