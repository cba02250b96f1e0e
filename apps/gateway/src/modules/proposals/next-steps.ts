import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { Refusal } from '../../graphql/refusal.js'
import { idsOfCommittees } from '../establishments/place.js'
import { lifeCycle, type StepName } from './life-cycle.js'
import type { ProposalRow } from './reads.js'
import { stepNames } from './transitions.js'

/** The steps that somebody may take with a proposal now: by its state, his offices, and what he did with it before. */
export function nextSteps(actor: Actor | undefined, proposal: ProposalRow): readonly StepName[] {
  const { state, establishment, site, makers, judges, payments } = proposal
  const isSettled = payments !== null && payments.settled > 0n
  const localityId = idsOfCommittees(site)
  return stepNames.filter((name) => {
    if (actor === undefined || !lifeCycle[name].from.includes(state)) return false
    // Where it was settled, only once that is corrected.
    if (name === 'cancelProposal' && isSettled) return false
    const tookAnother = judges.some(({ personId, action }) => personId === actor.personId && action !== name)
    if (lifeCycle[name].judges === true && (makers.includes(actor.personId) || tookAnother)) return false
    return isAllowed(() => authorise(actor, name, { state, establishmentId: establishment.id, localityId }))
  })
}

function isAllowed(check: () => unknown): boolean {
  try {
    check()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
