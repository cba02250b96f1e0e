import { InputError, type Decision } from '@khuyencong/rules'
import type { EntryFacts } from './entry-facts.js'
import { listOf } from './in-force.js'
import type { SelectionLaw } from './law.js'
import { levelCodes, roundOf, withdrawal, type Level } from './level.js'
import type { RoundFacts } from './round-facts.js'
import { heldLevels } from './tt-26-2014/article-8.js'

type Law = SelectionLaw<'decide' | 'parameters' | 'identity'>

/**
 * The level, once it is certain that rounds are held at it on the day.
 * @throws InputError when they are not, or when the day has no contest law
 */
export function checkLevel(law: SelectionLaw<'parameters' | 'identity'>, level: string): Level {
  const held = listOf(law, heldLevels).value
  const known = levelCodes.find((code) => code === level)
  if (known && held.includes(known)) return known
  const message = `no round is held at the level '${level}' on ${law.selection.identity.asOf}.`
  throw new InputError([{ code: 'level', field: 'level', message, expected: `one of ${held.join(', ')}` }])
}

/**
 * May this product be entered in a contest of this level?
 * @param law a pack bound to the day of the round
 * @param level `DISTRICT` (to 30 June 2025), `COMMUNE` (from 1 July 2025), `PROVINCE`, `REGION` or `NATION`
 * @param facts what is known; a fact that is absent is unknown, never a no
 * @throws InputError when no round is held at that level on the day, or a fact does not fit its definition
 */
export const assessEntry = (law: Law, level: string, facts: EntryFacts): Decision =>
  law.selection.decide(checkLevel(law, level), facts)

/**
 * May a round of this level be held so: size of council, odd panel, year?
 * @throws InputError as `assessEntry`
 */
export const assessRound = (law: Law, level: string, facts: RoundFacts): Decision =>
  law.selection.decide(roundOf(checkLevel(law, level)), facts)

/**
 * May a certificate be withdrawn? The grounds alone: how grave a breach must be is for the authority to judge.
 * @throws InputError when the day has no contest law, or a fact does not fit its definition
 */
export function assessWithdrawal(law: Law, facts: RoundFacts): Decision {
  listOf(law, heldLevels)
  return law.selection.decide(withdrawal, facts)
}
