import type { BoundLaw } from '@khuyencong/rules'

/** A law with its section on money, bound to a day: what `pack.at(date)` gives. */
export interface MoneyLaw<K extends keyof BoundLaw = keyof BoundLaw> {
  readonly money: Pick<BoundLaw, K>
}

/** What a support ceiling reads of a law bound to a day. */
export type LevelLaw = Pick<BoundLaw, 'amount' | 'facts' | 'identity'>
