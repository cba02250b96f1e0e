import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHousehold, completeDraft, machineFacts, peopleFor, step, type Household } from '../../testing/apply.js'
import { asVariables } from '../../testing/facts.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import type { Caller } from '../../testing/people.js'

let gateway: TestGateway
let household: Household
let applicant: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  household = await addHousehold(gateway)
  applicant = (await peopleFor(gateway, household)).applicant
})
afterAll(() => gateway.close())

/** What eligibility was decided on. */
async function decidedOn(facts: object): Promise<unknown> {
  const draft = await completeDraft(gateway, applicant, household, { facts: asVariables(facts) })
  expect(await step(applicant, 'submitProposal', draft)).toMatchObject({ state: 'SUBMITTED' })
  const { input } = await gateway.database.prisma.decisionRecord.findFirstOrThrow({
    where: { proposal: { number: draft.number }, question: 'eligibility' },
  })
  return JSON.parse(input)
}

const known = { legalForm: 'business-household', siteKind: 'ward', districtKind: 'city', siteInProvince: true }

test('nobody is asked for the legal form and the place: the registry knows them', async () => {
  expect(await decidedOn(machineFacts)).toMatchObject(known)
})

test('what the registry knows goes before what was said', async () => {
  expect(await decidedOn({ ...machineFacts, legalForm: 'enterprise', siteKind: 'commune' })).toMatchObject(known)
})
