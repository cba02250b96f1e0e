import type { PrismaClient } from '../generated/prisma/client.js'
import { calendarOf } from './calendar.js'
import {
  appropriate,
  beginActivity,
  beginProposal,
  endActivity,
  endProposal,
  endYear,
  interruptProposal,
  stopProposal,
} from './money.js'
import { administrator, bringAdministrator, bringPeople } from './people.js'
import { approveAdjustment, beginAdjustment, bringPlan, planId, takenUpBy } from './plans.js'
import { bringProposal } from './proposals.js'
import { bringRegistry } from './registry.js'
import { readActivities, readProposals } from './tables.js'
import { startWalk, type Walk, type WalkOptions } from './walk.js'

export interface FillOptions extends WalkOptions {
  /** Told of each part of the demo when it begins. */
  readonly tell?: (line: string) => void
}

const million = 1_000_000n

/**
 * Fills a database with the demo, through a gateway that works on it. What is there already is not done again.
 *
 * @throws Error when the database has people who are not of the demo
 */
export async function fillDemo({ tell = () => undefined, ...options }: FillOptions): Promise<void> {
  const { prisma, password } = options
  await refuseForeign(prisma)
  await bringAdministrator(prisma, password)
  const walk = await startWalk(options)
  tell('Người dùng và cơ quan · people and offices')
  await bringPeople(walk, ({ role }) => role !== 'ESTABLISHMENT')
  tell('Cơ sở, sản phẩm, nhu cầu, cộng tác viên · establishments, products, needs, collaborators')
  await bringRegistry(walk)
  await bringPeople(walk, ({ role }) => role === 'ESTABLISHMENT')
  const { provincial, other } = await year2024(walk, tell)
  await begin2025(walk, tell)
  tell('2024 · chuyển nguồn, nộp trả · the end of the year')
  await endYear(walk, 2024, provincial, 'PROVINCIAL_BUDGET', 120n * million)
  await endYear(walk, 2024, other, 'OTHER_LAWFUL', 0n)
  await run2025(walk, tell)
  // Who had nothing to do still has the password that he was first given.
  const others = await prisma.person.findMany({ where: { mustChangePassword: true }, select: { email: true } })
  for (const { email } of others) await walk.signIn(email)
}

/** A database that holds people, and not the demo's administrator, is somebody's own. */
async function refuseForeign(prisma: PrismaClient): Promise<void> {
  const people = await prisma.person.count()
  const own = await prisma.person.count({ where: { email: administrator.email } })
  if (people > 0 && own === 0)
    throw new Error('This database has people who are not of the demo: nothing is written to it.')
}

/**
 * A year that is over: its proposals are closed, settled, stopped or refused.
 *
 * @returns its appropriations
 */
async function year2024(walk: Walk, tell: (line: string) => void) {
  const [year, days] = [2024, calendarOf(2024, 1)]
  tell('2024 · đề án, kế hoạch · proposals and plan')
  await bringProposals(walk, year, (edition) => edition !== 2)
  await bringPlan(walk, year, { PROVINCIAL_BUDGET: 2600n * million, OTHER_LAWFUL: 50n * million })
  const provincial = await appropriate(walk, year, 'PROVINCIAL_BUDGET', 2600n * million, days.appropriated)
  const other = await appropriate(walk, year, 'OTHER_LAWFUL', 50n * million, days.appropriated)

  tell('2024 · hợp đồng, tạm ứng, điều chỉnh kế hoạch · contracts, advances, an adjustment')
  const first = await planId(walk, year, 1)
  for (const proposal of takenUpBy(year, 1)) if (proposal.way !== 'dropped') await beginProposal(walk, first, proposal)
  for (const activity of activitiesOf(year)) await beginActivity(walk, first, activity, days)
  for (const proposal of takenUpBy(year, 1)) if (proposal.way === 'stopped') await stopProposal(walk, first, proposal)
  await bringProposals(walk, year, (edition) => edition === 2)
  const second = await beginAdjustment(walk, year)
  await approveAdjustment(walk, year, { PROVINCIAL_BUDGET: 2600n * million, OTHER_LAWFUL: 50n * million })
  for (const proposal of takenUpBy(year, 2)) await beginProposal(walk, second, proposal)

  tell('2024 · nghiệm thu, quyết toán · acceptance and settlement')
  for (const proposal of takenUpBy(year, 1)) await endProposal(walk, first, proposal)
  for (const proposal of takenUpBy(year, 2)) await endProposal(walk, second, proposal)
  for (const activity of activitiesOf(year)) await endActivity(walk, first, activity, days)
  return { provincial, other }
}

/** A year that is running: a proposal in every state on the way. */
async function begin2025(walk: Walk, tell: (line: string) => void): Promise<void> {
  const [year, days] = [2025, calendarOf(2025, 1)]
  tell('2025 · đề án, kế hoạch · proposals and plan')
  await bringProposals(walk, year, (edition) => edition !== 2)
  await bringPlan(walk, year, { PROVINCIAL_BUDGET: 1900n * million })
  await appropriate(walk, year, 'PROVINCIAL_BUDGET', 1900n * million, days.appropriated)
}

/** Its contracts and payments, and an adjustment that is a draft. */
async function run2025(walk: Walk, tell: (line: string) => void): Promise<void> {
  const [year, days] = [2025, calendarOf(2025, 1)]
  tell('2025 · hợp đồng, tạm ứng, nghiệm thu · contracts, advances, acceptance')
  const first = await planId(walk, year, 1)
  for (const proposal of takenUpBy(year, 1)) await beginProposal(walk, first, proposal)
  for (const activity of activitiesOf(year)) await beginActivity(walk, first, activity, days)
  for (const proposal of takenUpBy(year, 1))
    await (proposal.reaches === 'FORCE_MAJEURE' ? interruptProposal : endProposal)(walk, first, proposal)
  for (const activity of activitiesOf(year)) await endActivity(walk, first, activity, days)
  await bringProposals(walk, year, (edition) => edition === 2)
  await beginAdjustment(walk, year)
}

async function bringProposals(walk: Walk, year: number, of: (edition: number | undefined) => boolean): Promise<void> {
  for (const proposal of readProposals())
    if (proposal.year === year && of(proposal.edition)) await bringProposal(walk, proposal)
}

const activitiesOf = (year: number) => readActivities().filter((activity) => activity.year === year)
