import type { Actor } from '../../access/actor.js'
import { authorise, may } from '../../access/table.js'
import { idsOfCommittees } from '../establishments/place.js'
import { anyPlace } from '../establishments/scope.js'
import type { LineRow } from './reads.js'

/**
 * Which plans somebody may read: all, or of each year the one in force.
 *
 * @throws Refusal when he may read none
 */
export function readable(actor: Actor | undefined): (plan: { readonly inForce: boolean }) => boolean {
  if (may(actor, 'readPlans')) return () => true
  authorise(actor, 'readPlanInForce', anyPlace(actor))
  return ({ inForce }) => inForce
}

/** Whether somebody sees more of the proposal of a line than the line itself says: a committee of those in its localities. */
export const seesProposal = (actor: Actor | undefined, { site }: LineRow): boolean =>
  may(actor, 'readPlans') || (site !== null && may(actor, 'readProposals', { localityId: idsOfCommittees(site) }))
