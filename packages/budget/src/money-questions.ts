import type { AdvanceGroup } from './advance-group.js'

/** The questions of money that are not about an amount. An amount is a question under its own id, e.g. `ADVANCE.founding`. */
export const moneyQuestions = {
  /** Has all that was advanced and not settled come back? */
  returned: 'RETURN',
  /** Was the settlement dossier handed in by its day, and was the contract liquidated? */
  dossier: 'DEADLINE.dossier',
  liquidation: 'DEADLINE.liquidation',
  /** May promotion money come from this source? */
  source: 'SOURCE',
  /** May a province have this level? */
  localLevel: 'LOCAL-LEVEL',
  /** Was a project chosen as it has to be: one of those that go to tender, or another? */
  tendered: 'CHOICE.tendered',
  chosen: 'CHOICE.other',
  /** Is the money booked under the right code? */
  budgetCode: 'BUDGET-CODE',
} as const

export const moneySubjects: readonly string[] = Object.values(moneyQuestions)

/** The question "may an advance be paid, and how much?" of a group of contents. */
export const advanceOf = <const Group extends AdvanceGroup>(group: Group): `ADVANCE.${Group}` => `ADVANCE.${group}`

/** Projects that are supported by a share of their cost, and those that are not, are settled on other vouchers. */
export type SettlementKind = 'by-share' | 'whole'

/** The question "may a project be settled, and for how much?". */
export const settlementOf = <const Kind extends SettlementKind>(kind: Kind): `SETTLEMENT.${Kind}` =>
  `SETTLEMENT.${kind}`

/** Who manages: the manager of the fund, or the unit that carries a project out. */
export type ManagementSide = 'fund-manager' | 'implementing-unit'

/** The question "how much may management cost?". */
export const managementOf = <const Side extends ManagementSide>(side: Side): `MANAGEMENT.${Side}` =>
  `MANAGEMENT.${side}`

/** What a ceiling that may be raised is the lowest of; a line has a rule of its own. */
export type PriorityKind = 'share-and-cap' | 'cap' | 'line'

/** The question "what is the ceiling where a higher level was decided?". */
export const priorityOf = <const Kind extends PriorityKind>(kind: Kind): `PRIORITY.${Kind}` => `PRIORITY.${kind}`

/** How much of a year's unused money moves to the next. */
export const carryOver = 'CARRY-OVER'
