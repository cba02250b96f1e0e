import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  addHousehold,
  attach,
  completeDraft,
  held,
  householdFacts,
  machineProposal,
  mutate,
  peopleFor,
  step,
  type Household,
  type Outcome,
} from '../../testing/apply.js'
import { asVariables } from '../../testing/facts.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'
import { actorFor } from '../../testing/proposals.js'
import { takeStep } from './take-step.js'
import type { StepName } from './life-cycle.js'

let gateway: TestGateway
let household: Household
let people: Awaited<ReturnType<typeof peopleFor>>
beforeAll(async () => {
  gateway = await startTestGateway()
  household = await addHousehold(gateway)
  people = await peopleFor(gateway, household)
})
afterAll(() => gateway.close())

const recordId = (id: string): string => Buffer.from(id, 'base64').toString().split(':')[1] ?? ''

/** The steps that the plan and the money take, as they take them: inside a transaction of their own. */
async function elsewhere(proposal: Outcome, ...names: readonly StepName[]): Promise<Outcome> {
  let { state, version } = proposal
  for (const name of names) {
    const taken = await gateway.database.prisma.$transaction((tx) =>
      takeStep(tx, actorFor(name), name, {
        ...{ proposalId: recordId(proposal.id), on: '2024-03-05', reason: 'vì lý do', document: '15/QĐ-UBND' },
      }),
    )
    ;({ state, version } = taken.proposal)
  }
  return { ...proposal, state, version }
}

/** A proposal of the household at a state, by the people of this file. */
async function at(state: 'DRAFT' | 'SUBMITTED' | 'SURVEYED' | 'APPRAISED' | 'RECOMMENDED' | 'APPROVED' | 'RUNNING') {
  const { applicant, centre, appraiser, director } = people
  let proposal = await completeDraft(gateway, applicant, household)
  const steps = [
    ['SUBMITTED', () => step(applicant, 'submitProposal', proposal)],
    ['SURVEYED', () => step(centre, 'surveyProposal', proposal)],
    ['APPRAISED', () => step(appraiser, 'appraiseProposal', proposal, { judgements: held })],
    ['RECOMMENDED', () => step(director, 'recommendProposal', proposal)],
    ['APPROVED', () => elsewhere(proposal, 'planProposal', 'approveProposal')],
    ['CONTRACTED', () => elsewhere(proposal, 'contractProposal')],
    ['RUNNING', () => step(centre, 'startProposal', proposal)],
  ] as const
  for (const [reached, take] of state === 'DRAFT' ? [] : steps) {
    proposal = await take()
    if (proposal.refused.length > 0) throw new Error(JSON.stringify(proposal.problems))
    if (reached === state) break
  }
  return proposal
}

const proofs = ['acceptance.contract', 'acceptance.acceptance-record', 'acceptance.liquidation']

async function show(caller: Caller, id: string, fields: string): Promise<unknown> {
  const { body } = await caller.ask(`query ($id: ID!) { node(id: $id) { ... on Proposal { ${fields} } } }`, { id })
  return z.object({ data: z.object({ node: z.unknown() }) }).parse(body).data.node
}

test('from draft to closed', async () => {
  const { applicant, centre, inspector } = people
  let proposal = await at('RUNNING')
  expect(await step(inspector, 'acceptProposal', proposal)).toMatchObject({
    refused: ['paper-missing', 'paper-missing', 'paper-missing'],
  })
  for (const paper of proofs) proposal = await attach(gateway, applicant, proposal, paper)
  proposal = await step(inspector, 'acceptProposal', proposal)
  expect(proposal.state).toBe('ACCEPTED')
  proposal = await elsewhere(proposal, 'settleProposal')
  proposal = await step(centre, 'closeProposal', proposal)
  expect(proposal).toMatchObject({ state: 'CLOSED', refused: [] })

  expect(proposal.number).toMatch(/^2024-\d{4}$/)
  expect(
    await show(
      applicant,
      proposal.id,
      `steps { action fromState toState role on document personName }
       decisions { position question outcome amount }
       appraisals { criterion result }
       nextSteps { name }
       establishment { name } site { provinceName }
       lastDecisions { question position outcome amount }`,
    ),
  ).toMatchObject({
    steps: [
      { action: 'submitProposal', fromState: 'DRAFT', toState: 'SUBMITTED', role: 'ESTABLISHMENT', on: '2024-03-05' },
      { action: 'surveyProposal', role: 'CENTRE' },
      { action: 'appraiseProposal', role: 'INDUSTRY_DEPARTMENT', document: '12/QĐ' },
      { action: 'recommendProposal' },
      { action: 'planProposal', personName: null },
      { action: 'approveProposal' },
      { action: 'contractProposal' },
      { action: 'startProposal' },
      { action: 'acceptProposal' },
      { action: 'settleProposal' },
      { action: 'closeProposal', toState: 'CLOSED' },
    ],
    decisions: [
      { position: 1, question: 'eligibility', outcome: 'met' },
      { position: 1, question: 'ceiling', outcome: 'known', amount: '285000000' },
      { position: 3, question: 'eligibility' },
      { position: 3, question: 'ceiling' },
      { position: 4, question: 'eligibility' },
      { position: 4, question: 'ceiling' },
      { position: 9, question: 'acceptance-proof', outcome: 'met' },
      { position: 9, question: 'eligibility', outcome: 'met' },
      { position: 9, question: 'ceiling' },
    ],
    appraisals: [
      { criterion: 'PRINCIPLES', result: 'HELD' },
      { criterion: 'EFFECT' },
      { criterion: 'CAPACITY' },
      { criterion: 'COMBINATION' },
      { criterion: 'FILE' },
    ],
    nextSteps: [],
    establishment: { name: 'Hộ kinh doanh Nguyễn Văn An' },
    site: { provinceName: 'Hải Dương' },
    lastDecisions: [
      { question: 'eligibility', position: 9, outcome: 'met', amount: null },
      { question: 'ceiling', position: 9, outcome: 'known', amount: '285000000' },
      { question: 'acceptance-proof', position: 9 },
    ],
  })
})

describe('the law of the plan date', () => {
  const submitted = async (overrides: Readonly<Record<string, unknown>>) =>
    await step(people.applicant, 'submitProposal', await completeDraft(gateway, people.applicant, household, overrides))

  test('asks exactly for the facts that are missing', async () => {
    const facts = asVariables({ ...householdFacts, equipmentNew: undefined, ownFunds: undefined })
    const { problems } = await submitted({ facts })
    expect(problems.map(({ code, field }) => `${field}: ${code}`)).toEqual([
      'facts.equipmentNew: facts-missing',
      'facts.ownFunds: facts-missing',
    ])
  })

  test('refuses what is not eligible, by article', async () => {
    const { problems } = await submitted({ facts: asVariables({ ...householdFacts, equipmentNew: false }) })
    expect(problems).toMatchObject([
      { code: 'not-eligible', field: 'facts', article: { text: expect.stringContaining('TT 46/2012') as unknown } },
    ])
  })

  test('refuses more than the ceiling, and says how much it is', async () => {
    const expenses = [{ establishment: household.establishment, item: 'Máy', cost: '570000000', support: '300000000' }]
    const { problems } = await submitted({ requestedSupport: '300000000', expenses })
    expect(problems.map(({ code }) => code)).toEqual(['above-ceiling'])
  })

  test('of a group is asked for each member', async () => {
    const other = await addHousehold(gateway)
    const half = { eligibleCost: '570000000', requestedSupport: '200000000', contentCode: 'MACH' }
    const facts = { totalCost: '570000000' }
    const members = [
      { establishment: household.establishment, site: household.site, ...half, facts },
      { establishment: other.establishment, site: other.site, ...half, facts: { ...facts, equipmentNew: false } },
    ]
    const expenses = members.map(({ establishment }) => ({
      ...{ establishment, item: 'Máy sấy', cost: '570000000', support: '200000000' },
    }))
    const whole = { totalCost: '1140000000', eligibleCost: '1140000000', requestedSupport: '400000000' }
    const group = { kind: 'GROUP', members, expenses, ...whole }
    const refused = await submitted(group)
    expect(refused.problems).toMatchObject([{ code: 'not-eligible', field: 'members.1.facts' }])

    const both = members.map((member) => ({ ...member, facts }))
    const accepted = await submitted({ ...group, members: both })
    expect(
      await show(people.applicant, accepted.id, 'decisions { question } members { establishment { id } }'),
    ).toEqual({
      decisions: ['eligibility', 'ceiling', 'eligibility', 'ceiling'].map((question) => ({ question })),
      members: both.map(({ establishment }) => ({ establishment: { id: establishment } })),
    })
  })

  test('says what a key proposal lacks', async () => {
    const { establishment, site } = household
    const part = { establishment, site, eligibleCost: '285000000', requestedSupport: '100000000' }
    const members = [
      { ...part, contentCode: 'MACH', facts: { totalCost: '285000000', ownFunds: '185000000' } },
      { ...part, contentCode: 'BRAND', facts: { totalCost: '285000000', ownFunds: '185000000' } },
    ]
    const priorityFacts = { contentsLinked: true, largeScale: true }
    const { problems } = await submitted({ kind: 'KEY', members, priorityFacts })
    // Seven months: not over more than one year.
    expect(problems.filter(({ field }) => field === 'priorityFacts')).toMatchObject([
      { code: 'not-eligible', article: { text: expect.stringContaining('TT 36/2013') as unknown } },
    ])
  })

  test('is asked again when the proposal is appraised and recommended, on what was seen meanwhile', async () => {
    const proposal = await at('SUBMITTED')
    const surveyed = await step(people.centre, 'surveyProposal', proposal, {
      seen: [{ facts: { equipmentNew: false } }],
    })
    expect(await step(people.appraiser, 'appraiseProposal', surveyed, { judgements: held })).toMatchObject({
      refused: ['not-eligible'],
    })
    const refused = await step(people.appraiser, 'refuseProposal', surveyed)
    expect(refused.state).toBe('REFUSED')
  })
})

describe('a draft', () => {
  test('is numbered in its plan year without gaps, also when many are made at once', async () => {
    const make = (overrides: Readonly<Record<string, unknown>>) =>
      mutate(people.applicant, 'createProposal', { proposal: machineProposal(household, overrides) })
    const year = { planYear: 2025, planDate: '2025-01-15' }
    const made = await Promise.all([
      ...Array.from({ length: 8 }, () => make(year)),
      ...Array.from({ length: 4 }, () => make({ ...year, title: ' ' })),
    ])
    expect(made.flatMap(({ number }) => (number === '' ? [] : [number])).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, index) => `2025-000${String(index + 1)}`),
    )
  })

  test.each([
    ['title-missing', { title: '' }],
    ['content-unknown', { contentCode: 'NONE' }],
    ['fund-unknown', { fund: 'UNKNOWN' }],
    ['eligible-above-total', { totalCost: '1' }],
    ['sum-differs', { requestedSupport: '199999999' }],
    ['plan-year', { planYear: 2022 }],
    ['no-programme', { planYear: 2022, planDate: '2022-06-01' }],
    ['days-out-of-order', { startsOn: '2024-11-01' }],
    ['fact-contradicts', { facts: { totalCost: '1' } }],
    ['members-of-key', { kind: 'KEY' }],
  ])('is refused: %s', async (code, overrides) => {
    const { refused } = await mutate(people.applicant, 'createProposal', {
      proposal: machineProposal(household, overrides),
    })
    expect(refused).toEqual([code])
  })

  test('of another establishment, or at a site that is not its own, is refused', async () => {
    const other = await addHousehold(gateway)
    const make = (proposal: unknown) => mutate(people.applicant, 'createProposal', { proposal })
    expect((await make(machineProposal(other))).refused).toEqual(['not-allowed'])
    expect((await make(machineProposal(household, { site: other.site }))).refused).toEqual(['not-its-site'])
  })

  test('is written anew while it is one, and no longer afterwards', async () => {
    const draft = await at('DRAFT')
    const change = { id: draft.id, proposal: machineProposal(household, { title: 'Tên khác' }) }
    expect(await mutate(people.applicant, 'changeProposal', { ...change, expectedVersion: 1 })).toMatchObject({
      refused: ['stale'],
    })
    const key = crypto.randomUUID()
    const request = { ...change, expectedVersion: draft.version }
    const changed = await mutate(people.applicant, 'changeProposal', request, key)
    expect(changed).toMatchObject({ number: draft.number, version: draft.version + 1 })
    // Asked again under its key it is answered again.
    expect(await mutate(people.applicant, 'changeProposal', request, key)).toMatchObject({ version: changed.version })

    const submitted = await step(people.applicant, 'submitProposal', changed)
    expect(
      await mutate(people.applicant, 'changeProposal', { ...change, expectedVersion: submitted.version }),
    ).toMatchObject({ refused: ['not-in-this-state'] })
    const asked = await step(people.centre, 'askSupplement', submitted)
    expect(
      await mutate(people.applicant, 'changeProposal', { ...change, expectedVersion: asked.version }),
    ).toMatchObject({ refused: [] })
  })

  test('is not submitted without its papers and its expenses', async () => {
    const draft = await mutate(people.applicant, 'createProposal', {
      proposal: machineProposal(household, { expenses: [] }),
    })
    expect((await step(people.applicant, 'submitProposal', draft)).refused).toEqual([
      'expenses-missing',
      ...['paper-missing', 'paper-missing', 'paper-missing', 'paper-missing'],
    ])
  })
})

describe('a step', () => {
  test('is taken once under one key, and refused to who comes late', async () => {
    const proposal = await at('SUBMITTED')
    const key = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => step(people.centre, 'surveyProposal', proposal, {}, key)),
    )
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([proposal.version + 1]))
    expect(await step(people.centre, 'surveyProposal', proposal, { on: '2024-03-06' }, key)).toMatchObject({
      refused: ['key-used'],
    })
    expect(await step(people.centre, 'surveyProposal', proposal)).toMatchObject({ refused: ['stale'] })
  })

  test('of two at once is taken by one', async () => {
    const proposal = await at('SUBMITTED')
    const answers = await Promise.all([
      step(people.centre, 'surveyProposal', proposal),
      step(people.centre, 'askSupplement', proposal),
    ])
    expect(answers.flatMap(({ refused }) => refused)).toEqual(['stale'])
  })

  test.each([
    ['withdrawProposal', 'APPRAISED', 'applicant', 'CANCELLED'],
    ['refuseProposal', 'SUBMITTED', 'director', 'REFUSED'],
    ['cancelProposal', 'RUNNING', 'committee', 'CANCELLED'],
  ] as const)('%s', async (name, state, who, reached) => {
    const proposal = await at(state)
    expect((await step(people[who], name, proposal, { reason: null })).refused).toEqual(['reason-missing'])
    expect((await step(people.finance, name, proposal)).refused).toEqual(['not-allowed'])
    expect((await step(people[who], name, proposal, { on: '2999-01-01' })).refused).toEqual(['on-in-future'])
    expect((await step(people[who], name, proposal, { on: '2024-03-01' })).refused).toEqual(['on-before-last-step'])
    expect(await step(people[who], name, proposal)).toMatchObject({ state: reached, refused: [] })
  })
})

describe('facts seen later', () => {
  const note = (caller: Caller, { id, version }: Outcome, seen: unknown) =>
    mutate(caller, 'noteFacts', { id, expectedVersion: version, seen })

  test('are written over what was said, by who does not judge', async () => {
    const proposal = await at('RECOMMENDED')
    expect((await note(people.director, proposal, [{ facts: { equipmentNew: false } }])).refused).toEqual([
      'not-allowed',
    ])
    const noted = await note(people.centre, proposal, [{ facts: { equipmentNew: false } }])
    expect(noted.version).toBe(proposal.version + 1)
    const shown = z.object({ facts: z.string() }).parse(await show(people.centre, noted.id, 'facts'))
    expect(JSON.parse(shown.facts)).toMatchObject({ equipmentNew: false, ownFunds: '370000000' })
    expect((await note(people.centre, proposal, [{ facts: {} }])).refused).toEqual(['stale'])
  })

  test('are neither what the record says itself, nor of a member that is none', async () => {
    const proposal = await at('SUBMITTED')
    const seen = [{ facts: { totalCost: '1' } }, { facts: { equipmentNew: true }, member: 3 }]
    expect((await note(people.centre, proposal, seen)).refused).toEqual(['fact-contradicts', 'not-found'])
    expect((await note(people.centre, await at('DRAFT'), [])).refused).toEqual(['not-in-this-state'])
  })
})

describe('an appraisal', () => {
  test('judges each of the five criteria once, with a remark where one does not hold', async () => {
    const proposal = await at('SURVEYED')
    const judging = (judgements: unknown) => step(people.appraiser, 'appraiseProposal', proposal, { judgements })
    expect((await judging(held.slice(1))).refused).toEqual(['criterion-once'])
    expect((await judging([{ criterion: 'PRINCIPLES', result: 'NOT_HELD' }, ...held.slice(1)])).refused).toEqual([
      'remark-missing',
    ])
    const failing = { criterion: 'CAPACITY', result: 'NOT_HELD', remark: 'chưa đủ năng lực' }
    const appraised = await judging([...held.filter(({ criterion }) => criterion !== 'CAPACITY'), failing])
    expect((await step(people.director, 'recommendProposal', appraised)).refused).toEqual(['appraisal-not-held'])

    const asked = await step(people.centre, 'askSupplement', appraised)
    const again = await step(people.applicant, 'submitProposal', asked)
    const surveyed = await step(people.centre, 'surveyProposal', again)
    // The same person may appraise again what was supplemented.
    const second = await step(people.appraiser, 'appraiseProposal', surveyed, { judgements: held })
    expect(await step(people.director, 'recommendProposal', second)).toMatchObject({ state: 'RECOMMENDED' })
  })

  test('is not by the person who recommends', async () => {
    expect((await step(people.appraiser, 'recommendProposal', await at('APPRAISED'))).refused).toEqual(['four-eyes'])
  })
})

describe('an approved proposal', () => {
  const change = (caller: Caller, { id, version }: Outcome, wanted: unknown, more: object = {}) =>
    mutate(caller, 'changeApprovedProposal', {
      ...{ id, expectedVersion: version, on: '2024-06-01', reason: 'dời xưởng', document: '20/QĐ-SCT', change: wanted },
      ...more,
    })
  const lessMoney = (support: string, item = 'Máy sấy MS-01') => ({
    requestedSupport: support,
    expenses: [{ establishment: household.establishment, item, cost: '570000000', support }],
  })

  test('is changed within the plan by the department', async () => {
    const proposal = await at('APPROVED')
    const changed = await change(people.director, proposal, {
      endsOn: '2024-12-31',
      // The household has to bring what the State brings less.
      ...{ facts: { ownFunds: '420000000' }, ...lessMoney('150000000') },
    })
    expect(changed).toMatchObject({ refused: [], state: 'APPROVED', version: proposal.version + 1 })
    expect(
      await show(
        people.director,
        changed.id,
        'requestedSupport endsOn changes { fields before after role reason document }',
      ),
    ).toMatchObject({
      requestedSupport: '150000000',
      endsOn: '2024-12-31',
      changes: [
        {
          fields: ['requestedSupport', 'endsOn', 'facts', 'expenses'],
          before: expect.stringContaining('"requestedSupport":"200000000"') as unknown,
          after: expect.stringContaining('"requestedSupport":"150000000"') as unknown,
          ...{ role: 'INDUSTRY_DEPARTMENT', reason: 'dời xưởng', document: '20/QĐ-SCT' },
        },
      ],
    })
  })

  test('gets more money, another content or another year from the committee only', async () => {
    const proposal = await at('APPROVED')
    for (const wanted of [lessMoney('250000000'), { endsOn: '2025-02-01' }, { contentCode: 'LINE' }])
      expect((await change(people.director, proposal, wanted)).refused).toEqual(['not-allowed'])
    expect((await change(people.committee, proposal, { endsOn: '2025-02-01' })).refused).toEqual([])
  })

  test('stays within the law, and what is changed has a reason and a document', async () => {
    const proposal = await at('APPROVED')
    expect((await change(people.committee, proposal, lessMoney('290000000', 'Máy sấy MS-02'))).refused).toEqual([
      'above-ceiling',
    ])
    expect((await change(people.committee, proposal, {})).refused).toEqual(['nothing-changes'])
    expect(
      (await change(people.committee, proposal, { partners: ['Hợp tác xã A'] }, { reason: ' ', document: '' })).refused,
    ).toEqual(['reason-missing', 'document-missing'])
    expect((await change(people.applicant, proposal, { partners: ['A'] })).refused).toEqual(['not-allowed'])
    expect((await change(people.committee, await at('SUBMITTED'), { partners: ['A'] })).refused).toEqual([
      'not-in-this-state',
    ])
  })

  test('keeps what it asks for otherwise: the database holds it', async () => {
    const { id } = await at('APPROVED')
    await expect(
      gateway.database.prisma.proposal.update({ where: { id: recordId(id) }, data: { requestedSupport: 1n } }),
    ).rejects.toThrow(/proposals_contents_stay/)
  })
})

describe('the list', () => {
  const PAGE = `query ($first: Int!, $filter: ProposalFilter) {
    proposals(first: $first, filter: $filter) {
      totalCount
      nodes {
        number state requestedSupport nextSteps { name }
        establishment { name form } site { provinceName }
        lastDecisions { question outcome amount } planLine { year approved } payments { awarded settled }
      }
    }
  }`
  const Page = z.object({
    data: z.object({
      proposals: z.object({ totalCount: z.number(), nodes: z.array(z.object({ state: z.string() })) }),
    }),
  })

  test('of fifty proposals is one statement, and one for their number', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () =>
        mutate(people.applicant, 'createProposal', { proposal: machineProposal(household) }),
      ),
    )
    for (const first of [1, 50]) {
      gateway.takeStatements()
      const { body } = await people.director.ask(PAGE, { first })
      expect(Page.parse(body).data.proposals.nodes).toHaveLength(first)
      const statements = gateway.takeStatements()
      // Who asks is one more.
      expect(statements.filter((sql) => !sql.includes('FROM sessions'))).toHaveLength(2)
    }
  })

  test('shows to each what he may see', async () => {
    const other = await addHousehold(gateway)
    const stranger = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: other.establishmentId })
    const count = async (caller: Caller) =>
      Page.parse((await caller.ask(PAGE, { first: 1 })).body).data.proposals.totalCount
    expect(await count(people.director)).toBe(await gateway.database.prisma.proposal.count())
    // One is of a group to which it belongs.
    expect(await count(people.applicant)).toBe(await count(people.director))
    expect(await count(stranger)).toBe(0)
    expect(await count(await signIn(gateway, 'LOCAL_COMMITTEE'))).toBe(await count(people.director))
    // The ward into which Tân Hưng was merged, and one that it has nothing to do with.
    const merged = await signIn(gateway, 'LOCAL_COMMITTEE', { localityId: '2025-07-01/10537' })
    expect(await count(merged)).toBe(await count(people.director))
    const elsewhere = await gateway.database.prisma.locality.findFirstOrThrow({
      where: { id: { startsWith: '2025-07-01/', not: '2025-07-01/10537' } },
    })
    expect(await count(await signIn(gateway, 'LOCAL_COMMITTEE', { localityId: elsewhere.id }))).toBe(0)
    expect((await gateway.ask(PAGE, { first: 1 })).body).toMatchObject({
      errors: [{ extensions: { code: 'REFUSED', problems: [{ code: 'not-signed-in' }] } }],
    })
    const administrator = await signIn(gateway, 'ADMINISTRATOR')
    expect((await administrator.ask(PAGE, { first: 1 })).body).toMatchObject({
      errors: [{ extensions: { problems: [{ code: 'not-allowed' }] } }],
    })

    const draft = await at('DRAFT')
    const { body } = await stranger.ask('query ($id: ID!) { node(id: $id) { __typename } }', { id: draft.id })
    expect(body).toMatchObject({ data: { node: null } })
  })

  test.each([
    [{ states: ['CLOSED'] }, 1],
    [{ states: ['CLOSED'], planYear: 2023 }, 0],
    [{ planYear: 2025 }, 8],
    [{ contentCode: 'BRAND' }, 0],
    [{ fund: 'NATIONAL' }, 0],
    [{ text: 'TEN KHAC' }, 1],
    [{ text: '2025-0003' }, 1],
    [{ states: ['CLOSED'], text: 'Nguyễn Văn An' }, 1],
  ])('filters: %j gives %i', async (filter, count) => {
    const { body } = await people.director.ask(PAGE, { first: 1, filter })
    expect(Page.parse(body).data.proposals.totalCount).toBe(count)
  })

  test('says to each what he may do next', async () => {
    const proposal = await at('APPRAISED')
    const names = async (caller: Caller) =>
      z
        .object({ nextSteps: z.array(z.object({ name: z.string() })) })
        .parse(await show(caller, proposal.id, 'nextSteps { name }'))
        .nextSteps.map(({ name }) => name)
    expect(await names(people.applicant)).toEqual(['withdrawProposal'])
    expect(await names(people.centre)).toEqual(['askSupplement', 'withdrawProposal'])
    expect(await names(people.director)).toEqual(['askSupplement', 'refuseProposal', 'recommendProposal'])
    // After the mergers the committee is that of the new ward.
    const merged = await signIn(gateway, 'LOCAL_COMMITTEE', { localityId: '2025-07-01/10537' })
    expect(await names(merged)).toEqual(['withdrawProposal'])
    // He appraised it.
    expect(await names(people.appraiser)).toEqual(['askSupplement'])
    expect(await names(people.finance)).toEqual([])
  })
})

test('the life cycle can be read by everybody', async () => {
  const { body } = await gateway.ask(
    '{ proposalLifeCycle { name from to roles judges needsReason needsDocument through cites { text } } }',
  )
  const steps = z
    .object({ data: z.object({ proposalLifeCycle: z.array(z.looseObject({ name: z.string() })) }) })
    .parse(body).data.proposalLifeCycle
  expect(steps).toHaveLength(17)
  expect(steps.find(({ name }) => name === 'approveProposal')).toEqual({
    ...{ name: 'approveProposal', from: ['IN_PLAN'], to: 'APPROVED', roles: ['PROVINCIAL_COMMITTEE'] },
    ...{ judges: true, needsReason: false, needsDocument: true, through: 'PLAN' },
    cites: [{ text: 'điểm b khoản 2 Điều 8 TT 46/2012/TT-BCT' }],
  })
})
