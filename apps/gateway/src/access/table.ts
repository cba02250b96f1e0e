import { auditActions } from '../modules/audit/actions.js'
import { peopleActions } from '../modules/people/actions.js'
import type { Actor, Office } from './actor.js'
import { authoriseBy, type Scope } from './authorise.js'

/** Role x action x state, of every module. */
export const accessTable = [...peopleActions, ...auditActions] as const

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
