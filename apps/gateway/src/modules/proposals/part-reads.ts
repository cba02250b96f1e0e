import { z } from 'zod'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { AppraisalResult, ProposalState } from '../../generated/prisma/enums.js'
import { criteria } from './appraise-proposal.js'

// What belongs to proposals: of each of them in the order of their ids, one statement for a whole page.

function byProposal<Row extends { readonly proposalId: string | null }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[][] {
  return ids.map((id) => rows.filter(({ proposalId }) => proposalId === id))
}

const of = (ids: readonly string[]) => ({ where: { proposalId: { in: [...ids] } } })
const inPlace = { orderBy: { position: 'asc' } } as const

export const readMembers = async (prisma: PrismaClient, ids: readonly string[]) =>
  byProposal(ids, await prisma.proposalMember.findMany({ ...of(ids), ...inPlace }))
export type MemberRow = Awaited<ReturnType<typeof readMembers>>[number][number]

export const readExpenses = async (prisma: PrismaClient, ids: readonly string[]) =>
  byProposal(ids, await prisma.proposalExpense.findMany({ ...of(ids), ...inPlace }))
export type ExpenseRow = Awaited<ReturnType<typeof readExpenses>>[number][number]

export const readDecisions = async (prisma: PrismaClient, ids: readonly string[]) =>
  byProposal(
    ids,
    await prisma.decisionRecord.findMany({ ...of(ids), orderBy: [{ position: 'asc' }, { at: 'asc' }, { id: 'asc' }] }),
  )
export type DecisionRow = Awaited<ReturnType<typeof readDecisions>>[number][number]

export const readChanges = async (prisma: PrismaClient, ids: readonly string[]) =>
  byProposal(ids, await prisma.proposalChange.findMany({ ...of(ids), orderBy: { version: 'asc' } }))
export type ChangeRow = Awaited<ReturnType<typeof readChanges>>[number][number]

export const readPriorities = async (prisma: PrismaClient, ids: readonly string[]) =>
  byProposal(ids, await prisma.proposalPriority.findMany({ ...of(ids), orderBy: { version: 'asc' } }))
export type PriorityRow = Awaited<ReturnType<typeof readPriorities>>[number][number]

const Appraisal = z.object({
  proposalId: z.string(),
  position: z.number(),
  criterion: z.enum(criteria),
  result: z.enum(AppraisalResult),
  remark: z.string().nullable(),
})
export type AppraisalRow = z.infer<typeof Appraisal>

export async function readAppraisals(prisma: PrismaClient, ids: readonly string[]): Promise<AppraisalRow[][]> {
  const found = await prisma.proposalAppraisal.findMany({ ...of(ids), ...inPlace })
  const rows = z.array(Appraisal).parse(found)
  const place = ({ position, criterion }: AppraisalRow) => position * criteria.length + criteria.indexOf(criterion)
  return byProposal(
    ids,
    rows.toSorted((a, b) => place(a) - place(b)),
  )
}

const Step = z.object({
  proposalId: z.string(),
  position: z.number(),
  action: z.string(),
  fromState: z.enum(ProposalState),
  toState: z.enum(ProposalState),
  personName: z.string().nullable(),
  role: z.string(),
  on: z.iso.date(),
  reason: z.string().nullable(),
  document: z.string().nullable(),
  at: z.date(),
})
export type StepRow = z.infer<typeof Step>

export async function readSteps(prisma: PrismaClient, ids: readonly string[]): Promise<StepRow[][]> {
  const rows = await prisma.$queryRaw`
    SELECT t.proposal_id AS "proposalId", t.position, t.action, t.from_state::text AS "fromState",
           t.to_state::text AS "toState", who.name AS "personName", t.role, t."on"::text AS "on", t.reason, t.document, t.at
    FROM proposal_steps t LEFT JOIN people who ON who.id = t.person_id
    WHERE t.proposal_id = ANY(${[...ids]}) ORDER BY t.proposal_id, t.position`
  return byProposal(ids, z.array(Step).parse(rows))
}
