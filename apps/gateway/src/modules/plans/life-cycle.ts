import { cite } from '@khuyencong/domain'
import type { Citation, Text } from '@khuyencong/rules'
import { PlanState, type Role } from '../../generated/prisma/enums.js'

/** A step in the life of a year's plan. */
export interface PlanStepRule {
  readonly title: Text
  /** Where it may be taken from, and by whom there. */
  readonly from: Readonly<Partial<Record<PlanState, readonly Role[]>>>
  readonly to: PlanState
  /**
   * Judges what others made: not open to whoever made or estimated the plan, and of all such steps of one plan a person may
   * take only one.
   */
  readonly judges?: true
  /** Cannot be taken without saying why. */
  readonly needsReason?: true
  /** Cannot be taken without the number of a document. */
  readonly needsDocument?: true
  /** Where the procedure stands. */
  readonly cites: readonly Citation[]
}

const declare = <const S extends Readonly<Record<string, PlanStepRule>>>(
  steps: S,
): Readonly<Record<keyof S, PlanStepRule>> => steps

const local = cite('TT 46/2012/TT-BCT', { article: '8', clause: '2', point: 'b' })
const estimate = cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '8', clause: '1', point: 'b' })

/**
 * The life of a plan, in one place: the demand becomes Sở Công Thương's estimate, Sở Tài chính says what the budget can bear,
 * UBND tỉnh approves; a draft may be given up. The table of access, the query `planLifeCycle` and the steps themselves are made of it; the database
 * holds every step to the same (migrations `plan_and_estimate`, `dropped_plans`).
 */
export const planLifeCycle = declare({
  handOverEstimate: {
    title: { vi: 'Gửi dự toán sang Sở Tài chính', en: 'Hand the estimate over to the finance department' },
    from: { DRAFT: ['INDUSTRY_DEPARTMENT'] },
    to: 'ESTIMATED',
    cites: [estimate],
  },
  balancePlan: {
    title: { vi: 'Cân đối theo nguồn', en: 'Balance by source' },
    from: { ESTIMATED: ['FINANCE_DEPARTMENT'] },
    to: 'BALANCED',
    judges: true,
    cites: [estimate],
  },
  returnPlan: {
    title: { vi: 'Trả lại để hoàn thiện', en: 'Return for correction' },
    from: { ESTIMATED: ['FINANCE_DEPARTMENT'], BALANCED: ['FINANCE_DEPARTMENT', 'PROVINCIAL_COMMITTEE'] },
    to: 'DRAFT',
    needsReason: true,
    cites: [local],
  },
  approvePlan: {
    title: { vi: 'Phê duyệt kế hoạch', en: 'Approve' },
    from: { BALANCED: ['PROVINCIAL_COMMITTEE'] },
    to: 'APPROVED',
    judges: true,
    needsDocument: true,
    cites: [local],
  },
  dropPlan: {
    title: { vi: 'Bỏ dự thảo', en: 'Drop the draft' },
    from: { DRAFT: ['CENTRE', 'INDUSTRY_DEPARTMENT'] },
    to: 'DROPPED',
    needsReason: true,
    cites: [local],
  },
})

export type PlanStepName = keyof typeof planLifeCycle

export const planStepNames = Object.keys(planLifeCycle).filter((name): name is PlanStepName =>
  Object.hasOwn(planLifeCycle, name),
)

/** The states that a step may be taken from, each with those who may take it there. */
export const beginningsOf = (name: PlanStepName): readonly (readonly [PlanState, readonly Role[]])[] =>
  Object.values(PlanState).flatMap((state) => {
    const roles = planLifeCycle[name].from[state]
    return roles === undefined ? [] : [[state, roles] as const]
  })
