import type { Text } from '@khuyencong/rules'
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

/** Those questions by code, as a rulebook names them. */
export const moneySubjects: Readonly<Record<string, Text>> = {
  [moneyQuestions.returned]: { vi: 'Thu hồi tạm ứng', en: 'Return of advances' },
  [moneyQuestions.dossier]: { vi: 'Hạn nộp hồ sơ quyết toán', en: 'Deadline of the settlement dossier' },
  [moneyQuestions.liquidation]: { vi: 'Hạn thanh lý hợp đồng', en: 'Deadline of liquidation' },
  [moneyQuestions.source]: { vi: 'Nguồn kinh phí', en: 'Source of the money' },
  [moneyQuestions.localLevel]: { vi: 'Mức chi của địa phương', en: 'Level of a local fund' },
  [moneyQuestions.tendered]: {
    vi: 'Lựa chọn đề án hội chợ, hạ tầng và xử lý ô nhiễm cụm công nghiệp, truyền thông',
    en: 'Choice of projects: fairs, works of clusters, media',
  },
  [moneyQuestions.chosen]: { vi: 'Lựa chọn đề án khác', en: 'Choice of other projects' },
  [moneyQuestions.budgetCode]: { vi: 'Hạch toán theo mục lục ngân sách', en: 'Booking by the budget index' },
}

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
