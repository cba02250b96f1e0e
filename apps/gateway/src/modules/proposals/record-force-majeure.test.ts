import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyDecisions } from '../../decisions/verify.js'
import type { Prisma } from '../../generated/prisma/client.js'
import type { ProposalState } from '../../generated/prisma/enums.js'
import { addHousehold, householdFacts, type Household } from '../../testing/apply.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'
import { proposalAt } from '../../testing/proposals.js'
import { storedFacts } from './facts.js'

let gateway: TestGateway
let household: Household
let department: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  household = await addHousehold(gateway)
  department = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
})
afterAll(() => gateway.close())

const at = async (state: ProposalState, more: Partial<Prisma.ProposalUncheckedCreateInput> = {}) => {
  const { establishmentId, siteId } = household
  const facts = storedFacts(householdFacts)
  const { id, version } = await proposalAt(gateway.database, state, { establishmentId, siteId, facts, ...more })
  return { id: encodeGlobalID('Proposal', id), expectedVersion: version }
}

const said = { on: '2024-08-15', reason: 'bão số 3 làm hư hỏng nhà xưởng', document: '09/BB-KL' }
const record = (caller: Caller, proposal: object, more: object = {}) =>
  command(caller, 'recordForceMajeure', { ...proposal, ...said, ...more })

describe('work that force majeure stopped', () => {
  test('is recorded by the department, and is not accepted as completed', async () => {
    const proposal = await at('RUNNING')
    expect((await record(department, proposal, { document: ' ' })).refused).toEqual(['document-missing'])
    expect((await record(department, proposal, { reason: null })).refused).toEqual(['reason-missing'])
    const recorded = await record(department, proposal)
    expect(recorded).toMatchObject({ state: 'FORCE_MAJEURE', refused: [] })
    const next = { id: recorded.id, expectedVersion: recorded.version, on: '2024-08-16' }
    expect((await command(department, 'acceptProposal', { ...next, document: 'BB' })).refused).toEqual([
      'not-in-this-state',
    ])
    const outcomes: string[] = []
    await verifyDecisions(gateway.database.prisma, ({ question }, { outcome }) => {
      outcomes.push(`${question} ${outcome}`)
    })
    expect(outcomes.toSorted()).toEqual(['ceiling equal', 'eligibility equal'])
  })

  test('is recorded by the committee of the place, and by no other', async () => {
    const [near, far] = [
      await signIn(gateway, 'LOCAL_COMMITTEE', { localityId: '2025-07-01/10537' }),
      await signIn(gateway, 'LOCAL_COMMITTEE', {
        localityId: (
          await gateway.database.prisma.locality.findFirstOrThrow({
            where: { id: { startsWith: '2025-07-01/', not: '2025-07-01/10537' } },
          })
        ).id,
      }),
    ]
    const proposal = await at('RUNNING')
    expect((await record(far, proposal)).refused).toEqual(['not-allowed'])
    expect((await record(near, proposal)).refused).toEqual([])
  })

  test.each<ProposalState>(['CONTRACTED', 'ACCEPTED'])('is not recorded in %s', async (state) => {
    expect((await record(department, await at(state))).refused).toEqual(['not-in-this-state'])
  })

  test('waits for the members of a group, and for a law that lets money be released', async () => {
    expect((await record(department, await at('RUNNING', { kind: 'GROUP' }))).refused).toEqual(['members-missing'])
    expect((await record(department, await at('RUNNING', { facts: {} }))).refused).toContain('facts-missing')
  })

  test('with nothing to settle it is stopped by the level that approved it', async () => {
    const recorded = await record(department, await at('RUNNING'))
    const committee = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
    const stopped = { id: recorded.id, expectedVersion: recorded.version, ...said, on: '2024-09-01' }
    expect(await command(committee, 'cancelProposal', stopped)).toMatchObject({ state: 'CANCELLED' })
  })
})
