import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHousehold, householdFacts, machineProposal, mutate, type Household } from '../../testing/apply.js'
import { asVariables } from '../../testing/facts.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { ownId } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'

// Under the name of somebody else nobody would look for what is paid twice.

let gateway: TestGateway
let centre: Caller
let household: Household
let other: Household
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  household = await addHousehold(gateway)
  other = await addHousehold(gateway)
})
afterAll(() => gateway.close())

const expense = (
  { establishment }: Household,
  item: string,
  amounts = { cost: '285000000', support: '100000000' },
) => ({
  ...{ establishment, item },
  ...amounts,
})
const create = (overrides: object) =>
  mutate(centre, 'createProposal', { proposal: machineProposal(household, { ...overrides }) })

const member = ({ establishment, site }: Household) => ({
  ...{ establishment, site, contentCode: 'MACH', facts: asVariables(householdFacts) },
  ...{ eligibleCost: '285000000', requestedSupport: '100000000' },
})
const group = () => ({
  kind: 'GROUP',
  members: [member(household), member(other)],
  expenses: [expense(household, 'máy một'), expense(other, 'máy hai')],
})

test('an expense item of an establishment that the proposal is not for is refused', async () => {
  const expenses = [expense(household, 'máy một'), expense(other, 'máy hai')]
  expect((await create({ expenses })).problems).toMatchObject([
    { code: 'expense-of-another', field: 'expenses.1.establishment' },
  ])
  const third = await addHousehold(gateway)
  expect((await create({ ...group(), expenses: [expense(other, 'a'), expense(third, 'b')] })).problems).toMatchObject([
    { code: 'expense-of-another', field: 'expenses.1.establishment' },
  ])
  expect((await create(group())).refused).toEqual([])
})

test('and so the database refuses it, whichever of the two is written', async () => {
  const { prisma } = gateway.database
  const single = ownId((await create({})).id)
  const several = ownId((await create(group())).id)
  const refused = /proposal_expenses_of_its_own/
  const { establishmentId, siteId } = other
  await expect(
    prisma.proposalExpense.updateMany({ where: { proposalId: single }, data: { establishmentId } }),
  ).rejects.toThrow(refused)
  await expect(prisma.proposal.update({ where: { id: single }, data: { establishmentId, siteId } })).rejects.toThrow(
    refused,
  )
  await expect(prisma.proposalMember.deleteMany({ where: { proposalId: several, establishmentId } })).rejects.toThrow(
    refused,
  )
})
