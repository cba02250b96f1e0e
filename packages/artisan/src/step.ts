import type { Citations, Text, Trust } from '@khuyencong/rules'
import type { Decree } from './transition.js'

/** One step on the way of a title, as the law has it. */
export interface Step {
  readonly id: string
  readonly title: Text
  /** Who acts. */
  readonly by: Text
  /** The parameter that holds the term; `not-seen` where there is one that no source gave; absent where there is none. */
  readonly term?: { readonly id: string } | 'not-seen'
  readonly cites: Citations
  readonly trust: Trust
  readonly note?: Text
  /** The decree that has this step; absent where only one law has it. */
  readonly under?: Decree
}
