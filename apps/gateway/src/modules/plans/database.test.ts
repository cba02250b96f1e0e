import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { PlanState } from '../../generated/prisma/enums.js'
import type { FundSource } from '../../generated/prisma/enums.js'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { actorIn } from '../../testing/money.js'
import { at, planAt, planTeam, type PlanTeam } from '../../testing/plan-team.js'
import { act, done, refusedFor, type PlanShown } from '../../testing/plans.js'
import { correctPosting } from '../money/correct-posting.js'
import { beginningsOf, planLifeCycle, planStepNames } from './life-cycle.js'

// What no SQL can do, whoever sends it.

let gateway: TestGateway
let team: PlanTeam
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
})
afterAll(() => gateway.close())

const run = (statement: string, values: readonly unknown[] = []) =>
  gateway.database.engine.transaction((session) => session.rows(statement, [...values]))

const recordOf = ({ id }: PlanShown) => Buffer.from(id, 'base64').toString().replace('Plan:', '')
const lineRecord = ({ lines }: PlanShown, index: number) =>
  Buffer.from(lines[index]?.id ?? '', 'base64')
    .toString()
    .replace('PlanLine:', '')

describe('an approved plan', () => {
  let plan: PlanShown
  let id: string
  beforeAll(async () => {
    plan = await planAt(gateway, team, 'APPROVED')
    id = recordOf(plan)
  })

  test.each([
    ['plan_lines_of_a_draft', 'UPDATE plan_lines SET approved = approved - 1 WHERE plan_id = $1'],
    ['plan_lines_of_a_draft', "UPDATE plan_lines SET title = 'khác' WHERE plan_id = $1"],
    ['plan_lines_of_a_draft', 'DELETE FROM plan_lines WHERE plan_id = $1'],
    [
      'plan_lines_of_a_draft',
      `INSERT INTO plan_lines (id, plan_id, position, item_id, kind, content_code, title, source)
       VALUES ('x', $1, 9, 'x', 'ACTIVITY', 'MEDIA', 'x', 'PROVINCIAL_BUDGET')`,
    ],
    ['plan_lines_stay', "UPDATE plan_lines SET item_id = 'x' WHERE plan_id = $1"],
    ['plan_lines_stay', "UPDATE plan_lines SET plan_id = 'x' WHERE plan_id = $1"],
    ['plan_balances_of_an_estimate', 'UPDATE plan_balances SET amount = amount + 1 WHERE plan_id = $1'],
    ['plan_balances_of_an_estimate', 'DELETE FROM plan_balances WHERE plan_id = $1'],
    ['plans_approved_stand', "UPDATE plans SET state = 'DRAFT', document = NULL, approved_on = NULL WHERE id = $1"],
    ['plans_approved_stand', 'UPDATE plans SET year = 2023 WHERE id = $1'],
    ['plans_approved_stand', "UPDATE plans SET document = 'khác' WHERE id = $1"],
    ['plans_approved_stand', 'DELETE FROM plans WHERE id = $1'],
    ['plan_steps_is_append_only', "UPDATE plan_steps SET person_id = 'x' WHERE plan_id = $1"],
  ])('%s: %s', async (constraint, statement) => {
    await expect(run(statement, [id])).rejects.toMatchObject({ constraint })
  })

  test.each(['plans', 'plan_lines', 'plan_balances', 'plan_steps'])('%s cannot be emptied', async (table) => {
    await expect(run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/is refused/)
  })
})

describe('a draft', () => {
  test.each([
    ['plan_lines_of_a_draft', 'UPDATE plan_lines SET approved = 1 WHERE plan_id = $1'],
    ['plan_lines_estimated_within_demand', 'UPDATE plan_lines SET estimated = demanded + 1 WHERE plan_id = $1'],
    ['plan_lines_estimated_within_ceiling', 'UPDATE plan_lines SET ceiling = estimated - 1 WHERE plan_id = $1'],
    ['plans_state_is_of_last_step', "UPDATE plans SET state = 'BALANCED' WHERE id = $1"],
    ['plans_stay', 'UPDATE plans SET year = 2023 WHERE id = $1'],
    ['plans_stay', "UPDATE plans SET makers = '{}' WHERE id = $1"],
  ])('%s: %s', async (constraint, statement) => {
    const plan = await planAt(gateway, team, 'DRAFT')
    await expect(run(statement, [recordOf(plan)])).rejects.toMatchObject({ constraint })
  })

  test('of an adjustment follows an approved edition', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    await expect(
      run(
        `INSERT INTO plans (id, programme_id, year, edition, plan_date, reason, created_by)
         SELECT 'y', programme_id, year, 2, plan_date, 'x', 'x' FROM plans WHERE id = $1`,
        [recordOf(plan)],
      ),
    ).rejects.toMatchObject({ constraint: 'plans_editions_follow' })
  })
})

describe('a plan that was dropped', () => {
  test.each([
    ['plans_dropped_stay', "UPDATE plans SET state = 'DRAFT' WHERE id = $1"],
    ['plans_dropped_stay', "UPDATE plans SET reason = 'khác' WHERE id = $1"],
    ['plans_dropped_stay', 'DELETE FROM plans WHERE id = $1'],
    ['plan_lines_of_a_draft', "UPDATE plan_lines SET title = 'khác' WHERE plan_id = $1"],
    ['plan_lines_of_a_draft', 'DELETE FROM plan_lines WHERE plan_id = $1'],
  ])('%s: %s', async (constraint, statement) => {
    const plan = await planAt(gateway, team, 'DROPPED')
    await expect(run(statement, [recordOf(plan)])).rejects.toMatchObject({ constraint })
  })

  test('leaves no proposal in it, and says why', async () => {
    const id = recordOf(await planAt(gateway, team, 'DRAFT'))
    await expect(run("UPDATE plans SET state = 'DROPPED' WHERE id = $1", [id])).rejects.toMatchObject({
      constraint: 'plans_dropped_free',
    })
    const step = `INSERT INTO plan_steps (plan_id, position, action, from_state, to_state, person_id, role, "on")
      VALUES ($1, 1, 'dropPlan', 'DRAFT', 'DROPPED', 'x', 'x', '2024-12-31')`
    await expect(run(step, [id])).rejects.toMatchObject({ constraint: 'plan_steps_drop_has_reason' })
  })
})

describe('the life cycle', () => {
  const transitions = planStepNames.flatMap((name) =>
    beginningsOf(name).map(([from]) => `${name} ${from} ${planLifeCycle[name].to}`),
  )
  const all = planStepNames.flatMap((name) =>
    Object.values(PlanState).flatMap((from) => Object.values(PlanState).map((to) => [name, from, to] as const)),
  )

  test('is the same in the database: every step from every state to every other', async () => {
    const plans = {
      DRAFT: await planAt(gateway, team, 'DRAFT'),
      ESTIMATED: await planAt(gateway, team, 'ESTIMATED'),
      BALANCED: await planAt(gateway, team, 'BALANCED'),
      APPROVED: await planAt(gateway, team, 'APPROVED'),
      DROPPED: await planAt(gateway, team, 'DROPPED'),
    }
    const taken: string[] = []
    for (const [name, from, to] of all) {
      // The trigger of the step speaks first; what it lets through, the end of the transaction undoes.
      const step = run(
        `INSERT INTO plan_steps (plan_id, position, action, from_state, to_state, person_id, role, "on", reason, document)
         SELECT $1, coalesce(max(position), 0) + 1, $2, $3::"PlanState", $4::"PlanState", 'someone', 'x', '2024-12-31', 'x', 'x'
         FROM plan_steps WHERE plan_id = $1`,
        [recordOf(plans[from]), name, from, to],
      )
      const constraint = await step.then(
        () => 'none',
        (error: unknown) => (error as { constraint?: string }).constraint,
      )
      if (constraint !== 'plan_steps_in_life_cycle') taken.push(`${name} ${from} ${to}`)
    }
    expect(taken.toSorted()).toEqual(transitions.toSorted())
  })

  test.each(['balancePlan', 'approvePlan'] as const)('%s is not for a maker', async (name) => {
    const plan = await planAt(gateway, team, name === 'balancePlan' ? 'ESTIMATED' : 'BALANCED')
    const [from, to] = name === 'balancePlan' ? ['ESTIMATED', 'BALANCED'] : ['BALANCED', 'APPROVED']
    const step = (personId: string) =>
      run(
        `INSERT INTO plan_steps (plan_id, position, action, from_state, to_state, person_id, role, "on", document)
         SELECT $1, max(position) + 1, $2, $3::"PlanState", $4::"PlanState", $5, 'x', '2024-12-31', 'x'
         FROM plan_steps WHERE plan_id = $1`,
        [recordOf(plan), name, from, to, personId],
      )
    const hands = [team.centre, team.industry, ...(name === 'approvePlan' ? [team.finance] : [])]
    for (const { personId } of hands)
      await expect(step(personId)).rejects.toMatchObject({ constraint: 'plan_steps_four_eyes' })
  })
})

describe('the approval', () => {
  /** As if the service had not looked: the amounts and the step, and the state at the end. */
  const approve = (plan: PlanShown, amounts: string) =>
    gateway.database.engine.transaction(async (session) => {
      const id = recordOf(plan)
      await session.rows(`UPDATE plan_lines SET approved = ${amounts} WHERE plan_id = $1`, [id])
      await session.rows(
        `INSERT INTO plan_steps (plan_id, position, action, from_state, to_state, person_id, role, "on", document)
         SELECT $1, max(position) + 1, 'approvePlan', 'BALANCED', 'APPROVED', 'chair', 'x', '2024-12-31', 'x'
         FROM plan_steps WHERE plan_id = $1`,
        [id],
      )
      await session.rows(
        "UPDATE plans SET state = 'APPROVED', document = 'x', approved_on = '2024-12-31' WHERE id = $1",
        [id],
      )
    })

  test.each([
    ['plan_lines_approved_within_estimate', 'estimated + 1'],
    ['plan_lines_approved_was_estimated', '0'],
    ['plans_every_line_approved', "CASE WHEN kind = 'PROJECT' THEN estimated END"],
  ])('%s', async (constraint, amounts) => {
    const plan = await planAt(gateway, team, 'BALANCED')
    await expect(approve(plan, amounts)).rejects.toMatchObject({ constraint })
  })

  test('stays within the balance', async () => {
    let plan = await planAt(gateway, team, 'ESTIMATED')
    const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '249999999' }]
    plan = await done(team.finance, 'balancePlan', { ...at(plan), balances, on: '2024-03-10' })
    await expect(approve(plan, 'estimated')).rejects.toMatchObject({ constraint: 'plans_within_balance' })
    await approve(plan, 'estimated - 1')
  })

  test('stays within the appropriation, where there is one', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    await appropriate(plan, 'PROVINCIAL_BUDGET', 249_999_999n)
    await expect(approve(plan, 'estimated')).rejects.toMatchObject({ constraint: 'plans_within_appropriation' })
    const variables = { ...at(plan), document: '1/QĐ', on: '2024-03-15' }
    expect(await refusedFor(team.committee, 'approvePlan', variables)).toEqual(['above-appropriation'])
    await appropriate(plan, 'PROVINCIAL_BUDGET', 1n)
    await done(team.committee, 'approvePlan', variables)
  })

  test('waits for no appropriation where money was only carried in; once there is one, the two together cover it', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    const { carriedInto, programme } = await carryIn(plan, 30_000_000n)
    const variables = { ...at(plan), document: '1/QĐ', on: '2024-03-15' }
    await done(team.committee, 'approvePlan', variables)
    expect(carriedInto).toBe(30_000_000n)
    const record = (amount: string) => {
      const said = { programme, year: 2024, source: 'PROVINCIAL_BUDGET', amount, on: '2024-03-20', document: '2/QĐ' }
      return command(team.finance, 'recordAppropriation', said)
    }
    expect((await record('219999999')).refused).toEqual(['below-plan'])
    expect((await record('220000000')).refused).toEqual([])
  })

  test('does not rest on carried-in money where the year was given nothing of its own: that can be corrected', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    const { programme } = await carryIn(plan, 30_000_000n)
    await done(team.committee, 'approvePlan', { ...at(plan), document: '1/QĐ', on: '2024-03-15' })
    const { programmeId } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: recordOf(plan) } })
    const correctCarryIn = async () => {
      const { id } = await gateway.database.prisma.posting.findFirstOrThrow({
        where: { kind: 'CARRY_OVER', appropriation: { programmeId, year: 2024 } },
      })
      const said = { idempotencyKey: randomUUID(), on: '2024-04-02', document: '3/ĐC', reason: 'nhầm' }
      const actor = actorIn('FINANCE_DEPARTMENT')
      return await correctPosting(gateway.database.prisma, actor, { ...said, postingId: id })
    }
    const given = { year: 2024, source: 'PROVINCIAL_BUDGET', amount: '220000000', on: '2024-03-20', document: '2/QĐ' }
    const { id, version } = await command(team.finance, 'recordAppropriation', { programme, ...given })
    expect(version).toBeGreaterThan(0)
    // Once there is an appropriation the two together cover the plan, and neither goes without more of the other.
    await expect(correctCarryIn()).rejects.toMatchObject({ problems: [{ code: 'below-plan' }] })
    const where = { kind: 'APPROPRIATION', appropriationId: decodeGlobalID(id).id } as const
    const { id: postingId } = await gateway.database.prisma.posting.findFirstOrThrow({ where })
    const undone = { idempotencyKey: randomUUID(), on: '2024-04-01', document: '3/ĐC', reason: 'nhầm', postingId }
    await correctPosting(gateway.database.prisma, actorIn('FINANCE_DEPARTMENT'), undone)
    await expect(correctCarryIn()).resolves.toMatchObject({ version: 1 })
  })

  test('of a year whose appropriation was cut to nothing is given nothing', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    const { programmeId } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id: recordOf(plan) } })
    const programme = encodeGlobalID('ProgrammeDocument', programmeId)
    const given = { programme, year: 2024, source: 'PROVINCIAL_BUDGET', amount: '500000000', document: '2/QĐ' }
    const { id, version } = await command(team.finance, 'recordAppropriation', { ...given, on: '2024-01-05' })
    const cut = { id, expectedVersion: version, amount: '500000000', on: '2024-02-05', document: '3/QĐ' }
    expect((await command(team.finance, 'cutAppropriation', cut)).refused).toEqual([])
    const variables = { ...at(plan), document: '1/QĐ', on: '2024-03-15' }
    expect(await refusedFor(team.committee, 'approvePlan', variables)).toEqual(['above-appropriation'])
    await expect(approve(plan, 'estimated')).rejects.toMatchObject({ constraint: 'plans_within_appropriation' })
  })

  test('stays within appropriation and carried-in money together, and says what to do', async () => {
    const plan = await planAt(gateway, team, 'BALANCED')
    await carryIn(plan, 30_000_000n)
    await appropriate(plan, 'PROVINCIAL_BUDGET', 219_999_999n)
    const variables = { ...at(plan), document: '1/QĐ', on: '2024-03-15' }
    const expected = 'at most 249,999,999 đồng, or a further appropriation first (raiseAppropriation)'
    expect(await act(team.committee, 'approvePlan', variables)).toMatchObject({
      problems: [{ code: 'above-appropriation', expected }],
    })
    await expect(approve(plan, 'estimated')).rejects.toMatchObject({ constraint: 'plans_within_appropriation' })
  })

  test('of an adjustment keeps what is promised on contracts', async () => {
    const first = await planAt(gateway, team, 'APPROVED')
    const appropriation = await appropriate(first, 'PROVINCIAL_BUDGET', 250_000_000n)
    await award(lineRecord(first, 1), appropriation, 40_000_000n)

    let plan = await done(team.industry, 'adjustPlan', { ...at(first), reason: 'giảm' })
    expect(plan.lines.map(({ promised }) => promised)).toEqual(['0', '40000000'])
    const line = () => ({ lineId: plan.lines[1]?.id, expectedVersion: plan.version })
    expect(await refusedFor(team.industry, 'changeLine', { ...line(), estimated: '39999999' })).toEqual(['below-award'])
    expect(await refusedFor(team.industry, 'changeLine', { ...line(), source: 'OTHER_LAWFUL' })).toEqual([
      'below-award',
    ])
    expect(await refusedFor(team.industry, 'removeLine', { ...line(), reason: 'thôi', on: '2024-08-01' })).toEqual([
      'below-award',
    ])
    plan = await done(team.industry, 'changeLine', { ...line(), estimated: '45000000' })
    plan = await done(team.industry, 'handOverEstimate', { ...at(plan), on: '2024-08-02' })
    const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '250000000' }]
    plan = await done(team.finance, 'balancePlan', { ...at(plan), balances, on: '2024-08-03' })
    const amounts = [{ lineId: plan.lines[1]?.id, amount: '39999999' }]
    const variables = { ...at(plan), document: '2/QĐ', on: '2024-08-04' }
    expect(await refusedFor(team.committee, 'approvePlan', { ...variables, amounts })).toEqual(['below-award'])
    await expect(approve(plan, 'least(estimated, 39999999)')).rejects.toMatchObject({ constraint: 'plans_keep_awards' })
    await done(team.committee, 'approvePlan', {
      ...variables,
      amounts: [{ lineId: plan.lines[1]?.id, amount: '40000000' }],
    })
  })
})

/** Allots money to the year of a plan, or more of it. */
async function appropriate(plan: PlanShown, source: FundSource, amount: bigint): Promise<string> {
  const { prisma } = gateway.database
  const { programmeId, year } = await prisma.plan.findUniqueOrThrow({ where: { id: recordOf(plan) } })
  const where = { programmeId_year_source: { programmeId, year, source } }
  const data = { programmeId, year, source, document: '1/QĐ', createdBy: 'x' }
  const { id } = await prisma.appropriation.upsert({ where, create: data, update: {} })
  await prisma.posting.create({
    data: {
      ...{ kind: 'APPROPRIATION', appropriationId: id, on: new Date('2024-01-05'), document: '1/QĐ', personId: 'x' },
      entries: {
        create: [
          { position: 1, account: 'OUTSIDE', amount: -amount },
          { position: 2, account: 'APPROPRIATION', appropriationId: id, amount },
        ],
      },
    },
  })
  return id
}

/** Money that the year before leaves to the year of a plan, by the carrying over itself; the year is given nothing of its own. */
async function carryIn(plan: PlanShown, amount: bigint) {
  const { prisma } = gateway.database
  const { programmeId, year } = await prisma.plan.findUniqueOrThrow({ where: { id: recordOf(plan) } })
  const programme = encodeGlobalID('ProgrammeDocument', programmeId)
  const source = 'PROVINCIAL_BUDGET'
  const before = { programme, year: year - 1, source, amount: amount.toString(), on: '2023-01-05', document: '1/QĐ' }
  const { id, version } = await command(team.finance, 'recordAppropriation', before)
  const over = { id, expectedVersion: version, allowed: amount.toString(), on: '2024-01-31', document: '9/QĐ' }
  expect((await command(team.finance, 'carryOver', over)).refused).toEqual([])
  const { postings } = await prisma.appropriation.findUniqueOrThrow({
    where: { programmeId_year_source: { programmeId, year, source } },
    include: { postings: { include: { entries: true } } },
  })
  const entries = postings.flatMap((posting) => posting.entries).filter(({ account }) => account === 'APPROPRIATION')
  return { programme, carriedInto: entries.reduce((sum, entry) => sum + entry.amount, 0n) }
}

/** Promises money on a line. */
async function award(planLineId: string, appropriationId: string, amount: bigint): Promise<void> {
  const { prisma } = gateway.database
  const id = randomUUID()
  await prisma.$transaction(async (tx) => {
    await tx.award.create({
      data: {
        ...{ id, planLineId, appropriationId, contentCode: 'MEDIA', amount, contract: '1/HĐ', createdBy: 'x' },
        ...{ ceiling: 90_000_000n, planDate: new Date('2024-01-01') },
        signedOn: new Date('2024-04-01'),
      },
    })
    await tx.posting.create({
      data: {
        ...{
          kind: 'COMMITMENT',
          appropriationId,
          awardId: id,
          on: new Date('2024-04-01'),
          document: '1/HĐ',
          personId: 'x',
        },
        entries: {
          create: [
            { position: 1, account: 'APPROPRIATION', appropriationId, amount: -amount },
            { position: 2, account: 'COMMITMENT', appropriationId, awardId: id, amount },
          ],
        },
      },
    })
  })
}
