import { z } from 'zod'
import { calendarOf, type Calendar } from './calendar.js'
import { officers } from './officers.js'
import { proposalId } from './proposals.js'
import { readActivities, readProposals, type DemoProposal } from './tables.js'
import type { Walk } from './walk.js'
import { encodeGlobalID } from '@pothos/plugin-relay'

/** The programme of the seed. */
export const programmeId = encodeGlobalID('ProgrammeDocument', 'hai-duong-2023-2025')

/** Those that an edition takes up. */
export const takenUpBy = (year: number, edition: number): readonly DemoProposal[] =>
  readProposals().filter((proposal) => proposal.year === year && proposal.edition === edition)

/** A year's plan with its activities: demand, estimate, balance, approval. */
export async function bringPlan(walk: Walk, year: number, balances: Balances): Promise<void> {
  const days = calendarOf(year, 1)
  const plan = await planId(walk, year, 1)
  for (const { slug, content, title, source, total_million, support_million } of readActivities().filter(
    (activity) => activity.year === year,
  ))
    await walk.act(
      officers.centre,
      'addActivityLine',
      `${slug}/addActivityLine`,
      {
        ...{ planId: plan, contentCode: content, title, source, demanded: support_million.toString() },
        facts: { eligibleCost: total_million.toString(), totalCost: total_million.toString() },
        estimated: null,
      },
      { changes: plan },
    )
  await addProposals(walk, plan, year, 1, days)
  await approve(walk, plan, year, 1, days, balances)
}

/** Begins an adjustment: what the plan leaves out is stopped by its approval, what is new is added. */
export async function beginAdjustment(walk: Walk, year: number): Promise<string> {
  const plan = await planId(walk, year, 2)
  const days = calendarOf(year, 2)
  await addProposals(walk, plan, year, 2, days)
  for (const proposal of takenUpBy(year, 1).filter(({ way }) => way === 'dropped')) {
    const key = `${proposal.slug}/removeLine`
    if (walk.isDone(key)) continue
    const lineId = await lineOf(walk, plan, proposal.title)
    const said = { lineId, reason: 'Cơ sở dừng đầu tư (minh họa)', on: days.planned }
    await walk.act(officers.head, 'removeLine', key, said, { changes: plan })
  }
  return plan
}

export async function approveAdjustment(walk: Walk, year: number, balances: Balances): Promise<void> {
  await approve(walk, await planId(walk, year, 2), year, 2, calendarOf(year, 2), balances)
}

/** What each source can bear, in đồng. */
export type Balances = Readonly<Record<string, bigint>>

export async function planId(walk: Walk, year: number, edition: 1 | 2): Promise<string> {
  const { planDate } = calendarOf(year, edition)
  if (edition === 1)
    return await walk.act(officers.centre, 'openPlan', `plan-${String(year)}/openPlan`, { programmeId, year, planDate })
  const first = await planId(walk, year, 1)
  const reason = 'Bổ sung, điều chỉnh đề án trong năm (minh họa)'
  const said = { planId: first, reason, planDate }
  return await walk.act(officers.head, 'adjustPlan', `plan-${String(year)}/adjustPlan`, said, { changes: first })
}

async function addProposals(walk: Walk, plan: string, year: number, edition: number, { planned }: Calendar) {
  for (const proposal of takenUpBy(year, edition))
    await walk.act(
      officers.centre,
      'addProposalLine',
      `${proposal.slug}/addProposalLine`,
      { planId: plan, proposalId: await proposalId(walk, proposal), on: planned },
      { changes: plan },
    )
}

async function approve(walk: Walk, planId: string, year: number, edition: 1 | 2, days: Calendar, balances: Balances) {
  const key = (name: string) => `plan-${String(year)}-${String(edition)}/${name}`
  const changes = { changes: planId }
  const numbers = { letter: `${String(edition)}0/${String(year)}/STC (minh họa)` }
  await walk.act(officers.head, 'handOverEstimate', key('handOverEstimate'), { planId, on: days.estimated }, changes)
  const balanced = Object.entries(balances).map(([source, amount]) => ({ source, amount: amount.toString() }))
  const balance = { planId, balances: balanced, document: numbers.letter, on: days.balanced }
  await walk.act(officers.budget, 'balancePlan', key('balancePlan'), balance, changes)
  const document = `${String(edition)}2/${String(year)}/QĐ-UBND (minh họa)`
  const who = edition === 1 ? officers.chair : officers.viceChair
  await walk.act(who, 'approvePlan', key('approvePlan'), { planId, document, on: days.approved }, changes)
}

const Lines = z.object({ lines: z.array(z.object({ id: z.string(), title: z.string() })) })

/** The line of a plan, by its title. */
export async function lineOf(walk: Walk, planId: string, title: string): Promise<string> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Plan { lines { id title } } } }'
  const { lines } = await walk.read(officers.centre, query, { id: planId }, Lines)
  const found = lines.find((line) => line.title === title)
  if (found === undefined) throw new Error(`The plan has no line ${title}`)
  return found.id
}
