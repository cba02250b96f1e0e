import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
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

describe('the answer says which facts were taken from the registry', () => {
  const Kept = z.object({
    question: z.string(),
    outcome: z.string(),
    fromRegistry: z.array(
      z.object({
        fact: z.object({ key: z.string(), vi: z.string(), en: z.string() }),
        value: z.object({ vi: z.string(), en: z.string() }),
        said: z.object({ vi: z.string(), en: z.string() }).nullable(),
        differs: z.boolean(),
      }),
    ),
  })
  const Body = z.object({
    data: z.object({ node: z.object({ lastDecisions: z.array(Kept), decisions: z.array(Kept) }) }),
  })
  const text = 'vi: text(lang: VI) en: text(lang: EN)'
  const answer = `question outcome fromRegistry {
    fact { key vi: title(lang: VI) en: title(lang: EN) } value { ${text} } said { ${text} } differs }`

  /** Of a proposal that was submitted with such facts: what the law was asked with, as its own answers tell it. */
  async function shownOf(facts: object) {
    const draft = await completeDraft(gateway, applicant, household, { facts: asVariables(facts) })
    const { id } = await step(applicant, 'submitProposal', draft)
    const query = `query ($id: ID!) { node(id: $id) { ... on Proposal { lastDecisions { ${answer} } decisions { ${answer} } } } }`
    const { lastDecisions, decisions } = Body.parse((await applicant.ask(query, { id })).body).data.node
    const questions = (kept: readonly z.infer<typeof Kept>[]) => kept.map(({ question }) => question).toSorted()
    expect(questions(lastDecisions)).toEqual(['ceiling', 'eligibility'])
    expect(questions(decisions)).toEqual(questions(lastDecisions))
    expect(decisions.every((kept) => lastDecisions.some((last) => JSON.stringify(last) === JSON.stringify(kept)))).toBe(
      true,
    )
    return lastDecisions
  }

  test('with both values where they differ, in both languages, and the law answers as it did', async () => {
    for (const { outcome, fromRegistry } of await shownOf({
      ...machineFacts,
      legalForm: 'enterprise',
      siteKind: 'ward',
    })) {
      expect(['met', 'known']).toContain(outcome)
      expect(fromRegistry.filter(({ differs }) => differs)).toEqual([
        {
          fact: { key: 'legalForm', vi: expect.any(String) as string, en: expect.any(String) as string },
          value: { vi: 'hộ kinh doanh', en: 'business household' },
          said: { vi: 'doanh nghiệp', en: 'enterprise' },
          differs: true,
        },
      ])
      const siteKind = fromRegistry.find(({ fact }) => fact.key === 'siteKind')
      expect(siteKind).toMatchObject({ value: { en: 'ward' }, said: { en: 'ward' }, differs: false })
    }
  })

  test('and nothing of what the proposal alone says', async () => {
    for (const { fromRegistry } of await shownOf(machineFacts)) {
      expect(fromRegistry.map(({ fact }) => fact.key)).toEqual(expect.arrayContaining(Object.keys(known)))
      expect(fromRegistry.map(({ fact }) => fact.key)).not.toContain('trade')
      expect(fromRegistry.map(({ said }) => said)).toEqual(fromRegistry.map(() => null))
    }
  })
})
