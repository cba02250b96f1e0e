import { z } from 'zod'
import type { FundSource } from '../generated/prisma/enums.js'
import { enumName } from '../modules/law/fact.js'
import type { Calendar } from './calendar.js'
import { officers } from './officers.js'
import { lineOf, programmeId } from './plans.js'
import { establishmentId } from './registry.js'
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
  /** Of a group, short names of its establishments. */
  readonly members: readonly string[]
}

const contractedOf = (row: DemoProposal | DemoActivity, papers: readonly string[]): Contracted => ({
  ...{ slug: row.slug, year: row.year, title: row.title, total: row.total_million, support: row.support_million },
  ...{ advance: row.advance_million, actual: row.actual_million, papers },
  members: 'kind' in row && row.kind === 'GROUP' ? row.establishments : [],
})

/** The states from which on a proposal has what the step gives. */
const later = ['APPROVED', 'CONTRACTED', 'RUNNING', 'FORCE_MAJEURE', 'ACCEPTED', 'SETTLED', 'CLOSED']
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

/** A storm stopped it: what was done is recorded, and its settlement is asked for. */
export async function interruptProposal(walk: Walk, planId: string, proposal: DemoProposal): Promise<void> {
  const id = await proposalId(walk, proposal)
  const days = calendarFor(proposal)
  const project = contractedOf(proposal, [])
  const award = await sign(walk, planId, project, id, days)
  const reason = 'Bão làm tốc mái nhà xưởng, dây chuyền chưa lắp xong (minh họa)'
  const recorded = { on: days.accepted, reason, document: numbered(proposal, 'BB-KL') }
  await step(walk, officers.acceptor, 'recordForceMajeure', proposal, id, recorded)
  await askSettlement(walk, project, award, days, { forceMajeure: { explanation: numbered(proposal, 'VB-GT') } })
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

async function settle(walk: Walk, project: Contracted, award: string, days: Calendar, more: Variables): Promise<void> {
  const id = await askSettlement(walk, project, award, days, more)
  const settled = { id, on: days.settled, document: numbered(project, 'QĐ-QT') }
  await walk.act(officers.treasurer, 'settleAward', `${project.slug}/settleAward`, settled, { changes: id })
  await releaseRest(walk, project, award, days.settled)
}

/** Two vouchers, of a group two for each of its establishments: what support counts, and what is own money through and through. */
async function vouchersOf(walk: Walk, project: Contracted): Promise<readonly Variables[]> {
  const { actual = 0n, total, members } = project
  const shares = BigInt(Math.max(members.length, 1))
  const of = (number: string, establishment?: string) =>
    [
      { number: numbered(project, `HĐGTGT${number}`), item: project.title, amount: actual / shares, counts: true },
      {
        ...{ number: numbered(project, `HĐVC${number}`), item: 'Chi phí khác (minh họa)' },
        ...{ amount: (total - actual) / shares, counts: false },
      },
    ]
      .filter(({ amount }) => amount !== 0n)
      .map((voucher) => ({ ...voucher, amount: voucher.amount.toString(), establishment }))
  if (members.length === 0) return of('')
  const ids = await Promise.all(members.map((slug) => establishmentId(walk, slug)))
  return ids.flatMap((id, index) => of(` ${String(index + 1)}`, id))
}

async function askSettlement(walk: Walk, project: Contracted, award: string, days: Calendar, more: Variables) {
  const { slug, papers } = project
  const vouchers = await vouchersOf(walk, project)
  const asked = {
    ...{ award, vouchers, papers: papers.map((name) => ({ name: enumName(name), answer: true })) },
    ...{ allVouchersListed: true, on: days.settlementAsked, document: numbered(project, 'ĐN-QT'), ...more },
  }
  return await walk.act(officers.surveyor, 'requestSettlement', `${slug}/requestSettlement`, asked)
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
