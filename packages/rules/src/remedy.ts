import type { BoundRule } from './bind-rule.js'
import type { Mutability } from './facts.js'
import type { Places, Slots } from './place.js'
import { mutabilityOf, search, type Step } from './remedy-search.js'
import type { Leaf } from './trace.js'
import type { Value } from './value.js'
import { decisive, factsOf } from './witness.js'

/** One thing that would have to be otherwise. */
export interface Change {
  /** The facts that the condition reads. */
  readonly facts: readonly string[]
  /** The condition as it was found. */
  readonly condition: Leaf
  /** Whether the condition must come to hold or to fail. */
  readonly must: 'hold' | 'fail'
  /** A value of the (single) fact with which it would, or undefined where several facts together decide. */
  readonly to: Value | undefined
  readonly mutability: Mutability
}

/** A set of changes that together turn the answer; none of them can be left out. */
export interface Remedy {
  readonly changes: readonly Change[]
  /** `fixed` when any of the changes is to a fact that an applicant cannot change. */
  readonly mutability: Mutability
}

/**
 * The smallest sets of changes under which none of `rules` says no, changeable ones first. What is unknown stays so:
 * the answer is then no longer a no, though not yet a yes.
 */
export function remedies(rules: readonly BoundRule[], places: Places, slots: Slots): Remedy[] {
  const place = ({ facts: [fact = ''] }: Change) => places.get(fact)?.index ?? 0
  const found = new Map<string, Remedy>()
  for (const steps of search(rules, places, slots)) {
    const changes = steps.flatMap((step) => changesOf(step, places, slots)).sort((a, b) => place(a) - place(b))
    const mutability = changes.some((change) => change.mutability === 'fixed') ? 'fixed' : 'changeable'
    found.set(changes.map(asText).join('\n'), { changes, mutability })
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(a.mutability === 'fixed') - Number(b.mutability === 'fixed') || a.changes.length - b.changes.length,
  )
}

const asText = ({ condition, must, to }: Change): string =>
  JSON.stringify([condition, must, to], (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

/** What a step comes to, in the order of asking. Conditions that are as they must be already are not spoken of. */
function changesOf({ demands, facts: [fact = ''], to }: Step, places: Places, slots: Slots): Change[] {
  const wrong = demands.filter(({ condition, must }) => condition.truth !== (must === 'hold' ? 'held' : 'failed'))
  const place = places.get(fact)
  const said = place && to !== undefined ? decisive(place, slots, to, wrong) : wrong
  return said.map(({ condition, must }) => {
    const read = factsOf(condition)
    return { facts: read, condition, must, to, mutability: mutabilityOf(read, places) }
  })
}
