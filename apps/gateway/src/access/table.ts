import { auditActions } from '../modules/audit/actions.js'
import { duplicateActions } from '../modules/duplicates/actions.js'
import { registryActions } from '../modules/establishments/actions.js'
import { moneyActions } from '../modules/money/actions.js'
import { peopleActions } from '../modules/people/actions.js'
import { planActions } from '../modules/plans/actions.js'
import { proposalActions } from '../modules/proposals/actions.js'
import type { Actor, Office } from './actor.js'
import { Refusal } from '../graphql/refusal.js'
import { authoriseBy, type Scope } from './authorise.js'

/** Role x action x state, of every module. */
export const accessTable = [
  ...peopleActions,
  ...auditActions,
  ...registryActions,
  ...duplicateActions,
  ...proposalActions,
  ...planActions,
  ...moneyActions,
] as const

export type Action = (typeof accessTable)[number]['action']

/**
 * The office in which the actor may do this.
 *
 * @param scope the state of the thing, and whose it is: an establishment reaches only its own, a committee its own localities
 * @throws Refusal `not-signed-in`, `password-to-change`, `not-allowed` or `not-in-this-state`
 */
export function authorise(actor: Actor | undefined, action: Action, scope: Scope = {}): Office {
  return authoriseBy(accessTable, actor, action, scope)
}

/** Whether the actor may do this: for what is shown to some and not to others. */
export function may(actor: Actor | undefined, action: Action, scope: Scope = {}): boolean {
  try {
    authorise(actor, action, scope)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
