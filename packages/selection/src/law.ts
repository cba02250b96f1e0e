import type { BoundLaw } from '@khuyencong/rules'

/** A law with its section on selection, bound to a day: what `pack.at(date)` gives. */
export interface SelectionLaw<K extends keyof BoundLaw = keyof BoundLaw> {
  readonly selection: Pick<BoundLaw, K>
}
