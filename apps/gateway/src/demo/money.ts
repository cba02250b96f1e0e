import { z } from 'zod'
import type { FundSource } from '../generated/prisma/enums.js'
import { enumName } from '../modules/law/fact.js'
import type { Calendar } from './calendar.js'
import { officers } from './officers.js'
import { lineOf, programmeId } from './plans.js'
import { attach, calendarFor, makerOf, numbered, proposalId, step } from './proposals.js'
import type { DemoActivity, DemoProposal } from './tables.js'
import type { Email, Variables, Walk } from './walk.js'

/** What a budget allots to a year from one source. */
export async function appropriate(walk: Walk, year: number, source: FundSource, amount: bigint, on: string) {
  const document = `21/${String(year)}/QĐ-UBND (minh họa)`
  const key = `money-${String(year)}/${source}/recordAppropriation`
  const said = { programme: programmeId, year, source, amount: amount.toString(), on, document }
  return await walk.act(officers.budget, 'recordAppropriation', key, said)
}

/** A project whose contract is signed. */
interface Contracted {
  readonly slug: string
  readonly year: number
  readonly title: string
  readonly total: bigint
  readonly support: bigint
  readonly advance: bigint | undefined
  readonly actual: bigint | undefined
  readonly papers: readonly string[]
}

const contractedOf = (row: DemoProposal | DemoActivity, papers: readonly string[]): Contracted => ({
  ...{ slug: row.slug, year: row.year, title: row.title, total: row.total_million, support: row.support_million },
  ...{ advance: row.advance_million, actual: row.actual_million, papers },
})

/** The states from which on a proposal has what the step gives. */
const later = ['APPROVED', 'CONTRACTED', 'RUNNING', 'ACCEPTED', 'SETTLED', 'CLOSED']
const hasComeTo = ({ reaches, way }: DemoProposal, state: string): boolean =>
  later.indexOf(way === 'stopped' ? 'RUNNING' : reaches) >= later.indexOf(state)

/** Contract, start and advance of a proposal. */
export async function beginProposal(walk: Walk, planId: string, proposal: DemoProposal): Promise<void> {
  const days = calendarFor(proposal)
  const id = await proposalId(walk, proposal)
  if (!hasComeTo(proposal, 'CONTRACTED')) return
  const project = contractedOf(proposal, proofOf(proposal))
  const award = await sign(walk, planId, project, id, days)
  if (!hasComeTo(proposal, 'RUNNING')) return
  await step(walk, officers.centre, 'startProposal', proposal, id, { on: days.started })
  await advance(walk, project, award, days)
}

/** Proof, acceptance, settlement and closing of a proposal. */
export async function endProposal(walk: Walk, planId: string, proposal: DemoProposal): Promise<void> {
  if (proposal.way !== '' || !hasComeTo(proposal, 'ACCEPTED')) return
  const days = calendarFor(proposal)
  const id = await proposalId(walk, proposal)
  const project = contractedOf(proposal, proofOf(proposal))
  for (const paper of project.papers) await attach(walk, makerOf(proposal), proposal, id, `acceptance.${paper}`)
  await step(walk, officers.acceptor, 'acceptProposal', proposal, id, {
    ...{ on: days.accepted, document: numbered(proposal, 'BB-NT'), cases: casesOf(proposal, 'case', 'holds') },
  })
  if (!hasComeTo(proposal, 'SETTLED')) return
  const award = await sign(walk, planId, project, id, days)
  await settle(walk, project, award, days, { cases: casesOf(proposal, 'name', 'answer') })
  if (hasComeTo(proposal, 'CLOSED'))
    await step(walk, officers.centre, 'closeProposal', proposal, id, { on: days.closed })
}

/** UBND tỉnh stops a running proposal: what was advanced has come back, and what was promised is free again with it. */
export async function stopProposal(walk: Walk, planId: string, proposal: DemoProposal): Promise<void> {
  const id = await proposalId(walk, proposal)
  const days = calendarFor(proposal)
  const award = await sign(walk, planId, contractedOf(proposal, []), id, days)
  const reason = 'Cơ sở chuyển hướng sản xuất, không tiếp tục đầu tư (minh họa)'
  const year = String(proposal.year)
  const { advance_million: paid } = proposal
  if (paid !== undefined)
    await moveAward(walk, officers.treasurer, 'returnAdvance', proposal, award, paid, `${year}-06-18`)
  const said = { on: `${year}-06-25`, reason, document: numbered(proposal, 'QĐ-UBND') }
  await step(walk, officers.viceChair, 'cancelProposal', proposal, id, said)
}

/** Contract, advance and settlement of an activity of the programme's own. */
export async function beginActivity(walk: Walk, planId: string, activity: DemoActivity, days: Calendar) {
  const project = contractedOf(activity, activity.papers)
  const { advance: asked, actual } = project
  if (asked === undefined && actual === undefined) return
  await advance(walk, project, await sign(walk, planId, project, planId, days), days)
}

export async function endActivity(walk: Walk, planId: string, activity: DemoActivity, days: Calendar): Promise<void> {
  const project = contractedOf(activity, activity.papers)
  if (project.actual === undefined) return
  const award = await sign(walk, planId, project, planId, days)
  await settle(walk, project, award, days, {
    ...{ cases: activity.content === 'MEDIA' ? [{ name: 'WEBSITE', answer: false }] : [] },
    ceiling: project.support.toString(),
    acceptance: { document: numbered(activity, 'BB-NT'), on: days.accepted },
  })
}

/** @param versioned the record whose version the contract is asked with */
async function sign(walk: Walk, planId: string, project: Contracted, versioned: string, { contracted }: Calendar) {
  const { slug, title, support } = project
  const key = `${slug}/signContract`
  const line = walk.isDone(key) ? '' : await lineOf(walk, planId, title)
  const said = { planLine: line, amount: support.toString(), on: contracted, document: numbered(project, 'HĐ') }
  return await walk.act(officers.centre, 'signContract', key, said, { changes: versioned })
}

async function advance(walk: Walk, project: Contracted, award: string, days: Calendar): Promise<void> {
  const { slug, advance: amount, total } = project
  if (amount === undefined) return
  const facts = {
    ...{ workPlanReady: true, duration: 'ONE_YEAR', scheduleMet: true },
    ...{ totalInvestment: total.toString(), workDone: ((total * 4n) / 5n).toString() },
  }
  const asked = { award, amount: amount.toString(), facts, on: days.advanceAsked, document: numbered(project, 'ĐN-TU') }
  const id = await walk.act(officers.surveyor, 'requestAdvance', `${slug}/requestAdvance`, asked)
  const paid = { id, on: days.advancePaid, document: numbered(project, 'LC') }
  await walk.act(officers.treasurer, 'payAdvance', `${slug}/payAdvance`, paid, { changes: id })
}

/** Settles on two vouchers: what support counts, and what is own money through and through. */
async function settle(walk: Walk, project: Contracted, award: string, days: Calendar, more: Variables): Promise<void> {
  const { slug, actual = 0n, total, papers } = project
  const rest = total - actual
  const vouchers = [
    { number: numbered(project, 'HĐGTGT'), item: project.title, amount: actual.toString(), counts: true },
    { number: numbered(project, 'HĐVC'), item: 'Chi phí khác (minh họa)', amount: rest.toString(), counts: false },
  ].filter(({ amount }) => amount !== '0')
  const asked = {
    ...{ award, vouchers, papers: papers.map((name) => ({ name: enumName(name), answer: true })) },
    ...{ allVouchersListed: true, on: days.settlementAsked, document: numbered(project, 'ĐN-QT'), ...more },
  }
  const id = await walk.act(officers.surveyor, 'requestSettlement', `${slug}/requestSettlement`, asked)
  const settled = { id, on: days.settled, document: numbered(project, 'QĐ-QT') }
  await walk.act(officers.treasurer, 'settleAward', `${slug}/settleAward`, settled, { changes: id })
  await releaseRest(walk, project, award, days.settled)
}

/** What the contract turned out not to need. */
async function releaseRest(walk: Walk, project: Pick<Contracted, 'slug' | 'year'>, award: string, on: string) {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Award { committed } } }'
  const { committed } = await walk.read(
    officers.centre,
    query,
    { id: award },
    z.object({ committed: z.coerce.bigint() }),
  )
  if (committed > 0n) await moveAward(walk, officers.centre, 'releaseCommitment', project, award, committed, on)
}

const moveAward = (
  walk: Walk,
  who: Email,
  name: 'returnAdvance' | 'releaseCommitment',
  project: Pick<Contracted, 'slug' | 'year'>,
  id: string,
  amount: bigint,
  on: string,
) => {
  const said = { id, amount: amount.toString(), on, document: numbered(project, 'TB') }
  return walk.act(who, name, `${project.slug}/${name}`, said, { changes: id })
}

/**
 * The end of a year, once the next one has its money: what the rules of the budget let move goes to the next year, the rest back to the budget.
 *
 * @param allowed đồng that may move
 */
export async function endYear(walk: Walk, year: number, appropriation: string, source: FundSource, allowed: bigint) {
  const key = `money-${String(year)}/${source}`
  const changes = { changes: appropriation }
  const papers = (name: string) => ({
    on: `${String(year + 1)}-01-31`,
    document: `90/${String(year)}/${name} (minh họa)`,
  })
  if (allowed > 0n) {
    const carried = { id: appropriation, allowed: allowed.toString(), ...papers('QĐ-CN') }
    await walk.act(officers.budget, 'carryOver', `${key}/carryOver`, carried, changes)
  }
  const query = 'query ($id: ID!) { node(id: $id) { ... on Appropriation { free } } }'
  const { free } = await walk.read(officers.budget, query, { id: appropriation }, z.object({ free: z.coerce.bigint() }))
  if (free === 0n) return
  const returned = { id: appropriation, amount: free.toString(), ...papers('QĐ-NT') }
  await walk.act(officers.budget, 'returnUnused', `${key}/returnUnused`, returned, changes)
}

/** Papers that prove what was done, by content. */
const proofs: Readonly<Partial<Record<DemoProposal['content'], readonly string[]>>> = {
  MACH: ['contract', 'acceptance-record', 'liquidation'],
  'DEMO-NEW': ['supported-item-vouchers', 'demonstration-guests', 'model-papers'],
  BRAND: ['registration-certificate', 'promotion-plan', 'all-vouchers'],
}
const proofOf = ({ content }: DemoProposal): readonly string[] => proofs[content] ?? []

/** Questions on which a paper depends. */
const casesOf = ({ content }: DemoProposal, name: string, answer: string): readonly Variables[] =>
  content === 'BRAND' ? [{ [name]: 'COLLECTIVE_MARK', [answer]: false }] : []
