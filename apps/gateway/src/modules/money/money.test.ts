import { randomUUID } from 'node:crypto'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Role } from '../../generated/prisma/enums.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import {
  balancesIn,
  endWork,
  moneyPeople,
  yearOfMoney,
  type YearOfMoney,
  type YearOptions,
} from '../../testing/money.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let centre: Caller
let finance: Caller
let otherFinance: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT')
  otherFinance = await signIn(gateway, 'FINANCE_DEPARTMENT')
})
afterAll(() => gateway.close())

const m = 1_000_000n
const year = (options: Partial<YearOptions> = {}) =>
  yearOfMoney(gateway.database, { appropriated: 1_000n * m, lines: [{ approved: 300n * m }], ...options })

/** GraphQL has no bigint: đồng are digits in a string. Enums are written as `{ enum: 'NAME' }`. */
type Argument = string | number | boolean | bigint | null | { readonly enum: string } | readonly Argument[] | Fields
interface Fields {
  readonly [name: string]: Argument
}

function literal(value: Argument): string {
  if (typeof value === 'bigint') return `"${String(value)}"`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if ('enum' in value && typeof value.enum === 'string') return value.enum
  return `{${fields(value as Fields)}}`
}
const fields = (all: Fields) =>
  Object.entries(all)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(', ')

const Answer = z.object({
  __typename: z.string(),
  id: z.string().optional(),
  version: z.number().optional(),
  state: z.string().optional(),
  problems: z
    .array(
      z.object({
        code: z.string(),
        field: z.string(),
        message: z.string(),
        article: z.object({ document: z.string() }).nullable(),
      }),
    )
    .optional(),
})
type Answer = z.infer<typeof Answer>
const Body = z.object({ data: z.record(z.string(), Answer) }, { error: ({ input }) => JSON.stringify(input) })

function typeOf(name: string): string {
  if (name === 'correctPosting') return 'Posting'
  if (['signContract', 'returnAdvance', 'releaseCommitment'].includes(name)) return 'Award'
  return /Appropriation$|^returnUnused$|^carryOver$/.test(name) ? 'Appropriation' : 'PaymentRequest'
}

/** One mutation over HTTP. */
async function mutate(caller: Pick<Caller, 'ask'>, name: string, args: Fields): Promise<Answer> {
  const asked = { idempotencyKey: randomUUID(), on: '2024-06-01', document: '05/KB', ...args }
  const { body } = await caller.ask(`mutation { ${name}(${fields(asked)}) {
    __typename
    ... on ${typeOf(name)} { id ${typeOf(name) === 'Posting' ? '' : 'version'} }
    ... on Refused { problems { code field message article { document } } }
  } }`)
  const { data } = Body.parse(body)
  const answer = data[name]
  if (answer === undefined) throw new Error(JSON.stringify(body))
  return answer
}

const codes = ({ problems }: Answer) => (problems ?? []).map(({ code }) => code)

/** What was written; fails where it was refused. */
function written(answer: Answer): { readonly id: string; readonly version: number } {
  if (answer.id === undefined) throw new Error(JSON.stringify(answer.problems))
  return { id: answer.id, version: answer.version ?? 1 }
}

const lineOf = ({ lines }: YearOfMoney, index = 0) => encodeGlobalID('PlanLine', lines[index]?.id ?? '')
const appropriation = ({ appropriationId }: YearOfMoney) => encodeGlobalID('Appropriation', appropriationId)

async function signed(money: YearOfMoney, index = 0, amount = money.lines[index]?.approved ?? 0n) {
  const line = money.lines[index]
  const proposal =
    line?.proposalId == null
      ? null
      : await gateway.database.prisma.proposal.findUnique({ where: { id: line.proposalId } })
  const plan = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: money.planId } })
  return mutate(centre, 'signContract', {
    planLine: lineOf(money, index),
    expectedVersion: proposal?.version ?? plan.version,
    amount,
    on: '2024-03-02',
    document: 'HĐ 01',
  })
}

const facts = { workPlanReady: true, duration: { enum: 'SEVERAL_YEARS' }, scheduleMet: true }
const requestAdvance = (award: string, amount: bigint, more: Fields = {}) =>
  mutate(centre, 'requestAdvance', { award, amount, facts, ...more })
const settlement = (award: string, amount: bigint): Fields => ({
  award,
  vouchers: [{ number: 'HĐ 0012', item: 'phát sóng', amount, counts: true }],
  papers: ['CONTRACT', 'ACCEPTANCE_RECORD', 'LIQUIDATION', 'SAMPLES'].map((name) => ({
    name: { enum: name },
    answer: true,
  })),
  cases: [{ name: { enum: 'WEBSITE' }, answer: false }],
  allVouchersListed: true,
  ceiling: 1_000n * m,
  acceptance: { document: 'BB 01', on: '2024-05-30' },
})

describe('an appropriation', () => {
  const fresh = async () => {
    const id = randomUUID()
    await gateway.database.prisma.programme.create({
      data: {
        ...{ id, title: 'Chương trình', issuer: 'UBND', provinceName: 'Hải Dương' },
        ...{ periodFrom: new Date('2023-01-01'), periodTo: new Date('2025-12-31') },
      },
    })
    return {
      programme: encodeGlobalID('ProgrammeDocument', id),
      source: { enum: 'PROVINCIAL_BUDGET' },
      year: 2024,
      amount: 500n * m,
    }
  }

  test('is recorded once, raised and cut', async () => {
    const asked = await fresh()
    const { id, version } = written(await mutate(finance, 'recordAppropriation', asked))
    expect(codes(await mutate(finance, 'recordAppropriation', asked))).toEqual(['already-appropriated'])
    const raised = written(
      await mutate(finance, 'raiseAppropriation', { id, expectedVersion: version, amount: 100n * m }),
    )
    expect(raised.version).toBe(version + 1)
    expect(codes(await mutate(finance, 'cutAppropriation', { id, expectedVersion: version, amount: 1n }))).toEqual([
      'stale',
    ])
    const tooMuch = { id, expectedVersion: raised.version, amount: 600n * m + 1n }
    expect(codes(await mutate(finance, 'cutAppropriation', tooMuch))).toEqual(['free-not-enough'])
    written(await mutate(finance, 'cutAppropriation', { ...tooMuch, amount: 600n * m }))
  })

  test.each([
    ['outside the programme', { year: 2022 }, 'year-outside-programme'],
    ['of nothing', { amount: 0n }, 'amount-positive'],
    ['of less than nothing', { amount: -5n }, 'amount-positive'],
    ['on a day to come', { on: '2999-01-01' }, 'on-in-future'],
    ['without a document', { document: ' ' }, 'document-missing'],
    ['for no programme', { programme: encodeGlobalID('ProgrammeDocument', 'none') }, 'not-found'],
  ] as const)('is not recorded %s', async (_what, wrong, code) => {
    expect(codes(await mutate(finance, 'recordAppropriation', { ...(await fresh()), ...wrong }))).toEqual([code])
  })

  test('is not cut below the plan', async () => {
    const money = await year({ appropriated: 300n * m })
    const asked = { id: appropriation(money), expectedVersion: 1, amount: 1n }
    expect(codes(await mutate(finance, 'cutAppropriation', asked))).toEqual(['below-plan'])
  })

  test('gives back what no line waits for, and after the year all that is left', async () => {
    const money = await year()
    const asked = { id: appropriation(money), expectedVersion: 1, amount: 700n * m + 1n }
    expect(codes(await mutate(finance, 'returnUnused', asked))).toEqual(['plan-needs-it'])
    written(await mutate(finance, 'returnUnused', { ...asked, amount: 700n * m }))
    const late = { ...asked, expectedVersion: 2, on: '2024-12-31' }
    expect(codes(await mutate(finance, 'returnUnused', late))).toEqual(['free-not-enough'])
    written(await mutate(finance, 'returnUnused', { ...late, amount: 300n * m }))
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({ RETURN: 1_000n * m })
  })

  test('moves to the next year what the rules of the budget allow', async () => {
    const money = await year()
    const asked = { id: appropriation(money), expectedVersion: 1, on: '2024-12-31', allowed: 400n * m }
    expect(codes(await mutate(finance, 'carryOver', { ...asked, on: '2024-12-30' }))).toEqual(['year-not-over'])
    expect(codes(await mutate(finance, 'carryOver', { ...asked, allowed: null }))).toEqual(['facts-missing'])
    const none = await mutate(finance, 'carryOver', { ...asked, allowed: 0n })
    expect(codes(none).length).toBe(1)
    written(await mutate(finance, 'carryOver', asked))
    const { programmeId } = money
    const next = await gateway.database.prisma.appropriation.findFirstOrThrow({ where: { programmeId, year: 2025 } })
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({ APPROPRIATION: 600n * m })
    expect(await balancesIn(gateway.database, next.id)).toEqual({ APPROPRIATION: 400n * m })
    const { body } = await finance.ask(`{ moneyFlow(programme: "${encodeGlobalID('ProgrammeDocument', programmeId)}") {
      year source planned appropriated carriedIn free committed advanced settled returned carriedOut } }`)
    const none0 = { committed: '0', advanced: '0', settled: '0', returned: '0', source: 'PROVINCIAL_BUDGET' }
    expect(body).toEqual({
      data: {
        moneyFlow: [
          {
            ...none0,
            year: 2024,
            planned: '300000000',
            appropriated: '1000000000',
            carriedIn: '0',
            free: '600000000',
            carriedOut: '400000000',
          },
          {
            ...none0,
            year: 2025,
            planned: '0',
            appropriated: '0',
            carriedIn: '400000000',
            free: '400000000',
            carriedOut: '0',
          },
        ],
      },
    })
    // What the year itself is given comes on top of it.
    const { id } = written(
      await mutate(finance, 'recordAppropriation', {
        programme: encodeGlobalID('ProgrammeDocument', programmeId),
        ...{ year: 2025, source: { enum: 'PROVINCIAL_BUDGET' }, amount: 1n },
      }),
    )
    expect(id).toBe(encodeGlobalID('Appropriation', next.id))
  })
})

describe('a contract', () => {
  test('takes a proposal with it', async () => {
    const money = await year({
      lines: [{ approved: 200n * m, contentCode: 'MACH', ceiling: 200n * m, proposal: true }],
    })
    const answer = await signed(money)
    written(answer)
    const proposal = await gateway.database.prisma.proposal.findUniqueOrThrow({
      where: { id: money.lines[0]?.proposalId ?? '' },
      include: { steps: { orderBy: { position: 'desc' }, take: 1 } },
    })
    expect(proposal).toMatchObject({ state: 'CONTRACTED', steps: [{ action: 'contractProposal', document: 'HĐ 01' }] })
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      APPROPRIATION: 800n * m,
      COMMITMENT: 200n * m,
    })
    expect(codes(await signed(money))).toEqual(['already-awarded'])
  })

  test.each([
    ['above the plan', { amount: 300n * m + 1n }, 'above-plan'],
    ['of nothing', { amount: 0n }, 'amount-positive'],
    ['under a stale version', { expectedVersion: 77 }, 'stale'],
    ['on no line', { planLine: encodeGlobalID('PlanLine', 'none') }, 'not-found'],
  ] as const)('is not signed %s', async (_what, wrong, code) => {
    const money = await year()
    const { version } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: money.planId } })
    const asked = { planLine: lineOf(money), expectedVersion: version, amount: 300n * m, ...wrong }
    expect(codes(await mutate(centre, 'signContract', asked))).toEqual([code])
  })

  test('is signed anew where its commitment was corrected', async () => {
    const money = await year({ lines: [{ approved: 200n * m, contentCode: 'MACH', proposal: true }] })
    written(await signed(money, 0, 20n * m))
    const { id } = await gateway.database.prisma.posting.findFirstOrThrow({
      where: { appropriationId: money.appropriationId, kind: 'COMMITMENT' },
    })
    const posting = encodeGlobalID('Posting', id)
    expect(codes(await mutate(finance, 'correctPosting', { id: posting, reason: ' ' }))).toEqual(['reason-missing'])
    const correction = written(await mutate(finance, 'correctPosting', { id: posting, reason: 'ghi thiếu một số 0' }))
    expect(codes(await mutate(finance, 'correctPosting', { id: posting, reason: 'sai' }))).toEqual([
      'already-corrected',
    ])
    expect(codes(await mutate(finance, 'correctPosting', { id: correction.id, reason: 'sai' }))).toEqual([
      'correction-of-correction',
    ])
    written(await signed(money, 0, 200n * m))
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      APPROPRIATION: 800n * m,
      COMMITMENT: 200n * m,
    })
  })
})

describe('an advance', () => {
  const contract = async () => {
    const money = await year()
    const award = written(await signed(money))
    return { money, award: award.id }
  }

  test('is asked for by one person and paid by another, up to the cap', async () => {
    const { money, award } = await contract()
    const asked = written(await requestAdvance(award, 210n * m))
    expect(await balancesIn(gateway.database, money.appropriationId)).toMatchObject({ COMMITMENT: 300n * m })
    const paid = await mutate(finance, 'payAdvance', { id: asked.id, expectedVersion: asked.version })
    expect(paid).toMatchObject({ __typename: 'PaymentRequest', version: asked.version + 1 })
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      APPROPRIATION: 700n * m,
      COMMITMENT: 90n * m,
      ADVANCE: 210n * m,
    })
    const above = await requestAdvance(award, 1n)
    expect(above.problems).toEqual([
      {
        code: 'above-advance-limit',
        field: 'amount',
        message: 'Chỉ còn được tạm ứng 0 đồng.',
        article: { document: 'TT 36/2013/TT-BCT' },
      },
    ])
    const decisions = await gateway.database.prisma.decisionRecord.findMany({
      where: { question: 'advance', amount: 210n * m },
    })
    expect(decisions.map(({ outcome, pack }) => `${outcome} ${pack}`)).toEqual(
      Array(2).fill('met hai-duong-2023.money'),
    )
  })

  test('is asked about what is not known, and refused by article', async () => {
    const course = await year({ lines: [{ approved: 200n * m, contentCode: 'TRAIN' }] })
    const unknown = await requestAdvance(written(await signed(course)).id, 1n, { facts: {} })
    expect((unknown.problems ?? []).map(({ code, field }) => `${code} ${field}`)).toContain(
      'facts-missing facts.workPlanReady',
    )
    const mach = await year({ lines: [{ approved: 200n * m, contentCode: 'MACH', proposal: true }] })
    const { id } = written(await signed(mach))
    const early = await requestAdvance(id, 1n, { facts: { ...facts, duration: { enum: 'ONE_YEAR' }, workDone: 1n } })
    expect(early.problems).toMatchObject([{ code: 'not-met', article: { document: 'TT 36/2013/TT-BCT' } }])
  })

  test('asked for twice is paid once where the cap allows no more', async () => {
    const { award } = await contract()
    const [one, two] = [written(await requestAdvance(award, 210n * m)), written(await requestAdvance(award, 210n * m))]
    written(await mutate(finance, 'payAdvance', { id: one.id, expectedVersion: 1 }))
    expect(codes(await mutate(finance, 'payAdvance', { id: two.id, expectedVersion: 1 }))).toEqual([
      'above-advance-limit',
    ])
    expect(codes(await mutate(finance, 'payAdvance', { id: one.id, expectedVersion: 2 }))).toEqual(['already-decided'])
    expect(codes(await mutate(finance, 'payAdvance', { id: one.id, expectedVersion: 1 }))).toEqual(['stale'])
    expect(codes(await mutate(finance, 'settleAward', { id: two.id, expectedVersion: 1 }))).toEqual([
      'other-kind-of-payment',
    ])
    const refusing = { id: two.id, expectedVersion: 1, reason: 'vượt mức' }
    expect(codes(await mutate(finance, 'refusePayment', { ...refusing, reason: ' ' }))).toEqual(['reason-missing'])
    expect(codes(await mutate(finance, 'refusePayment', { ...refusing, on: '2024-05-31' }))).toEqual(['before-request'])
    written(await mutate(finance, 'refusePayment', refusing))
    expect(codes(await mutate(finance, 'refusePayment', { ...refusing, expectedVersion: 2 }))).toEqual([
      'already-decided',
    ])
  })

  test('is not decided by whoever asked for it, even in another office', async () => {
    const { award } = await contract()
    const asked = written(await requestAdvance(award, 1n * m))
    const organisationId = finance.organisationId
    await gateway.database.prisma.membership.create({
      data: {
        id: randomUUID(),
        personId: centre.personId,
        organisationId,
        role: 'FINANCE_DEPARTMENT',
        from: new Date('2023-01-01'),
      },
    })
    expect(codes(await mutate(centre, 'payAdvance', { id: asked.id, expectedVersion: 1 }))).toEqual(['four-eyes'])
    await gateway.database.prisma.membership.deleteMany({
      where: { personId: centre.personId, role: 'FINANCE_DEPARTMENT' },
    })
    written(await mutate(otherFinance, 'payAdvance', { id: asked.id, expectedVersion: 1 }))
  })

  test('comes back, and the rest of the contract is free again', async () => {
    const { money, award } = await contract()
    const asked = written(await requestAdvance(award, 100n * m))
    written(await mutate(finance, 'payAdvance', { id: asked.id, expectedVersion: 1 }))
    const more = { id: award, expectedVersion: 2, amount: 100n * m + 1n }
    expect(codes(await mutate(finance, 'returnAdvance', more))).toEqual(['advance-not-enough'])
    written(await mutate(finance, 'returnAdvance', { ...more, amount: 100n * m }))
    expect(codes(await mutate(finance, 'returnAdvance', { ...more, amount: 1n }))).toEqual(['stale'])
    const left = { id: award, expectedVersion: 3, amount: 200n * m + 1n }
    expect(codes(await mutate(centre, 'releaseCommitment', left))).toEqual(['commitment-not-enough'])
    written(await mutate(centre, 'releaseCommitment', { ...left, amount: 200n * m }))
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      APPROPRIATION: 900n * m,
      RETURN: 100n * m,
    })
  })
})

describe('a settlement', () => {
  test('of an activity follows from its vouchers; what was advanced beyond it comes back', async () => {
    const money = await year()
    const { id: award } = written(await signed(money))
    const advance = written(await requestAdvance(award, 200n * m))
    written(await mutate(finance, 'payAdvance', { id: advance.id, expectedVersion: 1 }))
    const unaccepted = { ...settlement(award, 150n * m), acceptance: null }
    expect(codes(await mutate(centre, 'requestSettlement', unaccepted))).toEqual(['not-accepted'])
    const unproven = { ...settlement(award, 150n * m), papers: [] }
    expect((await mutate(centre, 'requestSettlement', unproven)).problems?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['papers.contract']),
    )
    const lacking = { ...settlement(award, 150n * m), papers: [{ name: { enum: 'CONTRACT' }, answer: false }] }
    expect(codes(await mutate(centre, 'requestSettlement', lacking))).toEqual(['not-met'])
    const late = { ...settlement(award, 150n * m), acceptance: { document: 'BB', on: '2024-06-02' } }
    expect(codes(await mutate(centre, 'requestSettlement', late))).toEqual(['accepted-later'])

    const asked = written(await mutate(centre, 'requestSettlement', settlement(award, 150n * m)))
    written(await mutate(finance, 'settleAward', { id: asked.id, expectedVersion: 1 }))
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      APPROPRIATION: 700n * m,
      COMMITMENT: 100n * m,
      ADVANCE: 50n * m,
      SETTLEMENT: 150n * m,
    })
    expect(codes(await mutate(centre, 'requestSettlement', settlement(award, 150n * m)))).toEqual(['already-settled'])
    expect(codes(await requestAdvance(award, 1n))).toEqual(['already-settled'])
    const { body } = await centre.ask(
      `{ node(id: "${asked.id}") { ... on PaymentRequest { state kind vouchers { number support own } } } }`,
    )
    expect(body).toMatchObject({
      data: { node: { state: 'CONFIRMED', vouchers: [{ number: 'HĐ 0012', support: '150000000', own: '0' }] } },
    })
  })

  test('of a proposal waits for its acceptance and takes it with it', async () => {
    const money = await year({
      lines: [{ approved: 200n * m, contentCode: 'MACH', ceiling: 300n * m, proposal: true }],
    })
    const { id: award } = written(await signed(money))
    const asked: Fields = {
      award,
      vouchers: [
        { number: '1', item: 'máy', amount: 300n * m, counts: true },
        { number: '2', item: 'lắp đặt', amount: 50n * m, counts: false },
      ],
      papers: ['CONTRACT', 'ACCEPTANCE_RECORD', 'LIQUIDATION'].map((name) => ({ name: { enum: name }, answer: true })),
      allVouchersListed: true,
    }
    expect(codes(await mutate(centre, 'requestSettlement', asked))).toEqual(['not-accepted'])
    await endWork(gateway.database, money.lines[0]?.proposalId ?? '')
    const step = { ...asked, acceptance: { document: 'BB', on: '2024-05-01' } }
    expect(codes(await mutate(centre, 'requestSettlement', step))).toEqual(['accepted-by-step'])
    const request = written(await mutate(centre, 'requestSettlement', asked))
    const settled = await mutate(finance, 'settleAward', { id: request.id, expectedVersion: 1 })
    expect(codes(settled)).toEqual([])
    // Half of what counts, below the award.
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      APPROPRIATION: 800n * m,
      COMMITMENT: 50n * m,
      SETTLEMENT: 150n * m,
    })
    const proposal = await gateway.database.prisma.proposal.findUniqueOrThrow({
      where: { id: money.lines[0]?.proposalId ?? '' },
    })
    expect(proposal.state).toBe('SETTLED')
    const { body } = await centre.ask(`{ node(id: "${award}") { ... on Award {
      deadlines(daysOff: ["2024-05-01"]) { ... on SettlementDeadlines { dossier { day inTime otherReadings { title(lang: EN) day inTime } } liquidation { day } } }
    } } }`)
    expect(body).toEqual({
      data: {
        node: {
          deadlines: {
            dossier: {
              ...{ day: '2024-06-04', inTime: 'MET' },
              otherReadings: [{ title: 'counted in working days', day: '2024-06-10', inTime: 'MET' }],
            },
            liquidation: { day: '2025-01-22' },
          },
        },
      },
    })
  })
})

describe('every mutation', () => {
  const asFinance: readonly Role[] = ['FINANCE_DEPARTMENT']
  const asCentre: readonly Role[] = ['CENTRE']
  const ids = {
    appropriation: encodeGlobalID('Appropriation', 'x'),
    award: encodeGlobalID('Award', 'x'),
    payment: encodeGlobalID('PaymentRequest', 'x'),
  }
  const version = { expectedVersion: 1 }
  const money = { ...version, amount: 1n }
  const all: readonly (readonly [string, readonly Role[], Fields])[] = [
    [
      'recordAppropriation',
      asFinance,
      {
        programme: encodeGlobalID('ProgrammeDocument', 'x'),
        year: 2024,
        source: { enum: 'NATIONAL_FUND' },
        amount: 1n,
      },
    ],
    ['raiseAppropriation', asFinance, { id: ids.appropriation, ...money }],
    ['cutAppropriation', asFinance, { id: ids.appropriation, ...money }],
    ['returnUnused', asFinance, { id: ids.appropriation, ...money }],
    ['carryOver', asFinance, { id: ids.appropriation, ...version }],
    ['signContract', asCentre, { planLine: encodeGlobalID('PlanLine', 'x'), ...money }],
    ['requestAdvance', asCentre, { award: ids.award, amount: 1n, facts: {} }],
    ['requestSettlement', asCentre, { award: ids.award, vouchers: [] }],
    ['payAdvance', asFinance, { id: ids.payment, ...version }],
    ['settleAward', asFinance, { id: ids.payment, ...version }],
    ['refusePayment', asFinance, { id: ids.payment, ...version, reason: 'x' }],
    ['returnAdvance', asFinance, { id: ids.award, ...money }],
    ['releaseCommitment', asCentre, { id: ids.award, ...money }],
    ['correctPosting', asFinance, { id: encodeGlobalID('Posting', 'x'), reason: 'x' }],
  ]

  test.each(all)('%s is for its office, and of something that is there', async (name, roles, args) => {
    const [right, wrong] = roles === asCentre ? [centre, finance] : [finance, centre]
    expect(codes(await mutate(gateway, name, args))).toEqual(['not-signed-in'])
    expect(codes(await mutate(wrong, name, args))).toEqual(['not-allowed'])
    expect(codes(await mutate(right, name, args))).toEqual(['not-found'])
  })

  test('is done once under its key, and another under it is refused', async () => {
    const money = await year()
    const raise = { idempotencyKey: randomUUID(), id: appropriation(money), expectedVersion: 1, amount: 5n }
    const first = await mutate(finance, 'raiseAppropriation', raise)
    expect(await mutate(finance, 'raiseAppropriation', raise)).toEqual(first)
    expect(codes(await mutate(finance, 'raiseAppropriation', { ...raise, amount: 6n }))).toEqual(['key-used'])
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({ APPROPRIATION: 1_000n * m + 5n })
  })
})

describe('lists', () => {
  const Page = z.object({ data: z.record(z.string(), z.unknown()), errors: z.undefined().optional() })

  test('a ledger, contracts and requests take one statement each, and their counts one more', async () => {
    const money = await year({ lines: [{ approved: 100n * m }, { approved: 100n * m }, { approved: 100n * m }] })
    const people = moneyPeople(gateway.database)
    for (const index of [0, 1, 2]) {
      const { id } = await people.sign(money, index)
      await people.advance(id, 10n * m)
    }
    const ask = async (query: string) => {
      gateway.takeStatements()
      const { body } = await finance.ask(query)
      Page.parse(body)
      // One of them looks who asks.
      return { body, statements: gateway.takeStatements().length - 1 }
    }
    const id = appropriation(money)
    const ledger = await ask(`{ node(id: "${id}") { ... on Appropriation { free
      ledger(first: 3) { nodes { kind on document entries { account amount } } pageInfo { hasNextPage endCursor } } } } }`)
    expect(ledger.statements).toBe(2)
    expect(ledger.body).toMatchObject({
      data: {
        node: {
          free: '700000000',
          ledger: { nodes: [{ kind: 'APPROPRIATION' }, { kind: 'COMMITMENT' }, { kind: 'ADVANCE' }] },
        },
      },
    })
    const awards = await ask(
      `{ awards(appropriation: "${id}", first: 2) { totalCount nodes { title amount committed advanced } } }`,
    )
    expect(awards.statements).toBe(2)
    expect(awards.body).toMatchObject({
      data: { awards: { totalCount: 3, nodes: Array(2).fill({ advanced: '10000000' }) } },
    })
    const requests = await ask(
      `{ paymentRequests(state: CONFIRMED, last: 2) { nodes { amount state vouchers { number } } } }`,
    )
    expect(requests.statements).toBe(1)
    const flow = await ask(
      `{ moneyFlow(programme: "${encodeGlobalID('ProgrammeDocument', money.programmeId)}") { free } }`,
    )
    expect(flow.statements).toBe(1)
    const { body } = await centre.ask(
      `{ awards(appropriation: "${id}", first: 1) { nodes { ledger { totalCount nodes { sequence } } } } }`,
    )
    expect(body).toMatchObject({ data: { awards: { nodes: [{ ledger: { totalCount: 2 } }] } } })
  })

  test('are for the offices of money', async () => {
    const committee = await signIn(gateway, 'LOCAL_COMMITTEE')
    for (const caller of [gateway, committee])
      expect((await caller.ask('{ awards { nodes { id } } }')).body).toMatchObject({ errors: [{ extensions: {} }] })
  })
})
