import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../../testing/command.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { ownId } from '../../testing/mutations.js'
import { at, planAt, planTeam, type PlanTeam } from '../../testing/plan-team.js'
import { signIn, type Caller } from '../../testing/people.js'
import { act, done, refusedFor, type PlanShown } from '../../testing/plans.js'

// What happens to the lines of an adjustment while it is being drawn up.

let gateway: TestGateway
let team: PlanTeam
/** Another person of the committee than who approved. */
let stopper: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  team = await planTeam(gateway)
  stopper = await signIn(gateway, 'PROVINCIAL_COMMITTEE')
})
afterAll(() => gateway.close())

/** A plan in force, a machine and an activity, and the draft of its adjustment. */
async function adjusted() {
  const inForce = await planAt(gateway, team, 'APPROVED')
  return { inForce, draft: await done(team.industry, 'adjustPlan', { ...at(inForce), reason: 'bổ sung' }) }
}

const without = ({ lines, version }: PlanShown, index: number) =>
  done(team.industry, 'removeLine', {
    ...{ lineId: lines[index]?.id, expectedVersion: version, reason: 'nhầm', on: '2024-08-03' },
  })

const estimated = (plan: PlanShown) => done(team.industry, 'handOverEstimate', { ...at(plan), on: '2024-08-07' })
const balances = [{ source: 'PROVINCIAL_BUDGET', amount: '250000000' }]
const balanced = async (plan: PlanShown) =>
  await done(team.finance, 'balancePlan', { ...at(await estimated(plan)), balances, on: '2024-08-07' })
const approval = (plan: PlanShown) => ({ ...at(plan), document: '913/QĐ-UBND', on: '2024-08-07' })

/** The proposal of a plan in force is stopped. */
async function stop({ lines: [line] }: PlanShown): Promise<void> {
  const id = ownId(line?.proposal?.id ?? '')
  const { version } = await gateway.database.prisma.proposal.findUniqueOrThrow({ where: { id } })
  const stopped = await command(stopper, 'cancelProposal', {
    ...{
      id: line?.proposal?.id,
      expectedVersion: version,
      on: '2024-07-01',
      reason: 'thôi làm',
      document: '700/QĐ-UBND',
    },
  })
  expect(stopped).toMatchObject({ state: 'CANCELLED' })
}

test('no money is estimated or approved for a proposal that was stopped meanwhile', async () => {
  const { inForce, draft } = await adjusted()
  await stop(inForce)
  const stopped = {
    code: 'proposal-stopped',
    field: 'lines.1',
    expected: expect.stringContaining('removeLine') as unknown,
  }
  expect(await act(team.industry, 'handOverEstimate', { ...at(draft), on: '2024-08-07' })).toMatchObject({
    problems: [stopped],
  })
  const other = await adjusted()
  const plan = await balanced(other.draft)
  await stop(other.inForce)
  expect(await act(team.committee, 'approvePlan', approval(plan))).toMatchObject({ problems: [stopped] })

  const returned = await done(team.finance, 'returnPlan', { ...at(plan), reason: 'đã ngừng', on: '2024-08-07' })
  const shorter = await balanced(await without(returned, 0))
  expect(await done(team.committee, 'approvePlan', approval(shorter))).toMatchObject({ state: 'APPROVED' })
})

test('nor would the database approve it', async () => {
  const { inForce, draft } = await adjusted()
  const plan = await balanced(draft)
  await stop(inForce)
  const id = ownId(plan.id)
  const { prisma } = gateway.database
  await expect(
    prisma.$transaction(async (tx) => {
      for (const line of await tx.planLine.findMany({ where: { planId: id } }))
        await tx.planLine.update({ where: { id: line.id }, data: { approved: line.estimated } })
      await tx.plan.update({ where: { id }, data: { state: 'APPROVED' } })
    }),
  ).rejects.toThrow(/plans_pay_none_stopped/)
})

test('a line that was taken out by mistake is taken up again: the same item, as it was approved', async () => {
  const { inForce, draft } = await adjusted()
  const [project, activity] = inForce.lines
  let plan = await without(await without(draft, 0), 0)
  expect(plan.lines).toEqual([])
  const proposal = { proposalId: project?.proposal?.id, on: '2024-08-03' }
  plan = await done(team.centre, 'addProposalLine', { ...at(plan), ...proposal })
  expect(plan.lines).toMatchObject([
    { item: project?.item, estimated: '200000000', approvedBefore: '200000000', proposal: { state: 'APPROVED' } },
  ])
  expect(await refusedFor(team.centre, 'addProposalLine', { ...at(plan), ...proposal })).toEqual(['proposal-twice'])
  plan = await done(team.centre, 'addActivityLine', {
    ...at(plan),
    ...{ contentCode: 'MEDIA', title: ' phóng sự ', source: 'PROVINCIAL_BUDGET', demanded: '40000000' },
    facts: { eligibleCost: '90000000', totalCost: '90000000' },
  })
  expect(plan.lines[1]).toMatchObject({ item: activity?.item, estimated: '40000000', approvedBefore: '50000000' })
  expect(await done(team.committee, 'approvePlan', approval(await balanced(plan)))).toMatchObject({
    state: 'APPROVED',
    lines: [{ approved: '200000000', proposal: { state: 'APPROVED' } }, { approved: '40000000' }],
  })
})

test('a proposal is taken up again with less where that is said, and one that was stopped not at all', async () => {
  const { inForce, draft } = await adjusted()
  const plan = await without(draft, 0)
  const asked = { ...at(plan), proposalId: inForce.lines[0]?.proposal?.id, on: '2024-08-03' }
  const refused = await refusedFor(team.centre, 'addProposalLine', { ...asked, estimated: '210000000' })
  expect(refused).toEqual(['above-demand'])
  const lower = await done(team.centre, 'addProposalLine', { ...asked, estimated: '150000000' })
  expect(lower.lines.at(-1)).toMatchObject({ item: inForce.lines[0]?.item, estimated: '150000000' })

  const other = await adjusted()
  const shorter = await without(other.draft, 0)
  await stop(other.inForce)
  const stopped = { ...at(shorter), proposalId: other.inForce.lines[0]?.proposal?.id, on: '2024-08-03' }
  expect(await refusedFor(team.centre, 'addProposalLine', stopped)).toEqual(['not-in-this-state'])
})

test('an activity that was left out and contracted meanwhile is named, with the ways out', async () => {
  const { inForce, draft } = await adjusted()
  const id = ownId(inForce.id)
  const { programmeId, version } = await gateway.database.prisma.plan.findUniqueOrThrow({ where: { id } })
  await command(team.finance, 'recordAppropriation', {
    ...{ programme: encodeGlobalID('ProgrammeDocument', programmeId), year: 2024, source: 'PROVINCIAL_BUDGET' },
    ...{ amount: '1000000000', on: '2024-01-02', document: '9/QĐ-UBND' },
  })
  const plan = await balanced(await without(draft, 1))
  const planLine = inForce.lines[1]?.id
  const contract = { planLine, expectedVersion: version, amount: '50000000', on: '2024-08-07', document: '3/HĐ' }
  expect((await command(team.centre, 'signContract', contract)).refused).toEqual([])
  expect(await act(team.committee, 'approvePlan', approval(plan))).toMatchObject({
    problems: [
      {
        code: 'promised-left-out',
        message: expect.stringContaining('“phóng sự”') as unknown,
        expected: expect.stringMatching(/addActivityLine.*dropPlan.*releaseCommitment/) as unknown,
      },
    ],
  })
  const returned = await done(team.finance, 'returnPlan', { ...at(plan), reason: 'đã ký', on: '2024-08-07' })
  const again = { contentCode: 'MEDIA', title: 'phóng sự', source: 'PROVINCIAL_BUDGET' }
  const facts = { eligibleCost: '90000000', totalCost: '90000000' }
  const less = { ...at(returned), ...again, facts, demanded: '49000000' }
  expect(await refusedFor(team.centre, 'addActivityLine', less)).toEqual(['below-award'])
  const whole = await done(team.centre, 'addActivityLine', { ...less, demanded: '50000000' })
  expect(await done(team.committee, 'approvePlan', approval(await balanced(whole)))).toMatchObject({
    state: 'APPROVED',
  })
})

test('what was promised before the support was lowered under it stands in the adjustment', async () => {
  const inForce = await planAt(gateway, team, 'APPROVED')
  const { prisma, engine } = gateway.database
  const { programmeId } = await prisma.plan.findUniqueOrThrow({ where: { id: ownId(inForce.id) } })
  await command(team.finance, 'recordAppropriation', {
    ...{ programme: encodeGlobalID('ProgrammeDocument', programmeId), year: 2024, source: 'PROVINCIAL_BUDGET' },
    ...{ amount: '1000000000', on: '2024-01-02', document: '9/QĐ-UBND' },
  })
  const [project] = inForce.lines
  const id = ownId(project?.proposal?.id ?? '')
  const { version } = await prisma.proposal.findUniqueOrThrow({ where: { id } })
  const contract = { planLine: project?.id, expectedVersion: version, amount: '200000000', on: '2024-03-20' }
  expect((await command(team.centre, 'signContract', { ...contract, document: '3/HĐ' })).refused).toEqual([])
  await engine.transaction(async (session) => {
    await session.run('SET LOCAL session_replication_role = replica')
    await session.run(`UPDATE proposals SET requested_support = 100000000 WHERE id = '${id}'`)
    await session.run('SET LOCAL session_replication_role = DEFAULT')
  })

  const kept = { demanded: '200000000', estimated: '200000000', promised: '200000000' }
  let draft = await done(team.industry, 'adjustPlan', { ...at(inForce), reason: 'bổ sung' })
  expect(draft.lines[0]).toMatchObject(kept)
  const line = { lineId: draft.lines[0]?.id, expectedVersion: draft.version }
  expect(await refusedFor(team.centre, 'changeLine', { ...line, estimated: '200000001' })).toEqual(['above-demand'])
  draft = await done(team.centre, 'changeLine', line)
  expect(draft.lines[0]).toMatchObject(kept)
  expect(await done(team.committee, 'approvePlan', approval(await balanced(draft)))).toMatchObject({
    state: 'APPROVED',
    lines: [{ approved: '200000000' }, { approved: '50000000' }],
  })
})
