import { InputError, type Amount } from '@khuyencong/rules'
import type { SelectionLaw } from './law.js'
import { levelCodes, type Level } from './level.js'
import type { ContestMoney } from './ttlt-26-2014/article-6.js'

/**
 * The most that a round may cost, or that a product may get as a prize.
 * @param law a pack bound to a day
 * @param what `cost` of one round, or `prize` of one product
 * @param level the level of the round
 * @returns status `known` with the amount in đồng, or `no-level` where the law has none on the day: below the region the province sets it
 * @throws InputError when there is no such level
 */
export function contestCeiling(law: SelectionLaw<'amount'>, what: ContestMoney, level: Level): Amount {
  const found = law.selection.amount(`CONTEST-${what}-${level}`, {})
  if (found) return found
  const message = `'${level}' is not a level of contests.`
  throw new InputError([{ code: 'level', field: 'level', message, expected: `one of ${levelCodes.join(', ')}` }])
}
