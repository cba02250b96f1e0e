import { facts } from '@khuyencong/domain'
import { bind, isoDate, type BoundLaw, type Parameter } from '@khuyencong/rules'
import { nationalBudget } from './national.js'

/** National law on money on a day, for tests; with other parameters where a province's are tried. */
export const lawOn = (
  day: string,
  parameters: Readonly<Record<string, Parameter>> = nationalBudget.parameters,
): BoundLaw =>
  bind(
    { facts, rules: {}, amounts: nationalBudget.amounts, parameters },
    { pack: 'test', version: '0', asOf: isoDate(day) },
  )
