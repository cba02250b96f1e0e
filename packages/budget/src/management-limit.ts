import { facts } from '@khuyencong/domain'
import {
  amountRule,
  byId,
  calculation,
  defineFacts,
  InputError,
  named,
  param,
  times,
  vocabulary,
  type Amount,
  type CalculationStep,
  type Expression,
  type FactsOf,
  type LawIdentity,
  type Text,
} from '@khuyencong/rules'
import { byFund } from './fund-figure.js'
import { bindMoney, type MoneyLaw } from './money-law.js'
import { rounding } from './parameters.js'
import { jointCircular } from './ttlt-26-2014/circular.js'
import { fundManagement, unitManagement } from './ttlt-26-2014/management-costs.js'

const managementFacts = defineFacts({
  fund: facts.fund,
  yearlyFund: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Kinh phí khuyến công trong năm', en: 'Promotion money of the year' },
    question: {
      vi: 'Kinh phí khuyến công được giao trong năm là bao nhiêu đồng?',
      en: 'How much promotion money is there for the year, in đồng?',
    },
  },
  projectBudget: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Kinh phí của đề án', en: 'Budget of the project' },
    question: { vi: 'Kinh phí của đề án là bao nhiêu đồng?', en: 'What is the budget of the project, in đồng?' },
  },
})

export type ManagementFacts = FactsOf<typeof managementFacts>

const { fact } = vocabulary<typeof managementFacts>()

const limit = (id: ManagementSide, title: Text, per: Text, amount: Expression<bigint>) =>
  amountRule({
    id,
    title,
    per,
    versions: jointCircular({ article: '6', clause: '2', point: 's' }).map((source) => ({
      ...source,
      amount: named('limit', title, amount),
    })),
  })

/** Who manages: the manager of the fund, or the unit that carries a project out. */
export type ManagementSide = 'fund-manager' | 'implementing-unit'

const managementRules = {
  facts: managementFacts,
  rules: {},
  amounts: byId([
    limit(
      'fund-manager',
      { vi: 'Chi quản lý kinh phí tối đa', en: 'Highest cost of managing the fund' },
      { vi: 'một năm', en: 'one year' },
      times(byFund(fundManagement), fact('yearlyFund'), param(rounding)),
    ),
    limit(
      'implementing-unit',
      { vi: 'Chi quản lý đề án tối đa', en: 'Highest cost of managing a project' },
      { vi: 'một đề án', en: 'one project' },
      times(byFund(unitManagement), fact('projectBudget'), param(rounding)),
    ),
  ]),
}

/** The most that may be spent; `rule` is the side. */
export interface ManagementLimit extends Amount {
  readonly steps: readonly CalculationStep[]
  readonly law: LawIdentity
}

/**
 * How much may be spent on management (MR-9: Article 6, TTLT 26/2014)?
 * @throws InputError when the side is unknown or a fact does not fit its definition
 */
export function managementLimit(law: MoneyLaw, side: ManagementSide, facts: ManagementFacts): ManagementLimit {
  const amount = bindMoney(law, managementRules).amount(side, facts)
  if (amount)
    return { ...amount, steps: amount.trace ? calculation(amount.trace, managementFacts) : [], law: law.identity }
  const expected = `one of ${Object.keys(managementRules.amounts).join(', ')}`
  throw new InputError([{ code: 'side-unknown', field: 'side', message: `'${side}' does not manage.`, expected }])
}
