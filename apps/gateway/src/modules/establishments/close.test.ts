import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ProposalState } from '../../generated/prisma/enums.js'
import { schema } from '../../graphql/schema.js'
import { addHousehold, machineProposal } from '../../testing/apply.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'
import { proposalAt } from '../../testing/proposals.js'

let gateway: TestGateway
let centre: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
})
afterAll(() => gateway.close())

type Household = Awaited<ReturnType<typeof addHousehold>>
const on = '2024-12-31'
const close = {
  establishment: ({ establishment: id }: Household) =>
    command(centre, 'closeEstablishment', { id, expectedVersion: 1, on, reason: 'giải thể' }),
  site: ({ site: id }: Household) => command(centre, 'closeSite', { id, expectedVersion: 1, on }),
}

/** The mutations that end a proposal in a state, or take it a step nearer; in the other states it is over. */
const waysOut: Readonly<Record<ProposalState, string | undefined>> = {
  DRAFT: 'Withdraw (withdrawProposal)',
  SUBMITTED: 'Withdraw (withdrawProposal)',
  SURVEYED: 'Withdraw (withdrawProposal)',
  SUPPLEMENT_ASKED: 'Withdraw (withdrawProposal)',
  APPRAISED: 'Withdraw (withdrawProposal)',
  RECOMMENDED: 'Withdraw (withdrawProposal)',
  IN_PLAN: 'Take out of the draft of the plan (removeLine, dropPlan)',
  APPROVED: 'Stop (cancelProposal)',
  CONTRACTED: 'Stop (cancelProposal)',
  RUNNING: 'Stop (cancelProposal)',
  FORCE_MAJEURE: 'Settle (settleAward) or Stop (cancelProposal)',
  ACCEPTED: 'Settle (settleAward) or Stop (cancelProposal)',
  SETTLED: undefined,
  CLOSED: undefined,
  REFUSED: undefined,
  CANCELLED: undefined,
}

describe.each(['establishment', 'site'] as const)('the %s of a proposal', (what) => {
  test.each(Object.values(ProposalState))('in the state %s', async (state) => {
    const household = await addHousehold(gateway)
    const { establishmentId, siteId } = household
    const { number } = await proposalAt(gateway.database, state, { establishmentId, siteId })
    const answer = await close[what](household)
    if (waysOut[state] === undefined) expect(answer).toMatchObject({ refused: [], version: 2 })
    else
      expect(answer).toMatchObject({
        refused: ['proposal-under-way'],
        problems: [{ field: 'id', message: `The proposal ${number} is not at its end.` }],
      })
  })

  test('of a group is not closed either, and each proposal is named', async () => {
    const [speaker, member] = [await addHousehold(gateway), await addHousehold(gateway)]
    const { establishmentId, siteId } = member
    const part = { contentCode: 'MACH', eligibleCost: 1n, requestedSupport: 1n }
    const group = await proposalAt(gateway.database, 'RUNNING', {
      ...{ kind: 'GROUP', establishmentId: speaker.establishmentId, siteId: speaker.siteId },
      members: { create: [{ ...part, position: 1, establishmentId, siteId }] },
    })
    const own = await proposalAt(gateway.database, 'DRAFT', { establishmentId, siteId })
    const { problems } = await close[what](member)
    expect(JSON.stringify(problems)).toContain(group.number)
    expect(JSON.stringify(problems)).toContain(own.number)
  })
})

/** The steps that are named in words like `Stop (cancelProposal)`. */
const named = (words: string): readonly string[] =>
  [...words.matchAll(/\(([^)]+)\)/g)].flatMap(([, names = '']) => names.split(', '))

const Expected = z.object({
  data: z.object({
    closeEstablishment: z.object({ problems: z.tuple([z.object({ vi: z.string(), en: z.string() })]) }),
  }),
})

test.each(Object.entries(waysOut).flatMap(([state, way]) => (way === undefined ? [] : [[state, way] as const])))(
  'of a proposal that is %s it says to %s first, in mutations that there are',
  async (state, way) => {
    const household = await addHousehold(gateway)
    const { establishmentId, siteId } = household
    await proposalAt(gateway.database, ProposalState[state as ProposalState], { establishmentId, siteId })
    const query = `mutation ($key: String!, $id: ID!) {
      closeEstablishment(idempotencyKey: $key, id: $id, expectedVersion: 1, on: "2024-12-31", reason: "giải thể") {
        ... on Refused { problems { vi: expected(lang: VI) en: expected(lang: EN) } } } }`
    const { body } = await centre.ask(query, { key: crypto.randomUUID(), id: household.establishment })
    const [{ vi, en }] = Expected.parse(body).data.closeEstablishment.problems
    expect(en).toBe(`first: ${way}`)
    expect(named(vi)).toEqual(named(way))
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(expect.arrayContaining([...named(way)]))
  },
)

test('nothing is asked for an establishment or a site that has closed', async () => {
  const create = (household: Household) => command(centre, 'createProposal', { proposal: machineProposal(household) })
  const [establishment, site] = [await addHousehold(gateway), await addHousehold(gateway)]
  await close.establishment(establishment)
  await close.site(site)
  expect(await create(establishment)).toMatchObject({
    problems: [{ code: 'closed', field: 'establishmentId', message: 'The establishment closed on 2024-12-31.' }],
  })
  expect(await create(site)).toMatchObject({
    problems: [{ code: 'closed', field: 'siteId', message: 'The site closed on 2024-12-31.' }],
  })
})

test('a draft that is written while its establishment is closed comes before or after, not in between', async () => {
  const household = await addHousehold(gateway)
  const [drafted, closed] = await Promise.all([
    command(centre, 'createProposal', { proposal: machineProposal(household) }),
    close.establishment(household),
  ])
  expect([...drafted.refused, ...closed.refused]).toHaveLength(1)
})
