import {
  amountRule,
  atMost,
  byId,
  named,
  param,
  ratio,
  requirementOverTime,
  times,
  type Expression,
  type Text,
} from '@khuyencong/rules'
import { bothFunds, byFund, fundFigure, unchanged } from '../fund-figure.js'
import { managementWords } from '../management-facts.js'
import { managementOf, type ManagementSide } from '../money-questions.js'
import { moneyRounding } from '../money-rounding.js'
import { jointCircular } from './circular.js'

const { fact } = managementWords
const place = { article: '6', clause: '2', point: 's' } as const

/** MR-9: what managing the fund may cost, as a share of the yearly fund. */
const fundManagement = fundFigure(
  'MANAGEMENT.fund',
  'ratio',
  { vi: 'Chi quản lý của cơ quan quản lý kinh phí', en: 'Management cost of the fund manager' },
  unchanged(ratio(15n, 1000n), jointCircular(place)),
)

/** MR-9: what the implementing unit may spend on managing a project, as a share of its budget. */
const unitManagement = fundFigure(
  'MANAGEMENT.unit',
  'ratio',
  { vi: 'Chi quản lý của đơn vị thực hiện', en: 'Management cost of the implementing unit' },
  unchanged(
    ratio(25n, 1000n),
    jointCircular(place, {
      vi: 'Tỷ lệ của TTLT 26/2014; TT 28/2018/TT-BTC được cho là đã nâng tỷ lệ này, mức mới chưa đọc được.',
      en: 'The share of TTLT 26/2014; TT 28/2018/TT-BTC is said to have raised it, by how much could not be read.',
    }),
  ),
)

const managers = {
  'fund-manager': {
    title: { vi: 'Chi quản lý kinh phí tối đa', en: 'Highest cost of managing the fund' },
    per: { vi: 'một năm', en: 'one year' },
    most: times(byFund(fundManagement), fact('yearlyFund'), param(moneyRounding)),
  },
  'implementing-unit': {
    title: { vi: 'Chi quản lý đề án tối đa', en: 'Highest cost of managing a project' },
    per: { vi: 'một đề án', en: 'one project' },
    most: times(byFund(unitManagement), fact('projectBudget'), param(moneyRounding)),
  },
} as const satisfies Readonly<Record<ManagementSide, { title: Text; per: Text; most: Expression<bigint> }>>

const limit = <const Side extends ManagementSide>(side: Side) => {
  const { title, per, most } = managers[side]
  return amountRule({
    id: managementOf(side),
    title,
    per,
    versions: jointCircular(place).map((source) => ({ ...source, amount: named('limit', title, most) })),
  })
}

const withinLimit = <const Side extends ManagementSide>(side: Side, title: Text) =>
  requirementOverTime({
    id: `MR-9.${side}`,
    group: 'funding',
    subjects: [managementOf(side)],
    title,
    versions: jointCircular(place).map((source) => ({
      ...source,
      requires: atMost(fact('managementCost'), managers[side].most),
    })),
  })

export const managementParameters = byId([...bothFunds(fundManagement), ...bothFunds(unitManagement)])
export const managementAmounts = byId([limit('fund-manager'), limit('implementing-unit')])
export const managementRules = byId([
  withinLimit('fund-manager', {
    vi: 'Chi quản lý kinh phí không quá tỷ lệ của kinh phí năm',
    en: 'Managing the fund costs no more than its share of the yearly fund',
  }),
  withinLimit('implementing-unit', {
    vi: 'Chi quản lý đề án không quá tỷ lệ của kinh phí đề án',
    en: 'Managing a project costs no more than its share of the budget',
  }),
])
