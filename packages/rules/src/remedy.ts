import type { BoundRule } from './bind-rule.js'
import type { Places, Slots } from './place.js'
import { asText, mutabilityOf, search, type RemedyMutability } from './remedy-search.js'
import type { Leaf } from './trace.js'
import type { Value } from './value.js'

/** One thing that would have to be otherwise. */
export interface Change {
  /** The fact that would change; where it is left open which, and to what, all that the condition reads. */
  readonly facts: readonly string[]
  /** The condition as it was found. */
  readonly condition: Leaf
  /** Whether the condition must come to hold or to fail. */
  readonly must: 'hold' | 'fail'
  /** A value of the fact with which it would, the other facts being as they are or as this remedy has them; undefined where left open. */
  readonly to: Value | undefined
  readonly mutability: RemedyMutability
}

/** A set of changes that together turn the answer; none of them can be left out. */
export interface Remedy {
  readonly changes: readonly Change[]
  /** `fixed` when any of the changes is to a fact that an applicant cannot change. */
  readonly mutability: RemedyMutability
}

/**
 * The smallest sets of changes under which none of `rules` says no, changeable ones first; none to a fact that says what is
 * asked. What is unknown stays so: the answer is then no longer a no, though not yet a yes.
 */
export function remedies(rules: readonly BoundRule[], places: Places, slots: Slots): Remedy[] {
  const found = new Map<string, Remedy>()
  for (const steps of search(rules, places, slots)) {
    const changes = steps
      .toSorted(({ facts: [a] }, { facts: [b] }) => (a?.index ?? 0) - (b?.index ?? 0))
      .flatMap(({ demands, facts, to }) =>
        demands.map(({ condition, must }): Change => {
          return { facts: facts.map(({ fact }) => fact), condition, must, to, mutability: mutabilityOf(facts) }
        }),
      )
    const mutability = changes.some((change) => change.mutability === 'fixed') ? 'fixed' : 'changeable'
    // The same change may be found by way of several conditions. To whoever makes it that is one.
    const same = steps.map(({ facts, to, demands }) => {
      const named = facts.map(({ fact }) => fact)
      return asText([named, to ?? demands.map(({ condition, must }) => [condition, must])])
    })
    const key = same.toSorted().join()
    if (!found.has(key)) found.set(key, { changes, mutability })
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(a.mutability === 'fixed') - Number(b.mutability === 'fixed') || a.changes.length - b.changes.length,
  )
}
