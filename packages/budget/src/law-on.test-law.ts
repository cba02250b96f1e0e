import { facts } from '@khuyencong/domain'
import { bind, isoDate, type BoundLaw, type Law } from '@khuyencong/rules'
import type { MoneyLaw } from './index.js'
import { nationalBudget, nationalMoney } from './index.js'

/** National law on a day, for tests; with other rules and figures of money where a province's are tried. */
export const lawOn = (day: string, money: Partial<Law> = {}): BoundLaw & MoneyLaw => {
  const asOf = isoDate(day)
  return {
    ...bind({ facts, rules: {}, ...nationalBudget }, { pack: 'test', version: '0', asOf }),
    money: bind({ ...nationalMoney, ...money }, { pack: 'test.money', version: '0', asOf }),
  }
}

/** The parameters of national law with others in place of some. */
export const withParameters = (...own: readonly Law['parameters'][string][]): Pick<Law, 'parameters'> => ({
  parameters: { ...nationalMoney.parameters, ...Object.fromEntries(own.map((parameter) => [parameter.id, parameter])) },
})
