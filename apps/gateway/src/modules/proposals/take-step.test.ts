import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/actor.js'
import type { Database } from '../../database/database.js'
import type { Proposal } from '../../generated/prisma/client.js'
import { ProposalState, Role } from '../../generated/prisma/enums.js'
import { Refusal } from '../../graphql/refusal.js'
import { openTestDatabase } from '../../testing/database.js'
import { proposalAt, whoTook } from '../../testing/proposals.js'
import { lifeCycle, type StepName } from './life-cycle.js'
import { takeStep, type StepInput } from './take-step.js'
import { stepNames } from './transitions.js'

let database: Database
let establishmentId: string
let localityId: string
beforeAll(async () => {
  database = await openTestDatabase()
  const locality = await database.prisma.locality.findFirstOrThrow({ where: { level: 'COMMUNE' } })
  const establishment = await database.prisma.establishment.create({
    data: {
      id: 'of-the-test',
      form: 'HOUSEHOLD',
      provinceName: 'Hải Dương',
      provinceSort: 'hai duong',
      searchText: '',
      origin: 'RECORDED',
      sites: { create: { id: 'site-of-the-test', provinceName: 'Hải Dương', localityId: locality.id } },
    },
  })
  establishmentId = establishment.id
  localityId = locality.parentId ?? ''
})
afterAll(() => database.close())

const at = (state: ProposalState) =>
  proposalAt(database, state, { establishmentId: 'of-the-test', siteId: 'site-of-the-test' })

const holding = (role: Role, personId = `new-${role}`): Actor => ({
  personId,
  name: role,
  offices: [{ role, organisationId: 'o', establishmentId, localityId }],
})

const all: Omit<StepInput, 'proposalId'> = { on: '2024-03-02', reason: 'vì lý do', document: '12/QĐ' }

/** The step as a command would take it: whole or not at all. */
const take = (name: StepName, proposal: Pick<Proposal, 'id'>, actor: Actor, input: Partial<StepInput> = {}) =>
  database.prisma.$transaction((tx) => takeStep(tx, actor, name, { ...all, proposalId: proposal.id, ...input }))

async function codes(taking: Promise<unknown>): Promise<readonly string[]> {
  try {
    await taking
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.problems.map(({ code }) => code)
  }
}

const roleFor = (name: StepName): Role => lifeCycle[name].roles[0] ?? 'ADMINISTRATOR'

describe.each(stepNames)('%s', (name) => {
  const { from, to, roles, needsReason, needsDocument } = lifeCycle[name]
  const [start = 'DRAFT'] = from

  test.each(from)('leads on from %s', async (state) => {
    const before = await at(state)
    const { proposal, position, change } = await take(name, before, holding(roleFor(name)), {
      expectedVersion: before.version,
    })
    expect(proposal).toMatchObject({ state: to, version: before.version + 1 })
    expect(change).toMatchObject({ entity: 'Proposal', id: before.id, before: { state }, after: { state: to } })
    const step = await database.prisma.proposalStep.findUnique({
      where: { proposalId_position: { proposalId: before.id, position } },
    })
    expect(step).toMatchObject({ action: name, fromState: state, toState: to, role: roleFor(name), document: '12/QĐ' })
  })

  test('is for its roles only', async () => {
    const proposal = await at(start)
    for (const role of Object.values(Role)) {
      if (roles.includes(role)) continue
      expect(await codes(take(name, proposal, holding(role))), role).toEqual(['not-allowed'])
    }
  })

  test('is for its states only', async () => {
    for (const state of Object.values(ProposalState)) {
      if (from.includes(state)) continue
      expect(await codes(take(name, await at(state), holding(roleFor(name)))), state).toEqual(['not-in-this-state'])
    }
  })

  test('says why and by which document, where it has to', async () => {
    const taking = take(name, await at(start), holding(roleFor(name)), { reason: ' ', document: null })
    expect(await codes(taking)).toEqual([
      ...(needsReason === true ? ['reason-missing'] : []),
      ...(needsDocument === true ? ['document-missing'] : []),
    ])
  })
})

describe('a step', () => {
  test('is not dated in the future, nor before the step before it', async () => {
    const proposal = await at('SUBMITTED')
    const centre = holding('CENTRE')
    expect(await codes(take('surveyProposal', proposal, centre, { on: '2999-01-01' }))).toEqual(['on-in-future'])
    expect(await codes(take('surveyProposal', proposal, centre, { on: '2024-02-29' }))).toEqual(['on-before-last-step'])
    expect(await codes(take('surveyProposal', proposal, centre, { on: '2024-03-01' }))).toEqual([])
  })

  test('is refused when the proposal has changed meanwhile, or does not exist', async () => {
    const proposal = await at('SUBMITTED')
    expect(await codes(take('surveyProposal', proposal, holding('CENTRE'), { expectedVersion: 1 }))).toEqual(['stale'])
    expect(await codes(take('surveyProposal', { id: 'none' }, holding('CENTRE')))).toEqual(['not-found'])
  })

  test('is for the establishment itself and the committees of its place, not for others', async () => {
    const proposal = await at('DRAFT')
    const other: Actor = {
      personId: 'p',
      name: 'p',
      offices: [
        { role: 'ESTABLISHMENT', organisationId: 'o', establishmentId: 'another' },
        { role: 'LOCAL_COMMITTEE', organisationId: 'o', localityId: 'another' },
      ],
    }
    expect(await codes(take('submitProposal', proposal, other))).toEqual(['not-allowed'])
    expect(await codes(take('submitProposal', proposal, holding('LOCAL_COMMITTEE')))).toEqual([])
  })
})

describe('two pairs of eyes', () => {
  const everything = (personId: string): Actor => ({
    personId,
    name: personId,
    offices: Object.values(Role).map((role) => ({ role, organisationId: 'o', establishmentId, localityId })),
  })

  test.each([
    ['whoever made the proposal', 'createProposal'],
    ['whoever appraised it', 'appraiseProposal'],
  ] as const)('%s does not recommend it', async (_who, step) => {
    const taking = take('recommendProposal', await at('APPRAISED'), everything(whoTook(step)))
    expect(await codes(taking)).toEqual(['four-eyes'])
  })

  test('whoever submits it does not appraise it', async () => {
    const proposal = await at('DRAFT')
    await take('submitProposal', proposal, everything('one'))
    await take('surveyProposal', proposal, everything('one'))
    expect(await codes(take('appraiseProposal', proposal, everything('one')))).toEqual(['four-eyes'])
  })

  test('whoever appraised it may appraise it again after a supplement', async () => {
    const proposal = await at('APPRAISED')
    await take('askSupplement', proposal, everything('two'))
    await take('submitProposal', proposal, everything('two'))
    await take('surveyProposal', proposal, everything('two'))
    expect(await codes(take('appraiseProposal', proposal, everything(whoTook('appraiseProposal'))))).toEqual([])
  })

  test('are held by the database too', async () => {
    const { id: proposalId } = await at('APPRAISED')
    for (const personId of [whoTook('createProposal'), whoTook('appraiseProposal')]) {
      const judging = { position: 4, action: 'recommendProposal', judges: true, on: new Date('2024-03-02') }
      const states = { fromState: 'APPRAISED', toState: 'RECOMMENDED' } as const
      const data = { proposalId, ...judging, ...states, personId, role: 'INDUSTRY_DEPARTMENT' }
      await expect(database.prisma.proposalStep.create({ data })).rejects.toThrow(/proposal_steps_four_eyes/)
    }
  })
})

describe('the database refuses', () => {
  test('a state without the step that leads to it', async () => {
    const { id } = await at('SUBMITTED')
    await expect(database.prisma.proposal.update({ where: { id }, data: { state: 'APPROVED' } })).rejects.toThrow(
      /proposals_state_is_of_last_step/,
    )
    await expect(at('DRAFT').then((made) => copy(made, 'CLOSED'))).rejects.toThrow(/proposals_state_is_of_last_step/)
  })

  const copy = (proposal: Proposal, state: ProposalState) =>
    database.prisma.proposal.create({
      data: { ...proposal, id: 'copy', facts: {}, priorityFacts: {}, number: 'copy', state },
    })

  const taken = { position: 2, action: 'surveyProposal', judges: false, personId: 'p', role: 'CENTRE' }
  const states = { fromState: 'SUBMITTED', toState: 'SURVEYED' } as const
  const step = { ...taken, ...states, on: new Date('2024-03-02') }

  test.each([
    ['a step without its state', step, /proposals_state_is_of_last_step/],
    ['a gap in the steps', { ...step, position: 3 }, /proposal_steps_follow/],
    ['a step from another state', { ...step, fromState: 'SURVEYED' as const }, /proposal_steps_follow/],
    ['a step dated before the last', { ...step, on: new Date('2024-02-28') }, /proposal_steps_in_order/],
    ['a step to another state', { ...step, toState: 'CLOSED' as const }, /proposal_steps_action_from_state/],
    ['a judging step said to be none', { ...step, action: 'refuseProposal' }, /proposal_steps_action_from_state/],
  ])('%s', async (_what, data, said) => {
    const { id } = await at('SUBMITTED')
    await expect(database.prisma.proposalStep.create({ data: { ...data, proposalId: id } })).rejects.toThrow(said)
  })
})
